/** Finds a category by a word; without script the groups are opened by hand. */
import { comeAlive } from '../../ui/needs-script.ts'

export type CategoryFinderProps = { none: string }

const fold = (text: string) =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[\p{M}\u00ad]/gu, '')
    .replaceAll('ß', 'ss')

export function wake(element: HTMLElement, { none }: CategoryFinderProps) {
  const groups = [...element.querySelectorAll<HTMLDetailsElement>('details[data-group]')]
  const input = element.querySelector<HTMLInputElement>('input[type="search"]')
  const status = element.querySelector('[role="status"]')
  if (!input || !status) return
  comeAlive(element.querySelector('[data-needs-script]'))
  const wereOpen = groups.map((group) => group.open)

  input.addEventListener('input', () => {
    const wanted = fold(input.value).split(/\s+/).filter(Boolean)
    let found = 0
    for (const row of element.querySelectorAll<HTMLElement>('[data-search]')) {
      const words = fold(row.dataset.search ?? '')
      row.hidden = !wanted.every((word) => words.includes(word))
      if (!row.hidden) found++
    }
    for (const [index, group] of groups.entries()) {
      group.hidden = !group.querySelector('[data-search]:not([hidden])')
      group.open = wanted.length > 0 ? !group.hidden : (wereOpen[index] ?? false)
    }
    status.textContent = wanted.length > 0 && found === 0 ? none : ''
  })
  // Enter would send the step.
  input.addEventListener('keydown', (event) => event.key === 'Enter' && event.preventDefault())
}
