/** Whether there is anything new for a clerk: cheap enough to be asked every half minute. */
import { z } from 'zod'
import { type Ctx, inTransaction } from '../context.ts'
import { QueueFilter, scopeOf } from './list-queue.ts'
import { readNewsRows } from './queue-rows.ts'

const DAY_MS = 86_400_000

export const ReadNews = QueueFilter.pick({ department: true }).extend({ since: z.iso.datetime() })

export type News = {
  /** Reports that arrived or came back since then. */
  fresh: number
  /** When anything in these departments changed last, in milliseconds; 0: nothing since then. */
  version: number
}

/** Of a page that was left open for long, no more than the last day is counted. @throws not_found for a clerk of another town */
export function readNews(ctx: Ctx, { since, department }: z.infer<typeof ReadNews>): Promise<News> {
  return inTransaction(ctx, async (ctx) => {
    const from = new Date(Math.max(Date.parse(since), ctx.now().getTime() - DAY_MS))
    const { fresh, changedAt } = await readNewsRows(ctx, scopeOf(ctx, { department }), from)
    return { fresh, version: changedAt?.getTime() ?? 0 }
  })
}
