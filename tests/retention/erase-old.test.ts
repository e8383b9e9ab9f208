/** The clock erases what a town no longer keeps: on its day, of the right reports, and with a proof. */
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { events } from '../../db/schema/events.ts'
import { type Ctx, inTransaction } from '../../server/context.ts'
import { acceptReport } from '../../server/reports/accept-report.ts'
import { closeReport } from '../../server/reports/close-report.ts'
import { noteReport } from '../../server/reports/note-report.ts'
import { reopenReport } from '../../server/reports/reopen-report.ts'
import { findContactRow, findTextRow, getReportRow, listEventRows, listNoteRows } from '../../server/reports/rows.ts'
import { eraseOld } from '../../server/retention/erase-old.ts'
import { listErasureRows, type Part } from '../../server/retention/erasure-rows.ts'
import { applyChanged, changeTown, tellAll } from '../support/outside.ts'
import { CONTACT, submitPothole } from '../support/reports.ts'
import { compiledTown } from '../support/towns.ts'
import { whereIs } from '../support/whole-database.ts'
import { CANARY, wholeLife } from '../support/whole-life.ts'
import { createWorld, FIRST_TOWN, NEIGHBOUR, type World } from '../support/world.ts'

const DAY_MS = 86_400_000
const RETENTION = { contact: 2, text: 12, photos: 6 }

let world: World
let Bernd: Ctx
beforeAll(async () => {
  world = await createWorld()
  // Potholes lose their photos sooner than the rest of the town.
  const categories = compiledTown(FIRST_TOWN).town.categories.map((entry) =>
    'catalogue' in entry && entry.catalogue === 'pothole'
      ? { ...entry, change: { ...entry.change, retention: { photos: 3 } } }
      : entry,
  )
  await changeTown(world, FIRST_TOWN, { retention: RETENTION, categories })
  Bernd = await world.as(world.people.Bernd)
})
afterAll(() => world.close())

const passTo = (day: string) => world.pass(Date.parse(day) - world.now().getTime())
const clock = (town = FIRST_TOWN) => world.asActor({ kind: 'system' }, town)
const turn = async () => eraseOld(await clock())
const rowOf = (number: number) => inTransaction(Bernd, (ctx) => getReportRow(ctx, number))

async function left(number: number) {
  return inTransaction(Bernd, async (ctx) => {
    const { id, contactErasedAt, textErasedAt, photosErasedAt } = await getReportRow(ctx, number)
    const answers = (await listEventRows(ctx, id)).filter(({ facts }) => 'answer' in facts)
    return {
      contact: (await findContactRow(ctx, id)) !== null,
      text: (await findTextRow(ctx, id)) !== null,
      words: (await listNoteRows(ctx, id)).length + answers.length,
      photos: [...world.files.keys()].length,
      erased: [contactErasedAt, textErasedAt, photosErasedAt].map((at) => at !== null),
    }
  })
}
const proofs = (id: string) => inTransaction(Bernd, (ctx) => listErasureRows(ctx, id))

async function closed(more = {}) {
  const { report } = await submitPothole(world, { contact: CONTACT, ...more })
  const { number } = report
  await closeReport(Bernd, { number, version: 1, reason: 'repaired', answer: 'Fertig.', silent: false })
  await tellAll(world)
  return rowOf(number)
}

describe('a report with everything in it', () => {
  it('loses each part on its day and not a day before, and at last nothing of it is left anywhere', async () => {
    const { number, id } = await wholeLife(world)
    const end = (await rowOf(number)).closedAt!
    expect(end.toISOString().slice(0, 10)).toBe('2026-11-16')
    expect((await left(number)).photos).toBe(4)

    passTo('2027-01-15T23:00:00Z')
    await turn()
    expect((await left(number)).erased).toEqual([false, false, false])
    passTo('2027-01-16T23:00:00Z')
    await turn()
    expect(await left(number)).toMatchObject({ contact: false, text: true, photos: 4, erased: [true, false, false] })

    passTo('2027-02-15T23:00:00Z')
    await turn()
    expect((await left(number)).erased).toEqual([true, false, false])
    passTo('2027-02-16T23:00:00Z')
    await turn()
    await tellAll(world)
    expect(await left(number)).toMatchObject({ text: true, photos: 0, erased: [true, false, true] })

    passTo('2027-11-15T23:00:00Z')
    await turn()
    expect((await left(number)).text).toBe(true)
    expect(await whereIs(world, CANARY, [FIRST_TOWN, NEIGHBOUR])).not.toEqual([])
    passTo('2027-11-16T23:00:00Z')
    await turn()
    expect(await left(number)).toMatchObject({ text: false, words: 0, erased: [true, true, true] })
    expect(await whereIs(world, CANARY, [FIRST_TOWN, NEIGHBOUR])).toEqual([])

    const rows = await proofs(id)
    expect(rows.map(({ what, because }) => [what, because])).toEqual([
      ['text', 'retention'],
      ['photos', 'retention'],
      ['contact', 'retention'],
    ])
    const due = (part: Part) =>
      rows
        .find(({ what }) => what === part)!
        .dueAt.toISOString()
        .slice(0, 10)
    expect([due('contact'), due('photos'), due('text')]).toEqual(['2027-01-16', '2027-02-16', '2027-11-16'])
    // A whole life and seven turns: long on a busy machine.
  }, 120_000)

  it('is the same in every other respect: number, end and history', async () => {
    const { status, closedReason, version } = await rowOf(1)
    expect({ status, closedReason, version }).toEqual({ status: 'done', closedReason: 'repaired', version: 11 })
    const actions = await inTransaction(Bernd, async (ctx) =>
      (await listEventRows(ctx, (await getReportRow(ctx, 1)).id)).map(({ action }) => action),
    )
    expect(actions).toContain('answered')
    expect(actions).toContain('objected')
  })

  it('leaves a history that can lose its words and nothing else', async () => {
    const change = (facts: object) =>
      inTransaction(Bernd, (ctx) => ctx.db.update(events).set({ facts }).where(eq(events.town, FIRST_TOWN)))
    await expect(change({})).rejects.toThrow()
  })
})

