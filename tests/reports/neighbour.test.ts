/** The line every verb has: the neighbour's clerk finds nothing. And the colleague from another department may not. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Ctx } from '../../server/context.ts'
import type { AppError } from '../../server/errors.ts'
import { acceptObjection } from '../../server/reports/accept-objection.ts'
import { acceptReport } from '../../server/reports/accept-report.ts'
import { answerQuestion } from '../../server/reports/answer-question.ts'
import { answerReport } from '../../server/reports/answer-report.ts'
import { askReporter } from '../../server/reports/ask-reporter.ts'
import { assignReport } from '../../server/reports/assign-report.ts'
import { closeReport } from '../../server/reports/close-report.ts'
import { declineReport } from '../../server/reports/decline-report.ts'
import { expireQuestion } from '../../server/reports/expire-question.ts'
import { giveBackReport } from '../../server/reports/give-back-report.ts'
import { handOverReport } from '../../server/reports/hand-over-report.ts'
import { involvePartner } from '../../server/reports/involve-partner.ts'
import { ListQueue, listQueue } from '../../server/reports/list-queue.ts'
import { mergeFromReport, mergeReports } from '../../server/reports/merge-reports.ts'
import { movePin } from '../../server/reports/move-pin.ts'
import { noteReport } from '../../server/reports/note-report.ts'
import { objectToEnd } from '../../server/reports/object-to-end.ts'
import { passToNeighbour } from '../../server/reports/pass-to-neighbour.ts'
import { rateReport } from '../../server/reports/rate-report.ts'
import { readReport } from '../../server/reports/read-report.ts'
import { recategoriseReport } from '../../server/reports/recategorise-report.ts'
import { rejectObjection } from '../../server/reports/reject-objection.ts'
import { reopenReport } from '../../server/reports/reopen-report.ts'
import { returnFromPartner } from '../../server/reports/return-from-partner.ts'
import { scheduleReport } from '../../server/reports/schedule-report.ts'
import { separateReports } from '../../server/reports/separate-reports.ts'
import { setPriority } from '../../server/reports/set-priority.ts'
import { setVisibility } from '../../server/reports/set-visibility.ts'
import { undoWithdrawal } from '../../server/reports/undo-withdrawal.ts'
import { withdrawReport } from '../../server/reports/withdraw-report.ts'
import { CITIZEN } from '../support/people.ts'
import { CONTACT, LEMGO, submitAround, submitPothole } from '../support/reports.ts'
import { createWorld, NEIGHBOUR, type World } from '../support/world.ts'

let world: World
let number: number
beforeAll(async () => {
  world = await createWorld()
  number = (await submitPothole(world, { contact: CONTACT })).report.number
  // Under the same number, and not for the department that the county lends.
  expect((await submitAround(world, 'lamp', { contact: CONTACT })).number).toBe(number)
})
afterAll(() => world.close())

const version = 1
const words = { answer: 'Das ist erledigt.', silent: false }

const CLERK_VERBS: Record<string, (ctx: Ctx) => Promise<unknown>> = {
  readReport: (ctx) => readReport(ctx, { number }),
  acceptReport: (ctx) => acceptReport(ctx, { number, version }),
  giveBackReport: (ctx) => giveBackReport(ctx, { number, version, reason: 'x' }),
  scheduleReport: (ctx) => scheduleReport(ctx, { number, version, date: '2030-01-01' }),
  askReporter: (ctx) => askReporter(ctx, { number, version, text: 'x', days: 3 }),
  involvePartner: (ctx) => involvePartner(ctx, { number, version, partner: 'Stadtwerke', instruction: 'x', days: 3 }),
  returnFromPartner: (ctx) => returnFromPartner(ctx, { number, version }),
  closeReport: (ctx) => closeReport(ctx, { number, version, reason: 'repaired', ...words }),
  declineReport: (ctx) => declineReport(ctx, { number, version, reason: 'no_defect', ...words }),
  handOverReport: (ctx) => handOverReport(ctx, { number, version, reason: 'county', partner: 'Kreis', ...words }),
  passToNeighbour: async (ctx) =>
    passToNeighbour(ctx, await world.as(CITIZEN, NEIGHBOUR), { number, version, town: NEIGHBOUR }),
  reopenReport: (ctx) => reopenReport(ctx, { number, version, reason: 'x' }),
  assignReport: (ctx) => assignReport(ctx, { number, version, department: 'depot' }),
  recategoriseReport: (ctx) => recategoriseReport(ctx, { number, version, category: 'tree' }),
  setPriority: (ctx) => setPriority(ctx, { number, version, priority: 'urgent' }),
  mergeReports: (ctx) => mergeReports(ctx, { into: number, version, numbers: [number + 1] }),
  mergeFromReport: (ctx) =>
    mergeFromReport(ctx, { number, version, numbers: [number + 1], others: undefined, into: undefined }),
  separateReports: (ctx) => separateReports(ctx, { number, version, numbers: [number + 1] }),
  acceptObjection: (ctx) => acceptObjection(ctx, { number, version }),
  rejectObjection: (ctx) => rejectObjection(ctx, { number, version, answer: 'xyz' }),
  movePin: (ctx) => movePin(ctx, { number, version, lat: 52.09, lon: 8.75 }),
  noteReport: (ctx) => noteReport(ctx, { number, text: 'x' }),
  answerReport: (ctx) => answerReport(ctx, { number, version, answer: 'xyz' }),
  setVisibility: (ctx) => setVisibility(ctx, { number, version, what: 'text', visibility: 'shown' }),
}

const outcome = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error: AppError) => error.code,
  )

describe.each(Object.entries(CLERK_VERBS))('%s', (_name, verb) => {
  it('finds nothing for the neighbour’s clerk', async () => {
    expect(await outcome(verb(await world.as(world.people.Dirk)))).toBe('not_found')
  })
  it('finds nothing in the neighbour’s own town', async () => {
    expect(await outcome(verb(await world.as(world.people.Dirk, NEIGHBOUR)))).toBe('not_found')
  })
  it('is not for a colleague of another department', async () => {
    expect(await outcome(verb(await world.as(world.people.Eva)))).toBe('forbidden')
  })
  it('finds nothing where a department is not lent, and is not for its clerk in others of the town', async () => {
    expect(await outcome(verb(await world.as(world.people.Karl)))).toBe('not_found')
    expect(await outcome(verb(await world.as(world.people.Karl, LEMGO)))).toBe('forbidden')
    expect(await outcome(verb(await world.as(world.people.Kira, LEMGO)))).toBe('not_found')
  })
  it('is not for a citizen', async () => {
    expect(await outcome(verb(await world.as(CITIZEN)))).toBe('unauthenticated')
  })
})

it('the queue is empty of the neighbour’s reports and closed to their clerk', async () => {
  const all = ListQueue.parse({ view: 'open' })
  expect(await outcome(listQueue(await world.as(world.people.Dirk), all))).toBe('not_found')
  expect((await listQueue(await world.as(world.people.Dirk, NEIGHBOUR), all)).rows).toEqual([])
  expect((await listQueue(await world.as(world.people.Eva), all)).rows).toEqual([])
  expect((await listQueue(await world.as(world.people.Bernd), all)).rows.map(({ report }) => report.number)).toEqual([
    number,
  ])
})

describe('the reporter’s verbs', () => {
  it('are for the reporter of this very report', async () => {
    const other = (await submitPothole(world)).report
    const stranger = await world.asActor({ kind: 'reporter', reportId: other.id })
    expect(await outcome(withdrawReport(stranger, { number, version, reason: undefined }))).toBe('not_found')
    expect(await outcome(undoWithdrawal(stranger, { number, version }))).toBe('not_found')
    expect(await outcome(objectToEnd(stranger, { number, version, text: 'x' }))).toBe('not_found')
    expect(await outcome(rateReport(stranger, { number, version, score: 5 }))).toBe('not_found')
    expect(await outcome(answerQuestion(stranger, { number, version, text: 'x' }))).toBe('not_found')
    expect(
      await outcome(withdrawReport(await world.as(world.people.Bernd), { number, version, reason: undefined })),
    ).toBe('not_found')
  })
  it('find nothing in another town', async () => {
    const { report } = await submitPothole(world)
    const there = await world.asActor({ kind: 'reporter', reportId: report.id }, NEIGHBOUR)
    expect(await outcome(withdrawReport(there, { number: report.number, version, reason: undefined }))).toBe(
      'not_found',
    )
  })
})

it('a question is expired by the clock alone', async () => {
  expect(await outcome(expireQuestion(await world.as(world.people.Clara), { number, version }))).toBe('forbidden')
})
