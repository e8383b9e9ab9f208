/** OGC API – Features: the standard by its own words, and GDAL, which knows nothing of us. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Validator } from '@seriousme/openapi-schema-validator'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { acceptReport } from '../../server/reports/accept-report.ts'
import { askReporter } from '../../server/reports/ask-reporter.ts'
import { setVisibility } from '../../server/reports/set-visibility.ts'
import { submitReport } from '../../server/reports/submit-report.ts'
import { GDAL, gdal, NO_GDAL } from '../support/gdal.ts'
import { changeTown } from '../support/outside.ts'
import { CITIZEN } from '../support/people.ts'
import { CONTACT, IN_FIRST_TOWN, IN_NEIGHBOUR, submitPothole } from '../support/reports.ts'
import { type Served, serveWorld } from '../support/serve-world.ts'
import { createWorld, FIRST_TOWN, NEIGHBOUR, type World } from '../support/world.ts'

let world: World
let served: Served
let folder: string
/** Eleven can be seen: nine potholes with a place, one without, one that has a question. */
const PLACED = 9
const ALL = PLACED + 2
let waiting: number
let nowhere: number
let asking: number
let hidden: number
beforeAll(async () => {
  world = await createWorld()
  folder = mkdtempSync(join(tmpdir(), 'anliegenwerk-ogc-'))
  const bernd = await world.as(world.people.Bernd)
  for (let n = 0; n < PLACED; n++) {
    const { report } = await submitPothole(world, { lat: IN_FIRST_TOWN.lat + n / 10_000 })
    world.pass(60_000)
    if (n < 3) await acceptReport(bernd, { number: report.number, version: 1 })
    else waiting = report.number
  }
  nowhere = (await submitPothole(world, { lat: undefined, lon: undefined, address: 'Am Markt 1' })).report.number
  world.pass(60_000)
  asking = (await submitPothole(world, { contact: CONTACT })).report.number
  await askReporter(bernd, { number: asking, version: 1, text: 'Wo genau?', days: 14 })
  hidden = (await submitPothole(world, { description: 'verborgen' })).report.number
  await setVisibility(bernd, { number: hidden, version: 1, what: 'report', visibility: 'hidden' })
  const next = { category: 'pothole', description: 'nebenan', ...IN_NEIGHBOUR, answers: {} }
  await submitReport(await world.as(CITIZEN, NEIGHBOUR), next, { intakeChannel: 'web' })
  served = await serveWorld(world)
})
afterAll(async () => {
  await served.close()
  await world.close()
  rmSync(folder, { recursive: true, force: true })
})

const at = (path = '') => `${served.url}/${FIRST_TOWN}/ogc${path}`
const ITEMS = '/collections/meldungen/items'
const ask = (path: string, headers: Record<string, string> = {}) =>
  world.app.fetch(new Request(path.startsWith('http') ? path : at(path), { headers }))
// biome-ignore lint/suspicious/noExplicitAny: what a stranger reads has no type of ours
const read = async (path: string): Promise<any> => {
  const answer = await ask(path)
  expect([path, answer.status]).toEqual([path, 200])
  return answer.json()
}
type Link = { rel: string; href: string; type?: string }
const linkOf = ({ links }: { links: Link[] }, rel: string) => links.find((link) => link.rel === rel)

