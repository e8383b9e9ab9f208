/** Pages of sign-in, of one's own access and of a town's people, as browsers ask for them. */
import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createApp } from '../../server/app.ts'
import { runCommand } from '../../server/cli/commands.ts'
import { runDueWork } from '../../server/jobs.ts'
import { listMembershipRows, setPasswordHash } from '../../server/people/rows.ts'
import { SESSION_MS } from '../../server/people/sessions.ts'
import { changeTown } from '../support/outside.ts'
import { PASSWORD, type Person } from '../support/people.ts'
import { quickPasswords } from '../support/quick-passwords.ts'
import { createWorld, FIRST_TOWN, NEIGHBOUR, PUBLIC_URL, type World } from '../support/world.ts'

const OURS = { 'Sec-Fetch-Site': 'same-origin' }
const NEW = 'vier laute Waschbären tanzen'
const PEOPLE = `/amt/${FIRST_TOWN}/personen`

let world: World
let app: ReturnType<typeof createApp>
beforeAll(async () => {
  world = await createWorld()
  app = createApp({ ...world.deps, passwords: quickPasswords })
  await world.database.inTransaction(null, async (db) => {
    for (const { id } of Object.values(world.people)) await setPasswordHash(db, id, `quick ${PASSWORD}`)
  })
})
afterAll(() => world.close())
beforeEach(() => world.pass(15 * 60_000))

type Asked = { cookie?: string; body?: Record<string, string> | string[][]; headers?: Record<string, string> }

const call = (path: string, { cookie = '', body, headers = OURS }: Asked = {}) =>
  app.fetch(
    new Request(PUBLIC_URL + path, {
      method: body ? 'POST' : 'GET',
      headers: { ...headers, ...(cookie ? { Cookie: cookie } : {}) },
      ...(body ? { body: new URLSearchParams(body) } : {}),
    }),
  )
const cookieIn = (answer: Response, name: string) =>
  answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0]!)
    .find((line) => line.startsWith(`__Host-${name}=`) && !line.endsWith('='))

const post = (email: string, password = PASSWORD) => call('/amt/anmelden', { body: { email, password } })
async function cookieOf({ email }: Pick<Person, 'email'>, password = PASSWORD): Promise<string> {
  return cookieIn(await post(email, password), 'session')!
}
const leadsTo = (answer: Response) => [answer.status, answer.headers.get('Location')]

async function mailTo(email: string): Promise<string> {
  while (await runDueWork(world.clock));
  return world.mails.findLast(({ to }) => to === email)?.text ?? ''
}
async function invited(email: string, more: Record<string, string> = {}) {
  const body = { name: 'Nele Neumann', email, role: 'clerk', departments: 'roads', ...more }
  const answer = await call(`${PEOPLE}/neu`, { cookie: await cookieOf(world.people.Clara), body })
  expect(leadsTo(answer)).toEqual([303, `${PEOPLE}?getan=eingeladen`])
  return /\/amt\/einladung\/[\w-]+/.exec(await mailTo(email))?.[0]
}
async function idOf(email: string): Promise<string> {
  const page = await (await call(PEOPLE, { cookie: await cookieOf(world.people.Clara) })).text()
  return new RegExp(`personen/([0-9a-f-]{36})"[^>]*>[^<]*</a><span[^>]*>${email}`).exec(page)![1]!
}
const membershipsOf = (id: string) => world.database.inTransaction(null, (db) => listMembershipRows(db, id))

