/** Text modules: what a town may write, what the catalogue offers, and how they are filled in. */
import { describe, expect, it } from 'vitest'
import { readTenants } from '../../server/cli/command-world.ts'
import type { RegisteredTown } from '../../server/context.ts'
import type { ReportRow, TextRow } from '../../server/reports/rows.ts'
import { modulesFor } from '../../server/reports/text-modules.ts'
import { checkTowns } from '../../server/towns/check-towns.ts'
import { MODULE_ACTIONS, unknownPlaceholders } from '../../tenants/text-module.ts'
import { compiledTown } from '../support/towns.ts'

const MODULE = (change: string) => `
modules:
  - key: own-words
    title: Eigene Worte
    for: [close]
    reason: repaired
    text: Wir waren am {Datum} dort.
${change}`

function problemsWith(yaml: string): string[] {
  const { catalogue, towns } = readTenants('tenants')
  const changed = towns.map((town) => (town.key === 'lemgo' ? { ...town, townYaml: town.townYaml + yaml } : town))
  return checkTowns({ catalogue, towns: changed }, 'de').problems.map(({ message }) => message)
}

describe('a town’s own module', () => {
  it('is taken when it is sound, before those of the catalogue', () => {
    expect(problemsWith(MODULE(''))).toEqual([])
  })

  it.each([
    [
      'a placeholder that nobody fills',
      MODULE('').replace('{Datum}', '{Uhrzeit}'),
      '„{Uhrzeit}“ kann niemand ausfüllen',
    ],
    ['a category that is not there', MODULE('    categories: [moon]\n'), '„moon“ kann man hier nicht melden'],
    ['a reason that is not there', MODULE('').replace('repaired', 'kaputt'), 'Den Grund „kaputt“ gibt es nicht'],
  ])('is refused with %s', (_what, yaml, message) => {
    expect(problemsWith(yaml).join('\n')).toContain(message)
  })
})

describe('the shared modules', () => {
  const { modules } = compiledTown('bad-salzuflen').town

  it('serve every step that has them, with placeholders that exist', () => {
    expect(modules.length).toBeGreaterThanOrEqual(12)
    const served = new Set(modules.flatMap((one) => one.for))
    expect(MODULE_ACTIONS.filter((action) => !served.has(action))).toEqual(['handOver'])
    for (const { text } of modules) {
      for (const words of typeof text === 'string' ? [text] : Object.values(text))
        expect(unknownPlaceholders(words)).toEqual([])
    }
  })

  const town = { ...compiledTown('bad-salzuflen').town, categories: [] } as unknown as RegisteredTown
  const report = { number: 7, category: 'pothole', department: 'roads', language: 'de' } as ReportRow
  const given = { town, report, text: { address: 'Asper Straße 8' } as TextRow, now: new Date('2026-11-22T12:00:00Z') }

  it('propose those of the category first', () => {
    expect(modulesFor({ ...given, action: 'close' })[0]!.title).toBe('Loch geschlossen')
    expect(modulesFor({ ...given, report: { ...report, category: 'bench' }, action: 'close' })[0]!.title).toBe(
      'Erledigt',
    )
  })

  it('are filled in, and what nobody knows stays a gap', () => {
    const textOf = (action: string, title: string, more = {}) =>
      modulesFor({ ...given, ...more, action }).find((one) => one.title === title)!.text
    expect(textOf('close', 'Nichts mehr da')).toContain('am 22. November dort')
    expect(textOf('answer', 'Wir sehen es uns an')).toContain('Asper Straße 8. Straßen und Verkehr')
    expect(textOf('answer', 'Wir sehen es uns an', { text: null })).toContain('[Ort]')
    expect(textOf('schedule', 'Kolonne kommt')).toContain('am [Datum]')
  })

  it('speak the reporter’s language as far as they can', () => {
    const english = modulesFor({ ...given, report: { ...report, language: 'en' }, action: 'close' })
    expect(english[0]!.text).toContain('Thank you for telling us.')
  })
})
