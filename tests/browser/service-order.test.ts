/** Mülltonne tauschen, from the citizen's phone to the clerk and back; and what holds the form in danger. */
import type { Browser } from 'playwright-core'
import { describe, expect, it, onTestFinished } from 'vitest'
import { CHROMIUM, DESKTOP, expectSound, PHONE, signIn, titled, useBrowser, visit } from '../support/browser.ts'
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
    await page.getByRole('button', { name: 'Anliegen absenden' }).click()
    await page.getByText(/Bitte \d+ Angaben prüfen/).waitFor()
    await expectSound(anna)
    const choose = (question: string, answer: string) =>
      page.getByRole('group', { name: question }).getByRole('radio', { name: answer, exact: true }).check()
    await choose('Welche Tonne?', 'Papier')
    await choose('Wie groß ist die Tonne jetzt?', '120 Liter')
    await choose('Wie groß soll die neue Tonne sein?', '240 Liter')
    await choose('Warum möchten Sie tauschen?', 'Wir sind mehr Personen')
    await page.getByLabel('Straße und Hausnummer').fill('Lange Straße 12')
    await page.getByLabel('E-Mail-Adresse').fill('anna@post.example')
    await page.getByRole('button', { name: 'Anliegen absenden' }).click()
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
    const wires = page.getByRole('group', { name: 'Sieht man Kabel?' })
    await wires.waitFor({ state: 'hidden' })
    await page.getByRole('radio', { name: 'Sie ist beschädigt' }).check()
    await wires.waitFor()
    await wires.getByRole('radio', { name: 'Ja' }).check()
    await page.locator('[data-show-if="answers.wires"] .note').waitFor()
    await page.getByLabel('Beschreibung').fill('Mast angefahren')
    await page.getByRole('button', { name: 'Anliegen absenden' }).click()
    await page.getByRole('alert').getByText('Bitte rufen Sie zuerst an.').waitFor()
    await expectSound(anna)
    expect(await page.getByLabel('Beschreibung').inputValue()).toBe('Mast angefahren')
    await page.getByRole('button', { name: 'Anliegen jetzt absenden' }).click()
    await page.getByRole('heading', { level: 1, name: 'Danke, es ist angekommen.' }).waitFor()
  })

  it('the map goes with the order and comes back with a defect', async () => {
    const anna = await come(DESKTOP)
    const { page } = anna
    await page.goto(`${FORM}?kategorie=pothole`)
    await page.getByLabel('Beschreibung').fill('Bleibt stehen')
    await page.getByText('Bestellen und Tauschen').click()
    await page.getByRole('radio', { name: 'Mülltonne tauschen' }).check()
    await page.getByLabel('Straße und Hausnummer').waitFor()
    expect(await page.locator('[data-island="PlacePicker"]').count()).toBe(0)
    await page.getByText('Straßen und Wege').click()
    await page.getByRole('radio', { name: 'Schlagloch, Straßenschaden' }).check()
    await page.locator('[data-island="PlacePicker"]').waitFor()
    expect(await page.getByLabel('Beschreibung').inputValue()).toBe('Bleibt stehen')
    await expectSound(anna)
  })
})
