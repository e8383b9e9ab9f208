/** The demo's mailbox: one readable text file per mail, and beside it the HTML. */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Mailer } from '../ports.ts'

export function folderMailer(folder: string, now: () => Date = () => new Date()): Mailer {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return {
    async send({ to, fromName, replyTo, subject, text, html, stopUrl, messageId }) {
      const at = now().toISOString()
      const name = `${at.replaceAll(':', '-').slice(0, 19)}-${messageId.slice(0, 8)}.txt`
      const head = [
        `Date: ${at}`,
        `From: ${fromName}`,
        ...(replyTo ? [`Reply-To: ${replyTo}`] : []),
        `To: ${to}`,
        `Subject: ${subject}`,
        ...(stopUrl ? [`List-Unsubscribe: <${stopUrl}>`] : []),
      ].join('\n')
      const file = join(folder, name)
      if (html) writeWhole(file.replace(/txt$/, 'html'), html)
      writeWhole(file, `${head}\n\n${text}\n`)
    },
  }
}

/** Written aside and renamed, so that nobody reads half a mail. */
function writeWhole(file: string, content: string): void {
  writeFileSync(`${file}.part`, content, { mode: 0o600 })
  renameSync(`${file}.part`, file)
}
