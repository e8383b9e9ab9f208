/** What is due, by kind, and how one piece of it is worked off. A table of contents; lanes.ts says when. */

import type { Database } from '../db/client.ts'
import { type Ctx, inTransaction } from './context.ts'
import { describeError } from './describe-error.ts'
import { eraseDraft } from './drafts/erase-draft.ts'
import { AppError, DeliveryError } from './errors.ts'
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
import { tellPerson } from './notifications/tell-person.ts'
import { readPartner } from './partners/read-partner.ts'
import { fallBackToMail, sendToPartner } from './partners/send-to-partner.ts'
import type { Wires } from './partners/system-of.ts'
import type { PersonWork } from './people/account-rows.ts'
import { erasePhoto } from './photos/erase-photo.ts'
import type { Blobs, Log } from './ports.ts'
import { expireQuestionIfDue } from './reports/expire-question.ts'
import { expireFollowing } from './reports/follow-by-link.ts'
import type { DueKind } from './reports/record-event.ts'
import { eraseOld } from './retention/erase-old.ts'
import { type Platform, recheckConformance } from './towns/recheck-conformance.ts'
import { tellConformance } from './towns/tell-conformance.ts'
import { callWebhook } from './webhooks/call-webhook.ts'
import { tellStopped } from './webhooks/tell-stopped.ts'

export type Clock = Outlets &
  Wires & {
    database: Database
    blobs: Blobs
    platform: Platform
    townCtx: (town: string) => Promise<Ctx | null>
    log: Log
    now: () => Date
    /** APP_SECRET */
    secret: string
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
  erase_old: (ctx) => eraseOld(ctx),
  confirm_following: (ctx, clock, ref) => askToConfirm(ctx, clock, ref),
  tell_notice: (ctx, clock, ref) => tellNotice(ctx, clock, ref),
  expire_following: (ctx, _clock, ref) => expireFollowing(ctx, ref),
  call_webhook: (ctx, clock, ref) => callWebhook(ctx, clock, ref),
  tell_webhook: (ctx, clock, ref) => tellStopped(ctx, clock, ref),
  send_to_partner: (ctx, clock, ref) => sendToPartner(ctx, clock, ref),
  read_partner: (ctx, clock, ref) => readPartner(ctx, clock, ref),
}

/** Mails about accounts, which belong to no town. */
const PERSON_WORK: Record<PersonWork, true> = {
  tell_reset: true,
  tell_invitation: true,
  tell_password: true,
  tell_factor_reset: true,
}
const isPersonWork = (kind: string): kind is PersonWork => Object.hasOwn(PERSON_WORK, kind)

/** Longer than one mail can take with every time-out in it, so that nobody else begins the same. */
const LEASE_MS = 120_000
/** After these waits somebody has to look. Minutes: 1, 5, 15, 60, 240, 1440. */
const WAITS_MS = [1, 5, 15, 60, 240, 1440].map((minutes) => minutes * 60_000)

/** What waits for a mail server, and may wait long. */
export const MAILS: readonly string[] = [
  'tell',
  'confirm_following',
  'tell_conformance',
  'tell_feedback',
  'tell_notice',
  'tell_webhook',
  ...Object.keys(PERSON_WORK),
]
/** What waits for other people's systems. */
export const CALLS: readonly string[] = ['call_webhook', 'send_to_partner', 'read_partner']
/**
 * Works off the next piece that is due, of the kinds chosen. Returns whether there was one.
 * @param underWay ids of what this process is doing: never begun twice, even if the clock jumps past the lease
 */
export async function runDueWork(clock: Clock, choice: Choice = {}, underWay = new Set<string>()): Promise<boolean> {
  const work = await claimNext(clock, { ...choice, not: underWay })
  if (!work) return false
  underWay.add(work.id)
  await runOne(clock, work).finally(() => underWay.delete(work.id))
  return true
}

/** The next piece that is due, for this worker alone. */
export const claimNext = (clock: Clock, choice: Choice): Promise<DueWorkRow | null> =>
  clock.database.inTransaction(null, (db) => claimDueWork(db, { now: clock.now(), lease: LEASE_MS, ...choice }))

/** Every line of the log that it causes carries the work's id, as a request's lines carry the request's. */
export const runOne = (clock: Clock, work: DueWorkRow): Promise<void> =>
  clock.log.within({ workId: work.id }, () => workOff(clock, work))

async function workOff(clock: Clock, work: DueWorkRow): Promise<void> {
  const { database, log } = clock
  const ctx = isPersonWork(work.kind) ? null : await clock.townCtx(work.town)
  try {
    const again = await perform(clock, ctx, work)
    await database.inTransaction(null, (db) =>
      again instanceof Date
        ? repeatDueWork(db, work.id, { runAt: again, doneAt: clock.now() })
        : removeDueWork(db, work.id),
    )
  } catch (error) {
    const wait = WAITS_MS[work.attempts - 1]
    const permanent = error instanceof DeliveryError && error.permanent
    const isKnown = error instanceof DeliveryError || (error instanceof AppError && error.code === 'unavailable')
    const reason = isKnown ? error.reason : 'unexpected'
    const facts = { kind: work.kind, town: work.town, ref: work.ref, attempts: work.attempts, reason }
    // The database layer's error texts hold SQL and values, so an error is never logged as it is.
    if (!isKnown) log.error({ ...facts, ...describeError(error) }, 'due work failed')
    else log.warn(facts, 'due work failed')
    const at = clock.now()
    if (!permanent && wait !== undefined) {
      const later = new Date(at.getTime() + wait)
      return database.inTransaction(null, (db) => postponeDueWork(db, work.id, later))
    }
    if (ctx && work.kind === 'tell') await inTransaction(ctx, (ctx) => giveUpDeliveryRows(ctx, work.ref))
    if (ctx && work.kind === 'send_to_partner') {
      await fallBackToMail(ctx, work.ref, reason)
      return database.inTransaction(null, (db) => removeDueWork(db, work.id))
    }
    await database.inTransaction(null, (db) => giveUpDueWork(db, work.id, at))
  }
}

async function perform(clock: Clock, ctx: Ctx | null, { kind, ...work }: DueWorkRow): Promise<unknown> {
  if (isPersonWork(kind)) return tellPerson(clock, { ...work, kind })
  const job = (JOBS as Record<string, Job | undefined>)[kind]
  if (!job || !ctx) throw new DeliveryError(job ? 'town_unknown' : 'kind_unknown', { permanent: true })
  return job(ctx, clock, work.ref)
}
