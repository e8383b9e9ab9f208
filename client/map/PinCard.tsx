/** What a tapped pin tells: the same as its row in the list. */
import { Icon } from './Icon.tsx'
import { PinMark, pinBox } from './marks.tsx'
import type { Pin, TownMapWords } from './types.ts'

type Props = { pin: Pin; words: TownMapWords; onClose: () => void }

export function PinCard({ pin, words, onClose }: Props) {
  return (
    <div class="map-card">
      <svg class="map-card-mark" viewBox={pinBox(pin.status).join(' ')} aria-hidden="true">
        <PinMark status={pin.status} />
      </svg>
      <div class="map-card-text">
        <p class="map-card-title">{pin.categoryName}</p>
        {pin.address && <p class="map-card-place">{pin.address}</p>}
        <p class="map-card-status">
          <span class={`map-card-word mark-${pin.status}`}>{pin.statusLabel}</span> #{pin.number}
        </p>
        <a class="map-card-link" href={pin.url}>
          {words.details}
        </a>
      </div>
      <button type="button" class="map-button map-card-close" aria-label={words.close} onClick={onClose}>
        <Icon name="close" />
      </button>
    </div>
  )
}
