/** Tells whoever is to be told of an event. A repeat is harmless: a delivery exists once and is sent until it is sent. */
import { town as townPaths } from '../../client/paths.ts'
import { type Ctx, inTransaction, type OutsideRecipient, type TxCtx } from '../context.ts'
import { DeliveryError } from '../errors.ts'
import { announceToPartner } from '../partners/tell-partner.ts'
import type { Mailer, MailMessage } from '../ports.ts'
import { findFollowerRow } from '../reports/follower-rows.ts'
import { findNewestLinkRow } from '../reports/link-rows.ts'
import { linkState, outsideToken } from '../reports/outside-link.ts'
import {
  type EventRow,
  findTextRow,
  getReportRowById,
  listNoteRows,
  markUndeliverable,
  type ReportRow,
  type TextRow,
} from '../reports/rows.ts'
import { stopToken } from '../reports/stop-link.ts'
import { trackingToken } from '../reports/tracking-link.ts'
import { announceEvent } from '../webhooks/announce-event.ts'
import { composeFollowerMail } from './follower-mails.ts'
import { letterOf } from './letter.ts'
import { composeMail, type Mail } from './messages.ts'
import { composeOutsideMail, composeOutsideNews } from './outside-messages.ts'
import { composePartnerMail } from './partner-messages.ts'
import { type Recipient, type Told as ReporterAction, recipientsOf } from './recipients.ts'
import { ensureDeliveryRow, findEarlierTelling, findEventRow, recordDelivery } from './rows.ts'

export type Outlets = { mailer: Mailer; urlOf: (ctx: Ctx, path: string) => string }

type Prepared = { deliveryId: string; recipient: string; reportId: string; message: MailMessage }

/**
 * @param eventId the event of a due work row of kind `tell`
 * @returns when to come back, if something earlier about the report has not been told yet
 * @throws DeliveryError when something could not be sent; what was sent before stays recorded
 */
export async function tellEvent(ctx: Ctx, outlets: Outlets, eventId: string): Promise<Date | undefined> {
  const prepared = await prepare(ctx, outlets, eventId)
  if (prepared instanceof Date) return prepared
  for (const { deliveryId, recipient, reportId, message } of prepared) {
    try {
      await outlets.mailer.send(message)
    } catch (error) {
      const failure =
        error instanceof DeliveryError ? error : new DeliveryError('unexpected', { permanent: false, cause: error })
      await inTransaction(ctx, async (ctx) => {
        const state = failure.permanent ? 'failed' : 'waiting'
        await recordDelivery(ctx, deliveryId, { state, failure: failure.reason })
        if (failure.reason === 'address_refused' && recipient === 'reporter') await markUndeliverable(ctx, reportId)
      })
      if (!failure.permanent) throw failure
      continue
    }
    await inTransaction(ctx, (ctx) => recordDelivery(ctx, deliveryId, { state: 'sent' }))
  }
  return undefined
}

function prepare(ctx: Ctx, { urlOf }: Outlets, eventId: string): Promise<Prepared[] | Date> {
  return inTransaction(ctx, async (tx) => {
    const event = await findEventRow(tx, eventId)
    if (!event) return []
    await announceEvent(tx, event)
    await announceToPartner(tx, event)
    const recipients = await recipientsOf(tx, event)
    if (recipients.length === 0) return []
    const earlier = await findEarlierTelling(tx, event)
    if (earlier) return afterwards(earlier, tx.now())
    const report = await getReportRowById(tx, event.reportId)
    const text = await findTextRow(tx, report.id)
    const notes = event.facts.noteId ? await listNoteRows(tx, report.id) : []
    const note = notes.find((one) => one.id === event.facts.noteId)?.text ?? null
    const told: Told = { event, report, text, note, urlOf: (path) => urlOf(ctx, path) }

    const prepared: Prepared[] = []
    for (const { recipient, channel, address } of recipients) {
      const delivery = await ensureDeliveryRow(tx, { eventId, recipient, channel })
      if (delivery.state !== 'waiting') continue
      const mail = await mailTo(tx, recipient, told)
      if (!mail) continue
      const messageId = `${delivery.id}.${ctx.town.key}`
      prepared.push({
        deliveryId: delivery.id,
        recipient,
        reportId: report.id,
        message: { to: address, ...letterOf(tx, mail), messageId },
      })
    }
    return prepared
  })
}

