/** The real server as the serving login, directly or through a pooler in transaction mode. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '../support/postgres.ts'
import {
  dropDataDir,
  mailsTo,
  newDataDir,
  ROOT,
  type RunningServer,
  runCommand,
  startServer,
} from '../support/server.ts'

const EARLIER = 'Alte Hansestadt Lemgo'
const CHANGED = 'Hansestadt Lemgo an der Bega'
const FOLLOWS_MS = 10_000
const MAIL_MS = 60_000

describe('a server on Postgres', () => {
  let server: RunningServer
  let settings: Record<string, string>
  let drop: (() => Promise<void>) | undefined
  const tenants = mkdtempSync(join(tmpdir(), 'anliegenwerk-tenants-'))
  beforeAll(async () => {
    const database = await createTestDatabase(process.env.TEST_DATABASE_URL!)
    drop = database.drop
    cpSync(join(ROOT, 'tenants'), tenants, { recursive: true })
    const APP_SECRET = 'a secret of this server, long enough'
    settings = { TENANTS_DIR: tenants, DATABASE_URL: database.servingUrl, APP_SECRET, DEMO: '1' }
    server = await startServer(newDataDir(), settings)
  }, 300_000)
  afterAll(async () => {
    await server?.stop()
    if (server) dropDataDir(server.dataDir)
    await drop?.()
    rmSync(tenants, { recursive: true, force: true })
  })

  const page = async (path: string) => (await fetch(server.url + path)).text()

  it('is ready, and shows towns, maps and lists', async () => {
    for (const path of ['/readyz', '/', '/lemgo/', '/lemgo/anliegen', '/api/v1/towns/lemgo/categories', '/kommunen'])
      expect([path, (await fetch(server.url + path)).status]).toEqual([path, 200])
  })

  it('files a report, shows it by its secret link, and its clock sends the mail', async () => {
    const email = 'anna@post.example'
    const description = 'Loch in der Mittelstraße.'
    const filed = await fetch(`${server.url}/api/v1/towns/lemgo/reports`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': 'a-report-of-anna' },
      body: JSON.stringify({ category: 'pothole', description, lat: 52.0277, lon: 8.8996, contact: { email } }),
    })
    expect(filed.status).toBe(201)
    const { number, trackingUrl } = await filed.json()
    expect(await page(new URL(trackingUrl).pathname)).toContain(description)
    await expect
      .poll(() => mailsTo(server, email).some((mail) => mail.includes(`#${number} `)), { timeout: MAIL_MS })
      .toBe(true)
  })

  it('follows a change of a town that a command applies', async () => {
    const file = join(tenants, 'lemgo/town.yaml')
    writeFileSync(file, readFileSync(file, 'utf8').replace(EARLIER, CHANGED))
    const { code, output } = await runCommand(['towns', 'apply'], settings)
    expect([code, output]).toEqual([0, expect.stringMatching(/^lemgo: Version 2, neu$/m)])
    await expect.poll(() => page('/lemgo/'), { timeout: FOLLOWS_MS }).toContain(CHANGED)
  })
})
