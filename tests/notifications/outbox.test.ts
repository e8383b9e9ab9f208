import { notInArray } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dueWork } from '../../db/schema/platform.ts'
import { DeliveryError } from '../../server/errors.ts'
import { runDueWork } from '../../server/jobs.ts'
import { acceptReport } from '../../server/reports/accept-report.ts'
import { askReporter } from '../../server/reports/ask-reporter.ts'
import { closeReport } from '../../server/reports/close-report.ts'
import { noteReport } from '../../server/reports/note-report.ts'
import { readReport } from '../../server/reports/read-report.ts'
import { NIGHTLY } from '../../server/towns/recheck.ts'
import { CONTACT, submitPothole } from '../support/reports.ts'
import { createWorld, PUBLIC_URL, type World } from '../support/world.ts'

const MINUTE_MS = 60_000

let world: World
beforeEach(async () => {
  world = await createWorld()
})
afterEach(() => world.close())

const work = async () => {
  while (await runDueWork(world.clock));
}
/** Beside the nightly check of each town, which is never done. */
const left = () =>
  world.database.inTransaction(null, (db) =>
    db
      .select()
      .from(dueWork)
      .where(notInArray(dueWork.kind, [...NIGHTLY])),
  )
const Bernd = () => world.as(world.people.Bernd)

describe('the reporter hears', () => {
  it('of the receipt, with number, department, day and a link that works', async () => {
    const { report, trackingToken } = await submitPothole(world, { contact: CONTACT, address: 'Asper Straße 8' })
    await work()
    expect(world.mails).toHaveLength(1)
    const [mail] = world.mails
    expect(mail).toMatchObject({
      to: CONTACT.email,
      fromName: 'Stadt Bad Salzuflen, Anliegen',
      subject: `Ihr Anliegen #${report.number} ist angekommen`,
    })
    expect(mail?.text).toContain('„Schlagloch, Straßenschaden“ (Asper Straße 8)')
    expect(mail?.text).toContain('Zuständig: Straßen und Verkehr')
    expect(mail?.text).toContain(`${PUBLIC_URL}/bad-salzuflen/verfolgen/${trackingToken}`)
    expect(await left()).toEqual([])
  })

  it('of the end, with the town’s own words and never with a note', async () => {
    const { report } = await submitPothole(world, { contact: CONTACT })
    await noteReport(await Bernd(), { number: report.number, text: 'CANARY-NOTE' })
    await acceptReport(await Bernd(), { number: report.number, version: 2 })
    await closeReport(await Bernd(), {
      number: report.number,
      version: 3,
      reason: 'repaired',
      answer: 'Das Loch ist zu.',
      silent: false,
    })
    await work()
    expect(world.mails.map(({ subject }) => subject)).toEqual([
      `Ihr Anliegen #${report.number} ist angekommen`,
      `Ihr Anliegen #${report.number} ist erledigt`,
    ])
    expect(world.mails[1]?.text).toContain('Das Loch ist zu.')
    expect(JSON.stringify(world.mails)).not.toContain('CANARY')
  })

  it('in the language of the report', async () => {
    await submitPothole(world, { contact: CONTACT, language: 'en' })
    await work()
    expect(world.mails[0]?.subject).toMatch(/^Your report #\d+ has arrived$/)
  })

  it('the question that was asked', async () => {
    const { report } = await submitPothole(world, { contact: CONTACT })
    await askReporter(await Bernd(), { number: report.number, version: 1, text: 'Fahrbahn oder Radweg?', days: 14 })
    await work()
    expect(world.mails[1]?.text).toContain('Fahrbahn oder Radweg?')
  })

  it('nothing when the clerk chose silence, or left no address', async () => {
    const { report } = await submitPothole(world, { contact: CONTACT })
    await closeReport(await Bernd(), { number: report.number, version: 1, reason: 'repaired', silent: true })
    await submitPothole(world, { contact: { phone: '0123' } })
    await work()
    expect(world.mails).toHaveLength(1)
    expect(await left()).toEqual([])
  })
})

describe('when the mail server is down', () => {
  it('the report is filed all the same, and the mail goes later, once', async () => {
    world.failMail(new DeliveryError('mail_unreachable', { permanent: false }))
    await submitPothole(world, { contact: CONTACT })
    await work()
    expect(world.mails).toEqual([])
    expect(await left()).toHaveLength(1)

    world.failMail(null)
    await work()
    expect(world.mails).toEqual([]) // the wait is not over
    world.pass(MINUTE_MS)
    await work()
    await work()
    expect(world.mails).toHaveLength(1)
    expect(await left()).toEqual([])
  })

  it('it is given up visibly after the last wait', async () => {
    world.failMail(new DeliveryError('mail_unreachable', { permanent: false }))
    await submitPothole(world, { contact: CONTACT })
    for (let tries = 0; tries < 8; tries++) {
      await work()
      world.pass(2 * 24 * 60 * MINUTE_MS)
    }
    expect(await left()).toMatchObject([{ failedAt: expect.any(Date) }])
    expect((await readReport(await Bernd(), { number: 1 })).undelivered).toMatchObject([{ recipient: 'reporter' }])
  })

  it('an address that is refused for good is not tried again', async () => {
    world.failMail(new DeliveryError('mail_refused', { permanent: true }))
    const { report } = await submitPothole(world, { contact: CONTACT })
    await work()
    world.failMail(null)
    world.pass(60 * MINUTE_MS)
    await work()
    expect(world.mails).toEqual([])
    expect(await left()).toEqual([])
    const { undelivered } = await readReport(await Bernd(), { number: report.number })
    expect(undelivered).toMatchObject([{ recipient: 'reporter' }])
  })
})

it('a question nobody answers ends by itself, and the history says so', async () => {
  const { report } = await submitPothole(world, { contact: CONTACT })
  await askReporter(await Bernd(), { number: report.number, version: 1, text: 'Wo?', days: 14 })
  await work()
  world.pass(14 * 24 * 60 * MINUTE_MS)
  await work()
  const after = await readReport(await Bernd(), { number: report.number })
  expect(after.report).toMatchObject({ status: 'received', questionUntil: null })
  expect(after.events[0]).toMatchObject({ action: 'question_expired', actorKind: 'system' })
  expect(await left()).toEqual([])
})

it('two workers tell an event once', async () => {
  await submitPothole(world, { contact: CONTACT })
  await Promise.all([runDueWork(world.clock), runDueWork(world.clock)])
  await work()
  expect(world.mails).toHaveLength(1)
})

it('the log says nothing about anybody', async () => {
  world.failMail(new DeliveryError('mail_unreachable', { permanent: false, cause: new Error(CONTACT.email) }))
  await submitPothole(world, { contact: CONTACT })
  await work()
  expect(world.logLines).not.toEqual([])
  expect(JSON.stringify(world.logLines)).not.toContain('anna')
})
