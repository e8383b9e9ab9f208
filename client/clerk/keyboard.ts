/** Single keys, only outside of fields, and only as long as nobody has switched them off (WCAG 2.1.4). */
import { type Action, KEYS } from './actions.ts'
import { tickChosen, tickChosenIfNone, tickRange } from './bulk.ts'
import { chosenRow, moveBy } from './selection.ts'

const OFF = 'keys-off'
const TYPING = 'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable]'

export function listenToKeys(): void {
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      sendForm(event)
      return
    }
    if (document.querySelector('dialog[open]')) return
    if (event.key === 'Escape' && !event.defaultPrevented && closeWhatIsOpen()) return
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.defaultPrevented
    const isTyping = (event.target as Element).closest(TYPING) !== null
    if (!isPlain || isTyping || isOff()) return
    if (press(event.key)) event.preventDefault()
  })
  document.querySelector('[data-keys-open]')?.addEventListener('click', showKeys)
  bindSwitch()
}

/** What a key does where nothing on the page bears it as `data-key`. */
const MEANINGS: Record<string, () => boolean> = {
  '/': () => focusOn('#suche'),
  '?': showKeys,
  j: () => moveBy(1) || click('[data-step="next"]'),
  k: () => moveBy(-1) || click('[data-step="previous"]'),
  n: () => click('[data-step="next"]'),
  p: () => click('[data-step="previous"]'),
  u: () => click('[data-back]'),
  v: () => focusOn('[data-note]'),
  x: tickChosen,
  X: tickRange,
}

/** @returns whether the key meant something on this page */
function press(key: string): boolean {
  if (MEANINGS[key]) return MEANINGS[key]()
  if (!/^[a-z1-9]$/.test(key)) return false
  const shown = document.querySelector<HTMLElement>(`[data-key="${key}"]`)
  if (shown?.closest('[data-bulk]') && !tickChosenIfNone()) return false
  if (!shown) return openWith(key)
  shown.click()
  return true
}

/** In the queue the key of an action opens the chosen report with it. */
function openWith(key: string): boolean {
  const href = chosenRow()?.querySelector<HTMLAnchorElement>('.row__link')?.href
  const action = (Object.keys(KEYS) as Action[]).find((one) => KEYS[one] === key)
  if (!href || !action) return false
  const url = new URL(href)
  url.searchParams.set('aktion', action)
  location.assign(url)
  return true
}

/** A menu first, then the panel. */
function closeWhatIsOpen(): boolean {
  const menu = document.querySelector<HTMLDetailsElement>('details:is(.bulk__menu, .menu)[open]')
  if (!menu) return click('[data-panel-close]')
  menu.open = false
  menu.querySelector('summary')?.focus()
  return true
}

function focusOn(selector: string): boolean {
  const element = document.querySelector<HTMLElement>(selector)
  element?.focus()
  return element !== null
}

function click(selector: string): boolean {
  const element = document.querySelector<HTMLElement>(selector)
  if (!element || element.hidden) return false
  element.click()
  return true
}

function sendForm(event: KeyboardEvent): void {
  const own = (event.target as Element).closest<HTMLFormElement>('form[data-draft]:not([data-bulk])')
  const form = own ?? document.querySelector<HTMLFormElement>('[data-panel]')
  const button = form?.querySelector<HTMLButtonElement>('[data-send], [type="submit"]:not([formaction])')
  if (!form || !button) return
  event.preventDefault()
  form.requestSubmit(button)
}

function showKeys(): boolean {
  const dialog = document.querySelector<HTMLDialogElement>('#kuerzel')
  dialog?.showModal()
  return dialog !== null
}

const isOff = () => localStorage.getItem(OFF) !== null

function bindSwitch(): void {
  const button = document.querySelector<HTMLElement>('[data-keys-switch]')
  if (!button) return
  const name = () => {
    button.textContent = (isOff() ? button.dataset.on : button.dataset.off) ?? ''
    // Where they do nothing they are not shown either.
    document.body.classList.toggle('keys-off', isOff())
  }
  button.addEventListener('click', () => {
    if (isOff()) localStorage.removeItem(OFF)
    else localStorage.setItem(OFF, 'true')
    name()
  })
  name()
}
