/** What happened, and who has been told. */
import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { at, id, ownTownOnly, town } from './columns.ts'
import { reports } from './reports.ts'

/** Keys, ids and the town's own public answers; never the citizen's text or contact. */
export type EventFacts = {
  from?: string
  to?: string
  department?: string
  category?: string
  reason?: string
  partner?: string
  clerkId?: string | null
  noteId?: string
  /** The town's public words. */
  answer?: string
  date?: string
  /** The report it became in another town. */
  elsewhere?: { town: string; number: number }
  visibility?: string
  what?: 'report' | 'text' | 'photo'
  /** Of a photo that was added, published or hidden. */
  photoId?: string
  /** Who acted by a link, as the link's recipient: `partner/<key>` or `town_hall`. */
  by?: string
  /** Who gets a link to the report with this event, besides whoever else hears of it. */
  linkTo?: string
  /** Whose own system gets the report, as `partner/<key>`. */
  sendTo?: string
  /** What it is called in that system. */
  ref?: string
  /** Who is written to about a report of which they have no link, as `partner/<key>`. */
  writeTo?: string
  /** What a partner with a system of its own was told. */
  news?: string
  priority?: string
  /** The event that was taken back. */
  event?: string
  /** Number of the report that is worked on in this one's place. */
  into?: number
  /** Numbers of the reports that were merged into this one. */
  numbers?: number[]
  /** 1 to 5. */
  score?: number
  /** An explicit "without message": nobody is written to. */
  silent?: boolean
  /** Name of the system that a report was brought in from. */
  source?: string
  /** Keyed digest of the row it was made from: whether the row has changed there since. */
  content?: string
}

/** Append-only history of a report. Timeline, mails and statistics are derived from it. */
export const events = pgTable(
  'events',
  {
    town: town(),
    id: id(),
    reportId: id('report_id'),
    /** The report's version after this event; with `step` it orders the history. */
    version: integer('version').notNull(),
    step: integer('step').notNull(),
    action: text('action').notNull(),
    actorKind: text('actor_kind').notNull(),
    actorId: uuid('actor_id'),
    facts: jsonb('facts').$type<EventFacts>().notNull(),
    happenedAt: at('happened_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.town, t.id] }),
    unique('events_order').on(t.town, t.reportId, t.version, t.step),
    index('events_newest').on(t.town, t.happenedAt),
    foreignKey({ columns: [t.town, t.reportId], foreignColumns: [reports.town, reports.id], name: 'events_report' }),
    ownTownOnly(),
  ],
).enableRLS()

/** One message to one recipient by one channel, with its own state. */
export const deliveries = pgTable(
  'deliveries',
  {
    town: town(),
    id: id(),
    eventId: id('event_id'),
    /** `reporter`, later also followers and partners: who it is for, never an address. */
    recipient: text('recipient').notNull(),
    channel: text('channel').notNull(),
    state: text('state').$type<'waiting' | 'sent' | 'failed'>().notNull(),
    attempts: integer('attempts').notNull(),
    /** Reason key of the last failure. */
    failure: text('failure'),
    changedAt: at('changed_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.town, t.id] }),
    unique('deliveries_once').on(t.town, t.eventId, t.recipient, t.channel),
    index('deliveries_state').on(t.town, t.state, t.changedAt),
    foreignKey({ columns: [t.town, t.eventId], foreignColumns: [events.town, events.id], name: 'deliveries_event' }),
    ownTownOnly(),
  ],
).enableRLS()
