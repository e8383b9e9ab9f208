/** The living map below all pins: veil, boundary, scale, and tiles where a town has them. */
import * as L from 'leaflet'
import 'leaflet/dist/leaflet.css'
import type { Bounds, Ground, Position } from './types.ts'

/** Street level; beyond it most base maps have no tiles. */
const MAX_ZOOM = 19
/** Room around the town, px. */
const EDGE = 24
const WORLD: L.LatLngTuple[] = [
  [-85, -360],
  [-85, 360],
  [85, 360],
  [85, -360],
]

/** Streets and houses can be told apart; on a bare boundary only a part of town that still shows where it is. */
export const nearZoom = ({ tiles }: Ground) => (tiles ? 17 : 13)

export const toLatLng = ([lon, lat]: Position): L.LatLngTuple => [lat, lon]
export const toBounds = ([west, south, east, north]: Bounds) => L.latLngBounds([south, west], [north, east])

export const mayMove = () => !matchMedia('(prefers-reduced-motion: reduce)').matches

/**
 * Puts a map into the canvas of `frame` and takes the picture away once it stands.
 * @param name what the map is called, with the keys that work on it
 */
export function startMap(frame: HTMLElement, ground: Ground, name: string): L.Map {
  const canvas = frame.querySelector<HTMLElement>('.map-canvas') ?? frame
  const box = document.createElement('div')
  box.className = 'map-live'
  canvas.prepend(box)
  const moving = mayMove()
  const map = L.map(box, {
    attributionControl: false,
    zoomControl: false,
    zoomAnimation: moving,
    fadeAnimation: moving,
    markerZoomAnimation: moving,
    inertia: moving,
    maxZoom: MAX_ZOOM,
    maxBoundsViscosity: 0.8,
  })
  // Without the role a screen reader keeps the arrow keys for itself.
  box.setAttribute('role', 'application')
  box.setAttribute('aria-label', name)
  // Leaflet takes the focus at every press, which browsers take for the keyboard's.
  box.addEventListener('pointerdown', () => box.classList.add('is-pointed'))
  for (const type of ['keydown', 'blur']) box.addEventListener(type, () => box.classList.remove('is-pointed'))
  const extent = toBounds(ground.bounds)
  map.fitBounds(extent, { padding: [EDGE, EDGE], animate: false })
  boundZoom(map, extent)
  map.on('resize', () => boundZoom(map, extent))
  map.setMaxBounds(extent.pad(0.75))
  drawGround(map, ground)
  canvas.querySelector('.boundary-picture')?.remove()
  return map
}

/** Two steps beyond the whole town and no further; a map that is not shown yet has no size to say what that is. */
function boundZoom(map: L.Map, extent: L.LatLngBounds) {
  const { x, y } = map.getSize()
  if (Math.min(x, y) <= 2 * EDGE) return void map.setMinZoom(0)
  map.setMinZoom(Math.max(map.getBoundsZoom(extent, false, L.point(2 * EDGE, 2 * EDGE)) - 2, 0))
}

function drawGround(map: L.Map, { outline, tiles }: Ground) {
  if (tiles) {
    map.getContainer().classList.add('map-has-tiles')
    L.tileLayer(tiles.url, { maxZoom: MAX_ZOOM }).addTo(map)
  }
  const rings = outline.map((ring) => ring.map(toLatLng))
  const drawn = { interactive: false, smoothFactor: 0.8 }
  L.polygon([WORLD, ...rings], { ...drawn, stroke: false, fillOpacity: 1, className: 'map-veil' }).addTo(map)
  for (const className of ['map-casing', 'map-border']) L.polyline(rings, { ...drawn, className }).addTo(map)
  L.control.scale({ imperial: false, position: 'bottomright' }).addTo(map)
}
