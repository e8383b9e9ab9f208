/** Reports accepted over HTTP and on the disk, against plain inserts of the same rows with the same durability. */
import { ask, HOST } from './ask.ts'
import { type BenchTown, benchTowns } from './seed.ts'
import type { Stage } from './stage.ts'
import type { Group } from './statements.ts'
import { count, type Line, percent, tell } from './table.ts'

const AT_ONCE = 10
const TOWNS = 50
/** An address of its own for each, so that no limit counts them together. */
const peer = (i: number) => `10.${(i >> 16) & 255}.${(i >> 8) & 255}.${i & 255}`
let visitors = 0

export function submission({ key, lat, lon }: BenchTown): Request {
  const report = {
    category: 'pothole',
    description: 'Tiefes Schlagloch vor der Bushaltestelle.',
    lat,
    lon,
    answers: {},
  }
  return new Request(`${HOST}/api/v1/towns/${key}/reports`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ ...report, contact: { email: 'anna@post.example' } }),
  })
}
export const submit = (stage: Stage, town: BenchTown) => ask(stage, submission(town), peer(++visitors))

export async function submits(stage: Stage, { reports }: { reports: number }): Promise<Line[]> {
  const lines: Line[] = []
  for (const amount of [TOWNS, 1]) {
    const towns = benchTowns(amount)
    for (const town of towns) await submit(stage, town)
    stage.groups.length = 0
    const ours = await rate(reports, (i) => submit(stage, towns[i % towns.length]!))
    const rows = stage.groups.map(insertsOf).filter(({ town, statements }) => town !== null && statements.length > 0)
    // Elsewhere, where none of these rows is there yet.
    const fresh = await stage.fresh()
    const plain = await rate(rows.length, (i) => fresh.bare(rows[i]!)).finally(() => fresh.drop())
    tell(`${stage.column}: ${reports} reports over ${amount} towns`)
    lines.push({
      what: amount === 1 ? 'reports accepted in one town' : `reports accepted over ${amount} towns`,
      [stage.column]: `${percent(ours / plain)} (${count(ours)}/s of ${count(plain)}/s)`,
      aim: amount === 1 ? '' : '≥ 50 % of plain inserts',
    })
  }
  return lines
}

/** New rows alone: counters are no inserts, but for the one that comes with the report's row and numbers it. */
const insertsOf = ({ town, statements }: Group): Group => ({
  town,
  statements: statements.filter(
    ({ sql }) => (/^insert /i.test(sql) && !/on conflict/i.test(sql)) || /^with "counter" as /.test(sql),
  ),
})

/** How many a second, ten at once. */
async function rate(amount: number, work: (i: number) => Promise<unknown>): Promise<number> {
  let next = 0
  const startedAt = performance.now()
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (next < amount) await work(next++)
    }),
  )
  return (amount * 1000) / (performance.now() - startedAt)
}
