/** Locate and zoom: 44 px, named by words for those who do not see the sign. */
import { Icon } from './Icon.tsx'
import type { MapWords } from './types.ts'

type Props = {
  words: Pick<MapWords, 'zoomIn' | 'zoomOut'> & { locate?: string }
  onZoom: (by: 1 | -1) => void
  onLocate?: () => void
}

export function MapButtons({ words, onZoom, onLocate }: Props) {
  return (
    <div class="map-buttons">
      {onLocate && (
        <button type="button" class="map-button" aria-label={words.locate} title={words.locate} onClick={onLocate}>
          <Icon name="locate" />
        </button>
      )}
      <div class="map-button-group">
        <button
          type="button"
          class="map-button"
          aria-label={words.zoomIn}
          title={words.zoomIn}
          onClick={() => onZoom(1)}
        >
          <Icon name="plus" />
        </button>
        <button
          type="button"
          class="map-button"
          aria-label={words.zoomOut}
          title={words.zoomOut}
          onClick={() => onZoom(-1)}
        >
          <Icon name="minus" />
        </button>
      </div>
    </div>
  )
}
