/** Text modules: what clerks write again and again, with places that are filled in and gaps that are left to them. */
import { z } from 'zod'
import { Key } from './key.ts'
import { Text, WordsInFile } from './languages.ts'

/** The forms in which a module is offered. */
export const MODULE_ACTIONS = ['answer', 'close', 'decline', 'handOver', 'schedule', 'ask'] as const
export type ModuleAction = (typeof MODULE_ACTIONS)[number]

/** Written in braces, filled in before anybody sees them. What stands in brackets is a gap: the clerk fills it. */
export const PLACEHOLDERS = ['Nummer', 'Kategorie', 'Ort', 'Fachbereich', 'Datum'] as const

export const TextModule = z.strictObject({
  key: Key.describe('Kurzname. Gleich wie im Katalog: Ihrer gilt statt des gemeinsamen.'),
  title: Text.describe('Worte auf dem Knopf, zum Beispiel: Kolonne kommt.'),
  text: WordsInFile.describe(
    'Der Text. {Nummer}, {Kategorie}, {Ort}, {Fachbereich} und {Datum} werden ausgefüllt. [wann] ist eine Lücke.',
  ),
  for: z.array(z.enum(MODULE_ACTIONS)).min(1).describe('Bei welchen Schritten er angeboten wird.'),
  /** Closing reason that goes with it. */
  reason: Text.optional().describe('Grund des Abschlusses, der dazu passt.'),
  categories: z.array(Key).min(1).optional().describe('Nur bei diesen Kategorien. Ohne Angabe bei allen.'),
})
export type TextModule = z.infer<typeof TextModule>

/** Placeholders in a text that do not exist. */
export function unknownPlaceholders(text: string): string[] {
  const named = [...text.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name!)
  return named.filter((name) => !(PLACEHOLDERS as readonly string[]).includes(name))
}
