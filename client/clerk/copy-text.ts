/** "Kopieren" of what stands in another element, and a word that it is done. */
export function startCopying(): void {
  for (const button of document.querySelectorAll<HTMLElement>('[data-copy]')) {
    const source = document.getElementById(button.dataset.copy ?? '')
    if (!source || !navigator.clipboard) {
      button.hidden = true
      continue
    }
    button.addEventListener('click', async () => {
      const items = [...source.querySelectorAll('li')]
      const lines = (items.length > 0 ? items : [source]).map(({ textContent }) => textContent)
      await navigator.clipboard.writeText(lines.join('\n'))
      const label = button.querySelector('[data-label]') ?? button
      label.textContent = button.dataset.copied ?? ''
    })
  }
}
