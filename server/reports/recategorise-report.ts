import { z } from 'zod'
import { dayOf } from '../../client/i18n/index.ts'
import { type Ctx, inTransaction } from '../context.ts'
import { invalid } from '../errors.ts'
import { requireClerkOf, requireRouting } from '../people/permissions.ts'
import { routeReport } from '../routing/route-report.ts'
import { giveToPartner, partnerOf } from './give-to-partner.ts'
import { Seen } from './inputs.ts'
import { recordEvent } from './record-event.ts'
import { findTextRow, getReportRow, moveReportRow } from './rows.ts'
import { can } from './status.ts'

export const RecategoriseReport = Seen.extend({ category: z.string().min(1).max(63) })

/** Another category, and with it the department that answers for it, and the partner if a rule names one. */
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
    const routed = routeReport(ctx.town, { category: category.key, point, answers, today })
    const { department, because } = routed
    const partner = can('involvePartner', report.status) && partnerOf(ctx, routed.partner)
    const gift = partner ? await giveToPartner(ctx, report.id, partner) : null

    const changed = await moveReportRow(ctx, report, input.version, {
      category: category.key,
      department,
      routedBecause: because,
      clerkId: department === report.department ? report.clerkId : null,
      ...gift?.change,
      ...(category.disclosure === 'never' ? { visibility: 'hidden', textVisibility: 'hidden' } : {}),
    })
    await recordEvent(ctx, changed, 'recategorised', { category: category.key, department })
    if (gift) await recordEvent(ctx, changed, 'partner_involved', { from: report.status, ...gift.facts }, 1)
    return changed
  })
}
