/** Web Mercator on a unit square (EPSG:3857 without its metres), and steps on the ground. */
import type { Bounds, Position } from './types.ts'

/** Web Mercator ends here: beyond it the plane would be higher than wide. */
const MAX_LAT = 85.051129
const METRES_PER_DEGREE = 111_320

/** `[lon, lat]` to `[x, y]` in 0…1, y downwards. */
export function mercator([lon, lat]: Position): [number, number] {
  const phi = (Math.max(-MAX_LAT, Math.min(MAX_LAT, lat)) * Math.PI) / 180
  return [(lon + 180) / 360, (1 - Math.asinh(Math.tan(phi)) / Math.PI) / 2]
}

/** A projection that fits `bounds` into `width` × `height`, centred, with `margin` free on every side. */
export function fitInto(bounds: Bounds, width: number, height: number, margin: number) {
  const [left, top] = mercator([bounds[0], bounds[3]])
  const [right, bottom] = mercator([bounds[2], bounds[1]])
  const spanX = Math.max(right - left, Number.EPSILON)
  const spanY = Math.max(bottom - top, Number.EPSILON)
  const scale = Math.min((width - 2 * margin) / spanX, (height - 2 * margin) / spanY)
  const [middleX, middleY] = [(left + right) / 2, (top + bottom) / 2]
  return (position: Position): [number, number] => {
    const [x, y] = mercator(position)
    return [tenth(width / 2 + (x - middleX) * scale), tenth(height / 2 + (y - middleY) * scale)]
  }
}

/** The place so many metres further east and north. */
export function step([lon, lat]: Position, east: number, north: number): Position {
  const shrink = Math.max(Math.cos((lat * Math.PI) / 180), 0.01)
  return [lon + east / (METRES_PER_DEGREE * shrink), lat + north / METRES_PER_DEGREE]
}

/** A tenth of a unit is finer than a screen shows and halves the size of a drawn boundary. */
const tenth = (value: number) => Math.round(value * 10) / 10
