/** The Worker as `wrangler dev` runs it on this machine alone: built, in workerd, on a Postgres by Hyperdrive. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from './server.ts'

const NO_WORKERD = 'workerd does not run on this machine: it wants a recent Linux (glibc), macOS or Windows.'
const NO_POSTGRES = 'TEST_DATABASE_URL names no Postgres: .ci/with-postgres 18 npm run test:runtime'
/** Empty where both runtimes can be started. */
export const WHY_NOT = process.env.TEST_DATABASE_URL ? (doesWorkerdRun() ? '' : NO_WORKERD) : NO_POSTGRES

const WRANGLER = join(ROOT, 'node_modules/wrangler/bin/wrangler.js')
const START_MS = 90_000
const STOP_MS = 10_000

export type RunningWorker = {
  url: string
  output: () => string
  /** The process that the application runs in; another one stands before it. */
  pid: () => number
  /** Files in the bucket. */
  keptPhotos: () => number
  /** What the clock of the edge does once a minute. */
  tick: () => Promise<void>
  stop: () => Promise<void>
}

function doesWorkerdRun(): boolean {
  try {
    execFileSync(join(ROOT, 'node_modules/.bin/workerd'), ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** @param settings of the Worker, as `wrangler secret put` and wrangler.toml have them */
export async function startWorker(databaseUrl: string, settings: Record<string, string>): Promise<RunningWorker> {
  if (!existsSync(join(ROOT, 'dist/worker/worker.js'))) throw new Error('There is no Worker to run: npm run bundles')
  const state = mkdtempSync(join(tmpdir(), 'anliegenwerk-edge-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const vars = Object.entries({ PUBLIC_URL: url, ...settings }).flatMap(([name, value]) => [
    '--var',
    `${name}:${value}`,
  ])
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(
    process.execPath,
    [
      WRANGLER,
      'dev',
      '--local',
      ...['--ip', '127.0.0.1', '--port', String(port), '--inspector-port', '0'],
      ...['--persist-to', state, '--show-interactive-dev-session=false'],
      ...vars,
    ],
    {
      cwd: ROOT,
      env: {
        PATH,
        HOME,
        CI: '1',
        WRANGLER_SEND_METRICS: 'false',
        WRANGLER_LOG_PATH: join(state, 'logs'),
        CLOUDFLARE_HYPERDRIVE_LOCAL_CONNECTION_STRING_HYPERDRIVE: withPassword(databaseUrl),
      },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk
    })
  }
  const killWithUs = () => signal(child, 'SIGKILL')
  process.once('exit', killWithUs)
  child.once('exit', () => process.off('exit', killWithUs))
  await comesUp(child, () => output)
  return {
    url,
    output: () => output,
    pid: () => workerOf(child.pid!, port),
    keptPhotos: () => {
      const bucket = join(state, 'v3/r2', 'anliegenwerk-photos', 'blobs')
      return existsSync(bucket) ? readdirSync(bucket).length : 0
    },
    tick: async () => {
      const answer = await fetch(`${url}/cdn-cgi/handler/scheduled`)
      if (!answer.ok) throw new Error(`The clock of the Worker answered ${answer.status}: ${await answer.text()}`)
    },
    stop: async () => {
      const gone = new Promise((resolve) => child.once('close', resolve))
      signal(child, 'SIGTERM')
      const limit = setTimeout(killWithUs, STOP_MS)
      if (child.exitCode === null && child.signalCode === null) await gone
      clearTimeout(limit)
      // Whoever of the group has not heard.
      killWithUs()
      rmSync(state, { recursive: true, force: true })
    },
  }
}

/** Wrangler takes no address without one; a server that trusts does not look at it. */
function withPassword(databaseUrl: string): string {
  const url = new URL(databaseUrl)
  url.password ||= 'any'
  return url.href
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}

function comesUp(child: ChildProcess, output: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      clearTimeout(limit)
      clearInterval(looks)
      child.off('close', over)
      act()
    }
    const fail = (why: string) =>
      settle(() => {
        signal(child, 'SIGKILL')
        reject(new Error(`The Worker ${why}. It said:\n${output() || '(nothing)'}`))
      })
    const over = (code: number | null) => fail(`ended with code ${code} instead of coming up`)
    const limit = setTimeout(() => fail(`did not come up within ${START_MS / 1000} s`), START_MS)
    const looks = setInterval(() => /Ready on http/.test(output()) && settle(resolve), 50)
    child.once('close', over)
  })
}

/** Of the two: the one that does not listen on the port itself, and the newest, for it is replaced with its code. */
function workerOf(wrangler: number, port: number): number {
  const all = processesBelow(wrangler).filter(({ command }) => command.includes('workerd serve'))
  const pid = all.filter(({ command }) => !command.includes(`entry=127.0.0.1:${port}`)).at(-1)?.pid
  if (pid === undefined) throw new Error('No workerd runs')
  return pid
}

type Process = { pid: number; command: string }

function processesBelow(pid: number): Process[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    .trim()
    .split(' ')
    .filter(Boolean)
    .map(Number)
  return children.flatMap((child) => [
    { pid: child, command: readFileSync(`/proc/${child}/cmdline`, 'utf8').replaceAll('\0', ' ') },
    ...processesBelow(child),
  ])
}

function signal({ pid }: ChildProcess, name: NodeJS.Signals): void {
  try {
    if (pid) process.kill(-pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
