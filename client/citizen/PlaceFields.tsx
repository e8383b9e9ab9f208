import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'
import { AddressField } from '../ui/AddressField.tsx'
import { type FieldProblem, problemOf } from '../ui/field.ts'
import { Icon } from '../ui/Icon.tsx'
import { TextField } from '../ui/TextField.tsx'

type Props = {
  language: Language
  base: string
  values: { lat?: string; lon?: string; accuracy?: string; placeSource?: string; address?: string }
  errors: FieldProblem[]
  /** No map, no numbers. */
  isWordsOnly?: boolean
  /** Street and number, as for an order that belongs to a house. */
  isHouse?: boolean
}

/** The place in words, and as numbers: the map writes into the latter. */
export function PlaceFields({ language, base, values, errors, isWordsOnly, isHouse }: Props) {
  const text = words(language).form
  return (
    <>
      <AddressField
        language={language}
        base={base}
        name="address"
        label={isHouse ? text.houseAddress : text.address}
        hint={isHouse ? text.houseAddressHint : text.addressHint}
        value={values.address}
        error={problemOf(errors, 'address')}
        autoComplete={isHouse ? 'street-address' : undefined}
      />
      {!isWordsOnly && (
        <>
          {/* How the place came about: the map and the address field write it. */}
          <input type="hidden" name="placeSource" value={values.placeSource} />
          <input type="hidden" name="accuracy" value={values.accuracy} />
          <Coordinates language={language} values={values} errors={errors} />
        </>
      )}
    </>
  )
}

function Coordinates({ language, values, errors }: Omit<Props, 'base'>) {
  const text = words(language).form
  const open = Boolean(problemOf(errors, 'lat') || problemOf(errors, 'lon') || values.lat || values.lon)
  return (
    <details class="fold fold--quiet" open={open}>
      <summary>
        <span class="fold__name">{text.coordinates}</span>
        <Icon name="chevron-down" />
      </summary>
      <div class="pair">
        <TextField
          name="lat"
          label={text.latitude}
          hint={text.latitudeHint}
          value={values.lat}
          error={problemOf(errors, 'lat')}
          inputMode="decimal"
          autoComplete="off"
        />
        <TextField
          name="lon"
          label={text.longitude}
          hint={text.longitudeHint}
          value={values.lon}
          error={problemOf(errors, 'lon')}
          inputMode="decimal"
          autoComplete="off"
        />
      </div>
    </details>
  )
}
