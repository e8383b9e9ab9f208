/** Chromium and what every page must keep to in it. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { CHROMIUM, launchBrowser, NO_CHROMIUM } from './chromium.ts'
import { dropDataDir, type RunningServer, startServer } from './server.ts'

export { CHROMIUM, launchBrowser }

/** Two cores may be shared with other browsers. */
const PATIENCE_MS = 30_000

/** Title of a suite that is left out, so that the reason stands where the skip is counted. */
export const titled = (title: string) => (CHROMIUM ? title : `${title} (skipped: ${NO_CHROMIUM})`)

export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
export const DESKTOP = { viewport: { width: 1280, height: 800 } }

/** A server with the example towns and a browser for a suite; both end with it. */
export function useBrowser(
  begun: (running: { server: RunningServer; browser: Browser }) => void,
  settings: Record<string, string> = {},
) {
  let server: RunningServer | undefined
  let browser: Browser | undefined
  beforeAll(async () => {
    server = await startServer(undefined, settings)
    browser = await launchBrowser()
    begun({ server, browser })
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    if (server) dropDataDir(server.dataDir)
  })
}

/** A person's browser: German, without animations, and with a list of what went wrong in it. */
export type Visitor = { page: Page; hasScript: boolean; troubles: string[]; close: () => Promise<void> }

export async function visit(
  browser: Browser,
  { url }: Pick<RunningServer, 'url'>,
  options: BrowserContextOptions = DESKTOP,
): Promise<Visitor> {
  const context = await browser.newContext({ locale: 'de-DE', reducedMotion: 'reduce', baseURL: url, ...options })
  context.setDefaultTimeout(PATIENCE_MS)
  const page = await context.newPage()
  const troubles: string[] = []
  page.on('console', (message) => {
    // A form that comes back answers 422, a missing page 404, a used link 410, one try too many 429; the browser itself
    // calls that an error.
    const isAnswer = /Failed to load resource.*status of 4(04|09|10|22|29|01|03)/.test(message.text())
    if (message.type() === 'error' && !isAnswer) troubles.push(`${page.url()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => troubles.push(`${page.url()}: ${error.message}`))
  return { page, hasScript: options.javaScriptEnabled !== false, troubles, close: () => context.close() }
}

/** @throws unless the page made no error, fits its width and satisfies axe (WCAG 2.2 AA and good practice) */
export async function expectSound({ page, hasScript, troubles }: Visitor): Promise<void> {
  expect(troubles).toEqual([])
  await expectToFit(page)
  // Axe waits for timers, and without script no timer ever ends.
  if (hasScript) expect(await axeViolations(page)).toEqual([])
}

export async function expectToFit(page: Page): Promise<void> {
  const [wide, room] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ])
  expect(wide, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(room!)
}

const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

export async function axeViolations(page: Page): Promise<string[]> {
  // Only what is wrong is described, and a page without frames is judged where it stands: four times as fast.
  const axe = new AxeBuilder({ page }).options({ runOnly: AXE_TAGS, resultTypes: ['violations'] })
  const { violations } = await axe.setLegacyMode(page.frames().length === 1).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${page.url()}: ${id} at ${target.join(' ')}: ${failureSummary}`),
  )
}

/** Signs a clerk of the demo in and ends on the queue. */
export async function signIn({ page }: Visitor, email: string, password: string): Promise<void> {
  await page.goto('/amt')
  await page.getByLabel('Dienstliche E-Mail-Adresse').fill(email)
  await page.getByLabel('Passwort').fill(password)
  await page.getByRole('button', { name: 'Anmelden' }).click()
  await page.waitForURL(/\/amt\/(gemeinsam|[\w-]+\/anliegen)/)
}
