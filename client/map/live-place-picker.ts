/** The living map of the report form: tap, crosshair, arrows, own location and typed numbers set one pin. */
import type * as L from 'leaflet'
import { h, hydrate, render } from 'preact'
import { addressQuestions } from '../ui/address-questions.ts'
import { comeAlive } from '../ui/needs-script.ts'
import { mayMove, nearZoom, startMap, toLatLng } from './live-ground.ts'
import { draftMarker } from './live-marks.ts'
import { isLocationGranted } from './locate.ts'
import { MapButtons } from './MapButtons.tsx'
import { isInside } from './outline.ts'
import { ownPlace } from './own-place.ts'
import { DIRECTIONS, type Direction, PickerTools, type PickerToolsProps } from './PickerTools.tsx'
import type { PlacePickerProps } from './PlacePicker.tsx'
import { type PlaceOrigin, placeFields } from './place-fields.ts'
import { step } from './projection.ts'
import type { Position } from './types.ts'

/** One press of an arrow, in metres. */
const STEP = 2
/** A row of presses is told once. */
const TELL_AFTER_MS = 500
const ON_MAP: PlaceOrigin = { source: 'map' }

export function start(frame: HTMLElement, props: PlacePickerProps) {
  const { words, outline } = props
  const map = startMap(frame, props, words.map)
  const tell = politely(frame)
  const fields = placeFields(frame.closest('form'), (place) => (place ? show(place, true) : take()))
  let pin: L.Marker | undefined

  const put = (place: Position) => {
    pin ??= draftMarker(place).addTo(map)
    pin.setLatLng(toLatLng(place))
    frame.classList.add('has-place')
  }

  /** The form has no place any more. */
  const take = () => {
    pin?.remove()
    pin = undefined
    tell('', 0)
  }

  const show = (place: Position, isToFollow: boolean) => {
    put(place)
    const isSeen = map.getZoom() >= nearZoom(props) && map.getBounds().pad(-0.1).contains(toLatLng(place))
    if (isToFollow && !isSeen) {
      map.setView(toLatLng(place), Math.max(map.getZoom(), nearZoom(props)), { animate: mayMove(), duration: 0.4 })
    }
    tell(isInside(place, outline) ? words.placeSet.replace('{place}', inWords(place)) : words.outside, TELL_AFTER_MS)
  }

  const set = (place: Position, origin: PlaceOrigin, isToFollow = false) => {
    fields.write(place, origin)
    show(place, isToFollow)
  }

  const centre = (): Position => [map.getCenter().lng, map.getCenter().lat]
  const move = (direction: Direction) => {
    const [east, north] = DIRECTIONS[direction]
    set(step(fields.read() ?? centre(), east * STEP, north * STEP), ON_MAP, true)
  }

  const find = ownPlace(map, words, nearZoom(props), (text) => tell(text, 0))
  const useOwnPlace = async () => {
    const found = await find()
    if (!found) return
    set(found.place, { source: 'gps', accuracy: found.accuracy })
    const accuracy = words.accuracy.replace('{metres}', `${Math.max(1, Math.round(found.accuracy))}`)
    tell(isInside(found.place, outline) ? accuracy : words.outside, 0)
  }

  map.on('click', ({ latlng }) => set([latlng.lng, latlng.lat], ON_MAP))
  onEnter(map, () => set(centre(), ON_MAP))
  addControls(frame, map, props, {
    onLocate: () => void useOwnPlace(),
    onMove: move,
    nearby: nearbyOf(props, () => fields.read() ?? centre()),
    onTake: ({ lat, lon }) => set([lon, lat], { source: 'address' }, true),
  })

  const already = fields.read()
  if (already) {
    map.setView(toLatLng(already), nearZoom(props), { animate: false })
    put(already)
    return
  }
  // Whoever has allowed it before need not press for it again.
  void isLocationGranted().then((isGranted) => {
    if (isGranted && !fields.read()) void useOwnPlace()
  })
}

function addControls(frame: HTMLElement, map: L.Map, { words }: PlacePickerProps, on: Omit<PickerToolsProps, 'words'>) {
  const canvas = frame.querySelector<HTMLElement>('.map-canvas') ?? frame
  const onZoom = (by: 1 | -1) => map.setZoom(map.getZoom() + by)
  const over = canvas.appendChild(document.createElement('div'))
  render(
    [
      h('p', { class: 'map-hint' }, words.hint),
      h('div', { class: 'map-crosshair' }),
      h(MapButtons, { words, onZoom, onLocate: on.onLocate }),
    ],
    over,
  )
  const below = frame.querySelector('.picker-below')
  if (!below) return
  hydrate(h(PickerTools, { words, ...on }), below)
  comeAlive(below)
}

/** Addresses around the pin, or around the middle of the map as long as there is none. */
function nearbyOf({ placesUrl }: PlacePickerProps, where: () => Position): PickerToolsProps['nearby'] {
  if (!placesUrl) return undefined
  const { around } = addressQuestions(placesUrl)
  return async () => {
    const [lon, lat] = where()
    const answer = await around({ lat: `${lat}`, lon: `${lon}` })
    return answer === 'stale' ? null : answer.items
  }
}

/** Enter on the map sets the place under the crosshair; it must not send the form. */
function onEnter(map: L.Map, act: () => void) {
  const box = map.getContainer()
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.target !== box) return
    event.preventDefault()
    act()
  })
}

function politely(frame: HTMLElement) {
  let timer: ReturnType<typeof setTimeout>
  return (text: string, after: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      const status = frame.querySelector('.map-status')
      if (status) status.textContent = text
    }, after)
  }
}

/** Four decimals are some ten metres: enough to hear that it moved, short enough to listen to. */
function inWords([lon, lat]: Position): string {
  const format = new Intl.NumberFormat(document.documentElement.lang || 'de', { minimumFractionDigits: 4 })
  return [lat, lon].map((value) => `${format.format(Number(value.toFixed(4)))}°`).join(', ')
}
