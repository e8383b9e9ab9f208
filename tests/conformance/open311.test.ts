/** GeoReport v2 as its specification and the SeeClickFix validator have it. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inTransaction } from '../../server/context.ts'
import { listPhotoRows } from '../../server/photos/rows.ts'
import { setPhotoVisibility } from '../../server/photos/set-photo-visibility.ts'
import { closeReport } from '../../server/reports/close-report.ts'
import { noteReport } from '../../server/reports/note-report.ts'
import { findContactRow, findTextRow, getReportRow, listEventRows, listNoteRows } from '../../server/reports/rows.ts'
import { scheduleReport } from '../../server/reports/schedule-report.ts'
import { setVisibility } from '../../server/reports/set-visibility.ts'
import { type Answer, keyFor, open311Client, type Parsed, sentReport } from '../support/open311.ts'
import { changeTown } from '../support/outside.ts'
import { paintedPhoto } from '../support/photos.ts'
import { IN_NEIGHBOUR, IN_NO_TOWN, submitPothole } from '../support/reports.ts'
import { compiledTown } from '../support/towns.ts'
import { createWorld, FIRST_TOWN, NEIGHBOUR, PUBLIC_URL, type World } from '../support/world.ts'

const DAY_MS = 86_400_000
/** As a town writes one of its own. */
const OWN_CATEGORY = {
  group: 'green',
  groupName: 'Grün',
  icon: 'dots',
  kind: 'defect' as const,
  photo: 'welcome' as const,
  disclosure: 'place_first' as const,
  contact: 'optional' as const,
  answerWithin: 2,
  place: 'point' as const,
  emergency: [],
  search: [],
}

let world: World
let town: ReturnType<typeof open311Client>
let platform: ReturnType<typeof open311Client>
let submitKey: { id: string; key: string }
beforeAll(async () => {
  world = await createWorld()
  town = open311Client(world)
  platform = open311Client(world, '/open311/v2/')
  submitKey = await keyFor(world, ['submit'])
})
afterAll(() => world.close())

const HERE = `jurisdiction_id=${FIRST_TOWN}`
const told = ({ content }: Answer): string[] => content.map(({ description }: Parsed) => description)
const idsOf = ({ content }: Answer): string[] => content.map((one: Parsed) => one.service_request_id)
const requestsOf = ({ content }: Answer): Parsed[] => content?.request ?? []
const rowOf = async (number: number) => inTransaction(await world.as('Anna'), (ctx) => getReportRow(ctx, number))

describe('discovery, by the rules of the SeeClickFix validator', () => {
  it.each(['town', 'platform'])('of the %s names everything it must in both formats', async (which) => {
    const client = which === 'town' ? town : platform
    const xml = (await client.get('discovery.xml')).content
    const json = (await client.get('discovery.json')).content
    expect(json.contact).toMatch(/\S/)
    expect(json.key_service).toMatch(/http:\/\/127\.0\.0\.1:3000(\/bad-salzuflen)?\/schnittstellen$/)
    expect(json.endpoints.length).toBeGreaterThan(0)
    for (const endpoint of json.endpoints) {
      expect(endpoint).toMatchObject({ specification: 'http://wiki.open311.org/GeoReport_v2', type: 'production' })
      expect(endpoint.url).toMatch(/^http:\/\/127\.0\.0\.1:3000(\/bad-salzuflen)?\/open311\/v2$/)
      expect(endpoint.formats).toContain('text/xml')
      expect(Date.parse(endpoint.changeset)).toBeLessThanOrEqual(world.now().getTime())
    }
    expect(xml).toMatchObject({ changeset: json.changeset, contact: json.contact, key_service: json.key_service })
    expect(xml.endpoints.endpoint.formats.format).toEqual(json.endpoints[0].formats)
  })

  it('has another changeset when the town has changed', async () => {
    const before = (await town.get('discovery.json')).content.changeset
    world.pass(DAY_MS)
    await changeTown(world, FIRST_TOWN, { postcodes: ['32105'] })
    expect((await town.get('discovery.json')).content.changeset > before).toBe(true)
  })
})

