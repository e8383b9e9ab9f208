/** The two towns of the access tests, who calls, and what there is to see afterwards. */
import { sql } from 'drizzle-orm'
import { rowsOf } from '../../db/client.ts'
import { reportNumbers } from '../../db/schema/index.ts'
import { makeKey } from '../../server/keys/make-key.ts'
import { makeWebhook } from '../../server/webhooks/make-webhook.ts'
import { addOperator, addPerson, cookieOf } from '../support/cast.ts'
import type { Person } from '../support/people.ts'
import { type Planted, plant } from '../support/planted.ts'
import { IN_FIRST_TOWN, IN_NEIGHBOUR } from '../support/reports.ts'
import { createWorld, FIRST_TOWN, NEIGHBOUR, PUBLIC_URL, type World } from '../support/world.ts'
import type { Outcome, Role } from './rules.ts'

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
  /** Somebody of the town whom its admin may change. */
  spare: string
  /** An address of another system that the town tells of events; nobody listens there. */
  webhook: string
  /** A key of the town that its admin may end. */
  spareKey: string
  /** Those who come with a key. */
  keys: Partial<Record<Role, string>>
}

/** Both towns, each as its own and as the other's neighbour. */
export async function openStage(): Promise<{ world: World; here: Stage; there: Stage }> {
  const world = await createWorld()
  const own = await plant(world, OWN)
  await numberFrom(world, OTHER.town, 1_000)
  const other = await plant(world, OTHER)
  const operator = await addOperator(world)
  const [spare, foreign] = await Promise.all([OWN, OTHER].map((plot) => addSpare(world, plot)))
  const [webhook, foreignWebhook] = [await addWebhook(world, own), await addWebhook(world, other)]
  const [key, foreignKey] = [await addKey(world, own), await addKey(world, other)]
  const [spareKey, foreignSpare] = [await addKey(world, own), await addKey(world, other)]
  const here = { ...own.people, neighbour: other.people.admin, operator }
  const there = { ...other.people, neighbour: own.people.admin, operator }
  const cookies = new Map<Person, string>()
  for (const person of [...Object.values(own.people), ...Object.values(other.people), operator])
    cookies.set(person, await cookieOf(world, person))
  const cookiesFor = (people: Stage['people']) =>
    Object.fromEntries(Object.entries(people).map(([role, person]) => [role, cookies.get(person)!]))
  return {
    world,
    here: {
      ...{ world, own, other, plot: OWN, people: here, cookies: cookiesFor(here), spare: spare! },
      webhook,
      spareKey: spareKey.id,
      keys: { machine: key.key, neighbour: foreignKey.key },
    },
    there: {
      ...{ world, own: other, other: own, plot: OTHER, people: there, cookies: cookiesFor(there), spare: foreign! },
      webhook: foreignWebhook,
      spareKey: foreignSpare.id,
      keys: { machine: foreignKey.key, neighbour: key.key },
    },
  }
}

const addKey = async (world: World, { town, word, people }: Planted) =>
  makeKey(await world.as(people.admin, town), {
    name: `${word}-zugang`,
    scopes: ['submit', 'read', 'work'],
    department: 'roads',
    perHour: 100_000,
  })

async function addSpare(world: World, { town, word }: Plot): Promise<string> {
  const memberships = [{ town, department: 'green', role: 'clerk' as const }]
  const email = `${word}-konto-ersatz@${town}.example`
  return (await addPerson(world, { name: `${word}-ersatz`, email, memberships })).id
}

async function addWebhook(world: World, { town, word, people }: Planted): Promise<string> {
  const ctx = await world.as(people.admin, town)
  const input = { url: `https://127.0.0.1:9/${word}-webhook`, types: ['report.closed'] }
  return (await makeWebhook(ctx, world.deps.outgoing, input)).id
}

/** So that no number is one of both towns. */
const numberFrom = (world: World, town: string, last: number) =>
  world.database.inTransaction(town, (db) => db.insert(reportNumbers).values({ town, last }))

export type Call = {
  path: string
  method: string
  body?: BodyInit | undefined
  headers?: Record<string, string>
  /** What is in it is wrong on purpose: right, it would change whoever calls. */
  isWrong?: boolean
}

/** As a browser of ours sends it. */
export function call({ world, cookies, keys }: Stage, role: Role, { path, method, body, headers = {} }: Call) {
  const cookie = cookies[role]
  // Where anybody may call, a wrong key is refused: the neighbour brings theirs only where one is asked for.
  const key = role === 'machine' || path.includes('/desk/') ? keys[role] : undefined
  return world.app.fetch(
    new Request(PUBLIC_URL + path, {
      method,
      headers: {
        'Sec-Fetch-Site': 'same-origin',
        ...(cookie ? { Cookie: cookie } : {}),
        ...(key ? { Authorization: `Bearer ${key}` } : {}),
        ...headers,
      },
      ...(method === 'GET' ? {} : { body: body ?? new URLSearchParams() }),
    }),
  )
}

/** What came of a call, in the words of the rules. A conflict is for those who were let in. */
export async function outcomeOf(stage: Stage, role: Role, asked: Call): Promise<Outcome | string> {
  const answer = await call(stage, role, asked)
  return asked.isWrong && (answer.status === 422 || answer.status === 401) ? 'yes' : outcomeIn(answer)
}

export async function outcomeIn(answer: Response): Promise<Outcome | string> {
  const { status } = answer
  if (answer.headers.get('Location')?.startsWith('/amt/anmelden?')) return 'sign in'
  if (status === 403 || status === 404 || status === 410) return status
  if (status < 400 || status === 409) return 'yes'
  return `${status}; its query or body may need a line in tests/access/requests.ts: ${(await answer.text()).slice(0, 200)}`
}

/** Head and body, byte by byte: pictures too. */
export async function everythingIn(answer: Response): Promise<string> {
  const body = Buffer.from(await answer.arrayBuffer()).toString('latin1')
  return `${JSON.stringify([...answer.headers])}\n${body}`.toLowerCase()
}

/** `zeisig-vermerk` → `vermerk` */
export const kindsIn = (text: string, { word }: Planted) =>
  new Set([...text.matchAll(new RegExp(`${word}-([a-z]+)`, 'g'))].map(([, kind]) => kind!))

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
