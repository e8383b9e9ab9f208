/** A pressed button says so, and a second press does nothing. */
export function markBusyForms(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement
    const word = form.dataset.busy
    if (!word) return
    if (form.dataset.sending) {
      event.preventDefault()
      return
    }
    form.dataset.sending = 'true'
    const button = event.submitter ?? form.querySelector('[type="submit"]')
    button?.setAttribute('aria-disabled', 'true')
    const label = button?.querySelector('span:not(.keycap)') ?? button
    if (label) {
      form.dataset.label = label.textContent ?? ''
      label.textContent = word
    }
  })
  // Back from the browser's memory the page looks as it did while sending.
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) document.querySelectorAll<HTMLFormElement>('form[data-sending]').forEach(release)
  })
}

function release(form: HTMLFormElement): void {
  const button = form.querySelector('[aria-disabled="true"]')
  button?.removeAttribute('aria-disabled')
  const label = button?.querySelector('span:not(.keycap)') ?? button
  if (label && form.dataset.label) label.textContent = form.dataset.label
  delete form.dataset.sending
}
