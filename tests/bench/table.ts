/** What a benchmark prints: one line per figure, its aim beside it. */
import { cpus, totalmem } from 'node:os'

export type Line = { what: string; postgres?: string; embedded?: string; aim?: string }
/** The two databases every figure is taken on. */
export type Column = 'postgres' | 'embedded'

/** One line out of both columns' lines, in the order of the first. */
export function merged(columns: Line[][]): Line[] {
  const lines = new Map<string, Line>()
  for (const line of columns.flat()) lines.set(line.what, { ...lines.get(line.what), ...line })
  return [...lines.values()]
}

/** As Markdown, so that it can stand in the README as it is. */
export function tableOf(lines: readonly Line[]): string {
  const rows = lines.map(({ what, postgres = '', embedded = '', aim = '' }) => [what, postgres, embedded, aim])
  return columns([['what', 'Postgres', 'embedded', 'aim'], ...rows])
}

/** @param all rows, the first of which is the head */
export function columns(all: readonly string[][]): string {
  const widths = all[0]!.map((_, column) => Math.max(...all.map((row) => row[column]!.length)))
  const written = all.map((row) => `| ${row.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`)
  return [written[0], `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...written.slice(1)].join('\n')
}

export function machine(): string {
  const [cpu] = cpus()
  const memory = Math.round(totalmem() / 1024 ** 3)
  return `${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${cpus().length} × ${cpu?.model.trim()}, ${memory} GB`
}

export const tell = (text: string) => void process.stderr.write(`${text}\n`)

export const percentile = (all: readonly number[], share: number) =>
  [...all].sort((a, b) => a - b)[Math.min(all.length - 1, Math.floor(all.length * share))] ?? Number.NaN
export const median = (all: readonly number[]) => percentile(all, 0.5)
export const ms = (value: number) => `${value.toFixed(1)} ms`
export const percent = (share: number) => `${(share * 100).toFixed(0)} %`
export const count = (value: number) => Math.round(value).toLocaleString('en-US')
