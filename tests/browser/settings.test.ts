/** What the town hall changes on a Tuesday: an admin does it, a citizen sees it, and it is undone. */
import type { Browser } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import {
  CHROMIUM,
  DESKTOP,
  expectSound,
  PHONE,
  signIn,
  titled,
  useBrowser,
  type Visitor,
  visit,
} from '../support/browser.ts'
import { describeIt, press } from '../support/report-steps.ts'
import type { RunningServer } from '../support/server.ts'

/** Far enough off for every year this runs in. */
const DAY = { field: '2099-12-01', words: '1. Dezember 2099' }
const SOON = { timeout: 10_000, interval: 500 }

const RUNS = [
  { name: 'desktop', device: DESKTOP, hasScript: true },
  { name: 'phone', device: PHONE, hasScript: true },
  { name: 'phone without script', device: PHONE, hasScript: false },
]

describe.skipIf(!CHROMIUM)(titled('settings over the file'), () => {
  let server: RunningServer
  let browser: Browser
  useBrowser((begun) => {
    server = begun.server
    browser = begun.browser
  })

  it.each(RUNS)('change what citizens see within seconds, and back, on a $name', async ({ device, hasScript }) => {
    const options = { ...device, javaScriptEnabled: hasScript }
    const clara = await visit(browser, server, options)
    const anna = await visit(browser, server, options)
    await signIn(clara, 'admin@bad-salzuflen.example', server.password)
    await openSettings(clara)

    await pauseCategory(clara)
    await seesPause(anna)
    await setAbsence(clara)
    await writeNews(clara)
    await expect.poll(() => startPage(anna), SOON).toContain('Das Rathaus ist am 24. Dezember geschlossen.')
    await expectSound(anna)

    const last = await undo(clara)
    await last.waitFor()
    await expect.poll(() => startPage(anna), SOON).not.toContain('24. Dezember')
    await endPause(clara)
    await expect.poll(() => isPotholeOff(anna), SOON).toBe(false)
    await Promise.all([clara.close(), anna.close()])
  })
})

async function openSettings(clara: Visitor) {
  const { page } = clara
  // Before the menu is open: it lies over the map's buttons, as menus do.
  await expectSound(clara)
  await page.locator('.menu--account > summary').click()
  await page.getByRole('link', { name: 'Einstellungen' }).click()
  await page.getByRole('heading', { level: 1, name: 'Einstellungen' }).waitFor()
  await expectSound(clara)
}

const saved = ({ page }: Visitor) => page.getByRole('status').filter({ hasText: 'Gespeichert.' })

async function pauseCategory(clara: Visitor) {
  const { page } = clara
  await page.getByRole('link', { name: /^Ändern Schlagloch/ }).click()
  await page.getByRole('heading', { level: 1, name: 'Schlagloch' }).waitFor()
  await page.getByLabel('Bis einschließlich').fill(DAY.field)
  await page.getByLabel('Grund', { exact: false }).first().fill('Der Boden ist gefroren.')
  await expectSound(clara)
  await page.getByRole('button', { name: 'Kategorie pausieren' }).click()
  await saved(clara).waitFor()
  await page.getByText(`Pausiert bis ${DAY.words}: Der Boden ist gefroren.`).waitFor()
  await expectSound(clara)
}

/** Looks at the categories of a begun report. */
async function isPotholeOff({ page }: Visitor): Promise<boolean> {
  await page.goto('/bad-salzuflen/melden?lat=52.0862&lon=8.7443')
  await describeIt(page, 'Hier ist etwas.')
  await press(page, 'Diesen Ort nehmen')
  await page.waitForURL('**/kategorie')
  return page.locator('input[name="category"][value="pothole"]').isDisabled()
}

async function seesPause(anna: Visitor) {
  const { page } = anna
  await expect.poll(() => isPotholeOff(anna), SOON).toBe(true)
  await page.getByText('Straßen und Wege').click()
  await page.getByText(`Bis einschließlich ${DAY.words} nicht möglich. Der Boden ist gefroren.`).waitFor()
  await expectSound(anna)
}

async function setAbsence(clara: Visitor) {
  const { page } = clara
  await page.getByRole('link', { name: 'Ändern Straßen und Verkehr' }).click()
  await page.getByRole('heading', { level: 1, name: 'Straßen und Verkehr' }).waitFor()
  await page.getByRole('button', { name: 'Abwesenheit speichern' }).click()
  await page.getByRole('link', { name: 'Bis wann? Wählen Sie den letzten Tag der Abwesenheit.' }).waitFor()
  await expectSound(clara)
  await page.getByLabel('Abwesend bis einschließlich').fill(DAY.field)
  await page.getByLabel('Vertretung').selectOption({ label: 'Bauhof' })
  await page.getByRole('button', { name: 'Abwesenheit speichern' }).click()
  await saved(clara).waitFor()
  await page.getByText(`Abwesend bis ${DAY.words}, Vertretung: Bauhof`, { exact: true }).waitFor()
  await page.getByRole('link', { name: 'Ändern Straßen und Verkehr' }).click()
  await page.getByRole('button', { name: 'Ist wieder da' }).waitFor()
  await expectSound(clara)
  await page.getByRole('link', { name: 'Einstellungen' }).first().click()
}

async function writeNews(clara: Visitor) {
  const { page } = clara
  await page.getByRole('link', { name: 'Ändern Aktuelles' }).click()
  await page.getByLabel('Aktuelles (freiwillig)').fill('Das Rathaus ist am 24. Dezember geschlossen.')
  await page.getByText('In anderen Sprachen').first().click()
  await page.getByLabel('Aktuelles (English)').fill('The town hall is closed on 24 December.')
  await expectSound(clara)
  await page.getByRole('button', { name: 'Speichern' }).click()
  await saved(clara).waitFor()
}

async function startPage({ page }: Visitor): Promise<string> {
  await page.goto('/bad-salzuflen/')
  return (await page.getByRole('main').textContent()) ?? ''
}

/** By the button in the sentence that says it is saved. Returns what says that it is undone. */
async function undo(clara: Visitor) {
  await saved(clara).getByRole('button', { name: 'Zurücknehmen' }).click()
  return clara.page.getByRole('status').filter({ hasText: 'Zurückgenommen.' })
}

async function endPause(clara: Visitor) {
  const { page } = clara
  await page.getByRole('link', { name: /^Ändern Schlagloch/ }).click()
  await page.getByRole('button', { name: 'Pause beenden' }).click()
  await saved(clara).waitFor()
  await page.getByRole('link', { name: 'Ändern Straßen und Verkehr' }).click()
  await page.getByRole('button', { name: 'Ist wieder da' }).click()
  await saved(clara).waitFor()
  const history = page.getByRole('region', { name: 'Verlauf' })
  await history.getByText('Schlagloch, Straßenschaden: Pause beendet').first().waitFor()
  await history.getByText('Straßen und Verkehr: wieder da').first().waitFor()
  await expectSound(clara)
}
