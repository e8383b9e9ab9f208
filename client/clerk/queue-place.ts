/** Back from a report the list stands where it stood, with the same row chosen. */
const KEY = 'queue-place'
type Place = { url: string; view: string; scroll: number; row: string }

export function keepPlaceInQueue(): void {
  const queue = document.querySelector('[data-queue]')
  if (queue) {
    restore()
    queue.addEventListener('click', remember)
  } else {
    leadBack()
  }
}

function remember(event: Event): void {
  const row = (event.target as Element).closest<HTMLElement>('[data-row]')
  if (!row?.dataset.row) return
  const view = document.querySelector('.rail [aria-current] .rail__word')?.textContent ?? ''
  const place: Place = { url: here(), view, scroll: window.scrollY, row: row.dataset.row }
  sessionStorage.setItem(KEY, JSON.stringify(place))
}

function restore(): void {
  const place = read()
  if (place?.url !== here()) return
  sessionStorage.removeItem(KEY)
  window.scrollTo(0, place.scroll)
  const row = document.querySelector(`[data-row="${CSS.escape(place.row)}"]`)
  row?.classList.add('is-chosen')
  row?.querySelector<HTMLElement>('.row__link')?.focus({ preventScroll: true })
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

const here = () => `${window.location.pathname}${window.location.search}`

function read(): Place | null {
  const stored = sessionStorage.getItem(KEY)
  return stored ? (JSON.parse(stored) as Place) : null
}
