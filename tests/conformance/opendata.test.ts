/** Files of all public reports as other programs read them, and the catalogue entry as a data portal does. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { XMLParser } from 'fast-xml-parser'
import jsonld from 'jsonld'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setVisibility } from '../../server/reports/set-visibility.ts'
import { insertReports } from '../support/bulk-reports.ts'
import { HAS_XMLLINT, NO_XMLLINT } from '../support/debian-tools.ts'
import { GDAL, gdal, NO_GDAL, xmllint } from '../support/gdal.ts'
import { changeTown } from '../support/outside.ts'
import { type Planted, PUBLIC_KINDS, plant } from '../support/planted.ts'
import { IN_FIRST_TOWN, IN_NEIGHBOUR, submitPothole } from '../support/reports.ts'
import { createWorld, FIRST_TOWN, NEIGHBOUR, PUBLIC_URL, type World } from '../support/world.ts'

/** More than two pages of a file. */
const MANY = 2_100

let world: World
let folder: string
let own: Planted
let other: Planted
let formula: number
beforeAll(async () => {
  world = await createWorld()
  folder = mkdtempSync(join(tmpdir(), 'anliegenwerk-opendata-'))
  own = await plant(world, { town: FIRST_TOWN, word: 'zeisig', at: IN_FIRST_TOWN })
  other = await plant(world, { town: NEIGHBOUR, word: 'dompfaff', at: IN_NEIGHBOUR })
  const text = '=SUMME(A1); "quer"\nzweite Zeile'
  formula = (await submitPothole(world, { description: text })).report.number
  await setVisibility(await world.as(world.people.Bernd), {
    number: formula,
    version: 1,
    what: 'text',
    visibility: 'shown',
  })
  await insertReports(world, FIRST_TOWN, MANY)
}, 240_000)
afterAll(async () => {
  await world.close()
  rmSync(folder, { recursive: true, force: true })
})

const DATA = `/${FIRST_TOWN}/opendata`
const ask = (path: string, init: RequestInit = {}) => world.app.fetch(new Request(PUBLIC_URL + path, init))
const textOf = async (path: string) => {
  const answer = await ask(path)
  expect([path, answer.status]).toEqual([path, 200])
  return answer.text()
}
const rowsOf = async (query = ''): Promise<Record<string, string>[]> =>
  parse(await textOf(`${DATA}/meldungen.csv${query}`), { columns: true, bom: true, delimiter: ';' })
// biome-ignore lint/suspicious/noExplicitAny: what a stranger reads has no type of ours
const featuresOf = async (query = ''): Promise<any[]> =>
  JSON.parse(await textOf(`${DATA}/meldungen.geojson${query}`)).features

