/** Webhooks in words, for the town's admin. */
import type { Context } from 'hono'
import type { LogLine, WebhookLine, WebhookPageProps } from '../../../client/clerk/webhooks-props.ts'
import { formatDateTime, words } from '../../../client/i18n/index.ts'
import { clerk as clerkPaths } from '../../../client/paths.ts'
import { TYPE_GROUPS } from '../../webhooks/event-types.ts'
import type { ListedWebhook, ReadWebhook } from '../../webhooks/list-webhooks.ts'
import type { AppEnv } from '../app-env.ts'
import { departmentName } from '../names.ts'

type C = Context<AppEnv>

const wordsOf = (c: C) => words(c.var.language).webhooks
const timeOf = (c: C, at: Date) => formatDateTime(c.var.language, at, c.var.deps.now())
const typeName = (c: C, type: string) => wordsOf(c).typeNames[type] ?? type

export const groupsOf = (c: C) =>
  (Object.keys(TYPE_GROUPS) as (keyof typeof TYPE_GROUPS)[]).map((group) => ({
    label: wordsOf(c).groups[group],
    types: TYPE_GROUPS[group].map((value) => ({ value, label: typeName(c, value) })),
  }))

export function lineOf(c: C, webhook: ListedWebhook): WebhookLine {
  const w = wordsOf(c)
  const { id, url, department, types, failed, stoppedAt } = webhook
  return {
    id,
    href: clerkPaths.webhook(c.var.town.key, id),
    host: new URL(url).host,
    url,
    department: department === null ? w.allDepartments : departmentName(c, department),
    types: types.length === 0 ? w.allTypes : w.someTypes(types.length),
    ...stateOf(c, webhook),
    stopped: stoppedAt ? timeOf(c, stoppedAt) : undefined,
    more: [...whenAndWhy(c, webhook), ...(failed > 0 ? [w.failed(failed)] : [])],
  }
}

/** How it goes there: stopped by somebody or by itself, or what became of the last try. */
function stateOf(c: C, { stoppedBecause, last }: ListedWebhook): { state: string; isBad: boolean } {
  const { states: w } = wordsOf(c)
  if (stoppedBecause === 'by_hand') return { state: w.by_hand, isBad: false }
  if (stoppedBecause) return { state: stoppedBecause === 'gone' ? w.gone : w.gaveUp, isBad: true }
  if (!last) return { state: w.fresh, isBad: false }
  return last.failure ? { state: w.failing, isBad: true } : { state: w.fine, isBad: false }
}

function whenAndWhy(c: C, { stoppedAt, last }: ListedWebhook): string[] {
  const w = wordsOf(c)
  if (stoppedAt) return [w.since(timeOf(c, stoppedAt))]
  if (!last) return []
  const reason = last.failure ? [reasonOf(c, last.failure, last.status)] : []
  return [...reason, w.last(timeOf(c, last.changedAt))]
}

function reasonOf(c: C, failure: string, status: number | null): string {
  const { reasons, log } = wordsOf(c)
  const sentence = reasons[failure] ?? reasons.unexpected!
  return status === null ? sentence : `${sentence} ${log.status}: ${status}.`
}

export const typeNamesOf = (c: C, { types, secretBeforeUntil }: ListedWebhook) => ({
  typeNames: types.length === 0 ? [wordsOf(c).allTypes] : types.map((type) => typeName(c, type)),
  bothUntil: secretBeforeUntil && secretBeforeUntil > c.var.deps.now() ? timeOf(c, secretBeforeUntil) : undefined,
})

export function logLineOf(c: C, row: ReadWebhook['log'][number]): LogLine {
  const { id, type, number, state, status, failure, attempts, createdAt, nextTry } = row
  return {
    id,
    when: timeOf(c, createdAt),
    type: typeName(c, type),
    number,
    href: clerkPaths.report(c.var.town.key, number),
    state,
    reason: failure ? reasonOf(c, failure, null) : undefined,
    status: status ?? undefined,
    attempts,
    next: nextTry ? timeOf(c, nextTry) : undefined,
  }
}

/** What the last press did. */
export function saidOf(c: C): WebhookPageProps['said'] {
  const w = wordsOf(c)
  const { probe, getan, erneut } = c.req.query()
  const answer = answerOf(c)
  if (probe && Object.hasOwn(w.reasons, probe)) {
    const more = [w.reasons[probe], answer && w.test.answer(...answer)].filter(Boolean).join(' ')
    return { tone: 'bad', sentence: w.test.failed, more }
  }
  if (answer) return { tone: 'ok', sentence: w.test.arrived, more: w.test.answer(...answer) }
  if (getan && Object.hasOwn(w.done, getan)) return { tone: 'ok', sentence: w.done[getan]!, more: caughtUpOf(c) }
  return isCount(erneut) ? { tone: 'info', sentence: w.queued(Number(erneut)) } : undefined
}

/** Status and milliseconds. */
function answerOf(c: C): [number, number] | undefined {
  const { antwort, ms } = c.req.query()
  return /^\d{3}$/.test(antwort ?? '') && /^\d{1,5}$/.test(ms ?? '') ? [Number(antwort), Number(ms)] : undefined
}

function caughtUpOf(c: C): string | undefined {
  const { start: w } = wordsOf(c)
  const { nachgeholt, mehr } = c.req.query()
  if (!isCount(nachgeholt)) return undefined
  return [w.caughtUp(Number(nachgeholt)), mehr && w.notAll].filter(Boolean).join(' ')
}

const isCount = (text: string | undefined): text is string => /^\d{1,4}$/.test(text ?? '')
