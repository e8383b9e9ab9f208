/** All municipalities of a file of official boundaries, their geometry held to be valid. Pure. */
import type { Feature, FeatureCollection } from 'geojson'
import { type BoundaryFault, boundaryFaults, repaired } from './boundary-validity.ts'
import { findOfficialArea, type OfficialArea } from './official-area.ts'

/** What was wrong with an area; `kept` repaired or left out. */
export type AreaFault = { ags: string; name: string; faults: BoundaryFault[]; kept: boolean }
export type OfficialAreas = { areas: OfficialArea[]; faults: AreaFault[]; otherFeatures: number }

/** Of a municipality; counties and Länder have shorter keys. */
const MUNICIPALITY = /^\d{8}$/

export function listMunicipalities(collection: FeatureCollection, agsPrefix = ''): OfficialAreas {
  const groups = new Map<string, Feature[]>()
  for (const feature of collection.features) {
    const ags = agsOf(feature)
    groups.set(ags, [...(groups.get(ags) ?? []), feature])
  }
  const result: OfficialAreas = { areas: [], faults: [], otherFeatures: 0 }
  for (const [ags, features] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (!MUNICIPALITY.test(ags)) result.otherFeatures += features.length
    else if (ags.startsWith(agsPrefix)) addArea(result, ags, { ...collection, features })
  }
  return result
}

const agsOf = ({ properties }: Feature): string => String(properties?.AGS ?? properties?.ags ?? '')

function addArea({ areas, faults }: OfficialAreas, ags: string, own: FeatureCollection): void {
  const area = findOfficialArea(own, ags)
  const name = area?.name ?? String(own.features[0]?.properties?.GEN ?? ags)
  if (!area) return void faults.push({ ags, name, faults: [{ kind: 'degenerate_ring', ring: 0 }], kept: false })
  const found = boundaryFaults(area.geometry)
  const geometry = found.length > 0 ? repaired(area.geometry) : area.geometry
  if (found.length > 0) faults.push({ ags, name, faults: found, kept: geometry !== null })
  if (geometry) areas.push({ ...area, geometry })
}
