/** What other systems may do, and what they are told. */
import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { at, id, ownTownOnly, town } from './columns.ts'
import { events } from './events.ts'
import { reports } from './reports.ts'

/**
 * What a key is good for. `submit`: file reports. `update`: tell what became of a report that was filed with this key.
 * `read`: reports of its department with everything that is not public but the contact; `contact`: that too. `work`:
 * do with them what a clerk of the department does.
 */
export const SCOPES = ['submit', 'update', 'read', 'contact', 'work'] as const
export type Scope = (typeof SCOPES)[number]

/** Keys of other systems, made by a town's admin. */
export const apiKeys = pgTable(
  'api_keys',
  {
    town: town(),
    id: id(),
    /** Which system it is for, in the admin's words. */
    name: text('name').notNull(),
    keyHash: text('key_hash').notNull(),
    /** The last four signs, to know it by. */
    ending: text('ending').notNull(),
    scopes: jsonb('scopes').$type<Scope[]>().notNull(),
    /** Null: of the whole town. */
    department: text('department'),
    /** Calls, whatever they are for. */
    perHour: integer('per_hour').notNull(),
    createdAt: at('created_at').notNull(),
    createdBy: uuid('created_by').notNull(),
    /** To the day. */
    usedAt: at('used_at'),
    endedAt: at('ended_at'),
  },
  (t) => [primaryKey({ columns: [t.town, t.id] }), unique('api_keys_hash').on(t.town, t.keyHash), ownTownOnly()],
).enableRLS()

/** Addresses that are told of events, by the Standard Webhooks specification. */
export const webhooks = pgTable(
  'webhooks',
  {
    town: town(),
    id: id(),
    url: text('url').notNull(),
    /** Null: of the whole town. */
    department: text('department'),
    /** Types of events; empty: all. */
    types: jsonb('types').$type<string[]>().notNull(),
    /** Sealed with APP_SECRET. */
    secret: text('secret').notNull(),
    /** The one before, for as long as both sign. */
    secretBefore: text('secret_before'),
    secretBeforeUntil: at('secret_before_until'),
    createdAt: at('created_at').notNull(),
    createdBy: uuid('created_by').notNull(),
    /** No more is sent there; why: `gone`, `failing`, `by_hand`. */
    stoppedAt: at('stopped_at'),
    stoppedBecause: text('stopped_because'),
  },
  (t) => [primaryKey({ columns: [t.town, t.id] }), ownTownOnly()],
).enableRLS()

/** One event to one address: the log, and what can be sent once more. */
export const webhookDeliveries = pgTable(
  'webhook_deliveries',
  {
    town: town(),
    id: id(),
    webhookId: id('webhook_id'),
    eventId: id('event_id'),
    type: text('type').notNull(),
    state: text('state').$type<'waiting' | 'sent' | 'failed'>().notNull(),
    attempts: integer('attempts').notNull(),
    /** Of the last answer; null when there was none. */
    status: integer('status'),
    /** Reason key of the last failure. */
    failure: text('failure'),
    createdAt: at('created_at').notNull(),
    changedAt: at('changed_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.town, t.id] }),
    unique('webhook_deliveries_once').on(t.town, t.webhookId, t.eventId),
    index('webhook_deliveries_newest').on(t.town, t.webhookId, t.changedAt),
    foreignKey({
      columns: [t.town, t.webhookId],
      foreignColumns: [webhooks.town, webhooks.id],
      name: 'webhook_deliveries_webhook',
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.town, t.eventId],
      foreignColumns: [events.town, events.id],
      name: 'webhook_deliveries_event',
    }),
    ownTownOnly(),
  ],
).enableRLS()

/** An update that another system has sent, under its own id: sent again it is answered, not taken twice. */
export const foreignUpdates = pgTable(
  'foreign_updates',
  {
    town: town(),
    /** `key/<id>` of whoever sent it, or `partner/<key>` whose feed it was read from. */
    sender: text('sender').notNull(),
    updateId: text('update_id').notNull(),
    reportId: id('report_id'),
    /** What it became here. */
    eventId: uuid('event_id'),
    takenAt: at('taken_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.town, t.sender, t.updateId] }),
    index('foreign_updates_event').on(t.town, t.eventId),
    foreignKey({
      columns: [t.town, t.reportId],
      foreignColumns: [reports.town, reports.id],
      name: 'foreign_updates_report',
    }),
    ownTownOnly(),
  ],
).enableRLS()

/** A report that a partner's own system has, by Open311. */
export const partnerReports = pgTable(
  'partner_reports',
  {
    town: town(),
    reportId: id('report_id'),
    partner: text('partner').notNull(),
    /** `service_request_id` there; null until it is known. */
    ref: text('ref'),
    /** Given instead, until the partner's system has made a number. */
    token: text('token'),
    givenAt: at('given_at').notNull(),
    /** When it arrived there. */
    takenAt: at('taken_at'),
  },
  (t) => [
    primaryKey({ columns: [t.town, t.reportId, t.partner] }),
    unique('partner_reports_ref').on(t.town, t.partner, t.ref),
    foreignKey({
      columns: [t.town, t.reportId],
      foreignColumns: [reports.town, reports.id],
      name: 'partner_reports_report',
    }),
    ownTownOnly(),
  ],
).enableRLS()

/** How far a partner's news have been read. */
export const partnerFeeds = pgTable(
  'partner_feeds',
  {
    town: town(),
    partner: text('partner').notNull(),
    /** What the clock calls it. */
    id: uuid('id').notNull(),
    readUntil: at('read_until').notNull(),
    /** Reason key of the last failure. */
    failure: text('failure'),
  },
  (t) => [primaryKey({ columns: [t.town, t.partner] }), unique('partner_feeds_id').on(t.town, t.id), ownTownOnly()],
).enableRLS()
