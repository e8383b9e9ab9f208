/** How reliable a town is: honest figures, solved apart from merely closed. */
import { type Ctx, inTransaction, type RegisteredTown, type TxCtx } from '../context.ts'
import { readFigures } from './public-rows.ts'

export type Figures = {
  /** Median of days from receipt to done. */
  medianDays: number
  /** Done ÷ everything that has ended, between 0 and 1. */
  solvedShare: number
  /** Reports that have ended: what both figures are taken from. */
  ended: number
}

/** Below this number of ended reports a figure would say more about chance than about the town. */
export const FEWEST = 5

/** Of so many one more changes nothing that anybody could see, and reading them all takes a tenth of a second. */
const MANY = 2_000
const KEPT_MS = 10 * 60_000

/** By the registry's town, which is another object with every version. */
const kept = new WeakMap<RegisteredTown, { figures: Figures; readAt: number }>()

/** Of a town with many ended reports up to ten minutes old. */
export function publicFigures(ctx: Ctx | TxCtx): Promise<Figures | null> {
  const earlier = kept.get(ctx.town)
  const readAt = ctx.now().getTime()
  if (earlier && readAt - earlier.readAt < KEPT_MS) return Promise.resolve(earlier.figures)
  return inTransaction(ctx, async (ctx) => {
    const { ended, done, medianDays } = await readFigures(ctx)
    if (ended < FEWEST || medianDays === null) return null
    const figures = { ended, solvedShare: done / ended, medianDays: Math.max(1, Math.round(medianDays)) }
    if (ended >= MANY) kept.set(ctx.town, { figures, readAt })
    return figures
  })
}
