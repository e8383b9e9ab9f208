/** A town nobody has configured, from its municipality key to a live page and a queue, on a server that runs all along. */
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dropDataDir, ROOT, type RunningServer, runCommand, startServer } from '../support/server.ts'
import { sharedData } from '../support/shared-data.ts'

const BOUNDARIES = 'boundaries/owl-gemeinden-vg250-2016.geojson'
const file = sharedData(BOUNDARIES)
const title = file
  ? 'Vlotho joins'
  : `Vlotho joins (skipped: ${BOUNDARIES} is neither in ../shared/data nor in SHARED_DATA)`

const IN_VLOTHO = { lat: 52.1665, lon: 8.8605 }
const MOST_LINES = 60
const LONGEST_LINE = 100
/** How long a running server may take to follow, as promised: "within seconds". */
const FOLLOWS_MS = 5_000

describe.skipIf(!file)(title, () => {
  let server: RunningServer
  let tenants: string
  beforeAll(async () => {
    tenants = mkdtempSync(join(tmpdir(), 'anliegenwerk-tenants-'))
    cpSync(join(ROOT, 'tenants'), tenants, { recursive: true })
    server = await startServer(undefined, { TENANTS_DIR: tenants })
  }, 240_000)
  afterAll(async () => {
    await server?.stop()
    if (server) dropDataDir(server.dataDir)
    rmSync(tenants, { recursive: true, force: true })
  })

  async function run(...args: string[]): Promise<string> {
    const { code, output } = await runCommand(args, { TENANTS_DIR: tenants, DATA_DIR: server.dataDir })
    expect(code, output).toBe(0)
    return output
  }
  const page = async (path: string, cookie = '') => {
    const answer = await fetch(server.url + path, { headers: { Cookie: cookie } })
    return { status: answer.status, text: await answer.text() }
  }

  it('by five commands, without a line of code and without a restart', async () => {
    const begun = Date.now()
    expect((await page('/vlotho/')).status).toBe(404)

    const pages = ['imprint', 'privacy', 'accessibility'].flatMap((page) => [
      `--${page}`,
      `https://vlotho.example/${page}`,
    ])
    const legal = [...pages, '--agreement', '2026-01-15']
    expect(await run('towns', 'new', '05758036', '--boundaries', file!, ...legal)).toContain('für Vlotho')
    expect(await run('towns', 'check')).toContain('Vlotho')
    expect(await run('towns', 'plan')).toContain('Vlotho')
    expect(await run('towns', 'apply')).toMatch(/^vlotho: Version 1, neu$/m)
    const account = ['sabine@vlotho.example', '--name', 'Sabine', '--town', 'vlotho']
    const added = await run('accounts', 'add', ...account, '--role', 'clerk', '--department', 'rathaus')
    const password = /Passwort: (\S+)/.exec(added)![1]!

    await expect.poll(async () => (await page('/vlotho/')).status, { timeout: FOLLOWS_MS }).toBe(200)
    expect((await page('/vlotho/')).text).toContain('Vlotho')
    expect((await page('/')).text).toContain('Vlotho')

    const description = 'Die Laterne an der Brücke ist dunkel.'
    const filed = await fetch(`${server.url}/api/v1/towns/vlotho/reports`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': 'the-first-of-vlotho' },
      body: JSON.stringify({ category: 'street-light', description, ...IN_VLOTHO }),
    })
    expect(filed.status, await filed.clone().text()).toBe(201)

    const cookie = await signIn('sabine@vlotho.example', password)
    const queue = await page('/amt/vlotho/anliegen', cookie)
    expect(queue.status).toBe(200)
    expect(queue.text).toContain(description)
    // It has no logo yet, and no page may show a broken picture for it.
    expect(queue.text).not.toContain('/vlotho/logo.svg')
    expect((await page('/amt/herford/anliegen', cookie)).status).not.toBe(200)

    const lines = linesOf(readFileSync(join(tenants, 'vlotho/town.yaml'), 'utf8'))
    process.stdout.write(`Vlotho: live after ${((Date.now() - begun) / 1000).toFixed(1)} s, ${lines.length} lines\n`)
    expect(lines.length).toBeLessThan(MOST_LINES)
    expect(lines.filter((line) => line.length > LONGEST_LINE)).toEqual([])
  }, 120_000)

  async function signIn(email: string, password: string): Promise<string> {
    const answer = await fetch(`${server.url}/amt/anmelden`, {
      method: 'POST',
      headers: { Origin: server.url },
      body: new URLSearchParams({ email, password }),
      redirect: 'manual',
    })
    expect(answer.status).toBe(303)
    return answer.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ')
  }
})

/** Lines that say something: neither blank nor a comment. */
function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '' && !line.trim().startsWith('#'))
}
