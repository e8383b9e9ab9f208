import { z } from 'zod'
import { type Ctx, inTransaction, type TxCtx } from '../context.ts'
import { requireAdmin } from '../people/permissions.ts'
import { addDueWork } from '../reports/record-event.ts'
import { forgetGivenUp, listEventsInQueue, reviveDeliveryRows, reviveDueWork } from './delivery-rows.ts'
import { troubleSince } from './watch-deliveries.ts'

/** One delivery, one piece of given-up work, or neither: everything that may be tried again. */
export const SendAgain = z.object({ delivery: z.uuid().optional(), work: z.uuid().optional() })

/** More than a bad day makes; what is left over can be sent by a second press. */
const MOST = 1_000

/** What failed is tried once more, and counts as new. Returns how many. A repeat finds nothing left to do. */
export function sendAgain(ctx: Ctx, { delivery, work }: z.infer<typeof SendAgain>): Promise<number> {
  return inTransaction(ctx, async (ctx) => {
    requireAdmin(ctx)
    if (work) return (await reviveDueWork(ctx, work)).length
    const sent = await tellAgain(ctx, delivery)
    return delivery ? sent : sent + (await reviveDueWork(ctx)).length
  })
}

async function tellAgain(ctx: TxCtx, id: string | undefined): Promise<number> {
  const { count, eventIds } = await reviveDeliveryRows(ctx, { id, since: troubleSince(ctx.now()), most: MOST })
  await forgetGivenUp(ctx, eventIds)
  const inQueue = await listEventsInQueue(ctx, eventIds)
  const missing = eventIds.filter((id) => !inQueue.includes(id))
  for (const ref of missing) await addDueWork(ctx, { kind: 'tell', ref, runAt: ctx.now() })
  return count
}
