/** The county's roads department works for Lemgo too: one queue, and nothing of anybody else's. */
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

/** New in the demo, each for the run that accepts it. */
const RUNS = [
  { name: 'phone', device: PHONE, hasScript: true, report: /^Scherben auf dem Radweg an der Wiembecker Straße/ },
  { name: 'desktop without script', device: DESKTOP, hasScript: false, report: /^In der Durchfahrt von Lütte/ },
]

describe.skipIf(!CHROMIUM)(titled('the shared department’s clerk'), () => {
  let server: RunningServer
  let browser: Browser
  useBrowser((begun) => {
    server = begun.server
    browser = begun.browser
  })

  it.each(RUNS)('works in both towns from one list, on a $name', async ({ device, hasScript, report }) => {
    const karl = await visit(browser, server, { ...device, javaScriptEnabled: hasScript })
    const { page } = karl
    await signIn(karl, 'roads@kreis-lippe.example', server.password)
    expect(new URL(page.url()).pathname).toBe('/amt/gemeinsam/kreis-lippe/roads')
    await expectSound(karl)

    const row = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: report }) })
    expect(await row.textContent()).toContain('Lemgo')
    await page.getByRole('navigation', { name: 'Kommune' }).getByRole('link', { name: 'Lemgo' }).click()
    await expect.poll(() => townsShown(karl)).toEqual(['Lemgo'])
    await expectSound(karl)

    await page.getByRole('link', { name: report }).click()
    await page.getByRole('button', { name: 'Annehmen' }).click()
    await page.getByRole('status').filter({ hasText: 'Angenommen.' }).waitFor()
    expect(new URL(page.url()).pathname).toMatch(/^\/amt\/lemgo\/anliegen\/\d+$/)
    await expectSound(karl)

    await page.locator('[data-back]').click()
    await page.waitForURL('**/amt/gemeinsam/kreis-lippe/roads**')
    expect(await page.getByRole('link', { name: report }).count()).toBe(0)
    await page.goto('/amt/gemeinsam/kreis-lippe/roads?view=open')
    await page.getByRole('link', { name: report }).waitFor()
    expect(await townsShown(karl)).toEqual(['Kreis Lippe', 'Lemgo'])
    await karl.close()
  })

  it('sees nothing of Lemgo’s other departments, and Lemgo’s own roads clerk nothing of the county', async () => {
    const karl = await visit(browser, server)
    await signIn(karl, 'roads@kreis-lippe.example', server.password)
    for (const view of ['open', 'closed']) {
      await karl.page.goto(`/amt/gemeinsam/kreis-lippe/roads?view=${view}`)
      const shown = await karl.page.getByRole('main').textContent()
      for (const theirs of ['Blindensignal', 'Unterführung', 'Nestschaukel', 'totes Reh', 'Asbestplatten'])
        expect(shown).not.toContain(theirs)
    }
    await karl.page.goto('/amt/gemeinsam/kreis-lippe/roads?view=open&q=Unterführung')
    await karl.page.getByText('Nichts gefunden').waitFor()
    await expectSound(karl)

    const local = await visit(browser, server)
    await signIn(local, 'roads@lemgo.example', server.password)
    expect(new URL(local.page.url()).pathname).toBe('/amt/lemgo/anliegen')
    const [answer] = await Promise.all([
      local.page.waitForResponse(/gemeinsam/),
      local.page.goto('/amt/gemeinsam/kreis-lippe/roads'),
    ])
    expect(answer.status()).toBe(404)
    await Promise.all([karl.close(), local.close()])
  })
})

async function townsShown({ page }: Visitor): Promise<string[]> {
  const names = await page.locator('[data-row] .qrow__town').allTextContents()
  return [...new Set(names)].sort()
}
