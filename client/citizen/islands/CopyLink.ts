/** "Link kopieren": only script can do it, so only script shows the button. */
/** `about`: what is copied, where there are several on a page. */
export type CopyLinkProps = { text: string; label: string; copied: string; about?: string; isQuiet?: boolean }

export function wake(element: HTMLElement, { text, label, copied, about, isQuiet }: CopyLinkProps) {
  if (!navigator.clipboard) return
  const button = document.createElement('button')
  button.type = 'button'
  button.className = `btn btn--${isQuiet ? 'tertiary' : 'secondary'} btn--s`
  button.textContent = label
  if (about) button.setAttribute('aria-label', `${label}: ${about}`)
  const status = document.createElement('span')
  status.className = 'sr'
  status.setAttribute('role', 'status')
  element.append(button, status)

  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(text)
    button.textContent = copied
    button.removeAttribute('aria-label')
    status.textContent = copied
  })
}
