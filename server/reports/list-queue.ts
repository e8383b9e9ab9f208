/** The queue of a clerk: reports of the departments this person works for, and how many there are. */
import { z } from 'zod'
import { type Ctx, inTransaction } from '../context.ts'
import { departmentsOf, requireStaff } from '../people/permissions.ts'
import { listStaffRows } from '../people/rows.ts'
import { withFirstPhoto } from '../photos/first-photo.ts'
import { plainText } from '../plain-text.ts'
import { findNoticed } from './notice-rows.ts'
import type { ReportWithText } from './public-rows.ts'
import {
  countQueueRows,
  countViews,
  listQueueRows,
  type Scope,
  SORTS,
  VIEWS,
  type View,
  type Wanted,
} from './queue-rows.ts'

export const QUEUE_PAGE = 50

const Word = z
  .string()
  .regex(/^[\w-]{1,63}$/)
  .optional()
  .catch(undefined)

/** The filter, as an address carries it. What is wrong in it narrows nothing. */
export const QueueFilter = z.object({
  view: z.enum(VIEWS).default('new').catch('new'),
  department: Word,
  category: Word,
  district: Word,
  q: plainText().trim().max(200).optional().catch(undefined),
  /** `1`: only these. */
  urgent: z.literal('1').optional().catch(undefined),
  sort: z.enum(SORTS).optional().catch(undefined),
})
export type QueueFilter = z.infer<typeof QueueFilter>

export const ListQueue = QueueFilter.extend({ page: z.coerce.number().int().min(1).max(1000).default(1).catch(1) })
export type ListQueueInput = z.infer<typeof ListQueue>

export type Queue = {
  rows: ReportWithText[]
  total: number
  counts: Record<View, number>
  /** Whom a report may be given to. */
  colleagues: { id: string; name: string }[]
}

/** @throws not_found for a clerk of another town */
export function listQueue(ctx: Ctx, input: ListQueueInput): Promise<Queue> {
  return inTransaction(ctx, async (ctx) => {
    const scope = scopeOf(ctx, input)
    const wanted = wantedOf(input)
    const page = { limit: QUEUE_PAGE, offset: (input.page - 1) * QUEUE_PAGE }
    const found = await withFirstPhoto(ctx, await listQueueRows(ctx, scope, { ...wanted, ...page }))
    const noticed = await findNoticed(
      ctx,
      found.map(({ report }) => report.id),
    )
    const rows = found.map((row) => ({ ...row, hasNotice: noticed.has(row.report.id) }))
    const counts = await countViews(ctx, scope)
    const { view: _view, sort: _sort, ...narrowing } = wanted
    const isNarrowed = Object.values(narrowing).some(Boolean)
    const total = isNarrowed ? await countQueueRows(ctx, scope, wanted) : counts[input.view]
    return { rows, total, counts, colleagues: await listStaffRows(ctx, scope.departments) }
  })
}

/** @throws not_found for a clerk of another town */
export function scopeOf(
  ctx: Parameters<typeof requireStaff>[0],
  { department }: Pick<QueueFilter, 'department'>,
): Scope {
  const { personId } = requireStaff(ctx)
  return { personId, departments: departmentsOf(ctx), department }
}

export function wantedOf({ view, q, category, district, urgent, sort }: QueueFilter): Wanted {
  return { view, q, category, district, isUrgent: urgent === '1', sort }
}
