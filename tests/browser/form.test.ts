/** Every kind of page: in English, narrow, dark; and forms of clerks that come back. The report's: report-path.test.ts. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { describe, expect, it, onTestFinished } from 'vitest'
import { CHANGES } from '../../server/http/clerk/changes.ts'
import {
  axeViolations,
  CHROMIUM,
  DESKTOP,
  expectSound,
  expectToFit,
  PHONE,
  signIn,
  titled,
  useBrowser,
  visit,
} from '../support/browser.ts'
import type { RunningServer } from '../support/server.ts'

const TOWN = '/bad-salzuflen'
const FORM = `${TOWN}/melden`

describe.skipIf(!CHROMIUM)(titled('forms in a browser'), () => {
  let server: RunningServer
  let browser: Browser

  const come = async (options?: BrowserContextOptions) => {
    const visitor = await visit(browser, server, options)
    onTestFinished(visitor.close)
    return visitor
  }

  useBrowser((begun) => {
    server = begun.server
    browser = begun.browser
  })

  /** @returns the number of a report filed without a browser */
  async function file(text: string, email?: string): Promise<{ number: number; trackingUrl: string }> {
    const answer = await fetch(`${server.url}/api/v1/towns/bad-salzuflen/reports`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        category: 'pothole',
        description: text,
        lat: 52.0862,
        lon: 8.7443,
        contact: { email },
      }),
    })
    expect(answer.status).toBe(201)
    return answer.json()
  }

  describe('English', () => {
    it('is kept by every link and by the form once it is chosen', async () => {
      const anna = await come()
      const { page } = anna
      for (const path of [`/?lang=en`, `${TOWN}/?lang=en`, `${TOWN}/anliegen?lang=en`, `${FORM}?lang=en`]) {
        await page.goto(path)
        expect(await page.locator('html').getAttribute('lang')).toBe('en')
        const links = await page
          .locator('a[href]:not([hreflang])')
          .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href))
        const leavers = links.filter((href) => href.startsWith(server.url) && !/[?&]lang=en|\/amt/.test(href))
        expect(leavers, path).toEqual([])
        await expectSound(anna)
      }
      await page.getByRole('button', { name: 'On to the place', exact: true }).click()
      await page.getByRole('alert').waitFor()
      expect(await page.locator('html').getAttribute('lang')).toBe('en')
      expect(page.url()).toContain('lang=en')
    })

    it('is spoken to a browser that asks for it', async () => {
      const { page } = await come({ ...DESKTOP, locale: 'en-GB' })
      await page.goto(`${TOWN}/`)
      expect(await page.locator('html').getAttribute('lang')).toBe('en')
    })
  })

  describe('every kind of page', () => {
    it('fits a screen 320 pixels wide', async () => {
      const anna = await come({ ...PHONE, viewport: { width: 320, height: 640 } })
      for (const path of await pagesOf()) {
        await anna.page.goto(path)
        await expectToFit(anna.page)
      }
      await sendEmpty(anna.page)
      await expectToFit(anna.page)
      await signIn(anna, 'roads@bad-salzuflen.example', server.password)
      await expectToFit(anna.page)
      await openFirst(anna.page)
      await expectToFit(anna.page)
      await anna.page.getByRole('link', { name: 'Antworten' }).click()
      await expectToFit(anna.page)
    })

    // Light and dark, every page in every language: tests/full/look.test.ts.
    it.each([{ forcedColors: 'active' as const }])('stays readable in %o', async (mode) => {
      const anna = await come({ ...DESKTOP, ...mode })
      for (const path of await pagesOf()) {
        await anna.page.goto(path)
        expect(await axeViolations(anna.page)).toEqual([])
      }
      await sendEmpty(anna.page)
      expect(await axeViolations(anna.page)).toEqual([])
      await signIn(anna, 'roads@bad-salzuflen.example', server.password)
      expect(await axeViolations(anna.page)).toEqual([])
      await openFirst(anna.page)
      await anna.page.getByRole('link', { name: 'Antworten' }).click()
      expect(await axeViolations(anna.page)).toEqual([])
    })

    const pagesOf = async () => {
      const { number, trackingUrl } = await file('Für die Ansicht.')
      const tracking = new URL(trackingUrl).pathname
      const topics = [`${TOWN}/themen`, `${TOWN}/themen/pothole`, `${TOWN}/themen/bin-exchange`]
      const own = [`${TOWN}/anliegen/${number}`, tracking, `${tracking}/danke`]
      const law = ['impressum', 'datenschutz', 'barrierefreiheit', 'regeln', 'einfache-sprache'].map(
        (page) => `${TOWN}/${page}`,
      )
      const town = [`${TOWN}/`, `${TOWN}/anliegen`, `${TOWN}/nirgends`, FORM, ...law]
      return ['/', '/?q=32105', ...town, ...own, ...topics, '/amt/anmelden']
    }
    const sendEmpty = async (page: Page) => {
      await page.goto(`${FORM}?kategorie=pothole`)
      await page.getByRole('button', { name: 'Weiter zum Ort', exact: true }).click()
      await page.getByRole('alert').waitFor()
    }
    const openFirst = async (page: Page) => {
      await page.goto('/amt/bad-salzuflen/anliegen?view=open')
      await page.getByRole('list', { name: 'Anliegen' }).getByRole('link').first().click()
      await page.getByRole('navigation', { name: 'Aktionen' }).waitFor()
    }
  })

  describe('clerks', () => {
    it('who were slower are told what changed, and keep what they typed', async () => {
      const { number } = await file('Zwei öffnen es zugleich.', 'anna@post.example')
      const report = `/amt/bad-salzuflen/anliegen/${number}`
      const [slow, fast] = [await come(), await come()]
      await signIn(slow, 'roads@bad-salzuflen.example', server.password)
      await signIn(fast, 'leitstelle@bad-salzuflen.example', server.password)
      await slow.page.goto(`${report}?aktion=close`)
      await slow.page.getByRole('radio', { name: 'Behoben', exact: true }).check()
      await slow.page.getByLabel('Öffentliche Antwort').fill('Alles wieder heil.')

      await fast.page.goto(report)
      await fast.page.getByRole('button', { name: 'Annehmen' }).click()
      await fast.page.getByRole('status').filter({ hasText: 'Angenommen.' }).waitFor()

      const answer = slow.page.waitForResponse((response) => response.url().endsWith('/closure'))
      await slow.page.getByRole('button', { name: 'Abschließen' }).click()
      expect((await answer).status()).toBe(409)
      const note = slow.page.getByRole('alert')
      await note.filter({ hasText: 'war schneller.' }).waitFor()
      expect(await note.textContent()).toContain('Angenommen')
      expect(await slow.page.getByLabel('Öffentliche Antwort').inputValue()).toBe('Alles wieder heil.')
      await expectSound(slow)
      const state = await (await fetch(`${server.url}/api/v1/towns/bad-salzuflen/reports/${number}`)).json()
      expect(state.status).toBe('in_progress')

      await slow.page.getByRole('button', { name: 'Trotzdem senden' }).click()
      await slow.page.getByRole('status').filter({ hasText: 'Abgeschlossen.' }).waitFor()
    })

    it('of the neighbour find nothing, whatever they open or send', async () => {
      const secret = 'Nur für Bad Salzuflen bestimmt.'
      const { number } = await file(secret)
      const report = `/amt/bad-salzuflen/anliegen/${number}`
      const dirk = await come()
      await signIn(dirk, 'roads@herford.example', server.password)
      const asked = [await ask(dirk.page, 'GET', report), await ask(dirk.page, 'GET', '/amt/bad-salzuflen/anliegen')]
      for (const noun of Object.keys(CHANGES)) asked.push(await ask(dirk.page, 'POST', `${report}/${noun}`))
      for (const { what, status, text } of asked) {
        expect(status, what).toBe(404)
        expect(text, what).not.toContain(secret)
      }

      const bernd = await come()
      await signIn(bernd, 'roads@bad-salzuflen.example', server.password)
      expect((await ask(bernd.page, 'GET', report)).text).toContain(secret)
      expect((await ask(bernd.page, 'POST', `${report}/acceptance`)).status).toBe(422)
    })

    it('with a wrong password read one sentence and keep their address', async () => {
      const bernd = await come()
      const { page } = bernd
      await page.goto('/amt/anmelden')
      await page.getByLabel('Dienstliche E-Mail-Adresse').fill('roads@bad-salzuflen.example')
      await page.getByLabel('Passwort').fill('nicht das Passwort')
      await page.getByRole('button', { name: 'Anmelden' }).click()
      const alert = page.getByRole('alert')
      await alert.waitFor()
      expect((await alert.textContent())?.trim()).toBe('E-Mail-Adresse oder Passwort stimmt nicht.')
      expect(await page.getByLabel('Dienstliche E-Mail-Adresse').inputValue()).toBe('roads@bad-salzuflen.example')
      expect(await page.getByLabel('Passwort').inputValue()).toBe('')
      await expectSound(bernd)
    })
  })
})

/** As the page itself would ask, with its session and its origin. */
async function ask(page: Page, method: string, path: string) {
  const answer = await page.evaluate(
    async ([how, where]) => {
      const body = how === 'POST' ? new URLSearchParams({ version: '' }) : undefined
      const response = await fetch(where!, { method: how, body })
      return { status: response.status, text: await response.text() }
    },
    [method, path],
  )
  return { what: `${method} ${path}`, ...answer }
}
