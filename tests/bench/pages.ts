/** Start and report page of a large town: warm against an empty route, cold against their SQL and rendering. */
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { options, type VNode } from 'preact'
import { ROOT, type RunningServer } from '../support/server.ts'
import { ask, page, timed } from './ask.ts'
import { BIG_TOWN } from './seed.ts'
import type { Stage } from './stage.ts'
import { count, type Line, median, ms, percent } from './table.ts'

const CONNECTIONS = 10
const ROUNDS = 2

type Sizes = { seconds: number; requests: number }
type Shot = { requests: { average: number }; non2xx: number; errors: number }
// It comes without types.
const require = createRequire(import.meta.url)
const autocannon = require('autocannon') as (options: object) => Promise<Shot>

const pathsOf = ({ shown }: Stage) => ({
  'start page': `/${BIG_TOWN}/`,
  'report page': `/${BIG_TOWN}/anliegen/${shown[0]}`,
})

/** Cold: with a query that no page reads, nothing is kept. */
export async function coldPages(stage: Stage, { requests }: Sizes): Promise<Line[]> {
  const lines: Line[] = []
  for (const [name, path] of Object.entries(pathsOf(stage))) {
    const times: { whole: number; sql: number; rendering: number }[] = []
    for (let i = 0; i < requests + 3; i++) {
      stage.groups.length = 0
      const rendering = watchRendering()
      const whole = await timed(() => ask(stage, page(`${path}?x=${i}`)))
      const rendered = rendering()
      const groups = stage.groups.filter(({ town }) => town !== null)
      const sql = await timed(async () => {
        for (const group of groups) await stage.bare(group)
      })
      if (i >= 3) times.push({ whole, sql, rendering: rendered })
    }
    const of = (key: 'whole' | 'sql' | 'rendering') => median(times.map((one) => one[key]))
    const ratio = of('whole') / (of('sql') + of('rendering'))
    const parts = `SQL ${ms(of('sql'))}, rendering ${ms(of('rendering'))}`
    lines.push({
      what: `${name}, cold, against its SQL and rendering`,
      [stage.column]: `${ratio.toFixed(2)} × (${ms(of('whole'))}; ${parts}; ${count(stage.amounts.inBigTown)} reports)`,
      aim: '≤ 2 ×',
    })
  }
  return lines
}

/** Warm: the built server, empty route and pages by turns, so that whatever else the machine does falls on all. */
export async function warmPages(stage: Stage, { seconds }: Sizes): Promise<Line[]> {
  const server = await stage.serve()
  const empty = await emptyRoute()
  const targets: Record<string, string> = { empty: empty.url }
  for (const [name, path] of Object.entries(pathsOf(stage))) targets[name] = server.url + path
  const rates: Record<string, number[]> = {}
  try {
    for (const url of Object.values(targets)) await shoot(url, 1)
    for (let round = 0; round < ROUNDS; round++) {
      for (const [name, url] of Object.entries(targets))
        rates[name] = [...(rates[name] ?? []), await shoot(url, seconds)]
    }
  } finally {
    empty.stop()
    await server.stop()
  }
  const rate = (name: string) => rates[name]!.reduce((sum, one) => sum + one, 0) / ROUNDS
  return Object.keys(pathsOf(stage)).map((name) => ({
    what: `${name}, warm, of an empty Hono route`,
    [stage.column]: `${percent(rate(name) / rate('empty'))} (${count(rate(name))}/s of ${count(rate('empty'))}/s)`,
    aim: '≥ 40 %',
  }))
}

async function shoot(url: string, duration: number): Promise<number> {
  const { requests, non2xx, errors } = await autocannon({ url, connections: CONNECTIONS, duration })
  if (non2xx + errors > 0) throw new Error(`${url}: ${non2xx + errors} bad answers`)
  return requests.average
}

const EMPTY = `
  import { serve } from '@hono/node-server'
  import { Hono } from 'hono'
  serve({ fetch: new Hono().get('/', (c) => c.text('')).fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) =>
    process.stdout.write('http://127.0.0.1:' + port + '/'))`

async function emptyRoute(): Promise<Pick<RunningServer, 'url'> & { stop: () => void }> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', EMPTY], { cwd: ROOT })
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (data) => resolve(String(data)))
    child.once('exit', () => reject(new Error('The empty route did not come up')))
  })
  return { url, stop: () => void child.kill() }
}

type Hooks = { __b?: (vnode: VNode) => void; __c?: (vnode: VNode, queue: unknown[]) => void }

/** From the first component to the end of the page, by Preact's own hooks. */
function watchRendering(): () => number {
  const hooks = options as Hooks
  const { __b, __c } = hooks
  let from = 0
  let taken = 0
  hooks.__b = (vnode) => {
    from ||= performance.now()
    __b?.(vnode)
  }
  hooks.__c = (vnode, queue) => {
    taken += performance.now() - from
    from = 0
    __c?.(vnode, queue)
  }
  return () => {
    Object.assign(hooks, { __b, __c })
    return taken
  }
}