describe('signing in', () => {
  it('gives a new cookie that no script can read, and ends the session before', async () => {
    const first = await post(world.people.Bernd.email)
    const set = first.headers.get('Set-Cookie')!
    expect(set).toMatch(/^__Host-session=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
    const cookie = cookieIn(first, 'session')!
    const body = { email: world.people.Bernd.email, password: PASSWORD }
    const second = cookieIn(await call('/amt/anmelden', { cookie, body }), 'session')!
    expect(second).not.toBe(cookie)
    expect((await call('/amt/konto', { cookie })).status).toBe(303)
    expect((await call('/amt/konto', { cookie: second })).status).toBe(200)
  })

  it('answers word for word the same to a wrong password, somebody unknown and somebody disabled', async () => {
    await invited('gesperrt@bad-salzuflen.example')
    const id = await idOf('gesperrt@bad-salzuflen.example')
    const cookie = await cookieOf(world.people.Clara)
    expect((await call(`${PEOPLE}/${id}/sperre`, { cookie, body: {} })).status).toBe(303)
    const emails = [world.people.Bernd.email, 'nobody@nowhere.example', 'gesperrt@bad-salzuflen.example']
    const answers = await Promise.all(emails.map((email) => post(email, 'wrong')))
    const said = await Promise.all(answers.map(async (answer, n) => (await answer.text()).replace(emails[n]!, '')))
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401])
    expect(new Set(said).size).toBe(1)
  })

  it('says when to try again, in words and in a header', async () => {
    for (let n = 0; n < 10; n++) await post(world.people.Eva.email, 'guess')
    const refused = await post(world.people.Eva.email)
    expect(refused.status).toBe(429)
    const seconds = Number(refused.headers.get('Retry-After'))
    expect(seconds).toBeGreaterThan(0)
    const minutes = Math.ceil(seconds / 60)
    expect(await refused.text()).toContain(minutes === 1 ? 'eine Minute' : `${minutes} Minuten`)
  })

  it('is refused from a foreign page, like every form of an account', async () => {
    const headers = { 'Sec-Fetch-Site': 'cross-site' }
    for (const path of [
      '/amt/anmelden',
      '/amt/anmelden/code',
      '/amt/passwort',
      '/amt/einladung/x',
      '/amt/konto/passwort',
    ])
      expect([path, (await call(path, { body: {}, headers })).status]).toEqual([path, 403])
  })
})

describe('a forgotten password', () => {
  it('is answered the same for everybody', async () => {
    const [known, unknown] = await Promise.all(
      [world.people.Bernd.email, 'nobody@nowhere.example'].map((email) => call('/amt/passwort', { body: { email } })),
    )
    expect(leadsTo(known!)).toEqual([303, '/amt/passwort?gesagt=ja'])
    expect(leadsTo(unknown!)).toEqual(leadsTo(known!))
  })

  it('is chosen behind a link that opening does not use up', async () => {
    const { email } = world.people.Lea
    await call('/amt/passwort', { body: { email } })
    const path = /\/amt\/passwort\/[\w-]+/.exec(await mailTo(email))![0]
    for (let n = 0; n < 2; n++) expect((await call(path)).status).toBe(200)
    const short = await call(path, { body: { password: 'kurz' } })
    expect(short.status).toBe(422)
    expect(await short.text()).toContain('mindestens 12 Zeichen')
    const kept = await call(path, { body: { password: NEW } })
    expect(leadsTo(kept)).toEqual([303, '/amt/anmelden?gesagt=passwort'])
    const over = await call(path, { body: { password: NEW } })
    expect(over.status).toBe(410)
    expect(await over.text()).toContain('Neuen Link schicken lassen')
    expect(await cookieOf(world.people.Lea, NEW)).toBeDefined()
    expect(await mailTo(email)).toContain('Ihr Passwort wurde geändert')
    expect(JSON.stringify(world.logLines)).not.toContain(path.split('/').at(-1))
  })
})

describe('an invitation', () => {
  it('makes somebody a clerk of the chosen departments, by a link that works once within seven days', async () => {
    const email = 'nele@bad-salzuflen.example'
    const path = (await invited(email))!
    expect(await mailTo(email)).toContain('Clara hat Sie eingeladen')
    expect(await (await call(path)).text()).toContain('Willkommen, Nele Neumann')
    expect((await call(path, { body: { password: NEW } })).status).toBe(303)
    expect((await call(path)).status).toBe(410)
    const cookie = await cookieOf({ email }, NEW)
    expect((await call(`/amt/${FIRST_TOWN}/anliegen`, { cookie })).status).toBe(200)
    expect(await membershipsOf(await idOf(email))).toEqual([{ town: FIRST_TOWN, department: 'roads', role: 'clerk' }])

    const late = (await invited('spaet@bad-salzuflen.example'))!
    world.pass(7 * 86_400_000)
    expect((await call(late)).status).toBe(410)
    const again = `${PEOPLE}/${await idOf('spaet@bad-salzuflen.example')}/einladung`
    expect((await call(again, { cookie: await cookieOf(world.people.Clara), body: {} })).status).toBe(303)
    const fresh = /\/amt\/einladung\/[\w-]+/.exec(await mailTo('spaet@bad-salzuflen.example'))![0]
    expect((await call(fresh)).status).toBe(200)
  })

  it('tells what is missing, and keeps what was typed', async () => {
    const cookie = await cookieOf(world.people.Clara)
    const body = { name: 'Nele', email: 'nele2@bad-salzuflen.example', role: 'clerk' }
    const answer = await call(`${PEOPLE}/neu`, { cookie, body })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('Wählen Sie mindestens einen Fachbereich.')
    expect(page).toContain('value="nele2@bad-salzuflen.example"')
    expect((await call(`${PEOPLE}/neu`, { cookie, body: { ...body, role: 'operator' } })).status).toBe(422)
    expect(
      (await call(`${PEOPLE}/neu`, { cookie, body: { ...body, email: world.people.Bernd.email, role: 'admin' } }))
        .status,
    ).toBe(409)
  })
})

