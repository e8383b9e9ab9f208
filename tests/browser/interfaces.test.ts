/** Keys on the admin's page, and the page for developers: on a phone, on a desk, without script, by keyboard. */
import type { Browser } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import {
  CHROMIUM,
  DESKTOP,
  expectSound,
  expectToFit,
  PHONE,
  signIn,
  titled,
  useBrowser,
  visit,
} from '../support/browser.ts'
import type { RunningServer } from '../support/server.ts'

const TOWN = 'bad-salzuflen'
const ADMIN = 'admin@bad-salzuflen.example'
const WAYS = {
  phone: PHONE,
  desk: DESKTOP,
  'desk without script': { ...DESKTOP, javaScriptEnabled: false },
  'narrowest screen': { viewport: { width: 320, height: 640 } },
}

describe.skipIf(!CHROMIUM)(titled('interfaces'), () => {
  let server: RunningServer
  let browser: Browser
  useBrowser((running) => {
    server = running.server
    browser = running.browser
  })

  it.each(Object.entries(WAYS))('an admin makes a key, sees it once, and ends it: %s', async (how, options) => {
    const visitor = await visit(browser, server, options)
    const { page } = visitor
    const name = `App (${how})`
    await signIn(visitor, ADMIN, server.password)
    await page.goto(`/amt/${TOWN}/schnittstellen`)
    await expectSound(visitor)

    await page.getByRole('button', { name: 'Schlüssel erstellen' }).click()
    await page.getByRole('alert').getByText('Wählen Sie mindestens eines.').waitFor()
    await expectSound(visitor)
    await page.getByLabel('Für welches System').fill(name)
    await page.getByLabel('Anliegen lesen').check()
    await page.getByLabel('Für welchen Bereich?').selectOption({ label: 'Straßen und Verkehr' })
    await page.getByRole('button', { name: 'Schlüssel erstellen' }).click()
    await page.getByRole('heading', { name: `Schlüssel für ${name}` }).waitFor()
    const key = (await page.getByText(/^aw_[\w-]{40,}$/).textContent())!.trim()
    expect(key).toMatch(/^aw_[\w-]{40,}$/)
    await expectSound(visitor)
    const read = () =>
      fetch(`${server.url}/api/v1/towns/${TOWN}/desk/reports?limit=1`, { headers: { Authorization: `Bearer ${key}` } })
    expect((await read()).status).toBe(200)

    // Sent once more by reloading, it is still one key.
    if (visitor.hasScript) {
      await page.reload()
      await page.getByRole('status').getByText('Der Schlüssel war schon erstellt').waitFor()
    } else await page.getByRole('link', { name: 'Fertig, zu allen Schlüsseln' }).click()
    const row = page.getByRole('row').filter({ hasText: name })
    expect(await row.innerText()).toContain(`endet auf …${key.slice(-4)}`)
    expect(await page.content()).not.toContain(key)
    await row.getByRole('link', { name: 'Beenden' }).click()
    await expectSound(visitor)
    await page.getByRole('button', { name: 'Schlüssel beenden' }).click()
    await page.getByRole('status').getByText('Der Schlüssel gilt nicht mehr.').waitFor()
    expect((await read()).status).toBe(403)
    await visitor.close()
  })

  it('the key is copied by a press, and the button says so', async () => {
    const visitor = await visit(browser, server, { ...DESKTOP, permissions: ['clipboard-read', 'clipboard-write'] })
    const { page } = visitor
    await signIn(visitor, ADMIN, server.password)
    await page.goto(`/amt/${TOWN}/schnittstellen`)
    await page.getByLabel('Für welches System').fill('Zum Kopieren')
    await page.getByLabel('Anliegen melden').check()
    await page.getByRole('button', { name: 'Schlüssel erstellen' }).click()
    await page.getByRole('button', { name: 'Kopieren' }).click()
    await page.getByRole('button', { name: 'Kopiert' }).waitFor()
    const key = (await page.getByText(/^aw_[\w-]{40,}$/).textContent())!.trim()
    expect((await page.evaluate(() => navigator.clipboard.readText())).trim()).toBe(key)
    await visitor.close()
  })

  it.each(Object.entries(WAYS))('the developers’ page of a town and of the platform: %s', async (_, options) => {
    const visitor = await visit(browser, server, options)
    const { page } = visitor
    for (const path of [`/${TOWN}/schnittstellen`, '/schnittstellen', `/${TOWN}/schnittstellen?lang=en`]) {
      await page.goto(path)
      await expectSound(visitor)
    }
    await page.goto(`/${TOWN}/`)
    await page.getByRole('contentinfo').getByRole('link', { name: 'Schnittstellen' }).click()
    await page.getByRole('heading', { level: 1, name: 'Schnittstellen der Stadt Bad Salzuflen' }).waitFor()
    expect(await page.content()).toContain(`${server.url}/api/v1/towns/${TOWN}`)

    const call = page.locator('summary').filter({ hasText: 'Submit a report' })
    await call.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: 'NewReport' }).first().waitFor()
    await expectToFit(page)
    await expectSound(visitor)
    await visitor.close()
  })

  it('its example of the JSON API works as it stands', async () => {
    const visitor = await visit(browser, server)
    await visitor.page.goto(`/${TOWN}/schnittstellen`)
    const example = await visitor.page.locator('pre').first().innerText()
    const [, address] = /^curl '([^']+)'$/.exec(example.replaceAll('\n', '').trim())!
    const { items } = (await (await fetch(address!)).json()) as { items: object[] }
    expect(items).toHaveLength(3)
    await visitor.close()
  })
})
