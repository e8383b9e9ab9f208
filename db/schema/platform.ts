/** Tables of the platform. No row-level security, and therefore no citizen's data. */
import {
  bigint,
  boolean,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import type { MultiPolygon, Polygon } from 'geojson'
import type { WholeCategory } from '../../tenants/catalogue-schema.ts'
import type { StoredTown, TownSettings } from '../../tenants/schema.ts'
import { at } from './columns.ts'

export const towns = pgTable(
  'towns',
  {
    key: text('key').primaryKey(),
    name: text('name').notNull(),
    kind: text('kind').notNull(),
    /** Municipality or county key; unknown only for towns applied before it was kept here. */
    ags: text('ags'),
    host: text('host').unique(),
    live: boolean('live').notNull(),
    /** False: has not joined; what is reported there goes to its mailbox. */
    member: boolean('member').notNull().default(true),
    version: integer('version').notNull(),
    /** Of the settings laid over the version; 0: none. */
    settingsVersion: integer('settings_version').notNull().default(0),
  },
  (t) => [index('towns_ags').on(t.ags), index('towns_name').on(t.name)],
)

/** The shared catalogue as it was at each version, kept once for all towns. Never changed. */
export const catalogueVersions = pgTable('catalogue_versions', {
  version: integer('version').primaryKey(),
  categories: jsonb('categories').$type<WholeCategory[]>().notNull(),
  contentHash: text('content_hash').notNull(),
  appliedAt: at('applied_at').notNull(),
  appliedBy: text('applied_by').notNull(),
})

/** What the town hall changed without a file, each change a new version. */
export const townSettings = pgTable(
  'town_settings',
  {
    town: text('town').notNull(),
    version: integer('version').notNull(),
    settings: jsonb('settings').$type<TownSettings>().notNull(),
    changedAt: at('changed_at').notNull(),
    /** The person; null for the platform itself. */
    changedBy: uuid('changed_by'),
  },
  (t) => [primaryKey({ columns: [t.town, t.version] })],
)

/** A department that works for another town: whoever belongs to it there belongs to it here. */
export const sharedDepartments = pgTable(
  'shared_departments',
  {
    town: text('town').notNull(),
    department: text('department').notNull(),
    lender: text('lender').notNull(),
    lentDepartment: text('lent_department').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.town, t.department] }),
    index('shared_departments_lender').on(t.lender, t.lentDepartment),
  ],
)

/** The last check of each town against the binding standard. */
export const conformance = pgTable('conformance', {
  town: text('town').primaryKey(),
  checkedAt: at('checked_at').notNull(),
  /** Keys and values of each line; put into words where it is read. */
  lines: jsonb('lines').$type<ConformanceLine[]>().notNull(),
  isMet: boolean('is_met').notNull(),
  /** Since when a binding line has failed; the grace period counts from here. */
  failingSince: at('failing_since'),
  /** Set when the grace period ran out: the register says so. */
  badgeWithdrawnAt: at('badge_withdrawn_at'),
})

/** One requirement, held against a town. `facts` fill the sentence; never personal data. */
export type ConformanceLine = {
  requirement: string
  binding: boolean
  state: 'met' | 'hint' | 'missing'
  facts: Record<string, string | number | string[]>
}

export const townVersions = pgTable(
  'town_versions',
  {
    town: text('town').notNull(),
    version: integer('version').notNull(),
    /** Order in which versions were applied, over all towns: what is new since a server last looked. */
    seq: bigint('seq', { mode: 'number' }).generatedAlwaysAsIdentity(),
    config: jsonb('config').$type<StoredTown>().notNull(),
    /** The exact boundary of this version, so that going back restores it too. */
    boundary: jsonb('boundary').$type<Polygon | MultiPolygon>().notNull(),
    /** The town's logo as SVG source. Served sandboxed and only through an img element. */
    logo: text('logo'),
    /** SHA-256 of the compiled town and its boundary, so that an unchanged folder makes no version. */
    contentHash: text('content_hash').notNull(),
    appliedAt: at('applied_at').notNull(),
    appliedBy: text('applied_by').notNull(),
  },
  (t) => [primaryKey({ columns: [t.town, t.version] }), index('town_versions_seq').on(t.seq)],
)

/** Exact boundaries. Bounding box columns find the few candidates for a place; the polygon decides. */
export const townAreas = pgTable(
  'town_areas',
  {
    town: text('town').primaryKey(),
    kind: text('kind').notNull(),
    minLon: doublePrecision('min_lon').notNull(),
    minLat: doublePrecision('min_lat').notNull(),
    maxLon: doublePrecision('max_lon').notNull(),
    maxLat: doublePrecision('max_lat').notNull(),
    version: integer('version').notNull(),
    geometry: jsonb('geometry').$type<Polygon | MultiPolygon>().notNull(),
  },
  (t) => [index('town_areas_box').on(t.minLat, t.maxLat, t.minLon, t.maxLon)],
)

