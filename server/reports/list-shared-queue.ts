/** One queue over all towns that a department works for: one transaction per town, merged. */
import { z } from 'zod'
import { TOWN_KEY } from '../../db/client.ts'
import { type Ctx, inTransaction, type TxCtx } from '../context.ts'
import { notFound } from '../errors.ts'
import { mayWorkIn, requireStaff } from '../people/permissions.ts'
import { withFirstPhoto } from '../photos/first-photo.ts'
import { ListQueue, QUEUE_PAGE } from './list-queue.ts'
import {
  countQueueRows,
  countViews,
  isDescending,
  listQueueStretch,
  type Scope,
  VIEWS,
  type View,
} from './queue-rows.ts'
import { Cursor, compareRows, cursorOf, placeIn, type SharedRow } from './shared-order.ts'

export const ListSharedQueue = ListQueue.pick({ view: true, q: true }).extend({
  /** Only this town's. */
  town: z.string().regex(TOWN_KEY).optional(),
  /** What follows this report, or what comes before it. */
  after: Cursor.optional(),
  before: Cursor.optional(),
})
export type ListSharedQueueInput = z.infer<typeof ListSharedQueue>

/** The department as it is called in one of its towns. */
export type SharedPart = { ctx: Ctx; department: string }
export type SharedQueue = {
  rows: SharedRow[]
  total: number
  counts: Record<View, number>
  /** Cursors of the pages around, where there are some. */
  before?: string | undefined
  after?: string | undefined
  /** Towns that could not be read; the others are there. */
  missing: { town: string; error: unknown }[]
}

/** Towns read at the same time: leaves most of a pool of ten to everybody else. */
const AT_ONCE = 4

/**
 * A page is cut from the merged order by a cursor, so each town is asked for one page at most, however far on it is, and
 * what comes in meanwhile moves nothing to and fro between pages.
 */
export async function listSharedQueue(parts: readonly SharedPart[], input: ListSharedQueueInput): Promise<SharedQueue> {
  const wanted = parts.filter(({ ctx }) => !input.town || ctx.town.key === input.town)
  const { found, missing } = await readAll(wanted, input)
  const isBack = readsOf(input) === 'back'
  const nearest = found
    .flatMap(({ rows }) => rows)
    .sort((a, b) => (isBack ? compareRows(input.view, b, a) : compareRows(input.view, a, b)))
  const page = nearest.slice(0, QUEUE_PAGE)
  // Back at the beginning a short page would be an odd one: it is filled up from there.
  if (isBack && page.length < QUEUE_PAGE) return listSharedQueue(parts, { ...input, before: undefined })

  const rows = isBack ? page.reverse() : page
  const isMore = nearest.length > QUEUE_PAGE
  const [first, last] = [rows[0], rows.at(-1)]
  return {
    rows,
    counts: addUp(found.map(({ counts }) => counts)),
    total: found.reduce((sum, { total }) => sum + total, 0),
    before: first && (isBack ? isMore : input.after !== undefined) ? cursorOf(input.view, first) : undefined,
    after: last && (isBack || isMore) ? cursorOf(input.view, last) : undefined,
    missing,
  }
}

type Part = Pick<SharedQueue, 'rows' | 'counts' | 'total'>

/** A few towns at a time; one that fails leaves the others alone. */
async function readAll(parts: readonly SharedPart[], input: ListSharedQueueInput) {
  const found: Part[] = []
  const missing: SharedQueue['missing'] = []
  for (let at = 0; at < parts.length; at += AT_ONCE) {
    const some = parts.slice(at, at + AT_ONCE)
    const results = await Promise.allSettled(some.map((part) => readPart(part, input)))
    for (const [index, result] of results.entries()) {
      if (result.status === 'fulfilled') found.push(result.value)
      else missing.push({ town: some[index]!.ctx.town.key, error: result.reason })
    }
  }
  return { found, missing }
}

/** @throws not_found for whoever does not work in this department of this town */
function readPart({ ctx, department }: SharedPart, input: ListSharedQueueInput): Promise<Part> {
  return inTransaction(ctx, async (ctx: TxCtx) => {
    const { personId } = requireStaff(ctx)
    if (!mayWorkIn(ctx, department)) throw notFound()
    const scope: Scope = { personId, departments: [department] }
    const { view, q } = input
    const town = ctx.town.key
    const stretch = { view, q, reads: readsOf(input), from: placeOf(town, input), limit: QUEUE_PAGE + 1 }
    const rows = await withFirstPhoto(ctx, await listQueueStretch(ctx, scope, stretch))
    const counts = await countViews(ctx, scope)
    const total = q ? await countQueueRows(ctx, scope, { view, q }) : counts[view]
    return { rows: rows.map((row) => ({ ...row, town })), counts, total }
  })
}

const readsOf = ({ before }: ListSharedQueueInput): 'on' | 'back' => (before ? 'back' : 'on')

function placeOf(town: string, input: ListSharedQueueInput) {
  const cursor = input.before ?? input.after
  return cursor && placeIn(town, cursor, isDescending(input.view) !== (readsOf(input) === 'back'))
}

function addUp(all: readonly Record<View, number>[]): Record<View, number> {
  const sumOf = (view: View) => all.reduce((sum, counts) => sum + counts[view], 0)
  return Object.fromEntries(VIEWS.map((view) => [view, sumOf(view)])) as Record<View, number>
}
