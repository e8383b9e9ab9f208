/** Sign-in with a town's own accounts, against a real provider and through the whole chain of redirects. */
import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openIdClient } from '../../server/adapters/open-id-client.ts'
import { createApp } from '../../server/app.ts'
import { invitePerson } from '../../server/people/invite-person.ts'
import { addMembershipRow, addPersonRow, listMembershipRows, setPasswordHash } from '../../server/people/rows.ts'
import { listStaffOfTown, replaceMemberships, setDisabled } from '../../server/people/staff-rows.ts'
import { changeTown } from '../support/outside.ts'
import { PASSWORD, type Person } from '../support/people.ts'
import { quickPasswords } from '../support/quick-passwords.ts'
import {
  type Account,
  CLIENT_ID,
  CLIENT_SECRET,
  startTownLogin,
  type TownLogin,
  walkThrough,
} from '../support/town-login.ts'
import { createWorld, FIRST_TOWN, NEIGHBOUR, PUBLIC_URL, type World } from '../support/world.ts'

const OURS = { 'Sec-Fetch-Site': 'same-origin' }
const RETURN = `${PUBLIC_URL}/amt/anmelden/rueckkehr`
const QUEUE = `/amt/${FIRST_TOWN}/anliegen`
const STRONG = 'urn:town:strong'

let world: World
let app: ReturnType<typeof createApp>
/** Of the first town, with a secret; of the neighbour, a public client. */
let login: TownLogin
let nextDoor: TownLogin
beforeAll(async () => {
  world = await createWorld()
  login = await startTownLogin({ redirectUri: RETURN })
  nextDoor = await startTownLogin({ redirectUri: RETURN, isPublic: true })
  const openId = openIdClient({ secrets: new Map([[FIRST_TOWN, CLIENT_SECRET]]), now: world.now })
  app = createApp({ ...world.deps, passwords: quickPasswords, openId })
  await world.database.inTransaction(null, async (db) => {
    for (const { id } of Object.values(world.people)) await setPasswordHash(db, id, `quick ${PASSWORD}`)
  })
  await offer(FIRST_TOWN, login)
  await offer(NEIGHBOUR, nextDoor)
})
afterAll(async () => {
  await Promise.all([world.close(), login.close(), nextDoor.close()])
})
beforeEach(() => world.pass(15 * 60_000))

type Setting = { secondFactor?: boolean; acrValues?: string[]; emailDomains?: string[] }

const offer = (town: string, { issuer }: Pick<TownLogin, 'issuer'>, more: Setting = {}) =>
  changeTown(world, town, {
    signIn: {
      secondFactor: 'optional',
      openId: { issuer, clientId: CLIENT_ID, name: 'Stadt-Konto', secondFactor: false, ...more },
    },
  })

type Asked = { cookie?: string | undefined; body?: Record<string, string> }

const call = (path: string, { cookie, body }: Asked = {}) =>
  app.fetch(
    new Request(PUBLIC_URL + path, {
      method: body ? 'POST' : 'GET',
      headers: { ...OURS, ...(cookie ? { Cookie: cookie } : {}) },
      ...(body ? { body: new URLSearchParams(body) } : {}),
    }),
  )
const cookieIn = (answer: Response, name: string) =>
  answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0]!)
    .findLast((line) => line.startsWith(`__Host-${name}=`) && !line.endsWith('='))
const pathOf = ({ pathname, search }: URL) => pathname + search
const leadsTo = (answer: Response) => [answer.status, answer.headers.get('Location')]

async function begin(town = FIRST_TOWN, next = QUEUE) {
  const answer = await call(`/amt/anmelden/${town}`, { body: { weiter: next } })
  const url = /^0; url=(.+)$/.exec(answer.headers.get('Refresh') ?? '')?.[1] ?? ''
  return { answer, url, cookie: cookieIn(answer, 'step') }
}

type Change = (url: URL) => void
type Way = { town?: string; onward?: Change; back?: Change }

/** The whole way, with what somebody might change on it. @returns our answer to the way back */
async function comeIn(subject: string | null, { town, onward = () => undefined, back = () => undefined }: Way = {}) {
  const { url, cookie } = await begin(town)
  const there = new URL(url)
  onward(there)
  const here = await walkThrough(there.href, { login: subject, redirectUri: RETURN })
  back(here)
  return { answer: await call(pathOf(here), { cookie }), here, cookie }
}
const sessionOf = async (subject: string, way?: Way) => cookieIn((await comeIn(subject, way)).answer, 'session')

