/** Reports that are worked on in another one. */
import { and, eq, isNull } from 'drizzle-orm'
import { dueWork } from '../../db/schema/platform.ts'
import { reports } from '../../db/schema/reports.ts'
import type { TxCtx } from '../context.ts'
import type { ReportRow } from './rows.ts'

/** A lead absorbs a handful; the limit only bounds the worst case. */
const MOST_MERGED = 100

/** Oldest first. */
export async function listMergedRows(ctx: TxCtx, leadId: string): Promise<ReportRow[]> {
  return ctx.db
    .select()
    .from(reports)
    .where(and(eq(reports.town, ctx.town.key), eq(reports.mergedInto, leadId)))
    .orderBy(reports.number)
    .limit(MOST_MERGED)
}

/** Takes the telling of an event back. False when it has begun or is done. */
export async function untellRow(ctx: TxCtx, eventId: string): Promise<boolean> {
  const taken = await ctx.db
    .delete(dueWork)
    .where(
      and(
        eq(dueWork.town, ctx.town.key),
        eq(dueWork.kind, 'tell'),
        eq(dueWork.ref, eventId),
        isNull(dueWork.claimedUntil),
      ),
    )
    .returning({ id: dueWork.id })
  return taken.length > 0
}
