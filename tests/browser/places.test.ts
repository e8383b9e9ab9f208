/** Finding a place with keys, by a list and by the map; and the list that follows the map. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { describe, expect, it, onTestFinished } from 'vitest'
import { CHROMIUM, DESKTOP, expectSound, PHONE, titled, useBrowser, visit } from '../support/browser.ts'
import { arrive, choose, describeIt, goToCheck, POTHOLE_NAME, press } from '../support/report-steps.ts'
import { dropDataDir, newDataDir, type RunningServer, startServer } from '../support/server.ts'

const TOWN = '/bad-salzuflen'
const FORM = `${TOWN}/melden`
/** The step that asks where it is. */
async function toPlace(page: Page) {
  await page.goto(FORM)
  await describeIt(page, 'Hier ist etwas.')
}
const SIZES = [
  ['phone', PHONE],
  ['desktop', DESKTOP],
] as const

const address = (page: Page) => page.getByRole('combobox', { name: 'Adresse oder bekannter Ort' })
const options = (page: Page) => page.getByRole('option')
const fieldOf = (page: Page, name: string) => page.locator(`input[name="${name}"]`).inputValue()
const map = (page: Page) => page.getByRole('application')
/** The map of a town is fetched once somebody does something. */
async function wakeMap(page: Page) {
  await page.waitForLoadState('networkidle')
  await page.keyboard.press('Shift')
  await map(page).waitFor()
}
/** Keys that arrive while the map is still zooming are lost, as Leaflet has it. */
async function zoomIn(page: Page, times: number) {
  await map(page).focus()
  for (let i = 0; i < times; i++) {
    await page.keyboard.press('+')
    await page.waitForFunction(() => !document.querySelector('.leaflet-zoom-anim'))
  }
}

