/** The clock: several lanes work off what is due, so that nothing that waits for others keeps the rest waiting. */
import { CALLS, type Clock, claimNext, MAILS, runDueWork, runOne } from './jobs.ts'
import { type Choice, returnDueWork } from './notifications/rows.ts'
import { sweepPlatform } from './retention/sweep.ts'

/** What a worker does of all that is due: the edge may leave mails to a worker on Node. */
export type Part = 'all' | 'mails' | 'no mails'

/** One for everything that only needs the database, several for mails: a dead mail server keeps nothing else waiting. */
const OWN: Choice = { but: [...MAILS, ...CALLS] }
const MAIL_LANES = 4
/** Calls of other people's systems at a time; one of each town, so that a slow system keeps no other town waiting. */
const MOST_CALLS = 16

type OnTrouble = (error: unknown) => void
/** One piece; whether there may be more. */
type Next = () => Promise<boolean>
type Lanes = { next: Next[]; ended: () => Promise<unknown>; underWay: Set<string> }
type LaneOptions = { part?: Part; mailLanes?: number; onTrouble: OnTrouble }

function openLanes(
  clock: Clock,
  { part = 'all', mailLanes = MAIL_LANES, onTrouble }: LaneOptions,
  lookAgainMs?: number,
): Lanes {
  const underWay = new Set<string>()
  const calls = startableCalls(clock, { underWay, onTrouble, lookAgainMs })
  const mails = Array.from({ length: part === 'no mails' ? 0 : mailLanes }, (): Choice => ({ only: MAILS }))
  const choices = part === 'mails' ? mails : [OWN, ...mails]
  const next = choices.map((choice) => () => runDueWork(clock, choice, underWay))
  return { next: part === 'mails' ? next : [...next, calls.beginNext], ended: calls.ended, underWay }
}

type CallOptions = { underWay: Set<string>; onTrouble: OnTrouble; lookAgainMs: number | undefined }

/**
 * Begins calls of other people's systems without waiting for their ends, as many at a time as there is room for. When
 * nothing can be begun, the end of a call may change that: its town's next one follows at once.
 * @param lookAgainMs when other towns are looked at meanwhile; without it they wait for that end
 */
function startableCalls(clock: Clock, { underWay, onTrouble, lookAgainMs }: CallOptions) {
  const calls = new Map<string, Promise<void>>()
  const oneHasEnded = async (calls: Promise<void>[]) => {
    let rest: ReturnType<typeof setTimeout> | undefined
    const rested = new Promise<void>((resolve) => {
      if (lookAgainMs !== undefined) rest = setTimeout(resolve, lookAgainMs)
    })
    await Promise.race([...calls, rested])
    clearTimeout(rest)
  }
  const beginNext: Next = async () => {
    if (calls.size >= MOST_CALLS) await Promise.race(calls.values())
    // One that ends while the next is looked for has made room all the same.
    const others = [...calls.values()]
    const work = await claimNext(clock, { only: CALLS, not: underWay, notOf: calls.keys() })
    if (!work) {
      if (others.length === 0) return false
      await oneHasEnded(others)
      return true
    }
    underWay.add(work.id)
    const call = runOne(clock, work)
      .catch(onTrouble)
      .finally(() => {
        underWay.delete(work.id)
        calls.delete(work.town)
      })
    calls.set(work.town, call)
    return true
  }
  return { beginNext, ended: () => Promise.all(calls.values()) }
}

/** How often the outbox and the clock are looked at when there is nothing to do. */
const TICK_MS = 1_000
/** How often the platform's own rows are looked through. */
const SWEEP_MS = 3_600_000
/** What is under way gets so long to end when the clock is stopped. */
const STOP_MS = 10_000

/**
 * Works off due work until stopped: for runtimes that stay. The returned function waits for what is under way; what
 * has not ended in time is given back, for the next worker to begin at once.
 */
export function startClock(clock: Clock, onTrouble: OnTrouble, part: Part = 'all') {
  const { next, ended, underWay } = openLanes(clock, { part, onTrouble }, TICK_MS)
  const stops = next.map((work) => startLane(work, TICK_MS, onTrouble))
  if (part !== 'mails') stops.push(startLane(() => sweepPlatform(clock), SWEEP_MS, onTrouble))
  return async (withinMs = STOP_MS): Promise<void> => {
    let limit: ReturnType<typeof setTimeout> | undefined
    const late = new Promise<void>((resolve) => {
      limit = setTimeout(resolve, withinMs)
    })
    await Promise.race([Promise.all(stops.map((stop) => stop())).then(ended), late])
    clearTimeout(limit)
    if (underWay.size > 0) await clock.database.inTransaction(null, (db) => returnDueWork(db, [...underWay]))
  }
}

/**
 * Trouble is told once, until it has passed.
 * @param work one piece; returns whether there may be more
 */
function startLane(work: Next, restMs: number, onTrouble: OnTrouble): () => Promise<void> {
  let stopped = false
  let isInTrouble = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> = Promise.resolve()
  const round = async () => {
    try {
      while (!stopped && (await work()));
      isInTrouble = false
    } catch (error) {
      if (!isInTrouble) onTrouble(error)
      isInTrouble = true
    }
    if (!stopped) timer = setTimeout(next, restMs)
  }
  const next = () => {
    running = round()
  }
  next()
  return () => {
    stopped = true
    clearTimeout(timer)
    return running
  }
}

/**
 * Works off what is due until nothing is left: for runtimes that are woken. What has begun is ended.
 * @param withinMs nothing is begun afterwards
 * @param most pieces
 */
export async function workOffDue(
  clock: Clock,
  { withinMs, most, ...options }: LaneOptions & { withinMs: number; most: number },
): Promise<void> {
  const until = performance.now() + withinMs
  const { next, ended } = openLanes(clock, options)
  let left = most
  let isMore = true
  const workOff = async (work: Next) => {
    while (left-- > 0 && performance.now() < until && (await work())) isMore = true
  }
  // What one lane does may be work for another that has ended already: an event is told, and calls come of it.
  while (isMore) {
    isMore = false
    await Promise.all(next.map((work) => workOff(work).catch(options.onTrouble)))
    await ended()
  }
}
