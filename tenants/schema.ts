/** What a town, a catalogue, a department is: the only definition, for files, registry and surfaces alike. */
import { z } from 'zod'
import { STATUSES } from '../db/schema/reports.ts'

/** Languages a person can read the product in. One more language is one more file of words per folder. */
export const LANGUAGES = ['de', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

const Key = z.string().regex(/^[a-z][a-z0-9-]{1,62}$/, 'key')
const Colour = z.string().regex(/^#[0-9a-f]{6}$/i, 'colour')
const Text = z.string().trim().min(1)

/** The same words in every language of the product. */
export const Words = z.record(z.enum(LANGUAGES), Text)
export type Words = z.infer<typeof Words>

export const QUESTION_TYPES = ['text', 'long_text', 'number', 'yes_no', 'date', 'one_of', 'several_of'] as const

const QuestionShape = z.strictObject({
  key: Key,
  type: z.enum(QUESTION_TYPES),
  required: z.boolean().default(false),
  /** Option keys of `one_of` and `several_of`. */
  options: z.array(Key).min(2).optional(),
  /** Asked only when another question of the category has this answer. */
  showIf: z.strictObject({ question: Key, is: z.union([Text, z.boolean()]) }).optional(),
  /** The answer may stand on the public page. Free text never does before a clerk has released it. */
  public: z.boolean().default(false),
})

export const CATEGORY_KINDS = ['defect', 'idea', 'praise', 'service_order'] as const
/** What strangers see at once: place first and text after a clerk's release, everything, or nothing ever. */
export const DISCLOSURES = ['place_first', 'all_at_once', 'never'] as const

const CategoryShape = z.strictObject({
  key: Key,
  group: Key,
  icon: Key,
  kind: z.enum(CATEGORY_KINDS).default('defect'),
  photo: z.enum(['none', 'welcome', 'wanted']).default('welcome'),
  disclosure: z.enum(DISCLOSURES).default('place_first'),
  /** Working days until the first answer. */
  answerWithin: z.number().int().min(1).max(90).default(2),
  questions: z.array(QuestionShape).max(8).default([]),
})

/** `catalogue/catalogue.yaml`: the shared standard without its words. */
export const CatalogueFile = z.strictObject({
  version: z.number().int().positive(),
  groups: z.array(Key).min(1),
  categories: z.array(CategoryShape).min(1),
})
export type CatalogueFile = z.infer<typeof CatalogueFile>

/** `catalogue/words/<language>.yaml`: the words of the catalogue in one language. */
export const CatalogueWords = z.strictObject({
  groups: z.record(Key, Text),
  categories: z.record(
    Key,
    z.strictObject({
      name: Text,
      /** Shown above the form when somebody may be in danger. */
      notice: Text.optional(),
      /** What people call it; used by the search. */
      search: z.array(Text).default([]),
      questions: z
        .record(Key, z.strictObject({ label: Text, hint: Text.optional(), options: z.record(Key, Text).optional() }))
        .optional(),
    }),
  ),
})
export type CatalogueWords = z.infer<typeof CatalogueWords>

export const TOWN_KINDS = ['town', 'municipality', 'county'] as const

const DepartmentShape = z.strictObject({
  key: Key,
  name: Text,
  /** Where the town's own mail about a case goes. */
  mailbox: z.email(),
  phone: Text.optional(),
  /** The Leitstelle: catches whatever nobody else answers for. Exactly one per town. */
  dispatcher: z.boolean().default(false),
  /** Categories this department answers for in the whole town. */
  categories: z.array(Key).default([]),
})
export type Department = z.infer<typeof DepartmentShape>

/** An exception to "the category's department": where, or for which answer, somebody else is in charge. */
const RuleShape = z.strictObject({
  category: Key,
  /** Rectangle in WGS84 degrees: [minLon, minLat, maxLon, maxLat]. */
  within: z.tuple([z.number(), z.number(), z.number(), z.number()]).optional(),
  /** Question key and the answer it must have. */
  answer: z.strictObject({ question: Key, is: z.union([Text, z.boolean()]) }).optional(),
  to: Key,
})
export type RoutingRule = z.infer<typeof RuleShape>

const Theme = z.strictObject({ accent: Colour, accentDark: Colour.optional() })

const MapSetting = z.discriminatedUnion('tiles', [
  z.strictObject({ tiles: z.literal('none') }),
  z.strictObject({
    tiles: z.literal('direct'),
    /** Tile address with {z}, {x} and {y}; its host is named in the privacy page and allowed by the page's policy. */
    url: z.url({ protocol: /^https$/ }),
    attribution: Text,
  }),
])

const townFields = {
  key: Key,
  name: Text,
  /** As on the letterhead: "Stadt Bad Salzuflen". */
  officialName: Text,
  kind: z.enum(TOWN_KINDS),
  /** Amtlicher Gemeindeschlüssel: 8 digits for a municipality, 5 for a county. */
  ags: z.string().regex(/^\d{5}(\d{3})?$/, 'ags'),
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
  contact: z.strictObject({
    email: z.email(),
    phone: Text.optional(),
    website: z.url().optional(),
    address: Text.optional(),
  }),
  mail: z.strictObject({ fromName: Text, replyTo: z.email() }),
  theme: Theme,
  map: MapSetting.default({ tiles: 'none' }),
  departments: z.array(DepartmentShape).min(1),
  rules: z.array(RuleShape).default([]),
}

/** `tenants/<town>/town.yaml` */
export const TownFile = z.strictObject({
  ...townFields,
  /** Category keys taken from the catalogue, in the order shown. */
  categories: z.array(Key).min(1),
})
export type TownFile = z.infer<typeof TownFile>

export const Question = QuestionShape.omit({ options: true }).extend({
  label: Words,
  hint: Words.optional(),
  options: z.array(z.strictObject({ key: Key, label: Words })).optional(),
})
export type Question = z.infer<typeof Question>

export const Category = CategoryShape.extend({
  name: Words,
  groupName: Words,
  notice: Words.optional(),
  search: z.array(Text),
  questions: z.array(Question),
})
export type Category = z.infer<typeof Category>

const Position = z.tuple([z.number(), z.number()])
export const Bounds = z.tuple([z.number(), z.number(), z.number(), z.number()])
/** [minLon, minLat, maxLon, maxLat] in WGS84 degrees. */
export type Bounds = z.infer<typeof Bounds>

/** A town compiled from its folder and the catalogue: what the registry holds and every server reads. */
export const Town = z.strictObject({
  ...townFields,
  catalogueVersion: z.number().int().positive(),
  categories: z.array(Category).min(1),
  bounds: Bounds,
  /** The boundary thinned for drawing: rings of [lon, lat]. Never used to decide what lies inside. */
  outline: z.array(z.array(Position)),
  /** Source line demanded by the boundary's licence. */
  attribution: Text,
})
export type Town = z.infer<typeof Town>

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
