/** The whole way of a report against `wrangler dev`, as people walk it in their browsers. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { CHROMIUM, titled as inBrowser, launchBrowser } from '../support/browser.ts'
import { comeBack, goOut, ROUNDS } from '../support/loop-steps.ts'
import { openMailRelay } from '../support/mail-relay.ts'
import { PASSWORD } from '../support/people.ts'
import { endAll, equalDatabases, RELAY, relayedBy, startWorkerOn, titled, WHY_NOT } from '../support/runtimes.ts'
import { FIRST_TOWN } from '../support/world.ts'

/** Some mails wait for 20 seconds, so both at a time. */
const ON_TWO_DEVICES = ROUNDS.filter(({ name }) => name === 'phone' || name === 'desktop without script')

describe.skipIf(WHY_NOT || !CHROMIUM)(inBrowser(titled('the loop of a report in workerd')), () => {
  let databases: Awaited<ReturnType<typeof equalDatabases>> | undefined
  let worker: Awaited<ReturnType<typeof startWorkerOn>> | undefined
  let relay: Awaited<ReturnType<typeof openMailRelay>> | undefined
  let browser: Browser | undefined
  beforeAll(async () => {
    databases = await equalDatabases(1)
    relay = await openMailRelay(RELAY)
    worker = await startWorkerOn(databases.urls[0]!, relayedBy(relay))
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await endAll([worker, relay && { stop: relay.close }, databases])
  })

  async function mailsTo(address: string) {
    await worker!.tick()
    const mails = relay!.relayed.filter(({ to }) => to.includes(address))
    return mails.map(({ mail: { subject = '', text = '' } }) => ({ subject, text }))
  }

  it('goes round on a phone, and on a desktop without script', async () => {
    const [bernd, eva] = ['bernd', 'eva'].map((name) => `${name}@${FIRST_TOWN}.example`)
    const stage = { browser: browser!, url: worker!.url, bernd: bernd!, eva: eva!, password: PASSWORD, mailsTo }
    await Promise.all(ON_TWO_DEVICES.map(async (round) => comeBack(stage, await goOut(stage, round))))
  })
})
