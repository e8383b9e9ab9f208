/** A report and what belongs to it. Work status, visibility and delivery are three axes in three places. */
import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
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

const oneOf = (values: readonly string[]) => sql.raw(values.map((value) => `'${value}'`).join(', '))

export const STATUSES = [
  'received',
  'in_progress',
  'scheduled',
  'question',
  'with_partner',
  'done',
  'declined',
  'handed_over',
] as const
export type Status = (typeof STATUSES)[number]

export const VISIBILITIES = ['waiting', 'shown', 'hidden'] as const
export type Visibility = (typeof VISIBILITIES)[number]

export const INTAKE_CHANNELS = [
  'web',
  'widget',
  'app',
  'api',
  'chatbot',
  'email',
  'phone',
  'counter',
  'letter',
  'staff',
] as const
export type IntakeChannel = (typeof INTAKE_CHANNELS)[number]

/** Why a report went where it went: keys only, put into words where it is read. */
export type RoutingReason = (
  | { by: 'rule'; rule: number; department: string; district?: string; partner?: string }
  | { by: 'county'; rule: number; department: string; district?: string }
  | { by: 'category'; category: string; department: string }
  | { by: 'no_point'; department: string }
  | { by: 'nobody'; category: string; department: string }
  | { by: 'gave_back'; department: string }
  | { by: 'assigned'; department: string }
) & {
  /** The department that was absent. */
  deputyOf?: string
  /** Near a border somebody chose this town rather than the other. */
  border?: { other: string; otherName: string; metres: number }
}

/** An answer with the question's wording as it was asked, so that a later catalogue changes no history. */
export type GivenAnswer = {
  key: string
  label: string
  value: string | number | boolean | string[]
  words: string
  public: boolean
  /** Typed, not chosen: public only together with the released text. */
  isFreeText: boolean
}

export const reports = pgTable(
  'reports',
  {
    town: town(),
    id: id(),
    number: integer('number').notNull(),
    category: text('category').notNull(),
    status: text('status').$type<Status>().notNull(),
    /** Where `question` came from and returns to. */
    statusBefore: text('status_before').$type<Status>(),
    closedReason: text('closed_reason'),
    visibility: text('visibility').$type<Visibility>().notNull(),
    textVisibility: text('text_visibility').$type<Visibility>().notNull(),
    department: text('department').notNull(),
    clerkId: uuid('clerk_id'),
    partner: text('partner'),
    routedBecause: jsonb('routed_because').$type<RoutingReason>().notNull(),
    priority: text('priority').notNull(),
    lat: doublePrecision('lat'),
    lon: doublePrecision('lon'),
    /** Metres, as the device said. */
    accuracy: doublePrecision('accuracy'),
    placeSource: text('place_source').notNull(),
    district: text('district'),
    intakeChannel: text('intake_channel').$type<IntakeChannel>().notNull(),
    via: text('via'),
    language: text('language').notNull(),
    tokenVersion: integer('token_version').notNull(),
    trackingHash: text('tracking_hash').notNull(),
    receivedAt: at('received_at').notNull(),
    changedAt: at('changed_at').notNull(),
    answerDueAt: at('answer_due_at').notNull(),
    scheduledFor: at('scheduled_for'),
    questionUntil: at('question_until'),
    partnerUntil: at('partner_until'),
    closedAt: at('closed_at'),
    /** The report that is worked on in this one's place; its status is `declined` because of `duplicate`. */
    mergedInto: uuid('merged_into'),
    /** Since when the reporter's objection waits for an answer. */
    objectionAt: at('objection_at'),
    /** When its contact, words and photos were erased, by the clock or on demand. */
    contactErasedAt: at('contact_erased_at'),
    textErasedAt: at('text_erased_at'),
    photosErasedAt: at('photos_erased_at'),
    /** Brought in from elsewhere: the name of the source, and the report's own key there. */
    source: text('source'),
    sourceRef: text('source_ref'),
    /** Grows with every change; a save carries the one it has seen. */
    version: integer('version').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.town, t.id] }),
    unique('reports_number').on(t.town, t.number),
    unique('reports_tracking').on(t.town, t.trackingHash),
    index('reports_newest').on(t.town, t.receivedAt, t.number),
    index('reports_changed').on(t.town, t.changedAt),
    index('reports_queue').on(t.town, t.department, t.status, t.receivedAt),
    index('reports_place').on(t.town, t.lat, t.lon),
    index('reports_merged').on(t.town, t.mergedInto),
    index('reports_objections').on(t.town, t.objectionAt),
    index('reports_closed').on(t.town, t.closedAt),
    // Everything that counts and the map's cells are made of: they read the index alone.
    index('reports_counted').on(t.town, t.visibility, t.status, t.lat, t.lon, t.number),
    unique('reports_source').on(t.town, t.source, t.sourceRef),
    check('reports_status', sql`${t.status} in (${oneOf(STATUSES)})`),
    check('reports_visibility', sql`${t.visibility} in (${oneOf(VISIBILITIES)})`),
    check('reports_text_visibility', sql`${t.textVisibility} in (${oneOf(VISIBILITIES)})`),
    check('reports_department', sql`${t.department} <> ''`),
    check('reports_point', sql`(${t.lat} is null) = (${t.lon} is null)`),
    check('reports_scheduled', sql`${t.status} <> 'scheduled' or ${t.scheduledFor} is not null`),
    ownTownOnly(),
  ],
).enableRLS()

