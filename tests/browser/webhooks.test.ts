/** An admin connects another system: makes the address, tries it, sees what was sent, and removes it. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  CHROMIUM,
  DESKTOP,
  expectSound,
  expectToFit,
  PHONE,
  signIn,
  titled,
  useBrowser,
  type Visitor,
  visit,
} from '../support/browser.ts'
import { openReceiver, type Receiver } from '../support/receiver.ts'
import { IN_FIRST_TOWN } from '../support/reports.ts'
import type { RunningServer } from '../support/server.ts'

const PAGE = '/amt/bad-salzuflen/schnittstellen/webhooks'
const SMALLEST = { width: 320, height: 640 }
const SOON = { timeout: 20_000, interval: 300 }

const RUNS = [
  { name: 'desktop', device: DESKTOP, hasScript: true },
  { name: 'phone', device: PHONE, hasScript: true },
  { name: 'phone without script', device: PHONE, hasScript: false },
]

describe.skipIf(!CHROMIUM)(titled('webhooks'), () => {
  let server: RunningServer
  let browser: Browser
  let receiver: Receiver
  useBrowser(
    (begun) => {
      server = begun.server
      browser = begun.browser
    },
    { OUTGOING_ALLOWED: '127.0.0.0/8' },
  )
  beforeAll(async () => {
    receiver = await openReceiver()
  })
  afterAll(() => receiver.close())

  it.each(RUNS)('are made, tried, read and removed on a $name', async ({ device, hasScript }) => {
    const clara = await visit(browser, server, { ...device, javaScriptEnabled: hasScript })
    await signIn(clara, 'admin@bad-salzuflen.example', server.password)
    const { page } = clara
    await page.goto(PAGE)
    await expectSoundAndSmall(clara)
    await make(clara, receiver.url)
    await tryIt(clara)
    await report(server)
    await sendAgain(clara)
    await rest(clara)
    await rotate(clara)
    await remove(clara)
    await clara.close()
  })
})

/** Also on the smallest screen there is. */
async function expectSoundAndSmall(clara: Visitor) {
  await expectSound(clara)
  const size = clara.page.viewportSize()!
  await clara.page.setViewportSize(SMALLEST)
  await expectToFit(clara.page)
  await clara.page.setViewportSize(size)
}

async function make(clara: Visitor, url: string) {
  const { page } = clara
  await page.getByRole('link', { name: 'Adresse hinzufügen' }).click()
  await page.getByLabel('Adresse').fill('https://10.0.0.1/ereignisse')
  await page.getByText('Ereignisse auswählen').click()
  await page.getByLabel('Foto hinzugekommen').uncheck()
  await expectSoundAndSmall(clara)
  await page.getByRole('button', { name: 'Adresse hinzufügen' }).click()
  await page.getByRole('link', { name: /Diese Adresse liegt in einem inneren Netz/ }).waitFor()
  expect(await page.getByLabel('Foto hinzugekommen').isChecked()).toBe(false)
  await expectSoundAndSmall(clara)
  await page.getByLabel('Adresse').fill(url)
  await page.getByRole('button', { name: 'Adresse hinzufügen' }).click()
  await page.getByText(/^whsec_/).waitFor()
  await expect.poll(() => page.getByRole('button', { name: 'Kopieren' }).isVisible()).toBe(clara.hasScript)
  await expectSoundAndSmall(clara)
  await page.getByRole('link', { name: 'Weiter zur Adresse' }).click()
  await page.getByText('Noch nichts gesendet').waitFor()
}

async function tryIt(clara: Visitor) {
  await clara.page.getByRole('button', { name: 'Probe senden' }).click()
  await clara.page
    .getByRole('status')
    .filter({ hasText: /Die Probe ist angekommen\.\s*Antwort: 204 nach \d+ ms\./ })
    .waitFor()
}

async function report({ url }: RunningServer) {
  const body = JSON.stringify({
    category: 'pothole',
    description: 'Ein Loch.',
    answers: { size: 'hand' },
    ...IN_FIRST_TOWN,
  })
  const headers = { 'Content-Type': 'application/json' }
  const answer = await fetch(`${url}/api/v1/towns/bad-salzuflen/reports`, { method: 'POST', headers, body })
  expect(answer.status).toBe(201)
}

async function sendAgain(clara: Visitor) {
  const { page } = clara
  const state = async () => {
    await page.reload()
    return page.getByText('Kommt an', { exact: true }).isVisible()
  }
  await expect.poll(state, SOON).toBe(true)
  await expectSoundAndSmall(clara)
  await page.getByRole('button', { name: /^Noch einmal senden \(Eingegangen, #\d+\)/ }).press('Enter')
  await page.getByRole('status').filter({ hasText: '1 Ereignis wird noch einmal gesendet.' }).waitFor()
}

async function rest(clara: Visitor) {
  const { page } = clara
  await page.getByRole('button', { name: 'Anhalten' }).click()
  await page.getByRole('status').filter({ hasText: 'Angehalten. Es wird nichts mehr gesendet.' }).waitFor()
  await expectSoundAndSmall(clara)
  await page.getByRole('button', { name: 'Senden und nachholen' }).click()
  await page.getByRole('status').filter({ hasText: 'Ab jetzt wird wieder gesendet.' }).waitFor()
}

async function rotate({ page }: Visitor) {
  await page.getByRole('button', { name: 'Neues Geheimnis' }).click()
  await page.getByText(/^whsec_/).waitFor()
  await page.reload()
  await page.getByRole('status').filter({ hasText: 'Das Geheimnis ist schon erneuert' }).waitFor()
  await page.getByText(/wird auch mit dem alten Geheimnis unterschrieben/).waitFor()
}

async function remove(clara: Visitor) {
  const { page } = clara
  await page.getByRole('link', { name: 'Entfernen', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: /entfernen\?$/ }).waitFor()
  await expectSoundAndSmall(clara)
  await page.getByRole('button', { name: 'Ja, entfernen' }).click()
  await page.getByRole('status').filter({ hasText: 'Die Adresse ist entfernt.' }).waitFor()
  await page.getByText('Noch keine Adresse.').waitFor()
}
