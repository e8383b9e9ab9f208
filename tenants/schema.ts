/** What a town is: the only definition, for files, registry and surfaces alike. Categories: catalogue-schema.ts. */
import { z } from 'zod'
import { STATUSES } from '../db/schema/reports.ts'
import { AnswerValue, type Category, CategoryChange, Key, WholeCategory } from './catalogue-schema.ts'
import { LANGUAGES, Text, WordsInFile } from './languages.ts'

const Colour = z.string().regex(/^#[0-9a-f]{6}$/i, 'colour')
const Link = z.url({ protocol: /^https$/ })

export const TOWN_KINDS = ['town', 'municipality', 'county'] as const

/** First segment of `to` for a partner: `partner/stadtwerke`. */
export const PARTNER_PREFIX = 'partner/'
/** `to` for whatever the county answers for: it gets the report as a town of its own. */
export const TO_COUNTY = 'county'

/** Somebody of the town hall who answers at any hour. */
const OnCall = z.strictObject({ phone: Text, hours: Text.optional() })

const departmentFields = {
  phone: Text.optional(),
  /** Opening hours, in words. */
  hours: Text.optional(),
  /** The department that gets new reports while this one is absent. */
  deputy: Key.optional(),
  onCall: OnCall.optional(),
}

/** Another town that this department works for. */
const Serves = z.strictObject({ town: Key, categories: z.array(Key).min(1).optional() })
/** `kreis-lippe/roads` */
const SharedFrom = z.string().regex(/^[a-z][a-z0-9-]{1,62}\/[a-z][a-z0-9-]{1,62}$/, 'shared_from')

const DepartmentInFile = z.strictObject({
  /** Default: made from the name. */
  key: Key.optional(),
  /** Needed unless it is another town's. */
  name: Text.optional(),
  /** Where the town's own mail about a case goes. Needed unless it is another town's. */
  mailbox: z.email().optional(),
  ...departmentFields,
  /** The Leitstelle: catches whatever nobody else answers for. The only department is it without being told. */
  dispatcher: z.boolean().default(false),
  /** Categories this department answers for in the whole town; `rest`: all that no other names. */
  categories: z.union([z.literal('rest'), z.array(Key)]).default([]),
  /** It is a department of another town, which names this town under `serves`. */
  from: SharedFrom.optional(),
  serves: z.array(Serves).default([]),
})

/** A department as the application reads it. */
const DepartmentShape = z.strictObject({
  key: Key,
  name: Text,
  mailbox: z.email(),
  ...departmentFields,
  dispatcher: z.boolean().default(false),
  categories: z.array(Key).default([]),
  from: SharedFrom.optional(),
  serves: z.array(Serves).default([]),
})
export type Department = z.infer<typeof DepartmentShape> & {
  /** Last day of an absence, by setting; then the deputy gets what is new. */
  absentUntil?: string | undefined
}

const Condition = z.strictObject({ question: Key, is: z.union([AnswerValue, z.array(AnswerValue).min(1)]) })
export type Condition = z.infer<typeof Condition>

/** An exception to "the category's department": where, or for which answers, somebody else is in charge. */
const RuleShape = z.strictObject({
  /** One category or several. */
  category: z.union([Key, z.array(Key).min(1)]),
  /** Districts of the town; the smallest that holds the place counts. */
  in: z.union([Key, z.array(Key).min(1)]).optional(),
  /** Rectangle in WGS84 degrees: [minLon, minLat, maxLon, maxLat]. */
  within: z.tuple([z.number(), z.number(), z.number(), z.number()]).optional(),
  /** The answer it must have; several must all be given. */
  answer: z.union([Condition, z.array(Condition).min(1)]).optional(),
  /** A department's key, `county`, or `partner/<key>`. */
  to: z.string().regex(/^(partner\/)?[a-z][a-z0-9-]{1,62}$/, 'rule_to'),
})
export type RoutingRule = z.infer<typeof RuleShape>

/** Somebody outside the town hall who does work for it: utilities, a road agency. */
const Partner = z.strictObject({ key: Key, name: Text, mailbox: z.email() })
export type Partner = z.infer<typeof Partner>

const Theme = z.strictObject({ accent: Colour, accentDark: Colour.optional() })
/** Petrol of the platform: 8.5 : 1 on white. */
export const DEFAULT_ACCENT = '#00536e'

const MapSetting = z.discriminatedUnion('tiles', [
  z.strictObject({ tiles: z.literal('none') }),
  z.strictObject({
    tiles: z.literal('direct'),
    /** Tile address with {z}, {x} and {y}; its host is named in the privacy page and allowed by the page's policy. */
    url: Link,
    attribution: Text,
  }),
])

/** Months after the end of a report for which its parts are kept. */
const Retention = z.strictObject({
  contact: z.number().int().min(1).max(24).default(6),
  text: z.number().int().min(1).max(120).default(36),
  photos: z.number().int().min(1).max(120).default(12),
})

const Legal = z.strictObject({
  /** Addresses of the pages the town already has. */
  imprint: Link.optional(),
  privacy: Link.optional(),
  accessibility: Link.optional(),
  /** Day on which the data-processing agreement (Art. 28 GDPR) was signed. */
  processingAgreement: z.iso.date().optional(),
})

/** Words for a sentence: "in Bad Salzuflen", "der Stadt Bad Salzuflen". */
const Forms = z.strictObject({ in: Text, of: Text })

const Contact = z.strictObject({
  email: z.email(),
  phone: Text.optional(),
  /** The town answers calls to the Behördennummer 115. */
  phone115: z.boolean().default(false),
  website: z.url().optional(),
  address: Text.optional(),
})

/** Words the town hall may put on its pages. */
const Texts = z.strictObject({
  /** Above the list on the start page. */
  welcome: WordsInFile.optional(),
  /** A line for everybody, such as a closed town hall. */
  news: WordsInFile.optional(),
})

/** Municipality 8 digits, county 5. */
const Ags = z.string().regex(/^\d{5}(\d{3})?$/, 'ags')

const sameInFileAndRegistry = {
  key: Key,
  name: Text,
  /** Amtlicher Regionalschlüssel: 12 digits. */
  ars: z
    .string()
    .regex(/^\d{12}$/, 'ars')
    .optional(),
  county: Text.optional(),
  postcodes: z.array(z.string().regex(/^\d{5}$/, 'postcode')).default([]),
  /** Own host name; empty means the path on the platform's host. */
  host: z.hostname().optional(),
  /** False: only a preview, not listed and not found by place. */
  live: z.boolean().default(true),
  languages: z
    .array(z.enum(LANGUAGES))
    .min(1)
    .default([...LANGUAGES]),
  map: MapSetting.default({ tiles: 'none' }),
  rules: z.array(RuleShape).default([]),
  partners: z.array(Partner).default([]),
  /** Keys of the towns around, offered on the start page. */
  neighbours: z.array(Key).default([]),
  legal: Legal.default({}),
  retention: Retention.default({ contact: 6, text: 36, photos: 12 }),
  texts: Texts.default({}),
}

/** `tenants/<town>/town.yaml`. Only the key, the name and one department with a mailbox have no default. */
export const TownFile = z.strictObject({
  ...sameInFileAndRegistry,
  /** As on the letterhead: "Stadt Bad Salzuflen". Default: from kind and name. */
  officialName: Text.optional(),
  forms: Forms.partial().optional(),
  kind: z.enum(TOWN_KINDS).optional(),
  /** Amtlicher Gemeindeschlüssel. Default: as the boundary file says. */
  ags: Ags.optional(),
  contact: Contact.partial().optional(),
  mail: z.strictObject({ fromName: Text.optional(), replyTo: z.email().optional() }).optional(),
  theme: Theme.optional(),
  departments: z.array(DepartmentInFile).min(1),
  /** The catalogue's version this town agrees to. Default: the newest. */
  catalogue: z.number().int().positive().optional(),
  /** Category keys taken from the catalogue, in the order shown. */
  categories: z.union([z.literal('all'), z.array(Key).min(1)]).default('all'),
  /** Taken out of `all`. */
  without: z.array(Key).default([]),
  /** What differs from the catalogue, by category. */
  changes: z.record(Key, CategoryChange).default({}),
  /** Categories only this town has. */
  own: z.array(WholeCategory).default([]),
})
export type TownFile = z.infer<typeof TownFile>

const Position = z.tuple([z.number(), z.number()])
export const Bounds = z.tuple([z.number(), z.number(), z.number(), z.number()])
/** [minLon, minLat, maxLon, maxLat] in WGS84 degrees. */
export type Bounds = z.infer<typeof Bounds>

/** Part of a town with a boundary of its own, for rules and for the place of a report. */
const District = z.strictObject({
  key: Key,
  name: Text,
  /** Square metres: the smaller one counts where two overlap. */
  area: z.number().positive(),
  geometry: z.strictObject({
    type: z.enum(['Polygon', 'MultiPolygon']),
    coordinates: z.array(z.any()),
  }),
})
export type District = z.infer<typeof District>

/** A category taken from the catalogue, with what the town changes. */
const CategoryReference = z.strictObject({ catalogue: Key, change: CategoryChange.default({}) })

/** A town compiled from its folder: what `town_versions` keeps. The catalogue is kept once, not per town. */
export const StoredTown = z.strictObject({
  ...sameInFileAndRegistry,
  officialName: Text,
  forms: Forms.optional(),
  kind: z.enum(TOWN_KINDS),
  ags: Ags,
  contact: Contact,
  mail: z.strictObject({ fromName: Text, replyTo: z.email() }),
  theme: Theme,
  departments: z.array(DepartmentShape).min(1),
  /** False: has not joined, gets what is reported there by mail. */
  member: z.boolean().default(true),
  /** False: has not joined, and nobody knows its mailbox; it takes no reports. */
  reachable: z.boolean().default(true),
  catalogueVersion: z.number().int().positive(),
  categories: z.array(z.union([CategoryReference, WholeCategory])).min(1),
  districts: z.array(District).default([]),
  bounds: Bounds,
  /** The boundary thinned for drawing: rings of [lon, lat]. Never used to decide what lies inside. */
  outline: z.array(z.array(Position)),
  /** Source line demanded by the boundary's licence. */
  attribution: Text,
})
export type StoredTown = z.infer<typeof StoredTown>

/** What the town hall changes without a file; laid over it, by the same definitions. */
export const TownSettings = z.strictObject({
  texts: Texts.default({}),
  departments: z
    .record(
      Key,
      z.strictObject({
        phone: departmentFields.phone,
        hours: departmentFields.hours,
        deputy: departmentFields.deputy,
        onCall: departmentFields.onCall,
        absentUntil: z.iso.date().optional(),
      }),
    )
    .default({}),
  categories: z.record(Key, CategoryChange.pick({ paused: true, instantAnswer: true, notice: true })).default({}),
})
export type TownSettings = z.infer<typeof TownSettings>
export const NO_SETTINGS: TownSettings = { texts: {}, departments: {}, categories: {} }

/** A town as every server reads it: catalogue ← file ← settings. */
export type Town = Omit<StoredTown, 'categories' | 'departments' | 'forms'> & {
  forms: z.infer<typeof Forms>
  departments: Department[]
  categories: Category[]
}

/** One line of `tenants/<town>/demo.jsonl`: an invented report that fills an example town. */
export const DemoReport = z.strictObject({
  category: Key,
  description: z.string().min(3).max(4000),
  lat: z.number().optional(),
  lon: z.number().optional(),
  address: Text.optional(),
  answers: z.record(Key, z.unknown()).default({}),
  language: z.enum(LANGUAGES).default('de'),
  contact: z.strictObject({ name: Text.optional(), email: z.email().optional() }).optional(),
  /** How long before the first start it came in. */
  daysAgo: z.number().min(0),
  /** Where it stands today; the loader walks there by real verbs. */
  status: z.enum(STATUSES),
  /** The clerk has released the text. */
  published: z.boolean().default(false),
  /** Public answer given when closing, or the question asked. */
  answer: Text.optional(),
  /** Internal note of a clerk. */
  note: Text.optional(),
  /** Closing reason, partner or new owner, as the status demands. */
  reason: Text.optional(),
})
export type DemoReport = z.infer<typeof DemoReport>
