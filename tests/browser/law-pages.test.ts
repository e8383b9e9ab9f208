/** The law pages in three languages, and somebody who reports a barrier on a phone, with script and without. */
import type { Browser } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { words } from '../../client/i18n/index.ts'
import { LANGUAGES } from '../../tenants/languages.ts'
import { CHROMIUM, expectSound, PHONE, titled, useBrowser, visit } from '../support/browser.ts'
import { mailsTo, type RunningServer } from '../support/server.ts'
import { FIRST_TOWN } from '../support/world.ts'

const PAGES = ['impressum', 'datenschutz', 'barrierefreiheit', 'barrierefreiheit/danke', 'regeln', 'einfache-sprache']
const PLATFORM_PAGES = ['impressum', 'datenschutz', 'barrierefreiheit']
const MAIL_WAIT_MS = 15_000

describe.skipIf(!CHROMIUM)(titled('law pages'), () => {
  let server: RunningServer
  let browser: Browser
  useBrowser((running) => {
    ;({ server, browser } = running)
  })

  it.each(LANGUAGES)('are sound on a phone (%s)', async (language) => {
    const anna = await visit(browser, server, PHONE)
    for (const path of [
      ...PAGES.map((page) => `/${FIRST_TOWN}/${page}`),
      ...PLATFORM_PAGES.map((page) => `/${page}`),
    ]) {
      await anna.page.goto(`${path}?lang=${language}`)
      await expectSound(anna)
    }
    await anna.close()
  })

  it.each([{ hasScript: true }, { hasScript: false }])(
    'lead from any page to the form for barriers and to thanks (script: $hasScript)',
    async ({ hasScript }) => {
      const { feedback } = words('de')
      const text = `Der Knopf ist zu klein (${hasScript}).`
      const anna = await visit(browser, server, { ...PHONE, javaScriptEnabled: hasScript })
      const { page } = anna
      await page.goto(`/${FIRST_TOWN}/themen`)
      await page.getByRole('link', { name: feedback.link }).click()
      const field = page.getByLabel(feedback.page)
      await expect.poll(() => field.inputValue()).toBe(`/${FIRST_TOWN}/themen`)

      await page.getByLabel(feedback.email).fill('anna.post.example')
      await page.getByRole('button', { name: feedback.send }).click()
      await page.getByRole('link', { name: feedback.textMissing }).waitFor()
      await expectSound(anna)
      expect(await page.getByLabel(feedback.email).inputValue()).toBe('anna.post.example')
      if (hasScript) expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert')

      await page.getByLabel(feedback.text).fill(text)
      await page.getByLabel(feedback.email).fill('anna@post.example')
      await page.getByRole('button', { name: feedback.send }).click()
      await page.getByRole('heading', { name: feedback.thanks.title }).waitFor()
      await expectSound(anna)
      const arrived = () => mailsTo(server, 'anliegen@bad-salzuflen.example').filter((mail) => mail.includes(text))
      await expect.poll(arrived, { timeout: MAIL_WAIT_MS }).toHaveLength(1)
      await anna.close()
    },
  )
})
