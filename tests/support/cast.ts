/** Staff of a town with a word of their own in their names, and their sessions. */

import type { Actor, Membership, Role } from '../../server/context.ts'
import { addMembershipRow, addPersonRow, setPasswordHash } from '../../server/people/rows.ts'
import { PASSWORD, type Person } from './people.ts'
import { PUBLIC_URL, type World } from './world.ts'

type NewPerson = { name: string; email: string; memberships: readonly Membership[] }

/** Slow by design, and the same for everybody. */
let passwordHash: Promise<string> | undefined

/** Somebody who can sign in. */
export async function addPerson(world: World, { name, email, memberships }: NewPerson): Promise<Person> {
  const id = crypto.randomUUID()
  passwordHash ??= world.deps.passwords.hash(PASSWORD)
  const hash = await passwordHash
  await world.database.inTransaction(null, async (db) => {
    await addPersonRow(db, { id, email, name, language: 'de', createdAt: world.now() })
    await setPasswordHash(db, id, hash)
    for (const membership of memberships) await addMembershipRow(db, id, membership)
  })
  const actor: Extract<Actor, { kind: 'clerk' }> = { kind: 'clerk', personId: id, name, memberships }
  return { id, email, name, actor }
}

/** Whoever runs the platform. */
export const addOperator = (world: World) =>
  addPerson(world, {
    name: 'Otto',
    email: 'otto@platform.example',
    memberships: [{ town: '', department: '', role: 'operator' }],
  })

const CAST = {
  /** In charge of potholes, as Bernd. */
  clerk: { department: 'roads', role: 'clerk' },
  /** Of another department, as Eva. */
  colleague: { department: 'green', role: 'clerk' },
  dispatcher: { department: '', role: 'dispatcher' },
  admin: { department: '', role: 'admin' },
} as const satisfies Record<string, { department: string; role: Role }>

export type Cast = Record<keyof typeof CAST, Person>

/** One person for each role a town has. */
export async function addCast(world: World, { town, word }: { town: string; word: string }): Promise<Cast> {
  const cast: Partial<Cast> = {}
  for (const [role, membership] of Object.entries(CAST)) {
    cast[role as keyof Cast] = await addPerson(world, {
      name: `${word}-${role}`,
      email: `${word}-konto-${role}@${town}.example`,
      memberships: [{ town, ...membership }],
    })
  }
  return cast as Cast
}

/** Signs in as the page does. Returns the cookie. */
export async function cookieOf(world: World, { email }: Pick<Person, 'email'>): Promise<string> {
  const answer = await world.app.fetch(
    new Request(`${PUBLIC_URL}/amt/anmelden`, {
      method: 'POST',
      body: new URLSearchParams({ email, password: PASSWORD }),
      headers: { 'Sec-Fetch-Site': 'same-origin' },
    }),
  )
  const cookie = answer.headers.get('Set-Cookie')?.split(';')[0]
  if (answer.status !== 303 || !cookie) throw new Error(`${email} cannot sign in: ${answer.status}`)
  return cookie
}
