/** What a town has erased, what comes next, and whether anything is late: numbers alone. */
import { type Ctx, inTransaction } from '../context.ts'
import { requireAdmin } from '../people/permissions.ts'
import { countDueReports, type DueCounts, findTurn, type Turn } from './due-rows.ts'
import { countErasures, type ErasedCount, PARTS, type Part } from './erasure-rows.ts'

const SOON_MS = 30 * 86_400_000

export type Proof = {
  /** Newest month first. */
  months: ErasedCount[]
  /** Per part: due within 30 days, and overdue. */
  due: Record<Part, DueCounts>
  turn: Turn | null
}

/** @throws not_found for the neighbour, forbidden for anybody but an admin */
export function readProof(ctx: Ctx): Promise<Proof> {
  return inTransaction(ctx, async (ctx) => {
    requireAdmin(ctx)
    const until = new Date(ctx.now().getTime() + SOON_MS)
    const due = {} as Proof['due']
    for (const part of PARTS) due[part] = await countDueReports(ctx, part, until)
    return { months: await countErasures(ctx), due, turn: await findTurn(ctx) }
  })
}
