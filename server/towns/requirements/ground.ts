/** The town's boundary, by itself and beside its neighbours'. */
import { area } from '@turf/area'
import { overlapShare } from '../area-relations.ts'
import { type BoundaryFault, boundaryFaults } from '../boundary-validity.ts'
import { type Finding, hint, met, missing, type TownFacts } from './requirement.ts'

/** Share of a town's area that may lie in its neighbour: sources of different years differ by slivers. */
export const OVERLAP_TOLERANCE = 0.005
/** Untidy, but every program agrees on what lies inside. */
const HARMLESS: readonly BoundaryFault['kind'][] = ['self_touch', 'repeated_point']
const SQUARE_METRES_PER_KM2 = 1_000_000

export function boundaryValid({ boundary, town }: TownFacts): Finding {
  const squareMetres = area(boundary)
  if (!(squareMetres > 0)) return missing()
  const faults = boundaryFaults(boundary)
  const [worst] = [...faults.filter(({ kind }) => !HARMLESS.includes(kind)), ...faults]
  if (worst) {
    const [lon, lat] = worst.at ?? []
    const found: Finding['facts'] = lat === undefined ? {} : { lat: lat.toFixed(4), lon: lon!.toFixed(4) }
    return HARMLESS.includes(worst.kind) ? hint(found) : missing(found)
  }
  return met({ ags: town.ags, km2: Math.round(squareMetres / SQUARE_METRES_PER_KM2) })
}

export function neighboursApart({ boundary, neighbours }: TownFacts): Finding {
  const overlapping = neighbours
    .map(({ name, boundary: other }) => ({ name, share: overlapShare(boundary, other) }))
    .filter(({ share }) => share > OVERLAP_TOLERANCE)
  if (overlapping.length === 0) return met({ count: neighbours.length })
  return missing({ neighbours: overlapping.map(({ name, share }) => `${name} (${(share * 100).toFixed(1)} %)`) })
}
