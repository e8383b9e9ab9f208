/** A second press while a form is on its way does nothing; the first keeps its value and its place. */

/** From here on somebody wonders whether anything happens at all. */
const LONG_MS = 8000

export function sendOnce(form: HTMLFormElement) {
  let busy: { button: HTMLElement | null; label: string } | undefined
  let long: ReturnType<typeof setTimeout>

  const settle = () => {
    clearTimeout(long)
    if (busy?.button) {
      busy.button.removeAttribute('aria-disabled')
      labelOf(busy.button).textContent = busy.label
    }
    busy = undefined
  }

  form.addEventListener('submit', (event) => {
    if (event.defaultPrevented) return
    if (busy) return event.preventDefault()
    const button = event.submitter
    busy = { button, label: button ? (labelOf(button).textContent ?? '') : '' }
    if (!button) return
    // Not `disabled`: that would take the button's own value out of the form, and the focus away.
    button.setAttribute('aria-disabled', 'true')
    const { busy: words, busyLong } = button.dataset
    if (words) labelOf(button).textContent = words
    if (!busyLong) return
    long = setTimeout(() => {
      labelOf(button).textContent = busyLong
    }, LONG_MS)
  })

  // Back brings the page as it was left: busy.
  addEventListener('pageshow', settle)
}

/** Where the words of a button are, beside an icon perhaps. */
const labelOf = (button: HTMLElement): Element => button.querySelector('[data-label]') ?? button
