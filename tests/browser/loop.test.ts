/** The whole way of a report, as people walk it: from a citizen to a clerk and back. */
import type { Browser } from 'playwright-core'
import { describe, it } from 'vitest'
import { CHROMIUM, titled, useBrowser } from '../support/browser.ts'
import { goRound, ROUNDS } from '../support/loop-steps.ts'
import { mailsTo, type RunningServer } from '../support/server.ts'

describe.skipIf(!CHROMIUM)(titled('the loop of a report'), () => {
  let server: RunningServer
  let browser: Browser
  useBrowser((begun) => {
    server = begun.server
    browser = begun.browser
  })

  // Each waits for mails that can be taken back for a while.
  it.concurrent.each(ROUNDS)('goes round on a $name', async (round) => {
    const { url, password } = server
    const staff = { bernd: 'roads@bad-salzuflen.example', eva: 'green@bad-salzuflen.example', password }
    const mails = (address: string) =>
      mailsTo(server, address).map((text) => ({ subject: /^Subject: (.*)$/m.exec(text)?.[1] ?? '', text }))
    await goRound({ browser, url, ...staff, mailsTo: mails }, round)
  })
})
