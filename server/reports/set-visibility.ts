import { z } from 'zod'
import { type Ctx, inTransaction } from '../context.ts'
import { conflict } from '../errors.ts'
import { requireClerkOf } from '../people/permissions.ts'
import { Seen } from './inputs.ts'
import { isNeverPublic } from './never-public.ts'
import { recordEvent } from './record-event.ts'
import { getReportRow, moveReportRow } from './rows.ts'

export const SetVisibility = Seen.extend({ what: z.enum(['report', 'text']), visibility: z.enum(['shown', 'hidden']) })

/** Publishes or hides the report, or its text apart from it. Work goes on either way. */
export function setVisibility(ctx: Ctx, input: z.infer<typeof SetVisibility>) {
  return inTransaction(ctx, async (ctx) => {
    const report = await getReportRow(ctx, input.number)
    requireClerkOf(ctx, report.department)
    const { what, visibility } = input
    if (visibility === 'shown' && isNeverPublic(ctx, report)) throw conflict('never_public')
    // Nothing is left to show, and what somebody had erased does not come back.
    if (visibility === 'shown' && report.textErasedAt) throw conflict('not_possible_now', { number: report.number })

    const column = what === 'report' ? 'visibility' : 'textVisibility'
    const changed = await moveReportRow(ctx, report, input.version, { [column]: visibility })
    await recordEvent(ctx, changed, 'visibility_changed', { what, visibility })
    return changed
  })
}
