/** The queue of a clerk: reports of the departments this person works for, and how many there are. */
import { and, asc, desc, eq, ilike, inArray, or, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { reports, reportTexts } from '../../db/schema/reports.ts'
import { type Ctx, inTransaction, type TxCtx } from '../context.ts'
import { departmentsOf, requireStaff } from '../people/permissions.ts'
import { plainText } from '../plain-text.ts'
import type { ReportRow, TextRow } from './rows.ts'
import { CLOSED, OPEN } from './status.ts'

export const VIEWS = ['new', 'mine', 'due', 'waiting', 'open', 'closed'] as const
export type View = (typeof VIEWS)[number]

export const QUEUE_PAGE = 50

export const ListQueue = z.object({
  view: z.enum(VIEWS).default('new'),
  department: z
    .string()
    .regex(/^[\w-]{1,63}$/)
    .optional(),
  q: plainText().trim().max(200).optional(),
  page: z.coerce.number().int().min(1).max(1000).default(1),
})
export type ListQueueInput = z.infer<typeof ListQueue>

export type QueueRow = { report: ReportRow; text: TextRow | null }
export type Queue = { rows: QueueRow[]; total: number; counts: Record<View, number> }

/** @throws not_found for a clerk of another town */
export function listQueue(ctx: Ctx, input: ListQueueInput): Promise<Queue> {
  return inTransaction(ctx, async (ctx) => {
    const { personId } = requireStaff(ctx)
    const scope = and(eq(reports.town, ctx.town.key), ownDepartments(ctx), inDepartment(input.department))
    // Who looks for a number wants that report, wherever it stands.
    const view = input.q && numberIn(input.q) ? undefined : viewOf(ctx, input.view, personId)
    const where = and(scope, view, input.q ? matching(input.q) : undefined)
    // Work to be done is read oldest deadline first, what is over newest first.
    const order = input.view === 'closed' ? [desc(reports.changedAt)] : [asc(reports.answerDueAt), asc(reports.number)]
    const rows = await ctx.db
      .select({ report: reports, text: reportTexts })
      .from(reports)
      .leftJoin(reportTexts, and(eq(reportTexts.town, reports.town), eq(reportTexts.reportId, reports.id)))
      .where(where)
      .orderBy(...order)
      .limit(QUEUE_PAGE)
      .offset((input.page - 1) * QUEUE_PAGE)
    const [counted] = await ctx.db
      .select({
        new: countOf(viewOf(ctx, 'new', personId)),
        mine: countOf(viewOf(ctx, 'mine', personId)),
        due: countOf(viewOf(ctx, 'due', personId)),
        waiting: countOf(viewOf(ctx, 'waiting', personId)),
        open: countOf(viewOf(ctx, 'open', personId)),
        closed: countOf(viewOf(ctx, 'closed', personId)),
      })
      .from(reports)
      .where(scope)
    const counts = counted!
    const total = input.q ? await countMatching(ctx, where) : counts[input.view]
    return { rows, total, counts }
  })
}

function ownDepartments(ctx: TxCtx): SQL | undefined {
  const own = departmentsOf(ctx)
  return own === 'all' ? undefined : inArray(reports.department, own)
}

function inDepartment(department: string | undefined): SQL | undefined {
  return department ? eq(reports.department, department) : undefined
}

/** Soon due: within this time, or already over. */
const SOON_MS = 2 * 86_400_000

function viewOf(ctx: TxCtx, view: View, personId: string): SQL | undefined {
  switch (view) {
    case 'new':
      return eq(reports.status, 'received')
    case 'mine':
      return and(eq(reports.clerkId, personId), inArray(reports.status, [...OPEN]))
    case 'due':
      return and(
        inArray(reports.status, ['received', 'in_progress']),
        sql`${reports.answerDueAt} < ${new Date(ctx.now().getTime() + SOON_MS).toISOString()}::timestamptz`,
      )
    case 'waiting':
      return inArray(reports.status, ['question', 'with_partner', 'scheduled'])
    case 'open':
      return inArray(reports.status, [...OPEN])
    case 'closed':
      return inArray(reports.status, [...CLOSED])
  }
}

const countOf = (condition: SQL | undefined) => sql<number>`(count(*) filter (where ${condition}))::int`

async function countMatching(ctx: TxCtx, where: SQL | undefined): Promise<number> {
  const [row] = await ctx.db
    .select({ total: sql<number>`count(*)::int` })
    .from(reports)
    .leftJoin(reportTexts, and(eq(reportTexts.town, reports.town), eq(reportTexts.reportId, reports.id)))
    .where(where)
  return row!.total
}

/** "#1042" or "1042" */
function numberIn(q: string): number | null {
  const digits = /^#?(\d{1,9})$/.exec(q)?.[1]
  return digits ? Number(digits) : null
}

function matching(q: string): SQL | undefined {
  const number = numberIn(q)
  if (number) return eq(reports.number, number)
  const pattern = `%${q.replaceAll(/[\\%_]/g, '\\$&')}%`
  return or(ilike(reportTexts.description, pattern), ilike(reportTexts.address, pattern))
}
