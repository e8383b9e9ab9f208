/** Taking back a change: what happens meanwhile, twice, and between towns. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runDueWork } from '../../server/jobs.ts'
import { changeReports } from '../../server/reports/change-reports.ts'
import { getPublicReport } from '../../server/reports/get-public-report.ts'
import { readReport } from '../../server/reports/read-report.ts'
import { setPriority } from '../../server/reports/set-priority.ts'
import { undoChanges } from '../../server/reports/undo-changes.ts'
import { CITIZEN } from '../support/people.ts'
import { CONTACT, submitPothole } from '../support/reports.ts'
import { createWorld, NEIGHBOUR, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const Bernd = () => world.as(world.people.Bernd)
const reasonOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: { reason?: string }) => error.reason,
  )
const reportOf = async (number: number) => (await readReport(await Bernd(), { number })).report

async function closed(count = 1) {
  const picked: { number: number; version: number }[] = []
  for (let i = 0; i < count; i++) {
    const { number, version } = (await submitPothole(world, { contact: CONTACT })).report
    picked.push({ number, version })
  }
  while (await runDueWork(world.clock));
  world.mails.length = 0
  const fields = { reason: 'repaired', answer: 'Das Loch ist zu.' }
  const { press } = await changeReports(await Bernd(), { change: 'close', picked, fields })
  return { step: press.id, numbers: picked.map(({ number }) => number) }
}

describe('a change taken back', () => {
  it('restores every column, also those of the end', async () => {
    const { step, numbers } = await closed()
    expect(await reportOf(numbers[0]!)).toMatchObject({ status: 'done', closedReason: 'repaired' })
    expect(await undoChanges(await Bernd(), { step })).toEqual({ undone: numbers, stayed: [] })
    expect(await reportOf(numbers[0]!)).toMatchObject({
      status: 'received',
      closedReason: null,
      closedAt: null,
      version: 3,
    })
    const { events } = await readReport(await Bernd(), { number: numbers[0]! })
    expect(events.map(({ action }) => action).slice(0, 2)).toEqual(['undone', 'closed'])
    expect(events[0]!.facts.event).toBe(events[1]!.id)
    const shown = await getPublicReport(await world.as(CITIZEN), numbers[0]!)
    expect(shown.timeline.map(({ action }) => action)).toEqual(['submitted'])
  })

  it('and one that races with it: exactly one of them wins, and the loser is told', async () => {
    const { step, numbers } = await closed()
    const number = numbers[0]!
    const other = setPriority(await world.as(world.people.Clara), { number, version: 2, priority: 'urgent' })
    const [undone, marked] = await Promise.allSettled([undoChanges(await Bernd(), { step }), other])
    const report = await reportOf(number)
    const isUndone = undone.status === 'fulfilled' && undone.value.undone.length === 1
    expect(isUndone).toBe(report.status === 'received')
    expect(isUndone).toBe(marked.status === 'rejected')
    expect(report.version).toBe(3)
  })

  it('is taken back once, however often it is pressed', async () => {
    const { step, numbers } = await closed(3)
    const results = await Promise.allSettled([1, 2, 3].map(async () => undoChanges(await Bernd(), { step })))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const number of numbers) expect((await reportOf(number)).version).toBe(3)
  })

  it('sends its mail only when the time is over, and then once', async () => {
    const { numbers } = await closed()
    while (await runDueWork(world.clock));
    expect(world.mails).toEqual([])
    world.pass(25_000)
    while (await runDueWork(world.clock));
    const subjects = world.mails.map(({ subject }) => subject)
    expect(subjects.filter((subject) => subject.includes(`#${numbers[0]} `))).toEqual([
      `Ihr Anliegen #${numbers[0]} ist erledigt`,
    ])
  })

  it('is nothing for another person, nor for the neighbour’s clerk', async () => {
    const { step } = await closed()
    expect(await reasonOf(undoChanges(await world.as(world.people.Clara), { step }))).toBe('undo_over')
    expect(await reasonOf(undoChanges(await world.as(world.people.Dirk, NEIGHBOUR), { step }))).toBe('undo_over')
    expect(await reasonOf(undoChanges(await world.as(world.people.Dirk), { step }))).toBe('not_found')
    world.pass(20_000)
    expect(await reasonOf(undoChanges(await Bernd(), { step }))).toBe('undo_over')
  })
})
