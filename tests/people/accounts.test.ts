import { eq } from 'drizzle-orm'
import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { dueWork, people, personLinks, recoveryCodes } from '../../db/schema/platform.ts'
import type { AppError } from '../../server/errors.ts'
import { runDueWork } from '../../server/jobs.ts'
import { findPersonRow } from '../../server/people/account-rows.ts'
import { askForReset } from '../../server/people/ask-for-reset.ts'
import { giveCode } from '../../server/people/give-code.ts'
import {
  beginSecondFactor,
  confirmSecondFactor,
  readSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
} from '../../server/people/own-second-factor.ts'
import { setPasswordHash } from '../../server/people/rows.ts'
import {
  endOtherSessions,
  endSession,
  IDLE_MS,
  listSessions,
  type SignedIn,
  whoIs,
} from '../../server/people/sessions.ts'
import { changePassword, setPasswordByLink } from '../../server/people/set-password.ts'
import { admit, signIn } from '../../server/people/sign-in.ts'
import { PASSWORD, type Person } from '../support/people.ts'
import { quickPasswords } from '../support/quick-passwords.ts'
import { createWorld, PUBLIC_URL, type World } from '../support/world.ts'

const NEW = 'vier laute Waschbären tanzen'
const QUARTER_MS = 15 * 60_000
const HOME = '192.0.2.1'

let world: World
let office: World['deps']
beforeAll(async () => {
  world = await createWorld()
  office = { ...world.deps, passwords: quickPasswords }
})
afterAll(() => world.close())
beforeEach(async () => {
  // Every test begins with fresh windows and with the password everybody knows.
  world.pass(24 * 3_600_000)
  await world.database.inTransaction(null, async (db) => {
    for (const { id } of Object.values(world.people)) await setPasswordHash(db, id, `quick ${PASSWORD}`)
  })
  world.logLines.length = 0
})

const reason = (attempt: Promise<unknown>) =>
  attempt.then(
    () => null,
    (error: AppError) => error.errors[0]?.reason ?? error.reason,
  )
const enter = ({ email }: Pick<Person, 'email'>, password = PASSWORD, visitor = HOME) =>
  signIn(office, { email, password }, { visitor, device: 'Firefox, Linux' })

async function inside(person: Person): Promise<SignedIn> {
  const entered = await enter(person)
  if (entered.kind !== 'session') throw new Error('asked for a code')
  return (await whoIs(world.database, entered.token, world.now()))!
}
const codeOf = (secret: string, ms = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: world.now().getTime() + ms })

async function withFactor(person: Person) {
  const me = await inside(person)
  await beginSecondFactor(office, me)
  const { pending } = await readSecondFactor(office, me)
  const codes = await confirmSecondFactor(office, me, { code: codeOf(pending!), visitor: HOME })
  world.pass(60_000)
  return { me, secret: pending!, codes }
}
async function stepOf(person: Person): Promise<string> {
  const entered = await enter(person)
  if (entered.kind !== 'second_factor') throw new Error('let in by a password alone')
  return entered.step
}
async function withoutFactor(person: Person) {
  await world.database.inTransaction(null, (db) =>
    db.update(people).set({ totpSecret: null, totpSince: null, totpStep: null }).where(eq(people.id, person.id)),
  )
}
async function mailedLink(kind: 'passwort' | 'einladung') {
  while (await runDueWork(world.clock));
  const text = world.mails.at(-1)?.text ?? ''
  return new RegExp(`${PUBLIC_URL}/amt/${kind}/([\\w-]+)`).exec(text)?.[1]
}

