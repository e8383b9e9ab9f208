import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AppError } from '../../server/errors.ts'
import { acceptReport } from '../../server/reports/accept-report.ts'
import { answerQuestion } from '../../server/reports/answer-question.ts'
import { askReporter } from '../../server/reports/ask-reporter.ts'
import { assignReport } from '../../server/reports/assign-report.ts'
import { CloseReport, closeReport } from '../../server/reports/close-report.ts'
import { declineReport } from '../../server/reports/decline-report.ts'
import { getPublicReport } from '../../server/reports/get-public-report.ts'
import { giveBackReport } from '../../server/reports/give-back-report.ts'
import { ListQueue, listQueue } from '../../server/reports/list-queue.ts'
import { noteReport } from '../../server/reports/note-report.ts'
import { presentTimeline } from '../../server/reports/present.ts'
import { readReport } from '../../server/reports/read-report.ts'
import { recategoriseReport } from '../../server/reports/recategorise-report.ts'
import { setPriority } from '../../server/reports/set-priority.ts'
import { setVisibility } from '../../server/reports/set-visibility.ts'
import { addWorkingDays, workingDaysBetween } from '../../server/reports/working-days.ts'
import { CITIZEN } from '../support/people.ts'
import { CONTACT, submitPothole } from '../support/reports.ts'
import { createWorld, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const failure = (attempt: Promise<unknown>) =>
  attempt.then(
    () => null,
    (error: AppError) => error,
  )
const Bernd = () => world.as(world.people.Bernd)
const Lea = () => world.as(world.people.Lea)

describe('the queue', () => {
  it('finds a number whatever its status, and text only in the view', async () => {
    const { number } = (await submitPothole(world, { description: 'Ein Wort wie Quittenbrot' })).report
    await acceptReport(await Bernd(), { number, version: 1 })
    const found = async (q: string, view: string) =>
      (await listQueue(await Bernd(), ListQueue.parse({ q, view }))).rows.map(({ report }) => report.number)
    expect(await found(`#${number}`, 'new')).toEqual([number])
    expect(await found('quittenbrot', 'new')).toEqual([])
    expect(await found('quittenbrot', 'mine')).toEqual([number])
  })
})

describe('two clerks at once', () => {
  it('the second save is refused and says which version it had seen', async () => {
    const { report } = await submitPothole(world)
    const { number } = report
    await acceptReport(await Bernd(), { number, version: 1 })
    const late = await failure(acceptReport(await Lea(), { number, version: 1 }))
    expect(late).toMatchObject({ code: 'conflict', reason: 'changed_meanwhile', facts: { seen: 1 } })
  })

  it('one of two at the same moment wins', async () => {
    const { number } = (await submitPothole(world)).report
    const outcomes = await Promise.all(
      [Bernd(), Lea()].map(async (ctx) => failure(acceptReport(await ctx, { number, version: 1 }))),
    )
    expect(outcomes.filter((outcome) => outcome === null)).toHaveLength(1)
    expect(outcomes.find(Boolean)?.reason).toBe('changed_meanwhile')
  })

  it('a note never fails as stale', async () => {
    const { number } = (await submitPothole(world)).report
    const notes = await Promise.all(
      ['a', 'b'].map(async (text) => failure(noteReport(await Bernd(), { number, text }))),
    )
    expect(notes).toEqual([null, null])
    expect((await readReport(await Bernd(), { number })).notes.size).toBe(2)
  })
})

describe('a report', () => {
  it('goes back to the dispatcher with its reason, and out of the department’s queue', async () => {
    const { number } = (await submitPothole(world)).report
    const returned = await giveBackReport(await Bernd(), { number, version: 1, reason: 'Das ist eine Landesstraße.' })
    expect(returned).toMatchObject({
      status: 'received',
      department: 'dispatch',
      routedBecause: { by: 'gave_back', department: 'roads' },
    })
    const queue = await listQueue(await Bernd(), ListQueue.parse({ view: 'open' }))
    expect(queue.rows.map(({ report }) => report.number)).not.toContain(number)
    expect((await failure(readReport(await Bernd(), { number })))?.reason).toBe('other_department')
    const seen = await readReport(await Lea(), { number })
    expect([...seen.notes.values()].map(({ text }) => text)).toEqual(['Das ist eine Landesstraße.'])
    expect(seen.actions).not.toContain('giveBack')
  })

  it('follows its new category to the department that answers for it', async () => {
    const { number } = (await submitPothole(world)).report
    const moved = await recategoriseReport(await Bernd(), { number, version: 1, category: 'tree' })
    expect(moved).toMatchObject({
      category: 'tree',
      department: 'green',
      routedBecause: { by: 'category', category: 'tree' },
    })
  })

  it('is given only to people of the department', async () => {
    const { number } = (await submitPothole(world)).report
    const Eva = { number, version: 1, clerkId: world.people.Eva.id }
    expect((await failure(assignReport(await Bernd(), Eva)))?.errors).toEqual([
      { pointer: '/clerkId', reason: 'person_unknown' },
    ])
    expect(await assignReport(await Lea(), { ...Eva, department: 'green' })).toMatchObject({
      department: 'green',
      clerkId: world.people.Eva.id,
    })
  })

  it('rests while it waits for the reporter, and nobody else learns of the question', async () => {
    const { report } = await submitPothole(world, { contact: CONTACT })
    const { number } = report
    const asked = await askReporter(await Bernd(), { number, version: 1, text: 'Fahrbahn oder Radweg?', days: 14 })
    const shown = await getPublicReport(await world.as(CITIZEN), number)
    expect(shown.status).toBe('in_progress')
    expect(JSON.stringify(shown)).not.toContain('Radweg')
    world.pass(3 * 86_400_000)
    const reporter = await world.asActor({ kind: 'reporter', reportId: report.id })
    const answered = await answerQuestion(reporter, { number, version: asked.version, text: 'Radweg' })
    expect(answered).toMatchObject({ status: 'received', questionUntil: null })
    expect(answered.answerDueAt.getTime() - report.answerDueAt.getTime()).toBe(3 * 86_400_000)
  })

  it('declined as misuse is out of sight', async () => {
    const { number } = (await submitPothole(world)).report
    await declineReport(await Bernd(), { number, version: 1, reason: 'misuse', silent: true })
    expect((await failure(getPublicReport(await world.as(CITIZEN), number)))?.code).toBe('not_found')
  })

  it('of a category that is never public stays so', async () => {
    const { report } = await submitPothole(world, { category: 'abandoned-vehicle', answers: { kind: 'car' } })
    expect(report).toMatchObject({ visibility: 'hidden', textVisibility: 'hidden' })
    const shown = setVisibility(await Lea(), { number: report.number, version: 1, what: 'report', visibility: 'shown' })
    expect((await failure(shown))?.reason).toBe('never_public')
  })

  it('is closed with public words or an explicit silence, never with neither', async () => {
    const seen = { number: 1, version: 1, reason: 'repaired' }
    expect(CloseReport.safeParse(seen).error?.issues).toMatchObject([
      { path: ['answer'], message: 'answer_or_silence' },
    ])
    expect(CloseReport.safeParse({ ...seen, silent: 'on' }).success).toBe(true)
    expect(CloseReport.safeParse({ ...seen, answer: 'Erledigt.' }).success).toBe(true)
  })

  it('that has ended is not ended again', async () => {
    const { number } = (await submitPothole(world)).report
    const closed = await closeReport(await Bernd(), { number, version: 1, reason: 'repaired', silent: true })
    const again = closeReport(await Bernd(), { number, version: closed.version, reason: 'repaired', silent: true })
    expect((await failure(again))?.reason).toBe('not_possible_now')
  })
})

describe('working days', () => {
  it.each([
    ['a Monday', '2026-11-16', 2, '2026-11-18'],
    ['over a weekend', '2026-11-19', 2, '2026-11-23'],
    ['from a Saturday', '2026-11-21', 1, '2026-11-23'],
    ['over Easter', '2027-03-25', 1, '2027-03-30'],
    ['over All Saints, a holiday in North Rhine-Westphalia', '2027-10-29', 1, '2027-11-02'],
  ])('count %s', (_what, from, days, to) => {
    expect(
      addWorkingDays(new Date(`${from}T12:00:00Z`), days, { ags: '05766008' })
        .toISOString()
        .slice(0, 10),
    ).toBe(to)
  })
})

describe('days off of the town hall', () => {
  const office = { ags: '05766008', closedDays: ['12-24', '12-31', '2026-11-18'] }
  const noon = (day: string) => new Date(`${day}T12:00:00Z`)

  it.each([
    ['over Christmas and New Year', '2026-12-23', 2, '2026-12-29'],
    ['over New Year’s Eve', '2026-12-30', 1, '2027-01-04'],
    ['over a bridging day that counts once', '2026-11-17', 1, '2026-11-19'],
  ])('count as no working day: %s', (_what, from, days, to) => {
    expect(addWorkingDays(noon(from), days, office).toISOString().slice(0, 10)).toBe(to)
  })

  it('count by the day that it is in Germany, also shortly before midnight', () => {
    // Friday, 23:30 in London, is Saturday in Germany.
    expect(addWorkingDays(new Date('2026-11-19T23:30:00Z'), 1, { ags: '05766008' }).toISOString()).toBe(
      '2026-11-22T23:30:00.000Z',
    )
  })

  it('do not lengthen a pause: what rested is counted in working days', () => {
    expect(workingDaysBetween(noon('2026-11-20'), noon('2026-11-23'), office)).toBe(1)
    expect(workingDaysBetween(noon('2026-12-23'), noon('2026-12-28'), office)).toBe(1)
    expect(workingDaysBetween(noon('2026-11-16'), noon('2026-11-16'), office)).toBe(0)
  })
})

it('a question over a weekend moves the deadline by working days, and not onto a weekend', async () => {
  const { report } = await submitPothole(world, { contact: CONTACT, category: 'drain' })
  const { number } = report
  const from = world.now()
  const asked = await askReporter(await Bernd(), { number, version: 1, text: 'Wo genau?', days: 14 })
  world.pass(7 * 86_400_000)
  const reporter = await world.asActor({ kind: 'reporter', reportId: report.id })
  const answered = await answerQuestion(reporter, { number, version: asked.version, text: 'Vor der 5' })
  const rested = workingDaysBetween(from, world.now(), { ags: '05766008' })
  expect(rested).toBe(5)
  expect(answered.answerDueAt).toEqual(addWorkingDays(report.answerDueAt, 5, { ags: '05766008' }))
  expect([0, 6]).not.toContain(answered.answerDueAt.getUTCDay())
})

describe('urgency', () => {
  it('is a mark that a clerk sets and takes away, told to nobody outside', async () => {
    const { report } = await submitPothole(world, { contact: CONTACT })
    const Bernd = await world.as(world.people.Bernd)
    const before = (await readReport(Bernd, { number: report.number })).actions
    expect(before).toContain('markUrgent')
    const marked = await setPriority(Bernd, { number: report.number, version: 1, priority: 'urgent' })
    expect(marked.priority).toBe('urgent')
    const { actions, events } = await readReport(Bernd, { number: report.number })
    expect(actions).toContain('markNormal')
    expect(presentTimeline(events).map(({ action }) => action)).toEqual(['submitted'])
    await expect(setPriority(Bernd, { number: report.number, version: 1, priority: 'normal' })).rejects.toMatchObject({
      reason: 'changed_meanwhile',
    })
  })
})
