/** How long reports of one category usually take: honest, or nothing. */
import { type Ctx, inTransaction, type TxCtx } from '../context.ts'
import { FEWEST } from './public-figures.ts'
import { readDurations } from './public-rows.ts'

export type Durations = {
  /** Days after which half of them were done. */
  medianDays: number
  /** Days after which nine of ten were done; absent where ten are not there. */
  nineOfTenDays?: number
  /** Reports done in a year: what both are taken from. */
  done: number
}

const YEAR_MS = 365 * 86_400_000
/** Nine of ten can only be said of ten. */
const FEWEST_FOR_NINE_OF_TEN = 10

/** Public reports only. @returns null for too few, and for what is never public */
export async function categoryDurations(ctx: Ctx | TxCtx, key: string): Promise<Durations | null> {
  const category = ctx.town.categories.find((one) => one.key === key)
  if (!category || category.disclosure === 'never') return null
  const since = new Date(ctx.now().getTime() - YEAR_MS)
  const { done, median, nineOfTen } = await inTransaction(ctx, (ctx) => readDurations(ctx, key, since))
  if (done < FEWEST || median === null || nineOfTen === null) return null
  const medianDays = wholeDays(median)
  return { done, medianDays, ...(done >= FEWEST_FOR_NINE_OF_TEN ? { nineOfTenDays: wholeDays(nineOfTen) } : {}) }
}

const wholeDays = (days: number) => Math.max(1, Math.round(days))
