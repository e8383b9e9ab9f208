/** Words of a map on which a place is set. */

import { words } from '../../client/i18n/index.ts'
import type { PlacePickerProps } from '../../client/map/PlacePicker.tsx'
import type { Language } from '../../tenants/languages.ts'
import type { RegisteredTown } from '../context.ts'

export function pickerWords(language: Language, town: RegisteredTown): PlacePickerProps['words'] {
  const { map } = words(language)
  return {
    map: map.pickerMap(town),
    picture: map.pickerPicture(town),
    outside: map.outside(town),
    ...map.controls,
    ...map.picker,
  }
}
