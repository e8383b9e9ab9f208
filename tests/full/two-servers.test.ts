/** Two servers on one Postgres: a change of a town reaches both within seconds, and nobody who visits meanwhile notices. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '../support/postgres.ts'
import { dropDataDir, newDataDir, ROOT, type RunningServer, runCommand, startServer } from '../support/server.ts'

const POSTGRES = process.env.TEST_DATABASE_URL
const title = POSTGRES ? 'two servers on one Postgres' : 'two servers (skipped: TEST_DATABASE_URL names no Postgres)'

const PER_SECOND = 20
const LASTS_MS = 20_000
const FOLLOWS_MS = 5_000
const EARLIER = 'Alte Hansestadt Lemgo'
const CHANGED = 'Hansestadt Lemgo an der Bega'

const REPORTS = '/api/v1/towns/lemgo/reports'
const REPORT = { category: 'pothole', description: 'Loch in der Mittelstraße.', lat: 52.0277, lon: 8.8996 }

/** What visitors and other systems ask for. */
const PATHS = [
  '/',
  '/lemgo/',
  '/lemgo/melden',
  '/lemgo/theme.css',
  '/bad-salzuflen/',
  '/api/v1/towns/lemgo/categories',
  REPORTS,
]

type Answered = { path: string; status: number }

describe.skipIf(!POSTGRES)(title, () => {
  let servers: RunningServer[] = []
  let tenants: string
  let settings: Record<string, string>
  let drop: (() => Promise<void>) | undefined
  beforeAll(async () => {
    const database = await createTestDatabase(POSTGRES!)
    drop = database.drop
    tenants = mkdtempSync(join(tmpdir(), 'anliegenwerk-tenants-'))
    cpSync(join(ROOT, 'tenants'), tenants, { recursive: true })
    const APP_SECRET = 'a secret of both servers, long enough'
    settings = { TENANTS_DIR: tenants, DATABASE_URL: database.servingUrl, APP_SECRET, DEMO: '1' }
    // One after the other: the first fills the example towns.
    for (const dataDir of [newDataDir(), newDataDir()]) servers.push(await startServer(dataDir, settings))
  }, 300_000)
  afterAll(async () => {
    for (const server of servers) {
      await server.stop()
      dropDataDir(server.dataDir)
    }
    servers = []
    await drop?.()
    if (tenants) rmSync(tenants, { recursive: true, force: true })
  })

  async function run(...args: string[]): Promise<string> {
    const { code, output } = await runCommand(['towns', ...args], settings)
    expect(code, output).toBe(0)
    return output
  }

  const isShownBy = async ({ url }: RunningServer, name: string) =>
    (await (await fetch(`${url}/lemgo/`)).text()).includes(name)

  /** Milliseconds until every server shows it. */
  async function followed(name: string): Promise<number> {
    const begun = Date.now()
    const all = async () => (await Promise.all(servers.map((server) => isShownBy(server, name)))).every(Boolean)
    await expect.poll(all, { interval: 100, timeout: FOLLOWS_MS }).toBe(true)
    return Date.now() - begun
  }

  it('follow an apply and a rollback within five seconds, and answer every request meanwhile', async () => {
    expect(await followed(EARLIER)).toBeLessThan(FOLLOWS_MS)
    const load = visitors()

    const file = join(tenants, 'lemgo/town.yaml')
    writeFileSync(file, readFileSync(file, 'utf8').replace(EARLIER, CHANGED))
    expect(await run('apply')).toMatch(/^lemgo: Version 2, neu$/m)
    const applied = await followed(CHANGED)
    expect(await run('rollback', '--town', 'lemgo')).toContain('Version 3')
    const back = await followed(EARLIER)

    const answered = await load
    const failed = answered.filter(({ status }) => status < 200 || status > 299)
    process.stdout.write(`Two servers: followed after ${applied} and ${back} ms, ${answered.length} requests\n`)
    expect(failed).toEqual([])
    expect(answered.length).toBe((PER_SECOND * LASTS_MS) / 1_000)
  }, 120_000)

  /** A steady stream to both servers, whether they are quick or not. */
  async function visitors(): Promise<Answered[]> {
    const answers: Promise<Answered>[] = []
    const begun = Date.now()
    for (let sent = 0; sent < (PER_SECOND * LASTS_MS) / 1_000; sent++) {
      const due = begun + (sent * 1_000) / PER_SECOND
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - Date.now())))
      const server = servers[sent % servers.length]!
      const isReport = sent % PER_SECOND === 0
      answers.push(isReport ? ask(server, REPORTS, filing(sent)) : ask(server, PATHS[sent % PATHS.length]!))
    }
    return Promise.all(answers)
  }
})

const filing = (sent: number): RequestInit => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json', 'Idempotency-Key': `key-of-report-${sent}` },
  body: JSON.stringify(REPORT),
})

/** Status 0: no answer at all. */
async function ask({ url }: RunningServer, path: string, init: RequestInit = {}): Promise<Answered> {
  try {
    const answer = await fetch(url + path, { redirect: 'manual', ...init })
    await answer.arrayBuffer()
    return { path, status: answer.status }
  } catch {
    return { path, status: 0 }
  }
}
