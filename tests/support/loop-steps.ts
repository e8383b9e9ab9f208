/** The whole way of a report, as people walk it in their browsers: from a citizen to a clerk and back. */
import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'
import { DESKTOP, expectSound, PHONE, signIn, type Visitor, visit } from './browser.ts'
import { paintedPhoto } from './photos.ts'
import { arrive, choose, describeIt, goToCheck, press } from './report-steps.ts'

const CATEGORY = 'Schlagloch, Straßenschaden'

export const ROUNDS = [
  { name: 'phone', device: PHONE, hasScript: true },
  { name: 'phone without script', device: PHONE, hasScript: false },
  { name: 'desktop', device: DESKTOP, hasScript: true },
  { name: 'desktop without script', device: DESKTOP, hasScript: false },
]
type Round = (typeof ROUNDS)[number]
type Mail = { subject: string; text: string }

export type LoopStage = {
  browser: Browser
  url: string
  /** Addresses of a clerk of the roads and of another department. */
  bernd: string
  eva: string
  password: string
  /** What has come for somebody so far. */
  mailsTo: (address: string) => Mail[] | Promise<Mail[]>
}

/** How far somebody has come. */
export type Walk = { told: Told; anna: Visitor }

/** Anna reports with a photo, Bernd works on it, Eva sees nothing of it. */
export async function goOut(stage: LoopStage, { name, device, hasScript }: Round): Promise<Walk> {
  const { browser, password } = stage
  const options = { ...device, javaScriptEnabled: hasScript }
  const anna = await visit(browser, stage, options)
  const bernd = await visit(browser, stage, options)
  const eva = await visit(browser, stage, options)
  const report = {
    text: `Tiefes Schlagloch vor der Bushaltestelle, ${name}.`,
    email: `anna.${name.replaceAll(' ', '.')}@post.example`,
    answer: `Wir haben den Schaden aufgenommen, ${name}.`,
    result: `Das Loch ist geschlossen, ${name}.`,
  }

  await findTown(anna)
  const number = await fillAndSend(anna, report, hasScript)
  const tracking = await readDone(anna, number)

  await signIn(bernd, stage.bernd, password)
  await workOn(bernd, number, report)
  await signIn(eva, stage.eva, password)
  await seesNothing(eva, number)
  await Promise.all([bernd.close(), eva.close()])
  return { told: { ...report, number, tracking }, anna }
}

/** Anna gets the mails, and reads what became of it. */
export async function comeBack(stage: LoopStage, { told, anna }: Walk): Promise<void> {
  await expectMails(stage, told)
  await seesResult(anna, told)
  await anna.close()
}

type Told = Report & { number: number; tracking: string }

async function expectMails(stage: LoopStage, { number, email, answer, result, tracking }: Told) {
  // Mails about what can be taken back wait for 20 seconds.
  await expect.poll(async () => (await stage.mailsTo(email)).length, { timeout: 60_000 }).toBe(3)
  const mails = await stage.mailsTo(email)
  expect(mails.map(({ subject }) => subject).sort()).toEqual([
    `Ihr Anliegen #${number} ist angekommen`,
    `Ihr Anliegen #${number} ist erledigt`,
    `Ihr Anliegen #${number}: wir haben geantwortet`,
  ])
  const mailed = (words: string) => mails.find(({ subject }) => subject.includes(words))?.text
  expect(mailed('ist angekommen')).toContain('Zuständig: Straßen und Verkehr')
  expect(mailed('wir haben geantwortet')).toContain(answer)
  expect(mailed('ist erledigt')).toContain(result)
  for (const { text } of mails) expect(text).toContain(tracking)
}

type Report = { text: string; email: string; answer: string; result: string }

async function findTown(anna: Visitor) {
  const { page } = anna
  await page.goto('/')
  await expectSound(anna)
  await page.getByLabel('Ort oder Postleitzahl').fill('32105')
  await page.getByRole('button', { name: 'Suchen' }).click()
  await page.getByRole('heading', { name: '1 Treffer für „32105“' }).waitFor()
  await expectSound(anna)
  await page
    .getByRole('region', { name: '1 Treffer' })
    .getByRole('link', { name: /Bad Salzuflen/ })
    .click()
  await page.getByRole('heading', { level: 1, name: 'Was ist Ihnen in Bad Salzuflen aufgefallen?' }).waitFor()
  await expectSound(anna)
}

