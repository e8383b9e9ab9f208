/** The inputs `lat` and `lon` of a form: the place's only home, whoever sets it. */
import type { Position } from './types.ts'

/** A hand's breadth on the ground. */
const DECIMALS = 6

/** How the place came about, for the fields `placeSource` and `accuracy` of forms that have them. */
export type PlaceOrigin = { source: 'map' | 'gps' | 'address' /** Metres. */; accuracy?: number }
export type PlaceFields = {
  read: () => Position | undefined
  write: (place: Position, origin: PlaceOrigin) => void
}

/** @param onTyped called with the place after somebody typed into the inputs, or nothing while it is none */
export function placeFields(form: HTMLFormElement | null, onTyped: (place?: Position) => void): PlaceFields {
  const lat = form?.querySelector<HTMLInputElement>('input[name="lat"]')
  const lon = form?.querySelector<HTMLInputElement>('input[name="lon"]')
  let isWriting = false

  const read = (): Position | undefined => {
    const [y, x] = [degrees(lat?.value, 90), degrees(lon?.value, 180)]
    return x === undefined || y === undefined ? undefined : [x, y]
  }

  const set = (name: string, value: string) => {
    const input = form?.querySelector<HTMLInputElement>(`input[name="${name}"]`)
    if (!input) return
    input.value = value
    // Others who keep the form hear of it as if it had been typed.
    input.dispatchEvent(new Event('input', { bubbles: true }))
  }

  for (const input of [lat, lon]) input?.addEventListener('input', () => !isWriting && onTyped(read()))

  return {
    read,
    write([x, y], { source, accuracy }) {
      isWriting = true
      set('placeSource', source)
      set('accuracy', accuracy === undefined ? '' : `${Math.round(accuracy)}`)
      set('lat', y.toFixed(DECIMALS))
      set('lon', x.toFixed(DECIMALS))
      isWriting = false
    },
  }
}

/** A number of degrees as people write it, with comma or point. */
export function degrees(text: string | undefined, most: number): number | undefined {
  const value = Number(text?.trim().replace(',', '.') || Number.NaN)
  return Math.abs(value) <= most ? value : undefined
}
