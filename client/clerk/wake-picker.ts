/** The map on which a report's place is set anew; loaded only where it stands on the page. */
import type { PlacePickerProps } from '../map/PlacePicker.tsx'

export async function wakePicker(): Promise<void> {
  const frame = document.querySelector<HTMLElement>('[data-island="PlacePicker"]')
  if (!frame) return
  const { start } = await import('../map/live-place-picker.ts')
  start(frame, JSON.parse(frame.dataset.props ?? '{}') as PlacePickerProps)
}
