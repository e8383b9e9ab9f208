/** Everything about all municipalities of Germany at once, for the test and for the benchmark. */
import type { FeatureCollection } from 'geojson'
import { readShared } from './shared-data.ts'

/** Simplified, state of 2021: the 10,997 that must be held. */
export const COARSE = 'boundaries/de-gemeinden-vg5000-2021.geojson.gz'
/** Ten times finer, state of 2016: with it the answer key was made. */
export const FINE = 'boundaries/de-gemeinden-vg250-2016.geojson.gz'
const ANSWER_KEY = 'gazetteer/punkte-20000-mit-ags.csv.gz'

export type KnownPoint = { lat: number; lon: number; ags: string }

export const readMunicipalities = (path: string) => JSON.parse(readShared(path)) as FeatureCollection

export function readAnswerKey(): KnownPoint[] {
  const [, ...rows] = readShared(ANSWER_KEY).trim().split('\n')
  return rows.map((row) => {
    const [lat, lon, ags = ''] = row.split(',')
    return { lat: Number(lat), lon: Number(lon), ags }
  })
}

/** One invented mailbox for each. */
export function inventedContacts({ features }: FeatureCollection): string {
  return features.map(({ properties }) => `${properties?.AGS},rathaus@${properties?.AGS}.example`).join('\n')
}
