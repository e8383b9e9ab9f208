/** The look, held by machine: nothing cut off, nothing sideways, no barrier. */
import type { Browser } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { flawsOf } from '../look/flaws.ts'
import { walk } from '../look/walk.ts'
import { axeViolations, CHROMIUM, titled, useBrowser } from '../support/browser.ts'
import type { RunningServer } from '../support/server.ts'

const MOST_MS = 900_000
/** Another state of a page that is looked at anyway: its barriers are looked for in German and light only. */
const SAME_TEMPLATE = /^panel (?!close)|filtered$|of the platform$|, /

describe.skipIf(!CHROMIUM)(titled('the look'), () => {
  let server: RunningServer
  let browser: Browser
  useBrowser((begun) => {
    server = begun.server
    browser = begun.browser
  })

  it('sees words that are cut off or stand outside', async () => {
    const page = await browser.newPage({ viewport: { width: 320, height: 600 } })
    await page.setContent(
      '<p style="width:60px;overflow:hidden;white-space:nowrap">Straßenbeleuchtung</p><p style="width:500px">breit breit breit breit breit breit breit breit breit breit breit</p>',
    )
    expect((await flawsOf(page)).map((flaw) => flaw.split(':')[0])).toEqual([
      'scrolls sideways',
      'cuts its words off',
      'stands outside',
    ])
    await page.close()
  })

  it(
    'every page in every language fits 1280, 390 and 320 px with all its words, and satisfies axe, also in the dark',
    async () => {
      const found: string[] = []
      await walk({
        server,
        browser,
        // Colours do not move words, and words do not change colours.
        wants: ({ theme, language, width }) => theme === 'light' || (language === 'de' && width === 'phone'),
        look: async (page, view) => {
          const flaws = view.theme === 'light' ? await flawsOf(page) : []
          const isOwn = !SAME_TEMPLATE.test(view.name) || (view.language === 'de' && view.theme === 'light')
          const violations = view.width === 'phone' && isOwn ? await axeViolations(page) : []
          for (const one of [...flaws, ...violations]) found.push(`${Object.values(view).join(' · ')}: ${one}`)
        },
      })
      expect(found).toEqual([])
    },
    MOST_MS,
  )
})
