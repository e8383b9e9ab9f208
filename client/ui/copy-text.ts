/** "Kopieren", and a word that it is done, which is heard too. */
import { comeAlive } from './needs-script.ts'

export type CopyProps = { text: string; copied: string }

/** @param element as `CopyButton` renders it */
export function wakeCopyButton(element: HTMLElement, { text, copied }: CopyProps) {
  const button = element.querySelector('button')
  const status = element.querySelector('[role="status"]')
  if (!navigator.clipboard || !button || !status) return
  comeAlive(element)
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(text)
    button.querySelector('[data-label]')!.textContent = copied
    status.textContent = copied
  })
}
