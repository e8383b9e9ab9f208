/** Rows of the people of one town, for its admin. What they are elsewhere is counted, never told. */
import { and, asc, eq, isNull, ne, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { memberships, people, personIdentities, sessions } from '../../db/schema/platform.ts'
import type { Membership, Role, TxCtx } from '../context.ts'

const MOST_PEOPLE = 1000

export type StaffRow = Awaited<ReturnType<typeof listStaffOfTown>>[number]

const facts = {
  id: people.id,
  name: people.name,
  email: people.email,
  hasPassword: sql<boolean>`${people.passwordHash} is not null`,
  /** By the town's own accounts. */
  isLinked: sql<boolean>`exists (select 1 from ${personIdentities} where ${personIdentities.personId} = ${people.id})`,
  hasSecondFactor: sql<boolean>`${people.totpSince} is not null`,
  disabledAt: people.disabledAt,
  /** Of sessions that are still there. */
  seenAt: sql<
    string | null
  >`(select max(${sessions.seenAt}) from ${sessions} where ${sessions.personId} = ${people.id})`,
}

/** By name. */
export async function listStaffOfTown({ db, town }: TxCtx, personId?: string) {
  const rows = await db
    .select({ ...facts, department: memberships.department, role: memberships.role })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(and(eq(memberships.town, town.key), personId ? eq(people.id, personId) : undefined))
    .orderBy(asc(people.name), asc(people.id), asc(memberships.department))
    .limit(MOST_PEOPLE)
  const byPerson = new Map<string, typeof rows>()
  for (const row of rows) byPerson.set(row.id, [...(byPerson.get(row.id) ?? []), row])
  return [...byPerson.values()].map((own) => {
    const { department: _department, role: _role, seenAt, ...person } = own[0]!
    const roles = own.map(({ department, role }) => ({ department, role: role as Role }))
    return { ...person, seenAt: seenAt ? new Date(seenAt) : null, roles }
  })
}

/** Whether the person also belongs to another town, or runs the platform. */
export async function worksElsewhere(db: Db, personId: string, town: string): Promise<boolean> {
  const rows = await db
    .select({ town: memberships.town })
    .from(memberships)
    .where(and(eq(memberships.personId, personId), ne(memberships.town, town)))
    .limit(1)
  return rows.length > 0
}

/**
 * Admins of the town who can come in. The rows are locked until the end: of two who remove each other at the same
 * moment, one has to wait and then sees the other gone.
 */
export async function lockAdmins(db: Db, town: string): Promise<string[]> {
  const rows = await db
    .select({ id: memberships.personId })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(and(eq(memberships.town, town), eq(memberships.role, 'admin'), isNull(people.disabledAt)))
    .for('update', { of: memberships })
  return rows.map(({ id }) => id)
}

/** What the person does in this town from now on; nothing else of theirs changes. */
export async function replaceMemberships(
  db: Db,
  { personId, town }: { personId: string; town: string },
  roles: readonly Pick<Membership, 'role' | 'department'>[],
): Promise<void> {
  await db.delete(memberships).where(and(eq(memberships.personId, personId), eq(memberships.town, town)))
  if (roles.length > 0) await db.insert(memberships).values(roles.map((role) => ({ personId, town, ...role })))
}

export async function setDisabled(db: Db, personId: string, disabledAt: Date | null): Promise<void> {
  await db.update(people).set({ disabledAt }).where(eq(people.id, personId))
}

/** Every account, for whoever runs the platform on its own machine. */
export async function listAccounts(db: Db, town?: string) {
  const rows = await db
    .select({
      ...facts,
      isDisabled: sql<boolean>`${people.disabledAt} is not null`,
      town: memberships.town,
      department: memberships.department,
      role: memberships.role,
    })
    .from(people)
    .leftJoin(memberships, eq(memberships.personId, people.id))
    .where(town ? eq(memberships.town, town) : undefined)
    .orderBy(asc(people.email), asc(memberships.town), asc(memberships.department))
  const byPerson = new Map<string, Account>()
  for (const { id, name, email, hasPassword, hasSecondFactor, isDisabled, ...at } of rows) {
    const account = byPerson.get(id) ?? { name, email, hasPassword, hasSecondFactor, isDisabled, roles: [] }
    if (at.role) account.roles.push([at.town, at.department, at.role].filter(Boolean).join('/'))
    byPerson.set(id, account)
  }
  return [...byPerson.values()]
}

type Account = {
  name: string
  email: string
  hasPassword: boolean
  hasSecondFactor: boolean
  isDisabled: boolean
  roles: string[]
}
