/** The map on which a report's place is set anew; loaded only where it stands on the page. */
import type { PlacePickerProps } from '../map/PlacePicker.tsx'

export async function wakePicker(): Promise<void> {
  const frame = document.querySelector<HTMLElement>('[data-island="PlacePicker"]')
  // The page on which a report is taken down wakes its own.
  if (!frame || frame.closest('[data-intake]')) return
  const { start } = await import('../map/live-place-picker.ts')
  start(frame, JSON.parse(frame.dataset.props ?? '{}') as PlacePickerProps)
}