describe('the second factor', () => {
  it('is asked for after the password, and a code counts once', async () => {
    const { Bernd } = world.people
    const { secret } = await withFactor(Bernd)
    const code = codeOf(secret)
    const { token } = await giveCode(office, { step: await stepOf(Bernd), code }, { visitor: HOME })
    expect(await whoIs(world.database, token, world.now())).toMatchObject({ name: 'Bernd', isStrong: true })
    expect(await reason(giveCode(office, { step: await stepOf(Bernd), code }, { visitor: HOME }))).toBe('code_wrong')
    await withoutFactor(Bernd)
  })

  it('knows the code before and the one after, and none further away', async () => {
    const { Bernd } = world.people
    const { secret } = await withFactor(Bernd)
    for (const far of [-90_000, 90_000]) {
      const attempt = giveCode(office, { step: await stepOf(Bernd), code: codeOf(secret, far) }, { visitor: HOME })
      expect(await reason(attempt)).toBe('code_wrong')
    }
    for (const near of [-30_000, 30_000]) {
      const attempt = giveCode(office, { step: await stepOf(Bernd), code: codeOf(secret, near) }, { visitor: HOME })
      expect(await reason(attempt)).toBeNull()
    }
    await withoutFactor(Bernd)
  })

  it('lies in the database only sealed, and its recovery codes only as hashes', async () => {
    const { Eva } = world.people
    const { secret, codes } = await withFactor(Eva)
    const rows = await world.database.inTransaction(null, async (db) => [
      await db.select().from(people),
      await db.select().from(recoveryCodes),
    ])
    const stored = JSON.stringify(rows)
    expect(stored).not.toContain(secret)
    for (const code of codes) expect(stored).not.toContain(code.replaceAll('-', ''))
    await withoutFactor(Eva)
  })

  it('has ten recovery codes, each good for once, however it is typed', async () => {
    const { Bernd } = world.people
    const { me, codes } = await withFactor(Bernd)
    expect(new Set(codes).size).toBe(10)
    const typed = codes[0]!.toLowerCase().replaceAll('-', ' ')
    const used = await giveCode(office, { step: await stepOf(Bernd), code: typed }, { visitor: HOME })
    expect(used.kind).toBe('recovery')
    expect((await readSecondFactor(office, me)).codesLeft).toBe(9)
    expect(await reason(giveCode(office, { step: await stepOf(Bernd), code: codes[0]! }, { visitor: HOME }))).toBe(
      'code_wrong',
    )
    const fresh = await renewRecoveryCodes(office, me, { password: PASSWORD })
    expect(await reason(giveCode(office, { step: await stepOf(Bernd), code: codes[1]! }, { visitor: HOME }))).toBe(
      'code_wrong',
    )
    expect(await reason(giveCode(office, { step: await stepOf(Bernd), code: fresh[1]! }, { visitor: HOME }))).toBeNull()
    await withoutFactor(Bernd)
  })

  it('gives ten minutes for the code, and the step opens nothing by itself', async () => {
    const { Bernd } = world.people
    const { secret } = await withFactor(Bernd)
    const step = await stepOf(Bernd)
    expect(await whoIs(world.database, step, world.now())).toBeNull()
    world.pass(10 * 60_000)
    expect(await reason(giveCode(office, { step, code: codeOf(secret) }, { visitor: HOME }))).toBe('step_over')
    await withoutFactor(Bernd)
  })

  it('stops guessing after ten codes, from wherever they come', async () => {
    const { Bernd } = world.people
    const { secret } = await withFactor(Bernd)
    const step = await stepOf(Bernd)
    // The one that set it up has counted too.
    for (let n = 0; n < 9; n++)
      expect(await reason(giveCode(office, { step, code: '000000' }, { visitor: `192.0.2.${n}` }))).toBe('code_wrong')
    expect(await reason(giveCode(office, { step, code: codeOf(secret) }, { visitor: '192.0.2.99' }))).toBe('too_many')
    await withoutFactor(Bernd)
  })

  it('is removed only with password and code, and never where a town demands it', async () => {
    const { Bernd } = world.people
    const { me, secret } = await withFactor(Bernd)
    const remove = (input: { password?: string; code?: string; isRequired?: boolean }) =>
      reason(
        removeSecondFactor(office, me, {
          password: PASSWORD,
          code: codeOf(secret),
          visitor: HOME,
          isRequired: false,
          ...input,
        }),
      )
    expect(await remove({ isRequired: true })).toBe('second_factor_required')
    expect(await remove({ password: 'wrong' })).toBe('password_wrong')
    expect(await remove({ code: '000000' })).toBe('code_wrong')
    expect(await remove({})).toBeNull()
    expect((await enter(Bernd)).kind).toBe('session')
  })

  it('is not asked again of somebody whose own town hall has asked for it', async () => {
    const { Bernd } = world.people
    await withFactor(Bernd)
    const row = (await world.database.inTransaction(null, (db) => findPersonRow(db, Bernd.id)))!
    expect((await admit(office, row, { via: 'open_id' })).kind).toBe('second_factor')
    expect((await admit(office, row, { via: 'open_id', secondFactorAt: world.now() })).kind).toBe('session')
    await withoutFactor(Bernd)
  })
})

