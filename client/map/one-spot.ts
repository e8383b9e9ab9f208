/** Pins that lie on each other even at the last zoom become one mark, so that none hides another. */
import type * as L from 'leaflet'
import { toLatLng } from './live-ground.ts'
import { isClosed } from './marks.tsx'
import { boundsOf } from './outline.ts'
import type { MapFeature, Pin } from './types.ts'

/** Closer than this on the screen a finger cannot tell them apart. */
const APART_PX = 24

export function joinedAtOneSpot(map: L.Map, features: MapFeature[]): MapFeature[] {
  if (map.getZoom() < map.getMaxZoom()) return features
  const groups: { at: L.Point; of: MapFeature[] }[] = []
  for (const feature of features) {
    const at = map.latLngToLayerPoint(toLatLng(feature.geometry.coordinates))
    const group = groups.find((one) => one.at.distanceTo(at) < APART_PX)
    if (group && feature.properties.kind === 'pin') group.of.push(feature)
    else groups.push({ at, of: [feature] })
  }
  return groups.map(({ of }) => (of.length === 1 ? of[0]! : clusterOf(of as MapFeature<Pin>[])))
}

function clusterOf(pins: MapFeature<Pin>[]): MapFeature {
  const open = pins.filter(({ properties }) => !isClosed(properties.status)).length
  const bbox = boundsOf([pins.map(({ geometry }) => geometry.coordinates)])
  return { ...pins[0]!, properties: { kind: 'cluster', count: pins.length, open, bbox } }
}
