/** The living map beside a clerk's list. List and map share one selection: whoever chooses tells the other. */
import * as L from 'leaflet'
import { h, render } from 'preact'
import { askInPassing } from '../ui/ask-in-passing.ts'
import { mayMove, nearZoom, startMap, toBounds, toLatLng } from './live-ground.ts'
import { clusterMarker, pinMarker } from './live-marks.ts'
import { MapButtons } from './MapButtons.tsx'
import { CHOSEN, type Chosen, PRESSED } from './queue-events.ts'
import type { Ground, MapFeature, MapFeatures, Pin, Position, QueueMapWords } from './types.ts'

type Props = Ground & { mapUrl: string; query: string; pins: MapFeature[]; listId: string; words: QueueMapWords }

const REST_MS = 150
/** Half a chosen pin in px, and as much room around it. */
const PIN_ROOM = 48

export function start(frame: HTMLElement, props: Props, first?: Chosen) {
  const map = startMap(frame, props, props.words.map)
  const canvas = frame.querySelector<HTMLElement>('.map-canvas') ?? frame
  render(
    h(MapButtons, { words: props.words, onZoom: (by) => map.setZoom(map.getZoom() + by) }),
    canvas.appendChild(document.createElement('div')),
  )
  const layer = L.layerGroup().addTo(map)
  let features = props.pins
  let chosen = first

  const draw = () => {
    layer.clearLayers()
    for (const feature of features) layer.addLayer(markerOf(feature))
    const own = chosen && features.find(({ properties }) => isPin(properties) && properties.number === chosen?.number)
    // In a cluster, or not on this page: the chosen one is seen all the same.
    if (chosen?.place && !own) layer.addLayer(pinMarker(chosen.place, nameless(chosen), true))
  }
  const markerOf = ({ properties, geometry }: MapFeature): L.Marker => {
    if (!isPin(properties)) return clusterOf(map, geometry.coordinates, { properties, words: props.words })
    const isChosen = properties.number === chosen?.number
    const named = properties.isPrivate
      ? { ...properties, statusLabel: `${properties.statusLabel}, ${props.words.private}` }
      : properties
    return pinMarker(geometry.coordinates, named, isChosen).on('click', () => {
      chosen = { number: properties.number, place: geometry.coordinates }
      draw()
      document.dispatchEvent(new CustomEvent(PRESSED, { detail: properties.number }))
    })
  }

  followList(map, (detail) => {
    chosen = detail
    draw()
  })
  let rest: ReturnType<typeof setTimeout>
  map.on('zoomend', () => {
    clearTimeout(rest)
    rest = setTimeout(() => void ask(), REST_MS)
  })
  const ask = async () => {
    const zoom = map.getZoom()
    const answer = await askInPassing<MapFeatures>(`${props.mapUrl}?${props.query}&zoom=${zoom}`)
    if (!answer || map.getZoom() !== zoom) return
    features = answer.features
    draw()
  }
  leadToList(map, props.listId)
  showAll(map, props)
  draw()
  void ask()
  // Shown by a tab later, or the window has changed.
  let isSeen = hasRoom(map)
  new ResizeObserver(() => {
    map.invalidateSize()
    if (isSeen || !hasRoom(map)) return
    isSeen = true
    showAll(map, props)
  }).observe(map.getContainer())
}

const isPin = (properties: MapFeature['properties']): properties is Pin => properties.kind === 'pin'

/** Its row says the rest. */
const nameless = ({ number, status = 'received' }: Chosen): Pin => ({
  kind: 'pin',
  number,
  category: '',
  categoryName: `#${number}`,
  icon: '',
  status,
  statusLabel: '',
  url: '',
})

type ClusterAround = { properties: Extract<MapFeature['properties'], { kind: 'cluster' }>; words: QueueMapWords }

function clusterOf(map: L.Map, place: Position, { properties, words }: ClusterAround): L.Marker {
  const title = words.cluster.replace('{count}', `${properties.count}`).replace('{open}', `${properties.open}`)
  return clusterMarker(place, properties, title).on('click', () => {
    const extent = toBounds(properties.bbox)
    const zoom = Math.max(map.getBoundsZoom(extent.pad(0.2)), map.getZoom() + 1)
    map.setView(extent.getCenter(), Math.min(zoom, map.getMaxZoom()), { animate: mayMove(), duration: 0.4 })
  })
}

function followList(map: L.Map, choose: (chosen: Chosen) => void) {
  document.addEventListener(CHOSEN, (event) => {
    const { detail } = event as CustomEvent<Chosen>
    choose(detail)
    if (!detail.place) return
    map.panInside(toLatLng(detail.place), { padding: [PIN_ROOM, PIN_ROOM], animate: mayMove() })
  })
}

/** In less room than the pins need around them nothing can be fitted: the map would go as close as it can. */
function hasRoom(map: L.Map): boolean {
  const { x, y } = map.getSize()
  return Math.min(x, y) > 2 * PIN_ROOM
}

/** The reports of the page, not the whole town, when they lie close together. */
function showAll(map: L.Map, props: Props) {
  const places = props.pins.map(({ geometry }) => toLatLng(geometry.coordinates))
  if (places.length === 0) return
  map.fitBounds(L.latLngBounds(places), { padding: [PIN_ROOM, PIN_ROOM], maxZoom: nearZoom(props), animate: false })
}

function leadToList(map: L.Map, listId: string) {
  map.getContainer().addEventListener('keydown', (event) => {
    const list = event.key === 'Enter' ? document.getElementById(listId) : null
    if (!list) return
    event.preventDefault()
    list.focus()
  })
}
