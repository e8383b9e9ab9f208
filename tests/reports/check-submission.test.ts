/** What a category, a border and a county demand of a new report. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AppError } from '../../server/errors.ts'
import { readReport } from '../../server/reports/read-report.ts'
import { SubmitReport, submitReport } from '../../server/reports/submit-report.ts'
import { placeBeyond } from '../support/border.ts'
import { CITIZEN } from '../support/people.ts'
import { CONTACT, IN_NO_TOWN, POTHOLE } from '../support/reports.ts'
import { createWorld, NEIGHBOUR, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const submit = async (input: object, town?: string) =>
  submitReport(await world.as(CITIZEN, town), SubmitReport.parse(input), { intakeChannel: 'web' })
const refusal = (input: object, town?: string) =>
  submit(input, town).then(
    () => null,
    (error: AppError) => error,
  )

const EXCHANGE = {
  category: 'bin-exchange',
  description: 'Mülltonne tauschen',
  address: 'Lange Straße 12, 32105 Bad Salzuflen',
  answers: {
    bin: 'paper',
    'old-size': 'l120',
    'new-size': 'l240',
    reason: 'household-larger',
    'wished-for': '2026-12-01',
  },
  contact: CONTACT,
}

describe('a service order', () => {
  it('belongs to an address, goes to its department and is never public', async () => {
    const { report } = await submit({ ...EXCHANGE, lat: 52.0862, lon: 8.7443 })
    expect(report).toMatchObject({
      department: 'depot',
      lat: null,
      lon: null,
      placeSource: 'words',
      visibility: 'hidden',
      textVisibility: 'hidden',
    })
    const { text, actions } = await readReport(await world.as(world.people.Clara), { number: report.number })
    expect(text?.address).toBe(EXCHANGE.address)
    expect(actions.filter((action) => action.startsWith('publish'))).toEqual([])
  })

  it.each([
    ['an address', { address: undefined, lat: 52.0862, lon: 8.7443 }, '/address', 'address_missing'],
    ['a way to answer', { contact: { name: 'Anna' } }, '/contact/email', 'contact_missing'],
    ['its answers', { answers: {} }, '/answers/bin', 'answer_missing'],
  ])('needs %s', async (_what, without, pointer, reason) => {
    expect((await refusal({ ...EXCHANGE, ...without }))?.errors).toContainEqual({ pointer, reason })
  })

  it('says everything that is missing at once', async () => {
    const error = await refusal({ ...EXCHANGE, address: undefined, contact: {}, answers: {} })
    expect(error?.errors.map(({ pointer }) => pointer)).toEqual(
      expect.arrayContaining(['/address', '/contact/email', '/answers/bin', '/answers/reason']),
    )
  })

  it('is not there for the neighbour’s clerk', async () => {
    const { report } = await submit(EXCHANGE)
    await expect(readReport(await world.as(world.people.Dirk), { number: report.number })).rejects.toMatchObject({
      code: 'not_found',
    })
  })
})

describe('near a border', () => {
  const near = { ...POTHOLE, ...placeBeyond('bad-salzuflen', NEIGHBOUR, [20, 80]) }
  const far = { ...POTHOLE, ...placeBeyond('bad-salzuflen', NEIGHBOUR, [150, 400]) }

  it('the neighbour is offered, and how near it is', async () => {
    const error = await refusal(near)
    expect(error).toMatchObject({ reason: 'other_town', facts: { town: { key: NEIGHBOUR } } })
    expect(error?.facts.metres).toBeLessThanOrEqual(100)
  })

  it('the town can be chosen all the same, and the reason says so', async () => {
    const { report } = await submit({ ...near, townChosen: true })
    expect(report.routedBecause).toMatchObject({
      by: 'category',
      border: { other: NEIGHBOUR, otherName: 'Herford', metres: expect.any(Number) },
    })
  })

  it('the same place is the neighbour’s without a choice', async () => {
    const { report } = await submit(near, NEIGHBOUR)
    expect(report.routedBecause.border).toBeUndefined()
  })

  it('a choice counts for nothing farther away', async () => {
    expect(await refusal({ ...far, townChosen: true })).toMatchObject({ reason: 'other_town' })
    expect((await refusal(far))?.facts).not.toHaveProperty('metres')
    expect(await refusal({ ...POTHOLE, ...IN_NO_TOWN, townChosen: true })).toMatchObject({
      reason: 'outside_all_towns',
    })
  })
})

describe('what the county answers for', () => {
  const inTheWoods = {
    ...POTHOLE,
    category: 'fly-tipping',
    answers: { site: 'nature' },
  }

  it('is offered to the county, which takes it', async () => {
    expect(await refusal(inTheWoods)).toMatchObject({
      reason: 'county_answers',
      facts: { town: { key: 'kreis-lippe' } },
    })
    const { report } = await submit(inTheWoods, 'kreis-lippe')
    expect(report.department).toBe('environment')
  })

  it('stays with the town for every other answer', async () => {
    const { report } = await submit({ ...inTheWoods, answers: { site: 'street' } })
    expect(report.department).toBe('depot')
  })
})

describe('an answer that means danger', () => {
  it('makes the report urgent: marked, and due on the next working day', async () => {
    const calm = (await submit({ ...POTHOLE, category: 'tree', answers: { fault: 'overgrown' } })).report
    const urgent = (await submit({ ...POTHOLE, category: 'tree', answers: { fault: 'falling' } })).report
    expect([calm.priority, urgent.priority]).toEqual(['normal', 'urgent'])
    expect(urgent.answerDueAt).toEqual(new Date(world.now().getTime() + 86_400_000))
    expect(calm.answerDueAt > urgent.answerDueAt).toBe(true)
  })
})
