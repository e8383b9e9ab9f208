/** The operator's view: whether towns and queues are well. Never what stands in a report. */
import { z } from 'zod'
import type { Database } from '../../db/client.ts'
import type { Actor } from '../context.ts'
import { notFound } from '../errors.ts'
import { requireOperator } from '../people/permissions.ts'
import { plainText } from '../plain-text.ts'
import { badgeOf } from './conformance.ts'
import { findConformanceRow } from './conformance-rows.ts'
import {
  countQueues,
  countTowns,
  listGivenUp,
  listOperatedTowns,
  OPERATOR_VIEWS,
  type Queue,
  tooLongAgo,
} from './operator-rows.ts'
import { findTownRow, listTownVersionRows } from './rows.ts'

export const OPERATOR_PAGE = 50
const NOTHING: Queue = { waiting: 0, oldest: null, givenUp: 0 }

export const WatchTowns = z.object({
  q: plainText().trim().max(100).optional(),
  view: z.enum(OPERATOR_VIEWS).default('all'),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
})

type Watch = { database: Database; actor: Actor; now: Date }

export async function watchTowns({ database, actor, now }: Watch, { q, view, page }: z.infer<typeof WatchTowns>) {
  requireOperator(actor)
  const filter = { q: q || undefined, view, now, limit: OPERATOR_PAGE, offset: (page - 1) * OPERATOR_PAGE }
  return database.inTransaction(null, async (db) => {
    const { rows, total } = await listOperatedTowns(db, filter)
    const queues = await countQueues(
      db,
      now,
      rows.map(({ town }) => town.key),
    )
    const all = (await countQueues(db, now)).get('') ?? NOTHING
    return {
      total,
      towns: await countTowns(db),
      queue: all,
      isStuck: all.givenUp > 0 || (all.oldest !== null && all.oldest < tooLongAgo(now)),
      rows: rows.map((row) => ({
        ...row,
        badge: badgeOf(row.last, now),
        queue: queues.get(row.town.key) ?? NOTHING,
      })),
    }
  })
}

/** @throws not_found for an unknown town */
export async function watchTown({ database, actor, now }: Watch, key: string) {
  requireOperator(actor)
  return database.inTransaction(null, async (db) => {
    const town = await findTownRow(db, key)
    if (!town) throw notFound('town_not_found')
    return {
      town,
      versions: await listTownVersionRows(db, key),
      givenUp: await listGivenUp(db, key),
      queue: (await countQueues(db, now, [key])).get(key) ?? NOTHING,
      last: await findConformanceRow(db, key),
    }
  })
}
