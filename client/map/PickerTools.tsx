/** Ways to set a place without pointing at the map: own location, and four steps of 2 m. */
import { Icon } from './Icon.tsx'
import type { PlacePickerWords } from './types.ts'

export const DIRECTIONS = { north: [0, 1], west: [-1, 0], east: [1, 0], south: [0, -1] } as const
export type Direction = keyof typeof DIRECTIONS

type Props = { words: PlacePickerWords; onLocate: () => void; onMove: (direction: Direction) => void }

export function PickerTools({ words, onLocate, onMove }: Props) {
  return (
    <div class="picker-tools">
      <button type="button" class="picker-locate" onClick={onLocate}>
        <Icon name="locate" />
        {words.locate}
      </button>
      <fieldset class="picker-move">
        <legend>{words.move}</legend>
        {(Object.keys(DIRECTIONS) as Direction[]).map((direction) => (
          <button
            key={direction}
            type="button"
            class="map-button"
            aria-label={words[direction]}
            title={words[direction]}
            onClick={() => onMove(direction)}
          >
            <Icon name={direction} />
          </button>
        ))}
      </fieldset>
    </div>
  )
}
