/** "Link kopieren": only script can do it, so only script shows the button. */
export type CopyLinkProps = { text: string; label: string; copied: string }

export function wake(element: HTMLElement, { text, label, copied }: CopyLinkProps) {
  if (!navigator.clipboard) return
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'btn btn--secondary btn--s'
  button.textContent = label
  const status = document.createElement('span')
  status.className = 'sr'
  status.setAttribute('role', 'status')
  element.append(button, status)

  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(text)
    button.textContent = copied
    status.textContent = copied
  })
}
