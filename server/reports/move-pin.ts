import { z } from 'zod'
import { dayOf } from '../../client/i18n/index.ts'
import { type Ctx, inTransaction } from '../context.ts'
import { requireClerkOf, requireRouting } from '../people/permissions.ts'
import { plainText } from '../plain-text.ts'
import { routeReport } from '../routing/route-report.ts'
import { placeIn } from './check-submission.ts'
import { giveToPartner, partnerOf } from './give-to-partner.ts'
import { Seen } from './inputs.ts'
import { recordEvent } from './record-event.ts'
import { changeAddress, findTextRow, getReportRow, moveReportRow, type ReportRow } from './rows.ts'
import { can } from './status.ts'

/** "52,0862" as people type it. */
const degrees = (most: number) =>
  z.preprocess(
    (value) =>
      typeof value === 'string' ? (value.trim() === '' ? undefined : Number(value.replace(',', '.'))) : value,
    z.number().min(-most).max(most),
  )

export const MovePin = Seen.extend({
  lat: degrees(90),
  lon: degrees(180),
  address: plainText().trim().max(200).optional(),
})

/**
 * The report is somewhere else than was said. Routed anew, unless a person has assigned it; the event holds no
 * coordinates.
 * @throws as checkSubmission when the place is not the town's
 */
export async function movePin(ctx: Ctx, input: z.infer<typeof MovePin>): Promise<ReportRow> {
  const { lat, lon, address } = input
  // What is read of other towns cannot be read inside the transaction of the change.
  await inTransaction(ctx, async (ctx) => {
    requireClerkOf(ctx, (await getReportRow(ctx, input.number)).department)
    requireRouting(ctx)
  })
  const { border } = await placeIn(ctx, { lat, lon, townChosen: true })
  return inTransaction(ctx, async (ctx) => {
    const report = await getReportRow(ctx, input.number)
    requireClerkOf(ctx, report.department)
    const text = await findTextRow(ctx, report.id)
    const answers = Object.fromEntries((text?.answers ?? []).map((answer) => [answer.key, answer.value]))
    const routed = routeReport(ctx.town, {
      category: report.category,
      point: { lat, lon },
      answers,
      today: dayOf(ctx.now()),
    })
    const isByHand = report.routedBecause.by === 'assigned' || report.routedBecause.by === 'gave_back'
    const department = isByHand ? report.department : routed.department
    const earlier = report.routedBecause.by === 'rule' ? (report.routedBecause.partner ?? null) : null
    const isNewPartner = !isByHand && routed.partner !== earlier && can('involvePartner', report.status)
    const partner = isNewPartner ? partnerOf(ctx, routed.partner) : null
    const gift = partner ? await giveToPartner(ctx, report.id, partner) : null

    const { border: _border, ...byHand } = report.routedBecause
    const because = isByHand ? byHand : routed.because
    const moved = await moveReportRow(ctx, report, input.version, {
      lat,
      lon,
      accuracy: null,
      placeSource: 'point',
      district: routed.district,
      department,
      routedBecause: { ...because, ...(border ? { border } : {}) } as ReportRow['routedBecause'],
      clerkId: department === report.department ? report.clerkId : null,
      ...gift?.change,
    })
    if (address !== undefined) await changeAddress(ctx, report.id, address === '' ? null : address)
    await recordEvent(ctx, moved, 'place_moved', { department })
    if (gift) await recordEvent(ctx, moved, 'partner_involved', { from: report.status, ...gift.facts }, 1)
    return moved
  })
}
