/** Form, map, list and status in the town's own website, which is somewhere else and as strict as websites can be. */

import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Frame, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import {
  axeViolations,
  CHROMIUM,
  DESKTOP,
  expectSound,
  expectToFit,
  launchBrowser,
  PHONE,
  signIn,
  titled,
  visit,
} from '../support/browser.ts'

import { FLAGS } from '../support/chromium.ts'
import { type HostSite, openHostSite } from '../support/host-page.ts'
import { activate, POTHOLE_NAME, press, reportPothole } from '../support/report-steps.ts'
import { dropDataDir, newDataDir, ROOT, type RunningServer, startServer } from '../support/server.ts'
import { FIRST_TOWN, NEIGHBOUR } from '../support/world.ts'

const KB = 1000
const WIDGETS = ['melden', 'karte', 'liste', 'status'] as const
type Name = (typeof WIDGETS)[number]

const element = (name: Name, { town = FIRST_TOWN, more = '' } = {}) =>
  `<anliegen-${name} town="${town}" ${more}><a href="https://www.town.example/">Zur Meldeseite der Stadt</a></anliegen-${name}>`
const ALL = WIDGETS.map((name) => element(name)).join('')
/** Each test has a spot of its own, so that nobody meets the report of another. */
let spot = 0
const somewhere = () => ({ lat: `52,06${10 + spot++ * 4}`, lon: '8,7443' })

