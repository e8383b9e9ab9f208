/**
 * Node and workerd by turns, each on a database of its own that began as a copy of the other's: how long the named
 * requests take and what they cost in processor time. workerd runs as `wrangler dev` starts it, with a process of
 * wrangler's before it that forwards every request: its time is in the latency and not in the processor time.
 */
import { readdirSync, readFileSync } from 'node:fs'
import postgres from 'postgres'
import { type Known, NAMED_REQUESTS, send } from '../runtime/named-requests.ts'
import { openMailRelay } from '../support/mail-relay.ts'
import { HAS_OWN_POSTGRES, NO_OWN_POSTGRES, ownPostgres } from '../support/own-postgres.ts'
import { buildWorker, dropDataDir, newDataDir, spawnServer } from '../support/server.ts'
import { startWorker } from '../support/wrangler.ts'
import { timed } from './ask.ts'
import { columns, median, ms, percentile, tell } from './table.ts'

/** As the issue of the two runtimes names them. */
const MEASURED = [
  'alive',
  'platform start',
  'town start',
  'photo for the form',
  'place of the neighbour, told',
  'submit by the form',
  'tracking',
  'submit',
  'map view',
  'sign-in',
  'queue',
  'accept',
  'stale save',
  'close',
  'public page',
  'neighbour’s clerk at the report',
  'Open311 list',
  '404 in the town’s look',
]
/** What they need before them. */
const LEADING = [
  'form, first step',
  'place of the neighbour',
  'form, place',
  'form, category',
  'form, what is near',
  'form, something else',
  'form, contact',
  'thanks',
  'report at the desk',
  'report that was accepted',
  'publish',
  'report that was published',
  'publish the photo',
  'report with a public photo',
  'sign-in next door',
]
const WALK = NAMED_REQUESTS.filter(({ name }) => [...MEASURED, ...LEADING].includes(name))
/** The compiler of the runtime has to have seen it. */
const WARM_UP = 3
/** What an answer leaves to be done ends within this. */
const QUIET_MS = 25
const SECRET = 'a secret for measuring that is long enough'
const RELAY = { key: 'a key of the relay', domain: 'anliegenwerk.example' }
const NOBODY_IS_COUNTED = { LIMITS_EXEMPT: '127.0.0.0/8,::1' }

type Runtime = { url: string; pid: number }
type Taken = { ms: number; cpu: number }
type Side = Map<string, Taken[]>

export async function runtimes({ rounds }: { rounds: number }): Promise<string> {
  if (!HAS_OWN_POSTGRES) return NO_OWN_POSTGRES
  await buildWorker()
  const server = await ownPostgres()
  const folders = [newDataDir(), newDataDir()]
  const relay = await openMailRelay(RELAY)
  try {
    const demo = await spawnServer(folders[0]!, { DATABASE_URL: server.servingUrl, APP_SECRET: SECRET, DEMO: '1' })
    await demo.stop()
    const copy = await copied(server.superuserUrl, server.servingUrl)
    const common = { APP_SECRET: SECRET, ...NOBODY_IS_COUNTED }
    const node = await spawnServer(folders[1]!, { ...common, DATABASE_URL: server.servingUrl, DEMO: '0' })
    const worker = await startWorker(copy, {
      ...common,
      MAIL_RELAY_URL: relay.url,
      MAIL_RELAY_TOKEN: RELAY.key,
      MAIL_FROM: `anliegen@${RELAY.domain}`,
    })
    try {
      const both: [Runtime, Runtime] = [node, { url: worker.url, pid: worker.pid() }]
      const begin = await countingAnew(server.superuserUrl, 'at_the_edge')
      return await compared(both, { rounds, password: demo.password, begin })
    } finally {
      await Promise.all([node.stop(), worker.stop()])
    }
  } finally {
    await relay.close()
    await server.drop()
    folders.forEach(dropDataDir)
  }
}

