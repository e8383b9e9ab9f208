/** Tables as RFC 4180 has them. */

/** What a spreadsheet may take for the beginning of a formula, also written wide or behind a line's end (OWASP). */
const FORMULA = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/

/** Words of people stay words. */
export const noFormula = (text: string): string => (FORMULA.test(text) ? `'${text}` : text)

/** Minus numbers stay numbers. */
function field(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const safe = noFormula(value)
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** @param separator a semicolon for spreadsheets that speak German */
export const csvOf = (rows: readonly (readonly (string | number)[])[], separator: ',' | ';' = ','): string =>
  rows.map((row) => `${row.map(field).join(separator)}\r\n`).join('')
