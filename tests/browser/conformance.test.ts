/** Who keeps to the shared standard: the admin's page, the register, and the operator's page, by keyboard-reachable means. */
import type { Browser } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { CHROMIUM, DESKTOP, expectSound, PHONE, titled, useBrowser, type Visitor, visit } from '../support/browser.ts'
import type { RunningServer } from '../support/server.ts'

const RUNS = [
  { name: 'phone', options: PHONE },
  { name: 'desktop', options: DESKTOP },
  { name: 'desktop in the dark', options: { ...DESKTOP, colorScheme: 'dark' as const } },
  { name: 'desktop without script', options: { ...DESKTOP, javaScriptEnabled: false } },
]

describe.skipIf(!CHROMIUM)(titled('conformance'), () => {
  let server: RunningServer
  let browser: Browser
  useBrowser((begun) => {
    server = begun.server
    browser = begun.browser
  })

  const signInTo = async ({ page }: Visitor, email: string, address: string) => {
    await page.goto(address)
    await page.getByLabel('Dienstliche E-Mail-Adresse').fill(email)
    await page.getByLabel('Passwort').fill(server.password)
    await page.getByRole('button', { name: 'Anmelden' }).click()
    await page.waitForURL(`**${address}`)
  }

  it.each(RUNS)('the admin checks the town again, on a $name', async ({ options }) => {
    const clara = await visit(browser, server, options)
    const { page } = clara
    await signInTo(clara, 'admin@lemgo.example', '/amt/lemgo/konformitaet')
    await page.getByRole('heading', { level: 1, name: 'Erfüllt die Kommune die gemeinsamen Standards?' }).waitFor()
    await expectSound(clara)
    await page.getByRole('button', { name: 'Neu prüfen' }).click()
    await page.getByRole('status').getByText('Eben neu geprüft').waitFor()
    await page.getByText('Ja. Alle Pflichtpunkte sind erfüllt.').waitFor()
    await page.getByText('Geantwortet: /, /api/v1/towns/lemgo/categories').waitFor()
    expect(await page.getByRole('region', { name: 'Anforderungen' }).getByRole('listitem').count()).toBe(16)
    await expectSound(clara)
    await clara.close()
  })

  it.each(RUNS)('anybody reads the register, on a $name', async ({ options }) => {
    const anna = await visit(browser, server, options)
    const { page } = anna
    await page.goto('/')
    await page.getByRole('link', { name: 'Wer mitmacht' }).click()
    await page.getByRole('heading', { level: 1, name: 'Diese Kommunen machen mit' }).waitFor()
    await page.getByText('erfüllt die gemeinsamen Standards').nth(3).waitFor()
    await page.getByText('Was geprüft wird').click()
    await page.getByText('Die Farben sind gut lesbar').waitFor()
    await expectSound(anna)
    await page.getByLabel('Kommune suchen').fill('lemg')
    await page.getByRole('button', { name: 'Suchen' }).click()
    await page.getByRole('heading', { name: '1 Kommune zu „lemg“' }).waitFor()
    await expectSound(anna)
    await page.getByRole('main').getByRole('link', { name: 'Lemgo' }).click()
    await page.getByRole('heading', { level: 1, name: 'Was ist Ihnen in Lemgo aufgefallen?' }).waitFor()
    await anna.close()
  })

  it.each(RUNS)('the operator sees towns and no report, on a $name', async ({ options }) => {
    const olga = await visit(browser, server, options)
    const { page } = olga
    await signInTo(olga, 'betrieb@anliegenwerk.example', '/amt/betreiber')
    await page.getByRole('heading', { level: 1, name: 'Läuft alles?' }).waitFor()
    await expectSound(olga)
    await page.getByLabel('Kommune suchen').fill('herf')
    await page.getByRole('button', { name: 'Suchen' }).click()
    await page.getByText('1 Kommune', { exact: true }).first().waitFor()
    await page.getByRole('link', { name: /Versionen von Herford/ }).click()
    await page.getByRole('heading', { level: 1, name: 'Versionen: Herford' }).waitFor()
    await expectSound(olga)
    await page.goto('/amt/herford/anliegen')
    await page.getByRole('heading', { level: 1, name: 'Diese Seite gibt es nicht' }).waitFor()
    await olga.close()
  })
})
