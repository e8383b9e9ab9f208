/** The report form as a way of six pages: on a phone, at a desk, without script, by keyboard, twice, and back. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { describe, expect, it, onTestFinished } from 'vitest'
import { CHROMIUM, DESKTOP, expectSound, PHONE, titled, useBrowser, visit } from '../support/browser.ts'
import { paintedPhoto } from '../support/photos.ts'
import {
  arrive,
  choose,
  describeIt,
  goToCheck,
  POTHOLE_NAME,
  placeIt,
  press,
  reportPothole,
} from '../support/report-steps.ts'
import type { RunningServer } from '../support/server.ts'

const TOWN = '/bad-salzuflen'
const FORM = `${TOWN}/melden`
const TEXT = 'Tiefes Schlagloch in der Fahrbahn der Brücke.'
const POTHOLE = { name: POTHOLE_NAME, group: 'Straßen und Wege' }
/** Each test has a spot of its own, so that nobody meets the report of another. */
let spot = 0
const somewhere = () => ({ lat: `52,08${10 + spot++ * 4}`, lon: '8,7443' })

describe.skipIf(!CHROMIUM)(titled('the way of a report'), () => {
  let server: RunningServer
  let browser: Browser
  useBrowser((begun) => {
    server = begun.server
    browser = begun.browser
  })
  const come = async (options?: BrowserContextOptions) => {
    const visitor = await visit(browser, server, options)
    onTestFinished(visitor.close)
    return visitor
  }
  const newest = async () => {
    const answer = await fetch(`${server.url}/api/v1/towns/bad-salzuflen/reports?limit=1`)
    return ((await answer.json()) as { items: { number: number }[] }).items[0]!.number
  }

  it.each([
    ['on a phone', PHONE],
    ['at a desk', DESKTOP],
    ['on a phone without script', { ...PHONE, javaScriptEnabled: false }],
  ])('leads to a number %s, and every page keeps the rules', async (_how, options) => {
    const anna = await come(options)
    const { page } = anna
    await page.goto(FORM)
    expect(await page.title()).toContain('Schritt 1 von 6: Beschreiben')
    await expectSound(anna)
    await describeIt(page, TEXT)
    expect(await page.title()).toContain('Schritt 2 von 6: Ort')
    await expectSound(anna)
    await placeIt(page, somewhere())
    await choose(page, POTHOLE)
    await expectSound(anna)
    await goToCheck(page, 'anna@post.example')
    expect(await page.getByRole('main').innerText()).toContain(TEXT)
    await expectSound(anna)
    await press(page, 'Anliegen absenden')
    await arrive(page)
    await expectSound(anna)
  })

  it('takes eight presses at most from the start page, with a photo and the own place', async () => {
    const anna = await come({
      ...PHONE,
      permissions: ['geolocation'],
      geolocation: { latitude: 52.0951, longitude: 8.7301, accuracy: 8 },
    })
    const { page } = anna
    await page.goto(`${TOWN}/`)
    let presses = 0
    const tap = async (target: ReturnType<Page['getByRole']>) => {
      presses++
      await target.tap()
    }
    await tap(page.getByRole('main').getByRole('link', { name: 'Anliegen melden' }))
    await page.waitForURL('**/melden')
    expect(await page.getByLabel('Beschreibung').evaluate((field) => field === document.activeElement)).toBe(true)
    await page.keyboard.type('Tiefes Schlagloch in der Fahrbahn, rechts.')
    presses++
    const picture = { name: 'loch.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(await paintedPhoto()) }
    await page.locator('input[type=file]').setInputFiles(picture)
    await tap(page.getByRole('button', { name: 'Weiter zum Ort' }))
    await page.waitForURL('**/ort')
    await expect.poll(() => page.locator('input[name=lat]').inputValue()).toMatch(/^52\.095/)
    await tap(page.getByRole('button', { name: 'Diesen Ort nehmen' }))
    await page.waitForURL('**/kategorie')
    expect(await page.getByRole('radio', { name: POTHOLE_NAME }).isChecked()).toBe(true)
    await tap(page.getByRole('button', { name: 'Weiter', exact: true }))
    await page.waitForURL('**/kontakt')
    await tap(page.getByRole('button', { name: 'Nein, ohne Kontaktdaten' }))
    await page.waitForURL('**/pruefen')
    expect(await page.getByRole('img', { name: /Foto 1/ }).count()).toBe(1)
    await tap(page.getByRole('button', { name: 'Anliegen absenden' }))
    await arrive(page)
    expect(presses).toBeLessThanOrEqual(8)
  })

  it('takes two photos without script', async () => {
    const { page } = await come({ ...PHONE, javaScriptEnabled: false })
    await page.goto(FORM)
    const files = await Promise.all([320, 321].map(async (width) => Buffer.from(await paintedPhoto(width))))
    await page
      .locator('input[type=file]')
      .setInputFiles(files.map((buffer, n) => ({ name: `${n}.jpg`, mimeType: 'image/jpeg', buffer })))
    await press(page, 'Weiter zum Ort')
    await page.waitForURL('**/ort')
    await placeIt(page, somewhere())
    await choose(page, POTHOLE)
    await goToCheck(page)
    expect(await page.getByRole('img', { name: /Foto \d/ }).count()).toBe(2)
    await press(page, 'Anliegen absenden')
    await arrive(page)
  })

  it('can be walked with the keyboard alone', async () => {
    const { page } = await come()
    const { keyboard } = page
    await page.goto(FORM)
    await keyboard.type('Tiefes Schlagloch in der Fahrbahn.')
    await tabTo(page, 'Weiter zum Ort')
    await keyboard.press('Enter')
    await page.waitForURL('**/ort')
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
    await tabTo(page, 'Ohne Karte fortfahren')
    await keyboard.press('Enter')
    await page.waitForURL('**/ort?*')
    await tabTo(page, 'Adresse oder bekannter Ort')
    await keyboard.type('Brücke am Freibad')
    await tabTo(page, 'Weiter')
    await keyboard.press('Enter')
    await page.waitForURL('**/kategorie')
    await tabTo(page, 'Weiter')
    await keyboard.press('Enter')
    await page.waitForURL('**/kontakt')
    await tabTo(page, 'Nein, ohne Kontaktdaten')
    await keyboard.press('Enter')
    await page.waitForURL('**/pruefen')
    await tabTo(page, 'Anliegen absenden')
    await keyboard.press('Enter')
    await arrive(page)
  })

  it('keeps everything over a reload and the way back at every step', async () => {
    const { page } = await come()
    await page.goto(FORM)
    await page.getByLabel('Beschreibung').fill(TEXT)
    await expect.poll(() => page.evaluate(() => Object.keys(sessionStorage).length)).toBe(1)
    await page.reload()
    await expect.poll(() => page.getByLabel('Beschreibung').inputValue()).toBe(TEXT)
    await press(page, 'Weiter zum Ort')
    await page.waitForURL('**/ort')
    await page.reload()
    const place = somewhere()
    await placeIt(page, place)
    await choose(page, POTHOLE)
    await page.goBack()
    await page.waitForURL('**/ort')
    expect(await page.getByLabel('Breite').inputValue()).toBe(place.lat)
    await page.goForward()
    await goToCheck(page, 'anna@post.example')
    await page.goBack()
    expect(await page.getByLabel('E-Mail-Adresse').inputValue()).toBe('anna@post.example')
    await page.goForward()
    await page.waitForURL('**/pruefen')
    await page.getByRole('link', { name: 'Ändern Beschreibung' }).click()
    expect(await page.getByLabel('Beschreibung').inputValue()).toBe(TEXT)
    await page.getByLabel('Beschreibung').fill('Noch tiefer als gedacht.')
    await press(page, 'Weiter zum Prüfen')
    await page.waitForURL('**/pruefen')
    expect(await page.getByRole('main').innerText()).toContain('Noch tiefer als gedacht.')
  })

  it('makes one report of a double tap, of two tabs, and of going back to send again', async () => {
    const anna = await come()
    const { page } = anna
    await page.goto(FORM)
    await describeIt(page, TEXT)
    await placeIt(page, somewhere())
    await choose(page, POTHOLE)
    await goToCheck(page)
    const before = await newest()
    const tab = await page.context().newPage()
    await tab.goto(page.url())
    await page.getByRole('button', { name: 'Anliegen absenden' }).dblclick()
    await arrive(page)
    await press(tab, 'Anliegen absenden')
    await arrive(tab)
    expect(tab.url()).toBe(page.url())
    await page.goBack()
    await arrive(page)
    expect(await newest()).toBe(before + 1)
  })

  it('goes on later from the start page of the same device', async () => {
    const { page } = await come(PHONE)
    await page.goto(FORM)
    await page.getByLabel('Beschreibung').fill(TEXT)
    await press(page, 'Später weiter')
    await page.getByRole('heading', { level: 1, name: 'Ihr Entwurf ist gespeichert.' }).waitFor()
    await page.getByRole('link', { name: 'Zur Übersicht' }).click()
    await page.getByText('Sie haben ein Anliegen begonnen.').waitFor()
    await page.getByRole('link', { name: 'Weitermachen' }).click()
    await page.waitForURL('**/ort')
  })

  it.each([true, false])('says what is wrong in focus and beside the field (script: %s)', async (javaScriptEnabled) => {
    const anna = await come({ ...PHONE, javaScriptEnabled })
    const { page } = anna
    await page.goto(FORM)
    await press(page, 'Weiter zum Ort')
    const summary = page.getByRole('alert')
    await summary.waitFor()
    expect(await page.title()).toMatch(/^Fehler: Schritt 1 von 6/)
    await summary.getByRole('link', { name: /^Beschreiben Sie kurz/ }).click()
    expect(await page.getByLabel('Beschreibung').evaluate((field) => field === document.activeElement)).toBe(true)
    await expectSound(anna)
  })

  it('stops in danger before anything else, and goes on after the call', async () => {
    const anna = await come(PHONE)
    const { page } = anna
    await page.goto(FORM)
    await describeIt(page, 'Ein Kanaldeckel fehlt')
    await placeIt(page, somewhere())
    await choose(page, { name: 'Gully, Kanaldeckel', group: 'Straßen und Wege' })
    await page.getByRole('radio', { name: 'Der Deckel fehlt' }).check()
    await press(page, 'Weiter')
    await page.getByRole('heading', { level: 1, name: 'Bitte rufen Sie jetzt an' }).waitFor()
    expect(await page.getByRole('link', { name: '110 Polizei anrufen' }).getAttribute('href')).toBe('tel:110')
    await expectSound(anna)
    await press(page, 'Ich habe angerufen, trotzdem melden')
    await page.waitForURL(/\/(kontakt|schon-gemeldet)$/)
  })

  it('says that a draft is over, and offers a new start', async () => {
    const anna = await come(PHONE)
    await anna.page.goto(`${FORM}/${'x'.repeat(43)}/ort`)
    await anna.page.getByRole('link', { name: 'Neu beginnen' }).waitFor()
    anna.troubles.length = 0
    await expectSound(anna)
  })

  it('offers what is reported nearby, and one press follows it', async () => {
    const place = somewhere()
    const first = await come()
    await first.page.goto(FORM)
    await reportPothole(first.page, { text: TEXT, place })
    const number = await newest()
    const anna = await come(PHONE)
    const { page } = anna
    await page.goto(FORM)
    await describeIt(page, TEXT)
    await placeIt(page, place)
    await choose(page, POTHOLE)
    await press(page, 'Weiter')
    await page.waitForURL('**/schon-gemeldet')
    await expectSound(anna)
    await page.getByRole('button', { name: new RegExp(`^Ja, das ist es.*#${number}$`) }).click()
    await page.getByRole('heading', { level: 1, name: 'Danke, das hilft.' }).waitFor()
    expect(await newest()).toBe(number)
  })

  it.each([true, false])('goes on in the town the place belongs to (script: %s)', async (javaScriptEnabled) => {
    const { page } = await come({ ...DESKTOP, javaScriptEnabled })
    await page.goto(FORM)
    await describeIt(page, TEXT)
    await placeIt(page, { lat: '52,1152', lon: '8,6711' })
    await page.getByRole('heading', { level: 1, name: 'Dieser Ort gehört zu Herford.' }).waitFor()
    await press(page, 'Bei Herford weitermachen')
    await page.waitForURL('**/herford/melden/**/kategorie')
    await choose(page, POTHOLE)
    await goToCheck(page)
    await press(page, 'Anliegen absenden')
    await arrive(page)
    expect(new URL(page.url()).pathname).toMatch(/^\/herford\/verfolgen\//)
  })

  it('finds an address without script', async () => {
    const { page } = await come({ ...PHONE, javaScriptEnabled: false })
    await page.goto(FORM)
    await describeIt(page, TEXT)
    await page.getByLabel('Adresse oder bekannter Ort').fill('Rudolph-Brandes-Allee')
    await press(page, 'Adresse suchen')
    await page.getByRole('group', { name: 'Gefundene Adressen' }).waitFor()
    await press(page, 'Diesen Ort nehmen')
    await page.waitForURL('**/kategorie')
  })
})

/** Far more stops than any page has. */
const MOST_STOPS = 120

/** Presses Tab until the focus is on what is called so. */
async function tabTo(page: Page, name: string) {
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => {
      const element = document.activeElement as HTMLInputElement | null
      return element?.labels?.[0]?.textContent || element?.textContent || element?.getAttribute('aria-label') || ''
    })
    if (focused.trim().startsWith(name)) return
  }
  throw new Error(`No stop of the Tab key is called ${name}`)
}