describe('the files', () => {
  it('hold every public report once, the newest first, the same in both', async () => {
    const rows = await rowsOf()
    const numbers = rows.map(({ number }) => Number(number))
    expect(numbers.length).toBeGreaterThan(MANY)
    expect(new Set(numbers).size).toBe(numbers.length)
    const features = await featuresOf()
    expect(features.map(({ id }) => id)).toEqual(numbers)
    const list = await (await ask(`/${FIRST_TOWN}/ogc/collections/meldungen/items?limit=1`)).json()
    expect(list.numberMatched).toBe(numbers.length)
    const moments = rows.map(({ receivedAt }) => receivedAt!)
    expect(moments).toEqual(moments.toSorted().toReversed())
  })

  it('are CSV as German spreadsheets want it: mark, semicolons, whole lines, and no formula', async () => {
    const answer = await ask(`${DATA}/meldungen.csv`)
    expect(answer.headers.get('Content-Type')).toBe('text/csv; charset=utf-8')
    const bytes = new Uint8Array(await answer.arrayBuffer())
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const text = new TextDecoder().decode(bytes)
    expect(text.split('\r\n')[0]).toMatch(/^number;category;/)
    const row = (await rowsOf()).find(({ number }) => Number(number) === formula)!
    expect(row.description).toBe('\'=SUMME(A1); "quer"\nzweite Zeile')
    expect([Number(row.lat), Number(row.lon)]).toEqual([IN_FIRST_TOWN.lat, IN_FIRST_TOWN.lon])
  })

  it('hold only what is asked for, by the filters of the list', async () => {
    const closed = await rowsOf('?status=closed')
    expect(closed.length).toBeGreaterThanOrEqual(MANY / 2)
    expect(new Set(closed.map(({ status }) => status))).toEqual(new Set(['done']))
    expect(await rowsOf('?category=tree')).toEqual([])
    expect(await featuresOf('?bbox=1,1,2,2')).toEqual([])
    expect(await featuresOf(`?q=${own.shown.number}`)).toHaveLength(1)
    expect((await featuresOf('?since=2026-01-01T08:00:00Z')).length).toBeLessThan(MANY)
    for (const query of ['bbox=x', 'status=lost', 'limit=5', 'since=gestern'])
      expect([query, (await ask(`${DATA}/meldungen.csv?${query}`)).status]).toEqual([query, 400])
  })

  it('are sent page by page: who goes away early ends the reading, and nobody waits meanwhile', async () => {
    let transactions = 0
    const { inTransaction } = world.database
    world.database.inTransaction = (town, work) => {
      transactions++
      return inTransaction(town, work)
    }
    try {
      const reader = (await ask(`${DATA}/meldungen.geojson`)).body!.getReader()
      await reader.read()
      const begun = transactions
      // Another visitor, while the file is half read.
      expect((await ask(`/${FIRST_TOWN}/ogc`)).status).toBe(200)
      await reader.read()
      expect(transactions).toBeGreaterThan(begun)
      await reader.cancel()
      const atEnd = transactions
      expect((await ask(`/${FIRST_TOWN}/ogc`)).status).toBe(200)
      expect(transactions - atEnd).toBeLessThanOrEqual(1)
    } finally {
      world.database.inTransaction = inTransaction
    }
  })

  it('break off, and do not just end, when the database goes away in the middle', async () => {
    const { inTransaction } = world.database
    const reader = (await ask(`${DATA}/meldungen.csv`)).body!.getReader()
    await reader.read()
    world.database.inTransaction = () => Promise.reject(new Error('away'))
    try {
      await expect(reader.read()).rejects.toThrow()
    } finally {
      world.database.inTransaction = inTransaction
    }
    expect(world.logLines.some(({ message }) => message === 'open data broken off')).toBe(true)
  })

  it.skipIf(!GDAL)(GDAL ? 'open in GDAL' : `GDAL (skipped: ${NO_GDAL})`, async () => {
    const count = (await rowsOf()).length
    const [geojson, csv] = [join(folder, 'a.geojson'), join(folder, 'a.csv')]
    writeFileSync(geojson, await textOf(`${DATA}/meldungen.geojson`))
    writeFileSync(csv, await textOf(`${DATA}/meldungen.csv`))
    const layer = await gdal('ogrinfo', '-ro', '-so', '-al', geojson)
    expect(layer).toContain(`Feature Count: ${count}`)
    expect(layer).toContain('receivedAt: DateTime')
    const places = ['-oo', 'X_POSSIBLE_NAMES=lon', '-oo', 'Y_POSSIBLE_NAMES=lat', '-oo', 'AUTODETECT_TYPE=YES']
    const table = await gdal('ogrinfo', '-ro', '-so', '-al', csv, ...places)
    expect(table).toContain(`Feature Count: ${count}`)
    for (const column of ['number: Integer', 'status: String', 'Geometry: Point']) expect(table).toContain(column)
  })
})

