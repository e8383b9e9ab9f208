/** A page that moves when its script comes leads fingers astray: what is pressed is then something else. */
import type { Browser, Page } from 'playwright-core'
import { describe, expect, it, onTestFinished } from 'vitest'
import { CHROMIUM, DESKTOP, PHONE, signIn, titled, useBrowser, visit } from '../support/browser.ts'
import { describeIt, placeIt } from '../support/report-steps.ts'
import type { RunningServer } from '../support/server.ts'
import { FIRST_TOWN } from '../support/world.ts'

const START = `/${FIRST_TOWN}/`
const QUEUE = `/amt/${FIRST_TOWN}/anliegen`
const INTAKE = `/amt/${FIRST_TOWN}/aufnehmen`
const SCREENS = [
  {
    name: 'on a phone',
    options: PHONE,
    citizens: [
      '/',
      '/amt/anmelden',
      START,
      ...['melden', 'anliegen', 'anliegen/3', 'schnittstellen'].map((one) => START + one),
    ],
    staff: [QUEUE, `${QUEUE}/3`, `${QUEUE}/3?tun=abschliessen`, INTAKE],
  },
  { name: 'at a desk', options: DESKTOP, citizens: [START], staff: [QUEUE, INTAKE] },
]

describe.skipIf(!CHROMIUM)(titled('what stands on a page before its script comes'), () => {
  let server: RunningServer
  let browser: Browser
  useBrowser((begun) => {
    server = begun.server
    browser = begun.browser
  })

  describe.each(SCREENS)('$name', ({ options, citizens, staff }) => {
    const come = async () => {
      const visitor = await visit(browser, server, options)
      onTestFinished(visitor.close)
      return visitor
    }

    it.each(citizens)('%s stays where it is', async (path) => {
      await expectSteady((await come()).page, path)
    })

    it('stays where it is on the way of a report', async () => {
      const { page } = await come()
      await page.goto(`/${FIRST_TOWN}/melden`)
      await describeIt(page, 'Tiefes Loch vor der Bücherei.')
      await expectSteady(page, page.url())
      await placeIt(page, { lat: '52,0614', lon: '8,7443' })
      await page.waitForURL('**/kategorie*')
      await expectSteady(page, page.url())
    })

    it.each(staff)('%s stays where it is', async (path) => {
      const bernd = await come()
      await signIn(bernd, `leitstelle@${FIRST_TOWN}.example`, server.password)
      await expectSteady(bernd.page, path)
    })
  })
})

/** The same page twice: with a script that never comes, and with one that has come. */
async function expectSteady(page: Page, path: string): Promise<void> {
  const [asleep, awake] = [await page.context().newPage(), await page.context().newPage()]
  await asleep.route('**/assets/*.js', (route) => route.abort())
  await Promise.all([asleep.goto(path), awake.goto(path)])
  await awake.mouse.move(5, 5)
  await expect.poll(() => awake.locator('[data-needs-script]').count()).toBe(0)
  await awake.waitForLoadState('networkidle')
  await asleep.evaluate(() => document.fonts.ready)
  const [before, after] = [await placesOn(asleep), await placesOn(awake)]
  expect(Object.keys(before).length).toBeGreaterThan(3)
  expect(moved(before, after)).toEqual([])
  await Promise.all([asleep.close(), awake.close()])
}

type Places = Record<string, [left: number, top: number]>

/** Where what people read and press stands, by its words; of equal ones the first. */
const placesOn = (page: Page): Promise<Places> =>
  page.evaluate(() => {
    const places: Record<string, [number, number]> = {}
    for (const one of document.querySelectorAll(
      'h1, h2, h3, p, a, button, input, textarea, select, summary, label, li',
    )) {
      const { x, y, width } = one.getBoundingClientRect()
      const style = getComputedStyle(one)
      if (width === 0 || style.position === 'absolute' || style.visibility === 'hidden') continue
      const name = `${one.tagName} ${(one.textContent || one.getAttribute('name') || '').trim().slice(0, 60)}`
      places[name] ??= [Math.round(x + scrollX), Math.round(y + scrollY)]
    }
    return places
  })

const moved = (before: Places, after: Places) =>
  Object.entries(before).flatMap(([name, [left, top]]) => {
    const [x, y] = after[name] ?? [left, top]
    return Math.abs(x - left) > 1 || Math.abs(y - top) > 1 ? [`${name}: ${left}, ${top} → ${x}, ${y}`] : []
  })
