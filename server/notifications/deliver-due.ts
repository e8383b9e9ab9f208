/** Tells whoever is to be told of an event. A repeat is harmless: a delivery exists once and is sent until it is sent. */
import { type Ctx, inTransaction } from '../context.ts'
import { DeliveryError } from '../errors.ts'
import type { Mailer, MailMessage } from '../ports.ts'
import { findTextRow, getReportRowById, listNoteRows } from '../reports/rows.ts'
import { trackingToken } from '../reports/tracking-link.ts'
import { composeMail } from './messages.ts'
import { type Recipient, recipientsOf, type Told } from './recipients.ts'
import { ensureDeliveryRow, findEventRow, recordDelivery } from './rows.ts'

export type Outlets = { mailer: Mailer; urlOf: (ctx: Ctx, path: string) => string }

type Prepared = { deliveryId: string; message: MailMessage }

/**
 * @param eventId the event of a due work row of kind `tell`
 * @throws DeliveryError when something could not be sent; what was sent before stays recorded
 */
export async function tellEvent(ctx: Ctx, outlets: Outlets, eventId: string): Promise<void> {
  const prepared = await prepare(ctx, outlets, eventId)
  for (const { deliveryId, message } of prepared) {
    try {
      await outlets.mailer.send(message)
    } catch (error) {
      const failure =
        error instanceof DeliveryError ? error : new DeliveryError('unexpected', { permanent: false, cause: error })
      await inTransaction(ctx, (ctx) =>
        recordDelivery(ctx, deliveryId, { state: failure.permanent ? 'failed' : 'waiting', failure: failure.reason }),
      )
      if (!failure.permanent) throw failure
      continue
    }
    await inTransaction(ctx, (ctx) => recordDelivery(ctx, deliveryId, { state: 'sent' }))
  }
}

function prepare(ctx: Ctx, { urlOf }: Outlets, eventId: string): Promise<Prepared[]> {
  return inTransaction(ctx, async (tx) => {
    const event = await findEventRow(tx, eventId)
    if (!event) return []
    const recipients: Recipient[] = await recipientsOf(tx, event)
    if (recipients.length === 0) return []
    const report = await getReportRowById(tx, event.reportId)
    const text = await findTextRow(tx, report.id)
    const note = event.facts.noteId
      ? (await listNoteRows(tx, report.id)).find((one) => one.id === event.facts.noteId)
      : undefined
    const trackingUrl = urlOf(ctx, `/verfolgen/${await trackingToken(tx, report)}`)

    const prepared: Prepared[] = []
    for (const { recipient, channel, address } of recipients) {
      const delivery = await ensureDeliveryRow(tx, { eventId, recipient, channel })
      if (delivery.state !== 'waiting') continue
      const { subject, body } = composeMail({
        town: ctx.town,
        action: event.action as Told,
        facts: event.facts,
        report,
        place: text?.address ?? null,
        // Only a question is told by its note; every other note stays in the town hall.
        question: event.action === 'asked' ? (note?.text ?? null) : null,
        trackingUrl,
      })
      const { fromName, replyTo } = ctx.town.mail
      const messageId = `${delivery.id}.${ctx.town.key}`
      prepared.push({
        deliveryId: delivery.id,
        message: { to: address, fromName, replyTo, subject, text: body, messageId },
      })
    }
    return prepared
  })
}
