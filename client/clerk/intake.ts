/** Taking a report down: suggestions, questions and what is known nearby come while the person speaks. */
import { followAnswers } from '../citizen/follow-answers.ts'
import { forgetOne, keep, restore } from '../citizen/kept-fields.ts'
import type { PlacePickerProps } from '../map/PlacePicker.tsx'
import { type AddressComboboxProps, wakeAddressField } from '../ui/address-combobox.ts'
import { searchCategories } from './intake-category.ts'
import { followNearby } from './intake-nearby.ts'
import { followQuestions } from './intake-questions.ts'

/** Beside what the same town's citizens' form keeps in this tab. */
const keptAs = (town: string) => `amt:${town}`

const FIELD = 'input:not([type="hidden"]):not([disabled]), select, textarea'

export function wakeIntake(): void {
  const done = document.querySelector<HTMLElement>('[data-intake-done]')
  if (done?.dataset.intakeDone) forgetOne(keptAs(done.dataset.intakeDone))
  const form = document.querySelector<HTMLFormElement>('form[data-intake]')
  if (!form) return
  const kept = keptAs(form.dataset.intake ?? '')
  // A call noted elsewhere is over, as one that was saved.
  if (form.querySelector('[data-done]')) forgetOne(kept)
  restore(kept, form)
  keep(kept, form)
  form.querySelector('[data-discard]')?.addEventListener('click', () => discard(form, kept))

  wakeAddress(form)
  wakeMap(form)
  searchCategories(form)
  const update = followAnswers(form)
  followQuestions(form, () => {
    restore(kept, form)
    update()
  })
  followNearby(form)
  document.addEventListener('keydown', (event) => jump(form, event))
  if (!form.querySelector('.error-summary, .intake__held')) form.querySelector<HTMLElement>('#f-address')?.focus()
}

/** Emptied first: leaving the page would keep what is in it. */
function discard(form: HTMLFormElement, kept: string): void {
  for (const field of form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')) {
    if (field.type === 'radio' || field.type === 'checkbox' || field.value === '') continue
    field.value = ''
    // Everything that keeps words hears of it.
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }
  forgetOne(kept)
}

function wakeAddress(form: HTMLFormElement): void {
  const field = form.querySelector<HTMLElement>('[data-island="AddressField"]')
  if (field) wakeAddressField(field, JSON.parse(field.dataset.props ?? '{}') as AddressComboboxProps)
}

function wakeMap(form: HTMLFormElement): void {
  const frame = form.querySelector<HTMLElement>('[data-island="PlacePicker"]')
  if (!frame) return
  const props = JSON.parse(frame.dataset.props ?? '{}') as PlacePickerProps
  import('../map/live-place-picker.ts').then(({ start }) => start(frame, props)).catch(reportError)
}

/** Alt and a digit: by the key's place, since on some keyboards Alt makes another character of it. */
function jump(form: HTMLFormElement, event: KeyboardEvent): void {
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1]
  if (!event.altKey || event.ctrlKey || event.metaKey || !digit) return
  const row = form.querySelector(`[data-jump="${digit}"]`)
  const field =
    row?.querySelector<HTMLElement>('input:checked') ??
    [...(row?.querySelectorAll<HTMLElement>(FIELD) ?? [])].find((one) => !one.closest('[hidden]'))
  if (!field) return
  event.preventDefault()
  field.focus()
}
