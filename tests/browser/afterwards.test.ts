/** What comes after a report: a question, its end and what the reporter says to it; what belongs together. */
import type { Browser, Page } from 'playwright-core'
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

const MAIL_WAIT_MS = 20_000
const RUNS = [
  { name: 'phone', options: PHONE },
  { name: 'desktop without script', options: { ...DESKTOP, javaScriptEnabled: false } },
]

describe.skipIf(!CHROMIUM)(titled('after a report'), () => {
  let server: RunningServer
  let browser: Browser
  useBrowser((begun) => {
    server = begun.server
    browser = begun.browser
  })

  async function clerk(options: object): Promise<Visitor> {
    const visitor = await visit(browser, server, options)
    await signIn(visitor, 'roads@bad-salzuflen.example', server.password)
    return visitor
  }

  it.each(RUNS)('a question is answered, the end is rated and objected to, and heard: $name', async ({ options }) => {
    const { number, tracking } = await report(server)
    const anna = await visit(browser, server, options)
    const bernd = await clerk(options)
    const { page } = anna

    await act(bernd, number, { action: 'ask', fields: { 'Ihre Frage': 'Vor welcher Hausnummer?' }, send: /Rückfrage/ })
    await page.goto(tracking)
    await page.getByText('Vor welcher Hausnummer?').waitFor()
    await expectSound(anna)
    await page.getByLabel('Ihre Antwort').fill('Vor Nummer 12.')
    await page.getByRole('button', { name: 'Antwort senden' }).click()
    await page.getByText('Ihre Antwort ist bei der Stadt.').waitFor()

    await act(bernd, number, {
      action: 'close',
      fields: { 'Öffentliche Antwort': 'Das Loch ist zu.' },
      send: 'Abschließen',
    })
    await page.goto(tracking)
    await page.getByRole('button', { name: 'Antwort senden' }).click()
    await page.getByText('Wählen Sie eine Antwort.').first().waitFor()
    await page.getByLabel('Eher nicht zufrieden').check()
    await page.getByRole('button', { name: 'Antwort senden' }).click()
    await page.getByText('Soll noch etwas geschehen?').waitFor()
    await expectSound(anna)

    await page.getByRole('button', { name: 'Widersprechen' }).click()
    await page.getByText('Schreiben Sie kurz, was nicht stimmt.').first().waitFor()
    await page.getByLabel('Was stimmt nicht?').fill('Das Loch ist noch da.')
    await page.getByRole('button', { name: 'Widersprechen' }).click()
    await page.getByText('Ihr Widerspruch ist angekommen.').waitFor()
    await expectSound(anna)

    await bernd.page.goto(`/amt/bad-salzuflen/anliegen?view=objections`)
    await bernd.page.getByText(`#${number}`).first().waitFor()
    await expectSound(bernd)
    await bernd.page.goto(`/amt/bad-salzuflen/anliegen/${number}`)
    await bernd.page.getByText('Das Loch ist noch da.').first().waitFor()
    await expectSound(bernd)
    await act(bernd, number, { action: 'acceptObjection', send: 'Widerspruch annehmen' })
    await page.goto(tracking)
    await page.getByText('In Bearbeitung').first().waitFor()
    expect(await page.getByRole('button', { name: 'Widersprechen' }).count()).toBe(0)
    await Promise.all([anna, bernd].map((visitor) => visitor.close()))
  })

  it.each(RUNS)('a reporter withdraws and thinks better of it: $name', async ({ options }) => {
    const { tracking } = await report(server)
    const anna = await visit(browser, server, options)
    const { page } = anna
    await page.goto(tracking)
    await page.getByRole('link', { name: 'Anliegen zurückziehen' }).click()
    await expectSound(anna)
    await page.getByRole('button', { name: 'Zurückziehen', exact: true }).click()
    await page.getByText('Möchten Sie das rückgängig machen?').waitFor()
    await expectSound(anna)
    await page.getByRole('button', { name: 'Rückgängig machen' }).click()
    await page.getByText('Ihr Anliegen ist wieder da, so wie vorher.').waitFor()
    await expectSound(anna)
    await anna.close()
  })

  it.each(RUNS)('duplicates are merged, and the merging is taken back: $name', async ({ options }) => {
    const [lead, same] = [await report(server), await report(server)]
    const bernd = await clerk(options)
    const { page } = bernd
    await page.goto(`/amt/bad-salzuflen/anliegen/${lead.number}?aktion=merge`)
    await page.getByRole('button', { name: 'Zusammenführen' }).click()
    await page.getByRole('alert').first().waitFor()
    await expectSound(bernd)
    await page.getByLabel('Weitere Nummern').fill(`${same.number}`)
    await page.getByRole('button', { name: 'Zusammenführen' }).click()
    await page.getByText(`1 Anliegen in #${lead.number} zusammengeführt.`).waitFor()
    await expectSound(bernd)

    const anna = await visit(browser, server, options)
    await anna.page.goto(same.tracking)
    await anna.page.getByText(`mit #${lead.number} zusammengeführt`).first().waitFor()
    await expectSound(anna)
    await anna.page.goto(`/bad-salzuflen/anliegen/${same.number}`)
    await anna.page
      .getByRole('link', { name: `#${lead.number} ansehen` })
      .first()
      .waitFor()
    await expectSound(anna)

    await page.getByRole('button', { name: 'Rückgängig' }).click()
    const told = async () => {
      await anna.page.goto(same.tracking)
      return anna.page.getByText(`mit #${lead.number} zusammengeführt`).count()
    }
    await expect.poll(told).toBe(0)
    await anna.page.getByText('Eingegangen').first().waitFor()
    await expectSound(bernd)
    await Promise.all([anna, bernd].map((visitor) => visitor.close()))
  })

  it.each(RUNS)('somebody else follows by mail: $name', async ({ name, options }) => {
    const { number } = await report(server)
    const email = `follow.${name.replaceAll(' ', '.')}@post.example`
    const paul = await visit(browser, server, options)
    const { page } = paul
    await page.goto(`/bad-salzuflen/anliegen/${number}`)
    await page.getByRole('button', { name: 'Betrifft mich auch' }).click()
    await page.getByText('Betrifft 1 weitere Person').waitFor()
    await expectSound(paul)
    await page.getByText('Per E-Mail folgen').click()
    await page.getByLabel('E-Mail-Adresse').fill(email)
    await page.getByRole('button', { name: 'Folgen', exact: true }).click()
    await page.getByText('Sehen Sie in Ihr Postfach').waitFor()
    await expect.poll(() => mailsTo(server, email).length, { timeout: MAIL_WAIT_MS }).toBe(1)
    await page.goto(/http\S+\/folgen\/\S+/.exec(mailsTo(server, email)[0]!)![0])
    await expectSound(paul)
    await page.getByRole('button', { name: 'Ja, folgen' }).click()
    await page.getByRole('heading', { name: 'Sie folgen diesem Anliegen', exact: true }).waitFor()
    await page.getByRole('button', { name: 'Nicht mehr folgen' }).click()
    await page.getByRole('heading', { name: 'Sie folgen diesem Anliegen nicht mehr' }).waitFor()
    await expectSound(paul)
    await paul.close()
  })

  it('a clerk puts the pin where it belongs, without a map', async () => {
    const { number } = await report(server)
    const bernd = await clerk({ ...PHONE, javaScriptEnabled: false })
    const { page } = bernd
    await page.goto(`/amt/bad-salzuflen/anliegen/${number}?aktion=movePin`)
    await page.getByLabel('Breite').fill('52,0870')
    await page.getByLabel('Länge').fill('8,7450')
    await page.getByRole('button', { name: 'Ort ändern' }).click()
    await isDone(page)
    await expectSound(bernd)
    expect(await page.getByRole('main').textContent()).toContain('52.08700, 8.74500')
    await bernd.close()
  })
})

