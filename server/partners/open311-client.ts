/** A partner's own system, as Open311 GeoReport v2 speaks with it (with FixMyStreet's extension for updates). */
import type { Open311Setting } from '../../tenants/schema.ts'
import { DeliveryError } from '../errors.ts'
import type { Outgoing, OutgoingAnswer } from '../ports.ts'
import { allWordsIn, type Foreign, listIn, readForeign, wordsIn } from './foreign-xml.ts'

export type System = { setting: Open311Setting; apiKey: string | undefined; outgoing: Outgoing }

type Query = Record<string, string | undefined>
type Fields = readonly (readonly [name: string, value: string])[]

const TIMEOUT_MS = 20_000
/** A thousand reports with their texts. */
const MOST_BYTES = 4 * 1024 * 1024
/** Longer names are no names. */
const LONGEST_ID = 200

/** A question of theirs. */
export type Question = {
  code: string
  words: string
  required: boolean
  /** Filled by systems, never by people: theirs demand nothing of us that we do not know by its name. */
  isAutomatic: boolean
  takesSeveral: boolean
  /** Empty: anything goes. */
  options: { key: string; name: string }[]
}

/**
 * What is asked about a service; nothing where it has no definition.
 * @throws DeliveryError `partner_down` where it may have one, later
 */
export async function readQuestions(system: System, service: string): Promise<Question[]> {
  const answer = await get(system, `services/${encodeURIComponent(service)}.xml`, {})
  if (isOutOfOrder(answer) && (await mayHaveQuestions(system, service))) requireFine(answer)
  if (!isFine(answer)) return []
  return listIn(definitionIn(answer), 'attribute')
    .map(questionOf)
    .filter((question): question is Question => question !== null)
}

/** Where its list of services says that there are none, nobody waits for them. */
async function mayHaveQuestions(system: System, service: string): Promise<boolean> {
  const answer = await get(system, 'services.xml', {})
  if (!isFine(answer)) return true
  const found = listIn(definitionIn(answer), 'service').find((one) => wordsIn(one, 'service_code') === service)
  return wordsIn(found, 'metadata').toLowerCase() !== 'false'
}

/** Some answer with a page that says there is none. */
function definitionIn(answer: OutgoingAnswer): Foreign {
  try {
    return readForeign(answer)
  } catch (error) {
    if (error instanceof DeliveryError) return {}
    throw error
  }
}

/** As `attribute[code]` can carry it. */
const CODE = /^[^\s[\]]{1,200}$/

/** Null for what is only there to be read. */
function questionOf(attribute: Foreign): Question | null {
  const of = (name: string) => wordsIn(attribute, name)
  const code = of('code')
  if (of('variable').toLowerCase() === 'false' && of('automated') === '') return null
  if (!CODE.test(code)) return null
  return {
    code,
    words: of('description').slice(0, LONGEST_ID),
    required: of('required').toLowerCase() === 'true',
    isAutomatic: of('automated') !== '',
    takesSeveral: of('datatype').toLowerCase() === 'multivaluelist',
    options: listIn(attribute, 'value').map((value) => ({ key: wordsIn(value, 'key'), name: wordsIn(value, 'name') })),
  }
}

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

type Posted = { fields: Fields; idempotencyKey: string }

function post({ setting, apiKey, outgoing }: System, path: string, { fields, idempotencyKey }: Posted) {
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
const isOutOfOrder = ({ status }: OutgoingAnswer) => status >= 500 || LATER.has(status)

function requireFine(answer: OutgoingAnswer): void {
  const { status } = answer
  if (isFine(answer)) return
  if (isOutOfOrder(answer)) throw new DeliveryError('partner_down', { permanent: false })
  const isKey = status === 401 || status === 403
  throw new DeliveryError(isKey ? 'partner_key' : 'partner_refused', { permanent: true })
}

/** Some say no with a status that says yes. */
function requireNoErrors(document: Foreign): void {
  if (listIn(document, 'error').length > 0) throw new DeliveryError('partner_refused', { permanent: true })
}
