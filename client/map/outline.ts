/** Inside or outside of a town, as a hint for people; what counts is decided by the server. */
import type { Bounds, Outline, Position } from './types.ts'

/** Even-odd rule over all rings, so holes and exclaves need no order. */
export function isInside([lon, lat]: Position, outline: Outline): boolean {
  let inside = false
  for (const ring of outline) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [ax, ay] = ring[i]!
      const [bx, by] = ring[j]!
      if (ay > lat !== by > lat && lon < ((bx - ax) * (lat - ay)) / (by - ay) + ax) inside = !inside
    }
  }
  return inside
}

/** The smallest box around all rings. */
export function boundsOf(outline: Outline): Bounds {
  const bounds: Bounds = [180, 90, -180, -90]
  for (const [lon, lat] of outline.flat()) {
    bounds[0] = Math.min(bounds[0], lon)
    bounds[1] = Math.min(bounds[1], lat)
    bounds[2] = Math.max(bounds[2], lon)
    bounds[3] = Math.max(bounds[3], lat)
  }
  return bounds
}
