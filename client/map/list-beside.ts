/** The list beside a map: it shows what the map shows, and both share one selection. */
import type { Bounds } from './types.ts'

type Around = {
  list: HTMLElement
  /** `GET {sectionUrl}?bbox=w,s,e,n` answers with the list as HTML. */
  sectionUrl: string
  query?: string
  /** A row is pointed at or has the focus, or none any more. */
  onPoint: (number: number | undefined) => void
  /** Somebody wants the whole town again. */
  onAll: () => void
}

export function listBeside({ list, sectionUrl, query, onPoint, onAll }: Around) {
  const place = list.querySelector<HTMLElement>('[data-follows-map]') ?? list
  const first = [...place.childNodes]
  const status = document.createElement('p')
  status.className = 'sr'
  status.setAttribute('role', 'status')
  place.before(status)
  let asking: AbortController | undefined
  let shown = ''
  let marked: number | undefined

  const rowOf = (number?: number) => place.querySelector<HTMLElement>(`[data-report="${number}"]`)

  const replace = (nodes: Node[]) => {
    // Whoever reads in the list with the keyboard stays at the same report.
    const focused = place.contains(document.activeElement) ? document.activeElement : null
    const number = focused?.closest<HTMLElement>('[data-report]')?.dataset.report
    place.replaceChildren(...nodes)
    if (focused && !focused.isConnected) {
      const again = number ? rowOf(Number(number))?.querySelector('a') : null
      ;(again ?? place.querySelector<HTMLElement>('h2'))?.focus({ preventScroll: true })
    }
    mark(marked, false)
  }

  const restore = () => {
    asking?.abort()
    if (shown === '') return
    shown = ''
    replace(first)
    status.textContent = place.querySelector('h2')?.textContent ?? ''
  }

  const show = async (bbox: Bounds, isOneSpot: boolean): Promise<boolean> => {
    const url = address(sectionUrl, query, bbox)
    if (isOneSpot) url.searchParams.set('stelle', '1')
    asking?.abort()
    if (url.href === shown) return true
    asking = new AbortController()
    place.setAttribute('aria-busy', 'true')
    const html = await textOf(url, asking.signal)
    place.removeAttribute('aria-busy')
    // Offline or overtaken: what is shown stays shown.
    if (html === undefined) return false
    shown = url.href
    const template = document.createElement('template')
    template.innerHTML = html
    replace([...template.content.childNodes])
    status.textContent = place.querySelector('h2')?.textContent ?? ''
    return true
  }

  const mark = (number: number | undefined, mayScroll: boolean) => {
    rowOf(marked)?.classList.remove('is-chosen')
    marked = number
    const row = rowOf(number)
    row?.classList.add('is-chosen')
    if (row && mayScroll && !isInSight(row)) row.scrollIntoView({ block: 'nearest' })
  }

  const point = (event: Event) => {
    const row = (event.target as Element).closest<HTMLElement>('[data-report]')
    onPoint(row ? Number(row.dataset.report) : undefined)
  }
  for (const type of ['pointerover', 'focusin']) place.addEventListener(type, point)
  for (const type of ['pointerleave', 'focusout']) place.addEventListener(type, () => onPoint(undefined))
  place.addEventListener('click', (event) => {
    if (!(event.target as Element).closest('[data-section-all]')) return
    restore()
    onAll()
    place.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true })
  })

  return {
    restore,
    follow: (bbox: Bounds) => void show(bbox, false),
    /** Reports that the map cannot take apart: the list takes the focus. */
    async open(bbox: Bounds) {
      if (!(await show(bbox, true))) return
      const head = place.querySelector<HTMLElement>('h2')
      head?.focus({ preventScroll: true })
      if (head && !isInSight(head)) head.scrollIntoView({ block: 'start' })
    },
    mark,
  }
}

function address(sectionUrl: string, query: string | undefined, bbox: Bounds): URL {
  const url = new URL(sectionUrl, location.href)
  for (const [name, value] of new URLSearchParams(query)) url.searchParams.append(name, value)
  url.searchParams.set('bbox', bbox.map((degrees) => degrees.toFixed(5)).join(','))
  return url
}

async function textOf(url: URL, signal: AbortSignal): Promise<string | undefined> {
  try {
    const answer = await fetch(url, { signal })
    return answer.ok ? await answer.text() : undefined
  } catch {
    return undefined
  }
}

/** Below what sticks to the top of the page, above its end. */
function isInSight(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect()
  const bar = document.querySelector('.banner')?.getBoundingClientRect().bottom ?? 0
  return top >= bar && bottom <= innerHeight
}
