/** A report goes to a partner's own system. A repeat is harmless: what has arrived is not sent again. */
import { words } from '../../client/i18n/index.ts'
import { town as townPaths } from '../../client/paths.ts'
import { SOURCE_LANGUAGE } from '../../tenants/languages.ts'
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
  addNoteRow,
  type EventRow,
  findTextRow,
  getReportRowById,
  holdReportRow,
  listEventRows,
  listNoteRows,
  moveReportRow,
  type ReportRow,
} from '../reports/rows.ts'
import { partnerKey } from '../routing/route-report.ts'
import { fillAttributes } from './attributes.ts'
import { errandFields, serviceFor } from './errand.ts'
import { fileThere, type Taken } from './open311-client.ts'
import { readQuestions } from './open311-questions.ts'
import type { System } from './open311-wire.ts'
import {
  ensureFeedRow,
  findPartnerReportRow,
  isRefTaken,
  keepPartnerReportRow,
  listGiftRows,
  nextStep,
} from './rows.ts'
import { systemOf, type Wires } from './system-of.ts'
import { tellLater } from './tell-partner.ts'
import { newestTiding } from './tidings.ts'

/** How long until their news are looked at for the first time, and then again and again. */
export const NEWS_EVERY_MS = 5 * 60_000

type Gift = {
  report: ReportRow
  event: EventRow
  partner: string
  deliveryId: string
  /** Our number for it, the same for every try; given once more it is another. */
  ownId: string
  /** What the clerk wrote to the partner. */
  instruction: string | null
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
  const notes = event.facts.noteId ? await listNoteRows(ctx, reportId) : []
  const instruction = notes.find(({ id }) => id === event.facts.noteId)?.text ?? null
  return { report, event, partner, deliveryId: delivery.id, ownId, instruction }
}

type Arrived = Taken & { hasInstruction: boolean }

async function handOver(
  ctx: Ctx,
  { urlOf }: Wires,
  { gift, system }: { gift: Gift; system: System },
): Promise<Arrived> {
  const { report, ownId, instruction } = gift
  const service = serviceFor(system.setting, report.category)
  if (!service) throw new DeliveryError('partner_no_service', { permanent: true })
  const told = await inTransaction(ctx, async (ctx) => ({
    report,
    text: await findTextRow(ctx, report.id),
    photos: await listPhotoRows(ctx, report.id),
  }))
  const fields = errandFields(ctx, told, (path) => urlOf(ctx, path))
  const { text } = told
  const page = report.visibility === 'shown' ? urlOf(ctx, townPaths('').publicReport(report.number)) : null
  const facts = { number: String(report.number), address: text?.address ?? null, page, instruction }
  const known = { facts, ownId, answers: text?.answers ?? [] }
  const filled = fillAttributes(system.setting, await readQuestions(system, service), known)
  if (filled.open.length > 0)
    throw new DeliveryError('partner_asks', { permanent: true, detail: filled.open.join('\n') })
  const all = [['service_code', service] as const, ...fields, ...filled.fields]
  const taken = await fileThere(system, all, `anliegenwerk ${gift.event.id}`)
  return { ...taken, hasInstruction: filled.hasInstruction }
}

async function keepTaken(ctx: TxCtx, gift: Gift, { ref, token, hasInstruction }: Arrived): Promise<void> {
  const { report, event, partner, deliveryId } = gift
  const now = ctx.now()
  // Their news would be of two: then they get this one by a link of its own.
  if (ref && (await isRefTaken(ctx, { reportId: report.id, partner, ref })))
    throw new DeliveryError('partner_same_number', { permanent: true })
  await recordDelivery(ctx, deliveryId, { state: 'sent' })
  const [newest] = await listGiftRows(ctx, report.id)
  // Given to somebody else meanwhile, nobody waits for their news.
  if (newest?.id === event.id)
    await keepPartnerReportRow(ctx, {
      reportId: report.id,
      partner,
      ref,
      token,
      givenAt: event.happenedAt,
      takenAt: now,
    })
  if (ref) await tellNumber(ctx, report.number, { partner, ref })
  if (gift.instruction !== null && !hasInstruction) await writeInstruction(ctx, gift, ref)
  // Taken back while it was on its way there.
  const missed = newestTiding(await listEventRows(ctx, report.id), event)
  if (missed) await tellLater(ctx, missed)
  const feed = await ensureFeedRow(ctx, partner)
  const runAt = new Date(now.getTime() + NEWS_EVERY_MS)
  await ensureDueWork(ctx.db, { id: feed.id, kind: 'read_partner', town: ctx.town.key, ref: feed.id, runAt })
  // Resting, because nothing was with them.
  await postponeDueWork(ctx.db, feed.id, runAt)
}

/**
 * What their system has is mostly read by everybody, and the clerk wrote to them alone: where it has no place for such
 * words, they go by mail.
 */
async function writeInstruction(ctx: TxCtx, { report, event, partner }: Gift, ref: string | null): Promise<void> {
  const held = await holdReportRow(ctx, report.number)
  const { noteId, partner: name = partner } = event.facts
  const facts = { partner: name, news: 'instruction', writeTo: `partner/${partner}`, ...(ref ? { ref } : {}) }
  await recordEvent(
    ctx,
    held,
    'partner_written',
    { ...facts, ...(noteId ? { noteId } : {}) },
    await nextStep(ctx, held),
  )
}

/** Staff see what it is called there. */
export async function tellNumber(ctx: TxCtx, number: number, { partner, ref }: { partner: string; ref: string }) {
  const held = await holdReportRow(ctx, number)
  const moved = await moveReportRow(ctx, held, held.version, {})
  const name = ctx.town.partners.find(({ key }) => key === partner)?.name ?? partner
  await recordEvent(ctx, moved, 'partner_received', { partner: name, ref })
}

/** Their system does not take it, now or ever: they get it by mail with a link, and the history says so. */
export async function fallBackToMail(ctx: Ctx, reportId: string, { reason, detail }: DeliveryError): Promise<void> {
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
    if (reason === 'partner_asks' && detail) await noteOpenQuestions(ctx, moved, detail)
  })
}

/** So that whoever keeps the town's file knows what to add to it. */
async function noteOpenQuestions(ctx: TxCtx, report: ReportRow, questions: string): Promise<void> {
  const text = words(SOURCE_LANGUAGE).partners.asks(report.partner ?? '', questions)
  const noteId = await addNoteRow(ctx, { reportId: report.id, authorId: null, text })
  await recordEvent(ctx, report, 'noted', { noteId }, 1)
}
