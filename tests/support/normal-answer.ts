/**
 * An answer with every value that has to differ between two servers replaced by what it is, and nothing else: equal
 * answers become equal texts. What occurs twice in an answer stays the same one.
 */
type Answered = { status: number; headers: Headers; text: string }
export type Place = {
  url: string /** Values learnt from this server's answers, by name. */
  known: Record<string, string>
}

/** Of the connection and the packing, which everything in between may change. */
const OF_THE_WAY = new Set([
  'connection',
  'content-encoding',
  'content-length',
  'date',
  'keep-alive',
  'transfer-encoding',
  'vary',
])

const UUID = /\b[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}\b/g
/** 256 bits in base64url. */
const TOKEN = /(?<=(?<![\w-])(?:\d{1,6}-)?)[\w-]{43}(?![\w-])/g
/** Also in the query of an address. */
const INSTANT = /\b20\d\d-\d\d-\d\dT\d\d(?::|%3A)\d\d(?::|%3A)\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)/g
const MILLISECONDS = /\b1\d{12}\b/g
const CLOCK = /\b\d\d:\d\d(?= Uhr)/g
/** Shorter than this a known value may stand for something else as well. */
const LONG_ENOUGH = 12

export type Normal = ReturnType<typeof normalAnswer>

/** @param since when the two servers began: later instants are theirs */
export function normalAnswer({ status, headers, text }: Answered, place: Place, since: Date) {
  const normal = normalizing(place, since, headers.get('X-Request-Id'))
  const body = normal(text)
  return {
    status,
    headers: Object.fromEntries(
      [...headers]
        .filter(([name]) => !OF_THE_WAY.has(name))
        .map(([name, value]) => [name, ofHeader(name, normal(value), body === text)]),
    ),
    body: inLines(body),
  }
}

/** Values are numbered by their order over all texts it is given. */
export function normalizing({ url, known }: Place, since: Date, requestId: string | null = null) {
  const named = Object.entries(known)
    .filter(([, value]) => value.length >= LONG_ENOUGH)
    .sort(([, a], [, b]) => b.length - a.length)
  const seen = new Map<string, string>()
  const numbered = (kind: string) => (value: string) => {
    const same = seen.get(value)
    if (same) return same
    const name = `<${kind} ${[...seen.values()].filter((one) => one.startsWith(`<${kind} `)).length + 1}>`
    seen.set(value, name)
    return name
  }
  return (words: string): string => {
    let result = words.replaceAll(url, '<url>').replaceAll(encodeURIComponent(url), '<url>')
    result = result.replaceAll(new URL(url).host, '<host>')
    if (requestId) result = result.replaceAll(requestId, '<request id>')
    for (const [name, value] of named) result = result.replaceAll(value, `<${name}>`)
    return result
      .replace(INSTANT, (instant) => (new Date(decodeURIComponent(instant)) >= since ? '<now>' : instant))
      .replace(MILLISECONDS, (instant) => (Number(instant) >= since.getTime() ? '<now>' : instant))
      .replace(CLOCK, (clock) => (isRecent(clock, since) ? '<now>' : clock))
      .replace(UUID, numbered('uuid'))
      .replace(TOKEN, numbered('token'))
  }
}

/** Packing makes a sum weak; over a body that differs it has to differ. What is left of a limit depends on the second. */
function ofHeader(name: string, value: string, isBodySame: boolean): string {
  if (name === 'etag') return isBodySame ? value.replace(/^W\//, '') : '<sum of the body>'
  return name === 'ratelimit' ? value.replace(/r=\d+;t=\d+/, 'r=<left>;t=<seconds>') : value
}

/** In German time, to the minute. */
function isRecent(clock: string, since: Date): boolean {
  const at = new Intl.DateTimeFormat('de', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Berlin' })
  return clock >= at.format(since) && clock <= at.format(new Date())
}

/** One element, or one line of JSON, in each: a difference is read where it is. */
function inLines(text: string): string[] {
  try {
    return JSON.stringify(JSON.parse(text), null, 1).split('\n')
  } catch {
    return text.replaceAll('><', '>\n<').split('\n')
  }
}
