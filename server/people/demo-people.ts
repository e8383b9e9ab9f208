/** Example people of the demo: per town one clerk in each department, a dispatcher and an admin; and the operator. */
import type { Database } from '../../db/client.ts'
import type { RegisteredTown, Role } from '../context.ts'
import type { Passwords } from '../ports.ts'
import { addMembershipRows, addPersonRows, listPersonRowsByEmail, setPasswordHashes } from './rows.ts'

const NAMES = [
  'Sabine Krüger',
  'Marc Brandt',
  'Ayşe Demir',
  'Jonas Wittler',
  'Petra Holtmann',
  'Dirk Sander',
  'Eva Niemeier',
  'Olga Bauer',
]

/** Runs the platform and reads no report. */
const OPERATOR = {
  email: 'betrieb@anliegenwerk.example',
  name: 'Renate Vogt',
  town: '',
  department: '',
  role: 'operator',
} as const

export type DemoPerson = { id: string; email: string; name: string; town: string; department: string; role: Role }

/** Makes them if they are not there, and gives all of them this password. */
export async function ensureDemoPeople(
  { database, passwords, now }: { database: Database; passwords: Passwords; now: Date },
  towns: readonly RegisteredTown[],
  password: string,
): Promise<DemoPerson[]> {
  const passwordHash = await passwords.hash(password)
  const wanted = [...towns.flatMap(peopleOf), OPERATOR]
  return database.inTransaction(null, async (db) => {
    const emails = wanted.map(({ email }) => email)
    const ids = new Map((await listPersonRowsByEmail(db, emails)).map(({ email, id }) => [email, id]))
    // Two dispatching departments have one mailbox, and so one person.
    const missing = new Map(wanted.filter(({ email }) => !ids.has(email)).map((person) => [person.email, person]))
    for (const email of missing.keys()) ids.set(email, crypto.randomUUID())
    await addPersonRows(
      db,
      [...missing.values()].map(({ email, name }) => ({
        id: ids.get(email)!,
        email,
        name,
        language: 'de',
        createdAt: now,
      })),
    )
    await setPasswordHashes(db, [...ids.values()], passwordHash)
    const people = wanted.map((person) => ({ id: ids.get(person.email)!, ...person }))
    await addMembershipRows(
      db,
      people.map(({ id: personId, town, department, role }) => ({ personId, town, department, role })),
    )
    return people
  })
}

function peopleOf(town: RegisteredTown, offset: number): Omit<DemoPerson, 'id'>[] {
  // Another town's department brings its own people.
  const own = town.departments.filter(({ from }) => !from)
  const clerks = own.map((department) => ({
    mailbox: department.dispatcher ? 'leitstelle' : department.key,
    department: department.dispatcher ? '' : department.key,
    role: (department.dispatcher ? 'dispatcher' : 'clerk') as Role,
  }))
  return [...clerks, { mailbox: 'admin', department: '', role: 'admin' as const }].map(
    ({ mailbox, department, role }, index) => ({
      email: `${mailbox}@${town.key}.example`,
      name: NAMES[(offset * 3 + index) % NAMES.length]!,
      town: town.key,
      department,
      role,
    }),
  )
}
