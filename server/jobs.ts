/** The clock: what is due, by kind. A table of contents. */

import type { Database } from '../db/client.ts'
import { type Ctx, inTransaction } from './context.ts'
import { eraseDraft } from './drafts/erase-draft.ts'
import { DeliveryError } from './errors.ts'
import { type Outlets, tellEvent } from './notifications/deliver-due.ts'
import { askToConfirm } from './notifications/follower-mails.ts'
import {
  type Choice,
  claimDueWork,
  type DueWorkRow,
  giveUpDeliveryRows,
  giveUpDueWork,
  postponeDueWork,
  removeDueWork,
  repeatDueWork,
} from './notifications/rows.ts'
import { eraseFeedback, tellFeedback } from './notifications/tell-feedback.ts'
import { tellNotice } from './notifications/tell-notice.ts'
import { erasePhoto } from './photos/erase-photo.ts'
import type { Blobs, Log } from './ports.ts'
import { expireQuestionIfDue } from './reports/expire-question.ts'
import { expireFollowing } from './reports/follow-by-link.ts'
import type { DueKind } from './reports/record-event.ts'
import { type Platform, recheckConformance } from './towns/recheck-conformance.ts'
import { tellConformance } from './towns/tell-conformance.ts'

export type Clock = Outlets & {
  database: Database
  blobs: Blobs
  platform: Platform
  townCtx: (town: string) => Promise<Ctx | null>
  log: Log
  now: () => Date
}

/** Work that comes again says when. */
type Job = (ctx: Ctx, clock: Clock, ref: string) => Promise<unknown>

const JOBS: Record<DueKind, Job> = {
  tell: (ctx, clock, ref) => tellEvent(ctx, clock, ref),
  expire_question: (ctx, _clock, ref) => expireQuestionIfDue(ctx, ref),
  recheck_conformance: (ctx, clock) => recheckConformance(ctx, clock.platform),
  tell_conformance: (ctx, clock, ref) => tellConformance(ctx, clock, ref),
  tell_feedback: (ctx, clock, ref) => tellFeedback(ctx, clock, ref),
  erase_feedback: (ctx, _clock, ref) => eraseFeedback(ctx, ref),
  erase_draft: (ctx, _clock, ref) => eraseDraft(ctx, ref),
  erase_photo: (ctx, { blobs }, ref) => erasePhoto(ctx, blobs, ref),
  confirm_following: (ctx, clock, ref) => askToConfirm(ctx, clock, ref),
  tell_notice: (ctx, clock, ref) => tellNotice(ctx, clock, ref),
  expire_following: (ctx, _clock, ref) => expireFollowing(ctx, ref),
}

/** Longer than one mail can take with every time-out in it, so that nobody else begins the same. */
const LEASE_MS = 120_000
/** After these waits somebody has to look. Minutes: 1, 5, 15, 60, 240, 1440. */
const WAITS_MS = [1, 5, 15, 60, 240, 1440].map((minutes) => minutes * 60_000)

/** What waits for a mail server, and may wait long. */
const MAILS: readonly DueKind[] = ['tell', 'tell_conformance', 'tell_feedback', 'tell_notice']
/** One for everything that only needs the database, several for mails: a dead mail server keeps nothing else waiting. */
const LANES: readonly Choice[] = [{ but: MAILS }, ...Array.from({ length: 4 }, () => ({ only: MAILS }))]

/** Works off the next piece that is due, of the kinds chosen. Returns whether there was one. */
export async function runDueWork(clock: Clock, choice: Choice = {}): Promise<boolean> {
  const now = clock.now()
  const work = await clock.database.inTransaction(null, (db) => claimDueWork(db, { now, lease: LEASE_MS, ...choice }))
  if (work) await runOne(clock, work)
  return work !== null
}

async function runOne(clock: Clock, work: DueWorkRow): Promise<void> {
  const { database, log } = clock
  const job = (JOBS as Record<string, Job | undefined>)[work.kind]
  const ctx = await clock.townCtx(work.town)
  try {
    if (!job || !ctx) throw new DeliveryError(job ? 'town_unknown' : 'kind_unknown', { permanent: true })
    const again = await job(ctx, clock, work.ref)
    await database.inTransaction(null, (db) =>
      again instanceof Date ? repeatDueWork(db, work.id, again) : removeDueWork(db, work.id),
    )
  } catch (error) {
    const wait = WAITS_MS[work.attempts - 1]
    const permanent = error instanceof DeliveryError && error.permanent
    const reason = error instanceof DeliveryError ? error.reason : 'unexpected'
    const facts = { kind: work.kind, town: work.town, ref: work.ref, attempts: work.attempts, reason }
    // The database layer's error texts hold SQL and values, so only unexpected ones are logged, and as an object.
    if (reason === 'unexpected') log.error({ ...facts, error }, 'due work failed')
    else log.warn(facts, 'due work failed')
    const at = clock.now()
    if (!permanent && wait !== undefined) {
      const later = new Date(at.getTime() + wait)
      return database.inTransaction(null, (db) => postponeDueWork(db, work.id, later))
    }
    if (ctx && work.kind === 'tell') await inTransaction(ctx, (ctx) => giveUpDeliveryRows(ctx, work.ref))
    await database.inTransaction(null, (db) => giveUpDueWork(db, work.id, at))
  }
}

/** How often the outbox and the clock are looked at when there is nothing to do. */
const TICK_MS = 1_000

/** Works off due work until stopped; the returned function waits for what is under way. */
export function startClock(clock: Clock, onTrouble: (error: unknown) => void): () => Promise<void> {
  const stops = LANES.map((lane) => startLane(clock, lane, onTrouble))
  return async () => void (await Promise.all(stops.map((stop) => stop())))
}

function startLane(clock: Clock, lane: Choice, onTrouble: (error: unknown) => void): () => Promise<void> {
  let stopped = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> = Promise.resolve()
  const round = async () => {
    try {
      while (!stopped && (await runDueWork(clock, lane)));
    } catch (error) {
      onTrouble(error)
    }
    if (!stopped) timer = setTimeout(next, TICK_MS)
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
