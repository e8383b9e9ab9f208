/** Where one report is: a picture; with a base map configured it wakes up into streets. */
import { MapFrame } from './MapFrame.tsx'
import type { Ground, MapFeature, MapWords, Pin } from './types.ts'

export type PlaceMapProps = Ground & {
  pin: MapFeature<Pin>
  words: Pick<MapWords, 'map' | 'zoomIn' | 'zoomOut'> & { picture: string }
}

export function PlaceMap(props: PlaceMapProps) {
  const { outline, bounds, attribution, tiles, pin, words } = props
  return (
    <MapFrame
      kind="place-map"
      island={tiles && { name: 'PlaceMap', props }}
      label={words.picture}
      pins={[pin]}
      chosen={pin.properties.number}
      {...{ outline, bounds, attribution, tiles }}
    />
  )
}
