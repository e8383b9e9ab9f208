/** Fields of the report form: from what a browser sends to what the verb takes. */
import type { ReportFormProps } from '../../../client/citizen/ReportForm.tsx'
import type { DraftFields } from '../../drafts/draft.ts'

export type FormFields = {
  values: ReportFormProps['values']
  key?: string
  via?: string
  step?: string
  /** This town although the place lies just beyond its border. */
  townChosen?: boolean
}

const PLACE = ['lat', 'lon', 'accuracy', 'placeSource', 'address'] as const
const TEXTS = ['description', 'category', ...PLACE, 'name', 'email', 'phone'] as const
const ANSWER = 'answers.'

export function readFields(form: FormData): FormFields {
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  const answers: Record<string, string[]> = {}
  for (const [name, value] of form) {
    if (!name.startsWith(ANSWER) || typeof value !== 'string' || value === '') continue
    const key = name.slice(ANSWER.length)
    answers[key] = [...(answers[key] ?? []), value]
  }
  const values = Object.fromEntries(TEXTS.map((name) => [name, text(name)]))
  return {
    values: {
      ...values,
      answers: Object.fromEntries(Object.entries(answers).map(([key, all]) => [key, all.length > 1 ? all : all[0]])),
    },
    key: /^[\w-]{8,200}$/.exec(text('key') ?? '')?.[0],
    via: text('via'),
    step: text('step'),
    townChosen: text('step') === 'stay' || text('townChosen') === 'yes',
  }
}

/**
 * The form's words as the verb's input; what is no number stays what it is and is refused by its name.
 * @param unsaid stands for a description that is not needed, as with an order
 */
export function inputOf(
  {
    lat,
    lon,
    accuracy,
    placeSource,
    description,
    category,
    address,
    answers,
    name,
    email,
    phone,
  }: FormFields['values'],
  unsaid = '',
) {
  return {
    category: category ?? '',
    description: description?.trim() || unsaid,
    lat: numberOf(lat),
    lon: numberOf(lon),
    // Nobody typed these, so nobody could mend them.
    accuracy: /^\d{1,6}$/.test(accuracy ?? '') ? Number(accuracy) : undefined,
    placeSource,
    address,
    answers: answers ?? {},
    contact: { name, email, phone },
  }
}

/** German people write a comma. */
function numberOf(text: string | undefined): number | string | undefined {
  if (text === undefined) return undefined
  const number = Number(text.trim().replace(',', '.'))
  return Number.isFinite(number) ? number : text
}

export function fieldsOfDraft(fields: DraftFields): FormFields {
  return fields as FormFields
}