describe('which town', () => {
  it('must be named where there are several, and be one that is there', async () => {
    expect((await platform.get('services.xml')).status).toBe(400)
    expect((await platform.get('services.xml?jurisdiction_id=')).status).toBe(400)
    for (const unknown of ['nowhere', 'a.b.example', 'x%00', '..%2F', 'BAD SALZUFLEN']) {
      const answer = await platform.get(`services.xml?jurisdiction_id=${unknown}`)
      expect([unknown, answer.status]).toEqual([unknown, 404])
    }
    expect((await platform.get(`services.xml?${HERE}`)).content.service.length).toBeGreaterThan(10)
  })

  it('is fixed below a town: another one is not there', async () => {
    expect((await town.get(`services.json?${HERE}`)).status).toBe(200)
    expect((await town.get(`services.json?jurisdiction_id=${NEIGHBOUR}`)).status).toBe(404)
    expect((await town.post('requests.json', [['jurisdiction_id', NEIGHBOUR]])).status).toBe(404)
  })

  it('may have a host of its own, by which it is called too', async () => {
    await changeTown(world, NEIGHBOUR, { host: 'melden.herford.example' })
    const byHost = await platform.get('services.json?jurisdiction_id=Melden.Herford.Example')
    expect(byHost.content).toEqual((await platform.get(`services.json?jurisdiction_id=${NEIGHBOUR}`)).content)
    const own = await world.app.fetch(new Request('http://melden.herford.example:3000/open311/v2/services.json'))
    expect(await own.json()).toEqual(byHost.content)
    const key = await keyFor(world, ['submit'], NEIGHBOUR)
    const place = IN_NEIGHBOUR
    const sent = sentReport(key.key, [
      ['lat', String(place.lat)],
      ['long', String(place.lon)],
    ])
    const posted = await open311Client(world, `/${NEIGHBOUR}/open311/v2/`).post('requests.xml', sent)
    expect(posted.status).toBe(200)
    await changeTown(world, NEIGHBOUR, {})
  })
})

describe('services', () => {
  it('are the town’s categories, the same in both formats, each name once', async () => {
    const { content } = await town.get('services.json')
    expect(content.map((one: Parsed) => one.service_code)).toContain('pothole')
    for (const one of content) {
      expect(one).toMatchObject({ metadata: true, type: 'realtime' })
      for (const field of ['service_code', 'service_name', 'description', 'keywords', 'group'])
        expect([one.service_code, field, typeof one[field]]).toEqual([one.service_code, field, 'string'])
    }
    const names = content.map((one: Parsed) => one.service_name)
    expect(new Set(names).size).toBe(names.length)
    const xml = (await town.get('services.xml')).content.service
    expect(xml.map((one: Parsed) => [one.service_code, one.metadata, ...one.group])).toEqual(
      content.map((one: Parsed) => [one.service_code, 'true', one.group]),
    )
  })

  it('that rest stay in the list, marked: what is missing there others delete', async () => {
    const { categories } = compiledTown(FIRST_TOWN).town
    const paused = categories.map((one) =>
      'catalogue' in one && one.catalogue === 'tree' ? { ...one, change: { ...one.change, paused: {} } } : one,
    )
    const before = (await town.get('services.json')).content.length
    await changeTown(world, FIRST_TOWN, { categories: paused })
    const { content } = await town.get('services.json')
    expect(content.length).toBe(before)
    const tree = content.find((one: Parsed) => one.service_code === 'tree')
    expect(tree.keywords.split(',')).toContain('inactive')
    await changeTown(world, FIRST_TOWN, {})
  })

  it('have their questions as attributes with types, order and values', async () => {
    const { content } = await town.get('services/street-light.json')
    expect(content.service_code).toBe('street-light')
    expect(content.attributes.map((one: Parsed) => one.order)).toEqual(
      content.attributes.map((_: Parsed, index: number) => index + 1),
    )
    const byCode = new Map<string, Parsed>(content.attributes.map((one: Parsed) => [one.code, one]))
    expect(byCode.get('fault')).toMatchObject({ datatype: 'singlevaluelist', variable: true, required: false })
    expect(byCode.get('fault').values[0]).toEqual({ key: 'dark', name: expect.any(String) })
    expect(byCode.get('wires').values.map((one: Parsed) => one.key)).toEqual(['yes', 'no'])
    expect(byCode.get('lamps')).toMatchObject({ datatype: 'number' })
    expect(byCode.get('wires-yes-danger')).toMatchObject({
      variable: false,
      description: expect.stringContaining('112'),
    })
    expect(byCode.get('fixmystreet_id')).toMatchObject({ automated: 'server_set', required: false })
  })

  it('have a definition each, with codes that stand in an address as they are', async () => {
    for (const { service_code: code } of (await town.get('services.json')).content) {
      expect(code).toMatch(/^[A-Za-z0-9._-]+$/)
      const { status, content } = await town.get(`services/${code}.xml`)
      expect([code, status, content.service_code]).toEqual([code, 200, code])
      const codes = content.attributes.map((one: Parsed) => one.code)
      expect(codes).toContain('fixmystreet_id')
      expect(codes.filter((one: string) => !/^[\w.-]+$/.test(one))).toEqual([])
      expect(new Set(codes).size).toBe(codes.length)
    }
    expect((await town.get('services/no-such.xml')).status).toBe(404)
  })

  it('are told in the language asked for', async () => {
    const { content } = await town.get('services.json', { 'Accept-Language': 'en' })
    expect(content.find((one: Parsed) => one.service_code === 'pothole').service_name).toBe('Pothole, road damage')
  })
})

