/** A town that has not joined: a citizen reports, its town hall works by the link in a mail, the citizen sees it. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openEmbedded } from '../../server/adapters/database-embedded.ts'
import { MIGRATIONS } from '../../server/adapters/project-root.ts'
import { readTenants } from '../../server/cli/command-world.ts'
import { applyTowns } from '../../server/towns/apply-towns.ts'
import {
  CHROMIUM,
  DESKTOP,
  expectSound,
  launchBrowser,
  PHONE,
  signIn,
  titled,
  type Visitor,
  visit,
} from '../support/browser.ts'
import { applyChanged, NON_MEMBER, TOWN_HALL_MAILBOX } from '../support/outside.ts'
import { reportPothole } from '../support/report-steps.ts'
import { dropDataDir, mailsTo, newDataDir, type RunningServer, startServer } from '../support/server.ts'

const RUNS = [
  { name: 'phone', device: PHONE, hasScript: true },
  { name: 'phone without script', device: PHONE, hasScript: false },
  { name: 'desktop', device: DESKTOP, hasScript: true },
]
const PARTNER_MAILBOX = 'stoerung@stadtwerke-bad-salzuflen.example'
const LINK = /http:\S+\/auftrag\/[\w-]{43}/
const MAIL_WAIT_MS = 15_000

describe.skipIf(!CHROMIUM)(titled('work from outside by a link'), () => {
  let server: RunningServer
  let browser: Browser
  let tenantsDir: string
  beforeAll(async () => {
    const dataDir = newDataDir()
    await addNonMember(dataDir)
    tenantsDir = mkdtempSync(join(tmpdir(), 'tenants-'))
    // The server applies this folder when it starts; the town that has not joined has none.
    cpSync('tenants', tenantsDir, { recursive: true })
    rmSync(join(tenantsDir, NON_MEMBER), { recursive: true })
    const neighbour = join(tenantsDir, 'bad-salzuflen/town.yaml')
    writeFileSync(neighbour, readFileSync(neighbour, 'utf8').replace(`, ${NON_MEMBER}]`, ']'))
    server = await startServer(dataDir, { TENANTS_DIR: tenantsDir })
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    if (server) dropDataDir(server.dataDir)
    rmSync(tenantsDir, { recursive: true, force: true })
  })

  it.each(RUNS)('a town hall that has not joined accepts, answers and closes on a $name', async (run) => {
    const options = { ...run.device, javaScriptEnabled: run.hasScript }
    const anna = await visit(browser, server, options)
    const text = `Loch in der Mittelstraße, ${run.name}.`
    const tracking = await report(anna, text)
    await anna.page.getByText('Wir haben Ihr Anliegen per E-Mail weitergeleitet an').waitFor()
    await expectSound(anna)

    const link = await mailedLink(TOWN_HALL_MAILBOX, text)
    const hall = await visit(browser, server, options)
    await workInTownHall(hall, { link, text })

    await anna.page.goto(tracking)
    const shown = await anna.page.getByRole('main').textContent()
    for (const words of ['Erledigt', 'Wir kommen am Montag.', 'Das Loch ist zu.']) expect(shown).toContain(words)
    await expectSound(anna)
    for (const { close } of [anna, hall]) await close()
  })

  it('a partner acknowledges and reports back, and the clerk sees each step', async () => {
    const clerk = await visit(browser, server)
    await signIn(clerk, 'roads@bad-salzuflen.example', server.password)
    const { page } = clerk
    await page.goto('/amt/bad-salzuflen/anliegen?view=new')
    const matter = (await page.locator('.qrow .row__link').first().getAttribute('href'))!
    await page.goto(`${matter}?aktion=involvePartner`)
    await page.getByLabel('Stelle', { exact: true }).selectOption('Stadtwerke Bad Salzuflen')
    await page.getByLabel('Auftrag').fill('Bitte spülen.')
    await expectSound(clerk)
    await page.getByRole('button', { name: 'Beteiligen' }).click()
    await page.getByText('noch nicht angenommen').waitFor()
    await expectSound(clerk)

    const petra = await visit(browser, server, PHONE)
    await petra.page.goto(await mailedLink(PARTNER_MAILBOX, 'Bitte spülen.'))
    await petra.page.getByRole('button', { name: 'Wir kümmern uns' }).click()
    await petra.page.getByText('Angenommen am').waitFor()
    await expectSound(petra)
    await page.reload()
    await page.getByText('angenommen am').waitFor()

    await petra.page.getByRole('button', { name: 'Zurückmelden' }).click()
    await petra.page.getByRole('alert').getByText('Bitte 2 Angaben prüfen').waitFor()
    await expectSound(petra)
    await petra.page.getByRole('radio', { name: 'Erledigt' }).check()
    await petra.page.getByLabel('Ihre Nachricht').fill('Gespült, läuft wieder.')
    await petra.page.getByRole('button', { name: 'Zurückmelden' }).click()
    await petra.page.getByRole('heading', { name: 'Danke für Ihre Rückmeldung' }).waitFor()
    await expectSound(petra)
    await page.reload()
    await page.getByText('Gespült, läuft wieder.').waitFor()
    await page.getByText('In Bearbeitung', { exact: true }).first().waitFor()
    for (const { close } of [clerk, petra]) await close()
  })

  async function mailedLink(address: string, words: string): Promise<string> {
    for (const until = Date.now() + MAIL_WAIT_MS; Date.now() < until; await new Promise((go) => setTimeout(go, 200))) {
      const mail = mailsTo(server, address).find((one) => one.includes(words))
      if (mail) return LINK.exec(mail)![0]
    }
    throw new Error(`no mail to ${address}`)
  }
})

async function addNonMember(dataDir: string): Promise<void> {
  const { database } = await openEmbedded({ dataDir: join(dataDir, 'database'), migrations: MIGRATIONS })
  const now = new Date()
  await applyTowns(database, readTenants('tenants'), 'test', now)
  await applyChanged(database, NON_MEMBER, { member: false }, now)
  await database.close()
}

/** Ends on the tracking page and returns where that is. */
async function report({ page }: Visitor, text: string): Promise<string> {
  await page.goto(`/${NON_MEMBER}/melden`)
  await reportPothole(page, { text, place: { lat: '52,028', lon: '8,9' } })
  await page.getByRole('link', { name: 'Stand ansehen' }).click()
  await page.waitForURL(/\/verfolgen\/[\w-]{43}$/)
  return page.url()
}

