/** The HTML form of a mail: the words of its plain form, nothing loaded from anywhere, readable in light and dark. */
import { direction } from '../../client/i18n/index.ts'
import type { Language } from '../../tenants/languages.ts'
import { contrast, LEGIBLE } from '../towns/theme.ts'
import type { MailLink, MailPart } from './mail-parts.ts'

type Letter = {
  language: Language
  subject: string
  /** The town's colour, `#rrggbb`. */
  accent: string
  parts: readonly MailPart[]
}

const [WHITE, INK] = ['#ffffff', '#0b1a22']
/** Colours of text and ground are the reader's own: set by us, they would fight with a dark mailbox. */
const BODY = 'margin:0;padding:24px 16px;font:16px/1.5 system-ui,-apple-system,Segoe UI,Roboto,Arial,sans-serif'
const PARAGRAPH = 'margin:0 0 16px;overflow-wrap:anywhere'
const SMALL = 'margin:0 0 16px;font-size:14px;overflow-wrap:anywhere'

/** Escapes everything it is given. */
export function htmlOf({ language, subject, accent, parts }: Letter): string {
  const sheet = `max-width:600px;margin:0 auto;padding-top:24px;border-top:3px solid ${escaped(accent)}`
  return [
    '<!doctype html>',
    `<html lang="${language}" dir="${direction(language)}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="supported-color-schemes" content="light dark">',
    `<title>${escaped(subject)}</title>`,
    '<style>:root{color-scheme:light dark}</style>',
    '</head>',
    `<body style="${BODY}">`,
    `<div style="${sheet}">`,
    ...parts.flatMap((part) => (typeof part === 'string' ? [paragraph(part)] : link(part, accent))),
    '</div>',
    '</body>',
    '</html>',
  ].join('\n')
}

/** `dir="auto"`: words of citizens come in every direction. */
function paragraph(text: string, style = PARAGRAPH): string {
  return `<p dir="auto" style="${style}">${escaped(text).replaceAll('\n', '<br>\n')}</p>`
}

/** The last line that leads to the link is its name; what stands before it stays a sentence. */
function link({ lead, url, note, isQuiet }: MailLink, accent: string): string[] {
  const lines = lead.split('\n')
  const name = lines.pop()!.replace(/:$/, '')
  const look = isQuiet ? 'color:inherit' : buttonOf(accent)
  const anchor = `<a href="${escaped(url)}" style="${look}">${escaped(name)}</a>`
  return [
    ...(lines.length > 0 ? [paragraph(lines.join('\n'), isQuiet ? SMALL : PARAGRAPH)] : []),
    `<p style="${isQuiet ? SMALL : PARAGRAPH}">${anchor}</p>`,
    ...(note ? [paragraph(note, SMALL)] : []),
  ]
}

function buttonOf(accent: string): string {
  const ink = contrast(WHITE, accent) >= LEGIBLE ? WHITE : INK
  return [
    'display:inline-block',
    'padding:12px 20px',
    'border-radius:8px',
    `background:${escaped(accent)}`,
    `color:${ink}`,
    'font-weight:600',
    'text-decoration:none',
  ].join(';')
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]!)
