/** The life of a report between a FixMyStreet and a town: read the services, send, send again, follow, say more. */
import { execFile } from 'node:child_process'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { promisify } from 'node:util'
import { getRequestListener } from '@hono/node-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inTransaction } from '../../server/context.ts'
import { makeKey } from '../../server/keys/make-key.ts'
import { addResultPhoto } from '../../server/photos/report-photos.ts'
import { listPhotoRows } from '../../server/photos/rows.ts'
import { acceptReport } from '../../server/reports/accept-report.ts'
import { answerReport } from '../../server/reports/answer-report.ts'
import { askReporter } from '../../server/reports/ask-reporter.ts'
import { closeReport } from '../../server/reports/close-report.ts'
import { declineReport } from '../../server/reports/decline-report.ts'
import { noteReport } from '../../server/reports/note-report.ts'
import { readReport } from '../../server/reports/read-report.ts'
import { getReportRow, listNoteRows, moveReportRow } from '../../server/reports/rows.ts'
import { scheduleReport } from '../../server/reports/schedule-report.ts'
import { setVisibility } from '../../server/reports/set-visibility.ts'
import { undoChanges } from '../../server/reports/undo-changes.ts'
import { newPress, undoably } from '../../server/reports/undoable.ts'
import { HAS_PERL_CLIENT, NO_PERL_CLIENT } from '../support/debian-tools.ts'
import { type Answer, keyFor, open311Client, type Parsed, sentReport } from '../support/open311.ts'
import { paintedPhoto } from '../support/photos.ts'
import { submitPothole } from '../support/reports.ts'
import { createWorld, FIRST_TOWN, NEIGHBOUR, PUBLIC_URL, type World } from '../support/world.ts'

const FEED = 'servicerequestupdates.xml'

let world: World
let town: ReturnType<typeof open311Client>
let key: { id: string; key: string }
beforeAll(async () => {
  world = await createWorld()
  town = open311Client(world)
  key = await keyFor(world, ['submit', 'update'])
})
afterAll(() => world.close())

let fmsId = 100
const send = (id: string, apiKey = key.key) =>
  town.post('requests.xml', sentReport(apiKey, [['attribute[fixmystreet_id]', id]]))
const numberOf = ({ status, content }: Answer): number => {
  expect([status, content?.request?.length]).toEqual([200, 1])
  return Number(content.request[0].service_request_id)
}
const filed = async () => {
  const id = String(++fmsId)
  return { id, number: numberOf(await send(id)) }
}
const updatesOf = async (query = '', client = town): Promise<Parsed[]> => {
  const { status, content } = await client.get(`${FEED}?${query}`)
  expect(status).toBe(200)
  return content?.request_update ?? []
}
const about = (updates: Parsed[], number: number) => updates.filter((one) => one.service_request_id === String(number))
const rowOf = async (number: number) => inTransaction(await world.as('Anna'), (ctx) => getReportRow(ctx, number))
const notesOf = async (number: number) => {
  const { id } = await rowOf(number)
  return (await inTransaction(await world.as('Anna'), (ctx) => listNoteRows(ctx, id))).map(({ text }) => text)
}
type Fields = [string, string | Blob][]
const say = (number: number, updateId: string, more: Fields = [], apiKey = key.key) =>
  town.post(FEED, [
    ['api_key', apiKey],
    ['service_request_id', String(number)],
    ['update_id', updateId],
    ['updated_datetime', '2026-11-22T10:00:00+01:00'],
    ...(more.some(([name]) => name === 'status') ? [] : ([['status', 'OPEN']] as Fields)),
    ['description', 'Es ist noch tiefer geworden.'],
    ['first_name', 'Anna'],
    ['last_name', '-'],
    ['email', 'anna@geheim.example'],
    ...more,
  ])

describe('the same number of a FixMyStreet', () => {
  it('is the same report, however often it is sent', async () => {
    const { id, number } = await filed()
    expect(numberOf(await send(id))).toBe(number)
    world.pass(40 * 86_400_000)
    const again = await send(id)
    expect(numberOf(again)).toBe(number)
    expect(again.headers.get('Idempotent-Replayed')).toBe('true')
    expect(await rowOf(number)).toMatchObject({ source: `open311/${key.id}`, sourceRef: id })
  })

  it('is the same report when ten arrive at once', async () => {
    const id = String(++fmsId)
    const numbers = (await Promise.all(Array.from({ length: 10 }, () => send(id)))).map(numberOf)
    expect(new Set(numbers).size).toBe(1)
    expect(numberOf(await send(String(++fmsId)))).toBe(numbers[0]! + 1)
  })

  it('is another report when another system has it', async () => {
    const { id, number } = await filed()
    const other = await keyFor(world, ['submit'])
    expect(numberOf(await send(id, other.key))).not.toBe(number)
  })
})