async function workInTownHall(hall: Visitor, { link, text }: { link: string; text: string }) {
  const { page } = hall
  const says = (sentence: string) => page.getByRole('status').filter({ hasText: sentence }).waitFor()
  await page.goto(link)
  await page.getByText(text).waitFor()
  await expectSound(hall)
  await page.getByRole('button', { name: 'Wir kümmern uns' }).click()
  await says('Danke.')
  await page.getByLabel('Ihre Antwort').fill('Wir kommen am Montag.')
  await page.getByRole('button', { name: 'Antwort senden' }).click()
  await says('Ihre Antwort ist gespeichert.')
  await page.getByText('Wir sind nicht zuständig').click()
  await page.getByLabel('Name der Stelle').waitFor()
  await expectSound(hall)

  await page.getByRole('button', { name: 'Abschließen', exact: true }).click()
  await page.getByRole('alert').getByText('Bitte 2 Angaben prüfen').waitFor()
  await page.getByLabel('Ergebnis').selectOption('repaired')
  await page.getByLabel('Abschließende Antwort').fill('Das Loch ist zu.')
  await expectSound(hall)
  await page.getByRole('button', { name: 'Abschließen', exact: true }).click()
  await says('Das Anliegen ist abgeschlossen.')
  await page.getByText('Hier ist nichts mehr zu tun').waitFor()
  await expectSound(hall)
}
