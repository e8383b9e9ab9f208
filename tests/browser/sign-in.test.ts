/** The way in: a second factor set up and used, a lost phone, and somebody new who follows the link of a mail. */
import { Secret, TOTP } from 'otpauth'
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
import { mailsTo, type RunningServer } from '../support/server.ts'

const NEW = 'vier laute Waschbären tanzen'
const PERIOD_MS = 30_000

const RUNS = [
  { name: 'desktop', device: DESKTOP, hasScript: true, town: 'bad-salzuflen' },
  { name: 'phone', device: PHONE, hasScript: true, town: 'herford' },
  { name: 'phone without script', device: PHONE, hasScript: false, town: 'lemgo' },
]

describe.skipIf(!CHROMIUM)(titled('the way in'), () => {
  let server: RunningServer
  let browser: Browser
  useBrowser((begun) => {
    server = begun.server
    browser = begun.browser
  })

  it.each(RUNS)(
    'leads past a second factor, by app and by recovery code, on a $name',
    async ({ device, hasScript, town }) => {
      const eva = await visit(browser, server, { ...device, javaScriptEnabled: hasScript })
      const { page } = eva
      const email = `order@${town}.example`
      await signIn(eva, email, server.password)
      const { secret, codes } = await setUp(eva)

      await giveCredentials(eva, email, server.password)
      await page.getByRole('heading', { name: 'Code eingeben' }).waitFor()
      await expectSound(eva)
      await send(eva, 'Code', '000000')
      await page.getByRole('alert').filter({ hasText: 'Dieser Code stimmt nicht' }).waitFor()
      // The code that set it up is used; the app's next one counts already.
      await send(eva, 'Code', codeOf(secret, PERIOD_MS))
      await page.waitForURL(/\/anliegen/)

      await giveCredentials(eva, email, server.password)
      await send(eva, 'Code', codes[0]!.toLowerCase())
      await page.getByRole('status').filter({ hasText: 'Übrig: 9.' }).waitFor()
      await expectSound(eva)
      await eva.close()
    },
  )

  it.each(RUNS)('is open to somebody new by the link of a mail, on a $name', async ({ device, hasScript, town }) => {
    const options = { ...device, javaScriptEnabled: hasScript }
    const email = `nele@${town}.example`
    const clara = await visit(browser, server, options)
    await invite(clara, town, { email, password: server.password })
    const link = await linkTo(server, email)

    const nele = await visit(browser, server, options)
    const { page } = nele
    await page.goto(link)
    await page.getByRole('heading', { name: 'Willkommen, Nele Neumann' }).waitFor()
    await send(nele, 'Neues Passwort', 'kurz')
    await page.getByRole('alert').filter({ hasText: 'mindestens 12 Zeichen' }).waitFor()
    await expectSound(nele)
    if (hasScript) await showPassword(nele)
    await send(nele, 'Neues Passwort', NEW)
    await page.getByRole('status').filter({ hasText: 'Ihr Passwort ist gespeichert' }).waitFor()
    await signIn(nele, email, NEW)

    await page.goto(link)
    await page.getByRole('heading', { name: 'Dieser Link gilt nicht mehr' }).waitFor()
    await expectSound(nele)
    await Promise.all([clara.close(), nele.close()])
  })
})

const codeOf = (secret: string, ms = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + ms })

/** By keyboard alone. */
async function send({ page }: Visitor, label: string, text: string) {
  const field = page.getByLabel(label, { exact: true })
  await field.fill(text)
  await field.press('Enter')
}

/** Signs out first, as somebody at a new browser. */
async function giveCredentials(visitor: Visitor, email: string, password: string) {
  const { page } = visitor
  await page.context().clearCookies()
  await page.goto('/amt')
  await page.getByLabel('Dienstliche E-Mail-Adresse').fill(email)
  await send(visitor, 'Passwort', password)
}

async function setUp(visitor: Visitor) {
  const { page } = visitor
  await page.locator('.menu--account > summary').press('Enter')
  await page.getByRole('link', { name: 'Ihr Zugang' }).press('Enter')
  await page.getByRole('heading', { name: 'Ihr Zugang' }).waitFor()
  await expectSound(visitor)
  await page.getByRole('link', { name: 'Zweiten Faktor einrichten' }).press('Enter')
  await page.getByRole('button', { name: 'Zweiten Faktor einrichten' }).press('Enter')
  await page.getByRole('img', { name: 'QR-Code für die App' }).waitFor()
  await expectSound(visitor)
  const secret = (await page.locator('.factor__secret').textContent())!.replaceAll(/\s/g, '')
  await send(visitor, 'Code aus der App', codeOf(secret))
  await page.getByRole('heading', { name: 'Ihre Wiederherstellungs-Codes' }).waitFor()
  await expectSound(visitor)
  const codes = await page.getByRole('main').getByRole('listitem').allTextContents()
  expect(codes).toHaveLength(10)
  return { secret, codes }
}

async function invite(visitor: Visitor, town: string, { email, password }: { email: string; password: string }) {
  const { page } = visitor
  await signIn(visitor, `admin@${town}.example`, password)
  await page.goto(`/amt/${town}/personen`)
  await expectSound(visitor)
  await page.getByRole('link', { name: 'Person einladen' }).press('Enter')
  await page.getByLabel('Name', { exact: true }).fill('Nele Neumann')
  await page.getByLabel('Dienstliche E-Mail-Adresse').fill(email)
  await page.getByRole('radio', { name: /^Leitstelle/ }).press('Space')
  await expectSound(visitor)
  await page.getByRole('button', { name: 'Einladung schicken' }).press('Enter')
  await page.getByRole('status').filter({ hasText: 'Die Einladung ist unterwegs.' }).waitFor()
  await page.getByRole('link', { name: 'Nele Neumann' }).press('Enter')
  await page.getByRole('button', { name: 'Einladung noch einmal schicken' }).waitFor()
  await expectSound(visitor)
}

async function linkTo(server: RunningServer, email: string): Promise<string> {
  const found = () => /\/amt\/einladung\/[\w-]+/.exec(mailsTo(server, email).at(-1) ?? '')?.[0]
  await expect.poll(found, { timeout: 10_000, interval: 200 }).toBeDefined()
  return found()!
}

/** The eye beside the field, and hidden again once it is sent. */
async function showPassword({ page }: Visitor) {
  const field = page.getByLabel('Neues Passwort', { exact: true })
  expect(await field.getAttribute('type')).toBe('password')
  const eye = page.getByRole('button', { name: 'Passwort zeigen' })
  await eye.press('Enter')
  expect(await field.getAttribute('type')).toBe('text')
  expect(await eye.getAttribute('aria-pressed')).toBe('true')
}
