/** What every way of sending holds a mail to. */

/** One mailbox: nothing that mail programs take for a name, a list, a group or another line. */
const ONE_ADDRESS = /^[^\s@<>()[\]\\,;:"]+@[^\s@<>()[\]\\,;:"]+$/

export const isOneAddress = (text: string | undefined): text is string => text !== undefined && ONE_ADDRESS.test(text)

/** @param from the sender's address, whose domain is ours */
export const messageIdOf = (messageId: string, from: string) => `<${messageId}@${from.split('@')[1]}>`

/** That a machine writes, and the mailbox's own "unsubscribe" (RFC 8058): one POST, no page. */
export function fixedHeaders(stopUrl: string | undefined): Record<string, string> {
  const stop = stopUrl && {
    'List-Unsubscribe': `<${new URL(stopUrl).href}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  }
  return { 'Auto-Submitted': 'auto-generated', ...stop }
}
