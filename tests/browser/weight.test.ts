/** What a phone has to fetch, as the browser's own network log counts it. */
import type { Browser, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { CHROMIUM, PHONE, titled, useBrowser, visit } from '../support/browser.ts'
import type { RunningServer } from '../support/server.ts'

const KB = 1000

describe.skipIf(!CHROMIUM)(titled('the weight of the town start'), () => {
  let server: RunningServer
  let browser: Browser
  useBrowser((begun) => {
    server = begun.server
    browser = begun.browser
  })

  it('is at most 15 kB of script before anybody does anything, 70 kB with the map, 25 kB of CSS', async () => {
    const anna = await visit(browser, server, PHONE)
    const { weight, strangers } = await weigh(anna.page, server.url)
    await anna.page.goto('/bad-salzuflen/', { waitUntil: 'networkidle' })
    expect(weight('Script')).toBeGreaterThan(0)
    expect(weight('Script')).toBeLessThanOrEqual(15 * KB)

    await anna.page.keyboard.press('Tab')
    await anna.page.locator('.leaflet-container').waitFor()
    await anna.page.waitForLoadState('networkidle')
    expect(weight('Script')).toBeGreaterThan(30 * KB)
    expect(weight('Script')).toBeLessThanOrEqual(70 * KB)
    expect(weight('Stylesheet')).toBeLessThanOrEqual(25 * KB)
    expect(strangers()).toEqual([])
    await anna.close()
  })
})

/** Bytes on the wire by kind of resource, headers not counted, and addresses that are not ours. */
async function weigh(page: Page, own: string) {
  const log = await page.context().newCDPSession(page)
  await log.send('Network.enable')
  const kinds = new Map<string, { type: string; url: string }>()
  const bytes = new Map<string, number>()
  log.on('Network.responseReceived', ({ requestId, type, response }) =>
    kinds.set(requestId, { type, url: response.url }),
  )
  log.on('Network.dataReceived', ({ requestId, encodedDataLength }) =>
    bytes.set(requestId, (bytes.get(requestId) ?? 0) + encodedDataLength),
  )
  return {
    weight: (type: string) =>
      [...kinds].filter(([, kind]) => kind.type === type).reduce((sum, [id]) => sum + (bytes.get(id) ?? 0), 0),
    strangers: () => [...kinds.values()].map(({ url }) => url).filter((url) => !url.startsWith(own)),
  }
}
