/** Two workers on one database: each piece of work is done once, in order per report, whoever is killed or stopped. */
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { dueWork } from '../../db/schema/platform.ts'
import { type Clock, runDueWork } from '../../server/jobs.ts'
import { startClock } from '../../server/lanes.ts'
import { claimDueWork } from '../../server/notifications/rows.ts'
import { answerReport } from '../../server/reports/answer-report.ts'
import { CONTACT, submitPothole } from '../support/reports.ts'
import { createWorld, type World } from '../support/world.ts'

const REPORTS = 67
/** Upper bounds for a machine that is busy with something else. */
const PATIENCE_MS = 240_000
const LEASE_MS = 120_000

let world: World
beforeEach(async () => {
  world = await createWorld()
})
afterEach(() => world.close())

const tellings = () =>
  world.database.inTransaction(null, (db) => db.select().from(dueWork).where(eq(dueWork.kind, 'tell')))
const work = async (clock: Clock = world.clock) => {
  while (await runDueWork(clock));
}
/** As a worker that is killed at once. */
const claimAndDie = (now = world.now()) =>
  world.database.inTransaction(null, (db) => claimDueWork(db, { now, lease: LEASE_MS, only: ['tell'] }))
const claimed = async () => (await tellings()).filter(({ claimedUntil }) => claimedUntil !== null)

it('share 201 pieces: each mail goes once, and of each report first its receipt and then its answer', async () => {
  const Bernd = await world.as(world.people.Bernd)
  for (let n = 0; n < REPORTS; n++) {
    const { report } = await submitPothole(world, { contact: CONTACT })
    await answerReport(Bernd, { number: report.number, version: 1, answer: 'Wir sehen es uns an.' })
  }
  expect(await tellings()).toHaveLength(3 * REPORTS)
  const troubles: unknown[] = []
  const begin = () => startClock({ ...world.clock }, (error) => troubles.push(error))
  const stops = [begin(), begin()]
  // A telling that waits for an earlier one comes back two seconds later by the world's clock.
  const left = async () => {
    world.pass(200)
    return (await tellings()).length
  }
  try {
    await expect.poll(left, { timeout: PATIENCE_MS, interval: 100 }).toBe(0)
  } finally {
    for (const stop of stops) await stop()
  }
  expect(troubles).toEqual([])
  const subjects = world.mails.map(({ subject }) => subject)
  expect(new Set(subjects).size).toBe(subjects.length)
  expect(subjects).toHaveLength(2 * REPORTS)
  for (let number = 1; number <= REPORTS; number++) {
    expect(subjects.filter((subject) => subject.includes(`#${number}:`) || subject.includes(`#${number} `))).toEqual([
      `Ihr Anliegen #${number} ist angekommen`,
      `Ihr Anliegen #${number}: wir haben geantwortet`,
    ])
  }
}, 300_000)

it('what a killed worker had claimed is left alone for its lease, and then done once', async () => {
  await submitPothole(world, { contact: CONTACT })
  expect(await claimAndDie()).not.toBeNull()
  await work()
  expect(world.mails).toEqual([])
  world.pass(LEASE_MS + 1)
  await work()
  expect(world.mails).toHaveLength(1)
  expect(await tellings()).toEqual([])
})

it('a claim from a clock that was a month ahead keeps nobody waiting for a month', async () => {
  await submitPothole(world, { contact: CONTACT })
  await claimAndDie(new Date(world.now().getTime() + 30 * 86_400_000))
  await work()
  expect(world.mails).toHaveLength(1)
})

it('the claim of a worker whose clock is half a minute ahead is respected', async () => {
  await submitPothole(world, { contact: CONTACT })
  await claimAndDie(new Date(world.now().getTime() + 30_000))
  await work()
  expect(world.mails).toEqual([])
})

it('a worker that is stopped gives back what does not end in time, as if it had not been tried', async () => {
  await submitPothole(world, { contact: CONTACT })
  let begun = 0
  const hangs: Clock['mailer'] = {
    send: () => {
      begun++
      return new Promise(() => undefined)
    },
  }
  const stop = startClock({ ...world.clock, mailer: hangs }, () => undefined)
  await expect.poll(() => begun, { timeout: 10_000, interval: 20 }).toBe(1)
  expect(await claimed()).not.toEqual([])
  await stop(10)
  expect(await claimed()).toEqual([])
  expect((await tellings()).map(({ attempts }) => attempts)).toContain(0)
  await work()
  expect(world.mails).toHaveLength(1)
})

it('a worker that is stopped lets a mail under way go out', async () => {
  await submitPothole(world, { contact: CONTACT })
  let letGo: () => void = () => undefined
  const gate = new Promise<void>((resolve) => {
    letGo = resolve
  })
  let begun = 0
  const slow: Clock['mailer'] = {
    send: async (message) => {
      begun++
      await gate
      await world.clock.mailer.send(message)
    },
  }
  const stop = startClock({ ...world.clock, mailer: slow }, () => undefined)
  await expect.poll(() => begun, { timeout: 10_000, interval: 20 }).toBe(1)
  const stopped = stop()
  letGo()
  await stopped
  await work()
  expect(world.mails).toHaveLength(1)
})
