/** The map of the report form; fills the inputs `lat` and `lon` of the form it stands in. */
import { MapFrame } from './MapFrame.tsx'
import { PickerTools } from './PickerTools.tsx'
import type { Ground, PlacePickerWords } from './types.ts'

export type PlacePickerProps = Ground & {
  words: PlacePickerWords
  /** `GET {placesUrl}?lat=&lon=` answers with addresses around; without it there is no list of them. */
  placesUrl?: string
}

/** Drawn for their room: nobody can press them before the script is there. */
const nothing = () => undefined
const ASLEEP = { onLocate: nothing, onMove: nothing, onTake: nothing }

export function PlacePicker(props: PlacePickerProps) {
  const { outline, bounds, attribution, tiles, words, placesUrl } = props
  return (
    <MapFrame
      kind="place-picker"
      island={{ name: 'PlacePicker', props }}
      label={words.picture}
      {...{ outline, bounds, attribution, tiles }}
    >
      {/* Stands there empty from the start: a live region that comes with its text is not read out. */}
      <p class="map-status" role="status" />
      <div class="picker-below" data-needs-script>
        <PickerTools words={words} nearby={placesUrl ? async () => null : undefined} {...ASLEEP} />
      </div>
    </MapFrame>
  )
}