describe('a report that is filed', () => {
  const filedNumber = ({ status, content }: Answer): number => {
    expect([status, content]).toEqual([
      200,
      { request: [expect.objectContaining({ service_request_id: expect.any(String) })] },
    ])
    return Number(content.request[0].service_request_id)
  }

  it('has a number, its three paragraphs, contact, answers and place', async () => {
    const answers = await town.post(
      'requests.xml',
      sentReport(submitKey.key, [
        ['service_code', 'street-light'],
        ['attribute[fault]', 'damaged'],
        ['attribute[wires]', 'yes'],
        ['attribute[unknown]', 'x'],
      ]),
    )
    const number = filedNumber(answers)
    expect(answers.content.request[0].service_notice).toContain('112')
    const report = await rowOf(number)
    expect(report).toMatchObject({ intakeChannel: 'api', category: 'street-light', lat: 52.0862, source: null })
    const { text, contact } = await inTransaction(await world.as('Anna'), async (ctx) => ({
      text: await findTextRow(ctx, report.id),
      contact: await findContactRow(ctx, report.id),
    }))
    expect(text?.description).toBe('Loch\n\nVor dem Haus.\n\nhttps://fms.example/report/77')
    expect(text?.answers.map(({ key, value }) => [key, value])).toEqual([
      ['fault', 'damaged'],
      ['wires', true],
    ])
    expect(contact).toMatchObject({ name: 'Anna Muster', email: 'anna@post.example' })
  })

  it('may come as JSON’s address, with the key in the query, with an address in words alone', async () => {
    const fields = sentReport('', [['address_string', 'Am Markt 26']]).filter(
      ([name]) => !['api_key', 'lat', 'long', 'description'].includes(name),
    )
    const { status, content } = await platform.post(`requests.json?api_key=${submitKey.key}`, [
      ['jurisdiction_id', FIRST_TOWN],
      ...fields,
    ])
    expect([status, content]).toEqual([
      200,
      [{ service_request_id: expect.stringMatching(/^\d+$/), service_notice: expect.any(String), account_id: null }],
    ])
    expect(await rowOf(Number(content[0].service_request_id))).toMatchObject({ lat: null, placeSource: 'words' })
  })

  it('takes several values of an attribute in both spellings', async () => {
    const own = compiledTown(FIRST_TOWN).town.categories
    const options = ['bench', 'bin', 'sign'].map((key) => ({ key, label: key }))
    const broken = { key: 'broken', type: 'several_of' as const, label: 'Was ist kaputt?', options }
    const question = { ...broken, required: true, public: false, effects: [] }
    const showIf = { question: 'broken', is: 'sign' }
    const which = { ...question, key: 'which', type: 'text' as const, options: undefined, label: 'Welches?', showIf }
    const park = { ...OWN_CATEGORY, key: 'park', name: 'Park', questions: [question, which] }
    await changeTown(world, FIRST_TOWN, { categories: [...own, park] })
    const [several, conditional] = (await town.get('services/park.json')).content.attributes
    expect(several).toMatchObject({ datatype: 'multivaluelist', required: true })
    expect(conditional).toMatchObject({ code: 'which', required: false })
    for (const name of ['attribute[broken]', 'attribute[broken][]']) {
      const more: [string, string][] = [
        ['service_code', 'park'],
        [name, 'bench'],
        [name, 'sign'],
      ]
      const number = filedNumber(await town.post('requests.xml', sentReport(submitKey.key, more)))
      const { id } = await rowOf(number)
      const text = await inTransaction(await world.as('Anna'), (ctx) => findTextRow(ctx, id))
      expect([name, text?.answers[0]?.value]).toEqual([name, ['bench', 'sign']])
    }
    const without = await town.post('requests.json', sentReport(submitKey.key, [['service_code', 'park']]))
    expect([without.status, told(without)[0]]).toEqual([400, expect.stringMatching(/^attribute\[broken\]: /)])
  })

  it('needs a key of this town with the right scope', async () => {
    const reading = await keyFor(world, ['read'])
    const neighbours = await keyFor(world, ['submit'], NEIGHBOUR)
    for (const key of ['', 'aw_wrong', 'x'.repeat(500), reading.key, neighbours.key]) {
      const { status, content } = await town.post('requests.xml', sentReport(key))
      expect([status, content.error[0].code]).toEqual([403, '403'])
    }
  })

  it.each([
    ['service_code', [['service_code', '']], 400],
    ['service_code', [['service_code', 'no-such']], 404],
    ['lat', [['lat', 'north']], 400],
    ['long', [['long', '']], 400],
    ['email', [['email', 'anna']], 400],
    ['description', [['description', 'x'.repeat(4001)]], 400],
    ['attribute[size]', [['attribute[size]', 'enormous']], 400],
    [
      'lat',
      [
        ['lat', String(IN_NO_TOWN.lat)],
        ['long', String(IN_NO_TOWN.lon)],
      ],
      400,
    ],
  ] as [string, [string, string][], number][])(
    'is refused naming %s when that is wrong: %j',
    async (field, more, status) => {
      const answer = await town.post('requests.json', sentReport(submitKey.key, more))
      expect([answer.status, told(answer).map((one) => one.split(': ')[0])]).toEqual([status, [field]])
    },
  )

  it('names every wrong field, in the language asked for', async () => {
    const wrong = sentReport(submitKey.key, [
      ['lat', 'x'],
      ['email', 'y'],
    ])
    const german = told(await town.post('requests.json', wrong))
    const english = told(await town.post('requests.json', wrong, { 'Accept-Language': 'en' }))
    expect([german.length, english.length]).toEqual([2, 2])
    expect(english).not.toEqual(german)
  })

  it('of another town is refused with a sentence that names it', async () => {
    const there = sentReport(submitKey.key, [
      ['lat', String(IN_NEIGHBOUR.lat)],
      ['long', String(IN_NEIGHBOUR.lon)],
    ])
    const answer = await town.post('requests.xml', there)
    expect([answer.status, answer.content.error[0].description]).toEqual([
      400,
      'Dieser Ort gehört zu Herford. Senden Sie das Anliegen an jurisdiction_id=herford.',
    ])
  })

  it('with an Idempotency-Key is filed once', async () => {
    const key = { 'Idempotency-Key': 'one-and-the-same' }
    const first = await town.post('requests.json', sentReport(submitKey.key), key)
    const again = await town.post('requests.json', sentReport(submitKey.key), key)
    expect(idsOf(again)).toEqual(idsOf(first))
    expect(again.headers.get('Idempotent-Replayed')).toBe('true')
  })

  describe('with photos', () => {
    let server: Server
    let base: string
    let photo: Uint8Array
    beforeAll(async () => {
      photo = await paintedPhoto(80, 60)
      server = createServer((request, answer) => {
        if (request.url === '/moved.jpg') return answer.writeHead(302, { Location: '/a.jpg' }).end()
        if (request.url?.endsWith('.jpg')) return answer.writeHead(200, { 'Content-Type': 'image/jpeg' }).end(photo)
        if (request.url === '/page') return answer.writeHead(200).end('<html>Bitte anmelden</html>')
        answer.writeHead(404).end()
      })
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    })
    afterAll(() => new Promise((resolve) => server.close(resolve)))

    const kept = async (number: number) => {
      const report = await rowOf(number)
      return inTransaction(await world.as('Anna'), async (ctx) => ({
        photos: (await listPhotoRows(ctx, report.id)).length,
        notes: (await listNoteRows(ctx, report.id)).map(({ text }) => text),
      }))
    }

    it('fetches them from where they lie, and names to the clerks those it cannot', async () => {
      const addresses = ['/a.jpg', '/gone.png', '/moved.jpg', '/page']
      const sent = await town.post(
        'requests.xml',
        sentReport(
          submitKey.key,
          addresses.map((path): [string, string] => ['media_url', base + path]),
        ),
      )
      const { photos, notes } = await kept(filedNumber(sent))
      expect(photos).toBe(1)
      expect(notes).toEqual([expect.stringMatching(/FixMyStreet.*gone\.png.*moved\.jpg.*page \(kein Foto/s)])
      expect(sent.content.request[0].service_notice).toContain('3 Fotos')
    })

    it('takes five and no more, and asks no address that is not public', async () => {
      const six = Array.from({ length: 6 }, (_, n): [string, string] => ['media_url', `${base}/${n}.jpg`])
      expect(await kept(filedNumber(await town.post('requests.xml', sentReport(submitKey.key, six))))).toEqual({
        photos: 5,
        notes: [expect.stringContaining('mehr als 5')],
      })
      const inside: [string, string][] = ['http://10.0.0.1/a.jpg', 'file:///etc/passwd', 'https://[::1]/', 'x'].map(
        (url) => ['media_url', url],
      )
      expect(await kept(filedNumber(await town.post('requests.xml', sentReport(submitKey.key, inside))))).toEqual({
        photos: 0,
        notes: [expect.stringContaining('nicht erreichbar')],
      })
    })

    it('takes a photo as large as cameras make it', async () => {
      const noise = sharp({
        create: { width: 900, height: 700, channels: 3, noise: { type: 'gaussian', mean: 128, sigma: 60 } } as never,
      })
      const bytes = new Uint8Array(await noise.jpeg({ quality: 95 }).toBuffer())
      expect(bytes.byteLength).toBeGreaterThan(300_000)
      const sent = sentReport(submitKey.key, [['photo1', new File([bytes], 'gross.jpg')]])
      expect(await kept(filedNumber(await town.post('requests.xml', sent)))).toEqual({ photos: 1, notes: [] })
    })

    it('takes files too, as FixMyStreet and others name them', async () => {
      const file = () => new File([photo as Uint8Array<ArrayBuffer>], 'foto.jpg', { type: 'image/jpeg' })
      const broken = new File(['no photo'], 'kaputt.jpg')
      for (const name of ['photo1', 'photo', 'media', 'media[]', 'file_abc']) {
        const sent = sentReport(submitKey.key, [
          [name, file()],
          ['photo2', broken],
        ])
        expect([name, await kept(filedNumber(await town.post('requests.xml', sent)))]).toEqual([
          name,
          { photos: 1, notes: [expect.stringContaining('kaputt.jpg')] },
        ])
      }
    })
  })
})

describe('reports that are read', () => {
  const FIELDS = [
    ...['service_request_id', 'status', 'service_name', 'service_code', 'description', 'requested_datetime'],
    ...['updated_datetime', 'address', 'address_id', 'zipcode', 'lat', 'long', 'media_url'],
  ]
  let old: number
  let open: number
  let closed: number
  beforeAll(async () => {
    old = (await submitPothole(world)).report.number
    world.pass(100 * DAY_MS)
    open = (await submitPothole(world, { category: 'street-light', answers: { fault: 'dark' } })).report.number
    world.pass(60_000)
    closed = (await submitPothole(world, { lat: 52.09, lon: 8.75 })).report.number
    world.pass(60_000)
    const Bernd = await world.as(world.people.Bernd)
    await scheduleReport(Bernd, { number: closed, version: 1, date: '2027-12-01' })
    await closeReport(Bernd, {
      number: closed,
      version: 2,
      reason: 'repaired',
      answer: 'Das Loch ist zu.',
      silent: false,
    })
  })

  it('have every field that is always present, empty or not, ids as words, times to the second', async () => {
    const { content, text } = await town.get('requests.xml')
    const json = (await town.get('requests.json')).content
    expect(content.request.length).toBe(json.length)
    for (const one of json) {
      expect(FIELDS.filter((field) => !(field in one))).toEqual([])
      expect([typeof one.service_request_id, typeof one.service_code]).toEqual(['string', 'string'])
      expect(one.status).toMatch(/^(open|closed)$/)
      for (const field of ['requested_datetime', 'updated_datetime'])
        expect(one[field]).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(Z|[+-]\d{2}:\d{2})$/)
    }
    for (const field of FIELDS)
      expect([field, text.split(new RegExp(`<${field}[/>]`)).length - 1]).toEqual([field, json.length])
  })

  it('are one list for one report too, with the town’s answer', async () => {
    const json = (await town.get(`requests/${closed}.json`)).content
    expect(json).toEqual([
      expect.objectContaining({
        service_request_id: String(closed),
        status: 'closed',
        status_notes: 'Das Loch ist zu.',
      }),
    ])
    expect((await town.get(`requests.json?service_request_id=${closed}`)).content).toEqual(json)
    for (const wrong of ['999999', 'x', '0', '-1', '99999999999999999999'])
      expect([wrong, (await town.get(`requests/${wrong}.xml`)).status]).toEqual([wrong, 404])
  })

  const list = async (query: string) => idsOf(await town.get(`requests.json?${query}`)).map(Number)
  const iso = (ms: number) => new Date(world.now().getTime() + ms).toISOString()

  it('can be chosen by id over everything else, by service, by status, by time', async () => {
    expect(await list(`service_request_id=${old},${open},abc&status=closed&end_date=2000-01-01T00:00:00Z`)).toEqual([
      open,
      old,
    ])
    expect(await list('service_code=street-light,tree')).toEqual([open])
    expect(await list('service_code=no-such')).toEqual([])
    expect(await list('status=closed')).toEqual([closed])
    expect(await list('status=open,closed')).toEqual([closed, open])
    expect(await list('status=&service_code=&start_date=')).toEqual([closed, open])
    expect(await list(`start_date=${iso(-90_000)}`)).toEqual([closed])
    expect(await list(`updated_after=${iso(-30_000)}`)).toEqual([closed])
    expect(await list(`updated_before=${iso(-99 * DAY_MS)}`)).toContain(old)
    expect(await list('q=laterne')).toEqual([open])
    expect(await list('q=Bushaltestelle')).toEqual([])
  })

  it('span ninety days at most: of more the newest, counted from the end', async () => {
    expect(await list(`start_date=${iso(-1_000 * DAY_MS)}`)).toEqual([closed, open])
    expect(await list(`start_date=${iso(-1_000 * DAY_MS)}&end_date=${iso(-99 * DAY_MS)}`)).toContain(old)
    expect(await list(`end_date=${iso(-5 * DAY_MS)}`)).not.toContain(open)
    const { requested_datetime: at } = (await town.get(`requests/${open}.json`)).content[0]
    expect(await list(`start_date=${at}&end_date=${at}`)).toEqual([open])
    expect(await list(`start_date=${at.replace('Z', '+00:00')}&end_date=${at}`)).toEqual([open])
  })

  it('can be chosen by place', async () => {
    expect(await list('bbox=8.74,52.08,8.7449,52.0868')).toEqual([open])
    expect(await list('lat=52.0862&long=8.7443&radius=50')).toEqual([open])
    expect(await list('lat=52.0862&long=8.7443&radius=5000')).toEqual([closed, open])
    // 50 m to the east at this latitude are 0.00073 degrees.
    expect(await list('lat=52.0862&long=8.74505&radius=50')).toEqual([])
    expect(await list('lat=52.0862&long=8.74501&radius=50')).toEqual([open])
  })

  it('come page by page, each once', async () => {
    expect(await list('page_size=1')).toEqual([closed])
    expect(await list('page_size=1&page=2')).toEqual([open])
    expect(await list('page_size=1&page=3')).toEqual([])
    expect((await list('page_size=5000')).length).toBe(2)
  })

  it('show more only when asked', async () => {
    const plain = (await town.get(`requests/${closed}.json`)).content[0]
    expect(Object.keys(plain)).not.toContain('extended_attributes')
    const [more] = (await town.get(`requests.json?service_request_id=${closed}&extensions=true`)).content
    expect(more.extended_attributes).toEqual({ detailed_status: 'PROCESSED', media_urls: [], district: 'Kurpark' })
    expect(more.notes.map((note: Parsed) => [note.type, note.description])).toEqual([
      ['fixed', 'Das Loch ist zu.'],
      ['action_scheduled', 'Eingeplant für 1. Dezember'],
      ['open', 'Eingegangen'],
    ])
  })

  it.each([
    'start_date=yesterday',
    'end_date=2026-13-01T00:00:00Z',
    'status=new',
    'page=0',
    'page=x',
    'lat=91&long=1&radius=1',
    'lat=1',
    'bbox=1,2,3',
    'radius=5',
  ])('are refused for %s', async (query) => {
    const answer = await town.get(`requests.json?${query}`)
    expect([answer.status, answer.content[0].code]).toEqual([400, '400'])
    expect(told(answer)[0]).toMatch(/^\w+: \S/)
  })

  it('of the neighbour are not there', async () => {
    const neighbour = open311Client(world, `/${NEIGHBOUR}/open311/v2/`)
    expect((await neighbour.get(`requests/${open}.xml`)).status).toBe(404)
    const found = await neighbour.get(`requests.json?service_request_id=${old},${open},${closed}`)
    expect(found.content.filter((one: Parsed) => one.service_code === 'street-light')).toEqual([])
  })
})

