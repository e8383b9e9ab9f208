/** What a town is: the only definition, for files, registry and surfaces alike. Categories: catalogue-schema.ts. */
import { z } from 'zod'
import { STATUSES } from '../db/schema/reports.ts'
import { AnswerValue, type Category, CategoryChange, Key, WholeCategory } from './catalogue-schema.ts'
import { LANGUAGES, Text, WordsInFile } from './languages.ts'
import { Retention } from './retention.ts'
import { TextModule } from './text-module.ts'

const Colour = z.string().regex(/^#[0-9a-f]{6}$/i, 'colour')
const Link = z.url({ protocol: /^https$/ })

export const TOWN_KINDS = ['town', 'municipality', 'county'] as const

/** First segment of `to` for a partner: `partner/stadtwerke`. */
export const PARTNER_PREFIX = 'partner/'
/** `to` for whatever the county answers for: it gets the report as a town of its own. */
export const TO_COUNTY = 'county'

/** Somebody of the town hall who answers at any hour. */
const OnCall = z.strictObject({
  phone: Text.describe('Nummer der Bereitschaft.'),
  hours: Text.optional().describe('Wann sie erreichbar ist, in Worten.'),
})

const departmentFields = {
  phone: Text.optional().describe('Telefon des Fachbereichs.'),
  /** Opening hours, in words. */
  hours: Text.optional().describe('Sprechzeiten, in Worten.'),
  /** The department that gets new reports while this one is absent. */
  deputy: Key.optional().describe('Schlüssel des Fachbereichs, der bei Abwesenheit das Neue bekommt.'),
  onCall: OnCall.optional().describe('Bereitschaft: Sie wird bei Gefahr genannt.'),
}

/** Another town that this department works for. */
const Serves = z.strictObject({
  town: Key.describe('Schlüssel der anderen Kommune.'),
  categories: z.array(Key).min(1).optional().describe('Nur diese Kategorien. Ohne Angabe alle.'),
})
/** `kreis-lippe/roads` */
const SharedFrom = z.string().regex(/^[a-z][a-z0-9-]{1,62}\/[a-z][a-z0-9-]{1,62}$/, 'shared_from')

const DepartmentInFile = z.strictObject({
  /** Default: made from the name. */
  key: Key.optional().describe('Kurzname. Ohne Angabe entsteht er aus dem Namen. Er wird nie mehr geändert.'),
  /** Needed unless it is another town's. */
  name: Text.optional().describe('Name, wie ihn Bürgerinnen und Bürger lesen.'),
  /** Where the town's own mail about a case goes. Needed unless it is another town's. */
  mailbox: z.email().optional().describe('Postfach des Fachbereichs, kein persönliches.'),
  ...departmentFields,
  /** The Leitstelle: catches whatever nobody else answers for. The only department is it without being told. */
  dispatcher: z
    .boolean()
    .default(false)
    .describe('true bei genau einem: Er bekommt alles, was sonst niemandem gehört.'),
  /** Categories this department answers for in the whole town; `rest`: all that no other names. */
  categories: z
    .union([z.literal('rest'), z.array(Key)])
    .default([])
    .describe('Kategorien, für die er zuständig ist. rest: alle, die kein anderer nennt.'),
  /** It is a department of another town, which names this town under `serves`. */
  from: SharedFrom.optional().describe('Ein Fachbereich einer anderen Kommune, zum Beispiel kreis-lippe/roads.'),
  serves: z.array(Serves).default([]).describe('Andere Kommunen, für die er mitarbeitet.'),
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

const Condition = z.strictObject({
  question: Key.describe('Schlüssel der Frage.'),
  is: z
    .union([AnswerValue, z.array(AnswerValue).min(1)])
    .describe('Die Antwort, oder mehrere, von denen eine passen muss.'),
})
export type Condition = z.infer<typeof Condition>

/** An exception to "the category's department": where, or for which answers, somebody else is in charge. */
const RuleShape = z.strictObject({
  /** One category or several. */
  category: z.union([Key, z.array(Key).min(1)]).describe('Eine Kategorie oder mehrere.'),
  /** Districts of the town; the smallest that holds the place counts. */
  in: z
    .union([Key, z.array(Key).min(1)])
    .optional()
    .describe('Bereiche aus districts.geojson. Der kleinste zählt.'),
  /** Rectangle in WGS84 degrees: [minLon, minLat, maxLon, maxLat]. */
  within: z
    .tuple([z.number(), z.number(), z.number(), z.number()])
    .optional()
    .describe('Rechteck: Länge und Breite links unten, Länge und Breite rechts oben.'),
  /** The answer it must have; several must all be given. */
  answer: z
    .union([Condition, z.array(Condition).min(1)])
    .optional()
    .describe('Die Antwort, die es braucht. Bei mehreren müssen alle gegeben sein.'),
  /** A department's key, `county`, or `partner/<key>`. */
  to: z
    .string()
    .regex(/^(partner\/)?[a-z][a-z0-9-]{1,62}$/, 'rule_to')
    .describe('Schlüssel eines Fachbereichs, county oder partner/….'),
})
export type RoutingRule = z.infer<typeof RuleShape>

/** http only where the installation allows it: OUTGOING_ALLOWED. */
const BaseAddress = z.string().regex(/^https?:\/\/[^\s/?#@]+(\/[^\s?#]*)?\/$/, 'base_address')

/** Of the partner's own questions: where the answer to one comes from. One of the three. */
const AttributeSource = z
  .strictObject({
    question: Key.optional().describe('Frage von uns, deren Antwort dort gilt.'),
    values: z
      .record(Key, Text)
      .optional()
      .describe('Wie unsere Antworten dort heißen, wenn sie anders heißen als bei uns.'),
    value: Text.optional().describe('Immer diese Antwort.'),
    fact: z
      .enum(['number', 'address', 'page', 'instruction'])
      .optional()
      .describe(
        'Was wir vom Anliegen wissen: number (unsere Nummer), address (Adresse), page (öffentliche Seite) oder instruction (der Auftrag; nur, wenn das dort nicht öffentlich ist).',
      ),
  })
  .refine(
    ({ question, value, fact }) => [question, value, fact].filter((one) => one !== undefined).length === 1,
    'attribute_source',
  )
  .refine(({ question, values }) => values === undefined || question !== undefined, {
    path: ['values'],
    message: 'attribute_values',
  })

const Open311Setting = z.strictObject({
  /** Ends with a slash: `requests.xml` is put behind it. */
  url: BaseAddress.describe('Adresse der Schnittstelle, mit Schrägstrich am Ende: https://…/open311/v2/.'),
  jurisdiction: Text.optional().describe('Kennung (jurisdiction_id), wenn das System mehrere Stellen bedient.'),
  /** By our category; `other` stands for all that are not named. */
  services: z
    .record(Key, Text)
    .describe('Welche Kategorie dort wie heißt (service_code). other gilt für alle, die nicht genannt sind.'),
  /** By their code. What has our question's name there needs no entry. */
  attributes: z
    .record(z.string().regex(/^[^\s[\]]{1,200}$/, 'attribute_code'), AttributeSource)
    .optional()
    .describe('Fragen des anderen Systems (attribute) nach ihrem Kürzel, und woher die Antwort kommt.'),
})
export type Open311Setting = z.infer<typeof Open311Setting>

/** Somebody outside the town hall who does work for it: utilities, a road agency. */
const Partner = z.strictObject({
  key: Key.describe('Kurzname, für Regeln: partner/….'),
  name: Text.describe('Name der Stelle.'),
  mailbox: z.email().describe('Postfach der Stelle.'),
  /** Its own system takes reports; without it, it gets a link by mail. The key is no setting of a file: OPEN311_KEYS. */
  open311: Open311Setting.optional().describe('Das eigene System der Stelle nimmt Anliegen an (Open311 GeoReport v2).'),
})
export type Partner = z.infer<typeof Partner>

const Theme = z.strictObject({
  accent: Colour.describe('Hausfarbe. Auf Weiß gut lesbar: mindestens 4,5 zu 1.'),
  accentDark: Colour.optional().describe('Hausfarbe auf dunklen Seiten. Ohne Angabe wird sie berechnet.'),
})
/** Petrol of the platform: 8.5 : 1 on white. */
export const DEFAULT_ACCENT = '#00536e'

const MapSetting = z.discriminatedUnion('tiles', [
  z.strictObject({ tiles: z.literal('none').describe('Nur die Grenze, keine Kartenbilder.') }),
  z.strictObject({
    tiles: z.literal('direct').describe('Kartenbilder von einem Kartendienst.'),
    /** Tile address with {z}, {x} and {y}; its host is named in the privacy page and allowed by the page's policy. */
    url: Link.describe('Adresse der Bilder, mit {z}, {x} und {y}.'),
    attribution: Text.describe('Quellenangabe der Karte.'),
  }),
])

export const Legal = z.strictObject({
  /** Addresses of the pages the town already has. */
  imprint: Link.optional().describe('Adresse Ihres Impressums.'),
  privacy: Link.optional().describe('Adresse Ihrer Datenschutzseite.'),
  accessibility: Link.optional().describe('Adresse Ihrer Erklärung zur Barrierefreiheit.'),
  /** Day on which the data-processing agreement (Art. 28 GDPR) was signed. */
  processingAgreement: z.iso
    .date()
    .optional()
    .describe('Tag, an dem der Vertrag zur Auftragsverarbeitung unterschrieben wurde.'),
})

/** The town's own accounts. The client's secret is no setting of a file: OIDC_SECRETS. */
const OpenIdSetting = z.strictObject({
  /** http only for a provider on the same machine. */
  issuer: z
    .string()
    .regex(/^(https:\/\/[^\s/?#@]+|http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?)(\/[^\s?#]*)?$/, 'issuer')
    .describe('Adresse des Anmeldedienstes (Issuer), so wie er sich selbst nennt: https://….'),
  clientId: Text.describe('Kennung, unter der Anliegenwerk dort eingetragen ist (Client-ID).'),
  name: Text.describe('Wie Ihre Leute die Anmeldung nennen, zum Beispiel Stadt-Konto.'),
  /** Believed only where the answer says so itself: `mfa` among the methods, or one of `acrValues`. */
  secondFactor: z
    .boolean()
    .default(false)
    .describe('true: Der Anmeldedienst fragt selbst nach einem zweiten Faktor und bestätigt das (amr mfa oder acr).'),
  acrValues: z.array(Text).min(1).optional().describe('Stufen (acr), die einen zweiten Faktor bedeuten.'),
  emailDomains: z
    .array(z.hostname())
    .min(1)
    .optional()
    .describe('Nur Konten mit E-Mail-Adressen dieser Domains werden beim ersten Mal zugeordnet.'),
})
export type OpenIdSetting = z.infer<typeof OpenIdSetting>

/** How the town's people come in. */
const SignIn = z.strictObject({
  openId: OpenIdSetting.optional().describe('Anmelden mit dem eigenen Konto der Kommune (OpenID Connect).'),
  secondFactor: z
    .enum(['optional', 'required'])
    .default('optional')
    .describe('required: Wer für Sie arbeitet, braucht beim Anmelden auch einen Code aus einer App.'),
})

/** Licences of open data, by their names at GovData. */
export const LICENCES = ['dl-zero-de/2.0', 'dl-by-de/2.0', 'cc-by/4.0', 'cc-zero'] as const
export type Licence = (typeof LICENCES)[number]

/** What everybody may take along from the town's public data. */
const OpenData = z.strictObject({
  licence: z.enum(LICENCES).default('dl-by-de/2.0').describe('Unter welcher Lizenz die öffentlichen Daten stehen.'),
  /** Assigned by GovData: `http://dcat-ap.de/def/contributors/<id>`. */
  contributor: Key.optional().describe('Ihre Kennung bei GovData (contributorID), wenn Sie dort Daten anbieten.'),
})

/** The town's own website, in which forms, maps and lists may stand. */
const Embedding = z.strictObject({
  hosts: z
    .array(z.string().regex(/^https:\/\/[a-z0-9.-]+(:\d+)?$|^http:\/\/(127\.0\.0\.1|localhost)(:\d+)?$/, 'origin'))
    .max(20)
    .default([])
    .describe('Adressen der Websites, in denen Formular, Karte und Liste stehen dürfen: https://www.stadt.de.'),
})

/** Words for a sentence: "in Bad Salzuflen", "der Stadt Bad Salzuflen". */
const Forms = z.strictObject({
  in: Text.describe('Wo: in Lemgo, im Kreis Lippe.'),
  of: Text.describe('Wessen: der Stadt Lemgo, des Kreises Lippe.'),
})

const Contact = z.strictObject({
  email: z.email().describe('E-Mail für alle Fragen.'),
  phone: Text.optional().describe('Telefon für alle Fragen.'),
  /** The town answers calls to the Behördennummer 115. */
  phone115: z.boolean().default(false).describe('true, wenn Sie unter der Behördennummer 115 erreichbar sind.'),
  website: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('Adresse Ihrer Website.'),
  address: Text.optional().describe('Anschrift des Rathauses.'),
})

/** Words the town hall may put on its pages. */
const Texts = z.strictObject({
  /** Above the list on the start page. */
  welcome: WordsInFile.optional().describe('Ein Satz über der Liste auf der Startseite.'),
  /** A line for everybody, such as a closed town hall. */
  news: WordsInFile.optional().describe('Ein Hinweis für alle, zum Beispiel ein geschlossenes Rathaus.'),
})

/** Municipality 8 digits, county 5. */
export const Ags = z.string().regex(/^\d{5}(\d{3})?$/, 'ags')

/** Against floods of reports, beside the limits that hold everywhere. */
const Protection = z.strictObject({
  proofOfWork: z
    .boolean()
    .default(false)
    .describe('true: Der Browser rechnet vor dem Absenden kurz. Ohne JavaScript geht es auch, aber nicht in Massen.'),
  reportsPerHour: z
    .number()
    .int()
    .min(50)
    .max(100_000)
    .default(500)
    .describe('So viele Anliegen nimmt die Kommune in einer Stunde höchstens an.'),
})

const sameInFileAndRegistry = {
  key: Key.describe('Kurzname in der Adresse. So heißt auch der Ordner. Er wird nie mehr geändert.'),
  name: Text.describe('Name, zum Beispiel Lemgo.'),
  /** Amtlicher Regionalschlüssel: 12 digits. */
  ars: z
    .string()
    .regex(/^\d{12}$/, 'ars')
    .optional()
    .describe('Amtlicher Regionalschlüssel: 12 Ziffern in Anführungszeichen.'),
  county: Text.optional().describe('Name des Kreises.'),
  postcodes: z
    .array(z.string().regex(/^\d{5}$/, 'postcode'))
    .default([])
    .describe('Postleitzahlen, jede in Anführungszeichen. Für die Suche.'),
  /** Own host name; empty means the path on the platform's host. */
  host: z
    .hostname()
    .optional()
    .describe('Eigene Adresse, zum Beispiel melden.stadt.de. Ohne Angabe liegt die Seite unter der Plattform.'),
  /** False: only a preview, not listed and not found by place. */
  live: z.boolean().default(true).describe('false: nur eine Vorschau, niemand findet die Seite.'),
  languages: z
    .array(z.enum(LANGUAGES))
    .min(1)
    .default([...LANGUAGES])
    .describe('Sprachen der Seiten. Ohne Angabe alle.'),
  map: MapSetting.default({ tiles: 'none' }).describe('Kartenbilder.'),
  rules: z
    .array(RuleShape)
    .default([])
    .describe('Ausnahmen: wo oder bei welcher Antwort jemand anderes zuständig ist.'),
  partners: z.array(Partner).default([]).describe('Stellen außerhalb des Rathauses, etwa Stadtwerke.'),
  /** Keys of the towns around, offered on the start page. */
  neighbours: z.array(Key).default([]).describe('Schlüssel der Nachbarkommunen.'),
  legal: Legal.default({}).describe('Rechtliche Seiten, die es schon gibt.'),
  retention: Retention.default({ contact: 6, text: 36, photos: 12 }).describe('Wie lange etwas aufbewahrt wird.'),
  protection: Protection.default({ proofOfWork: false, reportsPerHour: 500 }).describe(
    'Schutz gegen massenhaftes Melden.',
  ),
  texts: Texts.default({}).describe('Eigene Texte.'),
  /** `12-24` every year, `2026-05-15` once; counted like holidays. */
  closedDays: z
    .array(z.string().regex(/^(\d{4}-)?(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'closed_day'))
    .default(['12-24', '12-31'])
    .describe('Tage ohne Dienst neben den Feiertagen: 12-24 jedes Jahr, 2026-05-15 einmal. Fristen zählen sie nicht.'),
  /** Absent: a password is enough. */
  signIn: SignIn.optional().describe('Wie sich Ihre Leute anmelden.'),
  openData: OpenData.default({ licence: 'dl-by-de/2.0' }).describe('Öffentliche Daten.'),
  embedding: Embedding.default({ hosts: [] }).describe('Anliegen auf der eigenen Website.'),
  modules: z.array(TextModule).default([]).describe('Eigene Textbausteine, vor denen des Katalogs.'),
}

/** `tenants/<town>/town.yaml`. Only the key, the name and one department with a mailbox have no default. */
export const TownFile = z.strictObject({
  ...sameInFileAndRegistry,
  /** As on the letterhead: "Stadt Bad Salzuflen". Default: from kind and name. */
  officialName: Text.optional().describe('So wie es auf dem Briefkopf steht, zum Beispiel Stadt Lemgo.'),
  forms: Forms.partial().optional().describe('Der Name im Satz, wenn er ungewöhnlich ist.'),
  kind: z.enum(TOWN_KINDS).optional().describe('town = Stadt, municipality = Gemeinde, county = Kreis.'),
  /** Amtlicher Gemeindeschlüssel. Default: as the boundary file says. */
  ags: Ags.optional().describe(
    'Amtlicher Gemeindeschlüssel in Anführungszeichen. Ohne Angabe gilt der aus boundary.geojson.',
  ),
  contact: Contact.partial().optional().describe('So erreicht man das Rathaus.'),
  mail: z
    .strictObject({
      fromName: Text.optional().describe('Als wer Sie schreiben.'),
      replyTo: z.email().optional().describe('Wohin Antworten gehen.'),
    })
    .optional()
    .describe('Absender der Mails.'),
  theme: Theme.optional().describe('Hausfarben.'),
  departments: z.array(DepartmentInFile).min(1).describe('Wer sich kümmert. Einer reicht.'),
  /** The catalogue's version this town agrees to. Default: the newest. */
  catalogue: z
    .number()
    .int()
    .positive()
    .optional()
    .describe('Version des Katalogs, bei der Sie bleiben. Ohne Angabe die neueste.'),
  /** Category keys taken from the catalogue, in the order shown. */
  categories: z
    .union([z.literal('all'), z.array(Key).min(1)])
    .default('all')
    .describe('Was man melden kann, in dieser Reihenfolge. all: der ganze Katalog.'),
  /** Taken out of `all`. */
  without: z.array(Key).default([]).describe('Was der Katalog hat und Sie nicht anbieten.'),
  /** What differs from the catalogue, by category. */
  changes: z.record(Key, CategoryChange).default({}).describe('Was bei einer Kategorie anders ist als im Katalog.'),
  /** Categories only this town has. */
  own: z.array(WholeCategory).default([]).describe('Kategorien, die nur Sie haben.'),
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
