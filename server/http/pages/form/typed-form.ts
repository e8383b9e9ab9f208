/** What a browser sent, as text. */

import type { FormStep } from '../../../../client/paths.ts'
import type { DraftFields } from '../../../drafts/draft-fields.ts'

const ANSWER = 'answers.'
const MOST_OTHERS = 5

export type TypedForm = {
  text: (name: string) => string | undefined
  all: (name: string) => string[]
  answers: () => Record<string, string | string[]>
}

/** The database keeps no NUL, and nobody types one. */
const clean = (value: string) => value.replaceAll('\u0000', '')

export function typedForm(form: FormData): TypedForm {
  const all = (name: string) =>
    form.getAll(name).flatMap((value) => (typeof value === 'string' && value !== '' ? clean(value) : []))
  return {
    all,
    text: (name) => all(name)[0],
    answers() {
      const names = [...new Set(form.keys())].filter((name) => name.startsWith(ANSWER))
      const given = names.map((name) => [clean(name.slice(ANSWER.length)), all(name)] as const)
      return Object.fromEntries(
        given.filter(([, values]) => values.length > 0).map(([key, values]) => [key, values[1] ? values : values[0]!]),
      )
    },
  }
}

/** An address chosen from a list, as the list wrote it. */
const FOUND = /^(?<lat>-?[\d.]+) (?<lon>-?[\d.]+) (?<address>.+)$/s

type Read = (form: TypedForm, fields: DraftFields) => DraftFields

/** Each step's own part of the draft, and nothing of any other. */
const READERS: Record<FormStep, Read> = {
  describe(form, { describe }) {
    const [lat, lon] = [form.text('photoLat'), form.text('photoLon')]
    const photoPlace = lat && lon ? { lat, lon } : describe?.photoPlace
    return { describe: { description: form.text('description') ?? '', photoPlace } }
  },
  place(form, { place }) {
    if (form.text('do') === 'stay') return { place: { ...place, townChosen: true } }
    const { text } = form
    const found = FOUND.exec(text('found') ?? '')?.groups
    if (found) return { place: { ...found, placeSource: 'address' } }
    const names = ['lat', 'lon', 'accuracy', 'placeSource', 'address'] as const
    return { place: Object.fromEntries(names.map((name) => [name, text(name)])) }
  },
  category(form, { category }) {
    if (form.text('do') === 'called' && category) return { category: { ...category, called: true } }
    const given = { key: form.text('category') ?? '', answers: form.answers() }
    const isSame = category?.key === given.key && JSON.stringify(category.answers) === JSON.stringify(given.answers)
    return { category: { ...given, called: isSame && category.called } }
  },
  similar: (form, { similar }) => ({
    similar: {
      followed: similar?.followed,
      others: form.all('others').slice(0, MOST_OTHERS).map(Number).filter(Number.isInteger),
    },
  }),
  contact(form) {
    if (form.text('do') === 'none') return { contact: { isWanted: false } }
    const { text } = form
    return { contact: { isWanted: true, email: text('email')?.trim(), name: text('name'), phone: text('phone') } }
  },
  check: () => ({}),
}

/** A field that each step's own form always has, once somebody has said something in it. */
const SAID: Partial<Record<FormStep, string[]>> = {
  place: ['lat', 'lon', 'address', 'found'],
  category: ['category'],
  similar: [],
  contact: ['email', 'name', 'phone'],
}

/** For later, a page without its fields changes nothing: what was said before stays. */
export function readStep(step: FormStep, form: TypedForm, fields: DraftFields): DraftFields {
  const isSilent = SAID[step]?.every((name) => form.text(name) === undefined)
  return isSilent && form.text('do') === 'later' ? {} : READERS[step](form, fields)
}