export const people = pgTable('people', {
  id: uuid('id').primaryKey(),
  email: text('email').notNull().unique(),
  name: text('name').notNull(),
  passwordHash: text('password_hash'),
  language: text('language').notNull(),
  createdAt: at('created_at').notNull(),
  disabledAt: at('disabled_at'),
  /** Sealed with APP_SECRET. Counts from `totpSince` on; before that it waits for its first code. */
  totpSecret: text('totp_secret'),
  totpSince: at('totp_since'),
  /** The last time step that was used: a code counts once. */
  totpStep: bigint('totp_step', { mode: 'number' }),
})

/** Single-use codes for somebody who lost the second factor. */
export const recoveryCodes = pgTable(
  'recovery_codes',
  {
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    codeHash: text('code_hash').notNull(),
    usedAt: at('used_at'),
  },
  (t) => [primaryKey({ columns: [t.personId, t.codeHash] })],
)

/** Single-use links by mail: `invitation` or `reset`. */
export const personLinks = pgTable(
  'person_links',
  {
    tokenHash: text('token_hash').primaryKey(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    kind: text('kind').$type<'invitation' | 'reset'>().notNull(),
    createdAt: at('created_at').notNull(),
    expiresAt: at('expires_at').notNull(),
    usedAt: at('used_at'),
    /** Who invited; null for a link somebody asked for themselves. */
    createdBy: uuid('created_by'),
  },
  (t) => [index('person_links_person').on(t.personId), index('person_links_expiry').on(t.expiresAt)],
)

/** Between two pages of a sign-in: the second factor is asked for, or the town's own sign-in is under way. */
export const signInSteps = pgTable(
  'sign_in_steps',
  {
    tokenHash: text('token_hash').primaryKey(),
    kind: text('kind').$type<'second_factor' | 'open_id'>().notNull(),
    personId: uuid('person_id').references(() => people.id, { onDelete: 'cascade' }),
    town: text('town'),
    /** Where to go on, nonce and code verifier; never a password. */
    facts: jsonb('facts').$type<Record<string, string>>().notNull(),
    expiresAt: at('expires_at').notNull(),
  },
  (t) => [index('sign_in_steps_expiry').on(t.expiresAt)],
)

/** Who somebody is at their town's own sign-in: issuer and subject, never the address. */
export const personIdentities = pgTable(
  'person_identities',
  {
    issuer: text('issuer').notNull(),
    subject: text('subject').notNull(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    linkedAt: at('linked_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.issuer, t.subject] }), index('person_identities_person').on(t.personId)],
)

/** Where a person works. `department` is '' for the town-wide roles dispatcher and admin. */
export const memberships = pgTable(
  'memberships',
  {
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    town: text('town').notNull(),
    department: text('department').notNull(),
    role: text('role').notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.town, t.department, t.role] }), index('memberships_town').on(t.town)],
)

export const sessions = pgTable(
  'sessions',
  {
    tokenHash: text('token_hash').primaryKey(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    createdAt: at('created_at').notNull(),
    seenAt: at('seen_at').notNull(),
    expiresAt: at('expires_at').notNull(),
    /** Names the session on its owner's page; the token's hash never leaves. */
    id: uuid('id').notNull().unique().defaultRandom(),
    /** `password`, or `open_id` */
    via: text('via').notNull().default('password'),
    /** Browser and system in two words, for its owner to know it by. */
    device: text('device'),
    /** When the second factor was given. */
    secondFactorAt: at('second_factor_at'),
  },
  (t) => [index('sessions_person').on(t.personId), index('sessions_expiry').on(t.expiresAt)],
)

/** The clock's and the outbox's queue: what is to be done for which town, without a word about anybody. */
export const dueWork = pgTable(
  'due_work',
  {
    id: uuid('id').primaryKey(),
    kind: text('kind').notNull(),
    town: text('town').notNull(),
    ref: uuid('ref').notNull(),
    runAt: at('run_at').notNull(),
    /** Order of what became due at the same moment: a receipt is told before its end. */
    seq: bigint('seq', { mode: 'number' }).generatedAlwaysAsIdentity(),
    claimedUntil: at('claimed_until'),
    attempts: integer('attempts').notNull(),
    /** Set when it was given up; the row stays to be seen. */
    failedAt: at('failed_at'),
  },
  (t) => [index('due_work_run_at').on(t.runAt, t.seq), index('due_work_ref').on(t.town, t.ref)],
)

/** Counters of a time window for rate limits; keys are hashed before they get here. */
export const limits = pgTable(
  'limits',
  {
    key: text('key').notNull(),
    windowStart: at('window_start').notNull(),
    count: bigint('count', { mode: 'number' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.key, t.windowStart] }), index('limits_window').on(t.windowStart)],
)