const verified = ({ email }: Pick<Person, 'email'>, more: Account = {}): Account => ({
  email,
  email_verified: true,
  ...more,
})
const security = (event: string) =>
  world.logLines.filter(({ facts }) => facts.event === event).map(({ facts }) => facts)

async function hire(name: string, town = FIRST_TOWN, role: 'dispatcher' | 'operator' = 'dispatcher') {
  const id = crypto.randomUUID()
  const email = `${name}@${town || 'platform'}.example`
  await world.database.inTransaction(null, async (db) => {
    await addPersonRow(db, { id, email, name, language: 'de', createdAt: world.now() })
    await addMembershipRow(db, id, { town, department: '', role })
  })
  return { id, email }
}

async function expectRefused(answer: Response, status: number, sentence: string) {
  expect(answer.status).toBe(status)
  expect(await answer.text()).toContain(sentence)
  expect(cookieIn(answer, 'session')).toBeUndefined()
}

const NOT_SET_UP = 'Ihr Konto ist hier noch nicht eingerichtet'
const OVER = 'Diese Anmeldung gilt nicht mehr'
const FAILED = 'Die Anmeldung über Ihre Kommune hat nicht geklappt'

describe('the way in', () => {
  it('leads through the town’s sign-in to where somebody wanted to go, and links the account by its verified address', async () => {
    login.accounts.set('bernd-17', verified(world.people.Bernd))
    const { answer, here } = await comeIn('bernd-17')
    expect(leadsTo(answer)).toEqual([303, QUEUE])
    expect(here.searchParams.get('code')).toBeTruthy()
    const cookie = cookieIn(answer, 'session')!
    expect((await call(QUEUE, { cookie })).status).toBe(200)
    expect(security('identity_linked')).toEqual([
      { event: 'identity_linked', person: world.people.Bernd.id, town: FIRST_TOWN },
    ])
    expect(security('signed_in').at(-1)).toMatchObject({ person: world.people.Bernd.id, how: 'open_id' })
  })

  it('knows somebody by issuer and subject from then on, whatever the address has become', async () => {
    login.accounts.set('bernd-17', { email: world.people.Clara.email, email_verified: true })
    const account = await call('/amt/konto', { cookie: await sessionOf('bernd-17') })
    expect(await account.text()).toContain(world.people.Bernd.email)
  })

  it('works for a public client without a secret', async () => {
    nextDoor.accounts.set('dirk-1', verified(world.people.Dirk))
    const cookie = await sessionOf('dirk-1', { town: NEIGHBOUR })
    expect((await call(`/amt/${NEIGHBOUR}/anliegen`, { cookie })).status).toBe(200)
    // Dirk, the neighbour's admin, still sees nothing of the first town.
    expect((await call(QUEUE, { cookie })).status).toBe(404)
  })

  it('asks with PKCE, state and nonce for this very address to come back to', async () => {
    const { answer, url } = await begin()
    const asked = new URL(url).searchParams
    expect(Object.fromEntries(asked)).toMatchObject({
      client_id: CLIENT_ID,
      response_type: 'code',
      redirect_uri: RETURN,
      code_challenge_method: 'S256',
      scope: 'openid email',
    })
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked.get(name)).toMatch(/^[\w-]{43}$/)
    expect(answer.headers.get('Set-Cookie')).toMatch(
      /^__Host-step=[\w-]{43}; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    )
    expect(answer.headers.get('Cache-Control')).toContain('no-store')
  })

  it('never leads to another host afterwards', async () => {
    const { url, cookie } = await begin(FIRST_TOWN, 'https://evil.example/amt')
    const here = await walkThrough(url, { login: 'bernd-17', redirectUri: RETURN })
    expect(leadsTo(await call(pathOf(here), { cookie }))).toEqual([303, '/amt'])
  })
})

