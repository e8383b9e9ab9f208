/** Back from a report the list stands where it stood, with the same row chosen; and a report knows its neighbours there. */
import { chooseRow, chosenRow, rowsShown } from './selection.ts'

const KEY = 'queue-place'
type Listed = { key: string; href: string }
type Place = { url: string; view: string; scroll: number; row: string; rows: Listed[] }

export function keepPlaceInQueue(): void {
  if (document.querySelector('[data-queue]')) {
    restore()
    window.addEventListener('pagehide', remember)
  } else {
    leadBack()
    leadOn()
  }
}

function remember(): void {
  const row = chosenRow()?.dataset.row
  if (!row) return
  const view = document.querySelector('.rail [aria-current] .rail__word')?.textContent ?? ''
  const rows = rowsShown().map((one) => ({
    key: one.dataset.row ?? '',
    href: one.querySelector<HTMLAnchorElement>('.row__link')?.getAttribute('href') ?? '',
  }))
  const scroll = scroller().scrollTop
  sessionStorage.setItem(KEY, JSON.stringify({ url: here(), view, scroll, row, rows } satisfies Place))
}

/** The row that was chosen; if it has left the list, the one that took its place. */
function restore(): void {
  const place = read()
  if (place?.url !== here()) return
  const rows = rowsShown()
  const after = place.rows.slice(place.rows.findIndex(({ key }) => key === place.row))
  const row = after.map(({ key }) => rows.find((one) => one.dataset.row === key)).find(Boolean) ?? rows.at(-1)
  if (row) chooseRow(row)
  scroller().scrollTop = place.scroll
  row?.scrollIntoView({ block: 'nearest' })
}

/** Beside a map the list scrolls for itself. */
function scroller(): Element {
  const list = document.querySelector('.queue__list')
  const scrolls = list && getComputedStyle(list).overflowY === 'auto'
  return scrolls ? list : document.documentElement
}

/** The server names the nearest view; the browser knows the very page with its filter. */
function leadBack(): void {
  const link = document.querySelector<HTMLAnchorElement>('[data-back]')
  const place = read()
  if (!link || !place?.view) return
  const { pathname } = new URL(place.url, link.href)
  const isOurs = new URL(link.href).pathname === pathname || window.location.pathname.startsWith(`${pathname}/`)
  if (!isOurs) return
  link.href = place.url
  const label = link.querySelector('span')
  if (label) label.textContent = place.view
}

/** "3 von 9", and the reports before and behind it. */
function leadOn(): void {
  const place = read()
  const line = document.querySelector<HTMLElement>('[data-position]')
  const at = place?.rows.findIndex(({ href }) => pathOf(href) === location.pathname) ?? -1
  if (!place || !line || at < 0) return
  const word = line.querySelector('[data-position-words]')
  if (word)
    word.textContent = (line.dataset.position ?? '')
      .replace('{at}', `${at + 1}`)
      .replace('{all}', `${place.rows.length}`)
  for (const [name, row] of [
    ['previous', place.rows[at - 1]],
    ['next', place.rows[at + 1]],
  ] as const) {
    const link = line.querySelector<HTMLAnchorElement>(`[data-step="${name}"]`)
    if (!link) continue
    if (row) link.href = row.href
    link.hidden = !row
  }
  line.hidden = false
  sessionStorage.setItem(KEY, JSON.stringify({ ...place, row: place.rows[at]!.key }))
}

const pathOf = (href: string) => new URL(href, location.href).pathname

/** Without what is said only once. */
function here(): string {
  const { pathname, searchParams } = new URL(location.href)
  for (const name of ['getan', 'zahl', 'nicht', 'schritt', 'bis']) searchParams.delete(name)
  return `${pathname}${searchParams.size > 0 ? `?${searchParams}` : ''}`
}

function read(): Place | null {
  const stored = sessionStorage.getItem(KEY)
  return stored ? (JSON.parse(stored) as Place) : null
}
