/** The clerk's workplace: list and map, several at once, taking back, what is new; by keyboard, and without script. */
import type { Browser, BrowserContextOptions } from 'playwright-core'
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
import type { RunningServer } from '../support/server.ts'

const OPEN = '/amt/bad-salzuflen/anliegen?view=open'
const LOOKS: [string, BrowserContextOptions][] = [
  ['on a desk', DESKTOP],
  ['on a phone', PHONE],
  ['in the dark', { ...DESKTOP, colorScheme: 'dark' }],
]

describe.skipIf(!CHROMIUM)(titled('the queue'), () => {
  let server: RunningServer
  let browser: Browser
  useBrowser((begun) => {
    server = begun.server
    browser = begun.browser
  })

  async function clerk(options: BrowserContextOptions = DESKTOP): Promise<Visitor> {
    const visitor = await visit(browser, server, options)
    await signIn(visitor, 'roads@bad-salzuflen.example', server.password)
    await visitor.page.goto(OPEN)
    return visitor
  }

  it.each(LOOKS)('is sound %s, with the bar, the filter, the map and the panel', async (name, options) => {
    const bernd = await clerk(options)
    const { page } = bernd
    await expectSound(bernd)
    await page
      .getByRole('checkbox', { name: /auswählen/ })
      .first()
      .check()
    await page.getByRole('status').filter({ hasText: '1 ausgewählt' }).waitFor()
    await page.getByRole('form', { name: 'Mehrere Anliegen ändern' }).locator('summary').nth(1).click()
    await page.getByLabel('Öffentliche Antwort').waitFor()
    await expectSound(bernd)
    await page.keyboard.press('Escape')
    if (name === 'on a phone') await page.getByRole('button', { name: 'Karte' }).click()
    await page.getByRole('application', { name: /^Karte der Stadt Bad Salzuflen/ }).waitFor()
    await page.locator('.map-marker').first().waitFor()
    await expectSound(bernd)
    if (name === 'on a phone') await page.getByRole('button', { name: 'Liste' }).click()
    await page.getByText('Filter', { exact: true }).click()
    await page.getByLabel('Kategorie').selectOption('pothole')
    await expectSound(bernd)
    await page.getByRole('button', { name: 'Anwenden' }).click()
    await page.getByRole('link', { name: 'Schlagloch, Straßenschaden entfernen' }).waitFor()
    await expectSound(bernd)
    await page.locator('[data-row] .row__link').first().click()
    await page.locator('[data-action="close"]').first().click()
    await page.getByRole('heading', { name: 'So liest es die meldende Person' }).waitFor()
    await expectSound(bernd)
    await bernd.close()
  })

  it('moves list and map together by j and k, ticks by x, and takes back by z', async () => {
    const bernd = await clerk()
    const { page } = bernd
    await page.locator('.map-marker').first().waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    const rows = page.locator('[data-row]')
    await expect.poll(() => rows.nth(1).getAttribute('class')).toContain('is-chosen')
    expect(await page.locator('.mark-chosen').count()).toBe(1)
    await page.keyboard.press('x')
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('Shift+X')
    await page.getByRole('status').filter({ hasText: '3 ausgewählt' }).waitFor()
    await page.getByRole('form', { name: 'Mehrere Anliegen ändern' }).locator('summary').nth(2).click()
    await page.getByRole('button', { name: 'Als dringend markieren' }).click()
    await page.getByRole('status').filter({ hasText: 'Dringlichkeit von 3 Anliegen geändert.' }).waitFor()
    expect(await rows.filter({ hasText: 'Dringend' }).count()).toBeGreaterThanOrEqual(3)
    expect(page.url()).not.toContain('schritt')
    await expectSound(bernd)
    await page.keyboard.press('z')
    await page.getByRole('status').filter({ hasText: '3 Anliegen sind wieder wie vorher.' }).waitFor()
    await bernd.close()
  })

  it('keeps its keys to itself when they are switched off, on this device', async () => {
    const bernd = await clerk()
    const { page } = bernd
    await page.keyboard.press('?')
    await page.getByRole('button', { name: 'Kürzel ausschalten' }).click()
    await page.getByRole('button', { name: 'Schließen' }).click()
    await page.reload()
    await page.keyboard.press('j')
    expect(await page.locator('[data-row].is-chosen').count()).toBe(0)
    await bernd.close()
  })

  it('stands where it stood, with the same row, when one comes back', async () => {
    const bernd = await clerk()
    const { page } = bernd
    for (let i = 0; i < 12; i++) await page.keyboard.press('j')
    const chosen = await page.locator('[data-row].is-chosen').getAttribute('data-row')
    const scrolled = () => page.locator('.queue__list').evaluate((list) => list.scrollTop)
    const before = await scrolled()
    expect(before).toBeGreaterThan(0)
    await page.keyboard.press('Enter')
    await page.getByText('12 von ').waitFor()
    await page.keyboard.press('n')
    await page.getByText('13 von ').waitFor()
    await page.keyboard.press('p')
    await page.getByText('12 von ').waitFor()
    await page.keyboard.press('u')
    await page.locator(`[data-row="${chosen}"].is-chosen`).waitFor()
    expect(Math.abs((await scrolled()) - before)).toBeLessThan(100)
    await bernd.close()
  })

  it('says what is new without moving a row', async () => {
    const bernd = await visit(browser, server)
    await signIn(bernd, 'roads@bad-salzuflen.example', server.password)
    await bernd.page.clock.install()
    await bernd.page.goto(OPEN)
    const before = await bernd.page.locator('[data-row]').count()
    const body = { category: 'pothole', description: 'Ein neues Loch.', lat: 52.0862, lon: 8.7443 }
    const sent = await fetch(`${server.url}/api/v1/towns/bad-salzuflen/reports`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
    expect(sent.status).toBe(201)
    await bernd.page.clock.fastForward(31_000)
    await bernd.page.getByRole('link', { name: '1 neues anzeigen' }).waitFor()
    expect(await bernd.page.title()).toMatch(/^\(1\) /)
    expect(await bernd.page.locator('[data-row]').count()).toBe(before)
    await expectSound(bernd)
    await bernd.page.getByRole('link', { name: '1 neues anzeigen' }).click()
    await expect.poll(() => bernd.page.locator('[data-row]').count()).toBe(before + 1)
    await bernd.close()
  })

  it('keeps still when the session ends while it is open; the next step leads to the sign-in', async () => {
    const bernd = await visit(browser, server)
    const { page } = bernd
    await signIn(bernd, 'roads@bad-salzuflen.example', server.password)
    await page.clock.install()
    await page.goto(OPEN)
    const rows = await page.locator('[data-row]').count()
    await page.context().clearCookies()
    const answered = page.waitForResponse((answer) => answer.url().endsWith('/amt/anmelden') || answer.status() === 303)
    await page.clock.fastForward(31_000)
    await (await answered).finished()
    expect(await page.locator('[data-row]').count()).toBe(rows)
    await expectSound(bernd)
    await page.locator('[data-row] a').first().click()
    await page.getByLabel('Dienstliche E-Mail-Adresse').waitFor()
    await expectSound(bernd)
    await bernd.close()
  })

  it('marks a gap, goes to it, and shows the mail while one types', async () => {
    const bernd = await clerk()
    const { page } = bernd
    await page.getByRole('link', { name: /^Gehwegplatten stehen hoch/ }).click()
    // Keys belong to a page from when its script has run.
    await page.waitForURL(/anliegen\/\d+$/)
    await page.keyboard.press('c')
    await page.getByRole('button', { name: 'Von anderen behoben' }).click()
    await page.getByRole('status').filter({ hasText: 'Bitte die Lücke füllen oder entfernen. [Wer genau]' }).waitFor()
    await page.keyboard.press('Control+Enter')
    expect(page.url()).toContain('aktion=close')
    await page.keyboard.type('Die Baufirma')
    await page.locator('[data-preview-text]').filter({ hasText: 'Die Baufirma hat die Stelle' }).waitFor()
    await expectSound(bernd)
    await page.keyboard.press('Escape')
    await page.waitForURL(/anliegen\/\d+$/)
    await bernd.close()
  })

  it('changes several without script too, and takes them back', async () => {
    const bernd = await clerk({ ...DESKTOP, javaScriptEnabled: false })
    const { page } = bernd
    await page
      .getByRole('checkbox', { name: /auswählen/ })
      .nth(0)
      .check()
    await page
      .getByRole('checkbox', { name: /auswählen/ })
      .nth(1)
      .check()
    await page.getByRole('form', { name: 'Mehrere Anliegen ändern' }).locator('summary').nth(2).click()
    await page.getByRole('button', { name: 'Nicht mehr dringend' }).click()
    await page.getByRole('status').filter({ hasText: 'Dringlichkeit von 2 Anliegen geändert.' }).waitFor()
    await page.getByRole('button', { name: 'Rückgängig' }).click()
    await page.getByRole('status').filter({ hasText: '2 Anliegen sind wieder wie vorher.' }).waitFor()
    await bernd.close()
  })
})