describe('the sign-in page', () => {
  it('offers the town’s own sign-in beside the password, and the towns that have one', async () => {
    world.pass(60_000)
    const general = await (await call('/amt/anmelden')).text()
    expect(general).toContain('Über Ihre Kommune anmelden')
    expect(general).toMatch(/<option value="herford">Herford<\/option>/)
    expect(general).not.toContain('value="lemgo"')
    const chosen = await call(`/amt/anmelden?kommune=${FIRST_TOWN}&weiter=${encodeURIComponent(QUEUE)}`)
    expect(leadsTo(chosen)).toEqual([303, `/amt/anmelden/${FIRST_TOWN}?weiter=${encodeURIComponent(QUEUE)}`])
    const own = await (await call(chosen.headers.get('Location')!)).text()
    expect(own).toContain('Mit Stadt-Konto anmelden')
    expect(own).toContain('Passwort')
  })

  it('is the ordinary one for a town without accounts of its own, and for none', async () => {
    for (const town of ['lemgo', 'nirgendwo', 'A b'])
      expect((await call(`/amt/anmelden/${encodeURIComponent(town)}`)).headers.get('Location')).toBe('/amt/anmelden')
    for (const town of ['nirgendwo', 'ä', '../abmelden', 'a\r\nSet-Cookie: b=c'])
      expect((await call(`/amt/anmelden?kommune=${encodeURIComponent(town)}`)).status).toBe(200)
    const post = await call('/amt/anmelden/lemgo', { body: { weiter: '/amt' } })
    expect(leadsTo(post)).toEqual([303, '/amt/anmelden'])
  })

  it('keeps the town’s button when a password was wrong', async () => {
    const body = { email: world.people.Bernd.email, password: 'falsch', kommune: FIRST_TOWN, weiter: QUEUE }
    const answer = await call('/amt/anmelden', { body })
    expect(answer.status).toBe(401)
    expect(await answer.text()).toContain('Mit Stadt-Konto anmelden')
  })
})

describe('what does not fit is refused', () => {
  it.each<[string, Way, number, string]>([
    ['another state', { back: (url) => url.searchParams.set('state', 'x'.repeat(43)) }, 401, OVER],
    ['no state', { back: (url) => url.searchParams.delete('state') }, 401, OVER],
    ['another code', { back: (url) => url.searchParams.set('code', 'x'.repeat(43)) }, 401, FAILED],
    ['no code', { back: (url) => url.searchParams.delete('code') }, 401, FAILED],
    [
      'another issuer in the answer',
      { back: (url) => url.searchParams.set('iss', 'https://evil.example') },
      401,
      FAILED,
    ],
    ['a token for another nonce', { onward: (url) => url.searchParams.set('nonce', 'another') }, 401, FAILED],
    ['another verifier', { onward: (url) => url.searchParams.set('code_challenge', 'x'.repeat(43)) }, 401, FAILED],
  ])('%s', async (_, way, status, sentence) => {
    await expectRefused((await comeIn('bernd-17', way)).answer, status, sentence)
  })

  it('a way without PKCE, by the provider itself', async () => {
    const without: Change = (url) => {
      url.searchParams.delete('code_challenge')
      url.searchParams.delete('code_challenge_method')
    }
    const { answer, here } = await comeIn('bernd-17', { onward: without })
    expect(here.searchParams.get('error')).toBe('invalid_request')
    await expectRefused(answer, 401, FAILED)
  })

  it('a way back in another browser, or a second time', async () => {
    const { url, cookie } = await begin()
    const here = await walkThrough(url, { login: 'bernd-17', redirectUri: RETURN })
    await expectRefused(await call(pathOf(here)), 401, OVER)
    const other = await begin()
    await expectRefused(await call(pathOf(here), { cookie: other.cookie }), 401, OVER)
    expect((await call(pathOf(here), { cookie })).status).toBe(303)
    await expectRefused(await call(pathOf(here), { cookie }), 401, OVER)
  })

  it('a code that was used before, with a fresh state', async () => {
    const { here } = await comeIn('bernd-17')
    const replay: Change = (url) => url.searchParams.set('code', here.searchParams.get('code')!)
    await expectRefused((await comeIn('bernd-17', { back: replay })).answer, 401, FAILED)
  })

  it('a way that took longer than ten minutes', async () => {
    const { url, cookie } = await begin()
    const here = await walkThrough(url, { login: 'bernd-17', redirectUri: RETURN })
    world.pass(11 * 60_000)
    await expectRefused(await call(pathOf(here), { cookie }), 401, OVER)
  })

  it('a step of this sign-in where a code is asked for', async () => {
    const { cookie } = await begin()
    expect(leadsTo(await call('/amt/anmelden/code', { cookie }))).toEqual([303, '/amt/anmelden?gesagt=code'])
  })

  it('whoever goes back at the town’s sign-in comes to a sentence', async () => {
    const { answer } = await comeIn(null)
    const page = await answer.clone().text()
    expect(page).toContain('Mit Stadt-Konto anmelden')
    expect(page).toContain(`name="weiter" value="${QUEUE}"`)
    await expectRefused(answer, 401, 'Die Anmeldung wurde dort abgebrochen')
  })
})

