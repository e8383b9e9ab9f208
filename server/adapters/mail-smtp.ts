/** Mail by SMTP. */
import nodemailer from 'nodemailer'
import { DeliveryError } from '../errors.ts'
import type { Mailer } from '../ports.ts'

const TIMEOUT_MS = 20_000

/** @param from envelope and header address; the town's name stands before it */
export function smtpMailer(url: string, from: string): Mailer {
  const timeouts = { connectionTimeout: TIMEOUT_MS, greetingTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS }
  const transport = nodemailer.createTransport({ url, ...timeouts })
  const domain = from.split('@')[1]
  return {
    async send({ to, fromName, replyTo, subject, text, html, stopUrl, messageId }) {
      try {
        await transport.sendMail({
          from: { name: fromName, address: from },
          to,
          replyTo,
          subject,
          text,
          html,
          messageId: `<${messageId}@${domain}>`,
          headers: { 'Auto-Submitted': 'auto-generated', ...stopHeaders(stopUrl) },
        })
      } catch (cause) {
        throw asDeliveryError(cause)
      }
    },
  }
}

/** The mailbox's own "unsubscribe" (RFC 8058): one POST, no page. */
function stopHeaders(url: string | undefined): Record<string, string> {
  return url ? { 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {}
}

/** 5xx is the other side's last word (RFC 5321); everything else may pass. */
function asDeliveryError(cause: unknown): DeliveryError {
  const { responseCode, code } = cause as { responseCode?: number; code?: string }
  const permanent = responseCode !== undefined && responseCode >= 500 && code !== 'EAUTH'
  return new DeliveryError(permanent ? 'mail_refused' : 'mail_unreachable', { permanent, cause })
}
