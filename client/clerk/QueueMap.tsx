import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'
import { MapFrame } from '../map/MapFrame.tsx'
import type { Ground, MapFeature, QueueMapWords } from '../map/types.ts'

export type QueueMapProps = Ground & {
  /** `GET {mapUrl}?{query}&zoom=` answers with what exactly this filter lists. */
  mapUrl: string
  query: string
  /** Of this page, for the picture. */
  pins: MapFeature[]
  listId: string
  words: QueueMapWords
}

/** The same reports as the list, beside it; without script a picture. */
export function QueueMap({ language, map }: { language: Language; map: QueueMapProps }) {
  const { outline, bounds, attribution, tiles, pins } = map
  return (
    <section class="queue__map" aria-label={words(language).desk.map.region}>
      <MapFrame
        kind="queue-map"
        island={{ name: 'QueueMap', props: map }}
        label={map.words.picture}
        {...{ outline, bounds, attribution, tiles, pins }}
      />
    </section>
  )
}