describe('the feed of updates', () => {
  it('tells what became of a report, in FixMyStreet’s words, each with an id that stays', async () => {
    const { id, number } = await filed()
    const Bernd = await world.as(world.people.Bernd)
    world.pass(1_000)
    await acceptReport(Bernd, { number, version: 1 })
    world.pass(1_000)
    await scheduleReport(Bernd, { number, version: 2, date: '2027-12-01' })
    world.pass(1_000)
    await answerReport(Bernd, { number, version: 3, answer: 'Der Asphalt ist bestellt & kommt <bald>.' })
    world.pass(1_000)
    await closeReport(Bernd, { number, version: 4, reason: 'repaired', answer: 'Das Loch ist zu.', silent: false })
    const updates = about(await updatesOf(`api_key=${key.key}`), number)
    expect(updates.map(({ status, description }) => [status, description])).toEqual([
      ['in_progress', 'Straßen und Verkehr kümmert sich darum.'],
      ['action_scheduled', 'Eingeplant für 1. Dezember 2027'],
      ['unchanged', 'Der Asphalt ist bestellt & kommt <bald>.'],
      ['fixed', 'Das Loch ist zu.'],
    ])
    for (const update of updates) {
      expect(update).toMatchObject({ fixmystreet_id: id, update_id: expect.stringMatching(/^[\w-]{36}$/) })
      expect(update.updated_datetime).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
    }
    expect(about(await updatesOf(`api_key=${key.key}`), number)).toEqual(updates)
  })

  it('tells reasons that FixMyStreet has a word for', async () => {
    const Bernd = await world.as(world.people.Bernd)
    for (const [reason, status] of [
      ['duplicate', 'duplicate'],
      ['private_ground', 'not_councils_responsibility'],
      ['no_action_needed', 'no_further_action'],
    ] as const) {
      const { number } = await filed()
      await declineReport(Bernd, { number, version: 1, reason, answer: 'Wir haben nachgesehen.', silent: false })
      expect(about(await updatesOf(), number)).toMatchObject([{ status, description: 'Wir haben nachgesehen.' }])
    }
  })

  it('names the number of a FixMyStreet only to that one', async () => {
    const { number } = await filed()
    await acceptReport(await world.as(world.people.Bernd), { number, version: 1 })
    const other = await keyFor(world, ['submit', 'update'])
    const neighbours = await keyFor(world, ['submit', 'update'], NEIGHBOUR)
    for (const apiKey of ['', 'aw_wrong', other.key, neighbours.key]) {
      const [update] = about(await updatesOf(`api_key=${apiKey}`), number)
      expect([apiKey, update.status, update.fixmystreet_id]).toEqual([apiKey, 'in_progress', undefined])
    }
  })

  it('has both ends of its span in it, and no second beside', async () => {
    world.pass(7_200_000)
    world.pass(500 - (world.now().getTime() % 1_000) + 1_000)
    const { number } = await filed()
    await acceptReport(await world.as(world.people.Bernd), { number, version: 1 })
    const [update] = about(await updatesOf(), number)
    const at = update.updated_datetime
    const beside = (seconds: number) => new Date(Date.parse(at) + seconds * 1_000).toISOString().replace('.000Z', 'Z')
    const between = async (from: string, until: string) =>
      about(await updatesOf(`start_date=${from}&end_date=${until}`), number).length
    expect(await between(at, at)).toBe(1)
    expect(await between(beside(-60), at)).toBe(1)
    expect(await between(at, beside(60))).toBe(1)
    expect(await between(beside(1), beside(60))).toBe(0)
    expect(await between(beside(-60), beside(-1))).toBe(0)
    world.pass(3 * 3_600_000)
    expect(about(await updatesOf(), number)).toEqual([])
  })

  it('follows for the system that filed it what is not public: waiting, hidden, never to be shown', async () => {
    const Clara = await world.as(world.people.Clara)
    const other = await keyFor(world, ['submit', 'update'])
    const neighbours = await keyFor(world, ['submit', 'update'], NEIGHBOUR)
    const sealed = town.post(
      'requests.xml',
      sentReport(key.key, [
        ['service_code', 'graffiti'],
        ['attribute[hate]', 'yes'],
      ]),
    )
    const numbers = [(await filed()).number, (await filed()).number, numberOf(await sealed)]
    for (const [index, number] of numbers.entries()) {
      const hide = async (visibility: 'hidden' | 'waiting') => {
        await inTransaction(Clara, async (ctx) => {
          const row = await getReportRow(ctx, number)
          await moveReportRow(ctx, row, row.version, { visibility })
        })
      }
      if (index < 2) await hide(index === 0 ? 'waiting' : 'hidden')
      const { version } = await rowOf(number)
      const answer = 'Der zaunkoenig hat es behoben.'
      await closeReport(Clara, { number, version, reason: 'repaired', answer, silent: false })
    }
    const asked = async (query: string, headers = {}) => {
      const { text, content } = await town.get(`${FEED}?${query}`, headers)
      return {
        text,
        own: numbers.map((number) => about(content?.request_update ?? [], number).map((one) => one.status)),
      }
    }
    expect((await asked(`api_key=${key.key}`)).own).toEqual([['fixed'], ['fixed'], ['fixed']])
    expect((await asked('', { Authorization: `Bearer ${key.key}` })).own).toEqual([['fixed'], ['fixed'], ['fixed']])
    for (const query of ['', 'api_key=aw_wrong', `api_key=${other.key}`, `api_key=${neighbours.key}`]) {
      const { text, own } = await asked(query)
      expect([query, own]).toEqual([query, [[], [], []]])
      expect(text).not.toContain('zaunkoenig')
    }
    const atHome = await open311Client(world, `/${NEIGHBOUR}/open311/v2/`).get(`${FEED}?api_key=${key.key}`)
    expect(atHome.text).not.toContain('zaunkoenig')
  })

  it('tells that system nothing that was not meant for the reporter, and no photo that nobody can open', async () => {
    const Bernd = await world.as(world.people.Bernd)
    const { number } = await filed()
    await noteReport(Bernd, { number, text: 'rotkehlchen-vermerk' })
    await askReporter(Bernd, { number, version: 2, text: 'rotkehlchen-frage', days: 7 })
    const name = 'ergebnis.jpg'
    const photo = await world.deps.photos.clean(await paintedPhoto(50, 40))
    await addResultPhoto(Bernd, world.deps.blobs, { number, name, photo })
    const { version } = await rowOf(number)
    await closeReport(Bernd, { number, version, reason: 'repaired', answer: 'Behoben.', silent: false })
    await setVisibility(Bernd, { number, version: version + 1, what: 'report', visibility: 'hidden' })
    const { text, content, headers } = await town.get(`${FEED}?api_key=${key.key}`)
    const [update, ...more] = about(content.request_update, number)
    expect([update.description, update.media_url, more]).toEqual(['Behoben.', undefined, []])
    expect(text).not.toContain('rotkehlchen')
    expect(headers.get('Cache-Control')).toBe('private, no-store')
  })

  it('says nothing of what was taken back, of what is not public, and of the neighbour’s', async () => {
    const Bernd = await world.as(world.people.Bernd)
    const undone = (await filed()).number
    const press = newPress(Bernd)
    await undoably(Bernd, press, { number: undone, change: (ctx) => acceptReport(ctx, { number: undone, version: 1 }) })
    await undoChanges(Bernd, { step: press.id })
    const hidden = (await filed()).number
    await acceptReport(Bernd, { number: hidden, version: 1 })
    await setVisibility(Bernd, { number: hidden, version: 2, what: 'report', visibility: 'hidden' })
    expect(about(await updatesOf(`api_key=${key.key}`), undone)).toEqual([])
    expect(about(await updatesOf(), hidden)).toEqual([])
    expect(await updatesOf(`api_key=${key.key}`, open311Client(world, `/${NEIGHBOUR}/open311/v2/`))).toEqual([])
  })
})

