/** Map of a town's reports: a picture from the server that wakes up into a living map. */
import { MapFrame } from './MapFrame.tsx'
import type { Ground, MapFeature, TownMapWords } from './types.ts'

export type TownMapProps = Ground & {
  /** `GET {mapUrl}?bbox=w,s,e,n&zoom=z` answers with `MapFeatures`. */
  mapUrl: string
  /** Further filters of the page, as a query without "?": `status=open&category=pothole`. */
  query?: string
  /** Pins and clusters for the first paint. */
  pins: MapFeature[]
  /** Element that Enter on the map leads to: the list of the same reports. */
  listId?: string
  /** `GET {sectionUrl}?bbox=w,s,e,n` answers with the list of the part shown, as HTML. */
  sectionUrl?: string
  words: TownMapWords
}

export function TownMap(props: TownMapProps) {
  const { outline, bounds, attribution, tiles, pins, words } = props
  return (
    <MapFrame
      kind="town-map"
      island={{ name: 'TownMap', props }}
      label={words.picture}
      {...{ outline, bounds, attribution, tiles, pins }}
    />
  )
}
