/** What the two collections have in common. */
import type { Context } from 'hono'
import type { z } from 'zod'
import type { Messages } from '../../../client/i18n/index.ts'
import type { Bounds } from '../../../tenants/schema.ts'
import type { AppEnv } from '../app-env.ts'

export type C = Context<AppEnv>
export type CollectionId = 'meldungen' | 'bezirke'

export type Feature = {
  type: 'Feature'
  id: string | number
  geometry: { type: string; coordinates: unknown[] } | null
  properties: Record<string, string | number | null>
}
export type Page = { features: Feature[]; matched: number; next: string | null; previous: string | null }

/** Each has a word in client/i18n. */
export type PropertyName = keyof Messages['openData']['properties']
/** OpenAPI 3.0: what a property looks like. */
export type Property = {
  type: 'string' | 'integer' | 'number'
  format?: 'date-time' | 'uri'
  nullable?: boolean
  enum?: readonly string[]
}

export type Collection<Shape extends z.ZodRawShape = z.ZodRawShape> = {
  id: CollectionId
  /** Own filters beside bbox, datetime and limit, each named like its property. */
  filters: Shape
  properties: Partial<Record<PropertyName, Property>>
  featureId: Property
  bounds: (c: C) => Bounds
  /** From the first moment there is something of. */
  since: (c: C) => Promise<Date | null>
  read: (c: C, query: Query) => Promise<Page>
  /** @throws not_found */
  get: (c: C, id: string) => Promise<Feature>
}

export type Query = {
  bbox?: Bounds | undefined
  datetime?: { from: Date | undefined; until: Date | undefined } | undefined
  limit: number
  cursor?: string | undefined
} & Record<string, unknown>
