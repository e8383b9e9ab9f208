import { PlaceStep } from '../../../../client/citizen/form/PlaceStep.tsx'
import { words } from '../../../../client/i18n/index.ts'
import { PlacePicker } from '../../../../client/map/PlacePicker.tsx'
import { town as townPaths } from '../../../../client/paths.ts'
import { categoryOf } from '../../../drafts/check-draft.ts'
import { groundOf } from '../../town-ground.ts'
import type { C, StepView } from './step-view.ts'

export function placePage(c: C, { frame, fields, token = '', next }: StepView) {
  const { lat, lon } = fields.describe?.photoPlace ?? fields.prefill ?? {}
  const isAddressOnly = categoryOf(c.var.ctx, fields)?.place === 'address'
  const { karte, von } = c.req.query()
  const isWordsOnly = karte === 'aus'
  return (
    <PlaceStep
      {...frame}
      next={next}
      values={fields.place ?? { lat, lon }}
      isAddressOnly={isAddressOnly}
      map={isAddressOnly || isWordsOnly ? undefined : placePicker(c)}
      switchHref={
        isAddressOnly
          ? undefined
          : townPaths(c.var.base).step(token, 'place', { von, karte: isWordsOnly ? undefined : 'aus', aendern: '1' })
      }
    />
  )
}

function placePicker(c: C) {
  const { town, language } = c.var
  const { map } = words(language)
  return (
    <PlacePicker
      {...groundOf(town)}
      words={{
        map: map.pickerMap(town),
        picture: map.pickerPicture(town),
        outside: map.outside(town),
        ...map.controls,
        ...map.picker,
      }}
    />
  )
}
