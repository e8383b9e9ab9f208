/** Somebody gets a mail about a report and ends it by the link in it, on a phone and without script. */
import type { Browser } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { CHROMIUM, expectSound, PHONE, titled, useBrowser, visit } from '../support/browser.ts'
import { POTHOLE } from '../support/reports.ts'
import { mailsTo, type RunningServer } from '../support/server.ts'
import { FIRST_TOWN } from '../support/world.ts'

const MAIL_WAIT_MS = 15_000
const LINK = /^List-Unsubscribe: <(\S+)>$/m

describe.skipIf(!CHROMIUM)(titled('ending the mails about a report'), () => {
  let server: RunningServer
  let browser: Browser
  useBrowser((begun) => {
    server = begun.server
    browser = begun.browser
  })

  async function mailed(email: string): Promise<string> {
    const answer = await fetch(`${server.url}/api/v1/towns/${FIRST_TOWN}/reports`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() },
      body: JSON.stringify({ ...POTHOLE, contact: { email, name: 'Anna' } }),
    })
    expect(answer.status).toBe(201)
    await expect.poll(() => mailsTo(server, email), { timeout: MAIL_WAIT_MS }).toHaveLength(1)
    return LINK.exec(mailsTo(server, email)[0]!)![1]!
  }

  it.each([{ hasScript: true }, { hasScript: false }])('takes two presses (script: $hasScript)', async (run) => {
    const link = await mailed(`stop-${run.hasScript}@post.example`)
    const anna = await visit(browser, server, { ...PHONE, javaScriptEnabled: run.hasScript })
    await anna.page.goto(link)
    await expectSound(anna)
    await anna.page.getByRole('button', { name: 'Keine E-Mails mehr zu diesem Anliegen' }).click()
    await anna.page.getByRole('heading', { name: 'Sie bekommen keine E-Mails mehr' }).waitFor()
    await expectSound(anna)
    await anna.page.getByRole('button', { name: 'Das Anliegen ist nicht von mir' }).click()
    await anna.page.getByText('keine Kontaktdaten mehr gespeichert').waitFor()
    await expectSound(anna)
    await anna.close()
  })
})
