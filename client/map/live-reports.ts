/** Pins and clusters that follow the map, and the card of the one that was tapped. */
import * as L from 'leaflet'
import { h, render } from 'preact'
import { mayMove, toBounds, toLatLng } from './live-ground.ts'
import { clusterMarker, pinMarker } from './live-marks.ts'
import { PinCard } from './PinCard.tsx'
import type { TownMapProps } from './TownMap.tsx'
import type { MapFeature, MapFeatures, Pin, Position } from './types.ts'

/** Rest after a movement before asking: a drag ends in several small ones. */
const REST_MS = 150
/** Half a chosen pin in px; it is twice as high as wide of its point. */
const PIN_ROOM = 32

export function liveReports(map: L.Map, canvas: HTMLElement, { mapUrl, query, pins, words }: TownMapProps) {
  const layer = L.layerGroup().addTo(map)
  const cardPlace = canvas.appendChild(document.createElement('div'))
  cardPlace.setAttribute('aria-live', 'polite')
  let features = pins
  let chosen: number | undefined
  let asking: AbortController | undefined
  let rest: ReturnType<typeof setTimeout>

  const draw = () => {
    layer.clearLayers()
    for (const feature of features) layer.addLayer(markerOf(feature))
  }

  const markerOf = ({ properties, geometry }: MapFeature): L.Marker => {
    if (properties.kind === 'pin') {
      return pinMarker(geometry.coordinates, properties, properties.number === chosen).on('click', () =>
        choose(properties, geometry.coordinates),
      )
    }
    const title = words.cluster.replace('{count}', `${properties.count}`).replace('{open}', `${properties.open}`)
    return clusterMarker(geometry.coordinates, properties, title).on('click', () => {
      const extent = toBounds(properties.bbox)
      // All at one spot has no extent to zoom to: go one step closer at least.
      const zoom = Math.max(map.getBoundsZoom(extent.pad(0.2)), map.getZoom() + 1)
      map.setView(extent.getCenter(), Math.min(zoom, map.getMaxZoom()), { animate: mayMove(), duration: 0.4 })
    })
  }

  const choose = (pin?: Pin, place?: Position) => {
    chosen = pin?.number
    draw()
    render(pin ? h(PinCard, { pin, words, onClose: close }) : null, cardPlace)
    if (place) showBeside(map, place, cardPlace)
  }

  const close = () => {
    choose()
    map.getContainer().focus({ preventScroll: true })
  }

  const ask = async () => {
    asking?.abort()
    asking = new AbortController()
    const answer = await fetch(address(map, mapUrl, query), { signal: asking.signal }).catch(() => undefined)
    // Offline or refused: what is shown stays shown.
    if (!answer?.ok) return
    features = ((await answer.json()) as MapFeatures).features
    draw()
  }

  draw()
  map.on('moveend', () => {
    clearTimeout(rest)
    rest = setTimeout(() => void ask().catch(() => undefined), REST_MS)
  })
  map.on('click', () => choose())
  canvas.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && chosen !== undefined) close()
  })
  // The server did not know how much this screen shows.
  map.fire('moveend')
}

/** Moves the map as little as is needed, so that the card does not hide the pin it speaks of. */
function showBeside(map: L.Map, place: Position, cardPlace: HTMLElement) {
  const card = cardPlace.firstElementChild
  const hidden = card ? map.getContainer().getBoundingClientRect().bottom - card.getBoundingClientRect().top : 0
  map.panInside(toLatLng(place), {
    paddingTopLeft: [PIN_ROOM, 2 * PIN_ROOM],
    paddingBottomRight: [PIN_ROOM, hidden + 8],
    animate: mayMove(),
  })
}

function address(map: L.Map, mapUrl: string, query?: string): string {
  const url = new URL(mapUrl, location.href)
  for (const [name, value] of new URLSearchParams(query)) url.searchParams.append(name, value)
  const shown = map.getBounds().pad(0.1)
  const bbox = [shown.getWest(), shown.getSouth(), shown.getEast(), shown.getNorth()]
  url.searchParams.set('bbox', bbox.map((degrees) => degrees.toFixed(5)).join(','))
  url.searchParams.set('zoom', `${map.getZoom()}`)
  return url.href
}
