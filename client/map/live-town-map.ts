/** The living map of a town's reports. */
import type * as L from 'leaflet'
import { h, render } from 'preact'
import { nearZoom, startMap } from './live-ground.ts'
import { liveReports } from './live-reports.ts'
import { MapButtons } from './MapButtons.tsx'
import { ownPlace } from './own-place.ts'
import type { TownMapProps } from './TownMap.tsx'

export function start(frame: HTMLElement, props: TownMapProps) {
  const map = startMap(frame, props, props.words.map)
  const canvas = frame.querySelector<HTMLElement>('.map-canvas') ?? frame
  const status = canvas.appendChild(noteLine())
  const tell = (text: string) => {
    status.textContent = text
  }
  const find = ownPlace(map, props.words, nearZoom(props), tell)
  const buttons = canvas.appendChild(document.createElement('div'))
  render(
    h(MapButtons, {
      words: props.words,
      onLocate: () => void find(),
      onZoom: (by) => map.setZoom(map.getZoom() + by),
    }),
    buttons,
  )
  liveReports(map, canvas, props)
  if (props.listId) leadToList(map, props.listId)
}

function noteLine(): HTMLElement {
  const line = document.createElement('p')
  line.className = 'map-note'
  line.setAttribute('role', 'status')
  return line
}

/** Pins take no focus; Enter goes to where the same reports can be read. */
function leadToList(map: L.Map, listId: string) {
  map.getContainer().addEventListener('keydown', (event) => {
    const list = event.key === 'Enter' ? document.getElementById(listId) : null
    if (!list) return
    event.preventDefault()
    if (!list.hasAttribute('tabindex')) list.tabIndex = -1
    list.focus()
    list.scrollIntoView({ block: 'nearest' })
  })
}