describe('what is not over', () => {
  it('is not touched: open reports, however old', async () => {
    const { report } = await submitPothole(world, { contact: CONTACT })
    await acceptReport(Bernd, { number: report.number, version: 1 })
    world.pass(3_000 * DAY_MS)
    await turn()
    expect(await left(report.number)).toMatchObject({ contact: true, text: true, erased: [false, false, false] })
  })

  it('counts from its next end when it was opened again', async () => {
    const first = await closed()
    world.pass(50 * DAY_MS)
    await reopenReport(Bernd, { number: first.number, version: first.version, reason: 'Wieder da.' })
    world.pass(400 * DAY_MS)
    await turn()
    expect((await left(first.number)).contact).toBe(true)
    const { version } = await rowOf(first.number)
    await closeReport(Bernd, { number: first.number, version, reason: 'repaired', silent: true })
    world.pass(50 * DAY_MS)
    await turn()
    expect((await left(first.number)).contact).toBe(true)
    world.pass(15 * DAY_MS)
    await turn()
    expect((await left(first.number)).contact).toBe(false)
  })

  it('is what a neighbour has: its clock finds nothing here', async () => {
    const { number } = await closed()
    world.pass(100 * DAY_MS)
    await eraseOld(await clock(NEIGHBOUR))
    expect((await left(number)).contact).toBe(true)
    await turn()
    expect((await left(number)).contact).toBe(false)
  })
})

it('what somebody writes after an erasure goes too, as long after it was written', async () => {
  const { number } = await closed()
  world.pass(500 * DAY_MS)
  await turn()
  world.pass(DAY_MS)
  await noteReport(Bernd, { number, text: 'Später noch ein Vermerk.' })
  world.pass(300 * DAY_MS)
  await turn()
  expect((await left(number)).words).toBe(1)
  world.pass(70 * DAY_MS)
  await turn()
  expect((await left(number)).words).toBe(0)
})

it('a report without contact or photos is no proof of having erased any', async () => {
  const { number, id } = await closed({ contact: undefined })
  world.pass(800 * DAY_MS)
  await turn()
  expect((await left(number)).erased).toEqual([true, true, true])
  expect((await proofs(id)).map(({ what }) => what)).toEqual(['text'])
  await turn()
  expect(await proofs(id)).toHaveLength(1)
})

it('works in pieces: says that there is more, and when everything is done comes back in the night', async () => {
  let last = 0
  for (let count = 0; count < 3; count++) last = (await closed({ contact: undefined })).number
  world.pass(800 * DAY_MS)
  const pieces: Date[] = []
  do pieces.push(await eraseOld(await clock(), 2))
  while (pieces.at(-1)!.getTime() === world.now().getTime())
  expect(pieces.length).toBeGreaterThan(1)
  const next = pieces.at(-1)!
  expect(next.getTime() - world.now().getTime()).toBeLessThanOrEqual(25 * 3_600_000)
  expect((await rowOf(last)).textErasedAt).not.toBeNull()
})

it('is the clock’s own: a clerk, also the neighbour’s, cannot call it', async () => {
  for (const person of [world.people.Clara, world.people.Dirk]) {
    await expect(eraseOld(await world.as(person))).rejects.toMatchObject({ code: 'forbidden' })
  }
})

it('is planned once per town when it is applied, and done by the clock that night', async () => {
  const { number } = await closed()
  await applyChanged(world.database, FIRST_TOWN, { retention: { ...RETENTION, contact: 1 } }, world.now())
  world.pass(40 * DAY_MS)
  await tellAll(world)
  expect((await left(number)).contact).toBe(false)
})
