/** Public histories of many public reports at once. */
import { type Ctx, inTransaction, type TxCtx } from '../context.ts'
import { presentTimeline, type TimelineEntry } from './present.ts'
import { listPublicEventRows } from './timeline-rows.ts'

/**
 * By the reports' numbers, newest entry first; none for what is not public.
 * @param which `answers`: only entries with words of the town
 */
export function readTimelines(
  ctx: Ctx | TxCtx,
  numbers: readonly number[],
  which: 'all' | 'answers',
): Promise<Map<number, TimelineEntry[]>> {
  return inTransaction(ctx, async (ctx) => {
    const events = await listPublicEventRows(ctx, numbers, which)
    return new Map([...events].map(([number, rows]) => [number, presentTimeline(rows)]))
  })
}
