/** News about reports, both ways: FixMyStreet's extension for updates, and how reports stand where it is missing. */
import { DeliveryError } from '../errors.ts'
import type { OutgoingAnswer } from '../ports.ts'
import { allWordsIn, type Foreign, listIn, readForeign, wordsIn } from './foreign-xml.ts'
import { get, LONGEST_ID, post, requireFine, requireNoErrors, type System, stamp } from './open311-wire.ts'

export type Update = {
  ref: string
  /** Ours: the same again is the same update. */
  updateId: string
  at: Date
  /** Who says it. */
  from: string
  words: string
  status: { extended: string; plain: string }
}

/**
 * FixMyStreet's extension: what happened here to a report that was filed there.
 * @throws DeliveryError `partner_no_updates` where it has no such list; else as fileThere
 */
export async function tellThere(system: System, update: Update, idempotencyKey: string): Promise<void> {
  const { status } = update
  try {
    await sendUpdate(system, { ...update, status: status.extended }, idempotencyKey)
  } catch (error) {
    // It may know the two plain ones only.
    const isRefused = error instanceof DeliveryError && error.reason === 'partner_refused'
    if (!isRefused || status.plain === status.extended) throw error
    await sendUpdate(system, { ...update, status: status.plain }, `${idempotencyKey} plain`)
  }
}

type Sent = Omit<Update, 'status'> & { status: string }

async function sendUpdate(system: System, update: Sent, idempotencyKey: string): Promise<void> {
  const { ref, updateId, at, from, words, status } = update
  const fields = [
    ['service_request_id', ref],
    ['update_id', updateId],
    ['updated_datetime', stamp(at)],
    ['status', status],
    ['description', words],
    ['first_name', from],
    // As FixMyStreet writes none.
    ['last_name', '-'],
  ] as const
  const answer = await post(system, 'servicerequestupdates.xml', { fields, idempotencyKey })
  if (TAKES_NONE.has(answer.status)) throw new DeliveryError('partner_no_updates', { permanent: true })
  requireFine(answer)
  const document = readAtOnce(answer)
  requireNoErrors(document)
  const [taken] = listIn(document, 'request_update')
  if (!wordsIn(taken, 'update_id') && !wordsIn(taken, 'token'))
    throw new DeliveryError('partner_unreadable', { permanent: true })
}
const TAKES_NONE = new Set([404, 405, 410, 501])

/** What cannot be read now will not be later: a page in its place is a system that has no such address. */
function readAtOnce(answer: OutgoingAnswer): Foreign {
  try {
    return readForeign(answer)
  } catch (cause) {
    throw new DeliveryError('partner_unreadable', { permanent: true, cause })
  }
}

/** What their system says of one report. */
export type News = {
  id: string
  ref: string
  status: string
  words: string
  at: string
  /** Addresses of photos. */
  media: string[]
  /** It shows all there is, not what is new. */
  isStanding: boolean
}

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
    media: allWordsIn(update, 'media_url'),
    isStanding: false,
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
    const id = `${ref} ${status} ${at}`.slice(0, LONGEST_ID)
    const media = allWordsIn(request, 'media_url')
    return [{ id, ref, status, words: of('status_notes'), at, media, isStanding: true }]
  })
}
