import type { Polygon } from 'geojson'
import { describe, expect, it } from 'vitest'
import { overlapShare, samplePoints } from '../../server/towns/area-relations.ts'

/** A square of tenths of a degree, some 7 by 11 km. */
function square(west: number, south: number, size = 0.1): Polygon {
  const [east, north] = [west + size, south + size]
  return {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  }
}
const withHole = (outer: Polygon, hole: Polygon): Polygon => ({
  type: 'Polygon',
  coordinates: [...outer.coordinates, ...hole.coordinates],
})
/** Metres to degrees of longitude at 52° north. */
const metres = (m: number) => m / 68_500

describe('two areas', () => {
  it.each([
    ['far apart', square(8, 52), square(9, 52), 0],
    ['that share a border', square(8, 52), square(8.1, 52), 0],
    ['drawn fifty metres differently', square(8, 52), square(8.1 - metres(50), 52), 0],
    ['that are the same', square(8, 52), square(8, 52), 1],
    ['half over each other', square(8, 52), square(8.05, 52), 0.5],
    ['one inside the other', square(8, 52), square(8.025, 52.025, 0.05), 1],
    ['one inside the other’s hole', withHole(square(8, 52), square(8.02, 52.02, 0.06)), square(8.02, 52.02, 0.06), 0],
  ])('%s share what they share', (_which, one, other, share) => {
    expect(overlapShare(one, other)).toBeCloseTo(share, 0.5)
    expect(overlapShare(other, one)).toBeCloseTo(share, 0.5)
    if (share === 0) expect(overlapShare(one, other)).toBe(0)
  })

  it('share something as soon as a tongue reaches in deep', () => {
    const share = overlapShare(square(8, 52), square(8.1 - metres(300), 52))
    expect(share).toBeGreaterThan(0)
    expect(share).toBeLessThan(0.1)
  })
})

it('places looked at lie inside, also in an area that is all border', () => {
  expect(samplePoints(square(8, 52))).toHaveLength(576)
  const sliver: Polygon = {
    type: 'Polygon',
    coordinates: [
      [
        [8, 52],
        [8.1, 52.1],
        [8.1, 52.1001],
        [8, 52],
      ],
    ],
  }
  expect(samplePoints(sliver).length).toBeGreaterThan(0)
})
