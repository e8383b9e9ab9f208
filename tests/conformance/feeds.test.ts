/** The feed by the rules of RFC 4287, by xmllint, and as GDAL's GeoRSS driver reads it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { XMLParser } from 'fast-xml-parser'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { acceptReport } from '../../server/reports/accept-report.ts'
import { setVisibility } from '../../server/reports/set-visibility.ts'
import { HAS_XMLLINT, NO_XMLLINT } from '../support/debian-tools.ts'
import { GDAL, gdal, NO_GDAL, xmllint } from '../support/gdal.ts'
import { changeTown } from '../support/outside.ts'
import { IN_FIRST_TOWN, submitPothole } from '../support/reports.ts'
import { createWorld, FIRST_TOWN, PUBLIC_URL, type World } from '../support/world.ts'

let world: World
let folder: string
let released: number
let waiting: number
const WORDS = 'Loch <b>&amp; "tief" ]]> '
beforeAll(async () => {
  world = await createWorld()
  folder = mkdtempSync(join(tmpdir(), 'anliegenwerk-feed-'))
  const bernd = await world.as(world.people.Bernd)
  released = (await submitPothole(world, { description: `${WORDS}hier`, address: 'Am Markt 1' })).report.number
  await setVisibility(bernd, { number: released, version: 1, what: 'text', visibility: 'shown' })
  world.pass(60_000)
  waiting = (await submitPothole(world, { description: 'noch geheim' })).report.number
  world.pass(60_000)
  const hidden = (await submitPothole(world, { description: 'verborgen' })).report.number
  await setVisibility(bernd, { number: hidden, version: 1, what: 'report', visibility: 'hidden' })
})
afterAll(async () => {
  await world.close()
  rmSync(folder, { recursive: true, force: true })
})

const FEED = `/${FIRST_TOWN}/feed.atom`
const ask = (path: string, headers: Record<string, string> = {}) =>
  world.app.fetch(new Request(PUBLIC_URL + path, { headers }))
const textOf = async (path: string) => (await ask(path)).text()

const ALWAYS_LISTS = ['entry', 'link', 'category']
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  isArray: (name) => ALWAYS_LISTS.includes(name),
})
// biome-ignore lint/suspicious/noExplicitAny: what a stranger reads has no type of ours
const feedAt = async (path: string): Promise<any> => parser.parse(await textOf(path)).feed
const numbersIn = (feed: { entry?: { id: string }[] }) =>
  (feed.entry ?? []).map(({ id }) => Number(id.split('/').at(-1)))
const RFC3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/

describe('the feed', () => {
  it('has what RFC 4287 demands of a feed and of each entry', async () => {
    const answer = await ask(FEED)
    expect(answer.headers.get('Content-Type')).toBe('application/atom+xml; charset=utf-8')
    const feed = parser.parse(await answer.text()).feed
    expect(feed['@xmlns']).toBe('http://www.w3.org/2005/Atom')
    expect(feed['@xml:lang']).toBe('de')
    expect(feed.author.name).toBe('Stadt Bad Salzuflen')
    for (const one of [feed, ...feed.entry]) {
      expect(one.id).toMatch(/^tag:127\.0\.0\.1,2026:bad-salzuflen\//)
      expect(one.title).toBeTruthy()
      expect(one.updated).toMatch(RFC3339)
    }
    const self = feed.link.filter((link: Record<string, string>) => link['@rel'] === 'self')
    expect(self).toMatchObject([{ '@href': PUBLIC_URL + FEED, '@type': 'application/atom+xml' }])
    for (const entry of feed.entry) {
      const alternate = entry.link.filter((link: Record<string, string>) => link['@rel'] === 'alternate')
      expect(alternate).toHaveLength(1)
      expect((await world.app.fetch(new Request(alternate[0]['@href']))).status).toBe(200)
      expect(entry.summary).toBeTruthy()
    }
    expect(new Set(feed.entry.map(({ id }: { id: string }) => id)).size).toBe(feed.entry.length)
    expect(feed.updated).toBe(feed.entry[0].updated)
  })

  it('tells only what is public, with signs of every kind as they were written', async () => {
    const text = await textOf(FEED)
    for (const secret of ['geheim', 'verborgen']) expect([secret, text.includes(secret)]).toEqual([secret, false])
    const { entry } = await feedAt(FEED)
    const told = entry.find(({ id }: { id: string }) => id.endsWith(`/${released}`))
    expect(told.summary).toBe(`Am Markt 1: ${WORDS}hier`)
    const { lat, lon } = IN_FIRST_TOWN
    expect(told['georss:point']).toBe(`${lat} ${lon}`)
  })

  it('has first what changed last, under the id it had before', async () => {
    expect(numbersIn(await feedAt(FEED))).toEqual([waiting, released])
    world.pass(60_000)
    await acceptReport(await world.as(world.people.Bernd), { number: released, version: 2 })
    expect(numbersIn(await feedAt(FEED))).toEqual([released, waiting])
  })

  it('is that of a category, a section or a district where asked', async () => {
    const { lat, lon } = IN_FIRST_TOWN
    const box = [lon - 0.001, lat - 0.001, lon + 0.001, lat + 0.001].join(',')
    expect(numbersIn(await feedAt(`${FEED}?category=pothole`))).toHaveLength(2)
    expect(numbersIn(await feedAt(`${FEED}?category=tree`))).toEqual([])
    expect(numbersIn(await feedAt(`${FEED}?bbox=${box}`))).toHaveLength(2)
    expect(numbersIn(await feedAt(`${FEED}?bbox=1,1,2,2`))).toEqual([])
    expect(numbersIn(await feedAt(`${FEED}?district=spa-gardens-area`))).toEqual([])
    expect((await feedAt(`${FEED}?category=tree`)).updated).toMatch(RFC3339)
    for (const query of ['bbox=x', 'unknown=1', 'category=%00', 'category=a&category=b'])
      expect([query, (await ask(`${FEED}?${query}`)).status]).toEqual([query, 400])
  })

  it('does not change with the reader’s browser, and 304 says that it has not', async () => {
    const first = await ask(FEED)
    const english = await ask(FEED, { 'Accept-Language': 'en' })
    expect(await english.text()).toBe(await first.text())
    expect((await feedAt(`${FEED}?lang=en`))['@xml:lang']).toBe('en')
    expect((await ask(FEED, { 'If-None-Match': first.headers.get('ETag')! })).status).toBe(304)
    expect(first.headers.get('Access-Control-Allow-Origin')).toBe('*')
  })

  it('is found from start, list and topics', async () => {
    const found = async (path: string) =>
      /<link rel="alternate" type="application\/atom\+xml" href="([^"]+)"/.exec(await textOf(path))?.[1]
    expect(await found(`/${FIRST_TOWN}/`)).toBe(FEED)
    expect(await found(`/${FIRST_TOWN}/anliegen`)).toBe(FEED)
    expect(await found(`/${FIRST_TOWN}/themen`)).toBe(FEED)
    expect(await found(`/${FIRST_TOWN}/themen/pothole`)).toBe(`${FEED}?category=pothole`)
    expect(await found(`/${FIRST_TOWN}/themen/abandoned-vehicle`)).toBeUndefined()
  })

  it('of a town that has not joined is not there, and no page names it', async () => {
    await changeTown(world, 'lemgo', { member: false })
    expect((await ask('/lemgo/feed.atom')).status).toBe(404)
    expect(await textOf('/lemgo/')).not.toContain('feed.atom')
  })

  it.skipIf(!HAS_XMLLINT)(HAS_XMLLINT ? 'is well-formed for xmllint' : `xmllint (skipped: ${NO_XMLLINT})`, async () => {
    await xmllint(await textOf(FEED))
    await xmllint(await textOf(`${FEED}?category=tree`))
  })

  it.skipIf(!GDAL)(GDAL ? 'is points for GDAL’s GeoRSS driver' : `GDAL (skipped: ${NO_GDAL})`, async () => {
    const file = join(folder, 'feed.atom')
    writeFileSync(file, await textOf(FEED))
    const layer = await gdal('ogrinfo', '-ro', '-al', file)
    expect(layer).toContain('Feature Count: 2')
    expect(layer).toMatch(/using driver `GeoRSS'/)
    expect(layer).toContain(`POINT (${IN_FIRST_TOWN.lon} ${IN_FIRST_TOWN.lat})`)
  })
})
