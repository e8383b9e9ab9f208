/** Figures of use, counted on the server without a person in them. */
import { sql } from 'drizzle-orm'
import { usageCounts } from '../../db/schema/intake.ts'
import type { IntakeChannel } from '../../db/schema/reports.ts'
import { type Ctx, inTransaction, type TxCtx } from '../context.ts'

export const STEPS = ['start_opened', 'form_opened', 'form_refused', 'submitted'] as const
export const DEVICES = ['phone', 'desk', 'other'] as const

export type Use = {
  step: (typeof STEPS)[number]
  intakeChannel: IntakeChannel
  device: (typeof DEVICES)[number]
  via?: string | undefined
}

/** Adds one to the day's counter of this combination. */
export async function countUsage(ctx: Ctx | TxCtx, { step, intakeChannel, device, via = '' }: Use): Promise<void> {
  const day = ctx.now().toISOString().slice(0, 10)
  await inTransaction(ctx, (ctx) =>
    ctx.db
      .insert(usageCounts)
      .values({ town: ctx.town.key, day, step, intakeChannel, device, via, count: 1 })
      .onConflictDoUpdate({
        target: [
          usageCounts.town,
          usageCounts.day,
          usageCounts.step,
          usageCounts.intakeChannel,
          usageCounts.device,
          usageCounts.via,
        ],
        set: { count: sql`${usageCounts.count} + 1` },
      }),
  )
}

/** Phone or desk from the User-Agent; nothing else of it is looked at or kept. */
export function deviceOf(userAgent: string | undefined): Use['device'] {
  if (!userAgent) return 'other'
  return /Mobi|Android|iPhone/i.test(userAgent) ? 'phone' : 'desk'
}
