/** How long the parts of a report are kept: months after its end. */
import { z } from 'zod'

const months = (most: number) => z.number().int().min(1).max(most)

const spans = {
  contact: months(24).describe('Kontaktdaten: Monate nach dem Ende des Anliegens.'),
  text: months(120).describe('Texte: Monate nach dem Ende des Anliegens.'),
  photos: months(120).describe('Fotos: Monate nach dem Ende des Anliegens.'),
}

export const Retention = z.strictObject({
  contact: spans.contact.default(6),
  text: spans.text.default(36),
  photos: spans.photos.default(12),
})
export type Retention = z.infer<typeof Retention>

/** What a category keeps longer or shorter than the rest of its town. */
export const RetentionChange = z.strictObject(spans).partial()
export type RetentionChange = z.infer<typeof RetentionChange>

type Kept = { retention: Retention; categories: readonly { key: string; retention?: RetentionChange | undefined }[] }

/** The spans of a category; of one that the town no longer has, those of the town. */
export function retentionOf({ retention, categories }: Kept, category: string | undefined): Retention {
  const own = categories.find(({ key }) => key === category)?.retention
  return {
    contact: own?.contact ?? retention.contact,
    text: own?.text ?? retention.text,
    photos: own?.photos ?? retention.photos,
  }
}

/** Categories that keep something longer or shorter than the rest of the town. */
export const retentionExceptions = (town: Kept) =>
  town.categories
    .map(({ key }) => ({ key, ...retentionOf(town, key) }))
    .filter(({ key: _key, ...spans }) => PARTS.some((part) => spans[part] !== town.retention[part]))

const PARTS = ['contact', 'text', 'photos'] as const
