import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { routeReport } from '../../server/routing/route-report.ts'
import type { Department, RoutingRule } from '../../tenants/schema.ts'

const department = (key: string, more: Partial<Department> = {}): Department => ({
  key,
  name: key,
  mailbox: `${key}@town.example`,
  dispatcher: false,
  categories: [],
  serves: [],
  ...more,
})

const town = {
  departments: [
    department('dispatch', { dispatcher: true }),
    department('roads', { categories: ['pothole', 'sign'] }),
    department('green', { categories: ['tree'] }),
    department('spa'),
  ],
  rules: [
    { category: 'tree', within: [8.7, 52, 8.8, 52.1], to: 'roads' },
    { category: 'tree', within: [8.74, 52.05, 8.75, 52.06], to: 'spa' },
    { category: 'sign', answer: { question: 'fault', is: 'overgrown' }, to: 'green' },
  ] as RoutingRule[],
  districts: [],
}
const today = '2026-11-16'
const inPark = { lat: 52.055, lon: 8.745 }
const inTown = { lat: 52.02, lon: 8.72 }

describe('routing', () => {
  it.each([
    ['the owner of the category', { category: 'pothole', point: inTown, answers: {} }, 'roads', 'category'],
    ['the smallest area that holds the place', { category: 'tree', point: inPark, answers: {} }, 'spa', 'rule'],
    ['the wider area outside it', { category: 'tree', point: inTown, answers: {} }, 'roads', 'rule'],
    [
      'the owner outside every area',
      { category: 'tree', point: { lat: 51, lon: 8 }, answers: {} },
      'green',
      'category',
    ],
    ['whoever the answer names', { category: 'sign', point: inTown, answers: { fault: 'overgrown' } }, 'green', 'rule'],
    [
      'whoever one of several answers names',
      { category: 'sign', point: null, answers: { fault: ['x', 'overgrown'] } },
      'green',
      'rule',
    ],
    [
      'the owner for another answer',
      { category: 'sign', point: inTown, answers: { fault: 'bent' } },
      'roads',
      'category',
    ],
    [
      'the dispatcher where the place decides and is not known',
      { category: 'tree', point: null, answers: {} },
      'dispatch',
      'no_point',
    ],
    [
      'the owner where the place decides nothing',
      { category: 'pothole', point: null, answers: {} },
      'roads',
      'category',
    ],
    ['the dispatcher when nobody owns it', { category: 'ufo', point: inTown, answers: {} }, 'dispatch', 'nobody'],
  ])('goes to %s', (_to, question, expected, by) => {
    expect(routeReport(town, { ...question, today })).toMatchObject({
      department: expected,
      because: { by, department: expected },
    })
  })

  it('always finds somebody of this town, and the same one again', () => {
    const question = fc.record({
      category: fc.constantFrom('pothole', 'tree', 'sign', 'ufo', ''),
      point: fc.option(fc.record({ lat: fc.double({ min: -90, max: 90 }), lon: fc.double({ min: -180, max: 180 }) })),
      answers: fc.dictionary(fc.constantFrom('fault', 'size'), fc.anything()),
      today: fc.constant(today),
    })
    fc.assert(
      fc.property(question, (asked) => {
        const routed = routeReport(town, asked)
        expect(town.departments.map(({ key }) => key)).toContain(routed.department)
        expect(routed.because.department).toBe(routed.department)
        expect(routeReport(town, asked)).toEqual(routed)
      }),
    )
  })
})
