/** Sessions of staff: random tokens of which only the hash is kept. */
import { z } from 'zod'
import type { Database } from '../../db/client.ts'
import type { Actor } from '../context.ts'
import { notFound } from '../errors.ts'
import { hashOf, randomToken } from '../secrets.ts'
import { listSessionRows, removeSessionById, removeSessionsOf } from './account-rows.ts'
import { noteSecurity, type Office } from './office.ts'
import { addSessionRow, findSessionPerson, listMembershipRows, removeSessionRow, touchSessionRow } from './rows.ts'

/** A working day and a bit: nobody is thrown out over lunch, nobody stays in over the weekend. */
export const SESSION_MS = 12 * 3_600_000
/** Without any request: a morning of meetings is fine, a forgotten browser in the evening is not (ASVS 7.3.1). */
export const IDLE_MS = 4 * 3_600_000
const TOUCH_MS = 60_000

/** How somebody came in, and from where in two words. */
export type SessionStart = {
  personId: string
  via: 'password' | 'open_id'
  device?: string | undefined
  secondFactorAt?: Date | undefined
}

/** Somebody who is signed in, and by which session. */
export type SignedIn = Extract<Actor, { kind: 'clerk' }> & {
  readonly sessionId: string
  /** Whether this session was begun with more than a password. */
  readonly isStrong: boolean
}

/** @returns the session token for the cookie, a new one for every sign-in */
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

/** @returns how somebody had come in, or null when it was over already */
export async function signOut(database: Database, token: string): Promise<string | null> {
  const tokenHash = await hashOf(token)
  return database.inTransaction(null, (db) => removeSessionRow(db, tokenHash))
}

const idleSince = (now: Date) => new Date(now.getTime() - IDLE_MS)

/** Who holds this session, with all memberships as they are now; null when it is over. */
export async function whoIs(database: Database, token: string, now: Date): Promise<SignedIn | null> {
  const tokenHash = await hashOf(token)
  return database.inTransaction(null, async (db) => {
    const found = await findSessionPerson(db, tokenHash, { now, idleSince: idleSince(now) })
    if (!found) return null
    const { person, session } = found
    if (now.getTime() - session.seenAt.getTime() > TOUCH_MS) await touchSessionRow(db, tokenHash, now)
    return {
      kind: 'clerk',
      personId: person.id,
      name: person.name,
      memberships: await listMembershipRows(db, person.id),
      sessionId: session.id,
      isStrong: session.secondFactorAt !== null,
    }
  })
}

/** Where somebody is signed in, the latest first. */
export async function listSessions({ database, now }: Office, me: SignedIn) {
  const rows = await database.inTransaction(null, (db) =>
    listSessionRows(db, me.personId, { now: now(), idleSince: idleSince(now()) }),
  )
  return rows.map(({ id, device, createdAt, seenAt }) => ({
    id,
    device,
    createdAt,
    seenAt,
    isThis: id === me.sessionId,
  }))
}

/** @throws not_found for a session that is not one's own */
export async function endSession(office: Office, { personId }: SignedIn, id: string): Promise<void> {
  const isId = z.uuid().safeParse(id).success
  const ended = isId && (await office.database.inTransaction(null, (db) => removeSessionById(db, personId, id)))
  if (!ended) throw notFound()
  noteSecurity(office, 'sessions_ended', { person: personId, by: personId })
}

export async function endOtherSessions(office: Office, { personId, sessionId }: SignedIn): Promise<void> {
  await office.database.inTransaction(null, (db) => removeSessionsOf(db, personId, sessionId))
  noteSecurity(office, 'sessions_ended', { person: personId, by: personId })
}
