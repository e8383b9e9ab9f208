/** A begun report as the verb takes it. Pure. */
import type { Category } from '../../tenants/catalogue-schema.ts'
import type { Language } from '../../tenants/languages.ts'
import type { Answers, DraftFields } from './draft-fields.ts'

type Typed = {
  category: string
  description: string
  lat?: number | string
  lon?: number | string
  accuracy?: number
  placeSource?: string
  address?: string
  answers: Answers
  contact?: { name?: string; email?: string; phone?: string }
  townChosen?: boolean
}

/** What is no number stays what it is, and is refused by its name. */
export function inputOf(fields: DraftFields, category: Category | undefined, language: Language): Typed {
  const { describe, place = {}, contact } = fields
  const { isWanted, ...reach } = contact ?? { isWanted: false }
  return {
    category: fields.category?.key ?? '',
    // The picture says it, or the order does: the category's name stands where somebody would have written just that.
    description: describe?.description.trim() || category?.name[language] || '',
    lat: numberOf(place.lat),
    lon: numberOf(place.lon),
    accuracy: accuracyOf(place.accuracy),
    placeSource: place.placeSource,
    address: place.address,
    answers: fields.category?.answers ?? {},
    contact: isWanted ? reach : undefined,
    townChosen: place.townChosen,
  }
}

/** German people write a comma. */
export function numberOf(text: string | undefined): number | string | undefined {
  if (text === undefined || text.trim() === '') return undefined
  const number = Number(text.trim().replace(',', '.'))
  return Number.isFinite(number) ? number : text
}

/** Metres, as the device said; anything else is not worth an error. */
function accuracyOf(text: string | undefined): number | undefined {
  const metres = numberOf(text)
  return typeof metres === 'number' && metres >= 0 ? metres : undefined
}
