import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon'
import fc from 'fast-check'
import type { Polygon, Position } from 'geojson'
import { describe, expect, it } from 'vitest'
import { boundaryFaults, repaired } from '../../server/towns/boundary-validity.ts'

const polygon = (...coordinates: Position[][]): Polygon => ({ type: 'Polygon', coordinates })
const SQUARE: Position[] = [
  [8, 52],
  [9, 52],
  [9, 53],
  [8, 53],
  [8, 52],
]
const kindsOf = (area: Polygon) => boundaryFaults(area).map(({ kind }) => kind)

describe('faults of a boundary', () => {
  it('a square has none', () => expect(boundaryFaults(polygon(SQUARE))).toEqual([]))

  it.each([
    ['unclosed', SQUARE.slice(0, 4)],
    ['repeated_point', SQUARE.flatMap((point, i) => (i === 2 ? [point, point] : [point]))],
    ['not_degrees', SQUARE.map(([lon, lat]) => [lon! * 100_000, lat! * 100_000])],
    ['not_degrees', SQUARE.map(([lon]) => [lon!, Number.NaN])],
    ['degenerate_ring', [SQUARE[0]!, SQUARE[1]!, SQUARE[0]!]],
    ['self_intersection', [SQUARE[0]!, SQUARE[2]!, SQUARE[1]!, SQUARE[3]!, SQUARE[0]!]],
    ['self_touch', [...SQUARE.slice(0, 3), [8.5, 52], SQUARE[3]!, SQUARE[0]!]],
  ])('%s is found', (kind, ring) => expect(kindsOf(polygon(ring))).toContain(kind))

  it('a self-intersection is told with its place and its ring', () => {
    const knot = [SQUARE[0]!, SQUARE[2]!, SQUARE[1]!, SQUARE[3]!, SQUARE[0]!]
    expect(boundaryFaults(polygon(SQUARE, knot))).toContainEqual({
      kind: 'self_intersection',
      ring: 1,
      at: [8.5, 52.5],
    })
  })

  it('a hole that crosses the edge is found, one that touches it in a point is fine', () => {
    const across: Position[] = SQUARE.map(([lon, lat]) => [lon! + 0.5, lat! + 0.5])
    expect(kindsOf(polygon(SQUARE, across))).toEqual(['rings_cross'])
    const touching: Position[] = [
      [8, 52.5],
      [8.5, 52.4],
      [8.5, 52.6],
      [8, 52.5],
    ]
    expect(boundaryFaults(polygon(SQUARE, touching))).toEqual([])
  })
})

describe('repair', () => {
  it('closes, drops repeated points and rings without area', () => {
    const line: Position[] = [
      [8.2, 52.2],
      [8.3, 52.2],
      [8.2, 52.2],
    ]
    expect(repaired(polygon([SQUARE[0]!, ...SQUARE.slice(0, 4)], line))).toEqual(polygon(SQUARE))
  })

  it('a figure of eight becomes two parts', () => {
    const eight = repaired(polygon([SQUARE[0]!, SQUARE[2]!, SQUARE[1]!, SQUARE[3]!, SQUARE[0]!]))
    expect(eight?.type).toBe('MultiPolygon')
    expect(eight && boundaryFaults(eight)).toEqual([])
  })

  it('nothing is left of a line', () => {
    expect(repaired(polygon([SQUARE[0]!, SQUARE[1]!, SQUARE[0]!]))).toBeNull()
  })

  it('any tangle covers the same afterwards, by the even-odd rule', () => {
    const degree = fc.integer({ min: 0, max: 100_000 }).map((n) => 8 + n / 100_000)
    const tangle = fc.array(fc.tuple(degree, degree), { minLength: 3, maxLength: 7 })
    fc.assert(
      fc.property(tangle, fc.array(fc.tuple(degree, degree), { minLength: 20, maxLength: 20 }), (corners, points) => {
        const ring = [...corners, corners[0]!]
        const sound = repaired(polygon(ring))
        for (const [lon, lat] of points) {
          // Never exactly on an edge, where both answers are right.
          const point = [lon + 0.0000031, lat + 0.0000047]
          expect(sound !== null && booleanPointInPolygon(point, sound)).toBe(isOddlyAround(point, ring))
        }
      }),
    )
  })
})

/** Counts the edges a ray to the east crosses. */
function isOddlyAround([x, y]: Position, ring: Position[]): boolean {
  return ring.slice(1).reduce((odd, [bx, by], i) => {
    const [ax, ay] = ring[i] as [number, number]
    const crosses = ay > y! !== by! > y! && x! < ((bx! - ax) * (y! - ay)) / (by! - ay) + ax
    return crosses ? !odd : odd
  }, false)
}
