/** Fields of the page on which a report is taken down: from what a browser sends to what the verb takes. */
import type { IntakeValues } from '../../../client/clerk/intake-props.ts'
import { numberOf } from '../../drafts/draft-input.ts'
import { typedForm } from '../pages/form/typed-form.ts'

export type TypedFields = {
  values: IntakeValues
  key?: string
  step?: string
  /** This town although the place lies just beyond its border. */
  townChosen?: boolean
}

const TEXTS = ['description', 'category', 'lat', 'lon', 'address', 'name', 'email', 'phone'] as const

export function readFields(form: FormData): TypedFields {
  const { text, answers } = typedForm(form)
  return {
    values: { ...Object.fromEntries(TEXTS.map((name) => [name, text(name)])), answers: answers() },
    key: /^[\w-]{8,200}$/.exec(text('key') ?? '')?.[0],
    step: text('step'),
    townChosen: text('step') === 'stay' || text('townChosen') === 'yes',
  }
}

/** @param unsaid stands for a description that is not needed, as with an order */
export function inputOf({ lat, lon, name, email, phone, ...said }: IntakeValues, unsaid = '') {
  return {
    category: said.category ?? '',
    description: said.description?.trim() || unsaid,
    lat: numberOf(lat),
    lon: numberOf(lon),
    address: said.address,
    answers: said.answers ?? {},
    contact: { name, email, phone },
  }
}
