/** Links by which somebody outside works on one report. Only the hash of a token is ever here. */
import { and, desc, eq, isNull, like } from 'drizzle-orm'
import { reportLinks } from '../../db/schema/reports.ts'
import { PARTNER_PREFIX } from '../../tenants/schema.ts'
import type { OutsideRecipient, TxCtx } from '../context.ts'

export type LinkRow = typeof reportLinks.$inferSelect & { recipient: OutsideRecipient }

export async function addLinkRow(ctx: TxCtx, row: Omit<LinkRow, 'town' | 'revokedAt'>): Promise<void> {
  await ctx.db.insert(reportLinks).values({ ...row, town: ctx.town.key })
}

export async function findLinkRowByHash(ctx: TxCtx, tokenHash: string): Promise<LinkRow | null> {
  const [row] = await ctx.db
    .select()
    .from(reportLinks)
    .where(and(eq(reportLinks.town, ctx.town.key), eq(reportLinks.tokenHash, tokenHash)))
  return (row as LinkRow | undefined) ?? null
}

/** The newest link of a report, to one recipient or to anybody; revoked ones too. */
export async function findNewestLinkRow(
  ctx: TxCtx,
  reportId: string,
  recipient?: OutsideRecipient,
): Promise<LinkRow | null> {
  const [row] = await ctx.db
    .select()
    .from(reportLinks)
    .where(
      and(
        eq(reportLinks.town, ctx.town.key),
        eq(reportLinks.reportId, reportId),
        recipient && eq(reportLinks.recipient, recipient),
      ),
    )
    .orderBy(desc(reportLinks.createdAt))
    .limit(1)
  return (row as LinkRow | undefined) ?? null
}

/** Ends the links of a report: all of them, or only those of partners. */
export async function revokeLinkRows(ctx: TxCtx, reportId: string, whose: 'all' | 'partners'): Promise<void> {
  await ctx.db
    .update(reportLinks)
    .set({ revokedAt: ctx.now() })
    .where(
      and(
        eq(reportLinks.town, ctx.town.key),
        eq(reportLinks.reportId, reportId),
        isNull(reportLinks.revokedAt),
        whose === 'partners' ? like(reportLinks.recipient, `${PARTNER_PREFIX}%`) : undefined,
      ),
    )
}