describe('errors and manners', () => {
  it('speak the standard’s form at every unknown address', async () => {
    for (const path of [
      '',
      'nothing',
      'services',
      'requests.csv',
      'tokens/abc.xml',
      'services/a/b.xml',
      'requests/1',
    ]) {
      for (const client of [town, platform]) {
        const answer = await client.get(`${path}?${HERE}`)
        expect([path, answer.status, answer.content.error[0].code]).toEqual([path, 404, '404'])
      }
    }
    const outside = await open311Client(world, '/').get('open311')
    expect(outside.status).toBe(404)
    expect((await open311Client(world, '/nowhere/open311/v2/').get('services.json')).content[0].code).toBe('404')
    expect((await town.get('tokens/abc.json')).content[0].code).toBe('404')
  })

  it('answer HEAD, any origin, and an unchanged answer by its tag', async () => {
    expect((await town.head('services.xml')).status).toBe(200)
    const { headers } = await town.get('services.json', { Origin: 'https://anywhere.example' })
    expect(headers.get('Access-Control-Allow-Origin')).toBe('*')
    const again = await world.app.fetch(
      new Request(`${PUBLIC_URL}/${FIRST_TOWN}/open311/v2/services.json`, {
        headers: { 'If-None-Match': headers.get('ETag')! },
      }),
    )
    expect(again.status).toBe(304)
  })

  it('say when to come again to who asks too often', async () => {
    const key = await keyFor(world, ['submit'])
    await inTransaction(await world.as('Anna'), (ctx) =>
      ctx.db.execute(sql`update api_keys set per_hour = 1 where id = ${key.id}`),
    )
    await town.post('requests.json', sentReport(key.key))
    const over = await town.post('requests.json', sentReport(key.key))
    expect([over.status, over.content[0].code, Number(over.headers.get('Retry-After')) > 0]).toEqual([429, '429', true])
  })

  it('tell nothing of what goes wrong inside but a number to ask by', async () => {
    const broken = { ...world.deps.registry, town: () => Promise.reject(new Error('SELECT secret FROM rows')) }
    const { createApp } = await import('../../server/app.ts')
    const app = createApp({ ...world.deps, registry: broken })
    const answer = await app.fetch(new Request(`${PUBLIC_URL}/open311/v2/services.json?${HERE}`))
    const text = await answer.text()
    expect(answer.status).toBe(500)
    expect(text).not.toContain('SELECT')
    expect(text).toContain(answer.headers.get('X-Request-Id')!)
  })

  const words = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom(
      '',
      '1',
      '-1',
      '1e400',
      'NaN',
      '0x10',
      '2026-01-01',
      '9999-12-31T23:59:59+14:00',
      '0000-01-01T00:00:00Z',
      '1,2,3,4',
      ',,,',
      '\u0000',
    ),
  )
  const NAMES = [
    ...['service_request_id', 'service_code', 'start_date', 'end_date', 'status', 'page', 'page_size', 'bbox', 'lat'],
    ...['long', 'radius', 'q', 'updated_after', 'updated_before', 'extensions', 'jurisdiction_id', 'api_key', 'lang'],
  ]

  it('never fall over, whatever is asked', async () => {
    const asked = fc.dictionary(fc.constantFrom(...NAMES), words, { maxKeys: 5 })
    const paths = fc.constantFrom(
      'requests.xml',
      'requests.json',
      'servicerequestupdates.xml',
      'services.xml',
      'discovery.json',
    )
    await fc.assert(
      fc.asyncProperty(paths, asked, async (path, query) => {
        for (const client of [town, platform])
          expect((await client.get(`${path}?${new URLSearchParams(query)}`)).status).toBeLessThan(500)
      }),
      { numRuns: 80 },
    )
  })

  it('never fall over, whatever is sent', async () => {
    const key = await keyFor(world, ['submit', 'update'])
    const names = [
      'service_code',
      'lat',
      'long',
      'description',
      'address_string',
      'email',
      'phone',
      'attribute[size]',
      'attribute[__proto__]',
      'attribute[fixmystreet_id]',
      'media_url',
      'service_request_id',
      'update_id',
      'status',
      'updated_datetime',
    ]
    const sent = fc.array(fc.tuple(fc.constantFrom(...names), words), { maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(sent, fc.constantFrom('requests.xml', 'servicerequestupdates.json'), async (fields, path) => {
        expect((await town.post(path, sentReport(key.key, fields))).status).toBeLessThan(500)
      }),
      { numRuns: 60 },
    )
    for (const [type, body] of [
      ['application/json', '{"service_code":'],
      ['multipart/form-data', 'x'],
      ['multipart/form-data; boundary=a', '--b\r\n'],
      ['text/plain', 'x'],
    ] as const) {
      const request = new Request(`${PUBLIC_URL}/${FIRST_TOWN}/open311/v2/requests.xml`, {
        method: 'POST',
        body,
        headers: { 'Content-Type': type },
      })
      const answer = await world.app.fetch(request)
      expect([type, answer.status >= 400 && answer.status < 500]).toEqual([type, true])
    }
  })
})

