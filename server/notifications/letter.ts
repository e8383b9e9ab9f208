/** A composed mail as the mailer takes it. */
import { words } from '../../client/i18n/index.ts'
import type { Ctx, TxCtx } from '../context.ts'
import type { MailMessage } from '../ports.ts'
import { htmlOf } from './mail-html.ts'
import { textOf } from './mail-parts.ts'
import type { Mail } from './messages.ts'

type Letter = Omit<MailMessage, 'to' | 'messageId'>

export function letterOf(ctx: Ctx | TxCtx, { language, subject, parts, stopUrl }: Mail): Letter {
  const { accent } = ctx.town.theme
  return { ...senderOf(ctx), subject, text: textOf(parts), html: htmlOf({ language, subject, accent, parts }), stopUrl }
}

/** The town's own mail; for a town that has not joined the platform speaks for itself. */
function senderOf({ town }: Ctx | TxCtx): Pick<MailMessage, 'fromName' | 'replyTo'> {
  return town.member ? town.mail : { fromName: words('de').common.product }
}