/** How long to wait for a mail that somebody else is sending right now. */
const MOMENT_MS = 2_000

function afterwards({ runAt, claimedUntil }: { runAt: Date; claimedUntil: Date | null }, now: Date): Date {
  return claimedUntil && claimedUntil > now ? new Date(now.getTime() + MOMENT_MS) : runAt
}

type Told = {
  event: EventRow
  report: ReportRow
  text: TextRow | null
  note: string | null
  urlOf: (path: string) => string
  /** False for the end of another report, into which this one was merged: it is not rated here. */
  isOwnEnd?: boolean
}

async function mailTo(ctx: TxCtx, recipient: Recipient['recipient'], told: Told): Promise<Mail | null> {
  if (recipient === 'reporter') return mailToReporter(ctx, told)
  const follower = idAfter('follower/', recipient)
  if (follower) return mailToFollower(ctx, follower, told)
  const merged = idAfter('merged/', recipient)
  if (merged) return mailToMerged(ctx, merged, told)
  return mailToOutside(ctx, recipient as OutsideRecipient, told)
}

const idAfter = (prefix: string, recipient: string) =>
  recipient.startsWith(prefix) ? recipient.slice(prefix.length) : null

/** Null when they have ended it meanwhile. */
async function mailToFollower(ctx: TxCtx, id: string, told: Told): Promise<Mail | null> {
  const follower = await findFollowerRow(ctx, id)
  return follower && !follower.endedAt ? composeFollowerMail(ctx, follower, told) : null
}

/** The reporter of what was merged into it hears of it under their own number and by their own link. */
async function mailToMerged(ctx: TxCtx, reportId: string, told: Told): Promise<Mail> {
  const own = await getReportRowById(ctx, reportId)
  const { department, answerDueAt } = told.report
  return mailToReporter(ctx, {
    ...told,
    report: { ...own, department, answerDueAt },
    text: await findTextRow(ctx, own.id),
    isOwnEnd: false,
  })
}

async function mailToReporter(ctx: TxCtx, { event, report, text, note, urlOf, isOwnEnd = true }: Told): Promise<Mail> {
  return composeMail({
    town: ctx.town,
    action: event.action as ReporterAction,
    facts: event.facts,
    report,
    place: text?.address ?? null,
    // Only a question is told by its note; every other note stays in the town hall.
    question: event.action === 'asked' ? note : null,
    isOwnEnd,
    trackingUrl: urlOf(townPaths('').tracking(await trackingToken(ctx, report))),
    stopUrl: urlOf(townPaths('').stopMails(await stopToken(ctx, report))),
  })
}

/** With what the clerk wrote to the partner. */
const GIVES = new Set(['partner_involved', 'partner_not_reached'])

/** Null when the link was taken back before the mail went out. */
async function mailToOutside(ctx: TxCtx, recipient: OutsideRecipient, told: Told): Promise<Mail | null> {
  const { event, report, text, note, urlOf } = told
  if (event.facts.writeTo) return composePartnerMail(ctx.town, { report, text, facts: event.facts, instruction: note })
  const link = await findNewestLinkRow(ctx, report.id, recipient)
  if (!link || linkState(ctx, link) !== 'live') return null
  const url = urlOf(townPaths('').outside(await outsideToken(ctx, link)))
  const isUndone = event.action === 'withdrawal_undone'
  if (isUndone || event.action === 'withdrawn') return composeOutsideNews({ town: ctx.town, report, url, isUndone })
  return composeOutsideMail({
    town: ctx.town,
    recipient,
    report,
    text,
    instruction: GIVES.has(event.action) ? note : null,
    url,
    until: link.expiresAt,
  })
}