describe('the landing page and what it links', () => {
  it('leads to description, conformance and data by absolute addresses from configuration', async () => {
    const landing = await read('')
    for (const rel of ['self', 'alternate', 'service-desc', 'service-doc', 'conformance', 'data', 'license'])
      expect([rel, linkOf(landing, rel)?.href]).toEqual([rel, expect.stringMatching(/^https?:\/\//)])
    for (const { href, rel, type } of landing.links as Link[]) {
      if (rel === 'license') continue
      expect(href.startsWith(at())).toBe(true)
      const answer = await ask(href)
      expect([href, answer.status, answer.headers.get('Content-Type')]).toEqual([
        href,
        200,
        expect.stringContaining(type!.split(';')[0]!),
      ])
    }
    const elsewhere = await world.app.fetch(new Request(at(''), { headers: { Host: 'evil.example' } }))
    expect(await elsewhere.text()).not.toContain('evil.example')
  })

  it('conforms to core, geojson, oas30 and html', async () => {
    const { conformsTo } = await read('/conformance')
    const parts = conformsTo.map((uri: string) => uri.split('/conf/').at(-1))
    expect(parts.toSorted()).toEqual(['core', 'geojson', 'html', 'oas30'])
  })

  it('describes itself by OpenAPI 3.0, which validates', async () => {
    const answer = await ask('/api')
    expect(answer.headers.get('Content-Type')).toBe('application/vnd.oai.openapi+json;version=3.0')
    const document = await answer.json()
    const validator = new Validator()
    const { valid, errors } = await validator.validate(document)
    expect(errors).toBeUndefined()
    expect([valid, validator.version]).toEqual([true, '3.0'])
    const names = document.paths[ITEMS].get.parameters.map(
      (one: { name?: string; $ref?: string }) => one.name ?? one.$ref,
    )
    for (const name of ['status', 'category', 'district']) expect(names).toContain(name)
    for (const path of Object.keys(document.paths)) {
      const filled = path.replace('{featureId}', path.includes('bezirke') ? 'spa-gardens-area' : String(waiting))
      expect([path, (await ask(filled)).status]).toEqual([path, 200])
    }
  })

  it('has the same words about a collection in the list and by itself', async () => {
    const { collections } = await read('/collections')
    expect(collections.map(({ id }: { id: string }) => id)).toEqual(['meldungen', 'bezirke'])
    for (const collection of collections) {
      expect(await read(`/collections/${collection.id}`)).toEqual(collection)
      expect(collection.extent.spatial.bbox[0]).toHaveLength(4)
      const types = collection.links.filter(({ rel }: Link) => rel === 'items').map(({ type }: Link) => type)
      expect(types).toEqual(['application/geo+json', 'text/html'])
    }
  })
})

describe('items', () => {
  it('are all public reports and nothing else, each with every property', async () => {
    const page = await read(ITEMS)
    expect([page.numberMatched, page.numberReturned, page.features.length]).toEqual([ALL, ALL, ALL])
    expect(Number.isNaN(Date.parse(page.timeStamp))).toBe(false)
    const names = Object.keys(page.features[0].properties)
    for (const { id, type, geometry, properties } of page.features) {
      expect([type, Object.keys(properties)]).toEqual(['Feature', names])
      expect([id, geometry === null]).toEqual([properties.number, id === nowhere])
      expect(properties.statusLabel).toMatch(/^(Eingegangen|In Bearbeitung)$/)
    }
    const text = JSON.stringify(page)
    for (const secret of ['verborgen', 'nebenan', CONTACT.email, CONTACT.name, 'Wo genau', 'question'])
      expect([secret, text.includes(secret)]).toEqual([secret, false])
  })

  it('page by absolute next links, each one once, with the exact number of all on every page', async () => {
    const seen: number[] = []
    let next: string | undefined = at(`${ITEMS}?limit=3&lang=en`)
    let pages = 0
    while (next) {
      const page = await read(next)
      expect([page.numberMatched, page.numberReturned]).toEqual([ALL, page.features.length])
      seen.push(...page.features.map(({ id }: { id: number }) => id))
      const link: Link | undefined = linkOf(page, 'next')
      expect(link?.type ?? 'application/geo+json').toBe('application/geo+json')
      next = link?.href
      pages++
    }
    expect([pages, new Set(seen).size, seen.length]).toEqual([4, ALL, ALL])
    expect(seen).toEqual(seen.toSorted((a, b) => b - a))
  })

  it('take a limit above the most as the most', async () => {
    expect((await read(`${ITEMS}?limit=100000000`)).numberReturned).toBe(ALL)
  })

  it('within a bbox also are those without a place, with heights or without, by long decimals', async () => {
    const { lat, lon } = IN_FIRST_TOWN
    const box = [lon - 0.00001, lat - 0.00001, lon + 0.00001, lat + 0.00011]
    const found = await read(`${ITEMS}?bbox=${box.map((n) => n.toFixed(17)).join(',')}`)
    expect(found.numberMatched).toBe(4)
    expect(found.features.map(({ id }: { id: number }) => id)).toContain(nowhere)
    const [west, south, east, north] = box
    expect((await read(`${ITEMS}?bbox=${west},${south},-10,${east},${north},9000`)).numberMatched).toBe(4)
    expect((await read(`${ITEMS}?bbox=0,0,1,1`)).numberMatched).toBe(1)
    expect((await read(`${ITEMS}?bbox=170,-90,-170,90`)).numberMatched).toBe(1)
    expect((await read(`${ITEMS}?bbox=8,-90,7,90`)).numberMatched).toBe(ALL)
  })

  it('are those received in an interval, open or not, or at an instant', async () => {
    const { features } = await read(`${ITEMS}?limit=5`)
    const moments: string[] = features.map((one: { properties: { receivedAt: string } }) => one.properties.receivedAt)
    const matched = async (datetime: string) =>
      (await read(`${ITEMS}?datetime=${encodeURIComponent(datetime)}`)).numberMatched
    // Two came in the same minute.
    const [newest, , third, , fifth] = moments as [string, string, string, string, string]
    expect(await matched(third)).toBe(1)
    expect(await matched(`${third}/${newest}`)).toBe(3)
    expect(await matched(`${third}/..`)).toBe(3)
    expect(await matched(`${third}/`)).toBe(3)
    expect(await matched(`../${fifth}`)).toBe(ALL - 4)
    expect(await matched(`/${fifth}`)).toBe(ALL - 4)
  })

  it('are those of a status, a category or a district; a question is work for everybody else', async () => {
    const { features } = await read(`${ITEMS}?status=in_progress`)
    expect(features).toHaveLength(4)
    expect(features[0].id).toBe(asking)
    expect((await read(`${ITEMS}?category=pothole&status=received`)).numberMatched).toBe(ALL - 4)
    expect((await read(`${ITEMS}?category=tree`)).numberMatched).toBe(0)
    expect((await read(`${ITEMS}?district=nowhere`)).numberMatched).toBe(0)
  })

  it.each([
    'unknown=1',
    'limit=0',
    'limit=-1',
    'limit=x',
    'limit=1&limit=2',
    'bbox=1,2,3',
    'bbox=1,2,3,x',
    'bbox=-181,0,1,1',
    'bbox=0,91,1,92',
    'bbox=0,10,1,5',
    'bbox=,,,',
    'datetime=gestern',
    'datetime=2026-01-01',
    'datetime=2026-02-01T00:00:00Z/2026-01-01T00:00:00Z',
    'datetime=../..',
    'datetime=',
    'status=question',
    'status=lost',
    'category=%00',
    'cursor=x',
    'cursor=5.x',
    'cursor=.MjAyNg',
    'f=xml',
    'lang=xx',
    '__proto__=1',
  ])('refuse %s with 400 and problem+json', async (query) => {
    const answer = await ask(`${ITEMS}?${query}`)
    expect(answer.status).toBe(400)
    expect(answer.headers.get('Content-Type')).toMatch(/^application\/problem\+json/)
    const { status, errors } = await answer.json()
    expect([status, errors.length > 0]).toEqual([400, true])
  })

  it('answer any query with 200 or 400', async () => {
    const name = fc.constantFrom(
      'bbox',
      'datetime',
      'limit',
      'cursor',
      'status',
      'category',
      'district',
      'f',
      'lang',
      'x',
    )
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '1',
        '0',
        '8,52,9,53',
        '../2026-01-01T00:00:00Z',
        btoa('2026-01-01T00:00:00.000Z|5'),
        btoa('|'),
        'json',
      ),
      fc.array(fc.double(), { maxLength: 7 }).map(String),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(name, value), { maxLength: 4 }), async (pairs) => {
        const { status } = await ask(`${ITEMS}?${new URLSearchParams(pairs)}`)
        expect([200, 400]).toContain(status)
      }),
      { numRuns: 300 },
    )
  })
})

