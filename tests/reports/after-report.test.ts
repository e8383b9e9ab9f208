/** Merging and separating, objecting, rating, withdrawing and undoing, moving the pin: what changes and who hears of it. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { acceptObjection } from '../../server/reports/accept-objection.ts'
import { closeReport } from '../../server/reports/close-report.ts'
import { getPublicReport } from '../../server/reports/get-public-report.ts'
import { ListQueue, listQueue } from '../../server/reports/list-queue.ts'
import { mergeReports } from '../../server/reports/merge-reports.ts'
import { movePin } from '../../server/reports/move-pin.ts'
import { objectToEnd } from '../../server/reports/object-to-end.ts'
import { rateReport } from '../../server/reports/rate-report.ts'
import { readReport } from '../../server/reports/read-report.ts'
import { rejectObjection } from '../../server/reports/reject-objection.ts'
import type { ReportRow } from '../../server/reports/rows.ts'
import { scheduleReport } from '../../server/reports/schedule-report.ts'
import { separateReports } from '../../server/reports/separate-reports.ts'
import { undoWithdrawal } from '../../server/reports/undo-withdrawal.ts'
import { withdrawReport } from '../../server/reports/withdraw-report.ts'
import { tellAll } from '../support/outside.ts'
import { CITIZEN } from '../support/people.ts'
import { CONTACT, submitPothole } from '../support/reports.ts'
import { createWorld, FIRST_TOWN, PUBLIC_URL, type World } from '../support/world.ts'

const DAY_MS = 86_400_000
const FRANZ = { email: 'franz@post.example' }
const CANARY = 'kanarienvogel'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  await tellAll(world)
  world.mails.length = 0
})

const Bernd = () => world.as(world.people.Bernd)
const reporterOf = ({ id }: ReportRow) => world.asActor({ kind: 'reporter', reportId: id })
const rowOf = async (number: number) => (await readReport(await Bernd(), { number })).report
const subjectsTo = (address: string) => world.mails.filter(({ to }) => to === address).map(({ subject }) => subject)
const page = async (token: string) =>
  (await world.app.fetch(new Request(`${PUBLIC_URL}/${FIRST_TOWN}/verfolgen/${token}`))).text()
const post = (token: string, noun: string, fields: Record<string, string> = {}) =>
  world.app.fetch(
    new Request(`${PUBLIC_URL}/${FIRST_TOWN}/verfolgen/${token}/${noun}`, {
      method: 'POST',
      body: new URLSearchParams(fields),
    }),
  )

async function closed() {
  const { report, trackingToken } = await submitPothole(world, { contact: CONTACT })
  const end = {
    number: report.number,
    version: 1,
    reason: 'repaired',
    answer: 'Das Loch ist zu.',
    silent: false,
  } as const
  return { report: await closeReport(await Bernd(), end), token: trackingToken }
}

describe('merged reports', () => {
  async function two() {
    const lead = (await submitPothole(world, { contact: CONTACT })).report
    const twin = await submitPothole(world, { contact: FRANZ, description: `${CANARY} im Loch` })
    await tellAll(world)
    world.mails.length = 0
    return { lead, twin: twin.report, token: twin.trackingToken }
  }
  const merge = async (lead: ReportRow, twin: ReportRow) =>
    mergeReports(await Bernd(), { into: lead.number, version: lead.version, numbers: [twin.number] })

  it('are worked on as one: the reporter is told, and hears and sees what happens to the lead', async () => {
    const { lead, twin, token } = await two()
    const merged = await merge(lead, twin)
    expect(await rowOf(twin.number)).toMatchObject({
      status: 'declined',
      closedReason: 'duplicate',
      mergedInto: lead.id,
    })
    await tellAll(world)
    expect(subjectsTo(FRANZ.email)).toEqual([])
    world.pass(20_000)
    await tellAll(world)
    const told = `Ihr Anliegen #${twin.number} wurde mit #${lead.number} zusammengeführt`
    expect(subjectsTo(FRANZ.email)).toEqual([told])

    await scheduleReport(await Bernd(), { number: lead.number, version: merged.version, date: '2027-01-04' })
    await tellAll(world)
    expect(subjectsTo(FRANZ.email)[1]).toContain(`#${twin.number}: geplant für den`)
    expect(world.mails.at(-1)!.text).toContain(`/verfolgen/${token}`)
    expect(JSON.stringify(world.mails.filter(({ to }) => to === CONTACT.email))).not.toContain(CANARY)
    const html = await page(token)
    expect(html).toContain(`Ihr Anliegen wurde mit #${lead.number} zusammengeführt`)
    expect(html).toContain('Eingeplant für')
    expect((await getPublicReport(await world.as(CITIZEN), twin.number)).mergedInto).toBe(lead.number)
    expect((await getPublicReport(await world.as(CITIZEN), lead.number)).followers).toBe(1)
  })

  it('separated within 20 seconds come back as they were, and nobody hears of it', async () => {
    const { lead, twin } = await two()
    const merged = await merge(lead, twin)
    await separateReports(await Bernd(), { number: lead.number, version: merged.version, numbers: [twin.number] })
    world.pass(20_000)
    await tellAll(world)
    expect(world.mails).toEqual([])
    expect(await rowOf(twin.number)).toMatchObject({ status: 'received', mergedInto: null, closedAt: null })
  })

  it('separated later are told of it, from the page of the merged one too', async () => {
    const { lead, twin } = await two()
    await merge(lead, twin)
    world.pass(20_000)
    await tellAll(world)
    const { version } = await rowOf(twin.number)
    await separateReports(await Bernd(), { number: twin.number, version, numbers: undefined })
    await tellAll(world)
    expect(subjectsTo(FRANZ.email)[1]).toContain('wird wieder für sich bearbeitet')
  })

  it('follow their lead into the next one', async () => {
    const { lead, twin } = await two()
    const merged = await merge(lead, twin)
    const last = (await submitPothole(world)).report
    await mergeReports(await Bernd(), { into: last.number, version: 1, numbers: [merged.number] })
    expect((await rowOf(twin.number)).mergedInto).toBe(last.id)
    expect((await rowOf(lead.number)).mergedInto).toBe(last.id)
  })

  it('are merged once when two clerks press at once', async () => {
    const { lead, twin } = await two()
    await merge(lead, twin)
    await expect(merge(lead, twin)).rejects.toMatchObject({ code: 'conflict', reason: 'changed_meanwhile' })
  })
})

describe('an objection', () => {
  it('waits in its view until a clerk accepts it, which opens the report again', async () => {
    const { report, token } = await closed()
    const answer = await post(token, 'widerspruch', { text: `${CANARY} ist noch da` })
    expect(answer.status).toBe(303)
    expect(await page(token)).toContain('Ihr Widerspruch ist angekommen')
    const found = await listQueue(await Bernd(), ListQueue.parse({ view: 'objections' }))
    expect(found.rows.map((row) => row.report.number)).toEqual([report.number])
    const { version } = await rowOf(report.number)
    const reopened = await acceptObjection(await Bernd(), { number: report.number, version })
    expect(reopened).toMatchObject({ status: 'in_progress', objectionAt: null, closedAt: null })
    await tellAll(world)
    expect(subjectsTo(CONTACT.email).at(-1)).toContain('wieder in Bearbeitung')
    expect(JSON.stringify((await getPublicReport(await world.as(CITIZEN), report.number)).timeline)).not.toContain(
      CANARY,
    )
  })

  it('that is rejected is answered, and cannot be made twice', async () => {
    const { report, token } = await closed()
    const objected = await objectToEnd(await reporterOf(report), { number: report.number, version: 2, text: 'Nein.' })
    await rejectObjection(await Bernd(), {
      number: report.number,
      version: objected.version,
      answer: 'Wir waren dort.',
    })
    await tellAll(world)
    expect(world.mails.at(-1)!.text).toContain('Wir waren dort.')
    expect(await page(token)).toContain('Über Ihren Widerspruch haben wir entschieden')
    const again = { number: report.number, version: objected.version + 1, text: 'Doch.' }
    await expect(objectToEnd(await reporterOf(report), again)).rejects.toMatchObject({ reason: 'not_possible_now' })
  })

  it('comes too late after 28 days, and the page says whom to ask', async () => {
    const { report, token } = await closed()
    world.pass(28 * DAY_MS)
    await expect(
      objectToEnd(await reporterOf(report), { number: report.number, version: 2, text: 'Nein.' }),
    ).rejects.toMatchObject({ reason: 'objection_over' })
    expect(await page(token)).toContain('Die 28 Tage für einen Widerspruch sind vorbei')
  })

  it('without words is asked for beside its field', async () => {
    const { token } = await closed()
    const answer = await post(token, 'widerspruch', { text: ' ' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Schreiben Sie kurz, was nicht stimmt.')
  })
})

describe('a rating', () => {
  it('is asked for in the mail of the end, given once and changed', async () => {
    const { report, token } = await closed()
    await tellAll(world)
    expect(world.mails.at(-1)!.text).toContain(`/verfolgen/${token}#zufriedenheit`)
    for (const score of ['2', '5']) expect((await post(token, 'zufriedenheit', { score })).status).toBe(303)
    const { events } = await readReport(await Bernd(), { number: report.number })
    expect(events.filter(({ action }) => action === 'rated').map(({ facts }) => facts.score)).toEqual([5, 2])
    expect(await page(token)).toContain('Antwort ändern')
  })

  it.each(['', '0', '6', 'x', '1.5'])('of “%s” is none', async (score) => {
    const { token } = await closed()
    expect((await post(token, 'zufriedenheit', { score })).status).toBe(422)
  })

  it('is not for an open report', async () => {
    const { report } = await submitPothole(world)
    await expect(
      rateReport(await reporterOf(report), { number: report.number, version: 1, score: 5 }),
    ).rejects.toMatchObject({ code: 'conflict' })
  })
})

describe('a withdrawal', () => {
  it('can be undone for 30 minutes, back to the status of before', async () => {
    const { report, trackingToken } = await submitPothole(world, { contact: CONTACT })
    await scheduleReport(await Bernd(), { number: report.number, version: 1, date: '2027-03-01' })
    expect((await post(trackingToken, 'rueckzug', { reason: '' })).status).toBe(303)
    expect(await page(trackingToken)).toContain('Zurückgezogen. Möchten Sie das rückgängig machen?')
    expect((await post(trackingToken, 'rueckgaengig')).status).toBe(303)
    expect(await rowOf(report.number)).toMatchObject({ status: 'scheduled', closedReason: null })
  })

  it('stays after half an hour', async () => {
    const { report } = await submitPothole(world)
    const reporter = await reporterOf(report)
    const withdrawn = await withdrawReport(reporter, {
      number: report.number,
      version: 1,
      reason: 'Hat sich erledigt.',
    })
    world.pass(30 * 60_000)
    await expect(undoWithdrawal(reporter, { number: report.number, version: withdrawn.version })).rejects.toMatchObject(
      { reason: 'withdrawal_over' },
    )
  })
})

describe('a moved pin', () => {
  it('is routed anew, and the history holds no coordinates', async () => {
    const { report } = await submitPothole(world)
    const moved = await movePin(await Bernd(), { number: report.number, version: 1, lat: 52.09, lon: 8.75 })
    expect(moved).toMatchObject({ lat: 52.09, lon: 8.75, version: 2 })
    const { events } = await readReport(await Bernd(), { number: report.number })
    expect(events[0]).toMatchObject({ action: 'place_moved', facts: { department: moved.department } })
    expect(JSON.stringify(events[0])).not.toContain('52.09')
  })

  it('stays in the town', async () => {
    const { report } = await submitPothole(world)
    const there = { number: report.number, version: 1, lat: 52.1152, lon: 8.6711 }
    await expect(movePin(await Bernd(), there)).rejects.toMatchObject({ reason: 'other_town' })
  })
})
