/** A search over the list of categories: what fits best is chosen while somebody types. */

/** @param form with the search and the list */
export function searchCategories(form: HTMLFormElement): void {
  const search = form.querySelector<HTMLInputElement>('[data-category-search]')
  const list = form.querySelector<HTMLSelectElement>('select[name="category"]')
  const said = document.getElementById('f-category-said')
  if (!search || !list || !said) return
  const options = [...list.options].filter((option) => option.value !== '' && !option.disabled)

  const choose = (option: HTMLOptionElement | undefined) => {
    if (!option || list.value === option.value) return
    list.value = option.value
    list.dispatchEvent(new Event('change', { bubbles: true }))
  }

  search.addEventListener('input', () => {
    const typed = search.value.trim().toLowerCase()
    if (typed === '') return
    const found = ranked(options, typed)
    choose(found[0])
    said.textContent = inWords(search, found)
  })
  // The list beneath is the other half of this field: down goes through what fits.
  search.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    const found = ranked(options, search.value.trim().toLowerCase())
    const at = found.findIndex((option) => option.value === list.value)
    const next = found[at + (event.key === 'ArrowDown' ? 1 : -1)]
    event.preventDefault()
    if (!next) return
    choose(next)
    said.textContent = inWords(search, [next, ...found.filter((option) => option !== next)])
  })
}

/** Names that begin so, then words that begin so, then those that hold it anywhere. */
function ranked(options: HTMLOptionElement[], typed: string): HTMLOptionElement[] {
  const rank = (option: HTMLOptionElement) => {
    const words = option.dataset.search ?? ''
    if (words.startsWith(typed)) return 0
    if (` ${words}`.includes(` ${typed}`)) return 1
    return words.includes(typed) ? 2 : 3
  }
  return options
    .map((option) => ({ option, rank: rank(option) }))
    .filter((one) => one.rank < 3)
    .sort((a, b) => a.rank - b.rank)
    .map(({ option }) => option)
}

function inWords({ dataset }: HTMLInputElement, [first, ...others]: HTMLOptionElement[]): string {
  if (!first) return dataset.none ?? ''
  const sentence = (others.length === 0 ? dataset.only : dataset.found) ?? ''
  return sentence.replace('{category}', first.text).replace('{n}', String(others.length))
}
