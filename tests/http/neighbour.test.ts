/** Every staff address as the neighbour's clerk, a colleague of another department, and nobody; and every public answer searched for what must not be in it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { scryptPasswords } from '../../server/adapters/passwords-scrypt.ts'
import { CHANGES } from '../../server/http/clerk/changes.ts'
import { runDueWork } from '../../server/jobs.ts'
import { setPasswordHash } from '../../server/people/rows.ts'
import { acceptReport } from '../../server/reports/accept-report.ts'
import { noteReport } from '../../server/reports/note-report.ts'
import { submitReport } from '../../server/reports/submit-report.ts'
import { givePartner, linkTo, PETRA, submitTo, tellAll } from '../support/outside.ts'
import { CITIZEN, PASSWORD, type Person } from '../support/people.ts'
import { IN_NEIGHBOUR, LEMGO, POTHOLE, submitAround, submitPothole } from '../support/reports.ts'
import { createWorld, FIRST_TOWN, NEIGHBOUR, PUBLIC_URL, type World } from '../support/world.ts'

/** In every text and contact of the first town; in nothing the neighbour or a stranger gets to see. */
const CANARY = 'kanarienvogel'

let world: World
let number: number
let token: string
/** Of the partner's link, to another report of the first town. */
let order: string
beforeAll(async () => {
  world = await createWorld()
  await givePartner(world)
  const submitted = await submitPothole(world, {
    description: `${CANARY} in der Beschreibung`,
    address: `${CANARY}-Straße 1`,
    contact: { name: `${CANARY} Name`, email: `${CANARY}@post.example`, phone: `0123 ${CANARY}` },
  })
  number = submitted.report.number
  token = submitted.trackingToken
  const Bernd = await world.as(world.people.Bernd)
  await noteReport(Bernd, { number, text: `${CANARY} im Vermerk` })
  await acceptReport(Bernd, { number, version: 2 })
  await submitReport(await world.as(CITIZEN, NEIGHBOUR), { ...POTHOLE, ...IN_NEIGHBOUR }, { intakeChannel: 'web' })
  await submitAround(world, 'lamp', { description: `${CANARY} im Dunkeln` })
  const given = { category: 'bench', description: `${CANARY} auf der Bank`, address: `${CANARY}-Weg` }
  await submitTo(await world.as(CITIZEN), given)
  await tellAll(world)
  order = linkTo(world, PETRA).token
  const hash = await scryptPasswords.hash(PASSWORD)
  await world.database.inTransaction(null, async (db) => {
    for (const person of Object.values(world.people)) await setPasswordHash(db, person.id, hash)
  })
})
afterAll(() => world.close())

const OURS = { 'Sec-Fetch-Site': 'same-origin' }

async function cookieOf({ email }: Person): Promise<string> {
  const body = new URLSearchParams({ email, password: PASSWORD })
  const answer = await world.app.fetch(
    new Request(`${PUBLIC_URL}/amt/anmelden`, { method: 'POST', body, headers: OURS }),
  )
  expect(answer.status).toBe(303)
  return answer.headers.get('Set-Cookie')!.split(';')[0]!
}

const call = (path: string, { cookie = '', body }: { cookie?: string; body?: Record<string, string> } = {}) =>
  world.app.fetch(
    new Request(PUBLIC_URL + path, {
      method: body ? 'POST' : 'GET',
      headers: { ...OURS, ...(cookie ? { Cookie: cookie } : {}) },
      ...(body ? { body: new URLSearchParams(body) } : {}),
    }),
  )

/** One well-formed body that fits every change. */
const BODY = {
  version: '3',
  reason: 'repaired',
  answer: 'Das ist erledigt.',
  text: 'x',
  department: 'depot',
  category: 'tree',
  date: '2030-01-01',
  days: '3',
  partner: 'Stadtwerke',
  instruction: 'x',
  what: 'report',
  visibility: 'shown',
}
const STAFF_PAGES = () => [
  `/amt/${FIRST_TOWN}/anliegen`,
  `/amt/${FIRST_TOWN}/anliegen?view=open&q=Beschreibung`,
  `/amt/${FIRST_TOWN}/anliegen/${number}`,
  `/amt/${FIRST_TOWN}/anliegen/${number}/beleg`,
  `/amt/${FIRST_TOWN}/aufnehmen`,
  `/amt/${FIRST_TOWN}/aufnehmen/${number}`,
  `/amt/${FIRST_TOWN}/aufnehmen/nahe?lat=52.0862&lon=8.7443`,
]
const STAFF_POSTS = () => Object.keys(CHANGES).map((noun) => `/amt/${FIRST_TOWN}/anliegen/${number}/${noun}`)

describe('the neighbour’s clerk', () => {
  it('finds no staff page of this town', async () => {
    const cookie = await cookieOf(world.people.Dirk)
    for (const path of STAFF_PAGES()) {
      const answer = await call(path, { cookie })
      expect([path, answer.status]).toEqual([path, 404])
      expect(await answer.text()).not.toContain(CANARY)
    }
  })

  it('can change nothing, by any noun', async () => {
    const cookie = await cookieOf(world.people.Dirk)
    for (const path of STAFF_POSTS()) {
      const answer = await call(path, { cookie, body: BODY })
      expect([path, answer.status]).toEqual([path, 404])
      expect(await answer.text()).not.toContain(CANARY)
    }
  })

  it('sees only their own reports under the same number', async () => {
    const cookie = await cookieOf(world.people.Dirk)
    const answer = await call(`/amt/${NEIGHBOUR}/anliegen/${number}`, { cookie })
    expect(answer.status).toBe(200)
    const text = await answer.text()
    expect(text).toContain(POTHOLE.description)
    expect(text).not.toContain(CANARY)
  })
})

