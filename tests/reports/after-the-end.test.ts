/** After the end: how content somebody is, an objection within 28 days, and thinking better of a withdrawal. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Ctx } from '../../server/context.ts'
import type { AppError } from '../../server/errors.ts'
import { acceptReport } from '../../server/reports/accept-report.ts'
import { askReporter } from '../../server/reports/ask-reporter.ts'
import { closeReport } from '../../server/reports/close-report.ts'
import { involvePartner } from '../../server/reports/involve-partner.ts'
import { objectToEnd } from '../../server/reports/object-to-end.ts'
import { presentTimeline } from '../../server/reports/present.ts'
import { rateReport } from '../../server/reports/rate-report.ts'
import { readReport } from '../../server/reports/read-report.ts'
import { rejectObjection } from '../../server/reports/reject-objection.ts'
import { reopenReport } from '../../server/reports/reopen-report.ts'
import { resumeReport } from '../../server/reports/resume-report.ts'
import type { ReportRow } from '../../server/reports/rows.ts'
import { scheduleReport } from '../../server/reports/schedule-report.ts'
import { trackReport } from '../../server/reports/track-report.ts'
import { withdrawReport } from '../../server/reports/withdraw-report.ts'
import { tellAll } from '../support/outside.ts'
import { CITIZEN } from '../support/people.ts'
import { CONTACT, submitPothole } from '../support/reports.ts'
import { createWorld, NEIGHBOUR, type World } from '../support/world.ts'

const DAY_MS = 86_400_000
const CANARY = 'Kanarienvogel: das Loch ist noch da.'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const outcome = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error: AppError) => error.reason,
  )
const Bernd = () => world.as(world.people.Bernd)
const reporterOf = ({ id }: ReportRow): Promise<Ctx> => world.asActor({ kind: 'reporter', reportId: id })
const seen = ({ number, version }: ReportRow) => ({ number, version })

async function closed() {
  const { report, trackingToken } = await submitPothole(world, { contact: CONTACT })
  const accepted = await acceptReport(await Bernd(), seen(report))
  const ended = await closeReport(await Bernd(), {
    ...seen(accepted),
    reason: 'repaired',
    answer: 'Das Loch ist zu.',
    silent: false,
  })
  return { report: ended, token: trackingToken, reporter: await reporterOf(report) }
}

describe('an objection', () => {
  it('waits for a clerk, who opens the report again', async () => {
    const { report, reporter, token } = await closed()
    const objected = await objectToEnd(reporter, { ...seen(report), text: CANARY })
    expect(objected).toMatchObject({ status: 'done', objectionAt: world.now() })
    const read = await readReport(await Bernd(), { number: report.number })
    expect(read.actions).toEqual(expect.arrayContaining(['reopen', 'rejectObjection']))
    const reopened = await reopenReport(await Bernd(), { ...seen(objected), reason: 'Stimmt' })
    expect(reopened).toMatchObject({ status: 'in_progress', objectionAt: null, closedAt: null })
    expect(JSON.stringify(presentTimeline(read.events))).not.toContain('objected')
    const { timeline } = await trackReport(await world.as(CITIZEN), token)
    expect(timeline.map(({ action }) => action)).toContain('objected')
    expect(JSON.stringify(timeline)).not.toContain(CANARY)
  })

  it('is rejected with words that reach the reporter only', async () => {
    const { report, reporter } = await closed()
    const objected = await objectToEnd(reporter, { ...seen(report), text: CANARY })
    const rejected = await rejectObjection(await Bernd(), { ...seen(objected), answer: 'Wir waren noch einmal dort.' })
    expect(rejected).toMatchObject({ status: 'done', objectionAt: null })
    await tellAll(world)
    expect(world.mails.at(-1)?.subject).toBe(`Ihr Anliegen #${report.number}: Antwort auf Ihren Widerspruch`)
    expect(world.mails.at(-1)?.text).toContain('Wir waren noch einmal dort.')
    const { events } = await readReport(await Bernd(), { number: report.number })
    expect(JSON.stringify(presentTimeline(events))).not.toContain('Wir waren noch einmal dort.')
    expect(await outcome(objectToEnd(reporter, { ...seen(rejected), text: 'Doch' }))).toBe('objected_already')
  })

  it('is possible for 28 days and not a day longer', async () => {
    const { report, reporter } = await closed()
    world.pass(28 * DAY_MS)
    expect(await outcome(rateReport(reporter, { number: report.number, score: 3 }))).toBe('done')
    world.pass(1)
    expect(
      await outcome(objectToEnd(reporter, { number: report.number, version: report.version + 1, text: 'x' })),
    ).toBe('window_over')
    expect(await outcome(rateReport(reporter, { number: report.number, score: 3 }))).toBe('window_over')
  })

  it('to what is open, or was withdrawn, is not possible', async () => {
    const { report } = await submitPothole(world)
    const reporter = await reporterOf(report)
    expect(await outcome(objectToEnd(reporter, { ...seen(report), text: 'x' }))).toBe('not_possible_now')
    const withdrawn = await withdrawReport(reporter, seen(report))
    expect(await outcome(objectToEnd(reporter, { ...seen(withdrawn), text: 'x' }))).toBe('not_possible_now')
  })

  it('two at once: the second is told that somebody was faster', async () => {
    const { report, reporter } = await closed()
    const both = await Promise.all([1, 2].map(() => outcome(objectToEnd(reporter, { ...seen(report), text: 'x' }))))
    expect(both.sort()).toEqual(['changed_meanwhile', 'done'])
  })
})

describe('a rating', () => {
  it('is one for each end, may be changed, and is asked for by mail', async () => {
    const { report, reporter, token } = await closed()
    await tellAll(world)
    expect(world.mails.at(-1)?.text).toContain(`/verfolgen/${token}#zufriedenheit`)
    await rateReport(reporter, { number: report.number, score: 2 })
    await rateReport(reporter, { number: report.number, score: 5 })
    const tracked = await trackReport(await world.as(CITIZEN), token)
    expect(tracked.score).toBe(5)
    const reopened = await reopenReport(await Bernd(), { ...seen(tracked.report), reason: 'x' })
    expect((await trackReport(await world.as(CITIZEN), token)).score).toBeNull()
    await closeReport(await Bernd(), { ...seen(reopened), reason: 'repaired', answer: 'Jetzt aber.', silent: false })
    expect((await trackReport(await world.as(CITIZEN), token)).score).toBeNull()
  })
})

describe('a withdrawal', () => {
  it('can be taken back for half an hour, and the report is where it was', async () => {
    const { report } = await submitPothole(world)
    const planned = await scheduleReport(await Bernd(), { ...seen(report), date: '2027-06-01' })
    const reporter = await reporterOf(report)
    const withdrawn = await withdrawReport(reporter, { ...seen(planned), reason: 'Hat sich erledigt' })
    expect(withdrawn).toMatchObject({ status: 'declined', closedReason: 'withdrawn' })
    const resumed = await resumeReport(reporter, seen(withdrawn))
    expect(resumed).toMatchObject({ status: 'scheduled', scheduledFor: planned.scheduledFor, closedAt: null })
    const again = await withdrawReport(reporter, seen(resumed))
    world.pass(30 * 60_000 + 1)
    expect(await outcome(resumeReport(reporter, seen(again)))).toBe('window_over')
  })

  it('of a report with an open question goes on without the question', async () => {
    const { report } = await submitPothole(world, { contact: CONTACT })
    const asked = await askReporter(await Bernd(), { ...seen(report), text: 'Wo?', days: 14 })
    const reporter = await reporterOf(report)
    expect(await resumeReport(reporter, seen(await withdrawReport(reporter, seen(asked))))).toMatchObject({
      status: 'received',
      questionUntil: null,
    })
  })

  it('is told to the partner who has it by a link, without a word of the reporter', async () => {
    const { report } = await submitPothole(world, { contact: CONTACT })
    const [partner] = (await Bernd()).town.partners
    const given = await involvePartner(await Bernd(), {
      ...seen(report),
      partnerKey: partner!.key,
      instruction: 'Bitte ansehen.',
      days: 14,
    })
    await tellAll(world)
    await withdrawReport(await reporterOf(report), { ...seen(given), reason: CANARY })
    await tellAll(world)
    const mail = world.mails.at(-1)
    expect(mail?.to).toBe(partner!.mailbox)
    expect(mail?.subject).toContain(`Zurückgezogen: Anliegen #${report.number}`)
    expect(mail?.text).not.toContain(CANARY)
    expect(mail?.text).not.toContain(CONTACT.email)
  })

  it('cannot be taken back for an end that the town decided', async () => {
    const { report, reporter } = await closed()
    expect(await outcome(resumeReport(reporter, seen(report)))).toBe('not_possible_now')
  })
})

describe('the neighbour’s clerk, another reporter and the other department', () => {
  it('find nothing', async () => {
    const { report, reporter } = await closed()
    const other = await reporterOf((await submitPothole(world)).report)
    const dirk = await world.as(world.people.Dirk)
    for (const stranger of [other, dirk, await Bernd(), await world.as(CITIZEN)]) {
      expect(await outcome(objectToEnd(stranger, { ...seen(report), text: 'x' }))).toBe('not_found')
      expect(await outcome(rateReport(stranger, { number: report.number, score: 1 }))).toBe('not_found')
    }
    const objected = await objectToEnd(reporter, { ...seen(report), text: 'x' })
    expect(await outcome(rejectObjection(dirk, { ...seen(objected), answer: 'Nein danke' }))).toBe('not_found')
    const there = await world.as(world.people.Dirk, NEIGHBOUR)
    expect(await outcome(rejectObjection(there, { ...seen(objected), answer: 'Nein danke' }))).toBe('report_not_found')
    const eva = await world.as(world.people.Eva)
    expect(await outcome(rejectObjection(eva, { ...seen(objected), answer: 'Nein danke' }))).toBe('other_department')
  })
})
