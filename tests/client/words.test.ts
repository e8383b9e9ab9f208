import { describe, expect, it } from 'vitest'
import { formatAge, formatDate, formatDateTime, formatPercent, words } from '../../client/i18n/index.ts'
import { LANGUAGES } from '../../tenants/languages.ts'

/** Every entry of a tree of words by its path: "citizen.start.title". */
function entries(tree: object, path = ''): [string, unknown][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null ? entries(value, `${path}${key}.`) : [[`${path}${key}`, value]],
  )
}
const paths = (tree: object) => entries(tree).map(([path]) => path)

describe.each(LANGUAGES)('words in %s', (language) => {
  it('have the keys of the German ones and no others', () => {
    expect(paths(words(language)).toSorted()).toEqual(paths(words('de')).toSorted())
  })

  it('leave nothing empty', () => {
    const empty = entries(words(language)).filter(([, value]) => typeof value === 'string' && value.trim() === '')
    expect(empty).toEqual([])
  })

  it('never shout', () => {
    const shouting = entries(words(language)).filter(([, value]) => typeof value === 'string' && value.includes('!'))
    expect(shouting).toEqual([])
  })
})

describe('dates', () => {
  const now = new Date('2026-11-22T10:00:00+01:00')

  it('show the clock of Germany', () => {
    expect(formatDate('de', '2026-11-24T23:30:00Z', now)).toBe('Mittwoch, 25. November')
    expect(formatDateTime('de', '2026-11-22T08:12:00Z', now)).toBe('heute, 9:12 Uhr')
  })

  it('name the year only when it is another one', () => {
    expect(formatDate('en', '2027-01-04', now)).toBe('Monday, 4 January 2027')
  })

  it.each([
    ['2026-11-22T08:00:00Z', 'heute'],
    ['2026-11-21T22:59:00Z', 'gestern'],
    ['2026-11-18T12:00:00Z', 'vor 4 Tagen'],
    ['2026-11-01T12:00:00Z', 'vor 3 Wochen'],
    ['2026-06-01T12:00:00Z', 'vor 5 Monaten'],
    ['2023-06-01T12:00:00Z', 'vor 3 Jahren'],
  ])('%s is %s', (when, age) => {
    expect(formatAge('de', when, now)).toBe(age)
  })

  it('write shares as whole percent', () => {
    expect(formatPercent('de', 0.744)).toBe('74\u00a0%')
  })
})

/** What only whoever writes a town's files reads; there an example may be one of the example towns. */
const FOR_FILES = ['check', 'terminal', 'plan', 'join']

it('no shared text names one of the towns', () => {
  const named = LANGUAGES.flatMap((language) => entries(words(language)))
    .filter(([path]) => !FOR_FILES.includes(path.split('.')[0]!))
    .filter(([, value]) => typeof value === 'string' && /Salzuflen|Lemgo|Herford|Kreis Lippe/.test(value))
  expect(named).toEqual([])
})
