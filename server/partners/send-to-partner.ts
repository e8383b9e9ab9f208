/** A report goes to a partner's own system. A repeat is harmless: what has arrived is not sent again. */
import { type Ctx, inTransaction, type TxCtx } from '../context.ts'
import { DeliveryError } from '../errors.ts'
import {
  ensureDeliveryRow,
  ensureDueWork,
  noteDelivery,
  postponeDueWork,
  recordDelivery,
} from '../notifications/rows.ts'
import { listPhotoRows } from '../photos/rows.ts'
import { giveLink } from '../reports/outside-link.ts'
import { recordEvent } from '../reports/record-event.ts'
import {
  type EventRow,
  findTextRow,
  getReportRowById,
  holdReportRow,
  moveReportRow,
  type ReportRow,
} from '../reports/rows.ts'
import { partnerKey } from '../routing/route-report.ts'
import { errandFields, serviceFor } from './errand.ts'
import { fileThere, listAttributes, type System, type Taken } from './open311-client.ts'
import { ensureFeedRow, findPartnerReportRow, keepPartnerReportRow, listGiftRows } from './rows.ts'
import { systemOf, type Wires } from './system-of.ts'

/** How long until their news are looked at for the first time, and then again and again. */
export const NEWS_EVERY_MS = 5 * 60_000
/** FixMyStreet's: by which other systems know what they have had before. */
const OWN_ID = 'fixmystreet_id'

type Gift = {
  report: ReportRow
  event: EventRow
  partner: string
  deliveryId: string
  /** Our number for it, the same for every try; given once more it is another. */
  ownId: string
}

/**
 * @param reportId of a due work row of kind `send_to_partner`
 * @throws DeliveryError when it could not be handed over; what became of the last try is recorded
 */
export async function sendToPartner(ctx: Ctx, wires: Wires, reportId: string): Promise<void> {
  const gift = await inTransaction(ctx, (ctx) => findGift(ctx, reportId))
  const found = gift && systemOf(ctx, wires, gift.partner)
  if (!gift) return
  try {
    if (!found) throw new DeliveryError('partner_unknown', { permanent: true })
    const taken = await handOver(ctx, wires, { gift, system: found.system })
    await inTransaction(ctx, (ctx) => keepTaken(ctx, gift, taken))
  } catch (error) {
    const failure = error instanceof DeliveryError ? error.reason : 'unexpected'
    await inTransaction(ctx, (ctx) => recordDelivery(ctx, gift.deliveryId, { state: 'waiting', failure }))
    throw error
  }
}

/** Null when it was taken back meanwhile, or has arrived. */
async function findGift(ctx: TxCtx, reportId: string): Promise<Gift | null> {
  const report = await getReportRowById(ctx, reportId)
  const gifts = await listGiftRows(ctx, reportId)
  const [event] = gifts
  const partner = event && partnerKey(event.facts.sendTo ?? '')
  if (!event || !partner || report.status !== 'with_partner') return null
  if ((await findPartnerReportRow(ctx, { reportId, partner }))?.takenAt) return null
  const recipient = `partner/${partner}`
  const delivery = await ensureDeliveryRow(ctx, { eventId: event.id, recipient, channel: 'open311' })
  if (delivery.state !== 'waiting') return null
  const time = gifts.filter(({ facts }) => facts.sendTo === event.facts.sendTo).length
  const ownId = time > 1 ? `${report.number}-${time}` : String(report.number)
  return { report, event, partner, deliveryId: delivery.id, ownId }
}

async function handOver(ctx: Ctx, { urlOf }: Wires, { gift, system }: { gift: Gift; system: System }): Promise<Taken> {
  const { report, ownId } = gift
  const service = serviceFor(system.setting, report.category)
  if (!service) throw new DeliveryError('partner_no_service', { permanent: true })
  const told = await inTransaction(ctx, async (ctx) => ({
    report,
    text: await findTextRow(ctx, report.id),
    photos: await listPhotoRows(ctx, report.id),
  }))
  const fields = errandFields(ctx, told, (path) => urlOf(ctx, path))
  const own = (await listAttributes(system, service)).includes(OWN_ID) ? [[`attribute[${OWN_ID}]`, ownId] as const] : []
  return fileThere(system, [['service_code', service], ...fields, ...own], `anliegenwerk ${gift.event.id}`)
}

async function keepTaken(ctx: TxCtx, { report, event, partner, deliveryId }: Gift, { ref, token }: Taken) {
  const now = ctx.now()
  await recordDelivery(ctx, deliveryId, { state: 'sent' })
  await keepPartnerReportRow(ctx, {
    reportId: report.id,
    partner,
    ref,
    token,
    givenAt: event.happenedAt,
    takenAt: now,
  })
  if (ref) await tellNumber(ctx, report.number, { partner, ref })
  const feed = await ensureFeedRow(ctx, partner)
  const runAt = new Date(now.getTime() + NEWS_EVERY_MS)
  await ensureDueWork(ctx.db, { id: feed.id, kind: 'read_partner', town: ctx.town.key, ref: feed.id, runAt })
  // Resting, because nothing was with them.
  await postponeDueWork(ctx.db, feed.id, runAt)
}

/** Staff see what it is called there. */
export async function tellNumber(ctx: TxCtx, number: number, { partner, ref }: { partner: string; ref: string }) {
  const held = await holdReportRow(ctx, number)
  const moved = await moveReportRow(ctx, held, held.version, {})
  const name = ctx.town.partners.find(({ key }) => key === partner)?.name ?? partner
  await recordEvent(ctx, moved, 'partner_received', { partner: name, ref })
}

/** Their system does not take it, now or ever: they get it by mail with a link, and the history says so. */
export async function fallBackToMail(ctx: Ctx, reportId: string, reason: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const gift = await findGift(ctx, reportId)
    if (!gift) return
    const { partner, deliveryId, event } = gift
    await noteDelivery(ctx, deliveryId, { state: 'failed', failure: reason })
    const report = await holdReportRow(ctx, gift.report.number)
    if (report.status !== 'with_partner') return
    const linkTo = `partner/${partner}` as const
    if (ctx.town.partners.some(({ key }) => key === partner)) await giveLink(ctx, reportId, linkTo)
    const moved = await moveReportRow(ctx, report, report.version, {})
    const { noteId } = event.facts
    const facts = { partner: report.partner ?? partner, reason, linkTo, ...(noteId ? { noteId } : {}) }
    await recordEvent(ctx, moved, 'partner_not_reached', facts)
  })
}
