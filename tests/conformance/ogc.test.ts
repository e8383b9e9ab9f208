/** OGC API – Features: the standard by its own words, and GDAL, which knows nothing of us. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Validator } from '@seriousme/openapi-schema-validator'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CRS_URIS, systemOf } from '../../server/http/ogc/crs.ts'
import { fromUtm, toUtm } from '../../server/http/ogc/utm.ts'
import { acceptReport } from '../../server/reports/accept-report.ts'
import { askReporter } from '../../server/reports/ask-reporter.ts'
import { setVisibility } from '../../server/reports/set-visibility.ts'
import { submitReport } from '../../server/reports/submit-report.ts'
import { GDAL, gdal, gdalTransform, NO_GDAL } from '../support/gdal.ts'
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

  it('conforms to core, geojson, oas30 and html of Part 1 and to Part 2', async () => {
    const { conformsTo } = await read('/conformance')
    const parts = conformsTo.map((uri: string) => uri.split('/ogcapi-features-').at(-1))
    const first = ['core', 'geojson', 'html', 'oas30'].map((part) => `1/1.0/conf/${part}`)
    expect(parts.toSorted()).toEqual([...first, '2/1.0/conf/crs'])
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

  it('page back by prev links to where they began, with the same on every page', async () => {
    const onward: unknown[] = []
    const idsOf = ({ features }: { features: { id: number }[] }) => features.map(({ id }) => id)
    let page = await read(at(`${ITEMS}?limit=3&status=received&lang=en`))
    expect(linkOf(page, 'prev')).toBeUndefined()
    onward.push(idsOf(page))
    while (linkOf(page, 'next')) {
      page = await read(linkOf(page, 'next')!.href)
      onward.push(idsOf(page))
    }
    expect(onward.length).toBeGreaterThan(2)
    const backward = [idsOf(page)]
    while (linkOf(page, 'prev')) {
      const { href } = linkOf(page, 'prev')!
      page = await read(href)
      expect((await ask(href)).headers.get('Link')).toContain('rel="next"')
      expect(page.numberMatched).toBe(onward.flat().length)
      backward.unshift(idsOf(page))
    }
    expect(backward).toEqual(onward)
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
    'cursor=5.-',
    'cursor=5.-x',
    'crs=EPSG:25832',
    'crs=http://www.opengis.net/def/crs/EPSG/0/31467',
    'bbox-crs=http://www.opengis.net/def/crs/EPSG/0/3857',
    'bbox=91,8,92,9&bbox-crs=http://www.opengis.net/def/crs/EPSG/0/4326',
    'bbox=480000,-1,490000,1&bbox-crs=http://www.opengis.net/def/crs/EPSG/0/25832',
    'bbox=490000,5770000,480000,5780000&bbox-crs=http://www.opengis.net/def/crs/EPSG/0/25832',
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
      'bbox-crs',
      'crs',
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
        ...CRS_URIS,
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

describe('reference systems', () => {
  const uriOf = (code: number) => `http://www.opengis.net/def/crs/EPSG/0/${code}`
  const placed = () => `${ITEMS}/${waiting}`

  it('are named by every collection, the one that is kept too', async () => {
    const { collections } = await read('/collections')
    for (const { crs, storageCrs } of collections) {
      expect(crs).toEqual([storageCrs, uriOf(4326), uriOf(25832), uriOf(25833)])
      expect(storageCrs).toBe('http://www.opengis.net/def/crs/OGC/1.3/CRS84')
    }
  })

  it('are named by a header that every origin may read, also where none was asked for', async () => {
    for (const path of [ITEMS, placed(), '/collections/bezirke/items']) {
      for (const crs of CRS_URIS) {
        const answer = await ask(`${path}?crs=${encodeURIComponent(crs)}`, { Origin: 'https://elsewhere.example' })
        expect([path, answer.headers.get('Content-Crs')]).toEqual([path, `<${crs}>`])
        expect(answer.headers.get('Access-Control-Expose-Headers')).toContain('Content-Crs')
      }
      expect((await ask(path)).headers.get('Content-Crs')).toBe(`<${CRS_URIS[0]}>`)
    }
    expect((await ask(`${placed()}?crs=x`)).status).toBe(400)
  })

  it('have their own order of axes: EPSG:4326 latitude first, zones of UTM easting first', async () => {
    const [lon, lat] = (await read(placed())).geometry.coordinates
    expect((await read(`${placed()}?crs=${uriOf(4326)}`)).geometry.coordinates).toEqual([lat, lon])
    const [easting, northing] = (await read(`${placed()}?crs=${uriOf(25832)}`)).geometry.coordinates
    expect([Math.round(easting / 10_000), Math.round(northing / 10_000)]).toEqual([48, 577])
    const [district] = (await read(`/collections/bezirke/items?crs=${uriOf(25832)}`)).features
    expect(district.geometry.coordinates[0][0][0]).toBeGreaterThan(400_000)
    const nothing = await read(`${ITEMS}/${nowhere}?crs=${uriOf(25832)}`)
    expect(nothing.geometry).toBeNull()
  })

  it('are understood in a bbox, whatever the answer is in, and kept by the links to other pages', async () => {
    const { lat, lon } = IN_FIRST_TOWN
    const latitudeFirst = `bbox=${lat - 0.00001},${lon - 0.00001},${lat + 0.00011},${lon + 0.00001}&bbox-crs=${uriOf(4326)}`
    expect((await read(`${ITEMS}?${latitudeFirst}`)).numberMatched).toBe(4)
    const [east, north] = toUtm(32, [lon, lat])
    const metres = `bbox=${east - 2},${north - 1},${east + 2},${north + 12.3}&bbox-crs=${uriOf(25832)}`
    const page = await read(`${ITEMS}?${metres}&limit=2&crs=${uriOf(25833)}`)
    expect(page.numberMatched).toBe(4)
    const next = await ask(linkOf(page, 'next')!.href)
    expect([next.headers.get('Content-Crs'), (await next.json()).numberMatched]).toEqual([`<${uriOf(25833)}>`, 4])
    expect((await read(`${ITEMS}?bbox=0,0,9,9&bbox-crs=${uriOf(25832)}`)).numberMatched).toBe(1)
  })

  it('lead there and back again, and every point of a box of metres is within its degrees', () => {
    const zone = fc.constantFrom([32, CRS_URIS[2]!] as const, [33, CRS_URIS[3]!] as const)
    const metres = (min: number, max: number) => fc.double({ min, max, noNaN: true })
    const corner = fc.tuple(metres(-1_000_000, 2_000_000), metres(0, 8_000_000))
    const size = fc.tuple(metres(0, 900_000), metres(0, 900_000))
    const share = fc.tuple(metres(0, 1), metres(0, 1))
    fc.assert(
      fc.property(zone, corner, size, share, ([number, uri], [x, y], [width, height], [u, v]) => {
        const inside: [number, number] = [x + u * width, y + v * height]
        const [lon, lat] = fromUtm(number, inside)
        const again = toUtm(number, [lon, lat])
        expect(Math.hypot(again[0] - inside[0], again[1] - inside[1])).toBeLessThan(0.001)
        const [west, south, east, north] = systemOf(uri).bounds([x, y, x + width, y + height])!
        const slack = 1e-9
        expect(lon).toBeGreaterThanOrEqual(west - slack)
        expect(lon).toBeLessThanOrEqual(east + slack)
        expect(lat).toBeGreaterThanOrEqual(south - slack)
        expect(lat).toBeLessThanOrEqual(north + slack)
      }),
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

  it('agrees with PROJ on UTM to a tenth of a millimetre, all over Germany and beyond', async () => {
    const pairs = [5.8, 8.7443, 9, 11.99, 15.1].flatMap((lon) =>
      [47.2, 50, 52.0871, 55.1].map((lat): [number, number] => [lon, lat]),
    )
    for (const [zone, code] of [
      [32, 'EPSG:25832'],
      [33, 'EPSG:25833'],
    ] as const) {
      const theirs = await gdalTransform('OGC:CRS84', code, pairs)
      for (const [at, pair] of pairs.entries()) {
        const [easting, northing] = toUtm(zone, pair)
        expect(Math.hypot(easting - theirs[at]![0], northing - theirs[at]![1])).toBeLessThan(0.0001)
      }
    }
  })

  it('reads an answer in metres where it belongs, to the centimetre', async () => {
    const query = `limit=1000&crs=${encodeURIComponent(CRS_URIS[2]!)}`
    const file = join(folder, 'metres.csv')
    const layer = await gdal('ogrinfo', '-ro', '-so', '-al', `${at(ITEMS)}?${query}`)
    expect([count(layer), /ETRS89 \/ UTM zone 32N/.test(layer)]).toEqual([ALL, true])
    const back = ['-t_srs', 'OGC:CRS84', '-lco', 'GEOMETRY=AS_XY', '-lco', 'SEPARATOR=SEMICOLON']
    await gdal('ogr2ogr', '-f', 'CSV', file, `${at(ITEMS)}?${query}`, ...back)
    const rows: Record<string, string>[] = parse(readFileSync(file), { columns: true, delimiter: ';' })
    const row = rows.find(({ number }) => Number(number) === waiting)!
    const [lon, lat] = (await read(`${ITEMS}/${waiting}`)).geometry.coordinates
    expect(Math.abs(Number(row.X) - lon)).toBeLessThan(1e-7)
    expect(Math.abs(Number(row.Y) - lat)).toBeLessThan(1e-7)
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
