/** The device's own place on a map: a dot, and a circle as large as the doubt. */
import * as L from 'leaflet'
import { mayMove, toLatLng } from './live-ground.ts'
import { type Located, locate } from './locate.ts'
import type { MapWords } from './types.ts'

/**
 * Shows the way of a request to the end: asking, found or why not.
 * @param maxZoom not nearer than this, however exact the device is
 * @param tell says a sentence politely
 * @returns the place, or nothing where it was refused
 */
export function ownPlace(map: L.Map, words: MapWords, maxZoom: number, tell: (text: string) => void) {
  const circle = L.circle([0, 0], { radius: 1, interactive: false, className: 'map-accuracy' })
  const dot = L.circleMarker([0, 0], { radius: 8, interactive: false, className: 'map-own' })
  return async (): Promise<Located | undefined> => {
    tell(words.locating)
    const found = await locate()
    if (typeof found === 'string') {
      tell(found === 'refused' ? words.locateRefused : words.locateFailed)
      return undefined
    }
    const at = toLatLng(found.place)
    circle.setLatLng(at).setRadius(found.accuracy).addTo(map)
    dot.setLatLng(at).addTo(map)
    map.setMaxBounds(
      map.options.maxBounds ? L.latLngBounds([at]).extend(map.options.maxBounds as L.LatLngBounds) : undefined,
    )
    map.fitBounds(circle.getBounds(), { maxZoom, animate: mayMove(), duration: 0.4 })
    tell('')
    return found
  }
}
