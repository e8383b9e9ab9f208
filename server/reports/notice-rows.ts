/** The only place that reads and writes notices about public content. */
import { and, asc, eq, inArray, isNotNull, isNull, lt, ne } from 'drizzle-orm'
import { contentNotices } from '../../db/schema/reports.ts'
import type { TxCtx } from '../context.ts'

export type NoticeRow = typeof contentNotices.$inferSelect

/** A report has a handful; the limit only bounds the worst case. */
const MOST_SHOWN = 50

export async function addNoticeRow(
  ctx: TxCtx,
  row: Pick<NoticeRow, 'reportId' | 'reason' | 'text' | 'email'>,
): Promise<string> {
  const id = crypto.randomUUID()
  const { key: town } = ctx.town
  await ctx.db.insert(contentNotices).values({ ...row, town, id, language: ctx.language, sentAt: ctx.now() })
  return id
}

const own = (ctx: TxCtx, id: string) => and(eq(contentNotices.town, ctx.town.key), eq(contentNotices.id, id))

export async function findNoticeRow(ctx: TxCtx, id: string): Promise<NoticeRow | null> {
  const [row] = await ctx.db.select().from(contentNotices).where(own(ctx, id))
  return row ?? null
}

/** Those of a report that nobody has decided, oldest first. */
export async function listOpenNoticeRows(ctx: TxCtx, reportId: string): Promise<NoticeRow[]> {
  return ctx.db
    .select()
    .from(contentNotices)
    .where(
      and(
        eq(contentNotices.town, ctx.town.key),
        eq(contentNotices.reportId, reportId),
        isNull(contentNotices.decidedAt),
      ),
    )
    .orderBy(asc(contentNotices.sentAt))
    .limit(MOST_SHOWN)
}

/** Which of these reports have a notice that nobody has decided. */
export async function findNoticed(ctx: TxCtx, reportIds: readonly string[]): Promise<Set<string>> {
  if (reportIds.length === 0) return new Set()
  const rows = await ctx.db
    .selectDistinct({ reportId: contentNotices.reportId })
    .from(contentNotices)
    .where(
      and(
        eq(contentNotices.town, ctx.town.key),
        isNull(contentNotices.decidedAt),
        inArray(contentNotices.reportId, [...reportIds]),
      ),
    )
  return new Set(rows.map(({ reportId }) => reportId))
}

type Decision = Pick<NoticeRow, 'decidedBy' | 'decision' | 'answer'>

/** False when somebody else was faster. */
export async function decideNoticeRow(ctx: TxCtx, id: string, decision: Decision): Promise<boolean> {
  const decided = await ctx.db
    .update(contentNotices)
    .set({ ...decision, decidedAt: ctx.now() })
    .where(and(own(ctx, id), isNull(contentNotices.decidedAt)))
    .returning({ id: contentNotices.id })
  return decided.length > 0
}

/** Takes the words and the address out of what was decided before; that it was decided stays. */
export async function eraseNoticeWords(ctx: TxCtx, before: Date): Promise<number> {
  const erased = await ctx.db
    .update(contentNotices)
    .set({ text: '', email: null, answer: null })
    .where(
      and(
        eq(contentNotices.town, ctx.town.key),
        isNotNull(contentNotices.decidedAt),
        lt(contentNotices.decidedAt, before),
        ne(contentNotices.text, ''),
      ),
    )
    .returning({ id: contentNotices.id })
  return erased.length
}
