import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import { draftPhotos, drafts } from '../../db/schema/intake.ts'
import type { TxCtx } from '../context.ts'
import type { DraftFields } from './draft-fields.ts'

type DraftRow = typeof drafts.$inferSelect

/** False: somebody has begun it already. */
export async function addDraftRow(ctx: TxCtx, row: Omit<DraftRow, 'town' | 'sentReportId'>): Promise<boolean> {
  const added = await ctx.db
    .insert(drafts)
    .values({ ...row, town: ctx.town.key })
    .onConflictDoNothing()
    .returning({ id: drafts.id })
  return added.length > 0
}

const own = (ctx: TxCtx, tokenHash: string) => and(eq(drafts.town, ctx.town.key), eq(drafts.tokenHash, tokenHash))
const alive = (ctx: TxCtx) => gt(drafts.expiresAt, ctx.now())

/** The draft, unless it is over. */
export async function findDraftRow(ctx: TxCtx, tokenHash: string): Promise<DraftRow | null> {
  const [row] = await ctx.db
    .select()
    .from(drafts)
    .where(and(own(ctx, tokenHash), alive(ctx)))
  return row ?? null
}

/** The same, held until the end of the transaction: whoever else sends it waits here. */
export async function holdDraftRow(ctx: TxCtx, tokenHash: string): Promise<DraftRow | null> {
  const [row] = await ctx.db
    .select()
    .from(drafts)
    .where(and(own(ctx, tokenHash), alive(ctx)))
    .for('update')
  return row ?? null
}

/** Puts parts in the place of those of the same name, in one statement. False when it is over or sent. */
export async function changeDraftRow(ctx: TxCtx, tokenHash: string, parts: DraftFields): Promise<boolean> {
  const changed = await ctx.db
    .update(drafts)
    .set({ fields: sql`${drafts.fields} || ${JSON.stringify(parts)}::jsonb` })
    .where(and(own(ctx, tokenHash), alive(ctx), isNull(drafts.sentReportId)))
    .returning({ id: drafts.id })
  return changed.length > 0
}

/** What was typed lives on in the report only. */
export async function markDraftRowSent(ctx: TxCtx, tokenHash: string, reportId: string): Promise<void> {
  await ctx.db.update(drafts).set({ sentReportId: reportId, fields: {} }).where(own(ctx, tokenHash))
}

export async function findDraftRowById(ctx: TxCtx, id: string): Promise<DraftRow | null> {
  const [row] = await ctx.db
    .select()
    .from(drafts)
    .where(and(eq(drafts.town, ctx.town.key), eq(drafts.id, id)))
  return row ?? null
}

export async function removeDraftRow(ctx: TxCtx, tokenHash: string): Promise<void> {
  await ctx.db.delete(drafts).where(own(ctx, tokenHash))
}

export function countDraftPhotoRows(ctx: TxCtx, draftHash: string): Promise<number> {
  return ctx.db.$count(draftPhotos, and(eq(draftPhotos.town, ctx.town.key), eq(draftPhotos.draftHash, draftHash)))
}
