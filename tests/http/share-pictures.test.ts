/** Pictures that messengers show: of a town, and of a report everybody may see. */
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../server/app.ts'
import { setVisibility } from '../../server/reports/set-visibility.ts'
import { changeTown } from '../support/outside.ts'
import { COUNTY, submitPothole } from '../support/reports.ts'
import { createWorld, FIRST_TOWN, NEIGHBOUR, PUBLIC_URL, type World } from '../support/world.ts'

let world: World
let number: number
beforeAll(async () => {
  world = await createWorld()
  number = (await submitPothole(world)).report.number
})
afterAll(() => world.close())

const get = (path: string, headers: Record<string, string> = {}, origin = PUBLIC_URL) =>
  world.app.fetch(new Request(origin + path, { headers }))
const bytesOf = async (answer: Response) => new Uint8Array(await answer.arrayBuffer())
/** How much of the picture is in this colour. */
async function shareOfColour(png: Uint8Array, [r, g, b]: number[]): Promise<number> {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  let hits = 0
  for (let i = 0; i < data.length; i += 3)
    if (Math.abs(data[i]! - r!) + Math.abs(data[i + 1]! - g!) + Math.abs(data[i + 2]! - b!) < 24) hits += 1
  return hits / (info.width * info.height)
}

describe('the picture', () => {
  it.each([
    ['of a town', () => `/${FIRST_TOWN}/bild.png`],
    ['of a report', () => `/${FIRST_TOWN}/anliegen/${number}/bild.png`],
  ])('%s is a PNG of 1200 × 630, small, and asked for again without being sent again', async (_of, path) => {
    const answer = await get(path())
    expect([answer.status, answer.headers.get('Content-Type')]).toEqual([200, 'image/png'])
    const png = await bytesOf(answer)
    expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 })
    expect(png.byteLength).toBeLessThan(80_000)
    const etag = answer.headers.get('ETag')!
    const again = await get(path(), { 'If-None-Match': etag })
    expect([again.status, (await bytesOf(again)).byteLength]).toEqual([304, 0])
  })

  it('of a report shows more of the town’s colour than the town alone: the pin', async () => {
    const { accent } = (await world.deps.registry.town(FIRST_TOWN))!.theme
    const colour = [1, 3, 5].map((at) => Number.parseInt(accent.slice(at, at + 2), 16))
    const town = await shareOfColour(await bytesOf(await get(`/${FIRST_TOWN}/bild.png`)), colour)
    const report = await shareOfColour(await bytesOf(await get(`/${FIRST_TOWN}/anliegen/${number}/bild.png`)), colour)
    expect(report - town).toBeGreaterThan(0.005)
  })

  it('of a report that is hidden, has no place, is another town’s or nobody’s is not there', async () => {
    const hidden = (await submitPothole(world)).report
    const path = `/${FIRST_TOWN}/anliegen/${hidden.number}/bild.png`
    expect((await get(path)).status).toBe(200)
    const Bernd = await world.as(world.people.Bernd)
    await setVisibility(Bernd, {
      number: hidden.number,
      version: hidden.version,
      what: 'report',
      visibility: 'hidden',
    })
    const placeless = (await submitPothole(world, { lat: undefined, lon: undefined, address: 'Am Markt' })).report
    for (const wrong of [
      path,
      `/${FIRST_TOWN}/anliegen/${placeless.number}/bild.png`,
      `/${NEIGHBOUR}/anliegen/${number}/bild.png`,
      `/${FIRST_TOWN}/anliegen/99999/bild.png`,
      `/${FIRST_TOWN}/anliegen/x/bild.png`,
    ])
      expect([wrong, (await get(wrong)).status]).toEqual([wrong, 404])
  })
})

describe('a shared page', () => {
  const pictureOf = async (path: string, origin?: string) =>
    /property="og:image" content="([^"]+)"/.exec(await (await get(path, {}, origin)).text())?.[1]

  it('names its picture by an address that works, with words for it', async () => {
    const html = await (await get(`/${FIRST_TOWN}/anliegen/${number}`)).text()
    const url = `${PUBLIC_URL}/${FIRST_TOWN}/anliegen/${number}/bild.png`
    expect(html).toContain(`<meta property="og:image" content="${url}"/>`)
    expect(html).toMatch(/property="og:image:alt" content="[^"]*Bad Salzuflen/)
    expect(html).toContain('<meta name="twitter:card" content="summary_large_image"/>')
    expect(await pictureOf(`/${FIRST_TOWN}/`)).toBe(`${PUBLIC_URL}/${FIRST_TOWN}/bild.png`)
  })

  it('of a town with its own host has its picture there', async () => {
    await changeTown(world, COUNTY, { host: 'melden.kreis.example' })
    const origin = 'http://melden.kreis.example:3000'
    expect(await pictureOf('/', origin)).toBe(`${origin}/bild.png`)
    expect((await get('/bild.png', {}, origin)).status).toBe(200)
  })

  it('has none where no pictures can be made, on the platform’s pages, and where the address is a secret', async () => {
    const edge = createApp({ ...world.deps, pictures: null })
    const html = await (await edge.fetch(new Request(`${PUBLIC_URL}/${FIRST_TOWN}/`))).text()
    expect(html).toContain('og:title')
    expect(html).not.toContain('og:image')
    expect((await edge.fetch(new Request(`${PUBLIC_URL}/${FIRST_TOWN}/bild.png`))).status).toBe(404)
    for (const path of ['/', `/${FIRST_TOWN}/abmelden/1-x`]) expect(await pictureOf(path)).toBeUndefined()
  })
})