describe.skipIf(!CHROMIUM)(titled('a town’s own website'), () => {
  let host: HostSite
  let stranger: HostSite
  let server: RunningServer
  let browser: Browser
  let tenants: string
  beforeAll(async () => {
    host = await openHostSite()
    stranger = await openHostSite()
    tenants = mkdtempSync(join(tmpdir(), 'anliegenwerk-tenants-'))
    cpSync(join(ROOT, 'tenants'), tenants, { recursive: true })
    for (const town of [FIRST_TOWN, NEIGHBOUR]) {
      const file = join(tenants, town, 'town.yaml')
      writeFileSync(file, `${readFileSync(file, 'utf8')}\nembedding:\n  hosts: [${host.url}]\n`)
    }
    server = await startServer(newDataDir(), { TENANTS_DIR: tenants })
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    if (server) dropDataDir(server.dataDir)
    await Promise.all([host?.close(), stranger?.close()])
    if (tenants) rmSync(tenants, { recursive: true, force: true })
  })
  const come = async (options?: BrowserContextOptions) => {
    const visitor = await visit(browser, { url: host.url }, options)
    onTestFinished(visitor.close)
    return visitor
  }

  it.each([
    ['on a phone', PHONE],
    ['at a desk', DESKTOP],
  ])('shows all four elements %s under a strict policy, and nothing offends it', async (_how, options) => {
    host.show(server.url, ALL)
    const anna = await come(options)
    const { page } = anna
    await page.goto('/')
    await expect.poll(() => page.locator('anliegen-liste li').count()).toBe(5)
    const show = page.getByRole('button', { name: 'Karte zeigen' })
    if (await show.isVisible()) await show.click()
    const map = await frameIn(page, 'karte')
    await map.locator('.map-canvas').waitFor()
    await page.getByLabel('Vorgangsnummer').fill('#3')
    await page.getByRole('button', { name: 'Stand ansehen' }).click()
    const link = page.getByRole('link', { name: 'Anliegen ansehen' })
    expect(await link.getAttribute('href')).toBe(`${server.url}/${FIRST_TOWN}/anliegen/3?lang=de`)
    await page.getByRole('button', { name: 'Anliegen melden' }).click()
    await (await frameIn(page, 'melden')).getByLabel('Beschreibung').waitFor()
    await expectSound(anna)
  })

  it('says in words what it cannot find, and takes no letters for a number', async () => {
    host.show(server.url, element('status') + element('liste', { more: 'category="no-such-thing"' }))
    const { page } = await come()
    await page.goto('/')
    await page.getByText('Hier ist noch nichts gemeldet.').waitFor()
    const [field, button] = [page.getByLabel('Vorgangsnummer'), page.getByRole('button', { name: 'Stand ansehen' })]
    await field.fill('999999')
    await button.click()
    await page.getByText('Zu #999999 ist nichts öffentlich.').waitFor()
    await field.fill('zwölf')
    await button.click()
    await page.getByText('Geben Sie die Nummer ein, zum Beispiel 1042.').waitFor()
    expect(await field.getAttribute('aria-invalid')).toBe('true')
  })

  it('leads on where the list cannot be loaded', async () => {
    host.show(server.url, element('liste'))
    const { page } = await come()
    await page.route('**/api/v1/**', (route) => route.abort())
    await page.goto('/')
    await page.getByText('Die Anliegen lassen sich gerade nicht laden.').waitFor()
    const link = page.getByRole('link', { name: 'Zur Meldeseite', exact: true })
    expect(await link.getAttribute('href')).toBe(`${server.url}/${FIRST_TOWN}/?lang=de`)
  })

  it.each([
    ['on a phone', PHONE],
    ['at a desk', DESKTOP],
  ])('sends a report %s with every third-party storage blocked; it counts as sent by widget', async (_how, options) => {
    host.show(server.url, `${element('melden')}<p id="gehoert"></p>`)
    const { page, troubles } = await withoutStorage(options)
    await page.goto(`${host.url}/`)
    await page.evaluate(() => {
      document.addEventListener('anliegen-sent', (event) => {
        document.querySelector('#gehoert')!.textContent = JSON.stringify((event as CustomEvent).detail)
      })
    })
    await page.getByRole('button', { name: 'Anliegen melden' }).click()
    const frame = await frameIn(page, 'melden')
    expect(await frame.evaluate(storageOf)).toBe('SecurityError')
    await reportPothole(frame, { text: 'Tiefes Loch vor der Bücherei.', place: somewhere() })

    const number = /#(\d+)/.exec(await frame.locator('.display').innerText())![1]!
    await expect
      .poll(() => page.locator('#gehoert').innerText())
      .toBe(JSON.stringify({ town: FIRST_TOWN, number: Number(number) }))
    const [tracking] = await Promise.all([
      page.context().waitForEvent('page'),
      activate(frame, frame.getByRole('link', { name: 'Stand ansehen' })),
    ])
    await tracking.getByRole('heading', { level: 1 }).waitFor()
    expect(tracking.url()).toContain(`${server.url}/${FIRST_TOWN}/verfolgen/`)
    expect(troubles).toEqual([])

    const bernd = await visit(browser, server)
    onTestFinished(bernd.close)
    await signIn(bernd, `leitstelle@${FIRST_TOWN}.example`, server.password)
    await bernd.page.goto(`/amt/${FIRST_TOWN}/anliegen/${number}`)
    expect(await bernd.page.getByRole('main').innerText()).toContain('Website der Kommune')
  })

  it('gives the form as much room as it needs, step by step, and begins each one at its top', async () => {
    host.show(server.url, element('melden'))
    const { page } = await come(PHONE)
    await page.goto('/')
    await page.getByRole('button', { name: 'Anliegen melden' }).click()
    const frame = await frameIn(page, 'melden')
    const fits = async () => {
      const inner = await frame.evaluate(() => document.body.getBoundingClientRect().height)
      return Math.abs(Number(await page.locator('iframe').getAttribute('height')) - inner) <= 1
    }
    await expect.poll(fits).toBe(true)
    const first = Number(await page.locator('iframe').getAttribute('height'))
    await frame.getByLabel('Beschreibung').fill('Tiefes Loch')
    await press(frame, 'Weiter zum Ort')
    await frame.getByRole('heading', { name: 'Wo ist es?' }).waitFor()
    await expect.poll(fits).toBe(true)
    expect(Number(await page.locator('iframe').getAttribute('height'))).not.toBe(first)
    await expect
      .poll(() => page.locator('iframe').evaluate((one) => one.getBoundingClientRect().top))
      .toBeGreaterThan(-2)
    await expect.poll(() => frame.evaluate(() => document.activeElement?.tagName)).toBe('H1')
  })

  it('takes what was typed into the form: by no address, and nothing of it stays in the website', async () => {
    host.show(server.url, element('melden'))
    const { page, troubles } = await come(PHONE)
    const asked: string[] = []
    page.on('request', (request) => asked.push(decodeURIComponent(request.url()) + (request.postData() ?? '')))
    await page.goto('/')
    const typed = page.getByRole('textbox', { name: 'Was ist Ihnen aufgefallen?' })
    await typed.fill('Laterne ist aus, Ecke Lange Straße')
    await page.getByRole('button', { name: 'Anliegen melden' }).click()
    const field = (await frameIn(page, 'melden')).getByLabel('Beschreibung')
    await expect.poll(() => field.inputValue()).toBe('Laterne ist aus, Ecke Lange Straße')
    expect(await field.evaluate((one) => one === document.activeElement)).toBe(true)
    await expect.poll(() => page.locator('anliegen-melden textarea').inputValue()).toBe('')
    expect(await typed.isVisible()).toBe(false)
    expect(asked.filter((request) => /Laterne/.test(request))).toEqual([])
    expect(troubles).toEqual([])
  })

  it('goes to the photos first where somebody wants to begin with one', async () => {
    host.show(server.url, element('melden'))
    const { page } = await come(PHONE)
    await page.goto('/')
    await page.getByRole('button', { name: 'Foto' }).click()
    const frame = await frameIn(page, 'melden')
    await expect.poll(() => frame.evaluate(() => (document.activeElement as HTMLInputElement).name)).toBe('photo')
  })

  it('keeps what was typed when the form is folded', async () => {
    host.show(server.url, element('melden'))
    const { page } = await come()
    await page.goto('/')
    await page.getByRole('button', { name: 'Anliegen melden' }).click()
    const field = (await frameIn(page, 'melden')).getByLabel('Beschreibung')
    await field.fill('Laterne ist aus')
    const fold = page.getByRole('button', { name: 'Formular zuklappen' })
    expect(await fold.getAttribute('aria-expanded')).toBe('true')
    await fold.click()
    expect(await page.locator('iframe').isVisible()).toBe(false)
    await page.getByRole('button', { name: 'Anliegen melden' }).click()
    expect(await field.inputValue()).toBe('Laterne ist aus')
  })

  it('works by keyboard alone', async () => {
    host.show(server.url, element('melden') + element('status'))
    const { page } = await come()
    await page.goto('/')
    await page.getByRole('button', { name: 'Anliegen melden' }).waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.type('Laterne')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    const frame = await frameIn(page, 'melden')
    const field = frame.getByLabel('Beschreibung')
    await expect.poll(() => field.inputValue()).toBe('Laterne')
    await page.keyboard.press('End')
    await page.keyboard.type(' ist aus')
    expect(await field.inputValue()).toBe('Laterne ist aus')
    const number = page.getByLabel('Vorgangsnummer')
    await number.focus()
    await page.keyboard.type('3')
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: 'Anliegen ansehen' }).waitFor()
  })

  it('that is not allowed gets no frame, but a link', async () => {
    stranger.show(server.url, element('melden') + element('liste'))
    const { page } = await come()
    await page.goto(stranger.url)
    await expect.poll(() => page.locator('anliegen-liste li').count()).toBe(5)
    const typed = page.getByRole('textbox', { name: 'Was ist Ihnen aufgefallen?' })
    await typed.fill('Laterne ist aus')
    await page.getByRole('button', { name: 'Anliegen melden' }).click()
    const link = page.getByRole('link', { name: 'In einem eigenen Fenster öffnen' })
    await link.waitFor()
    expect(await typed.inputValue()).toBe('Laterne ist aus')
    expect(await link.getAttribute('href')).toBe(`${server.url}/${FIRST_TOWN}/melden?lang=de`)
    expect(page.frames().map((frame) => frame.url())).not.toContain(`${server.url}/${FIRST_TOWN}/embed/melden?lang=de`)
  })

  it('may show elements of two towns, each with its own', async () => {
    host.show(server.url, element('liste') + element('liste', { town: NEIGHBOUR, more: 'lang="en" limit="2"' }))
    const { page, troubles } = await come()
    await page.goto('/')
    const links = (at: number) => page.locator('anliegen-liste').nth(at).locator('li a')
    await expect.poll(() => links(1).count()).toBe(2)
    await expect.poll(() => links(0).count()).toBe(5)
    expect(await links(0).first().getAttribute('href')).toContain(`/${FIRST_TOWN}/anliegen/`)
    expect(await links(1).first().getAttribute('href')).toMatch(new RegExp(`/${NEIGHBOUR}/anliegen/\\d+\\?lang=en`))
    expect(await page.getByRole('heading', { name: 'Latest reports' }).isVisible()).toBe(true)
    host.show(server.url, element('melden') + element('melden', { town: NEIGHBOUR }))
    await page.goto('/')
    for (const at of [0, 1])
      await page
        .getByRole('button', { name: 'Anliegen melden' })
        .first()
        .click({ trial: at < 0 })
    await expect.poll(() => page.frames().length).toBe(3)
    const heights = () =>
      page.locator('iframe').evaluateAll((all) => all.map((one) => Number(one.getAttribute('height'))))
    for (const frame of page.frames().slice(1)) await frame.getByLabel('Beschreibung').waitFor()
    await expect.poll(async () => (await heights()).every((height) => height !== 560)).toBe(true)
    expect(troubles).toEqual([])
  })

  it.each([
    ['dark', 'dark', 'light', 'rgb(29, 32, 52)'],
    ['light', '', 'dark', 'rgb(255, 255, 255)'],
  ] as const)(
    'that is %s makes elements and frames so, whatever the device says',
    async (_how, rootClass, colorScheme, surface) => {
      host.show(server.url, ALL, { rootClass: `${rootClass} themed` })
      const anna = await come({ ...DESKTOP, colorScheme })
      const { page } = anna
      await page.goto('/')
      await page.getByRole('button', { name: 'Anliegen melden' }).click()
      const frame = await frameIn(page, 'melden')
      await frame.getByLabel('Beschreibung').waitFor()
      const colourOf = (one: Element) => getComputedStyle(one).backgroundColor
      expect(await page.locator('anliegen-status section').evaluate(colourOf)).toBe(surface)
      await expect.poll(() => frame.locator('.framed__foot').evaluate(colourOf)).toBe(surface)
      await expectSound(anna)
    },
  )

  it('shows its own link where no script runs, and before a town is named', async () => {
    host.show(server.url, ALL, { hasScript: false })
    const { page } = await come({ ...DESKTOP, javaScriptEnabled: false })
    await page.goto('/')
    expect(await page.getByRole('link', { name: 'Zur Meldeseite der Stadt' }).count()).toBe(4)
    expect(await page.getByRole('link', { name: 'Zur Meldeseite der Stadt' }).last().isVisible()).toBe(true)
    host.show(server.url, element('melden', { town: '../etc' }))
    const other = await come()
    await other.page.goto('/')
    expect(await other.page.getByRole('link', { name: 'Zur Meldeseite der Stadt' }).isVisible()).toBe(true)
  })

  it('loads at most 12 kB before anybody does anything', async () => {
    host.show(server.url, element('melden') + element('status'))
    const { page } = await come(PHONE)
    const log = await page.context().newCDPSession(page)
    await log.send('Network.enable')
    const ours = new Map<string, string>()
    let bytes = 0
    log.on('Network.responseReceived', ({ requestId, response }) => {
      if (response.url.startsWith(server.url)) ours.set(requestId, response.url)
    })
    log.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
      if (ours.has(requestId)) bytes += encodedDataLength
    })
    await page.goto('/', { waitUntil: 'networkidle' })
    await page.getByRole('button', { name: 'Anliegen melden' }).waitFor()
    expect([...ours.values()]).toEqual([`${server.url}/embed.js`])
    expect(bytes).toBeGreaterThan(KB)
    expect(bytes).toBeLessThanOrEqual(12 * KB)
  })

  it.each([
    ...WIDGETS.map((name) => `/${FIRST_TOWN}/embed/${name}`),
    `/${FIRST_TOWN}/embed/status?nummer=3`,
    `/${FIRST_TOWN}/embed/status?nummer=x`,
    `/${FIRST_TOWN}/embed/liste?lang=en&limit=2`,
    `/${FIRST_TOWN}/embed/nichts`,
  ])('can show %s in a frame without script: sound at 320 px', async (path) => {
    const anna = await come({ viewport: { width: 320, height: 640 } })
    await anna.page.goto(server.url + path)
    await expectSound(anna)
  })

  it('opens the report of a pin in a window of its own', async () => {
    host.show(server.url, element('karte'))
    const { page } = await come()
    await page.goto('/')
    const frame = await frameIn(page, 'karte')
    await frame.locator('.map-canvas').click({ position: { x: 5, y: 5 } })
    await frame.locator('.leaflet-container').waitFor()
    const link = frame.getByRole('link', { name: 'Alle Anliegen als Liste' })
    const [list] = await Promise.all([page.context().waitForEvent('page'), activate(frame, link)])
    await list.waitForURL(`**/${FIRST_TOWN}/anliegen?lang=de`)
    expect(frame.url()).toContain('/embed/karte')
  })

  describe('for whoever edits it', () => {
    it.each([
      ['at a desk', DESKTOP],
      ['at 320 px', { viewport: { width: 320, height: 700 } }],
    ])('offers code that works, with a preview, %s', async (_how, options) => {
      const bernd = await visit(browser, server, { ...options, permissions: ['clipboard-read', 'clipboard-write'] })
      onTestFinished(bernd.close)
      const { page } = bernd
      await signIn(bernd, `depot@${FIRST_TOWN}.example`, server.password)
      await page.goto(`/amt/${FIRST_TOWN}/schnittstellen/einbetten`)
      await page.getByLabel('Baustein', { exact: true }).selectOption('Liste')
      await page.getByLabel('Kategorie', { exact: true }).selectOption({ label: POTHOLE_NAME })
      await page.getByLabel('Zeilen', { exact: true }).selectOption('3')
      await page.getByRole('button', { name: 'Code anzeigen' }).click()
      await expect.poll(() => page.locator('anliegen-liste li').count()).toBe(3)
      expect(await page.getByRole('main').innerText()).toContain(host.url)
      await expectSound(bernd)
      await page.getByRole('button', { name: /^Kopieren\W+Code für Ihre Website$/ }).click()
      const code = await page.evaluate(() => navigator.clipboard.readText())
      expect(code).toContain(`<script type="module" src="${server.url}/embed.js"></script>`)
      host.show(server.url, code.replace(/^<script.*<\/script>\n/, ''))
      const anna = await come()
      await anna.page.goto('/')
      await expect.poll(() => anna.page.locator('anliegen-liste li').count()).toBe(3)
      expect(anna.troubles).toEqual([])
    })

    it('offers the same without script, and the form in its preview', async () => {
      const bernd = await visit(browser, server, { ...DESKTOP, javaScriptEnabled: false })
      onTestFinished(bernd.close)
      await signIn(bernd, `depot@${FIRST_TOWN}.example`, server.password)
      await bernd.page.goto(`/amt/${FIRST_TOWN}/schnittstellen/einbetten?element=karte`)
      expect(
        await bernd.page.getByRole('region', { name: 'Code für Ihre Website' }).locator('pre').innerText(),
      ).toContain('<anliegen-karte town="bad-salzuflen" lang="de">')
      expect(await bernd.page.getByRole('region', { name: 'Ohne Script' }).locator('pre').innerText()).toContain(
        `${server.url}/${FIRST_TOWN}/embed/karte?lang=de`,
      )
      expect(await bernd.page.getByRole('button', { name: /Kopieren/ }).count()).toBe(0)
      await expectToFit(bernd.page)

      const clara = await visit(browser, server)
      onTestFinished(clara.close)
      await signIn(clara, `depot@${FIRST_TOWN}.example`, server.password)
      await clara.page.goto(`/amt/${FIRST_TOWN}/schnittstellen/einbetten`)
      await clara.page.getByRole('button', { name: 'Anliegen melden' }).click()
      await (await frameIn(clara.page, 'melden')).getByLabel('Beschreibung').waitFor()
      expect(clara.troubles).toEqual([])
      expect(await axeViolations(clara.page)).toEqual([])
    })
  })

  /** A browser that gives pages in frames of others no cookies and no storage at all. */
  async function withoutStorage(options: BrowserContextOptions): Promise<{ page: Page; troubles: string[] }> {
    const profile = mkdtempSync(join(tmpdir(), 'anliegenwerk-profile-'))
    mkdirSync(join(profile, 'Default'))
    const preferences = { profile: { block_third_party_cookies: true, cookie_controls_mode: 1 } }
    writeFileSync(join(profile, 'Default/Preferences'), JSON.stringify(preferences))
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: CHROMIUM,
      args: FLAGS,
      locale: 'de-DE',
      reducedMotion: 'reduce',
      ...options,
    })
    onTestFinished(async () => {
      await context.close()
      rmSync(profile, { recursive: true, force: true })
    })
    const page = await context.newPage()
    const troubles: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error') troubles.push(message.text())
    })
    page.on('pageerror', (error) => troubles.push(error.message))
    return { page, troubles }
  }
})

/** The page inside an element, once it is there. */
async function frameIn(page: Page, name: Name): Promise<Frame> {
  const iframe = page.locator(`anliegen-${name} iframe`)
  await iframe.waitFor()
  const frame = await (await iframe.elementHandle())!.contentFrame()
  await frame!.waitForURL(/\/embed\//)
  return frame!
}

function storageOf(): string {
  try {
    return `kept ${localStorage.length}`
  } catch (error) {
    return (error as Error).name
  }
}
