/** Single keys, only outside of fields, and only as long as nobody has switched them off (WCAG 2.1.4). */
const OFF = 'keys-off'
const TYPING = 'input, textarea, select, [contenteditable]'

export function listenToKeys(): void {
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      sendForm(event)
      return
    }
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.defaultPrevented
    const isTyping = (event.target as Element).closest(TYPING) !== null
    if (!isPlain || isTyping || isOff() || document.querySelector('dialog[open]')) return
    if (press(event.key)) event.preventDefault()
  })
  document.querySelector('[data-keys-open]')?.addEventListener('click', showKeys)
  bindSwitch()
}

/** @returns whether the key meant something on this page */
function press(key: string): boolean {
  switch (key) {
    case '/':
      return focusOn('#suche')
    case 'j':
      return moveBy(1)
    case 'k':
      return moveBy(-1)
    case 'n':
      return focusOn('[data-note]')
    case 'u':
      return click('[data-back]')
    case '?':
      return showKeys()
    default:
      return /^[a-z]$/.test(key) && click(`[data-key="${key}"]`)
  }
}

function moveBy(step: number): boolean {
  const links = [...document.querySelectorAll<HTMLElement>('[data-row] .row__link')]
  const at = links.indexOf(document.activeElement as HTMLElement)
  const next = at < 0 ? links[0] : links[at + step]
  for (const row of document.querySelectorAll('.is-chosen')) row.classList.remove('is-chosen')
  next?.focus()
  return links.length > 0
}

function focusOn(selector: string): boolean {
  const element = document.querySelector<HTMLElement>(selector)
  element?.focus()
  return element !== null
}

function click(selector: string): boolean {
  const element = document.querySelector<HTMLElement>(selector)
  element?.click()
  return element !== null
}

function sendForm(event: KeyboardEvent): void {
  const own = (event.target as Element).closest<HTMLFormElement>('form[data-draft]')
  const form = own ?? document.querySelector<HTMLFormElement>('[data-panel]')
  const button = form?.querySelector<HTMLButtonElement>('[type="submit"]')
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
  }
  button.addEventListener('click', () => {
    if (isOff()) localStorage.removeItem(OFF)
    else localStorage.setItem(OFF, 'true')
    name()
  })
  name()
}
