/** The data of the example towns keep what the schema cannot say: references, words, places, contrast. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon'
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { readTenants } from '../server/cli/command-world.ts'
import { CLOSING_REASONS } from '../server/reports/status.ts'
import { checkTowns } from '../server/towns/check-towns.ts'
import { resolveTown } from '../server/towns/resolve-town.ts'
import { CatalogueFile, CatalogueWords } from '../tenants/catalogue-schema.ts'
import { LANGUAGES } from '../tenants/languages.ts'
import { DemoReport } from '../tenants/schema.ts'

const folder = new URL('../tenants/', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, folder), 'utf8')

const catalogue = CatalogueFile.parse(parse(read('catalogue/catalogue.yaml')))
const categories = new Map(catalogue.categories.map((category) => [category.key, category]))
const towns = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'catalogue')
  .map((entry) => entry.name)

const sorted = (keys: Iterable<string>) => [...keys].sort()
const checked = checkTowns(readTenants('tenants'))
const compiled = (town: string) =>
  resolveTown(
    checked.towns.find((one) => one.town.key === town)!.town,
    new Map(checked.catalogue!.categories.map((category) => [category.key, category])),
  )
const boundary = (town: string) => JSON.parse(read(`${town}/boundary.geojson`)) as Feature<Polygon | MultiPolygon>
const demoReports = (town: string) =>
  read(`${town}/demo.jsonl`)
    .trimEnd()
    .split('\n')
    .map((line) => DemoReport.parse(JSON.parse(line)))

/** The question a rule or an answer points at, and whether the value is one it can have. */
function mayAnswer(category: string, key: string, value: unknown): boolean {
  const question = categories.get(category)?.questions.find((candidate) => candidate.key === key)
  if (!question) return false
  const isOption = (option: unknown) => question.options?.includes(String(option)) ?? false
  switch (question.type) {
    case 'yes_no':
      return typeof value === 'boolean'
    case 'number':
      return typeof value === 'number'
    case 'one_of':
      return isOption(value)
    case 'several_of':
      return Array.isArray(value) && value.every(isOption)
    case 'date':
      return z.iso.date().safeParse(value).success
    default:
      return typeof value === 'string'
  }
}