describe('what is not for everybody', () => {
  it('stands in no answer: text, contact, note, hidden photo, hidden report', async () => {
    const bird = 'zaunkoenig'
    const sent = sentReport(submitKey.key, [
      ['description', `${bird}-text`],
      ['address_string', `${bird}-anschrift`],
      ['first_name', `${bird}-name`],
      ['email', `${bird}@post.example`],
      ['phone', `0123-${bird}`],
      ['photo1', new File([(await paintedPhoto(50, 40)) as Uint8Array<ArrayBuffer>], `${bird}.jpg`)],
    ])
    const number = Number(requestsOf(await town.post('requests.xml', sent))[0].service_request_id)
    const Bernd = await world.as(world.people.Bernd)
    await noteReport(Bernd, { number, text: `${bird}-vermerk` })
    const { id } = await rowOf(number)
    const [photo] = await inTransaction(Bernd, (ctx) => listPhotoRows(ctx, id))
    const paths = ['xml', 'json'].flatMap((format) => [
      `discovery.${format}`,
      `services.${format}`,
      `services/pothole.${format}`,
      `requests.${format}?extensions=true`,
      `requests.${format}?q=${bird.slice(0, 8)}`,
      `requests/${number}.${format}?extensions=true`,
      `servicerequestupdates.${format}`,
      `servicerequestupdates.${format}?api_key=${submitKey.key}`,
    ])
    const everything = async () =>
      (await Promise.all(paths.map((path) => town.get(path)))).map(({ text }) => text).join()
    const before = await everything()
    expect(before).toContain(`<service_request_id>${number}</service_request_id>`)
    expect(before).not.toContain(bird)
    expect(before).not.toContain(photo!.id)
    const version = async () => (await rowOf(number)).version
    await setVisibility(Bernd, { number, version: await version(), what: 'text', visibility: 'shown' })
    await setPhotoVisibility(Bernd, { number, version: await version(), photo: photo!.id, visibility: 'shown' })
    const released = await everything()
    expect(released).toContain(`${bird}-text`)
    expect(released).toContain(photo!.id)
    for (const kind of ['name', 'vermerk', '@post.example']) expect(released).not.toContain(`${bird}-${kind}`)
    expect(released).not.toContain(`${bird}@`)
    await setVisibility(Bernd, { number, version: await version(), what: 'text', visibility: 'hidden' })
    await setPhotoVisibility(Bernd, { number, version: await version(), photo: photo!.id, visibility: 'hidden' })
    const hiddenAgain = await everything()
    expect(hiddenAgain).not.toContain(bird)
    expect(hiddenAgain).not.toContain(photo!.id)
    await setVisibility(Bernd, { number, version: await version(), what: 'report', visibility: 'hidden' })
    expect(await everything()).not.toContain(`<service_request_id>${number}</service_request_id>`)
    expect((await town.get(`requests/${number}.xml`)).status).toBe(404)
    expect(JSON.stringify(world.logLines)).not.toContain(bird)
    const events = await inTransaction(Bernd, (ctx) => listEventRows(ctx, id))
    expect(events.find(({ action }) => action === 'submitted')).toMatchObject({
      actorKind: 'key',
      actorId: submitKey.id,
    })
  })
})
