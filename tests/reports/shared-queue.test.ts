/** One queue over several towns is their queues put together: the same reports, the same order, the same counts. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../db/client.ts'
import type { Ctx } from '../../server/context.ts'
import { acceptReport } from '../../server/reports/accept-report.ts'
import { closeReport } from '../../server/reports/close-report.ts'
import { QUEUE_PAGE } from '../../server/reports/list-queue.ts'
import { ListSharedQueue, listSharedQueue, type SharedPart } from '../../server/reports/list-shared-queue.ts'
import { countViews, isDescending, listQueueRows, sortedBy, VIEWS, type View } from '../../server/reports/queue-rows.ts'
import { compareRows, placeIn, type SharedRow } from '../../server/reports/shared-order.ts'
import { COUNTY, LEMGO, submitAround } from '../support/reports.ts'
import { createWorld, type World } from '../support/world.ts'

const DEPARTMENTS = { [COUNTY]: 'roads', [LEMGO]: 'county-roads' }
/** Enough for three pages. */
const REPORTS = 2 * QUEUE_PAGE + 20
const HOUR_MS = 3_600_000

let world: World
let parts: SharedPart[]
beforeAll(async () => {
  world = await createWorld()
  // Steps of no time at all make deadlines, and with them numbers, that are equal in both towns.
  const steps = fc.sample(fc.record({ wait: fc.nat(3), isCounty: fc.boolean(), end: fc.nat(5) }), {
    numRuns: REPORTS,
    seed: 3,
  })
  for (const { wait, isCounty, end } of steps) {
    if (wait === 0) world.pass(HOUR_MS)
    const { number, town } = await submitAround(world, isCounty ? 'countyRoad' : 'cyclePath')
    const karl = await world.as(world.people.Karl, town)
    if (end > 3) await acceptReport(karl, { number, version: 1 })
    if (end > 4) await closeReport(karl, { number, version: 2, reason: 'repaired', silent: true })
  }
  await submitAround(world, 'lamp', { description: 'Kanarienvogel' })
  await submitAround(world, 'countyIdea', { description: 'Kanarienvogel' })
  parts = await Promise.all(
    Object.entries(DEPARTMENTS).map(async ([town, department]) => ({
      ctx: await world.as(world.people.Karl, town),
      department,
    })),
  )
})
afterAll(() => world.close())

const list = (query: Record<string, string> = {}, of = parts) => listSharedQueue(of, ListSharedQueue.parse(query))
const named = (rows: SharedRow[]) => rows.map(({ report, town }) => `${town} ${report.number}`)

/** What each town's own queue holds, without limit. */
async function union(view: View): Promise<SharedRow[]> {
  const each = await Promise.all(
    parts.map(({ ctx, department }) =>
      reading(ctx, (tx) =>
        listQueueRows(
          tx,
          { personId: world.people.Karl.id, departments: [department] },
          { view, limit: 500, offset: 0 },
        ),
      ),
    ),
  )
  return each.flatMap((rows, index) => rows.map((row) => ({ ...row, town: parts[index]!.ctx.town.key })))
}

const reading = <T>(
  { database, places: _places, ...facts }: Ctx,
  work: (tx: Parameters<typeof countViews>[0]) => Promise<T>,
) => database.inTransaction(facts.town.key, (db) => work({ ...facts, db }))

