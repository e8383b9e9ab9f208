/** Quick on a phone, as Lighthouse measures it: with nothing else running beside it. */
import { describe, expect, it } from 'vitest'
import { CATEGORIES, scoresOf } from '../look/lighthouse.ts'
import { namedPages } from '../look/named-pages.ts'
import { CHROMIUM, titled, useBrowser } from '../support/browser.ts'
import type { RunningServer } from '../support/server.ts'

const MOST_MS = 900_000
const PASS = 95

describe.skipIf(!CHROMIUM)(titled('the speed of the look'), () => {
  let server: RunningServer
  useBrowser((begun) => {
    server = begun.server
  })

  it(
    `Lighthouse gives start, form, report and topic at least ${PASS} in every category`,
    async () => {
      const wanted = ['town start', 'report form', 'public report', 'topic']
      const pages = (await namedPages(server)).filter(({ name }) => wanted.includes(name))
      expect(pages).toHaveLength(wanted.length)
      const rows: string[] = []
      for (const { name, path } of pages) {
        const scores = await scoresOf(server.url + path)
        rows.push(`${name.padEnd(16)}${CATEGORIES.map((one) => `${scores[one]}`.padStart(one.length + 2)).join('')}`)
        for (const category of CATEGORIES)
          expect.soft(scores[category], `${name}, ${category}`).toBeGreaterThanOrEqual(PASS)
      }
      process.stdout.write(`\n${' '.repeat(16)}${CATEGORIES.map((one) => `  ${one}`).join('')}\n${rows.join('\n')}\n`)
    },
    MOST_MS,
  )
})
