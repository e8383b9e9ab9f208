/** A town that has not joined, as citizens see it: on a running server that has just imported the directory. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { CHROMIUM, expectSound, PHONE, titled, useBrowser, visit } from '../support/browser.ts'
import { describeIt, goToCheck, placeIt, press } from '../support/report-steps.ts'
import { type RunningServer, runCommand } from '../support/server.ts'

const feature = (AGS: string, GEN: string, west: number) => ({
  type: 'Feature',
  properties: { AGS, GEN, BEZ: 'Stadt' },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [west, 53],
        [west + 0.1, 53],
        [west + 0.1, 53.1],
        [west, 53.1],
        [west, 53],
      ],
    ],
  },
})

describe.skipIf(!CHROMIUM)(titled('a town that has not joined'), () => {
  let server: RunningServer
  let browser: Browser
  useBrowser((begun) => {
    server = begun.server
    browser = begun.browser
  })
  beforeAll(async () => {
    const [boundaries, contacts] = [join(server.dataDir, 'boundaries.geojson'), join(server.dataDir, 'contacts.csv')]
    const features = [feature('13071001', 'Altentreptow', 12.5), feature('13071002', 'Woldegk', 12.7)]
    writeFileSync(boundaries, JSON.stringify({ type: 'FeatureCollection', features }))
    writeFileSync(contacts, '13071001,rathaus@altentreptow.example')
    const args = ['towns', 'directory', 'import', '--boundaries', boundaries, '--contacts', contacts]
    expect(await runCommand(args, { DATA_DIR: server.dataDir })).toMatchObject({ code: 0 })
  })

  it.each([true, false])(
    'is found, takes a report and a wish, and keeps to the rules of every page (script: %s)',
    async (javaScriptEnabled) => {
      const anna = await visit(browser, server, { ...PHONE, javaScriptEnabled })
      const { page } = anna
      await page.goto('/?q=alten')
      await expectSound(anna)
      await page.getByRole('link', { name: 'Altentreptow' }).click()
      await page.getByText('Altentreptow ist noch nicht dabei').waitFor()
      await expectSound(anna)
      await page.getByRole('button', { name: 'Ich wünsche mir' }).click()
      await page.getByText('Ihr Wunsch ist gezählt').waitFor()
      await expectSound(anna)

      await page.goto('/altentreptow/melden?kategorie=bench')
      await describeIt(page, 'Die Bank am Markt ist kaputt.')
      await placeIt(page, { address: 'Markt 1' })
      await page.waitForURL('**/kategorie')
      await goToCheck(page)
      await press(page, 'Anliegen absenden')
      await page.getByText('Dann ist das Rathaus am Zug').waitFor()
      expect(await page.textContent('main')).not.toContain('Antwort bis')
      await expectSound(anna)

      await page.goto('/woldegk/melden')
      await page.getByText('Wir kennen keine Adresse des Rathauses').waitFor()
      await expectSound(anna)
      await anna.close()
    },
  )
})
