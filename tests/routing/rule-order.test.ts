import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { words } from '../../client/i18n/index.ts'
import { readTenants } from '../../server/cli/command-world.ts'
import { checkAnswers } from '../../server/reports/check-answers.ts'
import { routeReport } from '../../server/routing/route-report.ts'
import { checkCatalogue } from '../../server/towns/check-catalogue.ts'
import { checkTown, readTown } from '../../server/towns/check-town.ts'
import { resolveTown } from '../../server/towns/resolve-town.ts'
import type { RoutingRule, StoredTown } from '../../tenants/schema.ts'

const say = words('de').check
const checked = checkCatalogue(readTenants('tenants').catalogue, say)
if (!checked.ok) throw new Error('the catalogue is broken')
const { catalogue } = checked

const square = (lon: number, lat: number, side: number) => [
  [lon, lat],
  [lon + side, lat],
  [lon + side, lat + side],
  [lon, lat + side],
  [lon, lat],
]
const feature = (properties: object, ring: number[][]) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Polygon', coordinates: [ring] },
})
const boundary = JSON.stringify(feature({ attribution: 'Test', ags: '05999001' }, square(8, 52, 1)))
/** Two beside each other, one that is another's twin, one around all of them. */
const districts = JSON.stringify({
  type: 'FeatureCollection',
  features: [
    feature({ key: 'west', name: 'West' }, square(8.1, 52.1, 0.2)),
    feature({ key: 'east', name: 'Ost' }, square(8.3, 52.1, 0.2)),
    feature({ key: 'twin', name: 'Zwilling' }, square(8.1, 52.1, 0.2)),
    feature({ key: 'wide', name: 'Weit' }, square(8.05, 52.05, 0.6)),
  ],
})
const options = (...keys: string[]) => keys.map((key) => ({ key, label: key }))
const own = [
  {
    key: 'one-thing',
    group: 'roads',
    name: 'Eines',
    questions: [
      { key: 'size', type: 'one_of', label: 'Größe', options: options('small', 'middle', 'large') },
      { key: 'parts', type: 'several_of', label: 'Teile', options: options('top', 'side', 'floor') },
      { key: 'wet', type: 'yes_no', label: 'Nass', showIf: { question: 'size', is: 'large' } },
      { key: 'colour', type: 'text', label: 'Farbe' },
    ],
  },
  {
    key: 'other-thing',
    group: 'roads',
    name: 'Anderes',
    questions: [
      { key: 'size', type: 'several_of', label: 'Größen', options: options('small', 'middle', 'large') },
      { key: 'wet', type: 'yes_no', label: 'Nass' },
    ],
  },
]
const file = {
  key: 'testau',
  name: 'Testau',
  categories: ['pothole'],
  own,
  departments: ['dispatch', 'roads', 'green', 'depot'].map((key) => ({
    key,
    name: key,
    mailbox: `${key}@testau.example`,
    dispatcher: key === 'dispatch',
    categories: key === 'roads' ? ['one-thing', 'other-thing'] : [],
  })),
  partners: [{ key: 'works', name: 'Stadtwerke', mailbox: 'netz@works.example' }],
}

/** The town with these rules, or what is wrong with them. */
function townWith(rules: readonly unknown[]): { town: StoredTown | null; said: string } {
  const townYaml = JSON.stringify({ ...file, rules })
  const read = readTown({ key: 'testau', townYaml, boundary, districts, logo: null, demo: null }, say, catalogue)
  if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join('\n'))
  const held = checkTown(read.read, { catalogue, towns: [read.read], say })
  if (held.ok) return { town: held.compiled.town, said: '' }
  return { town: null, said: held.problems.map(({ message }) => message).join('\n') }
}

const someOf = <T>(...all: T[]) =>
  fc.oneof(fc.constantFrom(...all), fc.uniqueArray(fc.constantFrom(...all), { minLength: 1 }))
const size = fc.record({ question: fc.constant('size'), is: someOf('small', 'middle', 'large') })
const wet = fc.record({ question: fc.constant('wet'), is: fc.boolean() })
const parts = fc.record({ question: fc.constant('parts'), is: someOf('top', 'side', 'floor') })
const colour = fc.record({ question: fc.constant('colour'), is: fc.constantFrom('red', 'green') })
const corner = fc.constantFrom(0.1, 0.2, 0.3, 0.4)
const within = fc
  .tuple(corner, corner, fc.constantFrom(0.1, 0.2), fc.constantFrom(0.1, 0.2))
  .map(([x, y, width, height]) => [8 + x, 52 + y, 8 + x + width, 52 + y + height])
const place = fc.oneof(
  fc.constant({}),
  fc.record({ in: someOf('west', 'east', 'twin', 'wide') }),
  fc.record({ within }),
  fc.record({ in: someOf('west', 'east', 'wide'), within }),
)
const to = fc.constantFrom('dispatch', 'green', 'depot', 'partner/works')
const oneThing = fc.record({
  category: fc.constant('one-thing'),
  answer: fc.option(
    fc.oneof(size, wet, parts, colour, fc.array(fc.oneof(size, wet, parts, colour), { minLength: 1, maxLength: 3 })),
  ),
  to,
})
const anyThing = fc.record({
  category: someOf('one-thing', 'other-thing'),
  answer: fc.option(fc.oneof(size, wet, fc.tuple(size, wet), fc.tuple(size, size))),
  to,
})
const rule = fc.tuple(fc.oneof(oneThing, anyThing), place).map(([{ answer, ...one }, where]) => {
  return { ...one, ...where, ...(answer === null ? {} : { answer }) }
})

