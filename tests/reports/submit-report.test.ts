import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AppError } from '../../server/errors.ts'
import { SubmitReport, submitReport } from '../../server/reports/submit-report.ts'
import { trackReport } from '../../server/reports/track-report.ts'
import { CITIZEN } from '../support/people.ts'
import { CONTACT, IN_FIRST_TOWN, IN_NEIGHBOUR, IN_NO_TOWN, POTHOLE, submitPothole } from '../support/reports.ts'
import { createWorld, NEIGHBOUR, type World } from '../support/world.ts'

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

describe('submitting a report', () => {
  it('files it with the right department, a number and a secret link', async () => {
    const { report, trackingToken } = await submitPothole(world, { contact: CONTACT })
    expect(report).toMatchObject({
      status: 'received',
      department: 'roads',
      visibility: 'shown',
      textVisibility: 'waiting',
    })
    expect(report.routedBecause).toEqual({ by: 'category', category: 'pothole', department: 'roads' })
    const tracked = await trackReport(await world.as(CITIZEN), trackingToken)
    expect(tracked.own?.description).toBe(POTHOLE.description)
    expect(tracked.shown.description).toBeNull()
  })

  it('numbers the reports of a town without gaps, refused ones in between', async () => {
    const first = await submitPothole(world)
    await failure(submitPothole(world, { category: 'no-such-category' }))
    await failure(submitPothole(world, IN_NEIGHBOUR))
    const second = await submitPothole(world)
    expect(second.report.number).toBe(first.report.number + 1)
  })

  it('numbers many that come at once without a gap or a pair', async () => {
    const { report } = await submitPothole(world)
    const many = await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        n % 4 === 3
          ? failure(submitPothole(world, { category: 'none' }))
          : submitPothole(world).then((done) => done.report.number),
      ),
    )
    const numbers = many.filter((one) => typeof one === 'number').sort((a, b) => a - b)
    expect(numbers).toEqual(Array.from({ length: 30 }, (_, n) => report.number + 1 + n))
  })

  it('names the neighbour for a place that is theirs', async () => {
    const error = await failure(submitPothole(world, IN_NEIGHBOUR))
    expect(error).toMatchObject({
      code: 'conflict',
      reason: 'other_town',
      facts: { town: { key: 'herford', name: 'Herford' } },
    })
  })

  it('refuses a place that is in no town', async () => {
    const error = await failure(submitPothole(world, IN_NO_TOWN))
    expect(error).toMatchObject({ code: 'invalid', errors: [{ pointer: '/lat', reason: 'outside_all_towns' }] })
  })

  it('takes an address without a point', async () => {
    const { report } = await submitPothole(world, { lat: undefined, lon: undefined, address: 'Asper Straße 8' })
    expect(report).toMatchObject({ lat: null, lon: null, placeSource: 'words' })
  })

  it.each([
    ['gps', 'gps'],
    ['address', 'address'],
    [undefined, 'point'],
    ['words', 'point'],
    ['satellite', 'point'],
  ])('keeps how the place came about: %s as %s', async (placeSource, kept) => {
    const input = SubmitReport.parse({
      category: 'pothole',
      description: 'Ein Loch.',
      answers: { size: 'hand', 'two-wheelers': false },
      ...IN_FIRST_TOWN,
      placeSource,
    })
    const { report } = await submitReport(await world.as(CITIZEN), input, { intakeChannel: 'web' })
    expect(report.placeSource).toBe(kept)
  })

  it('refuses half a point and no place at all', async () => {
    const half = await failure(submitPothole(world, { lon: undefined }))
    expect(half?.errors).toEqual([{ pointer: '/lon', reason: 'place_half' }])
    const none = await failure(submitPothole(world, { lat: undefined, lon: undefined }))
    expect(none?.errors).toEqual([{ pointer: '/lat', reason: 'place_missing' }])
  })

  it('keeps the answers with the question as it was asked', async () => {
    const { trackingToken } = await submitPothole(world, { answers: { size: 'wheel', unknown: 'x' } })
    const { own } = await trackReport(await world.as(CITIZEN), trackingToken)
    expect(own?.answers).toHaveLength(1)
    expect(own?.answers[0]).toMatchObject({ key: 'size', value: 'wheel', label: expect.stringMatching(/\?$/) })
  })

  it('names the wrong answer', async () => {
    const error = await failure(submitPothole(world, { answers: { size: 'enormous' } }))
    expect(error?.errors).toEqual([{ pointer: '/answers/size', reason: 'answer_wrong' }])
  })
})

describe('the same key twice', () => {
  it('answers with the report of then', async () => {
    const ctx = await world.as(CITIZEN)
    const once = await submitReport(ctx, POTHOLE, { intakeChannel: 'api', key: 'key-number-1' })
    const again = await submitReport(ctx, { ...POTHOLE }, { intakeChannel: 'api', key: 'key-number-1' })
    expect(again).toMatchObject({ replayed: true, trackingToken: once.trackingToken })
    expect(again.report.number).toBe(once.report.number)
  })

  it('files one report when both come at once', async () => {
    const ctx = await world.as(CITIZEN)
    const twins = await Promise.all(
      [1, 2, 3].map(() => submitReport(ctx, POTHOLE, { intakeChannel: 'api', key: 'key-of-twins' })),
    )
    expect(new Set(twins.map(({ report }) => report.number)).size).toBe(1)
    expect(twins.filter(({ replayed }) => !replayed)).toHaveLength(1)
  })

  it('refuses another content under it', async () => {
    const ctx = await world.as(CITIZEN)
    await submitReport(ctx, POTHOLE, { intakeChannel: 'api', key: 'key-number-2' })
    const error = await failure(
      submitReport(
        ctx,
        { ...POTHOLE, description: 'Etwas ganz anderes.' },
        { intakeChannel: 'api', key: 'key-number-2' },
      ),
    )
    expect(error).toMatchObject({ code: 'invalid', reason: 'key_reused' })
  })

  it('is another key in another town', async () => {
    const first = await submitReport(await world.as(CITIZEN), POTHOLE, { intakeChannel: 'api', key: 'key-number-3' })
    const there = await submitReport(
      await world.as(CITIZEN, NEIGHBOUR),
      { ...POTHOLE, ...IN_NEIGHBOUR },
      { intakeChannel: 'api', key: 'key-number-3' },
    )
    expect(there.replayed).toBe(false)
    expect(there.report.id).not.toBe(first.report.id)
  })
})

it('a secret link of one town is unknown in the other', async () => {
  const { trackingToken } = await submitPothole(world)
  const error = await failure(trackReport(await world.as(CITIZEN, NEIGHBOUR), trackingToken))
  expect(error).toMatchObject({ code: 'gone', reason: 'link_dead' })
})