describe('an update that FixMyStreet sends', () => {
  it('becomes a note for the clerks and changes nothing else', async () => {
    const { number } = await filed()
    const answer = await say(number, '9001', [['status', 'FIXED']])
    expect([answer.status, answer.content]).toEqual([200, { request_update: [{ update_id: '9001' }] }])
    expect(await notesOf(number)).toEqual([
      'Anna schreibt über FixMyStreet:\nEs ist noch tiefer geworden.\nStatus dort: behoben.',
    ])
    expect(await rowOf(number)).toMatchObject({ status: 'received', version: 2 })
    const { events, names } = await readReport(await world.as(world.people.Bernd), { number })
    expect(events[0]).toMatchObject({ action: 'update_taken', actorKind: 'key', actorId: key.id })
    expect(names.get(key.id)).toBe('FixMyStreet')
    const everything = [FEED, 'requests.xml?extensions=true', `requests/${number}.xml?extensions=true`]
    for (const path of everything) {
      const { text } = await town.get(path)
      expect(text).not.toContain('tiefer')
      expect(text).not.toContain('geheim')
    }
  })

  it('is taken once, sent again or ten times at once', async () => {
    const { number } = await filed()
    const all = await Promise.all(Array.from({ length: 10 }, () => say(number, '9002')))
    for (const answer of [...all, await say(number, '9002')])
      expect([answer.status, answer.content.request_update[0].update_id]).toEqual([200, '9002'])
    expect((await notesOf(number)).length).toBe(1)
    const other = await filed()
    const elsewhere = await say(other.number, '9002')
    expect([elsewhere.status, elsewhere.content.error[0].description]).toEqual([
      400,
      'update_id: Diese update_id gehört schon zu einem anderen Anliegen.',
    ])
  })

  it('does not come back by the feed', async () => {
    const { number } = await filed()
    await say(number, '9003')
    expect(about(await updatesOf(`api_key=${key.key}`), number)).toEqual([])
  })

  it('brings its photos, as many as there is room for', async () => {
    const { number } = await filed()
    const photos = await Promise.all(
      Array.from({ length: 4 }, async (_, n): Promise<[string, Blob]> => {
        const bytes = (await paintedPhoto(60 + n, 40)) as Uint8Array<ArrayBuffer>
        return [`photo${n + 1}`, new File([bytes], 'foto.jpg')]
      }),
    )
    await say(number, '9004', photos)
    await say(number, '9005', photos)
    const { id } = await rowOf(number)
    const rows = await inTransaction(await world.as('Anna'), (ctx) => listPhotoRows(ctx, id))
    expect(rows.map(({ visibility, position }) => [visibility, position])).toEqual(
      [1, 2, 3, 4, 5].map((position) => ['waiting', position]),
    )
    expect((await notesOf(number))[1]).toContain('3 Fotos sind nicht dabei')
  })

  it('is refused without the right key, for what is not there, and for what is missing', async () => {
    const { number } = await filed()
    const submitting = await keyFor(world, ['submit'])
    const neighbours = await keyFor(world, ['submit', 'update'], NEIGHBOUR)
    for (const apiKey of ['', submitting.key, neighbours.key])
      expect([apiKey, (await say(number, '9006', [], apiKey)).status]).toEqual([apiKey, 403])
    expect((await say(999_999, '9006')).status).toBe(404)
    expect((await town.post(FEED, [['api_key', key.key]])).content.error.length).toBe(4)
    expect((await say(number, '9006', [['status', '<b>']])).status).toBe(400)
    expect(await notesOf(number)).toEqual([])
  })

  it('reaches a report that is not public only from the system that filed it', async () => {
    const Bernd = await world.as(world.people.Bernd)
    const own = await filed()
    const { report } = await submitPothole(world)
    for (const number of [own.number, report.number])
      await setVisibility(Bernd, { number, version: 1, what: 'report', visibility: 'hidden' })
    expect((await say(own.number, '9007')).status).toBe(200)
    expect((await say(report.number, '9008')).status).toBe(404)
    const other = await keyFor(world, ['update'])
    const green = await makeKey(await world.as(world.people.Clara), {
      name: 'Baumkataster',
      scopes: ['update'],
      department: 'green',
      perHour: 100,
    })
    const ofRoads = (await submitPothole(world)).report.number
    expect((await say(ofRoads, '9010', [], green.key)).status).toBe(404)
    expect((await say(ofRoads, '9010', [], other.key)).status).toBe(200)
    expect((await say(own.number, '9009', [], other.key)).status).toBe(404)
  })
})

