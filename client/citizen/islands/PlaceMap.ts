import type { PlaceMapProps } from '../../map/PlaceMap.tsx'
import { whenNear } from '../../map/when-near.ts'

export function wake(element: HTMLElement, props: PlaceMapProps) {
  whenNear(element, () => import('../../map/live-place-map.ts').then(({ start }) => start(element, props)))
}