/** Never on an edge. */
const inTown = fc.integer({ min: 0, max: 19 }).map((n) => n / 20 + 0.0123)
const report = fc.record({
  category: fc.constantFrom('one-thing', 'other-thing'),
  point: fc.option(fc.record({ lon: inTown.map((x) => 8 + x), lat: inTown.map((y) => 52 + y) }), { freq: 10 }),
  given: fc.record(
    {
      size: fc.oneof(fc.constantFrom('small', 'middle', 'large'), fc.subarray(['small', 'middle', 'large'])),
      wet: fc.boolean(),
      parts: fc.subarray(['top', 'side', 'floor']),
      colour: fc.constantFrom('red', 'green', 'blue'),
    },
    { requiredKeys: [] },
  ),
})

const whole = new Map(catalogue.categories.map((one) => [one.key, one]))
function targets(
  town: StoredTown,
  rules: RoutingRule[],
  reports: { category: string; point: null | { lon: number; lat: number }; given: object }[],
) {
  const { categories } = resolveTown(town, whole)
  return reports.map(({ category, point, given }) => {
    const asked = categories.find(({ key }) => key === category)!
    const { answers } = checkAnswers(asked, given as Record<string, unknown>, 'de')
    const values = Object.fromEntries(answers.map(({ key, value }) => [key, value]))
    const routed = routeReport({ ...town, rules }, { category, point, answers: values, today: '2026-11-16' })
    return { department: routed.department, partner: routed.partner, isForCounty: routed.isForCounty }
  })
}

describe('the order of rules in a file', () => {
  it('never decides, once the rules are accepted', () => {
    let accepted = 0
    const shuffled = fc.array(rule, { minLength: 2, maxLength: 4 }).chain((rules) => {
      const order = fc.shuffledSubarray(rules, { minLength: rules.length })
      return fc.tuple(fc.constant(rules), order, fc.array(report, { minLength: 40, maxLength: 40 }))
    })
    fc.assert(
      fc.property(shuffled, ([rules, order, reports]) => {
        const { town } = townWith(rules)
        if (!town) return
        accepted++
        expect(targets(town, order as RoutingRule[], reports)).toEqual(targets(town, rules as RoutingRule[], reports))
      }),
      { numRuns: 600 },
    )
    expect(accepted).toBeGreaterThan(60)
  })

  const west = { category: 'one-thing', in: 'west', to: 'green' }
  const small = { question: 'size', is: 'small' }
  it.each([
    ['areas of the same size beside each other', west, { ...west, in: 'east', to: 'depot' }],
    [
      'answers that exclude each other',
      { category: 'one-thing', answer: small, to: 'green' },
      { category: 'one-thing', answer: { question: 'size', is: ['middle', 'large'] }, to: 'depot' },
    ],
    [
      'a question that the other’s answer rules out',
      { category: 'one-thing', answer: { question: 'wet', is: true }, to: 'green' },
      { category: 'one-thing', answer: small, to: 'depot' },
    ],
    [
      'the same department for answers that overlap',
      { category: 'one-thing', answer: small, to: 'green' },
      { category: 'one-thing', answer: { question: 'parts', is: 'top' }, to: 'green' },
    ],
    ['a place against answers', west, { category: 'one-thing', answer: small, to: 'depot' }],
  ])('is no matter for %s', (_what, one, other) => {
    expect(townWith([one, other]).said).toBe('')
  })

  it.each([
    ['areas that are the same by another name', west, { ...west, in: 'twin', to: 'depot' }],
    ['one area out of several', { ...west, in: ['west', 'wide'] }, { ...west, in: ['east', 'wide'], to: 'depot' }],
    [
      'rectangles of the same size that overlap',
      { category: 'one-thing', within: [8.1, 52.1, 8.2, 52.2], to: 'green' },
      { category: 'one-thing', within: [8.15, 52.1, 8.25, 52.2], to: 'depot' },
    ],
    [
      'two of several answers',
      { category: 'other-thing', answer: small, to: 'green' },
      { category: 'other-thing', answer: { question: 'size', is: 'large' }, to: 'depot' },
    ],
    [
      'a text against a choice',
      { category: 'one-thing', answer: { question: 'colour', is: 'red' }, to: 'green' },
      { category: 'one-thing', answer: small, to: 'depot' },
    ],
    [
      'the second of several categories',
      { category: ['one-thing', 'other-thing'], answer: small, to: 'green' },
      { category: ['one-thing', 'other-thing'], answer: { question: 'size', is: 'large' }, to: 'depot' },
    ],
  ])('is refused to decide between %s', (_what, one, other) => {
    expect(townWith([one, other]).said).toMatch(/^rules, 2\. Eintrag: Diese Regel und die in Zeile 1 /)
  })

  it.each([
    ['two answers where one is asked for', [small, { question: 'size', is: 'large' }]],
    ['a question that is not asked after the other answer', [small, { question: 'wet', is: true }]],
  ])('does not save a rule that can never hold: %s', (_what, answer) => {
    expect(townWith([{ category: 'one-thing', answer, to: 'green' }]).said).toMatch(
      /answer: Diese Antworten kann niemand zugleich geben/,
    )
  })
})
