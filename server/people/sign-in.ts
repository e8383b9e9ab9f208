/** Sign-in of staff. Sessions are random tokens of which only the hash is kept. */
import { z } from 'zod'
import type { Database } from '../../db/client.ts'
import type { Actor } from '../context.ts'
import { AppError } from '../errors.ts'
import { plainText } from '../plain-text.ts'
import type { Passwords } from '../ports.ts'
import { hashOf, randomToken } from '../secrets.ts'
import { countTry } from './limits.ts'
import {
  addSessionRow,
  findPersonRowByEmail,
  findSessionPerson,
  listMembershipRows,
  removeSessionRow,
  touchSessionRow,
} from './rows.ts'

export const SignIn = z.object({ email: plainText().trim().min(1).max(254), password: z.string().min(1).max(256) })

/** A working day and a bit: nobody is thrown out over lunch, nobody stays in over the weekend. */
export const SESSION_MS = 12 * 3_600_000
const TOUCH_MS = 60_000
const TRIES = { most: 10, windowMs: 15 * 60_000 }

type Entrance = { database: Database; passwords: Passwords; now: () => Date }

/**
 * @returns the session token for the cookie
 * @throws unauthenticated `sign_in_wrong`, the same for unknown people and wrong passwords; too_many
 */
export async function signIn({ database, passwords, now }: Entrance, input: z.infer<typeof SignIn>): Promise<string> {
  const email = input.email.toLowerCase()
  const person = await database.inTransaction(null, async (db) => {
    await countTry(db, `sign-in ${email}`, TRIES, now())
    return findPersonRowByEmail(db, email)
  })
  const fits = await passwords.verify(input.password, person?.passwordHash ?? null)
  if (!person || !fits || person.disabledAt) throw new AppError('unauthenticated', 'sign_in_wrong')

  const token = randomToken()
  const createdAt = now()
  const expiresAt = new Date(createdAt.getTime() + SESSION_MS)
  const tokenHash = await hashOf(token)
  await database.inTransaction(null, (db) =>
    addSessionRow(db, { tokenHash, personId: person.id, createdAt, seenAt: createdAt, expiresAt }),
  )
  return token
}

export async function signOut(database: Database, token: string): Promise<void> {
  const tokenHash = await hashOf(token)
  await database.inTransaction(null, (db) => removeSessionRow(db, tokenHash))
}

/** Who holds this session, with all memberships; null when it is over. */
export async function whoIs(
  database: Database,
  token: string,
  now: Date,
): Promise<Extract<Actor, { kind: 'clerk' }> | null> {
  const tokenHash = await hashOf(token)
  return database.inTransaction(null, async (db) => {
    const found = await findSessionPerson(db, tokenHash, now)
    if (!found) return null
    if (now.getTime() - found.seenAt.getTime() > TOUCH_MS) await touchSessionRow(db, tokenHash, now)
    const { id, name } = found.person
    return { kind: 'clerk', personId: id, name, memberships: await listMembershipRows(db, id) }
  })
}
