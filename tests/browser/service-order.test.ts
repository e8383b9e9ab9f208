/** Mülltonne tauschen, from the citizen's phone to the clerk and back; and what holds the form in danger. */
import type { Browser } from 'playwright-core'
import { describe, expect, it, onTestFinished } from 'vitest'
import { CHROMIUM, DESKTOP, expectSound, PHONE, signIn, titled, useBrowser, visit } from '../support/browser.ts'
import { choose, describeIt, press } from '../support/report-steps.ts'
import type { RunningServer } from '../support/server.ts'

const FORM = '/bad-salzuflen/melden'

describe.skipIf(!CHROMIUM)(titled('a service order in a browser'), () => {
  let server: RunningServer
  let browser: Browser
  useBrowser((begun) => {
    server = begun.server
    browser = begun.browser
  })
  const come = async (options = {}) => {
    const visitor = await visit(browser, server, options)
    onTestFinished(visitor.close)
    return visitor
  }

  it.each([
    ['with script', {}],
    ['without script', { javaScriptEnabled: false }],
  ])('goes from a phone to the depot and back, %s', async (_how, options) => {
    const anna = await come({ ...PHONE, ...options })
    const { page } = anna
    await page.goto(`${FORM}?kategorie=bin-exchange`)
    await expectSound(anna)
    await press(page, 'Weiter zum Ort')
    await page.waitForURL('**/ort')
    await press(page, 'Weiter')
    await page.getByText('Bitte eine Angabe prüfen').waitFor()
    await expectSound(anna)
    await page.getByLabel('Straße und Hausnummer').fill('Lange Straße 12')
    await press(page, 'Weiter')
    await page.waitForURL('**/kategorie')
    const choose = (question: string, answer: string) =>
      page.getByRole('group', { name: question }).getByRole('radio', { name: answer, exact: true }).check()
    await choose('Welche Tonne?', 'Papier')
    await choose('Wie groß ist die Tonne jetzt?', '120 Liter')
    await choose('Wie groß soll die neue Tonne sein?', '240 Liter')
    await choose('Warum möchten Sie tauschen?', 'Wir sind mehr Personen')
    await expectSound(anna)
    await press(page, 'Weiter')
    await page.waitForURL('**/kontakt')
    await page.getByLabel('E-Mail-Adresse').fill('anna@post.example')
    await press(page, 'Weiter zum Prüfen')
    await page.waitForURL('**/pruefen')
    await press(page, 'Anliegen absenden')
    await page.getByRole('heading', { level: 1, name: 'Danke, es ist angekommen.' }).waitFor()
    await expectSound(anna)
    const number = /#(\d+)/.exec(await page.locator('main').innerText())![1]!

    const depot = await come(DESKTOP)
    await signIn(depot, 'depot@bad-salzuflen.example', server.password)
    await depot.page.goto(`/amt/bad-salzuflen/anliegen/${number}`)
    await depot.page.getByText('Lange Straße 12').first().waitFor()
    await depot.page.getByText('240 Liter').first().waitFor()
    await expectSound(depot)

    await page.goto(`/bad-salzuflen/anliegen/${number}`)
    await page.getByText('Dieses Anliegen gibt es nicht').first().waitFor()
  })

  it('questions that hang on an answer come with it, and danger is said at once', async () => {
    const anna = await come(PHONE)
    const { page } = anna
    await page.goto(`${FORM}?kategorie=street-light&lat=52.0862&lon=8.7443`)
    await describeIt(page, 'Mast angefahren')
    await press(page, 'Diesen Ort nehmen')
    await page.waitForURL('**/kategorie')
    const wires = page.getByRole('group', { name: 'Sieht man Kabel?' })
    await wires.waitFor({ state: 'hidden' })
    await page.getByRole('radio', { name: 'Sie ist beschädigt' }).check()
    await wires.waitFor()
    await wires.getByRole('radio', { name: 'Ja' }).check()
    await page.locator('[data-show-if="answers.wires"] .note').waitFor()
    await press(page, 'Weiter')
    await page.getByRole('heading', { level: 1, name: 'Bitte rufen Sie jetzt an' }).waitFor()
    await expectSound(anna)
  })

  it('chosen after a point on the map asks for the house, and the map goes', async () => {
    const anna = await come(DESKTOP)
    const { page } = anna
    await page.goto(`${FORM}?lat=52.0862&lon=8.7443`)
    await describeIt(page, 'Bleibt stehen')
    expect(await page.locator('[data-island="PlacePicker"]').count()).toBe(1)
    await press(page, 'Diesen Ort nehmen')
    await choose(page, { name: 'Mülltonne tauschen', group: 'Bestellen und Tauschen' })
    await page.getByRole('group', { name: 'Welche Tonne?' }).waitFor()
    for (const answer of ['Papier', 'Wir sind mehr Personen']) await page.getByRole('radio', { name: answer }).check()
    for (const [question, answer] of [
      ['Wie groß ist die Tonne jetzt?', '120 Liter'],
      ['Wie groß soll die neue Tonne sein?', '240 Liter'],
    ] as const) {
      await page.getByRole('group', { name: question }).getByRole('radio', { name: answer, exact: true }).check()
    }
    await press(page, 'Weiter')
    await page.getByLabel('Straße und Hausnummer').waitFor()
    expect(await page.locator('[data-island="PlacePicker"]').count()).toBe(0)
    await expectSound(anna)
  })
})
