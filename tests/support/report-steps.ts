/** The steps of the report form in a browser, each by what stands on its page. */
import type { Frame, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

export const POTHOLE_NAME = 'Schlagloch, Straßenschaden'
/** The page itself, or the frame that another website shows it in. */
type Shown = Page | Frame
export type Place = { lat: string; lon: string } | { address: string }

/**
 * In a frame by key: it grows with its page and its website scrolls to it, so that a click may land beside what it was
 * meant for, and nobody there notices.
 */
export const activate = (page: Shown, target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> =>
  'frameElement' in page ? target.press(key) : target.click()

/** The button is called exactly so. */
export const press = (page: Shown, name: string): Promise<void> =>
  activate(page, page.getByRole('button', { name, exact: true }))

export async function describeIt(page: Shown, text: string): Promise<void> {
  await page.getByLabel('Beschreibung').fill(text)
  await press(page, 'Weiter zum Ort')
  await page.waitForURL('**/ort*')
}

export async function placeIt(page: Shown, place: Place): Promise<void> {
  if ('address' in place) {
    await activate(page, page.getByRole('link', { name: 'Ohne Karte fortfahren' }))
    await page.getByLabel('Adresse oder bekannter Ort').fill(place.address)
    return press(page, 'Weiter')
  }
  await activate(page, page.locator('summary', { hasText: 'Koordinaten eingeben' }))
  await page.getByLabel('Breite').fill(place.lat)
  await page.getByLabel('Länge').fill(place.lon)
  await press(page, 'Diesen Ort nehmen')
}

/** Chooses a category by hand, wherever it stands. Its questions are there afterwards. */
export async function choose(page: Shown, { name, group }: { name: string; group: string }): Promise<void> {
  await page.waitForURL('**/kategorie*')
  const radio = page.getByRole('radio', { name })
  if (!(await radio.isVisible())) {
    const others = page.locator('summary', { hasText: /^Andere Kategorie wählen/ })
    if (await others.isVisible()) await activate(page, others)
    await activate(page, page.locator('summary', { has: page.getByText(group, { exact: true }) }))
  }
  await activate(page, radio, 'Space')
  expect(await radio.isChecked()).toBe(true)
}

/** From the questions to the last step, without contact unless an address is given. */
export async function goToCheck(page: Shown, email?: string): Promise<void> {
  // In a frame a press returns before its page is left.
  await Promise.all([page.waitForNavigation(), press(page, 'Weiter')])
  await page.waitForURL(/\/(schon-gemeldet|kontakt|kategorie)(\?|$)/)
  // Without script the questions come first.
  if (isAt(page, 'kategorie')) await press(page, 'Weiter')
  await page.waitForURL(/\/(schon-gemeldet|kontakt)(\?|$)/)
  if (isAt(page, 'schon-gemeldet')) await press(page, 'Nein, meins ist neu')
  await page.waitForURL('**/kontakt*')
  if (email) {
    await page.getByLabel('E-Mail-Adresse').fill(email)
    await press(page, 'Weiter zum Prüfen')
  } else {
    await activate(page, page.getByRole('button', { name: 'Nein, ohne Kontaktdaten' }))
  }
  await page.waitForURL('**/pruefen*')
}

/** The chosen language may stand behind it. */
const isAt = (page: Shown, step: string) => new URL(page.url()).pathname.endsWith(`/${step}`)

/** The whole way of a pothole, from the first step to the page that says thanks. */
export async function reportPothole(
  page: Shown,
  { text, place, email }: { text: string; place: Place; email?: string },
): Promise<void> {
  await describeIt(page, text)
  await placeIt(page, place)
  await choose(page, { name: POTHOLE_NAME, group: 'Straßen und Wege' })
  await goToCheck(page, email)
  await press(page, 'Anliegen absenden')
  await arrive(page)
}

export const arrive = (page: Shown) =>
  page.getByRole('heading', { level: 1, name: 'Danke, es ist angekommen.' }).waitFor()
