import type { TownMapProps } from '../../map/TownMap.tsx'
import { whenNear } from '../../map/when-near.ts'

export function wake(element: HTMLElement, props: TownMapProps) {
  whenNear(element, () => import('../../map/live-town-map.ts').then(({ start }) => start(element, props)))
}