describe.skipIf(!CHROMIUM)(titled('places in a browser'), () => {
  let server: RunningServer
  let browser: Browser
  useBrowser((running) => {
    server = running.server
    browser = running.browser
  })
  const come = async (options?: BrowserContextOptions) => {
    const visitor = await visit(browser, server, options)
    onTestFinished(visitor.close)
    return visitor
  }

  it.each(SIZES)('an address is found with keys alone, %s', async (_size, size) => {
    const visitor = await come(size)
    const { page } = visitor
    await toPlace(page)
    await address(page).focus()
    await page.keyboard.type('mühlenw')
    await options(page).first().waitFor()
    expect(await options(page).allTextContents()).toEqual(['Mühlenweg, Kusenbaum', 'Mühlenweg, Schötmar'])
    expect(await options(page).first().locator('b').textContent()).toBe('Mühlenw')
    expect(await address(page).getAttribute('aria-expanded')).toBe('true')
    await page.getByText('2 Adressen gefunden.').waitFor({ state: 'attached' })

    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    const active = await address(page).getAttribute('aria-activedescendant')
    expect(await page.locator(`[id="${active}"]`).getAttribute('aria-selected')).toBe('true')
    await expectSound(visitor)
    await page.keyboard.press('Enter')
    expect(await address(page).inputValue()).toBe('Mühlenweg, Schötmar')
    expect(await address(page).getAttribute('aria-expanded')).toBe('false')
    expect(new URL(page.url()).pathname).toMatch(/\/ort$/)
    expect(Number(await fieldOf(page, 'lat'))).toBeCloseTo(52.068, 2)
    expect(await fieldOf(page, 'placeSource')).toBe('address')

    await page.keyboard.press('Backspace')
    await options(page).first().waitFor()
    await page.keyboard.press('Escape')
    expect(await options(page).count()).toBe(0)
    expect(await address(page).inputValue()).toBe('Mühlenweg, Schötma')
    await page.keyboard.press('Escape')
    expect([await address(page).inputValue(), await fieldOf(page, 'lat')]).toEqual(['', ''])
    await expectSound(visitor)
  })

  it('the address follows the pin, but never over words of somebody’s own', async () => {
    const { page } = await come(DESKTOP)
    await toPlace(page)
    await map(page).waitFor()
    const moveTo = async (lat: string, lon: string) => {
      await page.locator('details:has(input[name="lat"])').evaluate((fold: HTMLDetailsElement) => {
        fold.open = true
      })
      await page.locator('input[name="lat"]').fill(lat)
      await page.locator('input[name="lon"]').fill(lon)
    }
    await moveTo('52.068293', '8.744516')
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('input[name="address"]')?.value === 'Mühlenweg, Schötmar',
    )
    await address(page).fill('Hinter der Kirche')
    const asked: string[] = []
    page.on('request', (request) => void (/orte\?lat/.test(request.url()) && asked.push(request.url())))
    await moveTo('52.0501', '8.6713')
    await page.getByText('Ort gesetzt: 52,0501').waitFor()
    expect(await address(page).inputValue()).toBe('Hinter der Kirche')
    expect(asked).toEqual([])
  })

  it.each(SIZES)('a place is chosen from the list of addresses nearby, nothing dragged, %s', async (_size, size) => {
    const visitor = await come({
      ...size,
      geolocation: { latitude: 52.0685, longitude: 8.7446, accuracy: 8 },
      permissions: ['geolocation'],
    })
    const { page } = visitor
    await toPlace(page)
    await page.locator('.place-picker').scrollIntoViewIfNeeded()
    await page.getByRole('button', { name: 'Mein Standort' }).first().click()
    await page.getByText('Ihr Standort, auf etwa 8 m genau').waitFor()
    expect([await fieldOf(page, 'placeSource'), await fieldOf(page, 'accuracy')]).toEqual(['gps', '8'])
    const list = page.getByRole('button', { name: 'Als Liste' })
    await list.focus()
    await page.keyboard.press('Enter')
    const near = page.getByRole('group', { name: 'Adressen in der Nähe' })
    await near.getByRole('radio').first().waitFor()
    await expectSound(visitor)
    await near.getByRole('radio', { name: 'Mühlenweg, Schötmar' }).focus()
    await page.keyboard.press('Space')
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('input[name="lat"]')?.value === '52.068293',
    )
    expect([await fieldOf(page, 'placeSource'), await fieldOf(page, 'accuracy')]).toEqual(['address', ''])
  })

  describe.each([
    ['start', `${TOWN}/`],
    ['list', `${TOWN}/anliegen`],
  ])('the list of the %s page', (_page, path) => {
    it.each(SIZES)('shows what the map shows, and all again, %s', async (_size, size) => {
      const visitor = await come(size)
      const { page } = visitor
      await page.goto(path)
      await wakeMap(page)
      const rows = page.locator('#liste [data-report]')
      const before = await rows.evaluateAll((all) => all.map((row) => (row as HTMLElement).dataset.report))
      await zoomIn(page, 3)
      const heading = page.getByRole('heading', { name: /^\d+ Anliegen in diesem Ausschnitt$/ })
      await heading.waitFor()
      await expectSound(visitor)
      await page.getByRole('button', { name: 'Wieder alle zeigen' }).click()
      await heading.waitFor({ state: 'detached' })
      const after = await rows.evaluateAll((all) => all.map((row) => (row as HTMLElement).dataset.report))
      expect(after).toEqual(before)
    })
  })

  it('a row lifts its pin, and a pin marks its row', async () => {
    const { page, troubles } = await come(DESKTOP)
    await page.goto(`${TOWN}/anliegen`)
    await wakeMap(page)
    await zoomIn(page, 3)
    await page.getByRole('heading', { name: /in diesem Ausschnitt/ }).waitFor()
    const pin = page.locator('.map-marker:has(.mark-open)').first()
    await pin.hover()
    const marked = page.locator('#liste .is-chosen')
    await marked.waitFor()
    const number = await marked.getAttribute('data-report')
    expect(await page.locator('.mark-chosen').count()).toBe(0)
    await page.mouse.move(5, 5)
    await marked.waitFor({ state: 'detached' })
    await page.locator(`#liste [data-report="${number}"]`).hover()
    await page.locator('.mark-chosen').waitFor()
    await page.mouse.move(5, 5)
    await page.locator('.mark-chosen').waitFor({ state: 'detached' })
    expect(troubles).toEqual([])
  })

  it('reports at one spot are opened as a list at the last zoom', async () => {
    const spot = { latitude: 52.0785, longitude: 8.6801 }
    const { page } = await come({
      ...PHONE,
      geolocation: { ...spot, accuracy: 5 },
      permissions: ['geolocation'],
    })
    for (const description of ['Das Loch ist groß.', 'Noch ein Loch, gleich daneben.']) {
      const sent = await page.request.post(`/api/v1${TOWN.replace('/', '/towns/')}/reports`, {
        data: {
          category: 'pothole',
          description,
          lat: spot.latitude,
          lon: spot.longitude,
          answers: { size: 'hand', 'two-wheelers': false },
        },
      })
      expect(sent.status(), await sent.text()).toBe(201)
    }
    await page.goto(`${TOWN}/anliegen`)
    await wakeMap(page)
    await page.getByRole('button', { name: 'Mein Standort' }).click()
    await page.locator('.map-own').waitFor()
    await zoomIn(page, 7)
    await page.waitForFunction(() => {
      const marks = document.querySelectorAll('.map-marker')
      return marks.length === 1 && marks[0]!.querySelector('.mark-cluster')
    })
    await page.locator('.map-marker').click()
    const heading = page.getByRole('heading', { name: '2 Anliegen an dieser Stelle' })
    await heading.waitFor()
    await page.waitForFunction(() => document.activeElement?.id === 'gefunden')
    expect(await page.locator('#liste [data-report]').count()).toBe(2)
  })

  it('without script the list is plain, and a part of the map has an address of its own', async () => {
    const visitor = await come({ ...PHONE, javaScriptEnabled: false })
    const { page } = visitor
    await page.goto(`${TOWN}/anliegen?bbox=8.70,52.06,8.78,52.10`)
    await page.getByRole('heading', { name: /^\d+ Anliegen in diesem Ausschnitt$/ }).waitFor()
    await page.getByRole('link', { name: 'Wieder alle zeigen' }).click()
    await page.getByText(/^\d+ Anliegen$/).waitFor()
    await expectSound(visitor)
  })
})