describe('the queue over several towns', () => {
  it.each(VIEWS)('holds in “%s” exactly the towns’ reports, in the order of the union, page by page', async (view) => {
    const by = sortedBy(view)
    const sign = isDescending(view) ? -1 : 1
    const sorted = (await union(view)).sort(
      (a, b) =>
        sign *
        (a.report[by].getTime() - b.report[by].getTime() ||
          a.report.number - b.report.number ||
          (a.town < b.town ? -1 : 1)),
    )
    const pages = [await list({ view })]
    while (pages.at(-1)!.after) pages.push(await list({ view, after: pages.at(-1)!.after! }))
    expect(pages.flatMap(({ rows }) => named(rows))).toEqual(named(sorted))
    expect(pages.slice(0, -1).every(({ rows }) => rows.length === QUEUE_PAGE)).toBe(true)

    for (let at = pages.length - 1; at > 0; at--) {
      const back = await list({ view, before: pages[at]!.before! })
      expect(named(back.rows)).toEqual(named(pages[at - 1]!.rows))
    }
    expect(pages[0]!.before).toBeUndefined()
  })

  it('counts what the towns count', async () => {
    const { counts, total } = await list({ view: 'open' })
    const each = await Promise.all(
      parts.map(({ ctx, department }) =>
        reading(ctx, (tx) => countViews(tx, { personId: world.people.Karl.id, departments: [department] })),
      ),
    )
    for (const view of VIEWS) expect(counts[view]).toBe(each[0]![view] + each[1]![view])
    expect(total).toBe(counts.open)
    expect(counts.open + counts.closed).toBe(REPORTS)
  })

  it('finds a number in every town, and words in none of another department’s reports', async () => {
    expect(named((await list({ q: '#2' })).rows).sort()).toEqual([`${COUNTY} 2`, `${LEMGO} 2`])
    expect((await list({ q: 'Kanarienvogel', view: 'open' })).total).toBe(0)
  })

  it('narrows to one town, with its counts', async () => {
    const { rows, counts } = await list({ view: 'open', town: LEMGO })
    expect(new Set(rows.map(({ town }) => town))).toEqual(new Set([LEMGO]))
    const both = (await list({ view: 'open' })).counts
    expect(counts.open).toBe(both.open - (await list({ view: 'open', town: COUNTY })).counts.open)
    expect((await list({ view: 'open', town: 'herford' })).rows).toEqual([])
  })

  it('shows the other towns when one fails, and says which is missing', async () => {
    const { ctx, department } = parts[1]!
    const broken: Database = { ...ctx.database, inTransaction: () => Promise.reject(new Error('this town is away')) }
    const { rows, missing, counts } = await list({ view: 'open' }, [
      parts[0]!,
      { ctx: { ...ctx, database: broken }, department },
    ])
    expect(missing.map(({ town }) => town)).toEqual([LEMGO])
    expect(rows.length).toBeGreaterThan(0)
    expect(new Set(rows.map(({ town }) => town))).toEqual(new Set([COUNTY]))
    expect(counts.open).toBe((await list({ view: 'open', town: COUNTY })).counts.open)
  })

  it('has nothing for somebody who does not work in the department', async () => {
    const others = [
      { ctx: await world.as(world.people.Dirk, LEMGO), department: 'county-roads' },
      { ctx: await world.as(world.people.Kira, LEMGO), department: 'county-roads' },
      { ctx: await world.as(world.people.Karl, LEMGO), department: 'roads' },
    ]
    for (const part of others) {
      const { rows, counts, missing } = await list({ view: 'open' }, [part])
      expect([rows, counts.open, missing.length]).toEqual([[], 0, 1])
    }
  })
})

it('a cursor cuts each town where it cuts the whole, for any reports of any towns, both ways', () => {
  const row = fc.record({ at: fc.nat(3), number: fc.nat(3), town: fc.constantFrom('aa', 'bb', 'cc') })
  fc.assert(
    fc.property(fc.array(row), row, fc.constantFrom('open', 'closed'), fc.boolean(), (rows, cursor, view, isBack) => {
      const asRow = ({ at, number, town }: typeof cursor) =>
        ({ town, report: { answerDueAt: new Date(at), changedAt: new Date(at), number }, text: null }) as SharedRow
      const isDown = isDescending(view) !== isBack
      for (const one of rows) {
        const place = placeIn(one.town, { ...cursor, at: new Date(cursor.at) }, isDown)
        const distance = one.at - place.at.getTime() || one.number - place.number
        const inTown = distance === 0 ? place.isInclusive : distance > 0 !== isDown
        const inWhole = compareRows(view, asRow(one), asRow(cursor)) * (isBack ? -1 : 1) > 0
        expect(inTown).toBe(inWhole)
      }
    }),
  )
})
