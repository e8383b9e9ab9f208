/** The way in with a town's own account, in a real browser and against a real provider. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, it } from 'vitest'
import {
  CHROMIUM,
  DESKTOP,
  expectSound,
  launchBrowser,
  PHONE,
  titled,
  type Visitor,
  visit,
} from '../support/browser.ts'
import { dropDataDir, newDataDir, type RunningServer, startServer } from '../support/server.ts'
import { CLIENT_ID, CLIENT_SECRET, startTownLogin, type TownLogin } from '../support/town-login.ts'

const TOWN = 'lemgo'

const RUNS = [
  { name: 'phone', device: PHONE, hasScript: true, person: 'order' },
  { name: 'desktop', device: DESKTOP, hasScript: true, person: 'green' },
  { name: 'phone without script', device: PHONE, hasScript: false, person: 'depot' },
]

describe.skipIf(!CHROMIUM)(titled('the way in with the town’s own account'), () => {
  const tenantsDir = mkdtempSync(join(tmpdir(), 'anliegenwerk-tenants-'))
  let server: RunningServer
  let browser: Browser
  let login: TownLogin
  beforeAll(async () => {
    const port = await freePort()
    login = await startTownLogin({ redirectUri: `http://127.0.0.1:${port}/amt/anmelden/rueckkehr` })
    cpSync('tenants', tenantsDir, { recursive: true })
    offerIn(join(tenantsDir, TOWN, 'town.yaml'), login.issuer)
    const OIDC_SECRETS = JSON.stringify({ [TOWN]: CLIENT_SECRET })
    server = await startServer(newDataDir(), { PORT: String(port), TENANTS_DIR: tenantsDir, OIDC_SECRETS })
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    await login?.close()
    if (server) dropDataDir(server.dataDir)
    rmSync(tenantsDir, { recursive: true, force: true })
  })

  it.each(RUNS)('leads there and back by keyboard, on a $name', async ({ device, hasScript, person }) => {
    login.accounts.set(person, { email: `${person}@${TOWN}.example`, email_verified: true })
    const eva = await visit(browser, server, { ...device, javaScriptEnabled: hasScript })
    const { page } = eva
    await page.goto(`/amt/${TOWN}/anliegen`)
    await page.getByRole('heading', { name: 'Über Ihre Kommune anmelden' }).waitFor()
    await expectSound(eva)
    await page.getByLabel('Ihre Kommune').selectOption({ label: 'Lemgo' })
    await page.getByRole('button', { name: 'Weiter zur Kommune' }).press('Enter')
    await page.waitForURL(/\/amt\/anmelden\/lemgo/)
    await expectSound(eva)

    await page.getByRole('button', { name: 'Mit Stadt-Konto anmelden' }).press('Enter')
    await page.getByRole('button', { name: 'Abbrechen' }).press('Enter')
    await page.getByRole('alert').filter({ hasText: 'wurde dort abgebrochen' }).waitFor()
    await expectSound(eva)
    await tellWho(eva, person)
    await page.waitForURL(/\/amt\/lemgo\/anliegen/)

    await page.goto('/amt/konto')
    await page.getByRole('heading', { name: 'Konto Ihrer Kommune' }).waitFor()
    await expectSound(eva)
    await page.getByRole('button', { name: 'Trennen (Stadt-Konto)' }).press('Enter')
    await page.getByRole('status').filter({ hasText: 'ist getrennt' }).waitFor()
    await page.locator('.menu--account > summary').press('Enter')
    await page.getByRole('button', { name: 'Abmelden' }).press('Enter')
    await page.getByRole('status').filter({ hasText: 'kann in diesem Browser noch offen sein' }).waitFor()
    await expectSound(eva)
    await eva.close()
  })

  it.each(RUNS)('tells a stranger whom to ask, on a $name', async ({ device, hasScript }) => {
    login.accounts.set('fremd', { email: 'fremd@lemgo.example', email_verified: true })
    const stranger = await visit(browser, server, { ...device, javaScriptEnabled: hasScript })
    await stranger.page.goto(`/amt/anmelden/${TOWN}`)
    await tellWho(stranger, 'fremd')
    await stranger.page.getByRole('heading', { name: 'Ihr Konto ist hier noch nicht eingerichtet' }).waitFor()
    await expectSound(stranger)
    await stranger.close()
  })
})

async function tellWho({ page }: Visitor, person: string) {
  await page.getByRole('button', { name: 'Mit Stadt-Konto anmelden' }).press('Enter')
  await page.getByLabel('Kennung').fill(person)
  await page.getByRole('button', { name: 'Anmelden' }).press('Enter')
}

function offerIn(file: string, issuer: string) {
  const openId = `{ issuer: "${issuer}", clientId: ${CLIENT_ID}, name: Stadt-Konto }`
  writeFileSync(file, `${readFileSync(file, 'utf8')}\nsignIn: { openId: ${openId} }\n`)
}

/** Its address is written down at the provider before the server starts. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const taken = createServer().listen(0, '127.0.0.1', () => {
      const { port } = taken.address() as { port: number }
      taken.close(() => resolve(port))
    })
  })
}
