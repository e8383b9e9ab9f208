/** The only place that reads and writes what can still be undone. */
import { and, eq, lt, sql } from 'drizzle-orm'
import { events } from '../../db/schema/events.ts'
import { dueWork } from '../../db/schema/platform.ts'
import { undoSteps } from '../../db/schema/reports.ts'
import type { TxCtx } from '../context.ts'

export type UndoStepRow = typeof undoSteps.$inferSelect

/** Keeps the step, and forgets those that are over. */
export async function addUndoStepRow(ctx: TxCtx, row: Omit<UndoStepRow, 'town'>): Promise<void> {
  const { town } = undoSteps
  await ctx.db.delete(undoSteps).where(and(eq(town, ctx.town.key), lt(undoSteps.until, ctx.now())))
  await ctx.db.insert(undoSteps).values({ ...row, town: ctx.town.key })
}

/** All reports that one press changed; held, so that it is undone once. */
export function holdUndoStepRows(ctx: TxCtx, id: string): Promise<UndoStepRow[]> {
  return ctx.db
    .select()
    .from(undoSteps)
    .where(and(eq(undoSteps.town, ctx.town.key), eq(undoSteps.id, id)))
    .orderBy(undoSteps.reportId)
    .for('update')
}

export async function removeUndoStepRows(ctx: TxCtx, id: string): Promise<void> {
  await ctx.db.delete(undoSteps).where(and(eq(undoSteps.town, ctx.town.key), eq(undoSteps.id, id)))
}

/** Nobody is told of what did not happen. */
export async function removeTelling(ctx: TxCtx, eventId: string): Promise<void> {
  await ctx.db
    .delete(dueWork)
    .where(and(eq(dueWork.town, ctx.town.key), eq(dueWork.kind, 'tell'), eq(dueWork.ref, eventId)))
}

type Subject = { id: string; version: number }

/** The event that made this version of the report. */
export async function getEventIdOf(ctx: TxCtx, { id, version }: Subject): Promise<string> {
  const [row] = await ctx.db
    .select({ id: events.id })
    .from(events)
    .where(
      and(
        eq(events.town, ctx.town.key),
        eq(events.reportId, id),
        eq(events.version, version),
        // A change that may be undone is told by one event.
        eq(events.step, 0),
      ),
    )
  return row!.id
}

/** Whether somebody took the event back. */
export async function isUndoneRow(ctx: TxCtx, { id, reportId }: { id: string; reportId: string }): Promise<boolean> {
  const [row] = await ctx.db
    .select({ id: events.id })
    .from(events)
    .where(
      and(
        eq(events.town, ctx.town.key),
        eq(events.reportId, reportId),
        eq(events.action, 'undone'),
        eq(sql`${events.facts} ->> 'event'`, id),
      ),
    )
    .limit(1)
  return row !== undefined
}
