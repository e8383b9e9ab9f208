import type { PlacePickerProps } from '../../map/PlacePicker.tsx'
import { whenNear } from '../../map/when-near.ts'

export function wake(element: HTMLElement, props: PlacePickerProps) {
  whenNear(element, () => import('../../map/live-place-picker.ts').then(({ start }) => start(element, props)))
}
