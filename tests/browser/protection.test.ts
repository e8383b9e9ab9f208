/** Proof of work while the last page is read, with and without script; and a complaint about what is public. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  CHROMIUM,
  DESKTOP,
  expectSound,
  launchBrowser,
  PHONE,
  signIn,
  titled,
  useBrowser,
  visit,
} from '../support/browser.ts'
import { choose, describeIt, goToCheck, POTHOLE_NAME, placeIt, press } from '../support/report-steps.ts'
import { IN_FIRST_TOWN, POTHOLE } from '../support/reports.ts'
import { dropDataDir, newDataDir, ROOT, type RunningServer, startServer } from '../support/server.ts'
import { FIRST_TOWN } from '../support/world.ts'

/** Of the first town's line for reports without proof. */
const UNPROVEN = 10
const THANKS = 'Danke, es ist angekommen.'

describe.skipIf(!CHROMIUM)(titled('a town that wants proof of work'), () => {
  let server: RunningServer
  let browser: Browser
  let tenants: string
  beforeAll(async () => {
    tenants = mkdtempSync(join(tmpdir(), 'anliegenwerk-tenants-'))
    cpSync(join(ROOT, 'tenants'), tenants, { recursive: true })
    const file = join(tenants, FIRST_TOWN, 'town.yaml')
    writeFileSync(file, readFileSync(file, 'utf8').replace('proofOfWork: false', 'proofOfWork: true'))
    server = await startServer(newDataDir(), { TENANTS_DIR: tenants, LIMITS_EXEMPT: '' })
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    if (server) dropDataDir(server.dataDir)
    rmSync(tenants, { recursive: true, force: true })
  })

  async function toCheck(page: Page): Promise<void> {
    await page.goto(`/${FIRST_TOWN}/melden`)
    await describeIt(page, 'Tiefes Loch vor der Schule.')
    await placeIt(page, { lat: String(IN_FIRST_TOWN.lat), lon: String(IN_FIRST_TOWN.lon) })
    await choose(page, { name: POTHOLE_NAME, group: 'Straßen und Wege' })
    await goToCheck(page)
  }
  const sendByApi = async () => {
    const init = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(POTHOLE) }
    return (await fetch(`${server.url}/api/v1/towns/${FIRST_TOWN}/reports`, init)).status
  }

  it('gets it in the background, and only what comes without it is counted strictly', async () => {
    const anna = await visit(browser, server, PHONE)
    await toCheck(anna.page)
    const proof = anna.page.locator('input[name="altcha"]')
    await proof.waitFor({ state: 'attached' })
    expect(JSON.parse(atob(await proof.inputValue()))).toMatchObject({ solution: { counter: expect.any(Number) } })
    await expectSound(anna)
    await press(anna.page, 'Anliegen absenden')
    await anna.page.getByRole('heading', { name: THANKS }).waitFor()
    await anna.close()

    const otto = await visit(browser, server, { ...DESKTOP, javaScriptEnabled: false })
    await toCheck(otto.page)
    await press(otto.page, 'Anliegen absenden')
    await otto.page.getByRole('heading', { name: THANKS }).waitFor()

    // Otto's was one of ten, Anna's none.
    const answers: number[] = []
    for (let n = 0; n < UNPROVEN; n++) answers.push(await sendByApi())
    expect(answers).toEqual([...Array(UNPROVEN - 1).fill(201), 429])

    await toCheck(otto.page)
    await press(otto.page, 'Anliegen absenden')
    await otto.page.getByRole('heading', { name: 'Das war zu oft hintereinander' }).waitFor()
    await expectSound(otto)
    await otto.page.getByRole('link', { name: 'Zum Entwurf' }).click()
    await otto.page.waitForURL('**/pruefen')
    await otto.close()
  })
})

describe.skipIf(!CHROMIUM)(titled('a complaint about what is public'), () => {
  let server: RunningServer
  let browser: Browser
  useBrowser((begun) => {
    server = begun.server
    browser = begun.browser
  })

  it.each([
    { name: 'phone', how: PHONE, hasScript: true },
    { name: 'desktop', how: DESKTOP, hasScript: false },
  ])('is sent from the report’s page and decided by a person ($name, script: $hasScript)', async (run) => {
    const words = `Hier wird jemand beleidigt (${run.name}).`
    const olga = await visit(browser, server, { ...run.how, javaScriptEnabled: run.hasScript })
    await olga.page.goto(`/${FIRST_TOWN}/anliegen`)
    const href = await olga.page.locator(`main a[href*="/${FIRST_TOWN}/anliegen/"]`).first().getAttribute('href')
    await olga.page.goto(href!)
    const number = /\d+$/.exec(href!)![0]
    await olga.page.getByRole('link', { name: 'Inhalt melden' }).click()
    await olga.page.getByRole('heading', { name: 'Inhalt melden' }).waitFor()
    await expectSound(olga)
    await press(olga.page, 'Hinweis absenden')
    await olga.page.getByRole('link', { name: 'Wählen Sie, was nicht in Ordnung ist.' }).waitFor()
    await expectSound(olga)
    await olga.page.getByRole('radio', { name: 'Es ist beleidigend' }).check()
    await olga.page.getByLabel('Was genau?').fill(words)
    await press(olga.page, 'Hinweis absenden')
    await olga.page.getByRole('heading', { name: 'Danke, Ihr Hinweis ist angekommen.' }).waitFor()
    await expectSound(olga)
    await olga.close()

    const clara = await visit(browser, server, { ...run.how, javaScriptEnabled: run.hasScript })
    await signIn(clara, 'admin@bad-salzuflen.example', server.password)
    await clara.page.goto(`/amt/${FIRST_TOWN}/anliegen?view=notices`)
    await clara.page.getByText('Beanstandet').first().waitFor()
    await clara.page.goto(`/amt/${FIRST_TOWN}/anliegen/${number}`)
    const complaint = clara.page.getByRole('region', { name: /beanstandet/i })
    await complaint.getByText(words).waitFor()
    await expectSound(clara)
    await complaint.getByLabel('Begründung').fill('Der Text ist scharf, aber er beleidigt niemanden.')
    await complaint.getByRole('button', { name: 'Stehen lassen' }).click()
    await clara.page.getByText('Über die Beanstandung ist entschieden.').first().waitFor()
    await expect.poll(() => complaint.count()).toBe(0)
    await clara.close()
  })
})
