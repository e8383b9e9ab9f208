/** What every map of a town is drawn on. */
import type { Ground } from '../../client/map/types.ts'
import type { RegisteredTown } from '../context.ts'

export function groundOf({ outline, bounds, attribution, map }: RegisteredTown): Ground {
  const tiles = map.tiles === 'direct' ? { url: map.url, attribution: map.attribution } : undefined
  return { outline, bounds, attribution, tiles }
}
