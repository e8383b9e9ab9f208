/** Finds a category by a word; without script the groups are opened by hand. */
export type CategoryFinderProps = { label: string; none: string }

const fold = (text: string) =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[\p{M}\u00ad]/gu, '')
    .replaceAll('ß', 'ss')

export function wake(element: HTMLElement, { label, none }: CategoryFinderProps) {
  const groups = [...element.querySelectorAll<HTMLDetailsElement>('details[data-group]')]
  if (groups.length === 0) return
  const { field, input, status } = searchField(label)
  element.prepend(field)
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

function searchField(label: string) {
  const field = document.createElement('div')
  field.className = 'field'
  const name = document.createElement('label')
  name.className = 'field__label'
  name.textContent = label
  name.htmlFor = 'find-category'
  const input = document.createElement('input')
  input.className = 'input'
  input.type = 'search'
  input.id = 'find-category'
  input.autocomplete = 'off'
  input.dataset.keep = 'no'
  const status = document.createElement('p')
  status.className = 'field__hint'
  status.setAttribute('role', 'status')
  field.append(name, input, status)
  return { field, input, status }
}
