/** The inputs `lat` and `lon` of a form: the place's only home, whoever sets it. */
import type { Position } from './types.ts'

/** A hand's breadth on the ground. */
const DECIMALS = 6

export type PlaceFields = { read: () => Position | undefined; write: (place: Position) => void }

/** @param onTyped called with the place after somebody typed into the inputs, or nothing while it is none */
export function placeFields(form: HTMLFormElement | null, onTyped: (place?: Position) => void): PlaceFields {
  const lat = form?.querySelector<HTMLInputElement>('input[name="lat"]')
  const lon = form?.querySelector<HTMLInputElement>('input[name="lon"]')
  let isWriting = false

  const read = (): Position | undefined => {
    const [y, x] = [degrees(lat?.value, 90), degrees(lon?.value, 180)]
    return x === undefined || y === undefined ? undefined : [x, y]
  }

  for (const input of [lat, lon]) input?.addEventListener('input', () => !isWriting && onTyped(read()))

  return {
    read,
    write([x, y]) {
      isWriting = true
      for (const [input, value] of [
        [lat, y],
        [lon, x],
      ] as const) {
        if (!input) continue
        input.value = value.toFixed(DECIMALS)
        // Others who keep the form hear of it as if it had been typed.
        input.dispatchEvent(new Event('input', { bubbles: true }))
      }
      isWriting = false
    },
  }
}

/** A number of degrees as people write it, with comma or point. */
export function degrees(text: string | undefined, most: number): number | undefined {
  const value = Number(text?.trim().replace(',', '.') || Number.NaN)
  return Math.abs(value) <= most ? value : undefined
}
