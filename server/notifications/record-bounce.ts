import { type Ctx, inTransaction } from '../context.ts'
import { requireSystem } from '../people/permissions.ts'
import { markUndeliverable } from '../reports/rows.ts'
import type { Bounce, Verdict } from './read-bounce.ts'
import { findDeliveryRow, noteDelivery } from './rows.ts'

const OUTCOMES: Record<Verdict, { state?: 'failed'; failure: string }> = {
  gone: { state: 'failed', failure: 'bounced' },
  refused: { state: 'failed', failure: 'mail_refused' },
  expired: { state: 'failed', failure: 'mail_expired' },
  late: { failure: 'mail_late' },
}

/** A mail came back. Told to nobody: the clerk and the admin see it. False: no mail of ours went out like that. */
export function recordBounce(ctx: Ctx, { deliveryId, verdict }: Bounce): Promise<boolean> {
  return inTransaction(ctx, async (ctx) => {
    requireSystem(ctx)
    const found = await findDeliveryRow(ctx, deliveryId)
    if (!found || found.delivery.attempts === 0) return false
    const { delivery, reportId } = found
    // What came back for good stays so, whatever another server on the way says later.
    if (delivery.failure !== 'bounced') await noteDelivery(ctx, deliveryId, OUTCOMES[verdict])
    if (verdict === 'gone' && delivery.recipient === 'reporter') await markUndeliverable(ctx, reportId)
    return true
  })
}