async function fillAndSend(anna: Visitor, report: Report, hasScript: boolean): Promise<number> {
  const { page } = anna
  await page.getByRole('main').getByRole('link', { name: 'Anliegen melden' }).click()
  await page.getByRole('heading', { level: 1, name: 'Was ist Ihnen aufgefallen?' }).waitFor()
  await addPhoto(page, hasScript)
  await describeIt(page, report.text)
  await (hasScript ? tapMap(page) : typePlace(page))
  await expectSound(anna)
  await press(page, 'Diesen Ort nehmen')
  await choose(page, { name: CATEGORY, group: 'Straßen und Wege' })
  const questions = page.getByRole('group', { name: 'Wie groß ist das Loch?' })
  if (!hasScript && !(await questions.isVisible())) await press(page, 'Weiter')
  await questions.getByRole('radio', { name: 'So groß wie ein Rad' }).check()
  await goToCheck(page, report.email)
  expect(await page.getByRole('main').innerText()).toContain('So groß wie ein Rad')
  await expectPainted(page, /Foto/)
  await expectSound(anna)
  await press(page, 'Anliegen absenden')
  await arrive(page)
  const number = await page.getByText(/^#\d+$/).textContent()
  return Number(number?.slice(1))
}

async function addPhoto(page: Page, hasScript: boolean) {
  const buffer = Buffer.from(await paintedPhoto())
  await page.locator('input[type=file]').setInputFiles({ name: 'loch.jpg', mimeType: 'image/jpeg', buffer })
  if (hasScript) await page.getByText('Foto 1 ist hochgeladen.').waitFor({ state: 'attached' })
}

/** The browser could show it. */
async function expectPainted(page: Page, name: RegExp) {
  const image = page.getByRole('img', { name }).first()
  await image.scrollIntoViewIfNeeded()
  const width = () => image.evaluate((element) => (element as HTMLImageElement).naturalWidth)
  await expect.poll(width).toBeGreaterThan(0)
}

/** One tap on its middle, as a finger does it. */
async function tapMap(page: Page) {
  const map = page.getByLabel(/^Karte der Stadt Bad Salzuflen\..*Eingabetaste/)
  await map.scrollIntoViewIfNeeded()
  await (page.viewportSize()!.width < 500 ? map.tap() : map.click())
  await page.getByRole('status').filter({ hasText: 'Ort gesetzt: ' }).waitFor()
  expect(Number(await page.getByLabel('Breite').inputValue())).toBeCloseTo(52.08, 1)
}

async function typePlace(page: Page) {
  await page.getByText('Koordinaten eingeben').click()
  await page.getByLabel('Breite').fill('52,0862')
  await page.getByLabel('Länge').fill('8,7443')
}

async function readDone(anna: Visitor, number: number): Promise<string> {
  const { page } = anna
  await expectSound(anna)
  expect(number).toBeGreaterThan(0)
  expect(await page.getByRole('main').textContent()).toContain('Straßen und Verkehr')
  const link = await page.getByRole('textbox', { name: 'Ihr Link zum Anliegen' }).inputValue()
  await page.getByRole('link', { name: 'Stand ansehen' }).click()
  await page.getByText(`Ihr Anliegen #${number}`).waitFor()
  expect(page.url()).toBe(link)
  await page.getByText('Eingegangen', { exact: true }).first().waitFor()
  await expectSound(anna)
  return link
}

async function workOn(bernd: Visitor, number: number, report: Report) {
  const { page } = bernd
  const says = (sentence: string) => page.getByRole('status').filter({ hasText: sentence }).waitFor()
  await expectSound(bernd)
  await page.getByRole('link', { name: report.text }).click()
  await page.getByRole('heading', { level: 1, name: `#${number} ${CATEGORY}` }).waitFor()
  await expectSound(bernd)
  await page.getByRole('button', { name: 'Annehmen' }).click()
  await says('Angenommen.')
  await page.getByRole('button', { name: 'Text veröffentlichen' }).click()
  await says('Sichtbarkeit geändert.')

  await expectPainted(page, /Foto/)
  await page.getByRole('button', { name: /^Veröffentlichen *:/ }).click()
  await says('Sichtbarkeit des Fotos geändert.')

  await page.getByRole('link', { name: 'Antworten' }).click()
  await page.getByLabel('Öffentliche Antwort').fill(report.answer)
  await expectSound(bernd)
  await page.getByRole('button', { name: 'Antwort senden' }).click()
  await says('Ihre Antwort ist gespeichert.')

  await page.getByRole('link', { name: 'Abschließen' }).click()
  await page.getByRole('radio', { name: 'Behoben', exact: true }).check()
  await page.getByLabel('Öffentliche Antwort').fill(report.result)
  await expectSound(bernd)
  await page.getByRole('button', { name: 'Abschließen' }).click()
  await says('Abgeschlossen.')
  await page.getByText('Erledigt', { exact: true }).first().waitFor()
  await expectSound(bernd)
}

async function seesNothing(eva: Visitor, number: number) {
  const { page } = eva
  await expectSound(eva)
  for (const view of ['new', 'open', 'closed']) {
    await page.goto(`/amt/bad-salzuflen/anliegen?view=${view}&q=${number}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await page.locator(`[data-row="${number}"]`).count()).toBe(0)
  }
}

async function seesResult(anna: Visitor, report: Report & { number: number; tracking: string }) {
  const { page } = anna
  await page.goto(report.tracking)
  await page.getByText('Erledigt', { exact: true }).first().waitFor()
  expect(await page.getByRole('main').textContent()).toContain(report.result)
  await expectSound(anna)

  await page.getByRole('link', { name: 'Öffentliche Seite ansehen' }).click()
  await page.getByRole('heading', { level: 1, name: CATEGORY }).waitFor()
  const shown = await page.getByRole('main').textContent()
  for (const words of [report.text, report.answer, report.result, 'Erledigt']) expect(shown).toContain(words)
  expect(shown).not.toContain(report.email)
  await expectPainted(page, /Foto/)
  await expectSound(anna)

  await page.getByRole('link', { name: 'Alle Anliegen' }).first().click()
  await page.getByLabel('Straße, Stichwort oder #Nummer').fill(`#${report.number}`)
  await page.getByRole('search').getByRole('button', { name: 'Suchen' }).click()
  await page.waitForURL(/\?.*q=/)
  await page.locator(`[data-report="${report.number}"]`).getByRole('link', { name: CATEGORY }).waitFor()
  await expectSound(anna)
}
