import { words } from '../i18n/index.ts'
import { PlacePicker } from '../map/PlacePicker.tsx'
import { problemOf } from '../ui/field.ts'
import { TextField } from '../ui/TextField.tsx'
import type { PanelProps } from './report-props.ts'

/** A new place: on the map, or by its numbers. */
export function PlaceChange({ frame, panel, picker, point, address }: PanelProps) {
  const { form, clerk } = words(frame.language)
  const typed = (name: 'lat' | 'lon') => panel.values[name] ?? point?.[name].toFixed(6)
  return (
    <>
      <p class="meta">{clerk.movePinHint}</p>
      {picker && <PlacePicker {...picker} />}
      {(['lat', 'lon'] as const).map((name) => (
        <TextField
          key={name}
          name={name}
          label={name === 'lat' ? form.latitude : form.longitude}
          value={typed(name)}
          error={problemOf(panel.errors, name)}
          inputMode="decimal"
          autoComplete="off"
        />
      ))}
      <TextField
        name="address"
        label={form.address}
        value={panel.values.address ?? address}
        error={problemOf(panel.errors, 'address')}
        maxLength={200}
        icon="map-pin"
      />
    </>
  )
}
