/**
 * A partner's own system hears that a report is not theirs any more, or is again: once, by FixMyStreet's extension for
 * updates; by mail where there is none. Nothing in it is about a citizen.
 */
import { words } from '../../client/i18n/index.ts'
import { SOURCE_LANGUAGE } from '../../tenants/languages.ts'
import { type Ctx, inTransaction, type TxCtx } from '../context.ts'
import { DeliveryError } from '../errors.ts'
import { ensureDeliveryRow, ensureDueWork, findEventRow, noteDelivery, recordDelivery } from '../notifications/rows.ts'
import { recordEvent } from '../reports/record-event.ts'
import { type EventRow, getReportRowById, holdReportRow, listEventRows, type ReportRow } from '../reports/rows.ts'
import { isUndoneRow } from '../reports/undo-rows.ts'
import { partnerKey } from '../routing/route-report.ts'
import { readToken } from './open311-client.ts'
import { tellThere } from './open311-updates.ts'
import type { System } from './open311-wire.ts'
import { findPartnerReportRow, nextStep } from './rows.ts'
import { systemOf, type Wires } from './system-of.ts'
import { type Given, givenBefore, newestTiding, STATUS_OF, type Tiding, tidingOf } from './tidings.ts'

/** Due when the event is told, so that what was taken back in time is told to nobody. */
export async function announceToPartner(ctx: TxCtx, event: EventRow): Promise<void> {
  if (!tidingOf(event) || (await isUndoneRow(ctx, event))) return
  if (!givenBefore(await listEventRows(ctx, event.reportId), event)) return
  await tellLater(ctx, event)
}

/** Under the event's own id, so that it is never due twice. */
export const tellLater = (ctx: TxCtx, { id }: EventRow): Promise<void> =>
  ensureDueWork(ctx.db, { id, kind: 'tell_partner', town: ctx.town.key, ref: id, runAt: ctx.now() })

type Errand = {
  event: EventRow
  tiding: Tiding
  report: ReportRow
  given: Given
  partner: string
  token: string | null
  deliveryId: string
}

/**
 * @param eventId of a due work row of kind `tell_partner`
 * @throws DeliveryError when it could not be told; what became of the last try is recorded
 */
export async function tellPartner(ctx: Ctx, wires: Wires, eventId: string): Promise<void> {
  const errand = await inTransaction(ctx, (ctx) => findErrand(ctx, eventId))
  if (!errand) return
  const { deliveryId, partner, given } = errand
  try {
    const found = systemOf(ctx, wires, partner)
    if (!found) throw new DeliveryError('partner_unknown', { permanent: true })
    const ref = given.ref ?? (await refOf(found.system, errand))
    await tellThere(found.system, fieldsOf(ctx, errand, ref), `anliegenwerk ${eventId}`)
  } catch (error) {
    const failure = error instanceof DeliveryError ? error.reason : 'unexpected'
    await inTransaction(ctx, (ctx) => recordDelivery(ctx, deliveryId, { state: 'waiting', failure }))
    throw error
  }
  await inTransaction(ctx, async (ctx) => {
    await recordDelivery(ctx, deliveryId, { state: 'sent' })
    await recordBeside(ctx, errand, 'partner_told', { news: errand.tiding })
  })
}

/** Null when it never arrived there, was told, or is overtaken by what happened since. */
async function findErrand(ctx: TxCtx, eventId: string): Promise<Errand | null> {
  const event = await findEventRow(ctx, eventId)
  const tiding = event && tidingOf(event)
  if (!event || !tiding) return null
  const history = await listEventRows(ctx, event.reportId)
  const given = givenBefore(history, event)
  const partner = given && partnerKey(given.recipient)
  if (!given || !partner || newestTiding(history, given.gift)?.id !== eventId) return null
  const row = await findPartnerReportRow(ctx, { reportId: event.reportId, partner })
  const isOfGift = row?.givenAt.getTime() === given.gift.happenedAt.getTime()
  const own = row && isOfGift ? row : null
  if (!given.ref && !own?.takenAt) return null
  const report = await getReportRowById(ctx, event.reportId)
  const delivery = await ensureDeliveryRow(ctx, { eventId, recipient: given.recipient, channel: 'open311' })
  if (delivery.state !== 'waiting') return null
  const ref = given.ref ?? own?.ref ?? null
  return {
    event,
    tiding,
    report,
    given: { ...given, ref },
    partner,
    token: own?.token ?? null,
    deliveryId: delivery.id,
  }
}

/** Systems that work in batches give a token first. @throws DeliveryError `partner_no_number` */
async function refOf(system: System, { token }: Errand): Promise<string> {
  const ref = token && (await readToken(system, token))
  if (!ref) throw new DeliveryError('partner_no_number', { permanent: !token })
  return ref
}

function fieldsOf({ town }: Ctx, { event, tiding, report }: Errand, ref: string) {
  const { partners } = words(SOURCE_LANGUAGE)
  const { officialName: name } = town
  return {
    ref,
    updateId: event.id,
    at: event.happenedAt,
    from: name,
    words: partners.tidings[tiding](name, report.number),
    status: STATUS_OF[tiding],
  }
}

/** Their system does not take it, now or ever: they hear by mail, and the history says so. */
export async function tellByMail(ctx: Ctx, eventId: string, { reason }: DeliveryError): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const errand = await findErrand(ctx, eventId)
    if (!errand) return
    await noteDelivery(ctx, errand.deliveryId, { state: 'failed', failure: reason })
    const { tiding: news, given } = errand
    await recordBeside(ctx, errand, 'partner_written', { news, reason, writeTo: given.recipient })
  })
}

type Beside = { news: Tiding; reason?: string; writeTo?: string }

/** Nothing has changed of the report: whoever is changing it right now is not to stumble over it. */
async function recordBeside(
  ctx: TxCtx,
  { report, partner, given }: Errand,
  action: 'partner_told' | 'partner_written',
  more: Beside,
): Promise<void> {
  const held = await holdReportRow(ctx, report.number)
  const name = ctx.town.partners.find(({ key }) => key === partner)?.name ?? given.gift.facts.partner ?? partner
  const facts = { partner: name, ...(given.ref ? { ref: given.ref } : {}), ...more }
  await recordEvent(ctx, held, action, facts, await nextStep(ctx, held))
}
