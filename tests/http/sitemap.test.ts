import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changeTown } from '../support/outside.ts'
import { submitPothole } from '../support/reports.ts'
import { createWorld, PUBLIC_URL, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const OWN_HOST = 'http://melden.lemgo.example:3000'
const get = (path: string, origin = PUBLIC_URL) => world.app.fetch(new Request(origin + path))

/** The one shape a file of ours may have, line by line; throws on anything else. */
async function locationsOf(answer: Response, root: 'urlset' | 'sitemapindex') {
  expect(answer.status).toBe(200)
  expect(answer.headers.get('Content-Type')).toBe('text/xml; charset=utf-8')
  const lines = (await answer.text()).trimEnd().split('\n')
  expect(lines.slice(0, 2)).toEqual([
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`,
  ])
  expect(lines.at(-1)).toBe(`</${root}>`)
  const item = root === 'urlset' ? 'url' : 'sitemap'
  const line = new RegExp(
    `^<${item}><loc>(http[^<>&"' ]+)</loc>(?:<lastmod>(\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z)</lastmod>)?</${item}>$`,
  )
  return lines.slice(2, -1).map((one) => {
    const found = line.exec(one)
    if (!found) throw new Error(`not an entry: ${one}`)
    return found[1]!
  })
}
const mapOf = async (town: string) => locationsOf(await get(`/${town}/sitemap.xml`), 'urlset')

describe('a town’s sitemap', () => {
  it('names its pages, its topics and its public reports, every one of which is there', async () => {
    const { report } = await submitPothole(world)
    const locations = await mapOf('bad-salzuflen')
    const own = (path: string) => `${PUBLIC_URL}/bad-salzuflen${path}`
    expect(locations).toEqual(
      expect.arrayContaining([
        own('/'),
        own('/anliegen'),
        own('/themen'),
        own('/themen/pothole'),
        own('/themen/bin-exchange'),
        own(`/anliegen/${report.number}`),
      ]),
    )
    expect(new Set(locations).size).toBe(locations.length)
    for (const location of locations) {
      const page = await world.app.fetch(new Request(location))
      expect([location, page.status, (await page.text()).includes('noindex')]).toEqual([location, 200, false])
    }
  })

  it('leaves out what is not public, and what is another town’s', async () => {
    const secret = { category: 'abandoned-vehicle', answers: { kind: 'car' } }
    const { report, trackingToken } = await submitPothole(world, secret)
    const text = (await mapOf('bad-salzuflen')).join('\n')
    expect(text).not.toContain(`/anliegen/${report.number}\n`)
    expect(text.endsWith(`/anliegen/${report.number}`)).toBe(false)
    expect(text).not.toContain(trackingToken)
    expect((await mapOf('herford')).filter((one) => /\/anliegen\/\d/.test(one))).toEqual([])
  })

  it('has no page beyond the last', async () => {
    for (const page of ['2', '0', '-1', 'x', '99999', '1e3'])
      expect((await get(`/bad-salzuflen/sitemap.xml?seite=${page}`)).status).toBe(404)
    expect((await get('/bad-salzuflen/sitemap.xml?seite=1')).status).toBe(200)
  })
})

describe('robots.txt', () => {
  it('keeps robots from the staff application, from secret links and from drafts', async () => {
    const answer = await get('/robots.txt')
    expect(answer.headers.get('Content-Type')).toMatch(/^text\/plain/)
    expect(await answer.text()).toBe(
      `User-agent: *\nDisallow: /amt\nDisallow: /*/melden/\nDisallow: /*/verfolgen/\nDisallow: /*/auftrag/\n\nSitemap: ${PUBLIC_URL}/sitemap.xml\n`,
    )
  })

  it('stands at the root of a host only', async () => {
    expect((await get('/bad-salzuflen/robots.txt')).status).toBe(404)
  })
})

describe('the platform’s sitemap', () => {
  it('lists the live member towns, each where it lives', async () => {
    await changeTown(world, 'lemgo', { host: 'melden.lemgo.example' })
    const locations = await locationsOf(await get('/sitemap.xml'), 'sitemapindex')
    expect(locations.toSorted()).toEqual(
      [
        `${PUBLIC_URL}/bad-salzuflen/sitemap.xml`,
        `${PUBLIC_URL}/herford/sitemap.xml`,
        `${PUBLIC_URL}/kreis-lippe/sitemap.xml`,
        `${OWN_HOST}/sitemap.xml`,
      ].toSorted(),
    )
    const own = await locationsOf(await get('/sitemap.xml', OWN_HOST), 'urlset')
    expect(own.every((one) => one.startsWith(`${OWN_HOST}/`))).toBe(true)
    expect(await (await get('/robots.txt', OWN_HOST)).text()).toBe(
      `User-agent: *\nDisallow: /melden/\nDisallow: /verfolgen/\nDisallow: /auftrag/\n\nSitemap: ${OWN_HOST}/sitemap.xml\n`,
    )
  })

  it('names no preview and no town that has not joined, and neither has a sitemap', async () => {
    await changeTown(world, 'herford', { live: false })
    await changeTown(world, 'kreis-lippe', { member: false })
    const locations = await locationsOf(await get('/sitemap.xml'), 'sitemapindex')
    expect(locations.filter((one) => /herford|kreis-lippe/.test(one))).toEqual([])
    for (const town of ['herford', 'kreis-lippe', 'nowhere'])
      expect((await get(`/${town}/sitemap.xml`)).status).toBe(404)
  })
})
