/** The clock's side of retention: every night, in each town, what is over goes. */
import { type Ctx, inTransaction } from '../context.ts'
import { eraseDraft } from '../drafts/erase-draft.ts'
import { requireSystem } from '../people/permissions.ts'
import { eraseOldNotices } from '../reports/erase-notices.ts'
import { nextNight } from '../towns/recheck.ts'
import { holdDueReports } from './due-rows.ts'
import { erasePart } from './erase-part.ts'
import { PARTS, type Part } from './erasure-rows.ts'
import { listOverDrafts, removeLeftovers } from './leftover-rows.ts'

/** Reports in one transaction: few enough that others get their turn on the embedded database. */
const BATCH = 40
/** After the decision, as the form says: time enough to go to a court. */
const NOTICE_MONTHS = 6

/** @returns when to go on: at once while more is left, otherwise in the next night */
export async function eraseOld(ctx: Ctx, batch = BATCH): Promise<Date> {
  requireSystem(ctx)
  let isMore = false
  for (const part of PARTS) if ((await eraseDue(ctx, part, batch)) === batch) isMore = true
  if (await eraseLeftovers(ctx)) isMore = true
  return isMore ? ctx.now() : nextNight(ctx.town.key, ctx.now())
}

function eraseDue(ctx: Ctx, part: Part, batch: number): Promise<number> {
  return inTransaction(ctx, async (ctx) => {
    const due = await holdDueReports(ctx, part, batch)
    const at = ctx.now()
    for (const { id, dueAt } of due) await erasePart(ctx, { reportId: id, part, because: 'retention', dueAt, at })
    return due.length
  })
}

/** What should have gone by itself, and did not. */
async function eraseLeftovers(ctx: Ctx): Promise<boolean> {
  const drafts = await inTransaction(ctx, (ctx) => listOverDrafts(ctx, BATCH))
  for (const id of drafts) await eraseDraft(ctx, id)
  const decidedBefore = ctx.now()
  decidedBefore.setUTCMonth(decidedBefore.getUTCMonth() - NOTICE_MONTHS)
  await eraseOldNotices(ctx, decidedBefore)
  const rows = await inTransaction(ctx, removeLeftovers)
  return drafts.length === BATCH || rows
}
