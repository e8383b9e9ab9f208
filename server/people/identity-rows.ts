/** Rows of who somebody is at their town's own sign-in. */
import { and, asc, eq, isNotNull } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { people, personIdentities, sessions, signInSteps } from '../../db/schema/platform.ts'
import type { PersonRow } from './rows.ts'

export type IdentityRow = typeof personIdentities.$inferSelect
type Identity = Pick<IdentityRow, 'issuer' | 'subject'>

export async function findPersonByIdentity(db: Db, { issuer, subject }: Identity): Promise<PersonRow | null> {
  const [row] = await db
    .select({ person: people })
    .from(personIdentities)
    .innerJoin(people, eq(people.id, personIdentities.personId))
    .where(and(eq(personIdentities.issuer, issuer), eq(personIdentities.subject, subject)))
  return row?.person ?? null
}

/**
 * One of each issuer: of two accounts there that claim the same address at the same moment, one waits and is refused.
 * @returns false when the person has another of this issuer, or the identity is somebody else's
 */
export async function addIdentityRow(db: Db, row: IdentityRow): Promise<boolean> {
  await db.select({ id: people.id }).from(people).where(eq(people.id, row.personId)).for('update')
  const others = await listIdentityRows(db, row.personId)
  if (others.some(({ issuer }) => issuer === row.issuer)) return false
  const added = await db
    .insert(personIdentities)
    .values(row)
    .onConflictDoNothing()
    .returning({ subject: personIdentities.subject })
  return added.length > 0
}

export async function listIdentityRows(db: Db, personId: string): Promise<IdentityRow[]> {
  return db
    .select()
    .from(personIdentities)
    .where(eq(personIdentities.personId, personId))
    .orderBy(asc(personIdentities.linkedAt))
}

/** Only of somebody who can come in by a password. @returns false when there is nothing to remove, or no password */
export async function removeIdentityRow(db: Db, personId: string, issuer: string): Promise<boolean> {
  const [person] = await db
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.id, personId), isNotNull(people.passwordHash)))
    .for('update')
  if (!person) return false
  const removed = await db
    .delete(personIdentities)
    .where(and(eq(personIdentities.personId, personId), eq(personIdentities.issuer, issuer)))
    .returning({ subject: personIdentities.subject })
  return removed.length > 0
}

/** What one town's provider has opened shall not reach into a town that comes later. */
export async function removeOpenIdSessions(db: Db, personId: string): Promise<void> {
  await db.delete(sessions).where(and(eq(sessions.personId, personId), eq(sessions.via, 'open_id')))
  await db.delete(signInSteps).where(eq(signInSteps.personId, personId))
}
