/** Which of the last reports would go elsewhere by changed files. Pure: both states of the town are given. */
import type { Town } from '../../tenants/schema.ts'
import { type Routed, routeReport } from '../routing/route-report.ts'
import type { ReplayRow } from './replay-rows.ts'

type Rules = Pick<Town, 'departments' | 'rules' | 'districts' | 'categories'>
export type Moved = { number: number; category: string; from: Routed; to: Routed }
export type Replay = {
  looked: number
  same: number
  moved: Moved[]
  /** Categories of these reports that the changed files no longer offer. */
  gone: { category: string; count: number }[]
}

/**
 * Held against the rules in force rather than against where each report lies today: staff may have passed it on, and
 * files without a change move nothing.
 * @param today day for the rules, 2026-11-25
 */
export function replayReports(rows: readonly ReplayRow[], { before, after, today }: Both): Replay {
  const offered = new Set(after.categories.map(({ key }) => key))
  const gone = new Map<string, number>()
  const moved: Moved[] = []
  for (const { number, category, point, answers } of rows) {
    if (!offered.has(category)) {
      gone.set(category, (gone.get(category) ?? 0) + 1)
      continue
    }
    const question = { category, point, answers, today }
    const [from, to] = [routeReport(before, question), routeReport(after, question)]
    if (targetOf(from) !== targetOf(to)) moved.push({ number, category, from, to })
  }
  const lost = [...gone].map(([category, count]) => ({ category, count }))
  const same = rows.length - moved.length - lost.reduce((sum, { count }) => sum + count, 0)
  return { looked: rows.length, same, moved, gone: lost }
}

type Both = { before: Rules; after: Rules; today: string }

const targetOf = ({ department, partner, isForCounty }: Routed) => JSON.stringify([department, partner, isForCounty])
