/** What whoever took a report down tells and hands to the reporter: number, who, by when, and the reporter's own link. */
import { z } from 'zod'
import { type Ctx, inTransaction } from '../context.ts'
import { forbidden } from '../errors.ts'
import { mayWorkIn, requireStaff } from '../people/permissions.ts'
import { ReportNumber } from './inputs.ts'
import { findContactRow, findTextRow, getReportRow, listEventRows, type ReportRow, type TextRow } from './rows.ts'
import { trackingToken } from './tracking-link.ts'

export const ReadTaken = z.object({ number: ReportNumber })

export type TakenReport = {
  report: ReportRow
  text: TextRow | null
  hasEmail: boolean
  token: string
  /** The report is with a department of this person. */
  isOwn: boolean
}

/**
 * The link is the reporter's secret. It is shown to two kinds of people, neither of whom learns or can do more by it
 * than without: who works on the report reads and closes it anyway, and who took it down heard every word of it. Both
 * need it to hand over a receipt.
 * @throws not_found for a clerk of another town, forbidden `other_department` for everybody else of this one
 */
export function readTaken(ctx: Ctx, { number }: z.infer<typeof ReadTaken>): Promise<TakenReport> {
  return inTransaction(ctx, async (ctx) => {
    const { personId } = requireStaff(ctx)
    const report = await getReportRow(ctx, number)
    const isOwn = mayWorkIn(ctx, report.department)
    const events = isOwn ? [] : await listEventRows(ctx, report.id)
    const tookIt = events.some(({ action, actorId }) => action === 'submitted' && actorId === personId)
    if (!isOwn && !tookIt) throw forbidden('other_department')
    const text = await findTextRow(ctx, report.id)
    const contact = await findContactRow(ctx, report.id)
    return { report, text, hasEmail: Boolean(contact?.email), token: await trackingToken(ctx, report), isOwn }
  })
}
