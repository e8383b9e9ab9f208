import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitInto, mercator, step } from '../../client/map/projection.ts'
import type { Bounds, Position } from '../../client/map/types.ts'

const lon = fc.double({ min: -180, max: 180, noNaN: true })
const lat = fc.double({ min: -84, max: 84, noNaN: true })

test('the plane is a unit square with Greenwich on the equator in its middle', () => {
  expect(mercator([0, 0])).toEqual([0.5, 0.5])
  expect(mercator([-180, 85.051129])[0]).toBe(0)
  expect(mercator([-180, 85.051129])[1]).toBeCloseTo(0, 6)
  expect(mercator([180, -90])[1]).toBeCloseTo(1, 6)
})

/** Reference from EPSG:3857: 8.75° E, 52.09° N is 974045.5 m east, 6816092 m north; half the world 20037508.34 m. */
test('agrees with the formula of EPSG:3857', () => {
  const half = 20037508.342789244
  const [x, y] = mercator([8.75, 52.09])
  expect((x - 0.5) * 2 * half).toBeCloseTo((8.75 * half) / 180, 3)
  const north = (Math.log(Math.tan(Math.PI / 4 + (52.09 * Math.PI) / 360)) / Math.PI) * half
  expect((0.5 - y) * 2 * half).toBeCloseTo(north, 3)
})

test('whatever lies in the bounds lies inside the margins', () => {
  fc.assert(
    fc.property(
      lon,
      lat,
      fc.double({ min: 0.001, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (w, s, size, at) => {
        const bounds: Bounds = [w, s, w + size, s + size]
        const [x, y] = fitInto(bounds, 800, 640, 56)([w + size * at, s + size * at])
        expect(x).toBeGreaterThanOrEqual(55.9)
        expect(x).toBeLessThanOrEqual(744.1)
        expect(y).toBeGreaterThanOrEqual(55.9)
        expect(y).toBeLessThanOrEqual(584.1)
      },
    ),
  )
})

test('bounds without extent are drawn in the middle', () => {
  expect(fitInto([8, 52, 8, 52], 800, 640, 56)([8, 52])).toEqual([400, 320])
})

test('a step and back leads to the same place, and 2 m are 2 m', () => {
  fc.assert(
    fc.property(lon, fc.double({ min: -80, max: 80, noNaN: true }), (x, y) => {
      const there = step([x, y], 0, 2)
      const [backX, backY] = step(there, 0, -2)
      expect(backX).toBeCloseTo(x, 9)
      expect(backY).toBeCloseTo(y, 9)
      expect(metres([x, y], step([x, y], 2, 0))).toBeCloseTo(2, 1)
    }),
  )
})

/** Haversine on a sphere of 6371 km. */
function metres([ax, ay]: Position, [bx, by]: Position): number {
  const rad = Math.PI / 180
  const h =
    Math.sin(((by - ay) * rad) / 2) ** 2 +
    Math.cos(ay * rad) * Math.cos(by * rad) * Math.sin(((bx - ax) * rad) / 2) ** 2
  return 2 * 6_371_000 * Math.asin(Math.sqrt(h))
}