describe('nobody finds out more than on the pages', () => {
  it('in any file, feed, collection or catalogue: nothing hidden, nothing of the neighbour', async () => {
    const items = `/${FIRST_TOWN}/ogc/collections/meldungen/items?limit=1000`
    const everything: string[] = []
    for (let next: string | undefined = items; next; ) {
      const answer = await ask(next)
      const page: { links: { rel: string; href: string }[] } = await answer.json()
      everything.push(JSON.stringify(page), JSON.stringify([...answer.headers]))
      next = page.links.find(({ rel }) => rel === 'next')?.href.slice(PUBLIC_URL.length)
    }
    expect(everything.length).toBeGreaterThan(4)
    for (const path of ['/meldungen.csv', '/meldungen.geojson', '/dcat.jsonld', '/dcat.rdf', ''])
      everything.push(await textOf(DATA + path))
    for (const path of [`/${FIRST_TOWN}/feed.atom`, `/${FIRST_TOWN}/ogc/api`, `/${FIRST_TOWN}/ogc/collections`])
      everything.push(await textOf(path))
    everything.push(await textOf(`${items}&f=html`))
    for (const { number } of [own.shown, own.hidden, own.order, own.ended])
      for (const format of ['json', 'html'])
        everything.push(await textOf(`/${FIRST_TOWN}/ogc/collections/meldungen/items/${number}?f=${format}`))

    const text = everything.join('\n').toLowerCase()
    const kinds = new Set([...text.matchAll(/zeisig-([a-z]+)/g)].map(([, kind]) => kind!))
    expect([...kinds].filter((kind) => !PUBLIC_KINDS.includes(kind))).toEqual([])
    expect(kinds).toContain('oeffentlich')
    expect(text).not.toContain('dompfaff')
    const links = [own.shown, own.hidden, own.order, own.ended].flatMap(({ id, tracking, stop }) => [
      id,
      tracking,
      stop,
    ])
    for (const secret of [...links, own.order.outside, own.hidden.photo.id, own.draft.token])
      expect(text.includes(secret.toLowerCase())).toBe(false)
    const byNumber = new Map((await featuresOf()).map(({ id, properties }) => [id, properties]))
    expect(byNumber.get(own.shown.number).photos).toBe(1)
    expect(byNumber.get(own.hidden.number)).toMatchObject({ photos: 0, description: null, address: null })
    const platform = (await textOf('/opendata/dcat.jsonld')).toLowerCase()
    expect(/zeisig|dompfaff/.test(platform)).toBe(false)
    const theirs = await (await ask(`/${NEIGHBOUR}/opendata/meldungen.geojson`)).text()
    expect([theirs.includes(other.word), theirs.includes(own.word)]).toEqual([true, false])
  })
})

const DCAT = 'http://www.w3.org/ns/dcat#'
const DCT = 'http://purl.org/dc/terms/'
const DCATDE = 'http://dcat-ap.de/def/dcatde/'
const FOAF = 'http://xmlns.com/foaf/0.1/'
// biome-ignore lint/suspicious/noExplicitAny: an expanded graph
type Expanded = any

/** Every node of the expanded graph that has this type. */
async function nodesOf(path: string, type: string): Promise<Expanded[]> {
  const expanded = await jsonld.flatten(await jsonld.expand(JSON.parse(await textOf(path))))
  return (expanded as Expanded[]).filter((node) => node['@type']?.includes(type))
}
const valueIn = (node: Expanded, property: string) => node[property]?.[0]?.['@value'] ?? node[property]?.[0]?.['@id']