describe.skipIf(!CHROMIUM)(titled('with neither base map nor geocoder answering'), () => {
  const dataDir = newDataDir()
  const tenantsDir = mkdtempSync(join(tmpdir(), 'anliegenwerk-tenants-'))
  cpSync('tenants', tenantsDir, { recursive: true })
  const file = join(tenantsDir, 'bad-salzuflen/town.yaml')
  const tiles = 'tiles: direct\n  url: https://tiles.invalid/{z}/{x}/{y}.png\n  attribution: © nobody'
  writeFileSync(file, readFileSync(file, 'utf8').replace('tiles: none', tiles))

  it('a report is made and the start page works, and the field says that the search is silent', async () => {
    const server = await startServer(dataDir, { TENANTS_DIR: tenantsDir, GEOCODER_URL: 'photon+http://127.0.0.1:9' })
    const { launchBrowser } = await import('../support/browser.ts')
    const browser = await launchBrowser()
    onTestFinished(async () => {
      await browser.close()
      await server.stop()
      dropDataDir(dataDir)
      rmSync(tenantsDir, { recursive: true, force: true })
    })
    const { page, close } = await visit(browser, server, PHONE)
    await page.goto(`${TOWN}/`)
    await wakeMap(page)
    await zoomIn(page, 2)
    await page.getByRole('heading', { name: /in diesem Ausschnitt/ }).waitFor()
    await toPlace(page)
    await address(page).fill('Sophienstr')
    await page.getByText('Die Adresssuche antwortet nicht. Die Karte geht weiter.').waitFor()
    expect(await options(page).allTextContents()).toEqual(['Sophienstraße'])
    await options(page).first().click()
    expect(await address(page).inputValue()).toBe('Sophienstraße')
    await page.getByText('Ort gesetzt').waitFor()
    await press(page, 'Diesen Ort nehmen')
    await choose(page, { name: POTHOLE_NAME, group: 'Straßen und Wege' })
    await goToCheck(page)
    await press(page, 'Anliegen absenden')
    await arrive(page)
    await close()
  })
})
