/** A whole mail (RFC 5322, MIME) for relays that take it so: what people have written is encoded, every line short. */
import type { MailMessage } from '../ports.ts'
import { fixedHeaders, isOneAddress, messageIdOf } from './mail-headers.ts'

/** Bytes of one encoded word, so that it has at most 75 characters (RFC 2047, 2). */
const WORD_BYTES = 45
const BASE64_LINE = 76

const encoder = new TextEncoder()

/** @param from header address; the town's name stands before it */
export function rawMail(message: MailMessage, { from, date }: { from: string; date: Date }): Uint8Array {
  const { to, fromName, replyTo, subject, text, html, stopUrl, messageId } = message
  const headers = {
    From: `${encodedWords(fromName)} <${from}>`,
    To: to,
    ...(isOneAddress(replyTo) ? { 'Reply-To': replyTo } : {}),
    Subject: encodedWords(subject),
    Date: date.toUTCString().replace('GMT', '+0000'),
    'Message-ID': messageIdOf(messageId, from),
    ...fixedHeaders(stopUrl),
    'MIME-Version': '1.0',
  }
  const head = linesOf(headers)
  const plain = part('text/plain', text)
  if (html === undefined) return encoder.encode(head + plain)
  const boundary = `=_${crypto.randomUUID()}`
  const parts = [plain, part('text/html', html)].map((one) => `--${boundary}\r\n${one}\r\n`).join('')
  const kind = `Content-Type: multipart/alternative; boundary="${boundary}"`
  return encoder.encode(`${head}${kind}\r\n\r\n${parts}--${boundary}--\r\n`)
}

const linesOf = (headers: Record<string, string>) =>
  Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')

function part(type: string, content: string): string {
  const bytes = encoder.encode(content.replace(/\r?\n/g, '\r\n'))
  const lines = base64(bytes).match(new RegExp(`.{1,${BASE64_LINE}}`, 'g')) ?? []
  const headers = { 'Content-Type': `${type}; charset=utf-8`, 'Content-Transfer-Encoding': 'base64' }
  return `${linesOf(headers)}\r\n${lines.join('\r\n')}\r\n`
}

/** Words of people: encoded, so that nothing in them can be another line, header or address. */
function encodedWords(text: string): string {
  const words: string[] = []
  let word = ''
  for (const letter of text) {
    if (encoder.encode(word + letter).byteLength > WORD_BYTES) {
      words.push(word)
      word = ''
    }
    word += letter
  }
  return [...words, word].map((one) => `=?UTF-8?B?${base64(encoder.encode(one))}?=`).join('\r\n ')
}

/** Byte by byte, since a mail's bytes are too many to be the arguments of one call. */
export function base64(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary)
}