describe('a colleague of another department', () => {
  it('is told so, and nothing of the report', async () => {
    const cookie = await cookieOf(world.people.Eva)
    for (const path of [`/amt/${FIRST_TOWN}/anliegen/${number}`, ...STAFF_POSTS()]) {
      const answer = await call(path, { cookie, ...(path.endsWith(String(number)) ? {} : { body: BODY }) })
      expect([path, [403, 422].includes(answer.status)]).toEqual([path, true])
      expect(await answer.text()).not.toContain(CANARY)
    }
    const queue = await call(`/amt/${FIRST_TOWN}/anliegen?view=open`, { cookie })
    expect(await queue.text()).not.toContain(CANARY)
  })
})

describe('a clerk whose department works for the town', () => {
  it('is told that a report is another department’s, and nothing of it', async () => {
    const cookie = await cookieOf(world.people.Karl)
    const lamp = `/amt/${LEMGO}/anliegen/1`
    for (const path of [lamp, ...Object.keys(CHANGES).map((noun) => `${lamp}/${noun}`)]) {
      const answer = await call(path, { cookie, ...(path === lamp ? {} : { body: BODY }) })
      expect([path, [403, 422].includes(answer.status)]).toEqual([path, true])
      expect(await answer.text()).not.toContain(CANARY)
    }
    for (const path of STAFF_PAGES()) expect((await call(path, { cookie })).status).toBe(404)
    const queue = await call(`/amt/${LEMGO}/anliegen?view=open`, { cookie })
    expect(await queue.text()).not.toContain(CANARY)
  })

  it('does not let the other people of its lender in', async () => {
    const cookie = await cookieOf(world.people.Kira)
    for (const path of [`/amt/${LEMGO}/anliegen`, `/amt/${LEMGO}/anliegen/1`])
      expect((await call(path, { cookie })).status).toBe(404)
  })
})

describe('somebody who is not signed in', () => {
  it('is sent to the sign-in page from every staff address', async () => {
    for (const path of STAFF_PAGES()) {
      const answer = await call(path)
      expect([path, answer.status]).toEqual([path, 303])
      expect(answer.headers.get('Location')).toMatch(/^\/amt\/anmelden\?/)
    }
    for (const path of STAFF_POSTS()) expect((await call(path, { body: BODY })).status).toBe(303)
  })

  it('reads nothing of the citizen on any public page or answer', async () => {
    const places = [
      '/',
      '/?q=Bad',
      ...[FIRST_TOWN, NEIGHBOUR].flatMap((town) => [
        `/${town}`,
        `/${town}/`,
        `/${town}/anliegen`,
        `/${town}/anliegen?q=${number}`,
        `/${town}/anliegen/${number}`,
        `/${town}/melden`,
        `/api/v1/towns/${town}/reports`,
        `/api/v1/towns/${town}/reports/${number}`,
        `/api/v1/towns/${town}/map?zoom=18`,
        `/api/v1/towns/${town}/map?zoom=8`,
        `/api/v1/towns/${town}/categories`,
      ]),
      `/${NEIGHBOUR}/verfolgen/${token}`,
      `/${NEIGHBOUR}/auftrag/${order}`,
      `/${FIRST_TOWN}/auftrag/${token}`,
      `/${FIRST_TOWN}/verfolgen/${order}`,
    ]
    for (const path of places) {
      const answer = await call(path)
      const text = await answer.text()
      expect([path, text.includes(CANARY)]).toEqual([path, false])
      expect([path, answer.status < 500]).toEqual([path, true])
    }
    expect(await (await call(`/${FIRST_TOWN}/verfolgen/${token}`)).text()).toContain(CANARY)
    expect(await (await call(`/${FIRST_TOWN}/auftrag/${order}`)).text()).toContain(CANARY)
    for (const q of [CANARY, `${CANARY}-Straße`]) {
      const found = (await (await call(`/api/v1/towns/${FIRST_TOWN}/reports?q=${q}`)).json()) as { items: unknown[] }
      expect(found.items).toEqual([])
    }
  })
})

it('a form from a foreign page is refused', async () => {
  const cookie = await cookieOf(world.people.Bernd)
  const foreign: Record<string, string>[] = [{ 'Sec-Fetch-Site': 'cross-site' }, { Origin: 'https://evil.example' }, {}]
  for (const headers of foreign) {
    const request = new Request(`${PUBLIC_URL}/amt/${FIRST_TOWN}/anliegen/${number}/note`, {
      method: 'POST',
      headers: { Cookie: cookie, ...headers },
      body: new URLSearchParams({ text: 'x' }),
    })
    expect((await world.app.fetch(request)).status).toBe(403)
  }
})

it('no log line carries a secret link or anything a citizen wrote', async () => {
  await call(`/${FIRST_TOWN}/verfolgen/${token}`)
  while (await runDueWork(world.clock));
  const logged = JSON.stringify(world.logLines)
  expect(logged).toContain('/verfolgen/*')
  expect(logged).not.toContain(token)
  expect(logged).not.toContain(CANARY)
})
