import { z } from 'zod'
import { dayOf } from '../../client/i18n/index.ts'
import { type Ctx, inTransaction } from '../context.ts'
import { invalid } from '../errors.ts'
import { requireClerkOf, requireRouting } from '../people/permissions.ts'
import { routeReport } from '../routing/route-report.ts'
import { Seen } from './inputs.ts'
import { recordEvent } from './record-event.ts'
import { findTextRow, getReportRow, moveReportRow } from './rows.ts'

export const RecategoriseReport = Seen.extend({ category: z.string().min(1).max(63) })

/** Another category, and with it the department that answers for it. */
export function recategoriseReport(ctx: Ctx, input: z.infer<typeof RecategoriseReport>) {
  return inTransaction(ctx, async (ctx) => {
    const report = await getReportRow(ctx, input.number)
    requireClerkOf(ctx, report.department)
    requireRouting(ctx)
    const category = ctx.town.categories.find((one) => one.key === input.category)
    if (!category) throw invalid([{ pointer: '/category', reason: 'category_unknown' }])

    const given = (await findTextRow(ctx, report.id))?.answers ?? []
    const answers = Object.fromEntries(given.map((answer) => [answer.key, answer.value]))
    const point = report.lat !== null && report.lon !== null ? { lat: report.lat, lon: report.lon } : null
    const today = dayOf(ctx.now())
    const { department, because } = routeReport(ctx.town, { category: category.key, point, answers, today })

    const changed = await moveReportRow(ctx, report, input.version, {
      category: category.key,
      department,
      routedBecause: because,
      clerkId: department === report.department ? report.clerkId : null,
      ...(category.disclosure === 'never' ? { visibility: 'hidden', textVisibility: 'hidden' } : {}),
    })
    await recordEvent(ctx, changed, 'recategorised', { category: category.key, department })
    return changed
  })
}
