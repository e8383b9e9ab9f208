/** How reliable a town is: honest figures, solved apart from merely closed. */
import { type Ctx, inTransaction, type TxCtx } from '../context.ts'
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

export function publicFigures(ctx: Ctx | TxCtx): Promise<Figures | null> {
  return inTransaction(ctx, async (ctx) => {
    const { ended, done, medianDays } = await readFigures(ctx)
    if (ended < FEWEST || medianDays === null) return null
    return { ended, solvedShare: done / ended, medianDays: Math.max(1, Math.round(medianDays)) }
  })
}
