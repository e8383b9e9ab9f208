/** The list below a combobox: options, the active one, and what is said about them. */
import type { AddressItem } from './address-questions.ts'

type Words = { list: string; outside: string }

export function optionList(input: HTMLInputElement, words: Words, onChoose: (item: AddressItem) => void) {
  const list = document.createElement('ul')
  list.id = `${input.id}-list`
  list.className = 'combobox__list'
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', words.list)
  list.hidden = true
  const status = document.createElement('p')
  status.setAttribute('role', 'status')
  status.className = 'sr'
  ;(input.closest('.input-icon') ?? input).after(list, status)
  input.setAttribute('role', 'combobox')
  input.setAttribute('aria-autocomplete', 'list')
  input.setAttribute('aria-expanded', 'false')
  input.setAttribute('aria-controls', list.id)

  let items: AddressItem[] = []
  let active = -1

  const activate = (index: number) => {
    list.children[active]?.setAttribute('aria-selected', 'false')
    active = index
    const option = list.children[active]
    option?.setAttribute('aria-selected', 'true')
    option?.scrollIntoView({ block: 'nearest' })
    if (option) input.setAttribute('aria-activedescendant', option.id)
    else input.removeAttribute('aria-activedescendant')
  }

  const close = () => {
    activate(-1)
    list.hidden = true
    input.setAttribute('aria-expanded', 'false')
  }

  // The field keeps the focus, or the list would close before the click.
  list.addEventListener('pointerdown', (event) => event.preventDefault())
  list.addEventListener('click', (event) => {
    const index = [...list.children].findIndex((option) => option.contains(event.target as Node))
    if (items[index]) onChoose(items[index])
  })

  return {
    isOpen: () => !list.hidden,
    close,
    show(found: AddressItem[], typed: string) {
      close()
      items = found
      list.replaceChildren(...found.map((item, index) => optionOf(item, { typed, id: `${list.id}-${index}`, words })))
      list.hidden = found.length === 0
      input.setAttribute('aria-expanded', `${found.length > 0}`)
    },
    move(by: 1 | -1) {
      const next = active < 0 && by < 0 ? items.length - 1 : active + by
      activate((next + items.length) % items.length)
    },
    /** False when none is active. */
    chooseActive(): boolean {
      const item = list.hidden ? undefined : items[active]
      if (item) onChoose(item)
      return item !== undefined
    },
    /** Said politely; shown too unless it only serves those who do not see the list. */
    tell(text: string, isOnlySaid: boolean) {
      status.className = isOnlySaid ? 'sr' : 'combobox__note'
      status.textContent = text
    },
  }
}

type Around = { typed: string; id: string; words: Words }

function optionOf(item: AddressItem, { typed, id, words }: Around): HTMLElement {
  const option = document.createElement('li')
  option.id = id
  option.className = 'combobox__option'
  option.setAttribute('role', 'option')
  option.setAttribute('aria-selected', 'false')
  option.append(...withTypedBold(item.label, typed))
  if (item.outside) {
    const mark = document.createElement('span')
    mark.className = 'combobox__mark'
    mark.textContent = words.outside
    option.append(' ', mark)
  }
  return option
}

/** Beginnings of words that were typed stand out. */
function withTypedBold(label: string, typed: string): (string | HTMLElement)[] {
  const begun = typed
    .split(/[\s,.]+/)
    .filter(Boolean)
    .sort((a, b) => b.length - a.length)
  return label.split(/(?<=[\s,-])/).flatMap((word) => {
    const found = begun.find((one) => word.toLowerCase().startsWith(one.toLowerCase()))
    if (!found) return [word]
    const bold = document.createElement('b')
    bold.textContent = word.slice(0, found.length)
    return [bold, word.slice(found.length)]
  })
}