describe('an admin', () => {
  it('changes roles, and the person has them at the next request', async () => {
    const { Bernd, Clara } = world.people
    const bernd = await cookieOf(Bernd)
    const settings = `/amt/${FIRST_TOWN}/einstellungen`
    expect((await call(settings, { cookie: bernd })).status).toBe(403)
    const roles = (body: Record<string, string>) =>
      cookieOf(Clara).then((cookie) => call(`${PEOPLE}/${Bernd.id}/rolle`, { cookie, body }))
    expect((await roles({ role: 'admin' })).status).toBe(303)
    expect((await call(settings, { cookie: bernd })).status).toBe(200)
    expect((await roles({ role: 'clerk', departments: 'roads' })).status).toBe(303)
    expect((await call(settings, { cookie: bernd })).status).toBe(403)
  })

  it('locks somebody out at once, and opens the access again', async () => {
    const { Bernd, Clara } = world.people
    const bernd = await cookieOf(Bernd)
    const cookie = await cookieOf(Clara)
    await call(`${PEOPLE}/${Bernd.id}/sperre`, { cookie, body: {} })
    expect((await call(`/amt/${FIRST_TOWN}/anliegen`, { cookie: bernd })).status).toBe(303)
    expect((await post(Bernd.email)).status).toBe(401)
    await call(`${PEOPLE}/${Bernd.id}/freigabe`, { cookie, body: {} })
    expect(await cookieOf(Bernd)).toBeDefined()
  })

  it('ends all sessions of somebody', async () => {
    const { Eva, Clara } = world.people
    const eva = await cookieOf(Eva)
    await call(`${PEOPLE}/${Eva.id}/sitzungen`, { cookie: await cookieOf(Clara), body: {} })
    expect((await call('/amt/konto', { cookie: eva })).status).toBe(303)
  })

  it('cannot leave the town without an admin', async () => {
    const { Clara } = world.people
    const cookie = await cookieOf(Clara)
    for (const [noun, body] of [
      ['sperre', {}],
      ['rolle', { role: 'dispatcher' }],
    ] as const) {
      const answer = await call(`${PEOPLE}/${Clara.id}/${noun}`, { cookie, body })
      expect(answer.status).toBe(409)
      expect(await answer.text()).toContain('niemand mehr die Kommune verwalten')
    }
    expect((await call(PEOPLE, { cookie })).status).toBe(200)
  })

  it('takes somebody who also works elsewhere out of the own town only, and never touches their second factor', async () => {
    const { Dirk, Clara } = world.people
    await invited(Dirk.email, { role: 'dispatcher' })
    expect(await mailTo(Dirk.email)).toContain('zu Bad Salzuflen hinzugefügt')
    expect(await mailTo(Dirk.email)).not.toContain('/amt/einladung/')
    const dirk = await cookieOf(Dirk)
    expect((await call(`/amt/${FIRST_TOWN}/anliegen`, { cookie: dirk })).status).toBe(200)
    const cookie = await cookieOf(Clara)
    const factor = await call(`${PEOPLE}/${Dirk.id}/zweiter-faktor`, { cookie, body: { how: 'in_person' } })
    expect(factor.status).toBe(403)
    expect(leadsTo(await call(`${PEOPLE}/${Dirk.id}/sperre`, { cookie, body: {} }))).toEqual([
      303,
      `${PEOPLE}?getan=entfernt`,
    ])
    expect((await call(`/amt/${FIRST_TOWN}/anliegen`, { cookie: dirk })).status).toBe(404)
    expect((await call(`/amt/${NEIGHBOUR}/anliegen`, { cookie: dirk })).status).toBe(200)
  })
})

