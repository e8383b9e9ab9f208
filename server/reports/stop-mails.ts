/** Whoever was written to about a report ends it: no more mails, or "that was not me". The report itself stays. */
import { type Ctx, inTransaction, type TxCtx } from '../context.ts'
import { recordEvent } from './record-event.ts'
import {
  type ContactRow,
  findContactRow,
  holdReportRow,
  moveReportRow,
  type ReportRow,
  removeContactEmail,
  removeContactRow,
} from './rows.ts'
import { getReportByStop } from './stop-link.ts'

export type Reach = {
  number: number
  /** What is left of the contact: an address to write to, only a name or a telephone number, or nothing. */
  left: 'address' | 'rest' | 'nothing'
}

/** Changes nothing. @throws not_found */
export function readReach(ctx: Ctx, token: string): Promise<Reach> {
  return inTransaction(ctx, async (ctx) => {
    const { id, number } = await getReportByStop(ctx, token)
    return { number, left: leftOf(await findContactRow(ctx, id)) }
  })
}

/** The address is erased, so that nothing can be sent to it; name and telephone number stay. A repeat is harmless. */
export function stopMails(ctx: Ctx, token: string): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const report = await hold(ctx, token)
    const contact = await findContactRow(ctx, report.id)
    if (!contact?.email) return
    if (contact.name || contact.phone) await removeContactEmail(ctx, report.id)
    else await removeContactRow(ctx, report.id)
    await record(ctx, report, 'no_mails')
  })
}

/** The whole contact is erased. A repeat is harmless. */
export function disownReport(ctx: Ctx, token: string): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const report = await hold(ctx, token)
    if (!(await findContactRow(ctx, report.id))) return
    await removeContactRow(ctx, report.id)
    await record(ctx, report, 'not_mine')
  })
}

/** Only a link that fits holds up anybody. */
const hold = async (ctx: TxCtx, token: string) => holdReportRow(ctx, (await getReportByStop(ctx, token)).number)

/** Says that something was erased and why, never what. */
async function record(ctx: TxCtx, report: ReportRow, reason: 'no_mails' | 'not_mine'): Promise<void> {
  const moved = await moveReportRow(ctx, report, report.version, {})
  const reporter = { ...ctx, actor: { kind: 'reporter', reportId: report.id } as const }
  await recordEvent(reporter, moved, 'contact_removed', { reason })
}

function leftOf(contact: ContactRow | null): Reach['left'] {
  if (!contact) return 'nothing'
  return contact.email ? 'address' : 'rest'
}
