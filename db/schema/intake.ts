/** Before and beside a report: drafts, repeated sendings, figures of use. */
import { date, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { at, ownTownOnly, town } from './columns.ts'

export const drafts = pgTable(
  'drafts',
  {
    town: town(),
    tokenHash: text('token_hash').notNull(),
    fields: jsonb('fields').$type<Record<string, unknown>>().notNull(),
    createdAt: at('created_at').notNull(),
    expiresAt: at('expires_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.town, t.tokenHash] }),
    index('drafts_expiry').on(t.town, t.expiresAt),
    ownTownOnly(),
  ],
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