/** The last number given, one row per town: a counter without gaps. */
export const reportNumbers = pgTable('report_numbers', { town: town(), last: integer('last').notNull() }, (t) => [
  primaryKey({ columns: [t.town] }),
  ownTownOnly(),
]).enableRLS()

/** What the citizen wrote. A row of its own, so that erasing it leaves a true history. */
export const reportTexts = pgTable(
  'report_texts',
  {
    town: town(),
    reportId: id('report_id'),
    description: text('description').notNull(),
    /** Words for the place, as typed. */
    address: text('address'),
    answers: jsonb('answers').$type<GivenAnswer[]>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.town, t.reportId] }),
    foreignKey({
      columns: [t.town, t.reportId],
      foreignColumns: [reports.town, reports.id],
      name: 'report_texts_report',
    }),
    ownTownOnly(),
  ],
).enableRLS()

export const reportContacts = pgTable(
  'report_contacts',
  {
    town: town(),
    reportId: id('report_id'),
    name: text('name'),
    email: text('email'),
    phone: text('phone'),
    /** The person asked for silence. */
    mutedAt: at('muted_at'),
    /** The mail server of the address said that nobody is there. */
    undeliverableAt: at('undeliverable_at'),
  },
  (t) => [
    primaryKey({ columns: [t.town, t.reportId] }),
    foreignKey({
      columns: [t.town, t.reportId],
      foreignColumns: [reports.town, reports.id],
      name: 'report_contacts_report',
    }),
    ownTownOnly(),
  ],
).enableRLS()

