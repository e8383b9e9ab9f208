/** Sessions of staff: random tokens of which only the hash is kept. */
import type { Database } from '../../db/client.ts'
import type { Actor } from '../context.ts'
import { hashOf, randomToken } from '../secrets.ts'
import { addSessionRow, findSessionPerson, listMembershipRows, removeSessionRow, touchSessionRow } from './rows.ts'

/** A working day and a bit: nobody is thrown out over lunch, nobody stays in over the weekend. */
export const SESSION_MS = 12 * 3_600_000
const TOUCH_MS = 60_000

/** How somebody came in, and from where in two words. */
export type SessionStart = {
  personId: string
  via: 'password' | 'open_id'
  device?: string | undefined
  secondFactorAt?: Date | undefined
}

/** @returns the session token for the cookie */
export async function startSession(
  { database, now }: { database: Database; now: () => Date },
  start: SessionStart,
): Promise<string> {
  const token = randomToken()
  const createdAt = now()
  const expiresAt = new Date(createdAt.getTime() + SESSION_MS)
  const tokenHash = await hashOf(token)
  await database.inTransaction(null, (db) =>
    addSessionRow(db, { tokenHash, createdAt, seenAt: createdAt, expiresAt, ...start }),
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
