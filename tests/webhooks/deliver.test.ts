/** What other systems are told of a report, and that they can see who told it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Status } from '../../db/schema/reports.ts'
import { DeliveryError } from '../../server/errors.ts'
import { runDueWork } from '../../server/jobs.ts'
import { acceptReport } from '../../server/reports/accept-report.ts'
import { askReporter } from '../../server/reports/ask-reporter.ts'
import { assignReport } from '../../server/reports/assign-report.ts'
import { changeReports } from '../../server/reports/change-reports.ts'
import { closeReport } from '../../server/reports/close-report.ts'
import { noteReport } from '../../server/reports/note-report.ts'
import { submitReport } from '../../server/reports/submit-report.ts'
import { undoChanges } from '../../server/reports/undo-changes.ts'
import { eraseOld } from '../../server/retention/erase-old.ts'
import { EVENT_TYPES } from '../../server/webhooks/event-types.ts'
import { removeWebhook } from '../../server/webhooks/remove-webhook.ts'
import { rotateSecret } from '../../server/webhooks/rotate-secret.ts'
import { CITIZEN } from '../support/people.ts'
import { CONTACT, IN_NEIGHBOUR, POTHOLE, submitPothole } from '../support/reports.ts'
import { CANARY, wholeLife } from '../support/whole-life.ts'
import { NEIGHBOUR, PUBLIC_URL } from '../support/world.ts'
import { openStage, type Stage } from './stage.ts'

const HOUR_MS = 3_600_000

let stage: Stage
beforeEach(async () => {
  stage = await openStage()
})
afterEach(() => stage.close())

const Bernd = () => stage.world.as(stage.world.people.Bernd)
const told = () => stage.bodies().map(({ type, data }) => [type, data.department, data.status, data.version])

describe('what happens to a report', () => {
  it('is told once, signed as the library of the specification expects, with no more than where to read it', async () => {
    const { secret } = await stage.make()
    const { report } = await submitPothole(stage.world)
    await stage.work()
    expect(stage.receiver.received).toHaveLength(1)
    const [message] = stage.receiver.received
    expect(message!.headers).toMatchObject({
      'content-type': 'application/json',
      'user-agent': 'Anliegenwerk',
      'webhook-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
    })
    expect(stage.verify(secret, message!)).toEqual({
      type: 'report.received',
      timestamp: report.receivedAt.toISOString(),
      data: {
        town: 'bad-salzuflen',
        number: report.number,
        department: 'roads',
        category: 'pothole',
        status: 'received',
        version: 1,
        url: `${PUBLIC_URL}/bad-salzuflen/anliegen/${report.number}`,
        apiUrl: `${PUBLIC_URL}/api/v1/towns/bad-salzuflen/reports/${report.number}`,
      },
    })
    expect(() => stage.verify(secret, { ...message!, body: message!.body.replace('roads', 'green') })).toThrow()
  })

  it('is told with the state it had then and the time it happened, however late', async () => {
    await stage.make()
    const { report } = await submitPothole(stage.world, { contact: CONTACT })
    const { number } = report
    stage.world.pass(HOUR_MS)
    await acceptReport(await Bernd(), { number, version: 1 })
    stage.world.pass(HOUR_MS)
    await askReporter(await Bernd(), { number, version: 2, text: 'Wo genau?', days: 14 })
    stage.world.pass(HOUR_MS)
    await stage.work()
    expect(told()).toEqual([
      ['report.received', 'roads', 'received' satisfies Status, 1],
      ['report.accepted', 'roads', 'in_progress', 2],
      // A question is nobody's business but the reporter's and the clerk's.
      ['report.question_asked', 'roads', 'in_progress', 3],
    ])
    const times = stage.bodies().map(({ timestamp }) => Date.parse(timestamp) - report.receivedAt.getTime())
    expect(times).toEqual([0, HOUR_MS, 2 * HOUR_MS])
  })

  it('is told without a word of anybody and without anything internal, over a whole life', async () => {
    await stage.make()
    const { number } = await wholeLife(stage.world)
    expect(stage.bodies().map(({ type }) => type)).toEqual(
      expect.arrayContaining(['report.received', 'report.photo_added', 'report.public_answer', 'report.closed']),
    )
    const everything = JSON.stringify(stage.receiver.received).toLowerCase()
    expect(everything).not.toContain(CANARY)
    for (const { id } of Object.values(stage.world.people)) expect(everything).not.toContain(id)
    for (const { data } of stage.bodies()) {
      expect(Object.keys(data)).toEqual([
        'town',
        'number',
        'department',
        'category',
        'status',
        'version',
        'url',
        'apiUrl',
      ])
      expect(data.number).toBe(number)
    }
  })

  it('is not told where it stays in the town hall: a note, another clerk', async () => {
    await stage.make({ types: EVENT_TYPES.filter((type) => type !== 'report.received') })
    const { report } = await submitPothole(stage.world)
    await noteReport(await Bernd(), { number: report.number, text: 'Ein Vermerk.' })
    await assignReport(await Bernd(), { number: report.number, version: 2, clerkId: stage.world.people.Bernd.id })
    await stage.work()
    expect(stage.receiver.received).toEqual([])
  })

  it('is not told when it is taken back in time', async () => {
    await stage.make({ types: ['report.accepted', 'report.received'] })
    const { report } = await submitPothole(stage.world)
    const ctx = await Bernd()
    const picked = [{ number: report.number, version: 1 }]
    const { press } = await changeReports(ctx, { change: 'accept', picked, fields: {} })
    await undoChanges(ctx, { step: press.id })
    stage.world.pass(HOUR_MS)
    await stage.work()
    expect(told().map(([type]) => type)).toEqual(['report.received'])
  })
})

describe('who is told', () => {
  it('only of the chosen types and the chosen department', async () => {
    await stage.make({ types: ['report.closed'] })
    await stage.make({ department: 'green' })
    const { report } = await submitPothole(stage.world)
    await closeReport(await Bernd(), { number: report.number, version: 1, reason: 'repaired', silent: true })
    await stage.work()
    expect(told()).toEqual([['report.closed', 'roads', 'done', 2]])
  })

  it('the department that a report leaves, that it comes to, and no other', async () => {
    const { id: roads } = await stage.make({ department: 'roads', types: ['report.reassigned'] })
    const { id: green } = await stage.make({ department: 'green', types: ['report.reassigned'] })
    const { id: other } = await stage.make({ department: 'depot', types: ['report.reassigned'] })
    const { report } = await submitPothole(stage.world)
    await assignReport(await Bernd(), { number: report.number, version: 1, department: 'green' })
    await stage.work()
    expect(told()).toEqual(Array(2).fill(['report.reassigned', 'green', 'received', 2]))
    expect(await Promise.all([roads, green, other].map(async (id) => (await stage.log(id)).length))).toEqual([1, 1, 0])
  })

  it('nobody of what happened before they were there', async () => {
    await submitPothole(stage.world)
    stage.world.pass(HOUR_MS)
    await stage.make()
    await stage.work()
    expect(stage.receiver.received).toEqual([])
  })

  it('nobody of a neighbour’s reports, and the neighbour nobody of ours', async () => {
    await stage.make()
    const Dirk = await stage.world.as(stage.world.people.Dirk, NEIGHBOUR)
    await stage.make({ url: `${stage.receiver.url}/nachbar` }, Dirk)
    const citizen = await stage.world.as(CITIZEN, NEIGHBOUR)
    await submitReport(citizen, { ...POTHOLE, ...IN_NEIGHBOUR }, { intakeChannel: 'web' })
    await submitPothole(stage.world)
    await stage.work()
    const heard = stage.receiver.received.map(({ path, body }) => [path, JSON.parse(body).data.town])
    expect(heard.sort()).toEqual([
      ['/ereignisse', 'bad-salzuflen'],
      ['/ereignisse/nachbar', NEIGHBOUR],
    ])
  })

  it('nobody at an address that was removed before its turn came', async () => {
    const { id } = await stage.make()
    await submitPothole(stage.world)
    // The event is told, and its call is planned; then the address goes.
    while (await runDueWork(stage.world.clock, { only: ['tell'] }));
    await removeWebhook(stage.Clara, id)
    await stage.work()
    expect(stage.receiver.received).toEqual([])
    expect(stage.world.logLines.filter(({ level }) => level !== 'info')).toEqual([])
  })
})

it('after a change of secrets both sign for a day, and then only the new one', async () => {
  const { id, secret: before } = await stage.make()
  const after = await rotateSecret(stage.Clara, id)
  await submitPothole(stage.world)
  await stage.work()
  const [both] = stage.receiver.received
  expect(String(both!.headers['webhook-signature']).split(' ')).toHaveLength(2)
  for (const secret of [before, after]) expect(stage.verify(secret, both!).type).toBe('report.received')

  stage.world.pass(24 * HOUR_MS + 1)
  await submitPothole(stage.world)
  await stage.work()
  const last = stage.receiver.received.at(-1)!
  expect(stage.verify(after, last).type).toBe('report.received')
  expect(() => stage.verify(before, last)).toThrow()
})

it('an event that is told twice is delivered once', async () => {
  const { id } = await stage.make()
  await submitPothole(stage.world, { contact: CONTACT })
  stage.world.failMail(new DeliveryError('mail_unreachable', { permanent: false }))
  await stage.work()
  stage.world.failMail(null)
  stage.world.pass(HOUR_MS)
  await stage.work()
  expect(stage.world.mails).toHaveLength(1)
  expect(stage.receiver.received).toHaveLength(1)
  expect(await stage.log(id)).toMatchObject([{ state: 'sent', attempts: 1, status: 204 }])
})

it('the log of what was sent goes after 90 days', async () => {
  const { id } = await stage.make()
  await submitPothole(stage.world)
  await stage.work()
  const night = async () => eraseOld(await stage.world.asActor({ kind: 'system' }))
  stage.world.pass(89 * 24 * HOUR_MS)
  await night()
  expect(await stage.log(id)).toHaveLength(1)
  stage.world.pass(2 * 24 * HOUR_MS)
  await night()
  expect(await stage.log(id)).toEqual([])
})
