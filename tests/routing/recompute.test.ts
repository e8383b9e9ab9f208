/** Random places and answers always route, and computing again gives what was stored. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dayOf } from '../../client/i18n/index.ts'
import type { RegisteredTown } from '../../server/context.ts'
import { AppError } from '../../server/errors.ts'
import { readReport } from '../../server/reports/read-report.ts'
import { SubmitReport, submitReport } from '../../server/reports/submit-report.ts'
import { reasonInWords } from '../../server/routing/reason-in-words.ts'
import { routeReport } from '../../server/routing/route-report.ts'
import type { Question } from '../../tenants/catalogue-schema.ts'
import { CITIZEN } from '../support/people.ts'
import { createWorld, FIRST_TOWN, type World } from '../support/world.ts'

let world: World
let town: RegisteredTown
beforeAll(async () => {
  world = await createWorld()
  town = (await world.deps.registry.town(FIRST_TOWN))!
})
afterAll(() => world.close())

function answerTo({ type, options }: Question): fc.Arbitrary<unknown> {
  const keys = options?.map(({ key }) => key) ?? ['-']
  switch (type) {
    case 'yes_no':
      return fc.boolean()
    case 'one_of':
      return fc.constantFrom(...keys)
    case 'several_of':
      return fc.subarray(keys, { minLength: 1 })
    case 'number':
      return fc.integer({ min: 0, max: 50 })
    case 'date':
      return fc.constant('2026-11-30')
    default:
      return fc.constantFrom('4711', 'neben der Bank')
  }
}

const report = () =>
  fc.constantFrom(...town.categories).chain((category) => {
    const [west, south, east, north] = town.bounds
    return fc.record({
      category: fc.constant(category.key),
      description: fc.constant('Etwas ist kaputt'),
      place: fc.oneof(
        fc.record({
          lat: fc.double({ min: south, max: north, noNaN: true }),
          lon: fc.double({ min: west, max: east, noNaN: true }),
        }),
        fc.record({ address: fc.constant('Lange Straße 12') }),
      ),
      answers: fc.record(
        Object.fromEntries(category.questions.map((question) => [question.key, answerTo(question)])),
        category.questions.some(({ required }) => required) ? {} : { requiredKeys: [] },
      ),
      contact: fc.constant({ email: 'anna@post.example' }),
    })
  })

/** Said in words and owed to another town: the neighbour's place, the county's matter; or an order without an address. */
const ELSEWHERE = new Set(['other_town', 'outside_all_towns', 'county_answers', 'invalid'])

describe('routing', () => {
  it('always finds somebody, and the stored target and reason come out again', async () => {
    let filed = 0
    const elsewhere = new Set<string>()
    await fc.assert(
      fc.asyncProperty(report(), async ({ place, ...input }) => {
        const citizen = await world.as(CITIZEN)
        const sent = SubmitReport.parse({ ...input, ...place })
        const submitted = await submitReport(citizen, sent, { intakeChannel: 'api' }).catch((error: unknown) => error)
        if (submitted instanceof AppError) {
          expect(ELSEWHERE).toContain(submitted.reason)
          elsewhere.add(submitted.reason)
          return
        }
        if (submitted instanceof Error) throw submitted
        const { number } = (submitted as Awaited<ReturnType<typeof submitReport>>).report
        const { report, text } = await readReport(await world.as(world.people.Clara), { number })
        const answers = Object.fromEntries(text!.answers.map(({ key, value }) => [key, value]))
        const point = report.lat === null ? null : { lat: report.lat, lon: report.lon! }
        const again = routeReport(town, { category: report.category, point, answers, today: dayOf(world.now()) })
        expect([again.department, again.because]).toEqual([report.department, report.routedBecause])
        expect(town.departments.map(({ key }) => key)).toContain(report.department)
        expect(reasonInWords('de', town, report.routedBecause, report.category)).toMatch(/\w.*\.$/)
        filed++
      }),
      { numRuns: 300 },
    )
    expect(filed).toBeGreaterThan(50)
    expect([...elsewhere]).toEqual(expect.arrayContaining(['other_town']))
  })
})
