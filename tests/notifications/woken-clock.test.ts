/** The clock of a runtime that sleeps: it is woken, does its part of what is due, and ends. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { dueWork } from '../../db/schema/platform.ts'
import { AppError } from '../../server/errors.ts'
import { type Part, workOffDue } from '../../server/lanes.ts'
import { CONTACT, submitPothole } from '../support/reports.ts'
import { createWorld, type World } from '../support/world.ts'

const REPORTS = 6
const DAY_MS = 86_400_000

let world: World
let troubles: unknown[]
beforeEach(async () => {
  world = await createWorld()
  troubles = []
  for (let n = 0; n < REPORTS; n++) await submitPothole(world, { contact: CONTACT })
})
afterEach(() => world.close())

const wake = (part: Part, { withinMs = 60_000, most = 1_000 } = {}) =>
  workOffDue(world.clock, { part, withinMs, most, onTrouble: (error) => troubles.push(error) })
const due = async () => {
  const rows = await world.database.inTransaction(null, (db) => db.select().from(dueWork))
  return rows.filter(({ runAt }) => runAt <= world.now())
}
const dueKinds = async () => [...new Set((await due()).map(({ kind }) => kind))].sort()

it('does all that is due, and ends when nothing is left', async () => {
  await wake('all')
  expect(world.mails).toHaveLength(REPORTS)
  expect(await due()).toEqual([])
  expect(troubles).toEqual([])
})

it('leaves the mails to another worker where it cannot send them, and does everything else', async () => {
  world.pass(2 * DAY_MS)
  expect((await dueKinds()).length).toBeGreaterThan(1)
  await wake('no mails')
  expect(world.mails).toEqual([])
  expect(await dueKinds()).toEqual(['tell'])
  await wake('mails')
  expect(world.mails).toHaveLength(REPORTS)
  expect(await due()).toEqual([])
})

it('does nothing but mails where that is its part', async () => {
  world.pass(2 * DAY_MS)
  const before = await dueKinds()
  await wake('mails')
  expect(world.mails).toHaveLength(REPORTS)
  expect(await dueKinds()).toEqual(before.filter((kind) => kind !== 'tell'))
})

it('begins no more than it may', async () => {
  const all = (await due()).length
  await wake('mails', { most: 2 })
  expect(await due()).toHaveLength(all - 2)
  await wake('mails', { withinMs: 0 })
  expect(await due()).toHaveLength(all - 2)
})

it('tells what keeps it from working, and ends', async () => {
  const away = new AppError('unavailable', 'unavailable')
  const clock = { ...world.clock, database: { ...world.database, inTransaction: () => Promise.reject(away) } }
  await workOffDue(clock, { withinMs: 60_000, most: 10, onTrouble: (error) => troubles.push(error) })
  expect(new Set(troubles)).toEqual(new Set([away]))
})
