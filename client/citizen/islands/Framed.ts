/** In another website's frame: says how high the page is, and leads to other pages in windows of their own. */
export type FramedProps = {
  /** Who may be told: those that may frame it. */
  origins: string[]
  /** Addresses that stay in the frame begin so. */
  inside: string
  /** Not the first page: whoever pressed a button is in here and hears the new page. */
  isBegun: boolean
  /** Number of a report that was just sent. */
  sent?: number
}

export function wake(_element: HTMLElement, { origins, inside, isBegun, sent }: FramedProps) {
  document.addEventListener('click', ({ target }) => openOutside(target, inside), true)
  if (window === parent) return
  const parents = parentsAmong([location.origin, ...origins])
  const tell = (message: object) => {
    for (const origin of parents) parent.postMessage(message, origin)
  }
  addEventListener('message', ({ source, origin, data }) => {
    if (source !== parent || !parents.includes(origin) || data?.type !== 'anliegen:begin') return
    if (begin(data)) tell({ type: 'anliegen:begun' })
  })
  const tellHeight = () => tell({ type: 'anliegen:height', height: document.body.getBoundingClientRect().height })
  new ResizeObserver(tellHeight).observe(document.body)
  tellHeight()
  if (sent !== undefined) tell({ type: 'anliegen:sent', number: sent })
  if (isBegun) takeFocus()
}

/** Browsers that name the page around are believed; in others every allowed one is addressed, and only it hears. */
function parentsAmong(origins: string[]): string[] {
  const [around] = (location as { ancestorOrigins?: DOMStringList }).ancestorOrigins ?? []
  return around === undefined ? origins : origins.filter((one) => one === around)
}

/** What somebody has typed around the frame goes on in the form, and so does who has typed it. */
function begin({ text, at }: { text?: unknown; at?: unknown }): boolean {
  const field = document.querySelector<HTMLTextAreaElement>('textarea[name="description"]')
  if (!field) return false
  const typed = String(text ?? '').trim()
  if (!field.value.includes(typed)) {
    // Nothing is lost of what was kept here from before.
    field.value = `${field.value}\n${typed}`.trim().slice(0, field.maxLength)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }
  const photo = at === 'photo' && document.querySelector<HTMLElement>('input[name="photo"]')
  ;(photo || field).focus()
  return true
}

/** What a script of ours adds, as the card of a pin. */
function openOutside(target: EventTarget | null, inside: string) {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href]') : null
  if (!link || link.getAttribute('href')?.startsWith('#') || !/^https?:$/.test(link.protocol)) return
  if (link.origin === location.origin && link.pathname.startsWith(`${inside}/`)) return
  link.target = '_blank'
  link.rel = 'noopener'
}

function takeFocus() {
  const first = document.querySelector<HTMLElement>('.error-summary') ?? document.querySelector('h1')
  if (!first) return
  first.tabIndex = -1
  first.focus({ preventScroll: true })
}
