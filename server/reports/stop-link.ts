/** The link under every mail to a reporter by which the mails end. Derived; kept nowhere, not even as a hash. */
import type { Ctx, TxCtx } from '../context.ts'
import { notFound } from '../errors.ts'
import { derive, hashOf } from '../secrets.ts'
import { ReportNumber } from './inputs.ts'
import { getReportRow, type ReportRow } from './rows.ts'

type Facts = Pick<ReportRow, 'id' | 'number' | 'tokenVersion'>

/** Token of `{base}/abmelden/{token}`: the number says which report, the rest that one was written to about it. */
export async function stopToken(ctx: Ctx | TxCtx, { id, number, tokenVersion }: Facts): Promise<string> {
  return `${number}-${await derive(ctx.secret, 'stop_mails', ctx.town.key, id, tokenVersion)}`
}

/** @throws not_found for any other token */
export async function getReportByStop(ctx: TxCtx, token: string): Promise<ReportRow> {
  const number = ReportNumber.safeParse(/^\d{1,10}(?=-)/.exec(token)?.[0])
  if (!number.success) throw notFound('link_unknown')
  const report = await getReportRow(ctx, number.data)
  // Compared as hashes, so that the time it takes tells nothing of the token.
  if ((await hashOf(await stopToken(ctx, report))) !== (await hashOf(token))) throw notFound('link_unknown')
  return report
}
