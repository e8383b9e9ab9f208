/** The demo's mailbox: one readable text file per mail. */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Mailer } from '../ports.ts'

export function folderMailer(folder: string, now: () => Date = () => new Date()): Mailer {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return {
    async send({ to, fromName, replyTo, subject, text, messageId }) {
      const at = now().toISOString()
      const name = `${at.replaceAll(':', '-').slice(0, 19)}-${messageId.slice(0, 8)}.txt`
      const head = [
        `Date: ${at}`,
        `From: ${fromName}`,
        ...(replyTo ? [`Reply-To: ${replyTo}`] : []),
        `To: ${to}`,
        `Subject: ${subject}`,
      ].join('\n')
      const file = join(folder, name)
      // Written aside and renamed, so that nobody reads half a mail.
      writeFileSync(`${file}.part`, `${head}\n\n${text}\n`, { mode: 0o600 })
      renameSync(`${file}.part`, file)
    },
  }
}
