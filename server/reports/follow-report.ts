/** "That concerns me too": counted without an account, and told by mail once the address is confirmed. */
import { z } from 'zod'
import { type Ctx, inTransaction, type TxCtx } from '../context.ts'
import { conflict, notFound } from '../errors.ts'
import {
  addFollowerRow,
  changeFollowerRow,
  type FollowerRow,
  findFollowerRow,
  findFollowerRowByEmail,
  removeFollowerRow,
} from './follower-rows.ts'
import { ReportNumber } from './inputs.ts'
import { addDueWork } from './record-event.ts'
import { getReportRow } from './rows.ts'
import { isOpen } from './status.ts'

/** As long as a begun report is kept. */
export const CONFIRM_WITHIN_MS = 48 * 3_600_000
/** Nobody's mailbox is filled by a form that is sent again and again. */
const AGAIN_AFTER_MS = 15 * 60_000

const emptyIsNone = (value: unknown) => (value === '' ? undefined : value)

export const FollowReport = z.object({
  number: ReportNumber,
  email: z.preprocess(emptyIsNone, z.email().max(254).toLowerCase().optional()),
  /** Of the press, made with the page: pressed twice counts once, and can be taken back. */
  press: z.uuid().optional().catch(undefined),
})

export type Followed = { state: 'counted' | 'confirm_sent' }

/**
 * Whether the address was there before is told to nobody.
 * @throws not_found when the report is not public, conflict when it is over
 */
export function followReport(ctx: Ctx | TxCtx, input: z.input<typeof FollowReport>): Promise<Followed> {
  const { number, email, press } = FollowReport.parse(input)
  return inTransaction(ctx, async (ctx) => {
    const report = await getReportRow(ctx, number)
    if (report.visibility !== 'shown') throw notFound('report_not_found')
    if (!isOpen(report.status)) throw conflict('follow_open_only')
    if (!email) {
      await addFollowerRow(ctx, { id: press, reportId: report.id, email: null, confirmedAt: ctx.now() })
      return { state: 'counted' }
    }
    const added = await addFollowerRow(ctx, { reportId: report.id, email, confirmedAt: null })
    const earlier = added ? null : await findFollowerRowByEmail(ctx, report.id, email)
    if (added) await askToConfirm(ctx, added.id)
    else if (earlier && wantsAgain(ctx, earlier)) await beginAgain(ctx, earlier)
    return { state: 'confirm_sent' }
  })
}

/** Takes back one press; twice is once, and whoever follows by mail stays. */
export function undoConcern(ctx: Ctx, { press, number }: { press: string; number: number }): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const report = await getReportRow(ctx, number)
    const row = await findFollowerRow(ctx, press)
    if (row?.email === null && row.reportId === report.id) await removeFollowerRow(ctx, row.id)
  })
}

/** Has lost the mail. */
function wantsAgain(ctx: TxCtx, { confirmedAt, createdAt }: FollowerRow): boolean {
  return !confirmedAt && ctx.now().getTime() - createdAt.getTime() >= AGAIN_AFTER_MS
}

async function beginAgain(ctx: TxCtx, { id }: FollowerRow): Promise<void> {
  await changeFollowerRow(ctx, id, { createdAt: ctx.now(), language: ctx.language })
  await askToConfirm(ctx, id)
}

async function askToConfirm(ctx: TxCtx, ref: string): Promise<void> {
  const now = ctx.now()
  await addDueWork(ctx, { kind: 'confirm_following', ref, runAt: now })
  await addDueWork(ctx, { kind: 'expire_following', ref, runAt: new Date(now.getTime() + CONFIRM_WITHIN_MS) })
}
