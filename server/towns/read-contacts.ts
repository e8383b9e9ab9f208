/** `--contacts`: a CSV of municipality keys and mailboxes, as spreadsheets write it. Pure. */
import { z } from 'zod'

const Mailbox = z.email()
const AGS = /^\d{7,8}$/

export type Contacts = {
  /** By municipality key; an empty mailbox takes the known one away. */
  mailboxes: ReadonlyMap<string, string>
  problems: ContactProblem[]
}
export type ContactProblem = { line: number; wrong: 'ags' | 'mailbox' | 'twice'; value: string }

/** Separated by comma, semicolon or tab; a first line without a key is a heading. */
export function readContacts(text: string): Contacts {
  const mailboxes = new Map<string, string>()
  const problems: ContactProblem[] = []
  for (const [index, row] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    if (row.trim() === '') continue
    const [key = '', mailbox = ''] = row.split(/[,;\t]/).map((cell) =>
      cell
        .trim()
        .replace(/^"(.*)"$/, '$1')
        .trim(),
    )
    const wrong = (what: ContactProblem['wrong'], value: string) =>
      void problems.push({ line: index + 1, wrong: what, value })
    // Spreadsheets take 05758036 for a number and drop its zero.
    const ags = key.padStart(8, '0')
    if (!AGS.test(key)) {
      if (index > 0) wrong('ags', key)
    } else if (mailbox !== '' && !Mailbox.safeParse(mailbox).success) wrong('mailbox', mailbox)
    else if (mailboxes.has(ags)) wrong('twice', ags)
    else mailboxes.set(ags, mailbox)
  }
  return { mailboxes, problems }
}
