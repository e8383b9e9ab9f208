/** Before and beside a report: drafts, repeated sendings, figures of use. */
import {
  date,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { at, id, ownTownOnly, town } from './columns.ts'

export const drafts = pgTable(
  'drafts',
  {
    town: town(),
    tokenHash: text('token_hash').notNull(),
    fields: jsonb('fields').$type<Record<string, unknown>>().notNull(),
    createdAt: at('created_at').notNull(),
    expiresAt: at('expires_at').notNull(),
    /** What the clock calls it when it is over. */
    id: uuid('id').notNull().defaultRandom(),
    /** What became of it; its fields are empty from then on. */
    sentReportId: uuid('sent_report_id'),
  },
  (t) => [
    primaryKey({ columns: [t.town, t.tokenHash] }),
    unique('drafts_id').on(t.town, t.id),
    index('drafts_expiry').on(t.town, t.expiresAt),
    ownTownOnly(),
  ],
).enableRLS()

/** Photos of a begun report, cleaned. They become the report's own when it is sent. */
export const draftPhotos = pgTable(
  'draft_photos',
  {
    town: town(),
    id: id(),
    draftHash: text('draft_hash').notNull(),
    position: integer('position').notNull(),
    blobKey: text('blob_key').notNull(),
    thumbKey: text('thumb_key'),
    contentType: text('content_type').notNull(),
    width: integer('width').notNull(),
    height: integer('height').notNull(),
    bytes: integer('bytes').notNull(),
    /** SHA-256 of what is kept, hex. */
    contentHash: text('content_hash').notNull(),
    addedAt: at('added_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.town, t.id] }),
    unique('draft_photos_position').on(t.town, t.draftHash, t.position),
    foreignKey({
      columns: [t.town, t.draftHash],
      foreignColumns: [drafts.town, drafts.tokenHash],
      name: 'draft_photos_draft',
    }),
    ownTownOnly(),
  ],
).enableRLS()

/** Words to the town that are no report, such as a barrier on its pages. */
export const feedbacks = pgTable(
  'feedbacks',
  {
    town: town(),
    id: uuid('id').notNull(),
    /** `accessibility` */
    kind: text('kind').notNull(),
    text: text('text').notNull(),
    email: text('email'),
    /** The page it is about, as the person names it. */
    page: text('page'),
    language: text('language').notNull(),
    sentAt: at('sent_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.town, t.id] }), ownTownOnly()],
).enableRLS()

/** Streets and houses of a town, from its own list: finds places where no geocoder answers. */
export const townAddresses = pgTable(
  'town_addresses',
  {
    town: town(),
    street: text('street').notNull(),
    /** The street as it is looked for: small letters, umlauts and "straße" written one way. */
    folded: text('folded').notNull(),
    /** House number; '' for the street as a whole. */
    number: text('number').notNull(),
    /** Part of the town, where two streets bear one name; else ''. */
    part: text('part').notNull(),
    postcode: text('postcode'),
    lat: doublePrecision('lat').notNull(),
    lon: doublePrecision('lon').notNull(),
  },
  (t) => [primaryKey({ columns: [t.town, t.folded, t.number, t.part] }), ownTownOnly()],
).enableRLS()

/** A sending seen before. Inserted first, so that a concurrent twin waits for it and then replays. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    town: town(),
    key: text('key').notNull(),
    contentHash: text('content_hash').notNull(),
    reportId: uuid('report_id').notNull(),
    expiresAt: at('expires_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.town, t.key] }),
    index('idempotency_keys_expiry').on(t.town, t.expiresAt),
    ownTownOnly(),
  ],
).enableRLS()

/** Figures of use without a person in them: one row per day and combination. */
export const usageCounts = pgTable(
  'usage_counts',
  {
    town: town(),
    day: date('day', { mode: 'string' }).notNull(),
    step: text('step').notNull(),
    intakeChannel: text('intake_channel').notNull(),
    device: text('device').notNull(),
    via: text('via').notNull(),
    count: integer('count').notNull(),
  },
  (t) => [primaryKey({ columns: [t.town, t.day, t.step, t.intakeChannel, t.device, t.via] }), ownTownOnly()],
).enableRLS()
