/**
 * The people every suite knows. Anna reports; Bernd is a clerk of the first town's roads department, Clara its admin,
 * Eva a clerk of its other department; Dirk works next door and must see nothing of it. Karl is a clerk of the county's
 * roads department, which works for Lemgo too; Kira is the county's admin and has no business there. Petra, at a partner, has no
 * account and only a link: outside.ts.
 */
import type { Database } from '../../db/client.ts'
import type { Actor, Membership } from '../../server/context.ts'
import { addMembershipRow, addPersonRow, listMembershipRows } from '../../server/people/rows.ts'

export const CITIZEN = 'Anna'
export const PASSWORD = 'correct horse battery staple'

export type Person = { id: string; email: string; name: string; actor: Extract<Actor, { kind: 'clerk' }> }

const STAFF = {
  Bernd: { town: 'bad-salzuflen', department: 'roads', role: 'clerk' },
  Clara: { town: 'bad-salzuflen', department: '', role: 'admin' },
  Lea: { town: 'bad-salzuflen', department: '', role: 'dispatcher' },
  Eva: { town: 'bad-salzuflen', department: 'green', role: 'clerk' },
  Dirk: { town: 'herford', department: '', role: 'admin' },
  Karl: { town: 'kreis-lippe', department: 'roads', role: 'clerk' },
  Kira: { town: 'kreis-lippe', department: '', role: 'admin' },
} as const satisfies Record<string, Membership>

export type People = Record<keyof typeof STAFF, Person>

export async function addPeople(database: Database, createdAt: Date): Promise<People> {
  const people: Partial<People> = {}
  await database.inTransaction(null, async (db) => {
    for (const [name, membership] of Object.entries(STAFF)) {
      const id = crypto.randomUUID()
      const email = `${name.toLowerCase()}@${membership.town}.example`
      await addPersonRow(db, { id, email, name, language: 'de', createdAt })
      await addMembershipRow(db, id, membership)
      people[name as keyof People] = {
        id,
        email,
        name,
        actor: { kind: 'clerk', personId: id, name, memberships: await listMembershipRows(db, id) },
      }
    }
  })
  return people as People
}
