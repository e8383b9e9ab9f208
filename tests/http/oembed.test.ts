/** oEmbed: what the systems of other websites make of the address of a page. */
import { XMLParser } from 'fast-xml-parser'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changeTown } from '../support/outside.ts'
import { submitPothole } from '../support/reports.ts'
import { createWorld, FIRST_TOWN, NEIGHBOUR, PUBLIC_URL, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const get = (path: string) => world.app.fetch(new Request(path.startsWith('http') ? path : PUBLIC_URL + path))
const about = (url: string, more = '') => get(`/oembed?url=${encodeURIComponent(PUBLIC_URL + url)}${more}`)
const SRC = /src="([^"]+)"/

describe('oEmbed', () => {
  it.each([
    ['/', 'karte'],
    ['/anliegen', 'liste'],
    ['/melden', 'melden'],
  ])('%s names its answer, which shows %s in a frame that is there', async (path, widget) => {
    const page = await (await get(`/${FIRST_TOWN}${path}`)).text()
    const [, href] = /type="application\/json\+oembed" href="([^"]+)"/.exec(page) ?? []
    const answer = await get(href!.replaceAll('&amp;', '&'))
    expect([answer.status, answer.headers.get('Access-Control-Allow-Origin')]).toEqual([200, '*'])
    const shown = await answer.json()
    expect(shown).toMatchObject({ type: 'rich', version: '1.0', author_name: 'Stadt Bad Salzuflen' })
    expect([shown.width > 0, shown.height > 0, shown.html.includes(`title="${shown.title}"`)]).toEqual([
      true,
      true,
      true,
    ])
    const [, src] = SRC.exec(shown.html) ?? []
    expect(src).toBe(`${PUBLIC_URL}/${FIRST_TOWN}/embed/${widget}?lang=de`)
    expect((await get(src!)).status).toBe(200)
  })

  it('says the same in XML, and 501 of any other format', async () => {
    const answer = await about(`/${FIRST_TOWN}`, '&format=xml')
    expect(answer.headers.get('Content-Type')).toBe('text/xml; charset=utf-8')
    const { oembed } = new XMLParser({ parseTagValue: false }).parse(await answer.text())
    const json = await (await about(`/${FIRST_TOWN}`)).json()
    expect(oembed).toEqual(Object.fromEntries(Object.entries(json).map(([name, value]) => [name, String(value)])))
    expect((await about(`/${FIRST_TOWN}`, '&format=yaml')).status).toBe(501)
  })

  it('is as large as the website wants, but not too narrow, and in the language of the address', async () => {
    const small = await (await about(`/${FIRST_TOWN}/anliegen?lang=en`, '&maxwidth=400&maxheight=300')).json()
    expect([small.width, small.height, small.title]).toEqual([400, 300, 'Latest reports in Bad Salzuflen'])
    expect(SRC.exec(small.html)?.[1]).toContain('/embed/liste?lang=en')
    expect((await (await about(`/${FIRST_TOWN}`, '&maxwidth=10')).json()).width).toBe(320)
  })

  it('knows nothing of what cannot stand in a frame, of other websites, and of towns that have not joined', async () => {
    const { report } = await submitPothole(world)
    for (const path of [
      `/${FIRST_TOWN}/anliegen/${report.number}`,
      `/amt/${FIRST_TOWN}`,
      '/',
      '/nowhere',
      '/__proto__',
    ])
      expect([path, (await about(path)).status]).toEqual([path, 404])
    expect((await get(`/oembed?url=${encodeURIComponent('https://elsewhere.example/melden')}`)).status).toBe(404)
    for (const query of ['', '?url=x', `?url=${PUBLIC_URL}&url=x`, `?url=${PUBLIC_URL}&maxwidth=-1`, '?weather=1'])
      expect([query, (await get(`/oembed${query}`)).status]).toEqual([query, 400])
    await changeTown(world, NEIGHBOUR, { member: false })
    expect((await about(`/${NEIGHBOUR}`)).status).toBe(404)
    expect(await (await get(`/${NEIGHBOUR}`)).text()).not.toContain('json+oembed')
  })
})
