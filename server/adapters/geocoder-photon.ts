/** Photon (komoot), self-hosted; made for being asked while somebody types. API: docs/api-v1.md. */
import { z } from 'zod'
import type { FoundPlace, Geocoder } from '../ports.ts'
import type { AskJson } from './geocoder-question.ts'
import { addressLabel, positionsOf, wholeItems } from './geocoder-words.ts'

const Feature = z.object({
  geometry: z.object({ coordinates: z.tuple([z.number(), z.number()]).rest(z.number()) }),
  properties: z.object({
    name: z.string().optional(),
    street: z.string().optional(),
    housenumber: z.string().optional(),
    postcode: z.string().optional(),
    district: z.string().optional(),
    city: z.string().optional(),
  }),
})
const Answer = z.object({ features: z.array(z.unknown()) })
/** Kilometres around a place within which its address is looked for. */
const REVERSE_KM = '0.1'

export function photonGeocoder(base: URL, ask: AskJson): Geocoder {
  const at = (path: string, query: Record<string, string>, layers: string[]) => {
    const url = new URL(`${base.href.replace(/\/$/, '')}/${path}`)
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
    for (const layer of layers) url.searchParams.append('layer', layer)
    return url
  }
  const placesOf = async (url: URL) => wholeItems(Feature, Answer.parse(await ask(url)).features).map(placeOf)
  return {
    provider: base.host,
    mayComplete: true,
    search(words, { bounds, language, most }) {
      const query = { q: words, limit: `${most}`, lang: photonLanguage(language), bbox: bounds.join(',') }
      return placesOf(at('api', query, []))
    },
    async nameAt({ lat, lon }, language) {
      const query = { lat: `${lat}`, lon: `${lon}`, radius: REVERSE_KM, limit: '1', lang: photonLanguage(language) }
      return (await placesOf(at('reverse', query, ['house', 'street'])))[0] ?? null
    },
  }
}

/** Photon refuses languages it was not built with; these are in every build. */
const photonLanguage = (language: string) => (language.startsWith('en') ? 'en' : 'de')

function placeOf({ geometry, properties }: z.infer<typeof Feature>): FoundPlace {
  const { name, street, housenumber, postcode, district, city } = properties
  const [lon, lat] = positionsOf(geometry.coordinates)
  return { label: addressLabel({ name, street, number: housenumber, part: district, city }), postcode, lat, lon }
}