/** Relative luminance after WCAG 2. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

describe('the catalogue', () => {
  test('has every key once and every category in a known group', () => {
    expect(categories.size).toBe(catalogue.categories.length)
    expect(sorted(new Set(catalogue.categories.map(({ group }) => group)))).toEqual(sorted(catalogue.groups))
  })

  test('asks conditional questions only after an answer that exists', () => {
    for (const { key, questions } of catalogue.categories) {
      expect(new Set(questions.map((question) => question.key)).size, key).toBe(questions.length)
      for (const question of questions) {
        expect(Boolean(question.options), `${key}.${question.key}`).toBe(question.type.endsWith('_of'))
        if (!question.showIf) continue
        expect(mayAnswer(key, question.showIf.question, question.showIf.is), `${key}.${question.key}`).toBe(true)
      }
    }
  })

  test.each(LANGUAGES)('has words in %s for exactly its keys', (language) => {
    const words = CatalogueWords.parse(parse(read(`catalogue/words/${language}.yaml`)))
    expect(sorted(Object.keys(words.groups))).toEqual(sorted(catalogue.groups))
    expect(sorted(Object.keys(words.categories))).toEqual(sorted(categories.keys()))
    for (const { key, questions } of catalogue.categories) {
      const asked = words.categories[key]?.questions ?? {}
      expect(sorted(Object.keys(asked)), key).toEqual(sorted(questions.map((question) => question.key)))
      for (const question of questions) {
        const options = Object.keys(asked[question.key]?.options ?? {})
        expect(sorted(options), `${key}.${question.key}`).toEqual(sorted(question.options ?? []))
      }
    }
  })

  test('warns in every language of the same dangers', () => {
    const warned = LANGUAGES.map((language) => {
      const words = CatalogueWords.parse(parse(read(`catalogue/words/${language}.yaml`)))
      return sorted(categories.keys()).map((key) => words.categories[key]?.notice?.match(/11[02]/g)?.join() ?? '')
    })
    for (const numbers of warned) expect(numbers).toEqual(warned[0])
  })

  test('lets long German words break', () => {
    const words = CatalogueWords.parse(parse(read('catalogue/words/de.yaml')))
    const unbroken = Object.values(words.categories).flatMap(({ name }) => name.match(/\p{L}{19,}/gu) ?? [])
    expect(unbroken).toEqual([])
  })
})

test('towns check finds nothing wrong with the folders', () => {
  expect(checked.problems).toEqual([])
})

describe.each(towns)('%s', (key) => {
  const town = compiled(key)
  const offered = town.categories.map((category) => category.key)

  test('is named like its folder and brings its files', () => {
    expect(town.key).toBe(key)
    expect(existsSync(new URL(`${key}/logo.svg`, folder))).toBe(true)
  })

  test('has one department for each category', () => {
    expect(sorted(town.departments.flatMap((department) => department.categories))).toEqual(sorted(offered))
  })

  test('writes to reserved domains only, so that a trial never reaches a real mailbox', () => {
    const mailboxes = [
      town.contact.email,
      town.mail.replyTo,
      ...town.departments.map((department) => department.mailbox),
      ...demoReports(key).flatMap((report) => report.contact?.email ?? []),
    ]
    expect(mailboxes.filter((mailbox) => !mailbox.endsWith('.example'))).toEqual([])
  })

  test('has readable colours on light and dark pages', () => {
    for (const ground of ['#ffffff', '#f3f4f7']) expect(contrast(town.theme.accent, ground)).toBeGreaterThanOrEqual(4.5)
    for (const ground of ['#1d2034', '#131525'])
      expect(contrast(town.theme.accentDark!, ground)).toBeGreaterThanOrEqual(4.5)
  })

  test('has a boundary of closed rings with its key and source', () => {
    const { geometry, properties } = boundary(key)
    const polygons: Position[][][] = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
    for (const ring of polygons.flat()) {
      expect(ring.length).toBeGreaterThanOrEqual(4)
      expect(ring.at(-1)).toEqual(ring[0])
    }
    expect(properties).toMatchObject({ ags: town.ags, attribution: expect.stringContaining('BKG') })
  })

  describe('the demo', () => {
    const reports = demoReports(key)

    test('uses categories of the town and possible answers', () => {
      for (const { category, answers, description } of reports) {
        expect(offered, description).toContain(category)
        for (const [question, value] of Object.entries(answers)) {
          expect(mayAnswer(category, question, value), `${category}.${question} of: ${description}`).toBe(true)
        }
        for (const { key: question, required, showIf } of categories.get(category)!.questions) {
          if (required) expect(answers, description).toHaveProperty(question)
          if (showIf && question in answers) expect(answers[showIf.question], description).toBe(showIf.is)
        }
      }
    })

    test('lies inside the town', () => {
      const area = boundary(key)
      const outside = reports.filter(
        ({ lat, lon }) => lat !== undefined && lon !== undefined && !booleanPointInPolygon([lon, lat], area),
      )
      expect(outside.map((report) => report.description)).toEqual([])
      for (const report of reports) {
        expect(report.lat === undefined, report.description).toBe(report.lon === undefined)
        expect(report.lat ?? report.address, report.description).toBeDefined()
      }
    })

    test('shows every status, with the reason and words that it demands', () => {
      expect(sorted(new Set(reports.map((report) => report.status)))).toEqual(sorted(DemoReport.shape.status.options))
      for (const report of reports) {
        const reasons = (CLOSING_REASONS as Partial<Record<DemoReport['status'], readonly string[]>>)[report.status]
        if (reasons) expect(reasons, report.description).toContain(report.reason)
        if (report.status === 'with_partner') expect(report.reason, report.description).toBeDefined()
        if (reasons || report.status === 'question') {
          expect(report.answer, report.description).toBeDefined()
        }
        if (report.status === 'question') expect(report.contact?.email, report.description).toBeDefined()
      }
    })

    test('is in order of arrival and says nothing twice', () => {
      const ages = reports.map((report) => report.daysAgo)
      expect(ages).toEqual(ages.toSorted((one, other) => other - one))
      expect(new Set(reports.map((report) => report.description)).size).toBe(reports.length)
    })
  })
})