describe('the catalogue entry', () => {
  it('has everything that DCAT-AP.de demands', async () => {
    const [catalogue] = await nodesOf(`${DATA}/dcat.jsonld`, `${DCAT}Catalog`)
    for (const name of [`${DCT}title`, `${DCT}description`, `${DCT}publisher`, `${DCAT}dataset`])
      expect([name, valueIn(catalogue, name)]).toEqual([name, expect.any(String)])
    const [dataset] = await nodesOf(`${DATA}/dcat.jsonld`, `${DCAT}Dataset`)
    for (const name of ['title', 'description', 'publisher', 'identifier', 'modified', 'accrualPeriodicity'])
      expect([name, valueIn(dataset, DCT + name)]).toEqual([name, expect.any(String)])
    expect(Number.isNaN(Date.parse(valueIn(dataset, `${DCT}modified`)))).toBe(false)
    expect(valueIn(dataset, `${DCAT}theme`)).toBe('http://publications.europa.eu/resource/authority/data-theme/GOVE')
    expect(valueIn(dataset, `${DCATDE}politicalGeocodingURI`)).toBe(
      'http://dcat-ap.de/def/politicalGeocoding/municipalityKey/05766008',
    )
    expect(valueIn(dataset, `${DCATDE}contributorID`)).toBeUndefined()
    const publishers = await nodesOf(`${DATA}/dcat.jsonld`, `${FOAF}Agent`)
    expect(publishers.map((one) => valueIn(one, `${FOAF}name`))).toEqual(['Stadt Bad Salzuflen'])
    const [service] = await nodesOf(`${DATA}/dcat.jsonld`, `${DCAT}DataService`)
    for (const name of [`${DCAT}endpointURL`, `${DCT}title`])
      expect([name, valueIn(service, name)]).toEqual([name, expect.any(String)])
  })

  it('has what the shapes and conventions of version 3.0 ask for besides', async () => {
    const path = `${DATA}/dcat.jsonld`
    const [service] = await nodesOf(path, `${DCAT}DataService`)
    for (const name of [
      `${DCT}publisher`,
      `${DCT}conformsTo`,
      `${DCT}accessRights`,
      `${DCAT}contactPoint`,
      `${DCAT}theme`,
    ])
      expect([name, service[name]?.length]).toEqual([name, expect.any(Number)])
    const [dataset] = await nodesOf(path, `${DCAT}Dataset`)
    // Convention 11: the geocode once more as dct:spatial.
    expect(dataset[`${DCT}spatial`]).toContainEqual({ '@id': valueIn(dataset, `${DCATDE}politicalGeocodingURI`) })
    expect(valueIn(dataset, 'http://data.europa.eu/r5r/availability')).toMatch(/\/planned-availability\/STABLE$/)
    const [period] = await nodesOf(path, `${DCT}PeriodOfTime`)
    expect(Number.isNaN(Date.parse(valueIn(period, `${DCAT}startDate`)))).toBe(false)
    // Conventions 4 and 5: a reference system, and its order of axes.
    for (const place of await nodesOf(path, `${DCT}Location`))
      expect(valueIn(place, `${DCAT}bbox`)).toMatch(/^<[^>]*CRS84> POLYGON\(\(8\.\d+ 52\.\d+,/)
    const contacts = await nodesOf(path, 'http://www.w3.org/2006/vcard/ns#Kind')
    expect(contacts.length).toBeGreaterThan(0)
    for (const contact of contacts)
      expect(valueIn(contact, 'http://www.w3.org/2006/vcard/ns#hasEmail')).toMatch(/^mailto:/)
    for (const agent of await nodesOf(path, `${FOAF}Agent`))
      expect(valueIn(agent, `${DCT}type`)).toMatch(/\/publishertype\/LocalAuthority$/)
    for (const one of await nodesOf(path, `${DCAT}Distribution`))
      expect(valueIn(one, 'http://www.w3.org/ns/adms#status')).toMatch(/\/distribution-status\/COMPLETED$/)
  })

  it('names a licence, a format and an address for every way to the data', async () => {
    const distributions = await nodesOf(`${DATA}/dcat.jsonld`, `${DCAT}Distribution`)
    expect(distributions).toHaveLength(5)
    for (const one of distributions) {
      expect(valueIn(one, `${DCT}license`)).toBe('http://dcat-ap.de/def/licenses/dl-by-de/2.0')
      expect(valueIn(one, `${DCATDE}licenseAttributionByText`)).toBe('Stadt Bad Salzuflen')
      expect(valueIn(one, `${DCT}format`)).toMatch(/\/authority\/file-type\/(GEOJSON|CSV|JSON|ATOM)$/)
      const address: string = valueIn(one, `${DCAT}accessURL`)
      expect(address.startsWith(`${PUBLIC_URL}/${FIRST_TOWN}/`)).toBe(true)
      // What another surface answers has its own tests.
      if (address.includes('open311')) continue
      const answer = await world.app.fetch(new Request(address))
      expect([address, answer.status]).toEqual([address, 200])
      await answer.body?.cancel()
    }
  })

  it('follows the town’s own licence and its name at GovData; a county has a key of its own', async () => {
    await changeTown(world, 'kreis-lippe', { openData: { licence: 'dl-zero-de/2.0', contributor: 'kreis-lippe-id' } })
    const path = '/kreis-lippe/opendata/dcat.jsonld'
    const [dataset] = await nodesOf(path, `${DCAT}Dataset`)
    expect(valueIn(dataset, `${DCATDE}contributorID`)).toBe('http://dcat-ap.de/def/contributors/kreis-lippe-id')
    expect(valueIn(dataset, `${DCATDE}politicalGeocodingURI`)).toMatch(/\/districtKey\/05766$/)
    for (const one of await nodesOf(path, `${DCAT}Distribution`)) {
      expect(valueIn(one, `${DCT}license`)).toBe('http://dcat-ap.de/def/licenses/dl-zero-de/2.0')
      expect(valueIn(one, `${DCATDE}licenseAttributionByText`)).toBeUndefined()
    }
  })

  it('says the same in RDF/XML', async () => {
    const answer = await ask(`${DATA}/dcat.rdf`)
    expect(answer.headers.get('Content-Type')).toBe('application/rdf+xml; charset=utf-8')
    const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '@' })
    const catalogue = parser.parse(await answer.text())['rdf:RDF']['dcat:Catalog']
    expect(catalogue['@rdf:about']).toBe(`${PUBLIC_URL}${DATA}#katalog`)
    const dataset = catalogue['dcat:dataset']['dcat:Dataset']
    expect(dataset['dct:title']['@xml:lang']).toBe('de')
    expect(dataset['dct:modified']['@rdf:datatype']).toBe('http://www.w3.org/2001/XMLSchema#dateTime')
    const ways = dataset['dcat:distribution'].map((one: Expanded) => one['dcat:Distribution'])
    const licences = ways.map((one: Expanded) => one['dct:license']['@rdf:resource'])
    expect(new Set(licences)).toEqual(new Set(['http://dcat-ap.de/def/licenses/dl-by-de/2.0']))
    const expanded = await nodesOf(`${DATA}/dcat.jsonld`, `${DCAT}Distribution`)
    expect(ways.map((one: Expanded) => one['@rdf:about']).toSorted()).toEqual(
      expanded.map((one) => one['@id']).toSorted(),
    )
  })

  it.skipIf(!HAS_XMLLINT)(HAS_XMLLINT ? 'is well-formed for xmllint' : `xmllint (skipped: ${NO_XMLLINT})`, async () => {
    await xmllint(await textOf(`${DATA}/dcat.rdf`))
  })

  it('of the platform has the data of every live member town, and of no other', async () => {
    const titles = async () => {
      const found = await nodesOf('/opendata/dcat.jsonld', `${DCAT}Dataset`)
      return found.map((one) => one['@id'].slice(PUBLIC_URL.length)).toSorted()
    }
    const all = [FIRST_TOWN, NEIGHBOUR, 'kreis-lippe', 'lemgo'].map((town) => `/${town}/opendata#meldungen`)
    expect(await titles()).toEqual(all.toSorted())
    await changeTown(world, 'lemgo', { live: false })
    await changeTown(world, 'kreis-lippe', { member: false })
    expect(await titles()).toEqual(all.slice(0, 2).toSorted())
    expect((await ask('/opendata/dcat.jsonld?page=2')).status).toBe(404)
    expect((await ask('/opendata/dcat.jsonld?page=x')).status).toBe(400)
    for (const path of ['opendata', 'opendata/meldungen.csv', 'opendata/dcat.jsonld'])
      expect([path, (await ask(`/kreis-lippe/${path}`)).status]).toEqual([path, 404])
    expect((await ask('/lemgo/opendata/dcat.jsonld')).status).toBe(404)
  })
})

describe('the page', () => {
  it('offers the files and names licence, columns and interfaces, in every language', async () => {
    for (const [lang, word] of [
      ['de', 'Sie dürfen die Daten frei nutzen'],
      ['de-simple', 'Sie dürfen die Daten frei benutzen'],
      ['en', 'You may use the data freely'],
    ]) {
      const page = await textOf(`${DATA}?lang=${lang}`)
      expect(page).toContain(word)
      expect(page).toContain('https://www.govdata.de/dl-de/by-2-0')
      for (const href of ['meldungen.geojson', 'meldungen.csv', 'dcat.jsonld', 'dcat.rdf'])
        expect(page).toContain(`href="${DATA}/${href}?lang=${lang}"`)
    }
    expect(await textOf(`/${FIRST_TOWN}/`)).toContain(`href="${DATA}"`)
  })
})
