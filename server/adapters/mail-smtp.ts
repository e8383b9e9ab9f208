/** Mail by SMTP. */
import nodemailer from 'nodemailer'
import { DeliveryError } from '../errors.ts'
import { saysGone } from '../notifications/read-bounce.ts'
import type { Mailer } from '../ports.ts'
import { fixedHeaders, isOneAddress, messageIdOf } from './mail-headers.ts'

/** A mail server that says nothing for so long is taken for dead; the mail stays due. */
const TIMEOUT_MS = 20_000

/** @param from envelope and header address; the town's name stands before it */
export function smtpMailer(url: string, from: string, timeoutMs = TIMEOUT_MS): Mailer {
  // A connection for each mail, as many at a time as the clock has lanes for mails (jobs.ts): none is left to go stale.
  const timeouts = { connectionTimeout: timeoutMs, greetingTimeout: timeoutMs, socketTimeout: timeoutMs }
  const transport = nodemailer.createTransport({ url, ...timeouts })
  return {
    async send({ to, fromName, replyTo, subject, text, html, stopUrl, messageId }) {
      if (!isOneAddress(to)) throw new DeliveryError('address_refused', { permanent: true })
      try {
        await transport.sendMail({
          from: { name: fromName, address: from },
          to,
          replyTo: isOneAddress(replyTo) ? replyTo : undefined,
          subject,
          text,
          html,
          messageId: messageIdOf(messageId, from),
          headers: fixedHeaders(stopUrl),
        })
      } catch (cause) {
        throw asDeliveryError(cause)
      }
    },
  }
}

/**
 * 5xx to the recipient or to the mail is the other side's last word (RFC 5321); everything else may pass, also a 5xx
 * before that: a server that does not know us or wants a password says nothing about the mail.
 */
function asDeliveryError(cause: unknown): DeliveryError {
  const { responseCode = 0, code, command, response } = cause as SmtpError
  const isAboutMail = command === 'RCPT TO' || command === 'DATA'
  const permanent = isAboutMail && responseCode >= 500 && code !== 'EAUTH'
  if (!permanent) return new DeliveryError('mail_unreachable', { permanent, cause })
  const status = /^5\d\d[ -](5\.\d{1,3}\.\d{1,3})/.exec(response ?? '')?.[1] ?? '5.0.0'
  const isGone = command === 'RCPT TO' && saysGone(status)
  return new DeliveryError(isGone ? 'address_refused' : 'mail_refused', { permanent, cause })
}

type SmtpError = { responseCode?: number; code?: string; command?: string; response?: string }
