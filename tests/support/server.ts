/** The real server, built and started as its own process, on a data folder of its own. */
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

export const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const LAUNCHER = join(ROOT, 'server/cli/launch.mjs')

const START_MS = 120_000
const BUILD_MS = 180_000
/** More than the server itself takes for a stop with all its patience. */
const STOP_MS = 15_000

type Settings = Record<string, string>
type Finished = { code: number | null; output: string }

export type RunningServer = {
  url: string
  pid: number
  dataDir: string
  /** Of all example people. */
  password: string
  output: () => string
  /** As an operator stops it. Returns the code it ended with. */
  stop: () => Promise<number | null>
  /** Sends a signal and waits for nothing. */
  signal: (name: NodeJS.Signals) => void
  /** The code it ends with, when it has. */
  ended: () => Promise<number | null>
  /** As a power cut stops it: the whole process group, at once. */
  kill: () => Promise<void>
  /** The same data folder again, after stop or kill. */
  restart: () => Promise<RunningServer>
}

/** Nothing of the surrounding run may reach the server: no database, no test runner's mode. */
function environment(settings: Settings): Settings {
  const { PATH = '', HOME = '' } = process.env
  // Every visitor of the tests comes from here; limits have tests of their own.
  return { PATH, HOME, PORT: '0', LOG_LEVEL: 'warn', LIMITS_EXEMPT: '127.0.0.0/8,::1', ...settings }
}

/** `npm` starts as the README says; `node` does without its half second. */
type By = 'node' | 'npm'

function launch(args: string[], settings: Settings, by: By = 'node') {
  const [command, first] = by === 'npm' ? ['npm', ['start', '--']] : [process.execPath, [LAUNCHER, ...args]]
  const child = spawn(command, first, {
    cwd: ROOT,
    env: environment(settings),
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk
    })
  }
  return { child, output: () => output }
}

/** `npm run towns -- apply` and its like, with what it prints. */
export async function runCommand(args: string[], settings: Settings = {}): Promise<Finished> {
  const { child, output } = launch(args, settings)
  const limit = setTimeout(() => signal(child, 'SIGKILL'), BUILD_MS)
  const code = await ended(child)
  clearTimeout(limit)
  return { code, output: output() }
}

/** Made by whoever builds: two builds into one folder would destroy each other. */
const BUILDING = join(tmpdir(), `anliegenwerk-build${ROOT.replaceAll(/[^a-z0-9]+/gi, '-')}`)

/** @param turn a folder that only one at a time can make */
async function inTurn<T>(turn: string, work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      mkdirSync(turn)
      return await work().finally(() => rmSync(turn, { recursive: true, force: true }))
    } catch (error) {
      const { code, path } = error as NodeJS.ErrnoException
      if (code !== 'EEXIST' || path !== turn) throw error
      // Left by a run that was killed.
      const since = statSync(turn, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()
      if (Date.now() - since > BUILD_MS) rmSync(turn, { recursive: true, force: true })
      else await new Promise((resolve) => setTimeout(resolve, 200))
    }
  }
}

/** Builds once if sources have changed, so that a start measures and waits for a start only. */
export async function build(): Promise<void> {
  const { code, output } = await inTurn(BUILDING, () => runCommand(['build']))
  if (code !== 0) throw new Error(`The build failed:\n${output}`)
}

/** What workerd runs; after `build`, whose client it names. */
export async function buildWorker(): Promise<void> {
  const vite = join(ROOT, 'node_modules/.bin/vite')
  await promisify(execFile)(vite, ['build', '--mode', 'worker', '--logLevel', 'error'], { cwd: ROOT })
}

export function newDataDir(): string {
  return mkdtempSync(join(tmpdir(), 'anliegenwerk-'))
}

export const dropDataDir = (dataDir: string) => rmSync(dataDir, { recursive: true, force: true })

/**
 * Without a data folder on one with the demo in it, as it is right after the first start.
 * @throws with everything the server said when it does not come up within two minutes
 */