let reports = 0

/** Each at a place of its own, so that none is offered as the other's double. */
async function report({ url }: RunningServer) {
  reports += 1
  const answer = await fetch(`${url}/api/v1/towns/bad-salzuflen/reports`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      category: 'pothole',
      description: `Tiefes Loch in der Fahrbahn, ${reports}.`,
      lat: 52.0862,
      lon: 8.7443 + reports / 200,
      contact: { email: 'anna@post.example' },
    }),
  })
  expect(answer.status).toBe(201)
  const { number, trackingUrl } = (await answer.json()) as { number: number; trackingUrl: string }
  return { number, tracking: new URL(trackingUrl).pathname }
}

type Deed = { action: string; fields?: Record<string, string>; send: string | RegExp }

/** Opens the panel of an action, fills it in and sends it. */
async function act({ page }: Visitor, number: number, { action, fields = {}, send }: Deed) {
  await page.goto(`/amt/bad-salzuflen/anliegen/${number}?aktion=${action}`)
  const panel = page.locator('#panel')
  const place = (await panel.count()) > 0 ? panel : page.getByRole('main')
  for (const [label, text] of Object.entries(fields)) await place.getByLabel(label).fill(text)
  await place.getByRole('button', { name: send }).last().click()
  await isDone(page)
}

/** The panel's address has been left; what the address then says of the deed, script takes away again. */
const isDone = (page: Page) => page.waitForURL(({ search }) => !search.includes('aktion='))
