/** Streets around one report. */
import { h, render } from 'preact'
import { nearZoom, startMap, toLatLng } from './live-ground.ts'
import { pinMarker } from './live-marks.ts'
import { MapButtons } from './MapButtons.tsx'
import type { PlaceMapProps } from './PlaceMap.tsx'

export function start(frame: HTMLElement, props: PlaceMapProps) {
  const { coordinates } = props.pin.geometry
  const map = startMap(frame, props, props.words.map)
  map.setView(toLatLng(coordinates), nearZoom(props), { animate: false })
  pinMarker(coordinates, props.pin.properties, true).addTo(map)
  const canvas = frame.querySelector<HTMLElement>('.map-canvas') ?? frame
  const onZoom = (by: 1 | -1) => map.setZoom(map.getZoom() + by)
  render(h(MapButtons, { words: props.words, onZoom }), canvas.appendChild(document.createElement('div')))
}
