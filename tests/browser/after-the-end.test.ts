/** What a reporter does after the end, as people do it: rate, object, withdraw and think better of it. */
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
import type { RunningServer } from '../support/server.ts'

const RUNS = [
  { name: 'phone', options: PHONE },
  { name: 'desktop without script', options: { ...DESKTOP, javaScriptEnabled: false } },
]

describe.skipIf(!CHROMIUM)(titled('after the end of a report'), () => {
  let server: RunningServer
  let browser: Browser
  useBrowser((begun) => {
    server = begun.server
    browser = begun.browser
  })

  it.each(RUNS)('a reporter answers a question, rates, objects and is heard: $name', async ({ options }) => {
    const { number, tracking } = await report(server)
    const anna = await visit(browser, server, options)
    const bernd = await visit(browser, server, options)
    await signIn(bernd, 'roads@bad-salzuflen.example', server.password)

    await act(bernd, number, 'ask', { 'Ihre Frage': 'Vor welcher Hausnummer?' }, 'Rückfrage senden')
    await anna.page.goto(tracking)
    await expectSound(anna)
    await anna.page.getByLabel('Ihre Antwort').fill('Vor Nummer 12.')
    await anna.page.getByRole('button', { name: 'Antwort senden' }).click()
    await anna.page.getByText('Ihre Antwort ist bei der Stadt.').waitFor()

    await act(bernd, number, 'close', { 'Öffentliche Antwort': 'Das Loch ist zu.' }, 'Abschließen')
    await anna.page.goto(tracking)
    await anna.page.getByLabel('eher nicht').check()
    await anna.page.getByRole('button', { name: 'Antwort senden' }).click()
    await anna.page.getByText('Dann widersprechen Sie.').waitFor()
    await expectSound(anna)

    await anna.page.getByRole('button', { name: 'Widerspruch senden' }).click()
    await anna.page.getByText('Schreiben Sie, was noch nicht in Ordnung ist.').first().waitFor()
    await anna.page.getByLabel('Was ist noch nicht in Ordnung?').fill('Das Loch ist noch da.')
    await anna.page.getByRole('button', { name: 'Widerspruch senden' }).click()
    await anna.page.getByText('Ihr Widerspruch ist bei uns.').waitFor()
    await expectSound(anna)

    await bernd.page.goto(`/amt/bad-salzuflen/anliegen/${number}`)
    await bernd.page.getByText('Das Loch ist noch da.').first().waitFor()
    await expectSound(bernd)
    await act(bernd, number, 'reopen', { 'Warum öffnen Sie es wieder?': 'Stimmt.' }, 'Wieder öffnen')
    await anna.page.goto(tracking)
    expect(await anna.page.getByText('Wieder in Bearbeitung').count()).toBeGreaterThan(0)
    await Promise.all([anna, bernd].map((visitor) => visitor.close()))
  })

  it.each(RUNS)('a reporter withdraws and thinks better of it: $name', async ({ options }) => {
    const { tracking } = await report(server)
    const anna = await visit(browser, server, options)
    await anna.page.goto(tracking)
    await anna.page.getByRole('link', { name: 'Anliegen zurückziehen' }).click()
    await expectSound(anna)
    await anna.page.getByRole('button', { name: 'Zurückziehen', exact: true }).click()
    await anna.page.getByText('Möchten Sie das rückgängig machen?').waitFor()
    await expectSound(anna)
    await anna.page.getByRole('button', { name: 'Rückgängig machen' }).click()
    await anna.page.getByText('Ihr Anliegen läuft weiter.').waitFor()
    await anna.close()
  })
})

async function report({ url }: RunningServer) {
  const answer = await fetch(`${url}/api/v1/towns/bad-salzuflen/reports`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      category: 'pothole',
      description: 'Tiefes Loch in der Fahrbahn.',
      lat: 52.0862,
      lon: 8.7443,
      contact: { email: 'anna@post.example' },
    }),
  })
  expect(answer.status).toBe(201)
  const { number, trackingUrl } = (await answer.json()) as { number: number; trackingUrl: string }
  return { number, tracking: new URL(trackingUrl).pathname }
}

/** Opens the panel of an action, fills it in and sends it. */
async function act({ page }: Visitor, number: number, action: string, fields: Record<string, string>, button: string) {
  await page.goto(`/amt/bad-salzuflen/anliegen/${number}?aktion=${action}#panel`)
  const panel = page.locator('#panel')
  for (const [label, text] of Object.entries(fields)) await panel.getByLabel(label).fill(text)
  const reason = panel.getByRole('radio').first()
  if (await reason.count()) await reason.check()
  await panel.getByRole('button', { name: button }).click()
  await page.waitForURL(/getan=/)
}
