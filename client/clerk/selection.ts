/** The chosen row of the queue: one at a time, the same on the map. Ticked rows are something else. */
import { CHOSEN, type Chosen } from '../map/queue-events.ts'

export const rowsShown = () => [...document.querySelectorAll<HTMLElement>('[data-row]')]
export const chosenRow = () => document.querySelector<HTMLElement>('[data-row].is-chosen')

/** @returns whether there are rows to move over */
export function moveBy(step: number): boolean {
  const rows = rowsShown()
  const at = rows.indexOf(chosenRow() as HTMLElement)
  const next = at < 0 ? rows[0] : rows[at + step]
  if (next) chooseRow(next)
  return rows.length > 0
}

export function chooseRow(row: HTMLElement): void {
  mark(row)
  row.querySelector<HTMLElement>('.row__link')?.focus()
}

/** Wherever the focus goes, that row is the chosen one. */
export function followFocus(list: HTMLElement): void {
  list.addEventListener('focusin', (event) => {
    const row = (event.target as Element).closest<HTMLElement>('[data-row]')
    if (row && row !== chosenRow()) mark(row)
  })
}

function mark(row: HTMLElement): void {
  for (const other of document.querySelectorAll('.is-chosen')) other.classList.remove('is-chosen')
  row.classList.add('is-chosen')
  document.dispatchEvent(new CustomEvent<Chosen>(CHOSEN, { detail: chosenOf(row) }))
}

export function chosenOf(row: HTMLElement): Chosen {
  const [lon, lat] = (row.dataset.point ?? '').split(',').map(Number)
  const number = Number(row.dataset.row?.split('-').at(-1))
  const status = row.dataset.status as Chosen['status']
  return { number, status, place: row.dataset.point ? [lon!, lat!] : undefined }
}