describe('who may come in', () => {
  it('nobody whom the town has not invited; no account comes by itself', async () => {
    login.accounts.set('stranger', { email: 'neu@bad-salzuflen.example', email_verified: true })
    const { answer } = await comeIn('stranger')
    await expectRefused(answer, 403, NOT_SET_UP)
  })

  it('nobody by an address that the provider has not verified', async () => {
    login.accounts.set('eva-false', { email: world.people.Eva.email, email_verified: false })
    login.accounts.set('eva-silent', { email: world.people.Eva.email })
    for (const subject of ['eva-false', 'eva-silent'])
      await expectRefused((await comeIn(subject)).answer, 403, NOT_SET_UP)
  })

  it('nobody of another town, not even with a verified address', async () => {
    login.accounts.set('dirk-here', verified(world.people.Dirk))
    await expectRefused((await comeIn('dirk-here')).answer, 403, NOT_SET_UP)
    // The same subject at the neighbour's provider is somebody else.
    nextDoor.accounts.set('bernd-17', { email: 'jemand@herford.example', email_verified: true })
    await expectRefused((await comeIn('bernd-17', { town: NEIGHBOUR })).answer, 403, NOT_SET_UP)
  })

  it('no second account of the provider for the same person', async () => {
    login.accounts.set('bernd-18', verified(world.people.Bernd))
    await expectRefused((await comeIn('bernd-18')).answer, 403, NOT_SET_UP)
  })

  it('nobody who is disabled, linked or not', async () => {
    const gone = await hire('gustav')
    login.accounts.set('gustav', verified(gone))
    expect(await sessionOf('gustav')).toBeDefined()
    await world.database.inTransaction(null, (db) => setDisabled(db, gone.id, world.now()))
    await expectRefused((await comeIn('gustav')).answer, 403, NOT_SET_UP)
    const never = await hire('greta')
    login.accounts.set('greta', verified(never))
    await world.database.inTransaction(null, (db) => setDisabled(db, never.id, world.now()))
    await expectRefused((await comeIn('greta')).answer, 403, NOT_SET_UP)
  })

  it('whoever also works elsewhere by password only: one town’s provider vouches for one town', async () => {
    const both = await hire('berta')
    await world.database.inTransaction(null, (db) =>
      addMembershipRow(db, both.id, { town: NEIGHBOUR, department: '', role: 'dispatcher' }),
    )
    login.accounts.set('berta', verified(both))
    await expectRefused((await comeIn('berta')).answer, 403, 'Sie arbeiten nicht nur für diese Kommune')
    await offer(NEIGHBOUR, login)
    expect(await sessionOf('berta')).toBeDefined()
    await offer(NEIGHBOUR, nextDoor)
    await expectRefused((await comeIn('berta')).answer, 403, 'Sie arbeiten nicht nur für diese Kommune')
  })

  it('a session of the town’s provider ends when somebody begins to work elsewhere too', async () => {
    const tom = await hire('tom')
    login.accounts.set('tom', verified(tom))
    const cookie = await sessionOf('tom')
    expect((await call(QUEUE, { cookie })).status).toBe(200)
    const dirk = await world.as(world.people.Dirk, NEIGHBOUR)
    await invitePerson(dirk, { name: 'Tom', email: tom.email, role: 'dispatcher', departments: [] })
    expect((await call(QUEUE, { cookie })).status).toBe(303)
  })

  it('the operator by password only', async () => {
    const both = await hire('olga')
    await world.database.inTransaction(null, (db) =>
      addMembershipRow(db, both.id, { town: '', department: '', role: 'operator' }),
    )
    login.accounts.set('olga', verified(both))
    await expectRefused((await comeIn('olga')).answer, 403, 'Sie arbeiten nicht nur für diese Kommune')
    expect(security('identity_linked').map(({ person }) => person)).not.toContain(both.id)
  })

  it('only addresses of the town’s domains the first time, where it names them', async () => {
    const hugo = await hire('hugo')
    login.accounts.set('hugo', verified(hugo))
    await offer(FIRST_TOWN, login, { emailDomains: ['stadt.example'] })
    await expectRefused((await comeIn('hugo')).answer, 403, NOT_SET_UP)
    await offer(FIRST_TOWN, login, { emailDomains: ['stadt.example', 'bad-salzuflen.example'] })
    expect(await sessionOf('hugo')).toBeDefined()
    await offer(FIRST_TOWN, login)
  })

  it('two accounts that claim one address at the same moment: one of them', async () => {
    const ida = await hire('ida')
    for (const subject of ['ida-1', 'ida-2']) login.accounts.set(subject, verified(ida))
    const answers = await Promise.all(['ida-1', 'ida-2'].map((subject) => comeIn(subject)))
    expect(answers.map(({ answer }) => answer.status).sort()).toEqual([303, 403])
  })
})

