/** Ticking rows: by mouse, by x, up to a row by Shift+x. The bar comes with the first tick and counts. */
import { withScript } from '../ui/needs-script.ts'
import { chosenRow, rowsShown } from './selection.ts'

const boxOf = (row: Element) => row.querySelector<HTMLInputElement>('input[name="picked"]')
const boxes = () => [...document.querySelectorAll<HTMLInputElement>('input[name="picked"]')]
let last: HTMLElement | null = null

export function startBulk(): void {
  const bar = document.querySelector<HTMLFormElement>('[data-bulk]')
  const said = bar?.querySelector<HTMLElement>('[data-bulk-count]')
  if (!bar || !said) return
  const count = () => {
    const picked = boxes().filter(({ checked }) => checked).length
    bar.hidden = picked === 0
    said.textContent = (bar.dataset.bulk ?? '').replace('{n}', String(picked))
    document.body.classList.toggle('has-picked', picked > 0)
  }
  document.addEventListener('change', (event) => {
    if (!(event.target as Element).matches('input[name="picked"]')) return
    last = (event.target as Element).closest<HTMLElement>('[data-row]')
    count()
  })
  bar.querySelector('[data-bulk-clear]')?.addEventListener('click', () => {
    for (const box of boxes()) box.checked = false
    count()
    chosenRow()?.querySelector<HTMLElement>('.row__link')?.focus()
  })
  // Back from the browser's memory the ticks are back too.
  window.addEventListener('pageshow', count)
  count()
  withScript(bar)
}

/** @returns whether there was a row to tick */
export function tickChosen(): boolean {
  const row = chosenRow()
  const box = row && boxOf(row)
  if (!box) return false
  box.checked = !box.checked
  box.dispatchEvent(new Event('change', { bubbles: true }))
  return true
}

/** From the row ticked last to the chosen one. */
export function tickRange(): boolean {
  const rows = rowsShown()
  const [from, to] = [rows.indexOf(last as HTMLElement), rows.indexOf(chosenRow() as HTMLElement)]
  if (to < 0) return false
  const range = rows.slice(Math.min(from < 0 ? to : from, to), Math.max(from, to) + 1)
  for (const row of range) {
    const box = boxOf(row)
    if (box) box.checked = true
  }
  boxOf(rows[to]!)?.dispatchEvent(new Event('change', { bubbles: true }))
  return true
}

/** Without a tick an action means the chosen row. @returns false when there is none */
export function tickChosenIfNone(): boolean {
  return boxes().some(({ checked }) => checked) || tickChosen()
}