describe('one feature', () => {
  it('has the id of its address and links to itself and its collection', async () => {
    const feature = await read(`${ITEMS}/${waiting}`)
    expect([feature.type, feature.id, feature.properties.number]).toEqual(['Feature', waiting, waiting])
    for (const rel of ['self', 'alternate', 'collection']) expect(linkOf(feature, rel)?.type).toBeDefined()
  })

  it('that is hidden, unknown or the neighbour’s is not there', async () => {
    for (const id of [hidden, 999_999, 'x', `0${waiting}`, `${waiting}.0`, '1e0', '99999999999'])
      expect([id, (await ask(`${ITEMS}/${id}`)).status]).toEqual([id, 404])
    expect((await ask('/collections/secrets')).status).toBe(404)
    expect((await ask('/collections/secrets/items')).status).toBe(404)
    const foreign = (await (await ask(`${served.url}/${NEIGHBOUR}/ogc${ITEMS}`)).json()).features
    expect(foreign).toHaveLength(1)
    expect(foreign[0].properties.url).toContain(`/${NEIGHBOUR}/`)
  })
})

describe('districts', () => {
  it('have the town’s boundaries, and are found where they touch the bbox', async () => {
    const items = '/collections/bezirke/items'
    const { features } = await read(items)
    expect(features).toMatchObject([{ id: 'spa-gardens-area', properties: { name: 'Kurpark' } }])
    const ring: [number, number][] = features[0].geometry.coordinates[0]
    const lons = ring.map(([lon]) => lon)
    const lats = ring.map(([, lat]) => lat)
    const [west, east] = [Math.min(...lons), Math.max(...lons)]
    const [south, north] = [Math.min(...lats), Math.max(...lats)]
    const found = async (...box: number[]) => (await read(`${items}?bbox=${box.join(',')}`)).numberMatched
    expect(await found(west - 1, south - 1, east + 1, north + 1)).toBe(1)
    const middle = [(west + east) / 2, (south + north) / 2] as const
    expect(await found(...middle, middle[0] + 1e-9, middle[1] + 1e-9)).toBe(1)
    expect(await found(west - 1, middle[1], east + 1, middle[1] + 1e-9)).toBe(1)
    expect(await found(east + 0.001, south, east + 1, north)).toBe(0)
    expect((await read(`${items}?datetime=2026-01-01T00:00:00Z`)).numberMatched).toBe(1)
    expect((await read(`${items}/spa-gardens-area`)).id).toBe('spa-gardens-area')
    expect((await ask(`${items}?cursor=-1`)).status).toBe(400)
  })
})