describe('a town’s people', () => {
  const POSTS = ['rolle', 'sperre', 'freigabe', 'sitzungen', 'einladung', 'zweiter-faktor']
  const pages = (id: string) => [PEOPLE, `${PEOPLE}/neu`, `${PEOPLE}/${id}`, `${PEOPLE}/${id}/zweiter-faktor`]
  const body = { role: 'admin', how: 'in_person', name: 'X', email: 'x@y.example' }

  it.each([
    ['the neighbour’s admin finds nothing', 'Dirk', 404],
    ['a clerk may not', 'Bernd', 403],
    ['a dispatcher may not', 'Lea', 403],
  ] as const)('%s', async (_title, name, status) => {
    const cookie = await cookieOf(world.people[name], name === 'Lea' ? NEW : PASSWORD)
    const { id } = world.people.Eva
    for (const path of pages(id)) expect([path, (await call(path, { cookie })).status]).toEqual([path, status])
    for (const path of [`${PEOPLE}/neu`, ...POSTS.map((noun) => `${PEOPLE}/${id}/${noun}`)])
      expect([path, (await call(path, { cookie, body })).status]).toEqual([path, status])
    expect(await membershipsOf(id)).toEqual([{ town: FIRST_TOWN, department: 'green', role: 'clerk' }])
  })

  it('of another town are found under no id, whatever the town in the address', async () => {
    const cookie = await cookieOf(world.people.Clara)
    for (const id of [world.people.Dirk.id, 'nonsense', crypto.randomUUID()]) {
      for (const path of pages(id).slice(2)) expect((await call(path, { cookie })).status).toBe(404)
      for (const noun of POSTS) expect((await call(`${PEOPLE}/${id}/${noun}`, { cookie, body })).status).toBe(404)
    }
    expect(await (await call(PEOPLE, { cookie })).text()).not.toContain(world.people.Kira.email)
  })
})

describe('the operator', () => {
  it('invites a town’s first admin, and nobody else does it that way', async () => {
    const commands = { tenantsDir: 'tenants', by: 'test', now: world.now, publicUrl: PUBLIC_URL }
    const invite = ['invite', 'olga@platform.example', '--name', 'Olga', '--role', 'operator']
    const { output } = await runCommand(world.database, commands, { command: 'accounts', args: invite })
    const link = /\/amt\/einladung\/[\w-]+/.exec(output)![0]
    expect((await call(link, { body: { password: NEW } })).status).toBe(303)
    const cookie = await cookieOf({ email: 'olga@platform.example' }, NEW)

    const path = '/amt/betreiber/lemgo/einladung'
    const body = { name: 'Lena', email: 'lena@lemgo.example' }
    expect((await call(path, { cookie: await cookieOf(world.people.Clara), body })).status).toBe(404)
    expect((await call(path, { cookie, body: { ...body, email: 'kein' } })).status).toBe(422)
    expect(leadsTo(await call(path, { cookie, body }))).toEqual([303, '/amt/betreiber/lemgo?getan=eingeladen'])
    expect(await mailTo(body.email)).toContain('Anliegen für Lemgo')
    expect((await call('/amt/lemgo/personen', { cookie })).status).toBe(404)

    const list = await runCommand(world.database, commands, { command: 'accounts', args: ['list', '--town', 'lemgo'] })
    expect(list.output).toBe('Lena <lena@lemgo.example>  lemgo/admin  (eingeladen)')
  })
})

