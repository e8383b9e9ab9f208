/** The desk behind a key: what another system reads and does, and what it never gets. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeKey } from '../../server/keys/make-key.ts'
import { noteReport } from '../../server/reports/note-report.ts'
import { readReport } from '../../server/reports/read-report.ts'
import { callsOf } from '../support/calls.ts'
import { paintedPhoto } from '../support/photos.ts'
import { POTHOLE, submitPothole } from '../support/reports.ts'
import { createWorld, FIRST_TOWN, NEIGHBOUR, PUBLIC_URL, type World } from '../support/world.ts'

type Scopes = Parameters<typeof makeKey>[1]['scopes']
type Item = { number: number; version: number; status: string; photos: { url: string }[]; contact?: object }
type Body = Item & { items: Item[]; next: string | null; reason: string; changes: { action: string }[] }

const NOBODY = 'Nachtigall'
const PHONE = '05222 77'

let world: World
/** Of the department that mends potholes, of another one, of the whole town, and next door. */
let roads: string
let green: string
let whole: string
let foreign: string
beforeAll(async () => {
  world = await createWorld()
  roads = await keyOf(['read', 'work'], 'roads')
  green = await keyOf(['read', 'work'], 'green')
  whole = await keyOf(['read', 'contact'])
  const { key } = await makeKey(await world.as(world.people.Dirk, NEIGHBOUR), {
    ...{ name: 'Nebenan', scopes: ['submit', 'read', 'contact', 'work'], perHour: 600 },
  })
  foreign = key
})
afterAll(() => world.close())

async function keyOf(scopes: Scopes, department?: string, perHour = 600) {
  const input = { name: 'Bauhof-Software', scopes, department, perHour }
  return (await makeKey(await world.as(world.people.Clara), input)).key
}

const ask = (path: string, key?: string, init: RequestInit = {}) =>
  world.app.fetch(
    new Request(`${PUBLIC_URL}/api/v1/towns/${path}`, {
      ...init,
      headers: { ...(key ? { Authorization: `Bearer ${key}` } : {}), ...init.headers },
    }),
  )
async function read(path: string, key?: string) {
  const answer = await ask(`${FIRST_TOWN}/desk/${path}`, key)
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Body }
}
async function act(number: number, event: object, key = roads) {
  const init = { method: 'POST', body: JSON.stringify(event), headers: { 'Content-Type': 'application/json' } }
  const answer = await ask(`${FIRST_TOWN}/desk/reports/${number}/events`, key, init)
  return { status: answer.status, body: (await answer.json()) as Body }
}
const submit = async () => {
  const contact = { name: NOBODY, phone: PHONE, email: 'n@post.example' }
  return (await submitPothole(world, { description: 'Ein tiefes Loch', contact })).report
}
const rowOf = async (number: number) => (await readReport(await world.as(world.people.Bernd), { number })).report

