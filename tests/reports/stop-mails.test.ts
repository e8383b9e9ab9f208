/** No more mails, and "not from me": what is erased, what stays, and whose link it takes. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Ctx, inTransaction } from '../../server/context.ts'
import type { AppError } from '../../server/errors.ts'
import { answerQuestion } from '../../server/reports/answer-question.ts'
import { answerReport } from '../../server/reports/answer-report.ts'
import { askReporter } from '../../server/reports/ask-reporter.ts'
import { readReport } from '../../server/reports/read-report.ts'
import { findContactRow, getReportRowById, type ReportRow } from '../../server/reports/rows.ts'
import { stopToken } from '../../server/reports/stop-link.ts'
import { disownReport, readReach, stopMails } from '../../server/reports/stop-mails.ts'
import { trackReport } from '../../server/reports/track-report.ts'
import { tellAll } from '../support/outside.ts'
import { CITIZEN } from '../support/people.ts'
import { CONTACT, LEMGO, submitAround, submitPothole } from '../support/reports.ts'
import { createWorld, NEIGHBOUR, type World } from '../support/world.ts'

const PHONE = '05222 12345'

let world: World
let anybody: Ctx
beforeAll(async () => {
  world = await createWorld()
  anybody = await world.as(CITIZEN)
})
afterAll(() => world.close())

const outcome = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error: AppError) => error.code,
  )
const contactOf = ({ id }: ReportRow) => inTransaction(anybody, (ctx) => findContactRow(ctx, id))
const rowOf = ({ id }: ReportRow) => inTransaction(anybody, (ctx) => getReportRowById(ctx, id))
const Bernd = () => world.as(world.people.Bernd)

async function reported(contact: object = { ...CONTACT, phone: PHONE }) {
  const { report, trackingToken } = await submitPothole(world, { contact })
  await tellAll(world)
  return { report, trackingToken, token: await stopToken(anybody, report) }
}

describe('no more mails', () => {
  it('erases the address and nothing else; nothing is sent any more', async () => {
    const { report, token } = await reported()
    await stopMails(anybody, token)
    expect(await contactOf(report)).toMatchObject({ name: CONTACT.name, phone: PHONE, email: null })
    const sent = world.mails.length
    await answerReport(await Bernd(), { number: report.number, version: 2, answer: 'Das Loch ist zu.' })
    await tellAll(world)
    expect(world.mails).toHaveLength(sent)
  })

  it('erases the whole row when there was nothing but the address', async () => {
    const { report, token } = await reported({ email: CONTACT.email })
    await stopMails(anybody, token)
    expect(await contactOf(report)).toBeNull()
  })

  it('stops a mail that was on its way', async () => {
    const { report } = await submitPothole(world, { contact: CONTACT })
    await stopMails(anybody, await stopToken(anybody, report))
    const sent = world.mails.length
    await tellAll(world)
    expect(world.mails).toHaveLength(sent)
  })

  it('leaves the reporter’s own link, by which an open question can still be answered', async () => {
    const { report, token, trackingToken } = await reported()
    await askReporter(await Bernd(), { number: report.number, version: 1, text: 'Wo?', days: 14 })
    await stopMails(anybody, token)
    const tracked = await trackReport(anybody, trackingToken)
    expect(tracked).toMatchObject({ mailsTo: null, question: { text: 'Wo?' } })
    const reporter = await world.asActor({ kind: 'reporter', reportId: report.id })
    const { number, version } = tracked.report
    expect((await answerQuestion(reporter, { number, version, text: 'Am Gully.' })).status).toBe('received')
  })
})

it('“not from me” erases the whole contact; the report stays as it was', async () => {
  const { report, token } = await reported()
  await disownReport(anybody, token)
  expect(await contactOf(report)).toBeNull()
  expect(await rowOf(report)).toMatchObject({ status: report.status, department: report.department, version: 2 })
})

it('the history says that and why something was erased, and never what; strangers are not told', async () => {
  const { report, token, trackingToken } = await reported()
  await stopMails(anybody, token)
  await disownReport(anybody, token)
  const { events } = await readReport(await Bernd(), { number: report.number })
  const own = events.filter(({ action }) => action === 'contact_removed')
  expect(own.map(({ facts, actorKind }) => [facts, actorKind])).toEqual([
    [{ reason: 'not_mine' }, 'reporter'],
    [{ reason: 'no_mails' }, 'reporter'],
  ])
  const { timeline } = await trackReport(anybody, trackingToken)
  expect(timeline.map(({ action }) => action)).toEqual(['submitted'])
})

it('a repeat changes nothing, and two at once erase once', async () => {
  const { report, token } = await reported()
  await Promise.all([stopMails(anybody, token), stopMails(anybody, token)])
  await stopMails(anybody, token)
  expect((await rowOf(report)).version).toBe(2)
  await disownReport(anybody, token)
  await disownReport(anybody, token)
  await stopMails(anybody, token)
  expect((await rowOf(report)).version).toBe(3)
})

describe('a link ends the mails of one report and of no other', () => {
  it('not by another report’s token, the reporter’s own, or an invented one', async () => {
    const mine = await reported()
    const other = await reported()
    const swapped = other.token.replace(/^\d+/, String(mine.report.number))
    for (const token of [swapped, mine.trackingToken, `${mine.report.number}-`, '', '99999999999-x', '-1-x']) {
      for (const attempt of [readReach, stopMails, disownReport]) {
        expect([token, await outcome(attempt(anybody, token))]).toEqual([token, 'not_found'])
      }
    }
    expect((await contactOf(mine.report))?.email).toBe(CONTACT.email)
  })

  it('not in another town, where the number is somebody else’s', async () => {
    const there = await submitAround(world, 'lamp', { contact: CONTACT })
    const elsewhere = await world.as(CITIZEN, LEMGO)
    const here = await reported()
    const token = here.token.replace(/^\d+/, String(there.number))
    for (const attempt of [readReach, stopMails, disownReport]) {
      expect(await outcome(attempt(elsewhere, token))).toBe('not_found')
      expect(await outcome(attempt(elsewhere, here.token))).toBe('not_found')
    }
  })

  it('for Dirk, the neighbour’s clerk, nothing', async () => {
    const { report, token } = await reported()
    for (const attempt of [readReach, stopMails, disownReport]) {
      expect(await outcome(attempt(await world.as(world.people.Dirk, NEIGHBOUR), token))).toBe('not_found')
      expect(await outcome(attempt(await world.as(world.people.Dirk), `${report.number}-x`))).toBe('not_found')
    }
    expect((await contactOf(report))?.email).toBe(CONTACT.email)
  })
})