describe('a town that demands a second factor', () => {
  const secretIn = (page: string) => /class="factor__secret"[^>]*>([A-Z2-7 ]+)</.exec(page)![1]!.replaceAll(' ', '')
  const codeOf = (secret: string) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: world.now().getTime() })

  it('lets nobody on without one, admins included, until it is set up; then asks for it', async () => {
    await changeTown(world, FIRST_TOWN, { signIn: { secondFactor: 'required' } })
    const { Clara, Bernd, Dirk } = world.people
    for (const person of [Clara, Bernd]) {
      const cookie = await cookieOf(person)
      for (const path of ['/amt', `/amt/${FIRST_TOWN}/anliegen`, `/amt/${FIRST_TOWN}/konformitaet`, PEOPLE])
        expect(leadsTo(await call(path, { cookie }))).toEqual([303, '/amt/konto/zweiter-faktor'])
      const body = { version: '1', text: 'x' }
      expect((await call(`/amt/${FIRST_TOWN}/anliegen/1/note`, { cookie, body })).status).toBe(303)
    }
    expect((await call(`/amt/${NEIGHBOUR}/anliegen`, { cookie: await cookieOf(Dirk) })).status).toBe(200)

    const cookie = await cookieOf(Bernd)
    expect(await (await call('/amt/konto/zweiter-faktor', { cookie })).text()).toContain('Bad Salzuflen verlangt')
    await call('/amt/konto/zweiter-faktor', { cookie, body: {} })
    const secret = secretIn(await (await call('/amt/konto/zweiter-faktor', { cookie })).text())
    const wrong = await call('/amt/konto/zweiter-faktor/code', { cookie, body: { code: '000000' } })
    expect(wrong.status).toBe(422)
    const shown = await call('/amt/konto/zweiter-faktor/code', { cookie, body: { code: codeOf(secret) } })
    // Each once to read; the button that copies them has them too.
    const codes = new Set((await shown.text()).match(/[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}/g))
    expect(codes.size).toBe(10)
    expect(shown.headers.get('Cache-Control')).toContain('no-store')
    expect((await call(`/amt/${FIRST_TOWN}/anliegen`, { cookie })).status).toBe(200)

    world.pass(60_000)
    const asked = await post(Bernd.email)
    expect(leadsTo(asked)).toEqual([303, '/amt/anmelden/code'])
    const step = cookieIn(asked, 'step')!
    expect((await call(`/amt/${FIRST_TOWN}/anliegen`, { cookie: step })).status).toBe(303)
    const inside = await call('/amt/anmelden/code', { cookie: step, body: { code: codeOf(secret) } })
    expect(leadsTo(inside)).toEqual([303, '/amt'])
    const session = cookieIn(inside, 'session')!
    expect((await call(`/amt/${FIRST_TOWN}/anliegen`, { cookie: session })).status).toBe(200)
    const body = { removePassword: PASSWORD, code: codeOf(secret) }
    const kept = await call('/amt/konto/zweiter-faktor/ende', { cookie: session, body })
    expect(kept.status).toBe(409)
    expect(await kept.text()).toContain('verlangt den zweiten Faktor')
  })

  it('keeps its pages from an operator who has none', async () => {
    const cookie = await cookieOf({ email: 'olga@platform.example' }, NEW)
    for (const path of [`/amt/${FIRST_TOWN}/konformitaet`, `/amt/betreiber/${FIRST_TOWN}`]) {
      const answer = await call(path, { cookie })
      expect([path, answer.status]).toEqual([path, 403])
      expect(await answer.text()).toContain('verlangt einen zweiten Faktor')
    }
    const body = { name: 'X', email: 'x@bad-salzuflen.example' }
    expect((await call(`/amt/betreiber/${FIRST_TOWN}/einladung`, { cookie, body })).status).toBe(403)
    expect((await call(`/amt/${NEIGHBOUR}/konformitaet`, { cookie })).status).toBe(200)
  })

  it('has it reset by the operator’s command, which ends all sessions and is told by mail', async () => {
    const { Bernd } = world.people
    const commands = { tenantsDir: 'tenants', by: 'test', now: world.now }
    const args = ['reset-second-factor', Bernd.email]
    expect(await runCommand(world.database, commands, { command: 'accounts', args })).toMatchObject({ ok: true })
    expect(await mailTo(Bernd.email)).toContain('zweiten Faktor zurückgesetzt')
    expect(leadsTo(await post(Bernd.email))).toEqual([303, '/amt'])
  })
})

it('a session ends after twelve hours, however busy it is', async () => {
  const cookie = await cookieOf(world.people.Dirk)
  for (let hours = 0; hours < 11; hours++) {
    world.pass(3_600_000)
    expect((await call('/amt/konto', { cookie })).status).toBe(200)
  }
  world.pass(SESSION_MS - 11 * 3_600_000)
  expect((await call('/amt/konto', { cookie })).status).toBe(303)
})