describe('reading', () => {
  it('gives text, answers and deadlines of what nobody has released, and neither notes nor names', async () => {
    const { number } = await submit()
    await noteReport(await world.as(world.people.Bernd), { number, text: 'Nur unter uns' })
    const { status, body } = await read(`reports/${number}`, roads)
    expect([status, body]).toMatchObject([
      200,
      {
        number,
        description: 'Ein tiefes Loch',
        department: 'roads',
        priority: 'normal',
        textVisibility: 'waiting',
        answerDueAt: expect.stringMatching(/^20/),
        history: expect.arrayContaining([expect.objectContaining({ action: 'noted' })]),
      },
    ])
    const said = JSON.stringify(body)
    for (const word of ['Nur unter uns', 'Bernd', world.people.Bernd.id, NOBODY, PHONE])
      expect(said).not.toContain(word)
  })

  it('gives the contact only with the scope for it, one by one, and leaves a line that it did', async () => {
    const { number } = await submit()
    expect((await read(`reports/${number}`, roads)).body.contact).toBeUndefined()
    expect(JSON.stringify((await read('reports?limit=100', whole)).body)).not.toContain(NOBODY)
    expect(world.logLines.filter(({ facts }) => facts.event === 'contact_read')).toEqual([])

    expect((await read(`reports/${number}`, whole)).body.contact).toEqual({
      ...{ name: NOBODY, email: 'n@post.example', phone: PHONE },
    })
    const [line, ...more] = world.logLines.filter(({ facts }) => facts.event === 'contact_read')
    expect(more).toEqual([])
    expect(line!.facts).toMatchObject({ town: FIRST_TOWN, report: number })
    expect(JSON.stringify(world.logLines)).not.toContain(NOBODY)
  })

  it('gives photos that are not public, behind the key alone', async () => {
    const form = new FormData()
    form.set('report', JSON.stringify(POTHOLE))
    form.append('photo', new File([(await paintedPhoto(80, 60)) as Uint8Array<ArrayBuffer>], 'a.jpg'))
    const filed = (await (await ask(`${FIRST_TOWN}/reports`, undefined, { method: 'POST', body: form })).json()) as Item
    const { photos } = (await read(`reports/${filed.number}`, roads)).body
    const path = photos[0]!.url.replace(`${PUBLIC_URL}/api/v1/towns/`, '')
    const picture = await ask(path, roads)
    expect([picture.status, picture.headers.get('Content-Type'), picture.headers.get('Cache-Control')]).toEqual([
      ...[200, 'image/jpeg', 'no-store'],
    ])
    expect([(await ask(path)).status, (await ask(path, green)).status, (await ask(path, foreign)).status]).toEqual([
      ...[403, 403, 403],
    ])
  })

  it('pages by last change, so that what changes meanwhile is met again', async () => {
    const before = (await read('reports?limit=100', roads)).body.items.length
    const numbers: number[] = []
    for (let n = 0; n < 3; n++) {
      world.pass(1_000)
      numbers.push((await submit()).number)
    }
    const seen: number[] = []
    let cursor = ''
    for (;;) {
      const { body, headers } = await read(`reports?limit=2${cursor}`, roads)
      seen.push(...body.items.map(({ number }) => number))
      if (seen.length === 2) {
        world.pass(1_000)
        await act(seen[0]!, { action: 'note', text: 'x' })
      }
      expect(Boolean(headers.get('Link'))).toBe(body.next !== null)
      if (body.next === null) break
      cursor = `&cursor=${encodeURIComponent(body.next)}`
    }
    expect(seen.at(-1)).toBe(seen[0])
    expect([seen.length, new Set(seen).size]).toEqual([before + 4, before + 3])
    const since = encodeURIComponent(world.now().toISOString())
    expect((await read(`reports?since=${since}`, roads)).body.items.map(({ number }) => number)).toEqual([seen[0]])
  })

  it('is kept by nobody', async () => {
    expect((await read('reports', roads)).headers.get('Cache-Control')).toBe('no-store')
  })
})

describe('who reads', () => {
  it('nobody without a key, with one that is not ours, and with one of next door', async () => {
    const { number } = await submit()
    for (const key of [undefined, 'aw_no', foreign])
      for (const path of ['reports', `reports/${number}`]) {
        const { status, body } = await read(path, key)
        expect([path, status, body.reason]).toEqual([path, 403, 'key_unknown'])
      }
    // At home the neighbour's key opens nothing of ours either.
    expect((await ask(`${NEIGHBOUR}/desk/reports/${number}`, foreign)).status).toBe(404)
  })

  it('a key of another department neither one nor the list, and its own list is empty of them', async () => {
    const { number } = await submit()
    expect((await read(`reports/${number}`, green)).body.reason).toBe('other_department')
    expect((await read('reports?department=roads', green)).body.reason).toBe('other_department')
    expect((await read('reports?limit=100', green)).body.items).toEqual([])
    expect((await read('reports?department=roads&limit=100', whole)).body.items.length).toBeGreaterThan(0)
    expect((await read('reports?department=no-such', whole)).status).toBe(422)
  })

  it('a key without the scope does not', async () => {
    const submitting = await keyOf(['submit'])
    expect((await read('reports', submitting)).body.reason).toBe('key_not_for_this')
    const { number, version } = await submit()
    expect((await act(number, { action: 'accept', version }, whole)).body.reason).toBe('key_not_for_this')
  })

  it('a key that has been used up waits for the next hour', async () => {
    const rare = await keyOf(['read'], undefined, 1)
    expect((await read('reports', rare)).status).toBe(200)
    const refused = await read('reports', rare)
    expect([refused.status, Number(refused.headers.get('Retry-After')) > 0]).toEqual([429, true])
  })
})

