/** The search for places of the BKG ("gdz_ortssuche"), with the official coordinates of houses. */
import { z } from 'zod'
import type { FoundPlace, Geocoder } from '../ports.ts'
import type { AskJson } from './geocoder-question.ts'
import { addressLabel, positionsOf, wholeItems } from './geocoder-words.ts'

const Feature = z.object({
  geometry: z.object({ coordinates: z.tuple([z.number(), z.number()]).rest(z.number()) }),
  properties: z.object({
    text: z.string().optional(),
    strasse: z.string().optional(),
    haus: z.coerce.string().optional(),
    plz: z.coerce.string().optional(),
    ort: z.string().optional(),
    ortsteil: z.string().optional(),
  }),
})
const Answer = z.object({ features: z.array(z.unknown()) })
const HOUSES_AND_STREETS = 'typ:haus OR typ:strasse'
/** Metres around a place within which its address is looked for. */
const REVERSE_M = '100'

/** @param base the service with its key in the path: `https://sg.geodatenzentrum.de/gdz_ortssuche__{key}` */
export function bkgGeocoder(base: URL, ask: AskJson): Geocoder {
  const at = (query: Record<string, string>) => {
    const url = new URL(`${base.href.replace(/\/$/, '')}/geosearch`)
    const common = { srsName: 'EPSG:4326', outputformat: 'json' }
    for (const [name, value] of Object.entries({ ...query, ...common })) url.searchParams.set(name, value)
    return url
  }
  const placesOf = async (url: URL) => wholeItems(Feature, Answer.parse(await ask(url)).features).map(placeOf)
  return {
    provider: base.host,
    mayComplete: true,
    search: (words, { bounds, most }) => placesOf(at({ query: words, count: `${most}`, bbox: bounds.join(',') })),
    async nameAt({ lat, lon }) {
      const place = { lat: `${lat}`, lon: `${lon}`, distance: REVERSE_M, count: '1' }
      return (await placesOf(at({ ...place, filter: HOUSES_AND_STREETS })))[0] ?? null
    },
  }
}

function placeOf({ geometry, properties }: z.infer<typeof Feature>): FoundPlace {
  const { text, strasse, haus, plz, ort, ortsteil } = properties
  const [lon, lat] = positionsOf(geometry.coordinates)
  const label = addressLabel({
    name: strasse ? undefined : text,
    street: strasse,
    number: haus,
    part: ortsteil,
    city: ort,
  })
  return { label, postcode: plz, lat, lon }
}