/** Signing in is counted by account, whoever is exempt. */
async function countingAnew(superuserUrl: string, other: string) {
  const databases = [superuserUrl, Object.assign(new URL(superuserUrl), { pathname: `/${other}` }).href]
  const superusers = databases.map((url) => postgres(url, { max: 1 }))
  return async () => {
    for (const superuser of superusers) await superuser`delete from limits`
  }
}

async function copied(superuserUrl: string, servingUrl: string): Promise<string> {
  const at = (url: string, name: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href
  const superuser = postgres(at(superuserUrl, 'postgres'), { max: 1, onnotice: () => undefined })
  await superuser`create database at_the_edge template anliegenwerk`
  await superuser.end()
  return at(servingUrl, 'at_the_edge')
}

type Sizes = { rounds: number; password: string; begin: () => Promise<void> }

async function compared(both: [Runtime, Runtime], { rounds, password, begin }: Sizes): Promise<string> {
  const sides: [Side, Side] = [new Map(), new Map()]
  // Something has to be near already, as it is from the second round on.
  const first = NAMED_REQUESTS.find(({ name }) => name === 'submit')!
  for (const { url } of both) await send(url, await first.ask({ round: 'first' }))
  for (let round = -WARM_UP; round < rounds; round++) {
    await begin()
    for (const [i, runtime] of both.entries()) {
      const known = { round: `measured-${round}`, password, ...STAFF }
      await walk(runtime, known, round < 0 ? new Map() : sides[i]!)
    }
    tell(`runtimes: round ${round + 1} of ${rounds}`)
  }
  const rows = MEASURED.map((name) => row(name, sides.map((side) => side.get(name) ?? []) as [Taken[], Taken[]]))
  return columns([['named request', 'Node', 'workerd', 'ratio', 'CPU Node', 'CPU workerd', 'ratio'], ...rows])
}

const STAFF = { clerk: 'roads@bad-salzuflen.example', nextDoor: 'admin@herford.example' }

async function walk(runtime: Runtime, known: Known, side: Side): Promise<void> {
  for (const { name, ask, status, learns } of WALK) {
    const sent = await ask(known)
    const isMeasured = MEASURED.includes(name)
    if (isMeasured) await quiet()
    const before = isMeasured ? cpuMs(runtime.pid) : 0
    let got: Awaited<ReturnType<typeof send>> | undefined
    const taken = await timed(async () => {
      got = await send(runtime.url, sent)
    })
    if (got!.status !== status) throw new Error(`${name} answered ${got!.status}: ${got!.text.slice(0, 300)}`)
    Object.assign(known, learns?.(got!, known))
    if (!isMeasured) continue
    await quiet()
    side.set(name, [...(side.get(name) ?? []), { ms: taken, cpu: cpuMs(runtime.pid) - before }])
  }
}

const quiet = () => new Promise((resolve) => setTimeout(resolve, QUIET_MS))

/** Of all threads of a process so far; finer than the hundredths of a second in /proc/…/stat. */
function cpuMs(pid: number): number {
  const threads = readdirSync(`/proc/${pid}/task`)
  const nanoseconds = threads.map((id) =>
    Number(readFileSync(`/proc/${pid}/task/${id}/schedstat`, 'utf8').split(' ')[0]),
  )
  return nanoseconds.reduce((sum, one) => sum + one, 0) / 1e6
}

function row(name: string, [node, workerd]: [Taken[], Taken[]]): string[] {
  const latency = (taken: Taken[]) => taken.map((one) => one.ms)
  const mean = (taken: Taken[]) => taken.reduce((sum, { cpu }) => sum + cpu, 0) / taken.length
  const both = (taken: Taken[]) => `${ms(median(latency(taken)))}, p95 ${ms(percentile(latency(taken), 0.95))}`
  const times = (one: number, other: number) => `${(other / one).toFixed(1)} ×`
  return [
    name,
    both(node),
    both(workerd),
    times(median(latency(node)), median(latency(workerd))),
    ms(mean(node)),
    ms(mean(workerd)),
    times(mean(node), mean(workerd)),
  ]
}
