/** The reporter's secret link: derived, so that every later mail can show it again; stored only as its hash. */
import type { Ctx, TxCtx } from '../context.ts'
import { derive, hashOf } from '../secrets.ts'

/** Token of `{base}/verfolgen/{token}`. A higher `tokenVersion` revokes the earlier link. */
export function trackingToken(ctx: Ctx | TxCtx, report: { id: string; tokenVersion: number }): Promise<string> {
  return derive(ctx.secret, 'tracking', ctx.town.key, report.id, report.tokenVersion)
}

export const trackingHash = hashOf