export async function startServer(dataDir?: string, settings: Settings = {}): Promise<RunningServer> {
  await build()
  return spawnServer(dataDir ?? (await demoDataDir(settings)), settings)
}

/** Where a run of the tests keeps the demo, for all its servers; made by the first. Set by template-database.ts. */
export const DEMO_OF_RUN = 'ANLIEGENWERK_DEMO_OF_RUN'
/** With one of these it is another demo, or none. */
const OTHER_WORLD = ['DATABASE_URL', 'TENANTS_DIR', 'APP_SECRET', 'DEMO']

/** The example reports are walked through every verb, which takes a quarter of a minute; copied it is a blink. */
async function demoDataDir(settings: Settings): Promise<string> {
  const dataDir = newDataDir()
  const ofRun = process.env[DEMO_OF_RUN]
  if (!ofRun || OTHER_WORLD.some((name) => name in settings)) return dataDir
  const demo = join(ofRun, 'demo')
  await inTurn(`${demo}.turn`, async () => {
    if (existsSync(demo)) return
    const first = `${demo}.first`
    await (await spawnServer(first)).stop()
    renameSync(first, demo)
  })
  cpSync(demo, dataDir, { recursive: true })
  return dataDir
}

/** What `startServer` does after the build: the part that has to be quick. */
export async function spawnServer(dataDir: string, settings: Settings = {}, by?: By): Promise<RunningServer> {
  const { child, output } = launch(['server'], { ...settings, DATA_DIR: dataDir }, by)
  const killWithUs = () => signal(child, 'SIGKILL')
  process.once('exit', killWithUs)
  child.once('exit', () => process.off('exit', killWithUs))

  const [url, password] = await comesUp(child, output, settings.DEMO !== '0')
  const stop = async (how: NodeJS.Signals) => {
    if (hasEnded(child)) throw new Error(`The server had ended by itself. It said:\n${output()}`)
    const gone = ended(child)
    signal(child, how)
    const limit = setTimeout(() => signal(child, 'SIGKILL'), STOP_MS)
    const code = await gone
    clearTimeout(limit)
    return code
  }
  return {
    url,
    // The launcher becomes the server.
    pid: child.pid!,
    dataDir,
    password,
    output,
    stop: () => stop('SIGTERM'),
    kill: async () => void (await stop('SIGKILL')),
    signal: (name) => signal(child, name),
    ended: () => ended(child),
    restart: () => startServer(dataDir, settings),
  }
}

function comesUp(child: ChildProcess, output: () => string, isDemo: boolean): Promise<[url: string, password: string]> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const url = /^Anliegenwerk: (http\S+)\/$/m.exec(output())?.[1]
      const password = isDemo ? /Passwort für alle: ([\w-]+)\)/.exec(output())?.[1] : ''
      if (url && password !== undefined) settle(() => resolve([url, password]))
    }
    const fail = (why: string) => () => {
      signal(child, 'SIGKILL')
      reject(new Error(`The server ${why}. It said:\n${output() || '(nothing)'}`))
    }
    const late = () => settle(fail(`did not come up within ${START_MS / 1000} s`))
    const over = (code: number | null) => settle(fail(`ended with code ${code} instead of coming up`))
    const limit = setTimeout(late, START_MS)
    const settle = (act: () => void) => {
      clearTimeout(limit)
      child.stdout?.off('data', look)
      child.off('close', over)
      act()
    }
    child.stdout?.on('data', look)
    child.once('close', over)
  })
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    if (hasEnded(child)) resolve(child.exitCode)
    else child.once('close', (code) => resolve(code))
  })
}

/** To the whole group: the launcher and whatever it has started. */
function signal({ pid }: ChildProcess, name: NodeJS.Signals): void {
  try {
    if (pid) process.kill(-pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/** The demo's mailbox: every whole mail to this address, oldest first. */
export function mailsTo({ dataDir }: Pick<RunningServer, 'dataDir'>, address: string): string[] {
  const folder = join(dataDir, 'mail')
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .filter((mail) => mail.includes(`\nTo: ${address}\n`))
    .sort()
}
