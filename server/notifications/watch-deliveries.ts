/** Whether a town's mails arrive. The admin sees which; the operator sees how many. */
import { z } from 'zod'
import type { Database } from '../../db/client.ts'
import { type Ctx, inTransaction, type RegisteredTown } from '../context.ts'
import { requireAdmin, requireOverseer } from '../people/permissions.ts'
import {
  countDeliveries,
  countGivenUp,
  type DeliveryCounts,
  listGivenUpRows,
  listTroubleRows,
} from './delivery-rows.ts'

export const DELIVERIES_PAGE = 50
const DAY_MS = 86_400_000
/** What failed longer ago is history: nobody waits for that mail any more. */
const DAYS = 14
export const troubleSince = (now: Date) => new Date(now.getTime() - DAYS * DAY_MS)

export const WatchDeliveries = z.object({ page: z.coerce.number().int().min(1).max(1_000).default(1) })

export function watchDeliveries(ctx: Ctx, { page }: z.infer<typeof WatchDeliveries>) {
  return inTransaction(ctx, async (ctx) => {
    requireAdmin(ctx)
    const since = troubleSince(ctx.now())
    // One more than is shown tells whether there is a next page.
    const window = { since, limit: DELIVERIES_PAGE + 1, offset: (page - 1) * DELIVERIES_PAGE }
    const rows = await listTroubleRows(ctx, window)
    return {
      rows: rows.slice(0, DELIVERIES_PAGE),
      hasMore: rows.length > DELIVERIES_PAGE,
      givenUp: await listGivenUpRows(ctx),
    }
  })
}

export type DeliveryFigures = DeliveryCounts & { givenUp: number }
type Asking = { database: Database; actor: Ctx['actor']; now: Date }

/** Counts alone. For the town's admin and the operator. */
export function countTroubles({ database, actor, now }: Asking, { key }: RegisteredTown): Promise<DeliveryFigures> {
  requireOverseer(actor, key)
  return database.inTransaction(key, async (db) => ({
    ...(await countDeliveries(db, key, troubleSince(now))),
    givenUp: await countGivenUp(db, key),
  }))
}
