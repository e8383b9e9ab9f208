/** XML that somebody else has written: read for what it says, trusted for nothing. */
import { XMLParser } from 'fast-xml-parser'
import { DeliveryError } from '../errors.ts'
import type { OutgoingAnswer } from '../ports.ts'

/** As deep as it needs to be, or as some dialect has it. */
export type Foreign = { [name: string]: Foreign | Foreign[] | string | undefined }

/** What may stand several times, and is a list even when it stands once. */
const LISTS = new Set(['service', 'attribute', 'value', 'request', 'request_update', 'error'])
const parser = new XMLParser({
  // Klarschiff writes type="array"; FixMyStreet's own reader would stumble over any.
  ignoreAttributes: true,
  removeNSPrefix: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  parseTagValue: false,
  // Entities are decoded here: a document that brings its own is none we read.
  processEntities: false,
  isArray: (name) => LISTS.has(name),
  tagValueProcessor: (_name, value) => decoded(value),
})

/**
 * Whatever stands in the root, however that is called.
 * @throws DeliveryError `partner_unreadable`
 */
export function readForeign({ bytes, headers }: Pick<OutgoingAnswer, 'bytes' | 'headers'>): Foreign {
  try {
    const text = textOf(bytes, headers.get('Content-Type') ?? '')
    if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw new Error('declares entities')
    const [root] = Object.values(parser.parse(text) as Foreign)
    if (root === undefined || Array.isArray(root)) throw new Error('has no root')
    return typeof root === 'string' ? {} : root
  } catch (error) {
    throw new DeliveryError('partner_unreadable', { permanent: false, cause: error })
  }
}

/** The list of that name, directly below the root or in a wrapper of any name. */
export function listIn(document: Foreign, name: string): Foreign[] {
  const direct = document[name]
  if (Array.isArray(direct)) return direct.filter((one): one is Foreign => typeof one === 'object')
  return Object.values(document).flatMap((part) =>
    typeof part === 'object' && !Array.isArray(part) && Array.isArray(part[name]) ? listIn(part, name) : [],
  )
}

/** The words of an element; '' for one that is empty, missing or no text. */
export function wordsIn(element: Foreign | undefined, name: string): string {
  const value = element?.[name]
  return typeof value === 'string' ? value.trim() : ''
}

/** Every word of that name below it, once each: `<media_url>` several times, or in a wrapper of any name. */
export function allWordsIn(element: Foreign | undefined, name: string): string[] {
  const found = Object.entries(element ?? {}).flatMap(([key, value]) => {
    const parts = Array.isArray(value) ? value : [value]
    return parts.flatMap((part) => {
      if (typeof part === 'object') return allWordsIn(part, name)
      return key === name && part ? [part.trim()] : []
    })
  })
  return [...new Set(found)].filter(Boolean)
}

function textOf(bytes: Uint8Array, contentType: string): string {
  const head = new TextDecoder('latin1').decode(bytes.slice(0, 120))
  const named = /charset="?([\w-]+)/i.exec(contentType)?.[1] ?? /encoding=["']([\w-]+)/i.exec(head)?.[1]
  return new TextDecoder(named ?? 'utf-8').decode(bytes)
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const HIGHEST = 0x10ffff

const decoded = (text: string) =>
  text.replace(/&(amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-f]{1,6});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return NAMED[name.toLowerCase()] ?? whole
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code > 0 && code <= HIGHEST ? String.fromCodePoint(code) : ''
  })
