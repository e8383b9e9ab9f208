/** A partner's own system, as Open311 GeoReport v2 speaks with it (with FixMyStreet's extension for updates). */
import type { Open311Setting } from '../../tenants/schema.ts'
import { DeliveryError } from '../errors.ts'
import type { Outgoing, OutgoingAnswer } from '../ports.ts'
import { type Foreign, listIn, readForeign, wordsIn } from './foreign-xml.ts'

export type System = { setting: Open311Setting; apiKey: string | undefined; outgoing: Outgoing }

type Query = Record<string, string | undefined>
type Fields = readonly (readonly [name: string, value: string])[]

const TIMEOUT_MS = 20_000
/** A thousand reports with their texts. */
const MOST_BYTES = 4 * 1024 * 1024
/** Longer names are no names. */
const LONGEST_ID = 200

/** Which codes the definition of a service lists; none where it has no definition. */
export async function listAttributes(system: System, service: string): Promise<string[]> {
  const answer = await get(system, `services/${encodeURIComponent(service)}.xml`, {})
  if (!isFine(answer)) return []
  return listIn(readForeign(answer), 'attribute').map((attribute) => wordsIn(attribute, 'code'))
}

export type Taken = { ref: string | null; token: string | null }

/**
 * Files a report there.
 * @param idempotencyKey the same whenever the same is sent again
 * @throws DeliveryError `partner_down`, `partner_refused`, `partner_key`, `partner_unreadable`; as Outgoing does
 */
export async function fileThere(system: System, fields: Fields, idempotencyKey: string): Promise<Taken> {
  const { setting, apiKey, outgoing } = system
  const body = new URLSearchParams([
    ...(apiKey ? [['api_key', apiKey]] : []),
    ...(setting.jurisdiction ? [['jurisdiction_id', setting.jurisdiction]] : []),
    ...fields.map(([name, value]) => [name, value]),
  ])
  const answer = await outgoing.call({
    url: `${setting.url}requests.xml`,
    method: 'POST',
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8',
      'Idempotency-Key': idempotencyKey,
    },
    body: body.toString(),
    timeoutMs: TIMEOUT_MS,
    mostBytes: MOST_BYTES,
  })
  requireFine(answer)
  const taken = takenIn(readForeign(answer))
  // It may have been taken: sent again, a system that knows no such header would have it twice.
  if (!taken.ref && !taken.token) throw new DeliveryError('partner_unreadable', { permanent: true })
  return taken
}

/** Null while their system has not made a number of the token. */
export async function readToken(system: System, token: string): Promise<string | null> {
  const answer = await get(system, `tokens/${encodeURIComponent(token)}.xml`, {})
  return isFine(answer) ? takenIn(readForeign(answer)).ref : null
}

const takenIn = (document: Foreign): Taken => {
  const [request] = listIn(document, 'request')
  const of = (name: string) => wordsIn(request, name).slice(0, LONGEST_ID) || null
  const ref = of('service_request_id')
  return { ref: ref === '0' ? null : ref, token: of('token') }
}

/** What their system says of one report. */
export type News = { id: string; ref: string; status: string; words: string; at: string }

/** Null where the system has no such list. */
export async function readUpdates(
  system: System,
  { from, until }: { from: Date; until: Date },
): Promise<News[] | null> {
  const { apiKey } = system
  const answer = await get(system, 'servicerequestupdates.xml', {
    start_date: stamp(from),
    end_date: stamp(until),
    api_key: apiKey,
  })
  if (HAS_NONE.has(answer.status)) return null
  requireFine(answer)
  return listIn(readForeign(answer), 'request_update').map((update) => ({
    id: wordsIn(update, 'update_id').slice(0, LONGEST_ID),
    ref: wordsIn(update, 'service_request_id'),
    status: wordsIn(update, 'status'),
    words: wordsIn(update, 'description'),
    at: wordsIn(update, 'updated_datetime'),
  }))
}
const HAS_NONE = new Set([400, 404, 405, 410, 501])

/** How these stand now; each standing is news under an id of its own. */
export async function readStandings(system: System, refs: readonly string[]): Promise<News[]> {
  const answer = await get(system, 'requests.xml', { service_request_id: refs.join(',') })
  requireFine(answer)
  return listIn(readForeign(answer), 'request').flatMap((request) => {
    const of = (name: string) => wordsIn(request, name)
    const [ref, status, at] = [of('service_request_id'), of('status'), of('updated_datetime')]
    // As it was given: nothing has happened yet.
    if (status.toLowerCase() === 'open' && at === of('requested_datetime')) return []
    return [{ id: `${ref} ${status} ${at}`.slice(0, LONGEST_ID), ref, status, words: of('status_notes'), at }]
  })
}

function get({ setting, outgoing }: System, path: string, query: Query): Promise<OutgoingAnswer> {
  const { url, jurisdiction } = setting
  const set = Object.entries({ jurisdiction_id: jurisdiction, ...query }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  )
  const asked = set.length > 0 ? `?${new URLSearchParams(set)}` : ''
  return outgoing.call({ url: url + path + asked, method: 'GET', timeoutMs: TIMEOUT_MS, mostBytes: MOST_BYTES })
}

/** Whole seconds: their clients and servers compare them as text. */
const stamp = (at: Date) => `${at.toISOString().slice(0, 19)}Z`

const isFine = ({ status }: OutgoingAnswer) => status >= 200 && status < 300
/** What says "later". */
const LATER = new Set([408, 425, 429])

function requireFine(answer: OutgoingAnswer): void {
  const { status } = answer
  if (isFine(answer)) return
  if (status >= 500 || LATER.has(status)) throw new DeliveryError('partner_down', { permanent: false })
  const isKey = status === 401 || status === 403
  throw new DeliveryError(isKey ? 'partner_key' : 'partner_refused', { permanent: true })
}
