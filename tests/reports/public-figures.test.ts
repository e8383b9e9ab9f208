/** Figures of a town with thousands of ended reports are read once in ten minutes; of any other town at once. */
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { publicFigures } from '../../server/reports/public-figures.ts'
import { CITIZEN } from '../support/people.ts'
import { createWorld, FIRST_TOWN, NEIGHBOUR, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const addDone = (town: string, from: number, to: number) =>
  world.database.inTransaction(town, (db) =>
    db.execute(sql`insert into reports (town, id, number, category, status, visibility, text_visibility, department,
        routed_because, priority, place_source, intake_channel, language, token_version, tracking_hash, received_at,
        changed_at, answer_due_at, closed_at, version)
      select ${town}, gen_random_uuid(), n, 'pothole', 'done', 'shown', 'shown', 'roads', '{}', 'normal', 'words', 'web',
        'de', 1, n::text, now() - interval '3 days', now(), now(), now(), 1 from generate_series(${from}::int, ${to}::int) n`),
  )
const endedIn = async (town: string) => (await publicFigures(await world.as(CITIZEN, town)))?.ended

it('a small town sees each of its reports counted', async () => {
  await addDone(NEIGHBOUR, 100_001, 100_010)
  const before = (await endedIn(NEIGHBOUR))!
  await addDone(NEIGHBOUR, 100_011, 100_011)
  expect(await endedIn(NEIGHBOUR)).toBe(before + 1)
})

it('a large town sees them after ten minutes, and its neighbour’s never', async () => {
  await addDone(FIRST_TOWN, 100_001, 102_500)
  const before = (await endedIn(FIRST_TOWN))!
  expect(before).toBeGreaterThanOrEqual(2_500)
  await addDone(FIRST_TOWN, 102_501, 102_501)
  expect(await endedIn(FIRST_TOWN)).toBe(before)
  expect(await endedIn(NEIGHBOUR)).toBeLessThan(100)
  world.pass(10 * 60_000)
  expect(await endedIn(FIRST_TOWN)).toBe(before + 1)
})