describe('a second factor', () => {
  const isStrong = async (cookie: string | undefined) =>
    (await call(QUEUE, { cookie })).headers.get('Location') !== '/amt/konto/zweiter-faktor'

  it('of ours is asked after the town’s sign-in, where somebody has one', async () => {
    const nora = await hire('nora')
    login.accounts.set('nora', verified(nora))
    const cookie = (await sessionOf('nora'))!
    await call('/amt/konto/zweiter-faktor', { cookie, body: {} })
    const page = await (await call('/amt/konto/zweiter-faktor', { cookie })).text()
    const secret = /factor__secret[^>]*>([^<]+)</.exec(page)![1]!.replaceAll(/\s/g, '')
    const codeAt = (ms: number) => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: ms })
    await call('/amt/konto/zweiter-faktor/code', { cookie, body: { code: codeAt(world.now().getTime()) } })
    const { answer } = await comeIn('nora')
    expect(leadsTo(answer)).toEqual([303, '/amt/anmelden/code'])
    const step = cookieIn(answer, 'step')
    await expectRefused(await call('/amt/anmelden/rueckkehr?code=x&state=y', { cookie: step }), 401, OVER)
    const code = codeAt(world.now().getTime() + 30_000)
    expect(leadsTo(await call('/amt/anmelden/code', { cookie: step, body: { code } }))).toEqual([303, QUEUE])
  })

  it('of the provider counts only where the town says so and the answer too', async () => {
    const paul = await hire('paul')
    const withFactor = { secondFactor: true, acrValues: [STRONG] }
    const demand = (more: Setting) =>
      changeTown(world, FIRST_TOWN, {
        signIn: {
          secondFactor: 'required',
          openId: { issuer: login.issuer, clientId: CLIENT_ID, name: 'Stadt-Konto', secondFactor: false, ...more },
        },
      })
    const comesStrong = async (account: Account) => {
      login.accounts.set('paul', verified(paul, account))
      return isStrong(await sessionOf('paul'))
    }
    await demand(withFactor)
    expect(await comesStrong({})).toBe(false)
    expect(await comesStrong({ amr: ['pwd'] })).toBe(false)
    expect(await comesStrong({ acr: 'urn:town:weak' })).toBe(false)
    expect(await comesStrong({ amr: ['pwd', 'mfa'] })).toBe(true)
    expect(await comesStrong({ acr: STRONG })).toBe(true)
    await demand({ secondFactor: false })
    expect(await comesStrong({ amr: ['pwd', 'mfa'], acr: STRONG })).toBe(false)
    await offer(FIRST_TOWN, login)
  })
})