describe('sessions', () => {
  it('end after four hours without a request, and last while there are some', async () => {
    const { Lea } = world.people
    const entered = await enter(Lea)
    const token = entered.kind === 'session' ? entered.token : ''
    world.pass(IDLE_MS - 60_000)
    expect(await whoIs(world.database, token, world.now())).not.toBeNull()
    world.pass(IDLE_MS - 60_000)
    expect(await whoIs(world.database, token, world.now())).not.toBeNull()
    world.pass(IDLE_MS)
    expect(await whoIs(world.database, token, world.now())).toBeNull()
  })

  it('are listed with their devices, and ended one by one or all others at once', async () => {
    const { Lea, Dirk } = world.people
    const [first, second, third] = [await inside(Lea), await inside(Lea), await inside(Lea)]
    const listed = await listSessions(office, third)
    expect(listed.map(({ device, isThis }) => [device, isThis])).toContainEqual(['Firefox, Linux', true])
    expect(listed).toHaveLength(3)
    expect(await reason(endSession(office, await inside(Dirk), first.sessionId))).toBe('not_found')
    await endSession(office, third, first.sessionId)
    expect(await listSessions(office, third)).toHaveLength(2)
    await endOtherSessions(office, second)
    expect((await listSessions(office, second)).map(({ id }) => id)).toEqual([second.sessionId])
  })
})

describe('a changed password', () => {
  it('asks for the old one, ends all other sessions and is told by mail', async () => {
    const { Lea } = world.people
    const [other, me] = [await inside(Lea), await inside(Lea)]
    expect(await reason(changePassword(office, me, { current: 'wrong', password: NEW }))).toBe('password_wrong')
    await changePassword(office, me, { current: PASSWORD, password: NEW })
    const sessions = await listSessions(office, me)
    expect(sessions.map(({ id }) => id)).toEqual([me.sessionId])
    expect(sessions.map(({ id }) => id)).not.toContain(other.sessionId)
    while (await runDueWork(world.clock));
    expect(world.mails.at(-1)).toMatchObject({ to: Lea.email, subject: 'Ihr Passwort wurde geändert' })
  })
})

