/** The only place that reads and writes the tables of people. Platform tables: no town's citizen in them. */
import { and, asc, eq, exists, gt, inArray, or, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { memberships, people, sessions, sharedDepartments, towns } from '../../db/schema/platform.ts'
import type { Membership, Role, TxCtx } from '../context.ts'

export type PersonRow = typeof people.$inferSelect

const MOST_COLLEAGUES = 200

/** People who may work in the department: its clerks, also those of its lender, and the town's dispatchers and admins. */
export async function listColleagueRows(ctx: TxCtx, department: string): Promise<{ id: string; name: string }[]> {
  return ctx.db
    .selectDistinct({ id: people.id, name: people.name })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(
      and(
        or(
          and(
            eq(memberships.town, ctx.town.key),
            or(eq(memberships.department, department), eq(memberships.department, '')),
          ),
          exists(
            ctx.db
              .select({ town: sharedDepartments.town })
              .from(sharedDepartments)
              .where(
                and(
                  eq(sharedDepartments.town, ctx.town.key),
                  eq(sharedDepartments.department, department),
                  isClerkOfLent,
                ),
              ),
          ),
        ),
        sql`${people.disabledAt} is null`,
      ),
    )
    .orderBy(people.name)
    .limit(MOST_COLLEAGUES)
}

/** People of the town's own in these departments, with its dispatchers and admins. */
export async function listStaffRows(
  ctx: TxCtx,
  departments: 'all' | readonly string[],
): Promise<{ id: string; name: string }[]> {
  return ctx.db
    .selectDistinct({ id: people.id, name: people.name })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(
      and(
        eq(memberships.town, ctx.town.key),
        departments === 'all' ? undefined : inArray(memberships.department, [...departments, '']),
        sql`${people.disabledAt} is null`,
      ),
    )
    .orderBy(people.name)
    .limit(MOST_COLLEAGUES)
}

/** A shared department's own clerks work in it wherever it serves; its lender's dispatchers and admins do not. */
const isClerkOfLent = and(
  eq(memberships.town, sharedDepartments.lender),
  eq(memberships.department, sharedDepartments.lentDepartment),
  eq(memberships.role, 'clerk'),
)

/** Names of people by id, for histories. */
export async function listPersonNames(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(inArray(people.id, [...new Set(ids)]))
  return new Map(rows.map((row) => [row.id, row.name]))
}

/** Names of towns by key; a key that is none is left out. */
export async function listTownNames(db: Db, keys: readonly string[]): Promise<Map<string, string>> {
  if (keys.length === 0) return new Map()
  const rows = await db
    .select({ key: towns.key, name: towns.name })
    .from(towns)
    .where(inArray(towns.key, [...keys]))
  return new Map(rows.map(({ key, name }) => [key, name]))
}

export async function findPersonRowByEmail(db: Db, email: string): Promise<PersonRow | null> {
  const [row] = await db.select().from(people).where(eq(people.email, email.toLowerCase()))
  return row ?? null
}

/** @param emails in small letters */
export async function listPersonRowsByEmail(db: Db, emails: readonly string[]): Promise<PersonRow[]> {
  return db
    .select()
    .from(people)
    .where(inArray(people.email, [...emails]))
}

export async function addPersonRows(db: Db, rows: readonly (typeof people.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await db.insert(people).values([...rows])
}

export async function addPersonRow(db: Db, row: typeof people.$inferInsert): Promise<void> {
  await db.insert(people).values({ ...row, email: row.email.toLowerCase() })
}

export async function addMembershipRow(db: Db, personId: string, membership: Membership): Promise<void> {
  await db
    .insert(memberships)
    .values({ personId, ...membership })
    .onConflictDoNothing()
}

export async function addMembershipRows(db: Db, rows: readonly (typeof memberships.$inferInsert)[]): Promise<void> {
  await db
    .insert(memberships)
    .values([...rows])
    .onConflictDoNothing()
}

/** Where the person works: their own memberships, then what these bring in the towns their departments serve today. */
export async function listMembershipRows(db: Db, personId: string): Promise<Membership[]> {
  const own = await db
    .select()
    .from(memberships)
    .where(eq(memberships.personId, personId))
    .orderBy(asc(memberships.town), asc(memberships.department))
  const lent = await db
    .select({ shared: sharedDepartments })
    .from(sharedDepartments)
    .innerJoin(memberships, isClerkOfLent)
    .where(eq(memberships.personId, personId))
    .orderBy(asc(sharedDepartments.town), asc(sharedDepartments.department))
  return [
    ...own.map(({ town, department, role }) => ({ town, department, role: role as Role })),
    ...lent.map(({ shared: { town, department, lender, lentDepartment } }) => ({
      town,
      department,
      role: 'clerk' as const,
      via: `${lender}/${lentDepartment}`,
    })),
  ]
}

export async function setPasswordHash(db: Db, personId: string, passwordHash: string): Promise<void> {
  await db.update(people).set({ passwordHash }).where(eq(people.id, personId))
}

export async function setPasswordHashes(db: Db, personIds: readonly string[], passwordHash: string): Promise<void> {
  await db
    .update(people)
    .set({ passwordHash })
    .where(inArray(people.id, [...personIds]))
}

export async function addSessionRow(db: Db, row: typeof sessions.$inferInsert): Promise<void> {
  await db.insert(sessions).values(row)
}

/** The person behind a live session, or null; disabled people are out at once. */
export async function findSessionPerson(
  db: Db,
  tokenHash: string,
  { now, idleSince }: { now: Date; idleSince: Date },
): Promise<{
  person: PersonRow
  session: Pick<typeof sessions.$inferSelect, 'id' | 'seenAt' | 'secondFactorAt'>
} | null> {
  const { id, seenAt, secondFactorAt } = sessions
  const [row] = await db
    .select({ person: people, session: { id, seenAt, secondFactorAt } })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(
      and(
        eq(sessions.tokenHash, tokenHash),
        gt(sessions.expiresAt, now),
        gt(sessions.seenAt, idleSince),
        sql`${people.disabledAt} is null`,
      ),
    )
  return row ?? null
}

export async function touchSessionRow(db: Db, tokenHash: string, seenAt: Date): Promise<void> {
  await db.update(sessions).set({ seenAt }).where(eq(sessions.tokenHash, tokenHash))
}

/** @returns how somebody had come in, or null when it was gone already */
export async function removeSessionRow(db: Db, tokenHash: string): Promise<string | null> {
  const [row] = await db.delete(sessions).where(eq(sessions.tokenHash, tokenHash)).returning({ via: sessions.via })
  return row?.via ?? null
}