export const reportPhotos = pgTable(
  'report_photos',
  {
    town: town(),
    id: id(),
    reportId: id('report_id'),
    position: integer('position').notNull(),
    visibility: text('visibility').$type<Visibility>().notNull(),
    blobKey: text('blob_key').notNull(),
    contentType: text('content_type').notNull(),
    width: integer('width').notNull(),
    height: integer('height').notNull(),
    /** Of the small picture for lists; null where none could be made. */
    thumbKey: text('thumb_key'),
    bytes: integer('bytes').notNull(),
    /** SHA-256 of what is kept, hex. */
    contentHash: text('content_hash').notNull(),
    /** Taken by the town after the work. */
    isResult: boolean('is_result').notNull(),
    addedAt: at('added_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.town, t.id] }),
    unique('report_photos_position').on(t.town, t.reportId, t.position),
    foreignKey({
      columns: [t.town, t.reportId],
      foreignColumns: [reports.town, reports.id],
      name: 'report_photos_report',
    }),
    check('report_photos_visibility', sql`${t.visibility} in (${oneOf(VISIBILITIES)})`),
    ownTownOnly(),
  ],
).enableRLS()

/** Internal notes and questions' replies: words that no history and no public page may carry. */
export const reportNotes = pgTable(
  'report_notes',
  {
    town: town(),
    id: id(),
    reportId: id('report_id'),
    /** Null when somebody without an account wrote it: the reporter, or somebody with a link. */
    authorId: uuid('author_id'),
    text: text('text').notNull(),
    writtenAt: at('written_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.town, t.id] }),
    index('report_notes_report').on(t.town, t.reportId),
    foreignKey({
      columns: [t.town, t.reportId],
      foreignColumns: [reports.town, reports.id],
      name: 'report_notes_report',
    }),
    ownTownOnly(),
  ],
).enableRLS()

/**
 * Links by which somebody outside the town hall works on one report: a partner, or a town that has not joined. Only the
 * hash of the token is kept; it opens nothing but this report and ends by itself.
 */
export const reportLinks = pgTable(
  'report_links',
  {
    town: town(),
    tokenHash: text('token_hash').notNull(),
    reportId: id('report_id'),
    /** `partner/<key>`, or `town_hall` of a town that has not joined; never an address. */
    recipient: text('recipient').notNull(),
    createdAt: at('created_at').notNull(),
    expiresAt: at('expires_at').notNull(),
    revokedAt: at('revoked_at'),
  },
  (t) => [
    primaryKey({ columns: [t.town, t.tokenHash] }),
    index('report_links_report').on(t.town, t.reportId),
    foreignKey({
      columns: [t.town, t.reportId],
      foreignColumns: [reports.town, reports.id],
      name: 'report_links_report',
    }),
    ownTownOnly(),
  ],
).enableRLS()

/**
 * Who wants to hear of a report of somebody else, or only says that it concerns them too. An address counts once its
 * owner has confirmed it.
 */
export const followers = pgTable(
  'followers',
  {
    town: town(),
    id: id(),
    reportId: id('report_id'),
    email: text('email'),
    language: text('language').notNull(),
    createdAt: at('created_at').notNull(),
    confirmedAt: at('confirmed_at'),
    /** Wants no more mails. */
    endedAt: at('ended_at'),
  },
  (t) => [
    primaryKey({ columns: [t.town, t.id] }),
    unique('followers_once').on(t.town, t.reportId, t.email),
    foreignKey({ columns: [t.town, t.reportId], foreignColumns: [reports.town, reports.id], name: 'followers_report' }),
    ownTownOnly(),
  ],
).enableRLS()

/** How content the reporter is with an end: one answer per end. */
export const reportRatings = pgTable(
  'report_ratings',
  {
    town: town(),
    reportId: id('report_id'),
    /** The report's version at its end. */
    version: integer('version').notNull(),
    /** 1 (not at all) to 5 (very). */
    score: integer('score').notNull(),
    ratedAt: at('rated_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.town, t.reportId, t.version] }),
    foreignKey({
      columns: [t.town, t.reportId],
      foreignColumns: [reports.town, reports.id],
      name: 'report_ratings_report',
    }),
    check('report_ratings_score', sql`${t.score} between 1 and 5`),
    ownTownOnly(),
  ],
).enableRLS()

/** What a change took away, for as long as it can be undone: columns of `reports`, no citizen's words. */
export const undoSteps = pgTable(
  'undo_steps',
  {
    town: town(),
    /** One press, one undo, however many reports it changed. */
    id: id(),
    reportId: id('report_id'),
    /** The event that is taken back. */
    eventId: id('event_id'),
    /** The report's version after the change: a later change cannot be undone over. */
    version: integer('version').notNull(),
    before: jsonb('before').$type<Record<string, unknown>>().notNull(),
    personId: id('person_id'),
    until: at('until').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.town, t.id, t.reportId] }),
    index('undo_steps_until').on(t.town, t.until),
    foreignKey({
      columns: [t.town, t.reportId],
      foreignColumns: [reports.town, reports.id],
      name: 'undo_steps_report',
    }),
    ownTownOnly(),
  ],
).enableRLS()

/** That something of a report was erased, what and why: the proof, without a word of what it was. */
export const erasures = pgTable(
  'erasures',
  {
    town: town(),
    id: id(),
    reportId: id('report_id'),
    what: text('what').$type<'contact' | 'text' | 'photos'>().notNull(),
    because: text('because').$type<'retention' | 'reporter'>().notNull(),
    /** When it was to be gone. */
    dueAt: at('due_at').notNull(),
    erasedAt: at('erased_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.town, t.id] }),
    index('erasures_newest').on(t.town, t.erasedAt),
    index('erasures_report').on(t.town, t.reportId),
    foreignKey({ columns: [t.town, t.reportId], foreignColumns: [reports.town, reports.id], name: 'erasures_report' }),
    check('erasures_what', sql`${t.what} in ('contact', 'text', 'photos')`),
    check('erasures_because', sql`${t.because} in ('retention', 'reporter')`),
    ownTownOnly(),
  ],
).enableRLS()

/** Somebody holds a public report to be wrong, hurtful or unlawful: a person of the town decides. */
export const contentNotices = pgTable(
  'content_notices',
  {
    town: town(),
    id: id(),
    reportId: id('report_id'),
    /** `personal`, `insult`, `unlawful`, `other` */
    reason: text('reason').notNull(),
    text: text('text').notNull(),
    email: text('email'),
    language: text('language').notNull(),
    sentAt: at('sent_at').notNull(),
    decidedAt: at('decided_at'),
    decidedBy: uuid('decided_by'),
    /** `hidden` or `kept` */
    decision: text('decision'),
    /** What the one who sent it is told. */
    answer: text('answer'),
  },
  (t) => [
    primaryKey({ columns: [t.town, t.id] }),
    index('content_notices_open').on(t.town, t.decidedAt),
    index('content_notices_report').on(t.town, t.reportId),
    foreignKey({
      columns: [t.town, t.reportId],
      foreignColumns: [reports.town, reports.id],
      name: 'content_notices_report',
    }),
    ownTownOnly(),
  ],
).enableRLS()
