import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boundsOf, isInside } from '../../client/map/outline.ts'
import { degrees } from '../../client/map/place-fields.ts'
import type { Outline } from '../../client/map/types.ts'

const square = (w: number, s: number, size: number): Outline[number] => [
  [w, s],
  [w + size, s],
  [w + size, s + size],
  [w, s + size],
  [w, s],
]

/** A town with a hole, and an exclave beside it. */
const TOWN: Outline = [square(0, 0, 10), square(4, 4, 2), square(20, 0, 3)]

test('inside, in the hole, in the exclave, between', () => {
  expect(isInside([1, 1], TOWN)).toBe(true)
  expect(isInside([5, 5], TOWN)).toBe(false)
  expect(isInside([21, 1], TOWN)).toBe(true)
  expect(isInside([15, 1], TOWN)).toBe(false)
})

test('says the same as the server', () => {
  const geometry = { type: 'MultiPolygon' as const, coordinates: [[TOWN[0]!, TOWN[1]!], [TOWN[2]!]] }
  const degree = fc.double({ min: -2, max: 25, noNaN: true }).filter((value) => !Number.isInteger(value))
  fc.assert(
    fc.property(degree, degree, (lon, lat) => {
      expect(isInside([lon, lat], TOWN)).toBe(booleanPointInPolygon([lon, lat], geometry))
    }),
  )
})

test('the box around all rings', () => {
  expect(boundsOf(TOWN)).toEqual([0, 0, 23, 10])
})

test.each([
  ['52.08', 52.08],
  [' 52,08 ', 52.08],
  ['0', 0],
  ['-8.5', -8.5],
  ['', undefined],
  [undefined, undefined],
  ['91', undefined],
  ['zwei', undefined],
])('degrees typed as %j', (text, value) => {
  expect(degrees(text, 90)).toBe(value)
})
