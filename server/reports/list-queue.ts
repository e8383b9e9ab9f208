/** The queue of a clerk: reports of the departments this person works for, and how many there are. */
import { z } from 'zod'
import { type Ctx, inTransaction } from '../context.ts'
import { departmentsOf, requireStaff } from '../people/permissions.ts'
import { withFirstPhoto } from '../photos/first-photo.ts'
import { plainText } from '../plain-text.ts'
import type { ReportWithText } from './public-rows.ts'
import { countQueueRows, countViews, listQueueRows, type Scope, VIEWS, type View } from './queue-rows.ts'

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

export type Queue = { rows: ReportWithText[]; total: number; counts: Record<View, number> }

/** @throws not_found for a clerk of another town */
export function listQueue(ctx: Ctx, input: ListQueueInput): Promise<Queue> {
  return inTransaction(ctx, async (ctx) => {
    const { personId } = requireStaff(ctx)
    const scope: Scope = { personId, departments: departmentsOf(ctx), department: input.department }
    const filter = { view: input.view, q: input.q, limit: QUEUE_PAGE, offset: (input.page - 1) * QUEUE_PAGE }
    const rows = await withFirstPhoto(ctx, await listQueueRows(ctx, scope, filter))
    const counts = await countViews(ctx, scope)
    const total = input.q ? await countQueueRows(ctx, scope, filter) : counts[input.view]
    return { rows, total, counts }
  })
}
