/** Mails that did not arrive: what the town's admin sees and can do, what the operator sees, and nobody else. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dueWork } from '../../db/schema/platform.ts'
import { scryptPasswords } from '../../server/adapters/passwords-scrypt.ts'
import { DeliveryError } from '../../server/errors.ts'
import { runDueWork } from '../../server/jobs.ts'
import { addMembershipRow, addPersonRow, setPasswordHash } from '../../server/people/rows.ts'
import { submitReport } from '../../server/reports/submit-report.ts'
import { CITIZEN, PASSWORD } from '../support/people.ts'
import { IN_NEIGHBOUR, POTHOLE, submitPothole } from '../support/reports.ts'
import { createWorld, FIRST_TOWN, NEIGHBOUR, PUBLIC_URL, type World } from '../support/world.ts'

const CANARY = 'kanarienvogel'
const PAGE = `/amt/${FIRST_TOWN}/zustellungen`
const DAY_MS = 86_400_000

let world: World
const cookies: Record<string, string> = {}
beforeAll(async () => {
  world = await createWorld()
  const hash = await scryptPasswords.hash(PASSWORD)
  const Olga = { id: crypto.randomUUID(), email: 'betrieb@anliegenwerk.example', name: 'Olga' }
  await world.database.inTransaction(null, async (db) => {
    await addPersonRow(db, { ...Olga, language: 'de', createdAt: world.now() })
    await addMembershipRow(db, Olga.id, { town: '', department: '', role: 'operator' })
    for (const { id } of [...Object.values(world.people), Olga]) await setPasswordHash(db, id, hash)
  })
  const who = { Clara: world.people.Clara, Bernd: world.people.Bernd, Dirk: world.people.Dirk, Olga }
  for (const [name, { email }] of Object.entries(who)) cookies[name] = await signIn(email)
  await submitAs('mail_refused', 2)
  await submitAs('address_refused', 1)
})
afterAll(() => world.close())

const OURS = { 'Sec-Fetch-Site': 'same-origin' }
async function signIn(email: string): Promise<string> {
  const body = new URLSearchParams({ email, password: PASSWORD })
  const request = new Request(`${PUBLIC_URL}/amt/anmelden`, { method: 'POST', body, headers: OURS })
  return (await world.app.fetch(request)).headers.get('Set-Cookie')!.split(';')[0]!
}
const call = (name: string, path: string, body?: Record<string, string>) =>
  world.app.fetch(
    new Request(PUBLIC_URL + path, {
      method: body ? 'POST' : 'GET',
      headers: { ...OURS, Cookie: cookies[name]! },
      ...(body ? { body: new URLSearchParams(body) } : {}),
    }),
  )
const mainOf = async (name: string, path = PAGE) =>
  /<main[\s\S]*<\/main>/.exec(await (await call(name, path)).text())![0]
const work = async () => {
  while (await runDueWork(world.clock));
}
async function submitAs(reason: string, times: number) {
  world.failMail(new DeliveryError(reason, { permanent: true }))
  const contact = { name: CANARY, email: `${CANARY}@post.example` }
  for (let n = 0; n < times; n++) await submitPothole(world, { contact, description: CANARY })
  await work()
  world.failMail(null)
}
const idsOn = (html: string) => [...html.matchAll(/name="delivery" value="([^"]+)"/g)].map(([, id]) => id!)

describe('the page of mails that did not arrive', () => {
  it('tells the admin which, to whom in kind, why, and never an address', async () => {
    const html = await mainOf('Clara')
    for (const said of ['#1', '#2', '#3', 'meldende Person', 'Der andere Mailserver hat diese E-Mail abgelehnt.'])
      expect(html).toContain(said)
    expect(html).toContain('3 nicht angekommen, davon 1, weil die Adresse nichts annimmt')
    expect(html).not.toContain(CANARY)
    expect(idsOn(html)).toHaveLength(2)
  })

  it('is linked for admins with the number of troubles', async () => {
    const html = await (await call('Clara', `/amt/${FIRST_TOWN}/anliegen`)).text()
    expect(html).toMatch(/zustellungen"[^>]*>Zustellungen<span class="count-badge" aria-hidden="true">3<\/span>/)
    expect(await (await call('Bernd', `/amt/${FIRST_TOWN}/anliegen`)).text()).not.toContain('zustellungen')
  })

  it.each([
    ['Bernd', 'a clerk is refused', 403],
    ['Dirk', 'the neighbour’s admin finds nothing', 404],
  ])('%s: %s', async (name, _why, status) => {
    for (const body of [undefined, {}]) {
      const answer = await call(name, PAGE, body)
      expect([answer.status, (await answer.text()).includes('#1')]).toEqual([status, false])
    }
  })

  it('shows the operator counts only, and lets nobody but the town send again', async () => {
    const html = await mainOf('Olga')
    expect(html).toContain('3 nicht angekommen')
    expect(html).not.toMatch(/#\d|<form/)
    expect((await call('Olga', PAGE, {})).status).toBe(404)
    expect(world.mails).toEqual([])
  })

  it('answers what is no page and no id with what there is', async () => {
    for (const path of [`${PAGE}?seite=0`, `${PAGE}?seite=x`, `${PAGE}?seite=999&erneut=x`])
      expect((await call('Clara', path)).status).toBe(200)
    expect((await call('Clara', PAGE, { delivery: 'x' })).headers.get('Location')).toBe(`${PAGE}?erneut=0`)
    expect((await call('Clara', PAGE, { delivery: crypto.randomUUID() })).headers.get('Location')).toBe(
      `${PAGE}?erneut=0`,
    )
  })
})

it('a town whose mails arrive is told so; one whose mails wait is not', async () => {
  const page = `/amt/${NEIGHBOUR}/zustellungen`
  expect(await mainOf('Dirk', page)).toContain('Ja. In den letzten 14 Tagen ist jede E-Mail angekommen')
  world.failMail(new DeliveryError('mail_unreachable', { permanent: false }))
  const contact = { email: `${CANARY}@post.example` }
  await submitReport(
    await world.as(CITIZEN, NEIGHBOUR),
    { ...POTHOLE, ...IN_NEIGHBOUR, contact },
    { intakeChannel: 'web' },
  )
  await work()
  expect(await mainOf('Dirk', page)).toContain('Noch nicht alle.')
  world.failMail(null)
  world.pass(60_000)
  await work()
  expect(world.mails.splice(0)).toHaveLength(1)
  expect(await mainOf('Dirk', page)).toContain('Ja. In den letzten 14 Tagen')
})

describe('sending again', () => {
  it('does nothing to the neighbour’s mails', async () => {
    const [id] = idsOn(await mainOf('Clara'))
    await call('Dirk', `/amt/${NEIGHBOUR}/zustellungen`, { delivery: id! })
    await call('Dirk', `/amt/${NEIGHBOUR}/zustellungen`, {})
    await work()
    expect(world.mails).toEqual([])
  })

  it('sends one, once, also when pressed twice', async () => {
    const [id] = idsOn(await mainOf('Clara'))
    for (const count of [1, 0]) {
      const answer = await call('Clara', PAGE, { delivery: id! })
      expect([answer.status, answer.headers.get('Location')]).toEqual([303, `${PAGE}?erneut=${count}`])
    }
    expect(await mainOf('Clara', `${PAGE}?erneut=1`)).toContain('1 E-Mail wird noch einmal versucht.')
    await work()
    expect(world.mails).toHaveLength(1)
  })

  it('sends all the others, but nothing to an address that takes nothing', async () => {
    expect((await call('Clara', PAGE, {})).headers.get('Location')).toBe(`${PAGE}?erneut=1`)
    await work()
    expect(world.mails).toHaveLength(2)
    const html = await mainOf('Clara')
    expect(html).toContain('Diese Adresse gibt es nicht')
    expect(idsOn(html)).toEqual([])
  })

  it('begins anew what was given up after the last wait', async () => {
    world.failMail(new DeliveryError('mail_unreachable', { permanent: false }))
    await submitPothole(world, { contact: { email: `${CANARY}@post.example` } })
    await work()
    expect(await mainOf('Clara')).toMatch(/wartet[\s\S]*Unser Mailserver antwortet nicht[\s\S]*heute, /)
    expect(await mainOf('Clara')).not.toContain('jede E-Mail angekommen')
    for (let tries = 0; tries < 8; tries++) {
      world.pass(2 * DAY_MS)
      await work()
    }
    cookies.Clara = await signIn(world.people.Clara.email)
    expect(await mainOf('Clara')).toContain('1 Arbeit aufgegeben')
    world.failMail(null)
    expect((await call('Clara', PAGE, {})).status).toBe(303)
    await work()
    expect(world.mails).toHaveLength(3)
    const left = await world.database.inTransaction(null, (db) => db.select().from(dueWork))
    expect(left.filter(({ failedAt }) => failedAt)).toEqual([])
  })
})
