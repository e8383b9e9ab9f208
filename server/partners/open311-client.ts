/** Reports filed in a partner's own system (Open311 GeoReport v2). */
import { DeliveryError } from '../errors.ts'
import { type Foreign, listIn, readForeign, wordsIn } from './foreign-xml.ts'
import {
  type Fields,
  get,
  isFine,
  LONGEST_ID,
  post,
  requireFine,
  requireNoErrors,
  type System,
} from './open311-wire.ts'

export type Taken = { ref: string | null; token: string | null }

/**
 * Files a report there.
 * @param idempotencyKey the same whenever the same is sent again
 * @throws DeliveryError `partner_down`, `partner_refused`, `partner_key`, `partner_unreadable`; as Outgoing does
 */
export async function fileThere(system: System, fields: Fields, idempotencyKey: string): Promise<Taken> {
  const answer = await post(system, 'requests.xml', { fields, idempotencyKey })
  requireFine(answer)
  const document = readForeign(answer)
  requireNoErrors(document)
  const taken = takenIn(document)
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
