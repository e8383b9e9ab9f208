/** The two towns of the access tests, who calls, and what there is to see afterwards. */
import { sql } from 'drizzle-orm'
import { rowsOf } from '../../db/client.ts'
import { addOperator, cookieOf } from '../support/cast.ts'
import type { Person } from '../support/people.ts'
import { type Planted, plant } from '../support/planted.ts'
import { IN_FIRST_TOWN, IN_NEIGHBOUR } from '../support/reports.ts'
import { createWorld, FIRST_TOWN, NEIGHBOUR, PUBLIC_URL, type World } from '../support/world.ts'
import type { Role } from './rules.ts'

/** Birds: each stands in everything of its town and in nothing of the other. */
export const OWN = { town: FIRST_TOWN, word: 'zeisig', at: IN_FIRST_TOWN }
export const OTHER = { town: NEIGHBOUR, word: 'dompfaff', at: IN_NEIGHBOUR }
export type Plot = typeof OWN | typeof OTHER

export type Stage = {
  world: World
  /** The town that is called, and its neighbour. */
  own: Planted
  other: Planted
  plot: Plot
  /** Those who can sign in, and that they have. */
  people: Partial<Record<Role, Person>>
  cookies: Partial<Record<Role, string>>
}

/** Both towns, each as its own and as the other's neighbour. */
export async function openStage(): Promise<{ world: World; here: Stage; there: Stage }> {
  const world = await createWorld()
  const own = await plant(world, OWN)
  const other = await plant(world, OTHER)
  const operator = await addOperator(world)
  const here = { ...own.people, neighbour: other.people.admin, operator }
  const there = { ...other.people, neighbour: own.people.admin, operator }
  const cookies = new Map<Person, string>()
  for (const person of [...Object.values(own.people), ...Object.values(other.people), operator])
    cookies.set(person, await cookieOf(world, person))
  const cookiesFor = (people: Stage['people']) =>
    Object.fromEntries(Object.entries(people).map(([role, person]) => [role, cookies.get(person)!]))
  return {
    world,
    here: { world, own, other, plot: OWN, people: here, cookies: cookiesFor(here) },
    there: { world, own: other, other: own, plot: OTHER, people: there, cookies: cookiesFor(there) },
  }
}

export type Call = { path: string; method: string; body?: BodyInit | undefined; headers?: Record<string, string> }

/** As a browser of ours sends it. */
export function call({ world, cookies }: Stage, role: Role, { path, method, body, headers = {} }: Call) {
  const cookie = cookies[role]
  return world.app.fetch(
    new Request(PUBLIC_URL + path, {
      method,
      headers: { 'Sec-Fetch-Site': 'same-origin', ...(cookie ? { Cookie: cookie } : {}), ...headers },
      ...(method === 'GET' ? {} : { body: body ?? new URLSearchParams() }),
    }),
  )
}

/** Of the platform, what a call could change besides the towns' own rows; sessions and counted tries are no secret. */
const WATCHED = ['people', 'memberships', 'town_settings', 'town_versions', 'shared_departments']

/** A hash of every row of the two towns, to see that a refused call has changed nothing anywhere. */
export async function stateOf({ world, own, other }: Stage): Promise<Record<string, string>> {
  const state: Record<string, string> = {}
  for (const town of [own.town, other.town, null]) {
    await world.database.inTransaction(town, async (db) => {
      const tenant = `select relname as name from pg_class where relkind = 'r' and relrowsecurity order by relname`
      const names =
        town === null ? WATCHED : rowsOf<{ name: string }>(await db.execute(sql.raw(tenant))).map(({ name }) => name)
      const hashes = names.map(
        (name) =>
          `select '${name}' as name, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as hash from "${name}" t`,
      )
      const rows = rowsOf<{ name: string; hash: string }>(await db.execute(sql.raw(hashes.join(' union all '))))
      for (const { name, hash } of rows) state[`${town ?? 'platform'}: ${name}`] = hash
    })
  }
  return state
}
