/** How the columns of somebody else's export become our fields: the file that `npm run import` is given with `--map`. */
import { z } from 'zod'
import { Key } from './key.ts'
import { LANGUAGES, Text } from './languages.ts'

/** Where an imported report stands. What waits for somebody (a day, an answer, a partner) cannot be brought along. */
export const IMPORTED_STATUSES = [
  'received',
  'in_progress',
  'done',
  'done/repaired',
  'done/gone_when_checked',
  'done/repaired_by_others',
  'declined',
  'declined/duplicate',
  'declined/no_defect',
  'declined/private_ground',
  'declined/no_action_needed',
  'declined/law_or_budget',
  'declined/no_answer',
  'declined/misuse',
  'declined/test',
  'handed_over',
  'handed_over/county',
  'handed_over/state_road_agency',
  'handed_over/motorway_company',
  'handed_over/railway',
  'handed_over/utility',
  'handed_over/police',
  'handed_over/neighbouring_town',
  'handed_over/other',
] as const

export const IMPORT_CHANNELS = ['web', 'app', 'email', 'phone', 'counter', 'letter', 'staff'] as const
/** Read without being told: 2026-01-31T08:30, 31.01.2026 8:30, with or without the time and the zone. */
export const MOMENT_FORMATS = ['auto', 'month/day/year', 'day/month/year', 'seconds', 'milliseconds'] as const
export const MOMENT_ZONES = ['Europe/Berlin', 'UTC'] as const

/** A column by its name, or words with columns in them: `{strasse} {hausnummer}`. */
const Words = z.union([Text, z.array(Text).min(1)])

const Moment = z.union([
  Text,
  z.strictObject({
    column: Text.describe('Spalte mit Tag und Uhrzeit.'),
    format: z
      .enum(MOMENT_FORMATS)
      .default('auto')
      .describe(
        'Schreibweise. auto liest 2026-01-31T08:30 und 31.01.2026 8:30, auch ohne Uhrzeit. seconds und milliseconds zählen ab 1970.',
      ),
    zone: z.enum(MOMENT_ZONES).default('Europe/Berlin').describe('Uhr, wenn die Angabe selbst keine nennt.'),
    else: z.iso.date().optional().describe('Tag für Zeilen, in denen nichts steht.'),
  }),
])

const table = <Value extends z.ZodType>(value: Value, meaning: string) =>
  z.strictObject({
    column: Text.optional().describe('Spalte, aus der gelesen wird.'),
    values: z.record(Text, value).optional().describe(`Was in der Spalte steht, und ${meaning} dafür.`),
    else: value.optional().describe('Für alles, was nicht in der Tabelle steht. Ohne Angabe wird die Zeile abgelehnt.'),
  })

export const ImportMapping = z.strictObject({
  source: Key.describe('Kurzname der Quelle. Mit ihm und der id wird ein Anliegen beim nächsten Mal wiedererkannt.'),
  id: Words.describe('Spalte mit dem Kennzeichen dort, oder mehrere, die zusammen eines sind: „{nummer}/{jahr}“.'),
  category: table(Key, 'der Kurzname der Kategorie').describe(
    'Kategorie. Ohne values muss die Spalte Kurznamen haben.',
  ),
  description: Words.describe(
    'Text der Meldung: eine Spalte, Worte mit Spalten („{art}, {ort}“), oder eine Liste davon, die Absätze werden.',
  ),
  lat: Text.optional().describe('Spalte mit der Breite in Grad (WGS 84). Bei GeoJSON gilt sonst die Geometrie.'),
  lon: Text.optional().describe('Spalte mit der Länge in Grad (WGS 84).'),
  address: Words.optional().describe('Ort in Worten.'),
  receivedAt: Moment.describe('Wann die Meldung einging: eine Spalte, oder Spalte und Schreibweise.'),
  status: table(z.enum(IMPORTED_STATUSES), 'unser Status')
    .default({ else: 'received' })
    .describe('Status. Ohne Angabe sind alle offen (received). Hinter / steht der Grund des Abschlusses.'),
  closedAt: Moment.optional().describe(
    'Wann es abgeschlossen wurde. Abgeschlossene brauchen es: Ab diesem Tag zählt die Aufbewahrung.',
  ),
  answer: Words.optional().describe('Öffentliche Antwort der Kommune.'),
  partner: Words.optional().describe('An wen es abgegeben wurde (handed_over), wie es auf der Seite stehen soll.'),
  publish: z
    .boolean()
    .default(false)
    .describe(
      'true: Die Texte sind sofort öffentlich. Sonst warten sie auf die Freigabe. Kategorien ohne Öffentlichkeit bleiben es.',
    ),
  channel: z.enum(IMPORT_CHANNELS).default('web').describe('Auf welchem Weg die Meldungen kamen.'),
  language: z.enum(LANGUAGES).default('de').describe('Sprache der Texte.'),
  contact: z
    .strictObject({
      name: Words.optional().describe('Name.'),
      email: Text.optional().describe('Spalte mit der E-Mail-Adresse.'),
      phone: Text.optional().describe('Spalte mit der Telefonnummer.'),
    })
    .optional()
    .describe('Kontaktdaten der meldenden Person. Ohne diese Angabe werden keine übernommen.'),
})
export type ImportMapping = z.infer<typeof ImportMapping>