describe('a forgotten password', () => {
  it('is chosen anew behind a link that works once and ends every session, but not the second factor', async () => {
    const { Bernd } = world.people
    const { me, secret } = await withFactor(Bernd)
    await askForReset(office, { email: Bernd.email.toUpperCase() }, { visitor: HOME })
    const token = (await mailedLink('passwort'))!
    expect(world.mails.at(-1)).toMatchObject({ to: Bernd.email, subject: 'Neues Passwort wählen' })
    const rows = await world.database.inTransaction(null, async (db) => [
      await db.select().from(personLinks),
      await db.select().from(dueWork),
    ])
    expect(JSON.stringify(rows)).not.toContain(token)

    const choose = (password: string) => reason(setPasswordByLink(office, { kind: 'reset', token, password }))
    expect(await choose('kurz')).toBe('password_short')
    expect(await choose(NEW)).toBeNull()
    expect(await choose('noch vier andere Waschbären')).toBe('link_over')
    expect(await listSessions(office, me)).toEqual([])
    expect(await reason(enter(Bernd))).toBe('sign_in_wrong')
    const entered = await enter(Bernd, NEW)
    expect(entered.kind).toBe('second_factor')
    const step = entered.kind === 'second_factor' ? entered.step : ''
    expect(await reason(giveCode(office, { step, code: codeOf(secret) }, { visitor: HOME }))).toBeNull()
    await withoutFactor(Bernd)
  })

  it('has a link for sixty minutes, and not for an invitation', async () => {
    const { Eva } = world.people
    await askForReset(office, { email: Eva.email }, { visitor: HOME })
    const token = (await mailedLink('passwort'))!
    const choose = (kind: 'reset' | 'invitation') => reason(setPasswordByLink(office, { kind, token, password: NEW }))
    expect(await choose('invitation')).toBe('link_over')
    world.pass(3_600_000)
    expect(await choose('reset')).toBe('link_over')
  })

  it('leaves the same trace for somebody unknown, and sends no mail', async () => {
    const before = world.mails.length
    await askForReset(office, { email: 'nobody@nowhere.example' }, { visitor: HOME })
    const waiting = await world.database.inTransaction(null, (db) =>
      db.select().from(dueWork).where(eq(dueWork.kind, 'tell_reset')),
    )
    expect(waiting).toHaveLength(1)
    while (await runDueWork(world.clock));
    expect(world.mails).toHaveLength(before)
  })

  it('is asked for five times an hour for one account, and twenty times from one address', async () => {
    const ask = (email: string, visitor = HOME) => reason(askForReset(office, { email }, { visitor }))
    for (let n = 0; n < 5; n++) expect(await ask(world.people.Eva.email)).toBeNull()
    expect(await ask(world.people.Eva.email, '198.51.100.7')).toBe('too_many')
    for (let n = 0; n < 15; n++) expect(await ask(`somebody${n}@nowhere.example`)).toBeNull()
    expect(await ask('yet.another@nowhere.example')).toBe('too_many')
  })
})

describe('limits', () => {
  it('count wrong tries by address over all accounts, and say when to try again', async () => {
    const guess = (n: number) => enter({ email: `somebody${n}@nowhere.example` }, 'guess', '203.0.113.5')
    for (let n = 0; n < 30; n++) expect(await reason(guess(n))).toBe('sign_in_wrong')
    const refused = await guess(30).catch((error: AppError) => error)
    expect(refused).toMatchObject({ reason: 'too_many' })
    const { retryAfter } = (refused as AppError).facts
    expect(retryAfter).toBeGreaterThan(0)
    expect(retryAfter).toBeLessThanOrEqual(QUARTER_MS / 1000)
    world.pass(QUARTER_MS)
    expect(await reason(guess(31))).toBe('sign_in_wrong')
  })

  it('let a whole town hall in from one address', async () => {
    for (let n = 0; n < 6; n++)
      for (const person of Object.values(world.people)) expect((await enter(person)).kind).toBe('session')
  })

  it('write lines that name ids and no address and no e-mail', async () => {
    const { Eva } = world.people
    await reason(enter(Eva, 'guess', '203.0.113.77'))
    await reason(enter({ email: 'nobody@nowhere.example' }, 'guess', '203.0.113.77'))
    const logged = JSON.stringify(world.logLines)
    expect(world.logLines.map(({ facts }) => [facts.event, facts.how])).toEqual([
      ['sign_in_failed', 'wrong'],
      ['sign_in_failed', 'unknown'],
    ])
    expect(logged).toContain(Eva.id)
    for (const personal of [Eva.email, 'nobody@', '203.0.113.77', 'Eva']) expect(logged).not.toContain(personal)
  })
})
