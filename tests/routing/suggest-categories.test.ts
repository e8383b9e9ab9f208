/** Which category a text is about: by sentences as people write them, and by the reports of a real town. */
import { beforeAll, describe, expect, it } from 'vitest'
import { suggestCategories } from '../../server/routing/suggest-categories.ts'
import type { Category } from '../../tenants/catalogue-schema.ts'
import { CITIZEN } from '../support/people.ts'
import { NO_SHARED_DATA, readShared, sharedData } from '../support/shared-data.ts'
import { createWorld } from '../support/world.ts'

let categories: Category[]
beforeAll(async () => {
  const world = await createWorld()
  categories = (await world.as(CITIZEN)).town.categories
  await world.close()
})
const first = (text: string) => suggestCategories(categories, text).categories[0]

describe('a sentence', () => {
  it.each([
    ['Tiefes Schlagloch auf der rechten Spur', 'pothole'],
    ['Mehrere Schlaglöcher', 'pothole'],
    ['Mehrere SCHLAGLOECHER', 'pothole'],
    ['Die Straßenlaterne am Radweg ist aus', 'street-light'],
    ['Gulli verstopft, Kanaldeckel klappert', 'drain'],
    ['Ein Sofa und Müllsäcke am Waldrand', 'fly-tipping'],
    ['Die Fußgängerampel bleibt rot', 'traffic-light'],
    ['Schmiererei an der Schule', 'graffiti'],
    ['The street light is flickering', 'street-light'],
  ])('%s: %s', (text, key) => expect(first(text)).toBe(key))

  it('without any word we know suggests nothing, and never more than three', () => {
    expect(suggestCategories(categories, 'Hier stimmt was nicht.')).toEqual({ categories: [], isClear: false })
    const all = suggestCategories(categories, 'Schlagloch, Laterne, Müll, Ampel, Baum und Graffiti')
    expect(all.categories).toHaveLength(3)
    expect(all.isClear).toBe(false)
  })

  it('that clearly means one thing says so', () => {
    expect(suggestCategories(categories, 'Tiefes Schlagloch').isClear).toBe(true)
  })
})

/** Sub-categories of that town and what they are here. */
const SAME: Record<string, string> = {
  'Straßenlaternen defekt': 'street-light',
  'Illegaler Müll': 'fly-tipping',
  'Schilder unkenntlich': 'road-sign',
  Straßenschäden: 'pothole',
  'Mülleimer überfüllt': 'litter-bin',
  'Gullideckel/ Kanal verstopft': 'drain',
  'Fußwege schadhaft': 'pavement',
  'Ampel defekt': 'traffic-light',
  'Spielplätze schadhaft / verunreinigt': 'playground',
  'Abgemeldete Fahrzeuge': 'abandoned-vehicle',
}
const FILE = 'dev/konstanz-2020-2021.jsonl'
const there = sharedData(FILE) !== null

describe.skipIf(!there)(there ? 'the reports of a real town' : `a real town (skipped: ${NO_SHARED_DATA})`, () => {
  it('find their category among the three in most cases', () => {
    const rows = readShared(FILE)
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { unterkategorie: string; text: string | null })
      .filter(({ unterkategorie, text }) => SAME[unterkategorie] && text?.trim())
    const found = rows.map(({ unterkategorie, text }) => ({
      wanted: SAME[unterkategorie]!,
      ...suggestCategories(categories, text!),
    }))
    const share = (some: typeof found, of = found) => Math.round((100 * some.length) / of.length)
    const clear = found.filter(({ isClear }) => isClear)
    const figures = {
      reports: found.length,
      first: share(found.filter((one) => one.categories[0] === one.wanted)),
      among: share(found.filter((one) => one.categories.includes(one.wanted))),
      clear: share(clear),
      clearAndRight: share(
        clear.filter((one) => one.categories[0] === one.wanted),
        clear,
      ),
    }
    // biome-ignore lint/suspicious/noConsole: the figures are what this is for
    console.info('suggested categories, per cent', figures)
    expect(figures.among).toBeGreaterThan(70)
    expect(figures.clearAndRight).toBeGreaterThan(70)
  })
})
