/** What an import did, or would do, added up and in words. */
import { words } from '../../../client/i18n/index.ts'
import type { Language } from '../../../tenants/languages.ts'
import type { Imported } from '../../reports/import-reports.ts'
import type { RefusalReason } from '../../reports/imported-row.ts'
import { refusalLine } from './refusals.ts'
import type { ImportTown } from './serve-import.ts'

export type Summary = Imported & { lines: number }

export const emptySummary = (): Imported => ({
  taken: 0,
  known: 0,
  differing: [],
  refusals: [],
  categories: {},
  statuses: {},
  withoutPlace: 0,
})

export function addUp(sum: Imported, more: Imported): void {
  sum.taken += more.taken
  sum.known += more.known
  sum.withoutPlace += more.withoutPlace
  sum.differing.push(...more.differing)
  sum.refusals.push(...more.refusals)
  for (const what of ['categories', 'statuses'] as const) {
    for (const [key, count] of Object.entries(more[what])) sum[what][key] = (sum[what][key] ?? 0) + count
  }
}

/** More than this nobody reads on a screen. */
const MOST_SHOWN = 20

type How = ImportTown & {
  language: Language
  isDryRun: boolean
  seconds: number
  refusalsFile: string | undefined
}

export function summaryInWords(
  summary: Summary,
  { language, categories, isDryRun, seconds, refusalsFile }: How,
): string {
  const { imports: say, status } = words(language)
  const { lines, taken, known, differing, refusals, withoutPlace } = summary
  const nameOf = (key: string) => categories.find((one) => one.key === key)?.name ?? key
  const refusedRows = new Set(refusals.map(({ line }) => line)).size
  const reasons = mostFirst(counts(refusals.map(({ reason }) => reason)))
  const shown = refusals.slice(0, MOST_SHOWN).map((one) => refusalLine(one, language))
  const rate = Math.round((taken + known) / Math.max(seconds, 0.001))
  return [
    ...(isDryRun ? [say.dryRun] : []),
    say.read(lines),
    (isDryRun ? say.wouldTake : say.taken)(taken),
    ...mostFirst(summary.statuses).map(([key, count]) =>
      say.count(status.label[key as keyof typeof status.label], count),
    ),
    ...(withoutPlace > 0 ? [say.count(say.withoutPlace, withoutPlace)] : []),
    ...(taken > 0 ? [say.byCategory] : []),
    ...mostFirst(summary.categories).map(([key, count]) => say.count(nameOf(key), count)),
    ...(known > 0 ? [say.known(known)] : []),
    ...(differing.length > 0 ? [say.differing(differing.length, differing.slice(0, MOST_SHOWN).join(', '))] : []),
    say.refusedRows(refusedRows),
    ...reasons.map(([reason, count]) => say.count(say.because[reason as RefusalReason], count)),
    ...shown.map((line) => `  ${line}`),
    ...(refusals.length > MOST_SHOWN && !refusalsFile ? [say.more(refusals.length - MOST_SHOWN)] : []),
    ...(refusalsFile ? [say.allIn(refusalsFile)] : []),
    ...(isDryRun ? [] : [say.speed(seconds, rate)]),
  ].join('\n')
}

function counts(values: readonly string[]): Record<string, number> {
  const found: Record<string, number> = {}
  for (const value of values) found[value] = (found[value] ?? 0) + 1
  return found
}

const mostFirst = (counted: Record<string, number>) => Object.entries(counted).sort(([, a], [, b]) => b - a)
