import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { people, sessions } from '../../db/schema/platform.ts'
import { scryptPasswords } from '../../server/adapters/passwords-scrypt.ts'
import type { AppError } from '../../server/errors.ts'
import { setPasswordHash } from '../../server/people/rows.ts'
import { SESSION_MS, signOut, whoIs } from '../../server/people/sessions.ts'
import { signIn } from '../../server/people/sign-in.ts'
import { PASSWORD } from '../support/people.ts'
import { createWorld, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
  const hash = await scryptPasswords.hash(PASSWORD)
  await world.database.inTransaction(null, async (db) => {
    for (const person of Object.values(world.people)) await setPasswordHash(db, person.id, hash)
  })
})
afterAll(() => world.close())

const failure = (attempt: Promise<unknown>) =>
  attempt.then(
    () => null,
    (error: AppError) => error.reason,
  )
async function enter(email: string, password = PASSWORD): Promise<string> {
  const entered = await signIn(world.deps, { email, password }, { visitor: '192.0.2.1' })
  if (entered.kind !== 'session') throw new Error('asked for a code')
  return entered.token
}

describe('signing in', () => {
  it('opens a session that knows the person and their memberships, and is stored only as a hash', async () => {
    const token = await enter(world.people.Bernd.email.toUpperCase())
    expect(await whoIs(world.database, token, world.now())).toMatchObject({
      name: 'Bernd',
      memberships: [{ town: 'bad-salzuflen', department: 'roads', role: 'clerk' }],
    })
    const rows = await world.database.inTransaction(null, (db) => db.select().from(sessions))
    expect(JSON.stringify(rows)).not.toContain(token)
  })

  it('says the same about a wrong password and an unknown person', async () => {
    expect(await failure(enter(world.people.Bernd.email, 'wrong'))).toBe('sign_in_wrong')
    expect(await failure(enter('nobody@bad-salzuflen.example'))).toBe('sign_in_wrong')
  })

  it('stops guessing after ten tries, for that account only, until the quarter of an hour is over', async () => {
    for (let tries = 0; tries < 10; tries++)
      expect(await failure(enter(world.people.Eva.email, 'guess'))).toBe('sign_in_wrong')
    expect(await failure(enter(world.people.Eva.email))).toBe('too_many')
    expect(await failure(enter(world.people.Clara.email))).toBeNull()
    world.pass(15 * 60_000)
    expect(await failure(enter(world.people.Eva.email))).toBeNull()
  })
})

describe('a session', () => {
  it('ends on the server when its person leaves', async () => {
    const token = await enter(world.people.Bernd.email)
    await signOut(world.database, token)
    expect(await whoIs(world.database, token, world.now())).toBeNull()
  })

  it('ends with the working day', async () => {
    const token = await enter(world.people.Lea.email)
    world.pass(SESSION_MS)
    expect(await whoIs(world.database, token, world.now())).toBeNull()
  })

  it('is over at once for somebody who was disabled', async () => {
    const token = await enter(world.people.Dirk.email)
    await world.database.inTransaction(null, (db) =>
      db.update(people).set({ disabledAt: world.now() }).where(eq(people.id, world.people.Dirk.id)),
    )
    expect(await whoIs(world.database, token, world.now())).toBeNull()
    expect(await failure(enter(world.people.Dirk.email))).toBe('sign_in_wrong')
  })
})
