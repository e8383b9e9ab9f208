/** Nominatim. Its public instance forbids asking while somebody types, so only whole questions go there. */
import { z } from 'zod'
import type { FoundPlace, Geocoder } from '../ports.ts'
import type { AskJson } from './geocoder-question.ts'
import { addressLabel, positionsOf, wholeItems } from './geocoder-words.ts'

/** GeocodeJSON (draft), whose fields stay the same over versions. */
const Feature = z.object({
  geometry: z.object({ coordinates: z.tuple([z.number(), z.number()]).rest(z.number()) }),
  properties: z.object({
    geocoding: z.object({
      name: z.string().nullish(),
      label: z.string().nullish(),
      street: z.string().nullish(),
      housenumber: z.string().nullish(),
      postcode: z.string().nullish(),
      locality: z.string().nullish(),
      district: z.string().nullish(),
      city: z.string().nullish(),
    }),
  }),
})
const Answer = z.object({ features: z.array(z.unknown()) })
const Nothing = z.object({ error: z.unknown() })

export function nominatimGeocoder(base: URL, ask: AskJson): Geocoder {
  const at = (path: string, query: Record<string, string>) => {
    const url = new URL(`${base.href.replace(/\/$/, '')}/${path}`)
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
    return url
  }
  const placesOf = async (url: URL) => {
    const answer = await ask(url)
    // Outside what it covers it says so instead of an empty list.
    if (Nothing.safeParse(answer).success) return []
    return wholeItems(Feature, Answer.parse(answer).features).map(placeOf)
  }
  const asked = (language: string) => ({
    format: 'geocodejson',
    addressdetails: '1',
    'accept-language': language.split('-')[0]!,
  })
  return {
    provider: base.host,
    mayComplete: false,
    search(words, { bounds, language, most }) {
      const box = { viewbox: bounds.join(','), bounded: '1', countrycodes: 'de' }
      return placesOf(at('search', { q: words, limit: `${most}`, ...box, ...asked(language) }))
    },
    async nameAt({ lat, lon }, language) {
      const place = { lat: `${lat}`, lon: `${lon}`, zoom: '18', layer: 'address' }
      return (await placesOf(at('reverse', { ...place, ...asked(language) })))[0] ?? null
    },
  }
}

function placeOf({ geometry, properties }: z.infer<typeof Feature>): FoundPlace {
  const { name, label, street, housenumber, postcode, locality, district, city } = properties.geocoding
  const [lon, lat] = positionsOf(geometry.coordinates)
  const parts = { name, street, number: housenumber, part: locality ?? district, city }
  const given = Object.fromEntries(Object.entries(parts).map(([key, value]) => [key, value ?? undefined]))
  return { label: addressLabel(given) || (label ?? ''), postcode: postcode ?? undefined, lat, lon }
}
