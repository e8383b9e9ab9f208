/** How a partner's own system is spoken to: Open311 GeoReport v2 over the port for calls outwards. */
import type { Open311Setting } from '../../tenants/schema.ts'
import { DeliveryError } from '../errors.ts'
import type { Outgoing, OutgoingAnswer } from '../ports.ts'
import { type Foreign, listIn } from './foreign-xml.ts'

export type System = { setting: Open311Setting; apiKey: string | undefined; outgoing: Outgoing }

type Query = Record<string, string | undefined>
export type Fields = readonly (readonly [name: string, value: string])[]

const TIMEOUT_MS = 20_000
/** A thousand reports with their texts. */
const MOST_BYTES = 4 * 1024 * 1024
/** Longer names are no names. */
export const LONGEST_ID = 200

type Posted = { fields: Fields; idempotencyKey: string }

export function post({ setting, apiKey, outgoing }: System, path: string, { fields, idempotencyKey }: Posted) {
  const body = new URLSearchParams([
    ...(apiKey ? [['api_key', apiKey]] : []),
    ...(setting.jurisdiction ? [['jurisdiction_id', setting.jurisdiction]] : []),
    ...fields.map(([name, value]) => [name, value]),
  ])
  return outgoing.call({
    url: setting.url + path,
    method: 'POST',
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8',
      'Idempotency-Key': idempotencyKey,
    },
    body: body.toString(),
    timeoutMs: TIMEOUT_MS,
    mostBytes: MOST_BYTES,
  })
}

export function get({ setting, outgoing }: System, path: string, query: Query): Promise<OutgoingAnswer> {
  const { url, jurisdiction } = setting
  const set = Object.entries({ jurisdiction_id: jurisdiction, ...query }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  )
  const asked = set.length > 0 ? `?${new URLSearchParams(set)}` : ''
  return outgoing.call({ url: url + path + asked, method: 'GET', timeoutMs: TIMEOUT_MS, mostBytes: MOST_BYTES })
}

/** Whole seconds: their clients and servers compare them as text. */
export const stamp = (at: Date) => `${at.toISOString().slice(0, 19)}Z`

export const isFine = ({ status }: OutgoingAnswer) => status >= 200 && status < 300
/** What says "later". */
const LATER = new Set([408, 425, 429])
export const isOutOfOrder = ({ status }: OutgoingAnswer) => status >= 500 || LATER.has(status)

export function requireFine(answer: OutgoingAnswer): void {
  const { status } = answer
  if (isFine(answer)) return
  if (isOutOfOrder(answer)) throw new DeliveryError('partner_down', { permanent: false })
  const isKey = status === 401 || status === 403
  throw new DeliveryError(isKey ? 'partner_key' : 'partner_refused', { permanent: true })
}

/** Some say no with a status that says yes. */
export function requireNoErrors(document: Foreign): void {
  if (listIn(document, 'error').length > 0) throw new DeliveryError('partner_refused', { permanent: true })
}
