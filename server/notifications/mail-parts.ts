/** What a mail says, once: its plain and its HTML form are both made from this, so that they cannot differ. */

/** A paragraph, with its line breaks; or a link with the words that lead to it. */
export type MailPart = string | MailLink
export type MailLink = {
  lead: string
  url: string
  /** Said after it. */
  note?: string
  /** For what hardly anybody needs: small, and no button. */
  isQuiet?: boolean
}

export function textOf(parts: readonly MailPart[]): string {
  return parts
    .map((part) => (typeof part === 'string' ? part : [part.lead, part.url, part.note].filter(Boolean).join('\n')))
    .join('\n\n')
}
