/** A caller's matter taken down: by keyboard alone, on a phone, and without script. */
import type { Browser } from 'playwright-core'
import { describe, expect, it, onTestFinished } from 'vitest'
import { CHROMIUM, expectSound, PHONE, signIn, titled, useBrowser, visit } from '../support/browser.ts'
import type { RunningServer } from '../support/server.ts'

const TOWN = 'bad-salzuflen'
const FORM = `/amt/${TOWN}/aufnehmen`
/** Keys that are not letters of what the caller says: what the page itself costs. */
const MOST_KEYS = 10

describe.skipIf(!CHROMIUM)(titled('a caller in one screen'), () => {
  let server: RunningServer
  let browser: Browser
  useBrowser((begun) => {
    server = begun.server
    browser = begun.browser
  })
  const clerk = async (options = {}) => {
    const visitor = await visit(browser, server, options)
    onTestFinished(visitor.close)
    await signIn(visitor, `roads@${TOWN}.example`, server.password)
    return visitor
  }

  it('is filed by keyboard alone, with at most ten keys beside the words', async () => {
    const bernd = await clerk({ viewport: { width: 1280, height: 800 } })
    const { page } = bernd
    await page.getByRole('link', { name: 'Aufnehmen' }).click()
    await page.getByRole('heading', { level: 1, name: 'Anliegen aufnehmen' }).waitFor()
    let keys = 0
    const press = async (key: string) => {
      keys++
      await page.keyboard.press(key)
    }
    // The place has the focus: nobody has to go there.
    await page.keyboard.type('Am Burggr')
    await page.getByRole('option', { name: /Am Burggraben/ }).waitFor()
    await press('ArrowDown')
    await press('Enter')
    await page.getByText(/Ort gesetzt/).waitFor()
    await press('Alt+2')
    await page.keyboard.type('schlag')
    await page.getByRole('group', { name: /Wie groß ist das Loch/ }).waitFor()
    await expectSound(bernd)
    await press('Alt+3')
    await page.keyboard.type('Großes Loch vor der Haltestelle.')
    await press('Alt+6')
    await page.keyboard.type('0171 39200 41')
    await press('Control+Enter')
    await page.getByRole('heading', { level: 1, name: /Aufgenommen.*#\d+/ }).waitFor()
    expect(keys, 'keys beside the words').toBeLessThanOrEqual(MOST_KEYS)
    await page.getByText('Straßen und Verkehr').first().waitFor()
    await expectSound(bernd)

    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Anliegen aufnehmen' }).waitFor()
    expect(await page.getByLabel('Was ist los?').inputValue()).toBe('')
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('f-address')
  })

  it('hears that it is known already, and is noted there instead', async () => {
    const bernd = await clerk({ viewport: { width: 1280, height: 800 } })
    const { page } = bernd
    await page.goto(FORM)
    await page.getByLabel('Wo ist es?').fill('Am Burggraben')
    await page.getByRole('option', { name: /Am Burggraben/ }).click()
    await page.getByLabel('Kategorie', { exact: true }).selectOption('pothole')
    await page
      .getByText(/Das ist schon gemeldet, Nummer \d+/)
      .first()
      .waitFor()
    await expectSound(bernd)
    await page
      .getByRole('button', { name: /Anruf dort vermerken/ })
      .first()
      .click()
    await page
      .getByRole('status')
      .filter({ hasText: /Bei #\d+ vermerkt/ })
      .waitFor()
  })

  it('loses nothing by a reload', async () => {
    const { page } = await clerk()
    await page.goto(FORM)
    await page.getByLabel('Was ist los?').fill('Ein halber Satz')
    await page.getByLabel('Name').fill('Hagemeier')
    await page.reload()
    await expect.poll(() => page.getByLabel('Was ist los?').inputValue()).toBe('Ein halber Satz')
    expect(await page.getByLabel('Name').inputValue()).toBe('Hagemeier')
    await page.getByRole('link', { name: 'Verwerfen' }).click()
    await page.getByLabel('Was ist los?').waitFor()
    await expect.poll(() => page.getByLabel('Was ist los?').inputValue()).toBe('')
  })

  it.each([
    ['with script', {}],
    ['without script', { javaScriptEnabled: false }],
  ])('fits a phone, names what is missing, and prints a receipt, %s', async (_how, options) => {
    const bernd = await clerk({ ...PHONE, ...options })
    const { page } = bernd
    await page.goto(FORM)
    await expectSound(bernd)
    await page.getByLabel('Wo ist es?').fill('Am Burggraben')
    await page.getByRole('button', { name: /Speichern und Nummer nennen/ }).click()
    await page.getByRole('alert').filter({ hasText: 'Angaben prüfen' }).waitFor()
    await expectSound(bernd)
    expect(await page.getByLabel('Wo ist es?').inputValue()).toBe('Am Burggraben')
    await page.getByLabel('Kategorie', { exact: true }).selectOption('pothole')
    await page.getByLabel('Was ist los?').fill('Ein Loch vor dem Haus.')
    await page.getByLabel('Schalter').check()
    await page.getByRole('button', { name: /Speichern und Nummer nennen/ }).click()
    await page.getByRole('heading', { level: 1, name: /Aufgenommen/ }).waitFor()
    await expectSound(bernd)
    await page.getByRole('link', { name: 'Beleg drucken' }).click()
    await page.getByRole('img', { name: /QR-Code/ }).waitFor()
    await expectSound(bernd)
  })
})
