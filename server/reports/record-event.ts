/** The only way anything is told to anyone: an event, and a row in the queue for whoever tells it. */

import { type EventFacts, events } from '../../db/schema/events.ts'
import { dueWork } from '../../db/schema/platform.ts'
import type { Actor, TxCtx } from '../context.ts'

export const ACTIONS = [
  'submitted',
  'routed',
  'accepted',
  'given_back',
  'scheduled',
  'asked',
  'question_answered',
  'question_expired',
  'partner_involved',
  'partner_acknowledged',
  'partner_returned',
  'link_renewed',
  'closed',
  'declined',
  'handed_over',
  'withdrawn',
  'reopened',
  'assigned',
  'recategorised',
  'noted',
  'answered',
  'visibility_changed',
  'priority_changed',
  'contact_removed',
  'erased_on_request',
  'undone',
  'photo_added',
  'merged',
  'absorbed',
  'separated',
  'released',
  'objected',
  'objection_accepted',
  'objection_rejected',
  'rated',
  'withdrawal_undone',
  'place_moved',
  'imported',
  'notice_decided',
  'partner_received',
  'partner_not_reached',
  'partner_told',
  'partner_written',
  'update_taken',
] as const
export type Action = (typeof ACTIONS)[number]

/**
 * `ref` is the event of `tell` and `tell_partner`, the report of `expire_question` and `send_to_partner`, the feed of `read_partner`, the
 * person of `tell_conformance` and `tell_webhook`, the delivery of `call_webhook`, the follower of the kinds of
 * following, the words of feedback, and what is erased.
 */
export type DueKind =
  | 'tell'
  | 'expire_question'
  | 'recheck_conformance'
  | 'tell_conformance'
  | 'tell_feedback'
  | 'erase_feedback'
  | 'erase_draft'
  | 'erase_photo'
  | 'erase_old'
  | 'confirm_following'
  | 'expire_following'
  | 'tell_notice'
  | 'call_webhook'
  | 'tell_webhook'
  | 'send_to_partner'
  | 'read_partner'
  | 'tell_partner'

/** What can be taken back by one press is told after the time for it. */
const TOLD_AFTER_MS: Partial<Record<Action, number>> = { merged: 20_000 }

type Subject = { id: string; version: number }

type NewEvent = { action: Action; facts?: EventFacts }

/**
 * Writes the event of a change in the change's own transaction. `step` orders several events of one change. Whoever is
 * told is told at once, or at `ctx.tellAt`.
 */
export async function recordEvent(
  ctx: TxCtx,
  report: Subject,
  action: Action,
  facts: EventFacts = {},
  step = 0,
): Promise<string> {
  const [id] = await recordAll(ctx, report, [{ action, facts, step }])
  return id!
}

/** Several events of one change, in their order. */
export async function recordEvents(ctx: TxCtx, report: Subject, changes: readonly NewEvent[]): Promise<void> {
  await recordAll(
    ctx,
    report,
    changes.map((change, step) => ({ facts: {}, ...change, step })),
  )
}

async function recordAll(ctx: TxCtx, report: Subject, changes: readonly (Required<NewEvent> & { step: number })[]) {
  const happenedAt = ctx.now()
  const { actor } = ctx
  const rows = changes.map(({ action, facts, step }) => ({
    town: ctx.town.key,
    id: crypto.randomUUID(),
    reportId: report.id,
    version: report.version,
    step,
    action,
    actorKind: actor.kind,
    actorId: actorIdOf(actor),
    facts: actor.kind === 'outside' ? { ...facts, by: actor.recipient } : facts,
    happenedAt,
  }))
  const runAt = (action: Action) => ctx.tellAt ?? new Date(happenedAt.getTime() + (TOLD_AFTER_MS[action] ?? 0))
  const due = rows.map(({ id, action }) => ({ kind: 'tell' as const, ref: id, runAt: runAt(action) }))
  await Promise.all([ctx.db.insert(events).values(rows), addDueWork(ctx, ...due)])
  return rows.map(({ id }) => id)
}

function actorIdOf(actor: Actor): string | null {
  if (actor.kind === 'clerk') return actor.personId
  return actor.kind === 'key' ? actor.keyId : null
}

/** What happened elsewhere and earlier: with its own time, and nobody is told. */
export type PastEvent = { report: Subject; action: Action; facts: EventFacts; happenedAt: Date }

export async function recordPastEvents(ctx: TxCtx, past: readonly PastEvent[]): Promise<void> {
  if (past.length === 0) return
  const rows = past.map(({ report, action, facts, happenedAt }) => ({
    town: ctx.town.key,
    id: crypto.randomUUID(),
    reportId: report.id,
    version: report.version,
    step: 0,
    action,
    actorKind: ctx.actor.kind,
    actorId: null,
    facts,
    happenedAt,
  }))
  await ctx.db.insert(events).values(rows)
}

type Due = { kind: DueKind; ref: string; runAt: Date }

/** What the clock is to do for this town at a time. In the transaction of the change that makes it due. */
export async function addDueWork(ctx: TxCtx, ...work: Due[]): Promise<void> {
  const { key: town } = ctx.town
  await ctx.db.insert(dueWork).values(work.map((one) => ({ ...one, id: crypto.randomUUID(), town, attempts: 0 })))
}