describe('for browsers and others', () => {
  it('is a page where HTML is asked for, by Accept or by f', async () => {
    const browser = { Accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' }
    for (const path of [
      '',
      '/api',
      '/conformance',
      '/collections',
      '/collections/meldungen',
      ITEMS,
      `${ITEMS}/${waiting}`,
    ]) {
      const page = await ask(path, browser)
      expect([path, page.status, page.headers.get('Content-Type')]).toEqual([path, 200, 'text/html; charset=UTF-8'])
      expect(page.headers.get('Vary')).toContain('Accept')
      expect(await page.text()).toContain('f=json')
      const json = await ask(`${path}?f=json`, browser)
      expect(json.headers.get('Content-Type')).toMatch(/json/)
    }
    const page = await (await ask(`${ITEMS}?limit=3&f=html`)).text()
    expect(page).toMatch(/rel="next"/)
    expect((await ask(`${ITEMS}?limit=0&f=html`)).headers.get('Content-Type')).toMatch(/^text\/html/)
    expect((await ask(ITEMS, { Accept: '*/*' })).headers.get('Content-Type')).toBe('application/geo+json')
  })

  it('answers any origin, HEAD, and 304 for what has not changed', async () => {
    const first = await ask(ITEMS, { Origin: 'https://elsewhere.example' })
    expect(first.headers.get('Access-Control-Allow-Origin')).toBe('*')
    world.pass(5_000)
    const again = await ask(ITEMS, { 'If-None-Match': first.headers.get('ETag')! })
    expect(again.status).toBe(304)
    const other = await ask(`${ITEMS}?lang=en`, { 'If-None-Match': first.headers.get('ETag')! })
    expect(other.status).toBe(200)
    const head = await world.app.fetch(new Request(at(ITEMS), { method: 'HEAD' }))
    expect([head.status, await head.text(), head.headers.get('Content-Type')]).toEqual([
      200,
      '',
      'application/geo+json',
    ])
    const visitor = await world.app.fetch(new Request(at(ITEMS)), { peer: '203.0.113.9' })
    expect(visitor.headers.get('RateLimit')).toMatch(/^"reads";r=\d+;t=\d+$/)
  })

  it('of a town that has not joined there is nothing', async () => {
    await changeTown(world, 'lemgo', { member: false })
    expect((await ask(`${served.url}/lemgo/ogc`)).status).toBe(404)
  })
})

describe.skipIf(!GDAL)(GDAL ? 'GDAL' : `GDAL (skipped: ${NO_GDAL})`, () => {
  const source = () => `OAPIF:${at()}`
  const count = (text: string) => Number(/Feature Count: (\d+)/.exec(text)?.[1])

  it('lists both collections, counts them and knows their columns', async () => {
    const list = await gdal('ogrinfo', '-ro', source())
    expect(list).toMatch(/meldungen/)
    expect(list).toMatch(/bezirke/)
    const layer = await gdal('ogrinfo', '-ro', '-so', source(), 'meldungen')
    expect(count(layer)).toBe(ALL)
    for (const column of ['number: Integer', 'status: String', 'receivedAt: DateTime', 'photos: Integer'])
      expect(layer).toContain(column)
    expect(layer).toMatch(/WGS 84/)
    expect(count(await gdal('ogrinfo', '-ro', '-so', source(), 'bezirke'))).toBe(1)
  })

  it('takes everything into a GeoPackage, in small pages and in large ones', async () => {
    for (const size of ['4', '1000']) {
      const file = join(folder, `all-${size}.gpkg`)
      await gdal('ogr2ogr', '-f', 'GPKG', file, source(), 'meldungen', '-oo', `PAGE_SIZE=${size}`)
      expect([size, count(await gdal('ogrinfo', '-so', file, 'meldungen'))]).toEqual([size, ALL])
    }
  })

  it('takes a section', async () => {
    const { lat, lon } = IN_FIRST_TOWN
    const box = [lon - 0.00001, lat - 0.00001, lon + 0.00001, lat + 0.00011].map(String)
    const csv = await gdal('ogr2ogr', '-f', 'CSV', '/vsistdout/', source(), 'meldungen', '-spat', ...box)
    // GDAL leaves out by itself what has no geometry.
    expect(csv.trim().split('\n')).toHaveLength(1 + 3)
    expect(served.asked.some((path) => path.includes('bbox='))).toBe(true)
  })

  it('has the server filter by status', async () => {
    const where = ['-where', "status='in_progress'"]
    const csv = await gdal('ogr2ogr', '-f', 'CSV', '/vsistdout/', source(), 'meldungen', ...where)
    expect(csv.trim().split('\n')).toHaveLength(1 + 4)
    expect(served.asked.some((path) => path.includes('status=in_progress'))).toBe(true)
  })
})
