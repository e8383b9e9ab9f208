/** Rows of accounts: second factor, recovery codes, links by mail, steps between two pages of a sign-in. */
import { and, count, desc, eq, gt, isNotNull, isNull, lt, ne, or } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { dueWork, people, personLinks, recoveryCodes, sessions, signInSteps } from '../../db/schema/platform.ts'
import type { PersonRow } from './rows.ts'

export type LinkRow = typeof personLinks.$inferSelect
export type LinkKind = LinkRow['kind']
export type StepRow = typeof signInSteps.$inferSelect

export async function findPersonRow(db: Db, id: string): Promise<PersonRow | null> {
  const [row] = await db.select().from(people).where(eq(people.id, id))
  return row ?? null
}

/** A new secret that waits for its first code; nothing when there is a factor already. */
export async function keepPendingTotp(db: Db, personId: string, totpSecret: string): Promise<void> {
  await db
    .update(people)
    .set({ totpSecret, totpStep: null })
    .where(and(eq(people.id, personId), isNull(people.totpSince)))
}

/** @returns false when somebody was faster */
export async function confirmTotp(db: Db, personId: string, { since, step }: { since: Date; step: number }) {
  const confirmed = await db
    .update(people)
    .set({ totpSince: since, totpStep: step })
    .where(and(eq(people.id, personId), isNull(people.totpSince), isNotNull(people.totpSecret)))
    .returning({ id: people.id })
  return confirmed.length > 0
}

/** @returns false when this step, or a later one, was used before: a code counts once */
export async function takeTotpStep(db: Db, personId: string, step: number): Promise<boolean> {
  const taken = await db
    .update(people)
    .set({ totpStep: step })
    .where(
      and(eq(people.id, personId), isNotNull(people.totpSince), or(isNull(people.totpStep), lt(people.totpStep, step))),
    )
    .returning({ id: people.id })
  return taken.length > 0
}

export async function removeTotp(db: Db, personId: string): Promise<void> {
  await db.update(people).set({ totpSecret: null, totpSince: null, totpStep: null }).where(eq(people.id, personId))
  await db.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId))
  await db.update(sessions).set({ secondFactorAt: null }).where(eq(sessions.personId, personId))
}

export async function replaceRecoveryCodes(db: Db, personId: string, hashes: readonly string[]): Promise<void> {
  await db.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId))
  await db.insert(recoveryCodes).values(hashes.map((codeHash) => ({ personId, codeHash })))
}

/** @returns false for a code that is wrong or was used before */
export async function takeRecoveryCode(db: Db, personId: string, codeHash: string, usedAt: Date): Promise<boolean> {
  const taken = await db
    .update(recoveryCodes)
    .set({ usedAt })
    .where(
      and(eq(recoveryCodes.personId, personId), eq(recoveryCodes.codeHash, codeHash), isNull(recoveryCodes.usedAt)),
    )
    .returning({ codeHash: recoveryCodes.codeHash })
  return taken.length > 0
}

export async function countRecoveryCodes(db: Db, personId: string): Promise<number> {
  const [row] = await db
    .select({ left: count() })
    .from(recoveryCodes)
    .where(and(eq(recoveryCodes.personId, personId), isNull(recoveryCodes.usedAt)))
  return row?.left ?? 0
}

export async function addLinkRow(db: Db, row: typeof personLinks.$inferInsert): Promise<void> {
  await db.insert(personLinks).values(row).onConflictDoNothing()
}

export async function findLinkRow(db: Db, tokenHash: string): Promise<LinkRow | null> {
  const [row] = await db.select().from(personLinks).where(eq(personLinks.tokenHash, tokenHash))
  return row ?? null
}

/** The newest that can still be used. */
export async function findLiveLink(db: Db, personId: string, kind: LinkKind, now: Date): Promise<LinkRow | null> {
  const [row] = await db
    .select()
    .from(personLinks)
    .where(
      and(
        eq(personLinks.personId, personId),
        eq(personLinks.kind, kind),
        isNull(personLinks.usedAt),
        gt(personLinks.expiresAt, now),
      ),
    )
    .orderBy(desc(personLinks.createdAt))
    .limit(1)
  return row ?? null
}

/** @returns the link, or null when somebody was faster or its time is over */
export async function takeLink(db: Db, tokenHash: string, usedAt: Date): Promise<LinkRow | null> {
  const [row] = await db
    .update(personLinks)
    .set({ usedAt })
    .where(and(eq(personLinks.tokenHash, tokenHash), isNull(personLinks.usedAt), gt(personLinks.expiresAt, usedAt)))
    .returning()
  return row ?? null
}

/** No link of the person leads anywhere any more. */
export async function endLinks(db: Db, personId: string, usedAt: Date): Promise<void> {
  await db
    .update(personLinks)
    .set({ usedAt })
    .where(and(eq(personLinks.personId, personId), isNull(personLinks.usedAt)))
}

/** Steps whose time is over go as a new one comes. */
export async function addStepRow(db: Db, row: typeof signInSteps.$inferInsert, now: Date): Promise<void> {
  await db.delete(signInSteps).where(lt(signInSteps.expiresAt, now))
  await db.insert(signInSteps).values(row)
}

export async function findStepRow(db: Db, tokenHash: string, now: Date): Promise<StepRow | null> {
  const [row] = await db
    .select()
    .from(signInSteps)
    .where(and(eq(signInSteps.tokenHash, tokenHash), gt(signInSteps.expiresAt, now)))
  return row ?? null
}

/** @returns false when it was gone already */
export async function takeStepRow(db: Db, tokenHash: string): Promise<boolean> {
  const taken = await db
    .delete(signInSteps)
    .where(eq(signInSteps.tokenHash, tokenHash))
    .returning({ of: signInSteps.kind })
  return taken.length > 0
}

/** Newest first. */
export async function listSessionRows(db: Db, personId: string, live: { now: Date; idleSince: Date }) {
  return db
    .select()
    .from(sessions)
    .where(and(eq(sessions.personId, personId), gt(sessions.expiresAt, live.now), gt(sessions.seenAt, live.idleSince)))
    .orderBy(desc(sessions.seenAt))
}

/** Ends what the person has open, and every sign-in under way; but for one session, where there is one to keep. */
export async function removeSessionsOf(db: Db, personId: string, keepId?: string): Promise<void> {
  await db.delete(sessions).where(and(eq(sessions.personId, personId), keepId ? ne(sessions.id, keepId) : undefined))
  await db.delete(signInSteps).where(eq(signInSteps.personId, personId))
}

export async function removeSessionById(db: Db, personId: string, id: string): Promise<boolean> {
  const removed = await db
    .delete(sessions)
    .where(and(eq(sessions.personId, personId), eq(sessions.id, id)))
    .returning({ id: sessions.id })
  return removed.length > 0
}

export async function strengthenSession(db: Db, id: string, secondFactorAt: Date): Promise<void> {
  await db.update(sessions).set({ secondFactorAt }).where(eq(sessions.id, id))
}

/** Mails about an account. `ref` is the person; for a reset asked for by nobody we know, an id that is nobody's. */
export type PersonWork = 'tell_reset' | 'tell_invitation' | 'tell_password' | 'tell_factor_reset'

/** @param town whose admin sees when it cannot be sent; '' for none */
export async function addPersonWork(
  db: Db,
  kind: PersonWork,
  { ref, town = '', runAt }: { ref: string; town?: string; runAt: Date },
): Promise<void> {
  await db.insert(dueWork).values({ id: crypto.randomUUID(), kind, town, ref, runAt, attempts: 0 })
}
