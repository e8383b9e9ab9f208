/** The map beside the list: loaded when it is seen, chosen together with the list; where there is no room, by tab. */
import { PRESSED } from '../map/queue-events.ts'
import { whenNear } from '../map/when-near.ts'
import { chooseRow, chosenOf, chosenRow } from './selection.ts'

export function startQueueMap(): void {
  const frame = document.querySelector<HTMLElement>('[data-island="QueueMap"]')
  if (!frame) return
  bindTabs()
  whenNear(frame, async () => {
    const { start } = await import('../map/live-queue-map.ts')
    const row = chosenRow()
    start(frame, JSON.parse(frame.dataset.props ?? '{}'), row ? chosenOf(row) : undefined)
  })
  document.addEventListener(PRESSED, (event) => pressed((event as CustomEvent<number>).detail))
}

/** Its row scrolls into view; a report of another page is opened from the card of its pin. */
function pressed(number: number): void {
  const row = document.querySelector<HTMLElement>(`[data-row="${number}"]`)
  if (row) chooseRow(row)
}

function bindTabs(): void {
  const split = document.querySelector<HTMLElement>('[data-split]')
  const tabs = [...document.querySelectorAll<HTMLElement>('[data-tab]')]
  for (const tab of tabs) {
    tab.addEventListener('click', () => {
      split?.classList.toggle('shows-map', tab.dataset.tab === 'map')
      for (const one of tabs) one.setAttribute('aria-pressed', String(one === tab))
    })
  }
}
