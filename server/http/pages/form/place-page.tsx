import { type FoundPlaces, PlaceStep } from '../../../../client/citizen/form/PlaceStep.tsx'
import { PlacePicker } from '../../../../client/map/PlacePicker.tsx'
import { town as townPaths } from '../../../../client/paths.ts'
import { categoryOf } from '../../../drafts/check-draft.ts'
import type { DraftFields } from '../../../drafts/draft-fields.ts'
import { findAddresses } from '../../../places/find-addresses.ts'
import { pickerWords } from '../../picker-words.ts'
import { groundOf } from '../../town-ground.ts'
import { formPaths } from './form-base.ts'
import type { C, StepView } from './step-view.ts'

/** As many as are read at a glance. */
const MOST_FOUND = 7

export function placePage(c: C, { frame, fields, token = '', next, found }: StepView) {
  const isAddressOnly = categoryOf(c.var.ctx, fields)?.place === 'address'
  const { karte, von } = c.req.query()
  const isWordsOnly = karte === 'aus'
  return (
    <PlaceStep
      {...frame}
      next={next}
      values={fields.place ?? offeredPlace(fields)}
      found={found}
      isAddressOnly={isAddressOnly}
      map={isAddressOnly || isWordsOnly ? undefined : placePicker(c)}
      switchHref={
        isAddressOnly
          ? undefined
          : formPaths(c).step(token, 'place', { von, karte: isWordsOnly ? undefined : 'aus', aendern: '1' })
      }
    />
  )
}

/** Where the photo was taken, or where the link points. */
function offeredPlace({ describe, prefill }: DraftFields) {
  if (describe?.photoPlace) return { ...describe.photoPlace, placeSource: 'photo' }
  return { lat: prefill?.lat, lon: prefill?.lon }
}

/** Without script: what the words in the field may mean. */
export async function findPlaces(c: C, words: string | undefined): Promise<FoundPlaces | undefined> {
  if (!words) return undefined
  const { items } = await findAddresses(c.var.ctx, c.var.deps.geocoder, { words, most: MOST_FOUND })
  return items.map(({ lat, lon, label, isOutside }) => ({ value: `${lat} ${lon} ${label}`, label, isOutside }))
}

function placePicker(c: C) {
  const { town, language, base } = c.var
  return <PlacePicker {...groundOf(town)} placesUrl={townPaths(base).places()} words={pickerWords(language, town)} />
}