const title = 'XML::Simple and LWP, as FixMyStreet has them'
describe.skipIf(!HAS_PERL_CLIENT)(HAS_PERL_CLIENT ? title : `${title} (skipped: ${NO_PERL_CLIENT})`, () => {
  const SCRIPT = new URL('./open311-fixmystreet.pl', import.meta.url).pathname
  let server: Server
  let endpoint: string
  beforeAll(async () => {
    const passed = (request: Request) => {
      const { pathname, search } = new URL(request.url)
      return world.app.fetch(new Request(PUBLIC_URL + pathname + search, request))
    }
    server = createServer(getRequestListener(passed))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/open311/v2/`
  })
  afterAll(() => new Promise((resolve) => server.close(resolve)))

  const ask = async (...args: string[]): Promise<{ ok: boolean; status: number; content: Parsed }> => {
    const { stdout } = await promisify(execFile)('perl', [SCRIPT, ...args])
    return JSON.parse(stdout)
  }
  const get = (path: string, query: Record<string, string> = {}) =>
    ask('GET', `${endpoint}${path}?${new URLSearchParams({ jurisdiction_id: FIRST_TOWN, ...query })}`)
  const post = (path: string, fields: Fields) =>
    ask('POST', endpoint + path, ...[['jurisdiction_id', FIRST_TOWN], ...fields].flat().map(String))

  it('walk the whole way: services, questions, report, again, news, update, again', async () => {
    const services = (await get('services.xml')).content.service
    const pothole = services.find((one: Parsed) => one.service_code === 'pothole')
    expect(pothole).toMatchObject({
      service_name: 'Schlagloch, Straßenschaden',
      metadata: 'true',
      group: ['Straßen und Wege'],
    })
    const definition = (await get('services/pothole.xml')).content
    const attributes = new Map<string, Parsed>(definition.attributes.map((one: Parsed) => [one.code, one]))
    expect(attributes.get('fixmystreet_id')).toMatchObject({ automated: 'server_set', datatype_description: null })
    const values = [...attributes.values()].flatMap((one) => one.values ?? [])
    expect(values.length).toBeGreaterThan(0)
    for (const value of values) expect(value).toEqual({ key: expect.any(String), name: expect.any(String) })

    const sent = sentReport(key.key, [
      ['description', 'Schlagloch & Pfütze <groß>\n\nÄußerst tief.'],
      ['attribute[fixmystreet_id]', '4711'],
    ])
    const first = await post('requests.xml', sent)
    expect([first.ok, first.content.request[0].service_request_id]).toEqual([true, expect.stringMatching(/^\d+$/)])
    const again = await post('requests.xml', sent)
    expect(again.content.request[0].service_request_id).toBe(first.content.request[0].service_request_id)
    const number = Number(first.content.request[0].service_request_id)

    const Bernd = await world.as(world.people.Bernd)
    await setVisibility(Bernd, { number, version: 1, what: 'text', visibility: 'shown' })
    const [read] = (await get('requests.xml', { service_request_id: String(number) })).content.request
    expect(read).toMatchObject({
      service_request_id: String(number),
      description: 'Schlagloch & Pfütze <groß>\n\nÄußerst tief.',
      media_url: null,
    })
    await closeReport(Bernd, { number, version: 2, reason: 'repaired', answer: 'Erledigt – danke.', silent: false })
    const news = (await get(FEED, { api_key: key.key })).content.request_update
    expect(about(news, number)).toEqual([
      {
        update_id: expect.any(String),
        service_request_id: String(number),
        fixmystreet_id: '4711',
        status: 'fixed',
        updated_datetime: expect.stringMatching(/Z$/),
        description: 'Erledigt – danke.',
        media_url: null,
      },
    ])

    const update: Fields = [
      ['api_key', key.key],
      ['service_request_id', String(number)],
      ['update_id', '815'],
      ['updated_datetime', '2026-11-22T10:00:00+01:00'],
      ['status', 'REOPEN'],
      ['description', 'Es ist wieder offen, schöne Grüße.'],
    ]
    for (let n = 0; n < 2; n++) {
      const taken = await post(FEED, update)
      expect([taken.ok, taken.content.request_update[0].update_id]).toEqual([true, '815'])
    }
    expect(await notesOf(number)).toEqual([expect.stringMatching(/schöne Grüße\.\nStatus dort: wieder geöffnet\.$/)])
    expect((await rowOf(number)).status).toBe('done')
  })

  it('read what was wrong', async () => {
    const refused = await post('requests.xml', [['service_code', 'pothole']])
    expect([refused.ok, refused.status, refused.content.error[0].code]).toEqual([false, 403, '403'])
    expect((await get('services/none.xml')).content.error[0].description).toMatch(/\S/)
  })
})