describe('when the town’s sign-in does not answer', () => {
  it('the page says so and the password still works', async () => {
    const silent = openIdClient({ secrets: new Map(), now: world.now })
    const before = app
    app = createApp({ ...world.deps, passwords: quickPasswords, openId: silent })
    login.setDown(true)
    const { answer } = await begin()
    await expectRefused(answer, 503, 'Die Anmeldung Ihrer Kommune antwortet gerade nicht')
    const body = { email: world.people.Bernd.email, password: PASSWORD, weiter: QUEUE }
    expect(leadsTo(await call('/amt/anmelden', { body }))).toEqual([303, QUEUE])
    login.setDown(false)
    expect((await begin()).answer.status).toBe(200)
    app = before
  })

  it('also on the way back', async () => {
    const { url, cookie } = await begin()
    const here = await walkThrough(url, { login: 'bernd-17', redirectUri: RETURN })
    login.setDown(true)
    const answer = await call(pathOf(here), { cookie })
    login.setDown(false)
    await expectRefused(answer, 503, 'antwortet gerade nicht')
  })

  it('a provider that calls itself otherwise is none', async () => {
    await offer('lemgo', { issuer: `${login.issuer}/realm` })
    const { answer } = await begin('lemgo')
    expect(answer.status).toBe(503)
    expect(security('sign_in_failed').at(-1)).toMatchObject({ town: 'lemgo' })
  })

  it('a wrong secret is told to the log by name, and to people in a sentence', async () => {
    const wrong = openIdClient({ secrets: new Map([[FIRST_TOWN, 'another secret']]), now: world.now })
    const before = app
    app = createApp({ ...world.deps, passwords: quickPasswords, openId: wrong })
    const { answer } = await comeIn('bernd-17')
    app = before
    await expectRefused(answer, 401, FAILED)
    expect(security('sign_in_failed').at(-1)?.how).toBe('open_id_failed invalid_client')
  })
})

describe('afterwards', () => {
  it('signing out ends our session and says that the town’s may still be open', async () => {
    const cookie = await sessionOf('bernd-17')
    const answer = await call('/amt/abmelden', { cookie, body: {} })
    expect(leadsTo(answer)).toEqual([303, '/amt/anmelden?gesagt=abgemeldet'])
    expect(await (await call('/amt/anmelden?gesagt=abgemeldet')).text()).toContain(
      'kann in diesem Browser noch offen sein',
    )
    expect((await call(QUEUE, { cookie })).status).toBe(303)
  })

  it('one’s own account shows the link, which goes when there is a password', async () => {
    const cookie = await sessionOf('bernd-17')
    const page = await (await call('/amt/konto', { cookie })).text()
    expect(page).toContain('Konto Ihrer Kommune')
    expect(page).toContain('Stadt-Konto')
    const body = { issuer: login.issuer }
    expect(leadsTo(await call('/amt/konto/verknuepfung', { cookie, body }))).toEqual([303, '/amt/konto?getan=getrennt'])
    expect(await (await call('/amt/konto', { cookie })).text()).not.toContain('Konto Ihrer Kommune')
    expect((await call('/amt/konto/verknuepfung', { cookie, body })).status).toBe(409)
  })

  it('the only way in stays', async () => {
    const rosa = await hire('rosa')
    login.accounts.set('rosa', verified(rosa))
    const cookie = await sessionOf('rosa')
    expect(await (await call('/amt/konto', { cookie })).text()).toContain('Ihr einziger Zugang')
    const clara = await world.as(world.people.Clara)
    const [row] = await world.database.inTransaction(null, (db) => listStaffOfTown({ ...clara, db }, rosa.id))
    expect(row).toMatchObject({ hasPassword: false, isLinked: true })
    expect((await call('/amt/konto/verknuepfung', { cookie, body: { issuer: login.issuer } })).status).toBe(409)
    expect(await sessionOf('rosa')).toBeDefined()
  })

  it('membership decides each time: whoever left the town is out', async () => {
    const { id } = world.people.Lea
    login.accounts.set('lea', verified(world.people.Lea))
    expect(await sessionOf('lea')).toBeDefined()
    await world.database.inTransaction(null, (db) => replaceMemberships(db, { personId: id, town: FIRST_TOWN }, []))
    expect(await world.database.inTransaction(null, (db) => listMembershipRows(db, id))).toEqual([])
    await expectRefused((await comeIn('lea')).answer, 403, NOT_SET_UP)
  })

  it('begun too often from one address, it waits; who gets in does not count', async () => {
    for (let n = 0; n < 3; n++) expect(await sessionOf('bernd-17')).toBeDefined()
    const statuses: number[] = []
    for (let n = 0; n < 101; n++) statuses.push((await begin()).answer.status)
    expect(statuses.filter((status) => status === 200)).toHaveLength(100)
    const last = await begin()
    expect(last.answer.status).toBe(429)
    expect(last.answer.headers.get('Retry-After')).toMatch(/^\d+$/)
  })

  it('neither the secret nor a code, token or address is in any log', () => {
    const log = JSON.stringify(world.logLines)
    expect(log).not.toContain(CLIENT_SECRET)
    expect(log).not.toMatch(/@|eyJ|code=|state=/)
    expect(login.asked).toContain('POST /token')
  })
})
