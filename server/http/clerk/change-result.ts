/** What a change has done, said once on the next page: it comes along in the address, as numbers and keys only. */
import type { Context } from 'hono'
import type { ToastData } from '../../../client/clerk/Toast.tsx'
import { words } from '../../../client/i18n/index.ts'
import { clerk as clerkPaths } from '../../../client/paths.ts'
import { BULK_CHANGES, type BulkChange, type Refusal } from '../../reports/change-reports.ts'
import type { Press } from '../../reports/undoable.ts'
import type { AppEnv } from '../app-env.ts'
import { sentence } from '../field-errors.ts'
import { doneOf } from './done.ts'

type C = Context<AppEnv>
type Result = { did: string; count?: number; refused?: Refusal[]; press?: Press | undefined }

/** `getan=close&zahl=2&nicht=1042:changed_meanwhile&schritt=…&bis=…` */
function resultQuery({ did, count, refused = [], press }: Result): Record<string, string> {
  return {
    getan: did,
    ...(count === undefined ? {} : { zahl: String(count) }),
    ...(refused.length > 0 ? { nicht: refused.map(({ number, reason }) => `${number}:${reason}`).join(',') } : {}),
    ...(press ? { schritt: press.id, bis: String(press.until.getTime()) } : {}),
  }
}

/** @param back address that undoing returns to */
export function toastOf(c: C, back: string): ToastData | undefined {
  const { language, deps, town } = c.var
  const { desk } = words(language)
  const said = saidOf(c)
  if (!said) return undefined
  const refused = [...(c.req.query('nicht') ?? '').matchAll(/(\d{1,9}):(\w{1,40})/g)].map(([, number, reason]) =>
    desk.done.why(Number(number), reason === 'stayed' ? desk.done.stayed : sentence(language, reason!)),
  )
  const step = c.req.query('schritt')
  const seconds = Math.ceil((Number(c.req.query('bis')) - deps.now().getTime()) / 1000)
  const mayUndo = town && step && seconds > 0 && seconds <= MOST_SECONDS
  return {
    sentence: said,
    refused: refused.length > 0 ? { title: desk.done.refused(refused.length), lines: refused } : undefined,
    undo: mayUndo ? { action: clerkPaths.undo(town.key), step, seconds, back } : undefined,
  }
}

const MOST_SECONDS = 60

function saidOf(c: C): string | undefined {
  const { done } = words(c.var.language).desk
  const did = c.req.query('getan') ?? ''
  const count = Number(c.req.query('zahl'))
  const isBulk = did === 'undone' || (BULK_CHANGES as readonly string[]).includes(did)
  if (!isBulk || !Number.isSafeInteger(count)) return doneOf(c)
  return count > 0 ? done[did as BulkChange | 'undone'](count) : done.nothing
}

/** Only back to where such a form stands. */
export function safeBack(c: C, given: string | undefined): string {
  const own = clerkPaths.queue(c.var.town.key)
  const [path = '', query = ''] = (given ?? '').split('?')
  return path === own || new RegExp(`^${own}/\\d{1,9}$`).test(path) ? `${path}${query ? `?${query}` : ''}` : own
}

/** The address with what is to be said behind it. */
export function withResult(back: string, result: Result): string {
  const [path, query = ''] = back.split('?')
  const params = new URLSearchParams(query)
  for (const name of ['getan', 'zahl', 'nicht', 'schritt', 'bis', 'aktion']) params.delete(name)
  for (const [name, value] of Object.entries(resultQuery(result))) params.set(name, value)
  return `${path}?${params}`
}
