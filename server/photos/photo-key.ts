/** Where a photo lies among the blobs: `<town>/photos/<id>.jpg`, the small one beside it. */
import type { Picture } from '../ports.ts'

const ENDINGS = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' } as const

export const endingOf = (contentType: string): string => ENDINGS[contentType as Picture['contentType']] ?? 'jpg'

export const photoKey = (town: string, id: string, contentType: string) =>
  `${town}/photos/${id}.${endingOf(contentType)}`

export const thumbKey = (town: string, id: string, contentType: string) =>
  `${town}/photos/${id}-small.${endingOf(contentType)}`

/** Every key a photo of this id can have, for the clock, which knows no more than the id. */
export function keysOf(town: string, id: string): string[] {
  const types = Object.keys(ENDINGS)
  return [...types.map((type) => photoKey(town, id, type)), ...types.map((type) => thumbKey(town, id, type))]
}
