/** The computer's clock jumps, back a day or on a month: numbers stay single, mails go once, questions end in time. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Clock, runDueWork } from '../../server/jobs.ts'
import { answerReport } from '../../server/reports/answer-report.ts'
import { askReporter } from '../../server/reports/ask-reporter.ts'
import { expireQuestionIfDue } from '../../server/reports/expire-question.ts'
import { readReport } from '../../server/reports/read-report.ts'
import { CONTACT, submitPothole } from '../support/reports.ts'
import { createWorld, FIRST_TOWN, type World } from '../support/world.ts'

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000

let world: World
beforeEach(async () => {
  world = await createWorld()
})
afterEach(() => world.close())

const work = async (clock: Clock = world.clock) => {
  while (await runDueWork(clock));
}
const Bernd = () => world.as(world.people.Bernd)
const subjects = () => world.mails.map(({ subject }) => subject)
const statusOf = async (number: number) => (await readReport(await Bernd(), { number })).report.status

describe.each([
  { name: 'back a day', ms: -DAY_MS },
  { name: 'on a month', ms: 30 * DAY_MS },
])('the clock jumps $name', ({ ms }) => {
  it('no number is given twice or left out, and no mail goes twice', async () => {
    const numbers: number[] = []
    const file = async () => numbers.push((await submitPothole(world, { contact: CONTACT })).report.number)
    await file()
    await work()
    await file()
    world.pass(ms)
    await file()
    await work()
    world.pass(-ms)
    await file()
    for (let hours = 0; hours < 30; hours += 5) {
      await work()
      world.pass(5 * HOUR_MS)
    }
    // What was filed while the clock was ahead is told when that time has come.
    if (ms > 0) world.pass(ms)
    await work()
    expect(numbers).toEqual([1, 2, 3, 4])
    expect(subjects().sort()).toEqual(numbers.map((number) => `Ihr Anliegen #${number} ist angekommen`))
  })

  it('of one report the earlier mail still comes before the later one', async () => {
    const { report } = await submitPothole(world, { contact: CONTACT })
    world.pass(ms)
    await answerReport(await Bernd(), { number: report.number, version: 1, answer: 'Wir sehen es uns an.' })
    for (let days = 0; days < 3; days++) {
      await work()
      world.pass(DAY_MS)
    }
    await work()
    expect(subjects()).toEqual([
      `Ihr Anliegen #${report.number} ist angekommen`,
      `Ihr Anliegen #${report.number}: wir haben geantwortet`,
    ])
  })
})

it('a question ends when its time has come by the clock that is right again, and once', async () => {
  const { report } = await submitPothole(world, { contact: CONTACT })
  const { number } = report
  await askReporter(await Bernd(), { number, version: 1, text: 'Wo genau?', days: 1 })
  world.pass(-DAY_MS)
  await work()
  expect(await statusOf(number)).toBe('question')
  world.pass(DAY_MS + 23 * HOUR_MS)
  await work()
  expect(await statusOf(number)).toBe('question')
  world.pass(HOUR_MS)
  await work()
  expect(await statusOf(number)).toBe('received')
  world.pass(-DAY_MS)
  await work()
  world.pass(2 * DAY_MS)
  await work()
  expect(await statusOf(number)).toBe('received')
  const { events } = await readReport(await Bernd(), { number })
  expect(events.filter(({ action }) => action === 'question_expired')).toHaveLength(1)
})

it('a question whose turn comes when the clock has just gone back is looked at again at its time', async () => {
  const { report } = await submitPothole(world, { contact: CONTACT })
  await askReporter(await Bernd(), { number: report.number, version: 1, text: 'Wo genau?', days: 2 })
  const until = new Date(world.now().getTime() + 2 * DAY_MS)
  const system = await world.asActor({ kind: 'system' }, FIRST_TOWN)
  expect(await expireQuestionIfDue(system, report.id)).toEqual(until)
})
