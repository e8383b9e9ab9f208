import type { TownMapProps } from '../../map/TownMap.tsx'
import { whenUsed } from '../../map/when-near.ts'

export function wake(element: HTMLElement, props: TownMapProps) {
  whenUsed(element, () => import('../../map/live-town-map.ts').then(({ start }) => start(element, props)))
}
