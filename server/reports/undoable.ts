/** A change that can be taken back for a while: what it changed is kept, and mails about it wait. */
import { type Ctx, inTransaction, type TxCtx } from '../context.ts'
import { requireStaff } from '../people/permissions.ts'
import { getReportRow, type ReportRow } from './rows.ts'
import { addUndoStepRow, getEventIdOf } from './undo-rows.ts'

/** Long enough to read what happened and to reach the button. */
export const UNDO_MS = 20_000
/** Mails leave a little later, so that no undo comes at the same moment. */
const MARGIN_MS = 2_000

/** One press; all that it changes bears its id. */
export type Press = { id: string; until: Date }

export function newPress(ctx: Pick<Ctx, 'now'>): Press {
  return { id: crypto.randomUUID(), until: new Date(ctx.now().getTime() + UNDO_MS) }
}

type Changing = { number: number; change: (ctx: TxCtx) => Promise<ReportRow> }

/** Runs the change of one report in a transaction of its own, with what it takes to undo it. */
export function undoably(ctx: Ctx, press: Press, { number, change }: Changing): Promise<ReportRow> {
  return inTransaction(ctx, async (ctx) => {
    const { personId } = requireStaff(ctx)
    const before = await getReportRow(ctx, number)
    const tellAt = new Date(press.until.getTime() + MARGIN_MS)
    const after = await change({ ...ctx, tellAt })
    const eventId = await getEventIdOf(ctx, after)
    const step = { id: press.id, until: press.until, personId, reportId: after.id, eventId, version: after.version }
    await addUndoStepRow(ctx, { ...step, before: changedColumns(before, after) })
    return after
  })
}

/** Of what a change writes anyway nothing is brought back. */
const OWN = ['version', 'changedAt']

function changedColumns(before: ReportRow, after: ReportRow): Record<string, unknown> {
  const isSame = (column: string) =>
    JSON.stringify(Reflect.get(before, column)) === JSON.stringify(Reflect.get(after, column))
  return Object.fromEntries(Object.entries(before).filter(([column]) => !OWN.includes(column) && !isSame(column)))
}