describe('working', () => {
  it('does what a clerk does, from acceptance to closing, and the history names the system', async () => {
    const { number } = await submit()
    const steps = [
      [{ action: 'accept' }, 'in_progress'],
      [{ action: 'schedule', date: '2030-01-01' }, 'scheduled'],
      [{ action: 'answer', answer: 'Wir kommen am Montag.' }, 'scheduled'],
      [{ action: 'close', reason: 'repaired', answer: 'Das Loch ist zu.' }, 'done'],
    ] as const
    let version = 1
    for (const [event, status] of steps) {
      const done = await act(number, { ...event, version })
      expect([event.action, done.status, done.body.status]).toEqual([event.action, 201, status])
      version = done.body.version
    }
    expect((await rowOf(number)).clerkId).toBeNull()
    const calls = callsOf(world)
    const page = await calls.call(`/amt/${FIRST_TOWN}/anliegen/${number}`, {
      cookie: await calls.signIn(world.people.Bernd),
    })
    expect(page.text.match(/Bauhof-Software/g)!.length).toBeGreaterThanOrEqual(steps.length)
  })

  it('declines, notes and gives back', async () => {
    const first = await submit()
    const reason = { reason: 'no_defect', silent: true }
    expect((await act(first.number, { action: 'decline', version: 1, ...reason })).body.status).toBe('declined')
    const { number } = await submit()
    expect((await act(number, { action: 'note', text: 'Auftrag 4711' })).status).toBe(201)
    const { body } = await act(number, { action: 'give_back', version: 2, reason: 'Nicht unsere Straße' })
    expect(body).toMatchObject({ status: 'received', department: 'dispatch' })
    // It has left the department, and so the key.
    expect((await read(`reports/${number}`, roads)).status).toBe(403)
  })

  it('does nothing when somebody was faster, and says what happened since', async () => {
    const { number } = await submit()
    await act(number, { action: 'accept', version: 1 })
    const { status, body } = await act(number, { action: 'close', version: 1, reason: 'repaired', silent: true })
    expect([status, body.reason, body.version]).toEqual([409, 'changed_meanwhile', 2])
    expect(body.changes.map(({ action }) => action)).toEqual(['accepted'])
    expect((await rowOf(number)).status).toBe('in_progress')
    expect((await act(number, { action: 'accept', version: 2 })).body.reason).toBe('not_possible_now')
  })

  it('names the field that is wrong', async () => {
    const { number } = await submit()
    for (const [event, pointer] of [
      [{ action: 'merge', version: 1 }, '/action'],
      [{ action: 'assign', version: 1 }, '/action'],
      [{ action: 'close', version: 1, reason: 'because', silent: true }, '/reason'],
      [{ action: 'close', version: 1, reason: 'repaired' }, '/answer'],
      [{ action: 'answer', answer: 'Wir kommen.' }, '/version'],
    ] as const) {
      const { status, body } = await act(number, event)
      expect([event, status, body]).toMatchObject([event, 422, { errors: [{ pointer }] }])
    }
    expect((await rowOf(number)).version).toBe(1)
  })

  it('leaves alone what belongs to another department or another town', async () => {
    const { number } = await submit()
    expect((await act(number, { action: 'accept', version: 1 }, green)).body.reason).toBe('other_department')
    expect((await act(number, { action: 'accept', version: 1 }, foreign)).body.reason).toBe('key_unknown')
    expect((await rowOf(number)).version).toBe(1)
  })
})

describe('submitting with a key', () => {
  const send = (key?: string, peer = '203.0.113.77') =>
    world.app.fetch(
      new Request(`${PUBLIC_URL}/api/v1/towns/${FIRST_TOWN}/reports`, {
        method: 'POST',
        body: JSON.stringify(POTHOLE),
        headers: { 'Content-Type': 'application/json', ...(key ? { Authorization: `Bearer ${key}` } : {}) },
      }),
      { peer },
    )

  it('counts the key and not the address, and the town sees that an app sent it', async () => {
    const app = await keyOf(['submit'], undefined, 60)
    let status = 201
    for (let n = 0; status === 201 && n < 60; n++) status = (await send()).status
    expect(status).toBe(429)
    const filed = await send(app)
    expect(filed.status).toBe(201)
    const { number } = (await filed.json()) as Item
    expect((await rowOf(number)).intakeChannel).toBe('app')
  })

  it('without one it comes as before', async () => {
    const { number } = (await (await send(undefined, '203.0.113.78')).json()) as Item
    expect((await rowOf(number)).intakeChannel).toBe('api')
  })

  it('is refused with a key that is none, is not for this, or is used up', async () => {
    expect([(await send('aw_no')).status, (await send(foreign)).status, (await send(roads)).status]).toEqual([
      ...[403, 403, 403],
    ])
    const rare = await keyOf(['submit'], undefined, 1)
    expect([(await send(rare)).status, (await send(rare)).status]).toEqual([201, 429])
  })
})
