/** The whole way of a report, as people walk it: from a citizen to a clerk and back. */
import type { Browser } from 'playwright-core'
import { describe, it } from 'vitest'
import { CHROMIUM, titled, useBrowser } from '../support/browser.ts'
import { comeBack, goOut, type LoopStage, ROUNDS, type Walk } from '../support/loop-steps.ts'
import { mailsTo, type RunningServer } from '../support/server.ts'

describe.skipIf(!CHROMIUM)(titled('the loop of a report'), () => {
  let server: RunningServer
  let browser: Browser
  useBrowser((begun) => {
    server = begun.server
    browser = begun.browser
  })

  const stage = (): LoopStage => ({
    browser,
    url: server.url,
    bernd: 'roads@bad-salzuflen.example',
    eva: 'green@bad-salzuflen.example',
    password: server.password,
    mailsTo: (address) =>
      mailsTo(server, address).map((text) => ({ subject: /^Subject: (.*)$/m.exec(text)?.[1] ?? '', text })),
  })

  // Mails about what can be taken back wait for a while; meanwhile the others go.
  const walks = new Map<string, Walk>()
  it.each(ROUNDS)('is sent and worked on, on a $name', async (round) => {
    walks.set(round.name, await goOut(stage(), round))
  })

  it.each(ROUNDS)('is told and read by who has sent it, on a $name', async ({ name }) => {
    await comeBack(stage(), walks.get(name)!)
  })
})
