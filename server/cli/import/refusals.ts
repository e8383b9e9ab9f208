/** What was not taken, and why, in sentences: for the terminal, and as a table for a spreadsheet. */
import { words } from '../../../client/i18n/index.ts'
import type { Language } from '../../../tenants/languages.ts'
import { noFormula } from '../../http/csv.ts'
import type { Refusal } from '../../reports/imported-row.ts'

export function refusalLine({ line, ref, field, reason, value = '' }: Refusal, language: Language): string {
  const say = words(language).imports
  return [say.line(line), ref, field, say.refused[reason](value)].filter(Boolean).join(', ')
}

/** With a byte order mark and semicolons, as German spreadsheets expect. */
export function refusalsAsCsv(refusals: readonly Refusal[], language: Language): string {
  const say = words(language).imports
  const rows = refusals.map(({ line, ref, field, reason, value = '' }) => [
    String(line),
    ref,
    field,
    say.refused[reason](value),
  ])
  return `\uFEFF${[say.columns, ...rows].map((cells) => cells.map(cell).join(';')).join('\r\n')}\r\n`
}

const cell = (text: string): string => `"${noFormula(text).replaceAll('"', '""')}"`
