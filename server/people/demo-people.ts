/** Example people of the demo: per town one clerk in each department, a dispatcher and an admin; and the operator. */
import type { Database, Db } from '../../db/client.ts'
import type { RegisteredTown, Role } from '../context.ts'
import type { Passwords } from '../ports.ts'
import { addMembershipRow, addPersonRow, findPersonRowByEmail, setPasswordHash } from './rows.ts'

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
  return database.inTransaction(null, async (db) => {
    const people: DemoPerson[] = []
    for (const [index, town] of towns.entries()) {
      for (const person of peopleOf(town, index)) people.push(await ensurePerson(db, person, passwordHash, now))
    }
    people.push(await ensurePerson(db, OPERATOR, passwordHash, now))
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

async function ensurePerson(
  db: Db,
  person: Omit<DemoPerson, 'id'>,
  passwordHash: string,
  now: Date,
): Promise<DemoPerson> {
  const { email, name, town, department, role } = person
  const earlier = await findPersonRowByEmail(db, email)
  const id = earlier?.id ?? crypto.randomUUID()
  if (!earlier) await addPersonRow(db, { id, email, name, language: 'de', createdAt: now })
  await setPasswordHash(db, id, passwordHash)
  await addMembershipRow(db, id, { town, department, role })
  return { id, ...person }
}
