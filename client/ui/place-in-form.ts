/** The place a form holds: inputs `lat` and `lon`, and where there are such `accuracy` and `placeSource`. */

export type PlaceSource = 'gps' | 'map' | 'address' | 'photo' | 'words'
type Degrees = { lat: string; lon: string }

/** @param onMoved called when somebody else wrote a place */
export function placeInForm(form: HTMLFormElement | null, onMoved: () => void) {
  const field = (name: string) => form?.querySelector<HTMLInputElement>(`input[name="${name}"]`)
  let isWriting = false
  let source: PlaceSource | undefined

  const set = (name: string, value: string) => {
    const input = field(name)
    if (!input) return
    input.value = value
    input.dispatchEvent(new Event('input', { bubbles: true }))
  }
  const writeAll = (values: Degrees, from: PlaceSource | undefined) => {
    isWriting = true
    source = from
    // Before the place itself: whoever listens to that finds the rest in order.
    set('accuracy', '')
    set('placeSource', from ?? '')
    set('lat', values.lat)
    set('lon', values.lon)
    isWriting = false
  }

  for (const name of ['lat', 'lon']) {
    field(name)?.addEventListener('input', () => {
      if (isWriting) return
      source = undefined
      onMoved()
    })
  }
  return {
    read(): Degrees | undefined {
      const [lat, lon] = [field('lat')?.value.trim(), field('lon')?.value.trim()].map((text) => text?.replace(',', '.'))
      return lat && lon ? { lat, lon } : undefined
    },
    write: ({ lat, lon }: { lat: number; lon: number }) =>
      writeAll({ lat: lat.toFixed(6), lon: lon.toFixed(6) }, 'address'),
    clear: () => writeAll({ lat: '', lon: '' }, undefined),
    /** Who wrote it last, as far as this page knows. */
    source: () => source ?? (field('placeSource')?.value as PlaceSource | undefined),
  }
}
