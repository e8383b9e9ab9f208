/** Marks as Leaflet markers. They take no focus: what a pin tells, its row in the list tells too. */
import * as L from 'leaflet'
import { type ComponentChild, h, render } from 'preact'
import { toLatLng } from './live-ground.ts'
import { type Box, ClusterMark, clusterSize, DRAFT_BOX, DraftMark, PinMark, pinBox } from './marks.tsx'
import type { Cluster, Pin, Position } from './types.ts'

const ON_TOP = 10_000

export function pinMarker(place: Position, pin: Pin, isChosen = false): L.Marker {
  const title = [pin.categoryName, pin.statusLabel, pin.address].filter(Boolean).join(', ')
  return marker(place, pinIcon(pin, isChosen), { title, zIndexOffset: isChosen ? ON_TOP : 0 })
}

/** A chosen pin is larger and lies on top; the others are as they were. */
export function showChosen(marker: L.Marker, pin: Pin, isChosen: boolean) {
  marker.setIcon(pinIcon(pin, isChosen)).setZIndexOffset(isChosen ? ON_TOP : 0)
}

function pinIcon({ status }: Pin, isChosen: boolean): L.DivIcon {
  return markIcon(h(PinMark, { status, isChosen }), pinBox(status, isChosen), isChosen ? 1.3 : 1)
}

export function clusterMarker(place: Position, { count, open }: Cluster, title: string): L.Marker {
  const size = clusterSize(count) + 4
  return marker(place, markIcon(h(ClusterMark, { count, open }), [-size / 2, -size / 2, size, size]), { title })
}

export const draftMarker = (place: Position) =>
  marker(place, markIcon(h(DraftMark, null), DRAFT_BOX), { interactive: false, zIndexOffset: ON_TOP })

function marker(place: Position, icon: L.DivIcon, options: L.MarkerOptions): L.Marker {
  return L.marker(toLatLng(place), { icon, keyboard: false, ...options })
}

/** Drawn into an element, because strings of HTML with `style=` would be refused by the page's policy. */
function markIcon(mark: ComponentChild, [x, y, width, height]: Box, scale = 1): L.DivIcon {
  const box = document.createElement('div')
  const size = { width: width * scale, height: height * scale }
  render(
    h('svg', { class: 'map-mark', viewBox: `${x} ${y} ${width} ${height}`, 'aria-hidden': 'true', ...size }, mark),
    box,
  )
  return L.divIcon({
    html: box,
    className: 'map-marker',
    iconSize: [size.width, size.height],
    iconAnchor: [-x * scale, -y * scale],
  })
}
