/**
 * Suggestions for an address field: combobox with list autocomplete as the ARIA Authoring Practices have it. What is
 * chosen is written into `lat` and `lon` of the form, and a pin that moves is named in the field.
 */
import { type AddressAnswer, type AddressItem, addressQuestions } from './address-questions.ts'
import { optionList } from './option-list.ts'
import { placeInForm } from './place-in-form.ts'

export type AddressComboboxProps = {
  /** `GET {url}?q=` and `GET {url}?lat=&lon=` */
  url: string
  words: {
    list: string
    one: string
    several: string
    none: string
    silent: string
    outside: string
    chosen: string
    rough: string
    clear: string
  }
}

/** A rest while typing, and while a pin is being moved. */
const REST_MS = 180
const PIN_REST_MS = 400
const SHORTEST = 2
/** An address farther from the pin does not name it. */
const NAMES_M = 60

export function wakeAddressField(element: HTMLElement, { url, words }: AddressComboboxProps) {
  const input = element.querySelector('input')
  if (!input) return
  const questions = addressQuestions(url)
  const list = optionList(input, words, (item) => choose(item))
  const place = placeInForm(input.form, () => void later(() => void follow(), PIN_REST_MS))
  const clear = clearButton(input, words.clear)
  const later = afterRest()
  /** What stands in the field without anybody having typed it, and where the pin stood then. */
  let filled = ''
  let isFilling = false
  let begun = input.value !== '' ? place.read() : undefined

  const write = (value: string) => {
    isFilling = true
    input.value = value
    // Whoever keeps the form hears of it as if it had been typed.
    input.dispatchEvent(new Event('input', { bubbles: true }))
    isFilling = false
    clear.hidden = value === ''
  }

  const choose = (item: AddressItem) => {
    later(() => undefined, 0)
    filled = item.label
    begun = undefined
    write(item.label)
    place.write(item)
    list.close()
    list.tell(item.rough ? words.rough : words.chosen.replace('{label}', item.label), !item.rough)
  }

  const look = async (isTyping: boolean) => {
    const typed = input.value.trim()
    if (typed.length < SHORTEST) return list.close()
    const answer = await questions.byWords(typed, isTyping)
    if (answer === 'stale' || document.activeElement !== input) return
    list.show(answer.items, typed)
    list.tell(...said(answer, isTyping))
  }

  const said = ({ items, incomplete }: AddressAnswer, isTyping: boolean): [string, boolean] => {
    if (incomplete) return [words.silent, false]
    if (items.length === 0) return isTyping ? ['', true] : [words.none, false]
    return [items.length === 1 ? words.one : words.several.replace('{count}', `${items.length}`), true]
  }

  /** Names the place of the pin, unless the words in the field are somebody's own. */
  const follow = async () => {
    const at = place.read()
    if (!at || !(await isNotTyped())) return
    const answer = await questions.around(at)
    if (answer === 'stale') return
    const [nearest] = answer.items
    filled = nearest && (nearest.metres ?? 0) <= NAMES_M ? nearest.label : ''
    begun = undefined
    write(filled)
    list.tell(answer.incomplete ? words.silent : '', false)
  }

  /** Words that came with the page may have been filled in before: then they name the place it came with. */
  const isNotTyped = async () => {
    if (input.value === '' || input.value === filled) return true
    if (!begun) return false
    const answer = await questions.around(begun)
    return answer !== 'stale' && answer.items.some(({ label }) => label === input.value)
  }

  input.addEventListener('input', () => {
    if (isFilling) return
    clear.hidden = input.value === ''
    begun = undefined
    list.tell('', true)
    if (input.value.trim().length < SHORTEST) list.close()
    later(() => void look(true), REST_MS)
  })
  input.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (list.isOpen()) list.move(event.key === 'ArrowDown' ? 1 : -1)
      else later(() => void look(true), 0)
    } else if (event.key === 'Enter') {
      // It chooses or searches; the form is sent by its button.
      event.preventDefault()
      if (!list.chooseActive() && input.value !== filled) later(() => void look(false), 0)
    } else if (event.key === 'Escape' && (list.isOpen() || input.value !== '')) {
      event.preventDefault()
      if (list.isOpen()) list.close()
      else empty()
    }
  })
  input.addEventListener('blur', () => list.close())

  const empty = () => {
    later(() => undefined, 0)
    write('')
    // A place that only came from the words goes with them.
    if (place.source() === 'address') place.clear()
    filled = ''
    list.close()
    list.tell('', true)
    input.focus()
  }
  clear.addEventListener('click', empty)
}

function afterRest() {
  let timer: ReturnType<typeof setTimeout>
  return (act: () => void, ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(act, ms)
  }
}

function clearButton(input: HTMLInputElement, label: string): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'combobox__clear'
  button.setAttribute('aria-label', label)
  button.title = label
  button.hidden = input.value === ''
  input.after(button)
  return button
}
