/** Pins and clusters that follow the map, and the card of the one that was tapped. */
import * as L from 'leaflet'
import { h, render } from 'preact'
import { askInPassing } from '../ui/ask-in-passing.ts'
import { listBeside } from './list-beside.ts'
import { mayMove, toBounds, toLatLng } from './live-ground.ts'
import { clusterMarker, pinMarker, showChosen } from './live-marks.ts'
import { joinedAtOneSpot } from './one-spot.ts'
import { PinCard } from './PinCard.tsx'
import type { TownMapProps } from './TownMap.tsx'
import type { Bounds, Cluster, MapFeature, MapFeatures, Pin, Position } from './types.ts'

/** Rest after a movement before asking: a drag ends in several small ones. */
const REST_MS = 150
/** Degrees around one spot, some two metres: what is written with five decimals must lie within. */
const SPOT = 0.00002
/** Half a chosen pin in px; it is twice as high as wide of its point. */
const PIN_ROOM = 32

export function liveReports(map: L.Map, canvas: HTMLElement, props: TownMapProps) {
  const { mapUrl, query, pins, bounds, words } = props
  const layer = L.layerGroup().addTo(map)
  const cardPlace = canvas.appendChild(document.createElement('div'))
  cardPlace.setAttribute('aria-live', 'polite')
  let features = pins
  let markers = new Map<number, { marker: L.Marker; pin: Pin }>()
  let chosen: number | undefined
  let asking: AbortController | undefined
  let rest: ReturnType<typeof setTimeout>
  const list = listOf(props, {
    onPoint: (number) => lift(number ?? chosen),
    onAll: () => map.fitBounds(toBounds(bounds), { padding: [24, 24], animate: mayMove() }),
  })

  const draw = () => {
    layer.clearLayers()
    markers = new Map()
    for (const feature of joinedAtOneSpot(map, features)) layer.addLayer(markerOf(feature))
    lifted = undefined
    lift(chosen)
  }

  /** The pin of a row that is pointed at comes forward. */
  let lifted: number | undefined
  const lift = (number?: number) => {
    if (number === lifted) return
    for (const one of [lifted, number]) {
      const found = one === undefined ? undefined : markers.get(one)
      if (found) showChosen(found.marker, found.pin, one === number)
    }
    lifted = number
  }

  const markerOf = ({ properties, geometry }: MapFeature): L.Marker => {
    if (properties.kind === 'cluster') return clusterOf(geometry.coordinates, properties)
    const { number } = properties
    const marker = pinMarker(geometry.coordinates, properties)
      .on('click', () => choose(properties, geometry.coordinates))
      .on('mouseover', () => list?.mark(number, true))
      .on('mouseout', () => list?.mark(chosen, false))
    markers.set(number, { marker, pin: properties })
    return marker
  }

  const clusterOf = (place: Position, cluster: Cluster): L.Marker => {
    const title = words.cluster.replace('{count}', `${cluster.count}`).replace('{open}', `${cluster.open}`)
    return clusterMarker(place, cluster, title).on('click', () => {
      if (map.getZoom() >= map.getMaxZoom()) return void list?.open(around(cluster.bbox))
      const extent = toBounds(cluster.bbox)
      // All at one spot has no extent to zoom to: go one step closer at least.
      const zoom = Math.max(map.getBoundsZoom(extent.pad(0.2)), map.getZoom() + 1)
      map.setView(extent.getCenter(), Math.min(zoom, map.getMaxZoom()), { animate: mayMove(), duration: 0.4 })
    })
  }

  const choose = (pin?: Pin, place?: Position) => {
    chosen = pin?.number
    lift(chosen)
    list?.mark(chosen, false)
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
    const answer = await askInPassing<MapFeatures>(address(map, mapUrl, query), { signal: asking.signal })
    if (!answer) return
    features = answer.features
    draw()
  }

  const followWithList = () => {
    const shown = map.getBounds()
    if (shown.contains(toBounds(bounds))) list?.restore()
    else list?.follow([shown.getWest(), shown.getSouth(), shown.getEast(), shown.getNorth()])
  }

  draw()
  map.on('moveend', () => {
    clearTimeout(rest)
    rest = setTimeout(() => {
      void ask()
      followWithList()
    }, REST_MS)
  })
  map.on('click', () => choose())
  canvas.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && chosen !== undefined) close()
  })
  // The server did not know how much this screen shows.
  map.fire('moveend')
}

const around = ([west, south, east, north]: Bounds): Bounds => [west - SPOT, south - SPOT, east + SPOT, north + SPOT]

type ListEvents = Pick<Parameters<typeof listBeside>[0], 'onPoint' | 'onAll'>

function listOf({ listId, sectionUrl, query }: TownMapProps, events: ListEvents) {
  const list = listId && sectionUrl ? document.getElementById(listId) : null
  return list && sectionUrl ? listBeside({ list, sectionUrl, query, ...events }) : undefined
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
