/** The languages of the product, and words in them. */
import { z } from 'zod'

/** Languages a person can read the product in. One more language is one more file of words per folder. */
export const LANGUAGES = ['de', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** The language everything is written in first; what another one lacks is shown in this. */
export const SOURCE_LANGUAGE: Language = 'de'

export const Text = z.string().trim().min(1)

/** The same words in every language of the product. */
export type Words = Record<Language, string>

/** As a town writes it: one German text, or a text per language of which only German is needed. */
export const WordsInFile = z.union([Text, z.partialRecord(z.enum(LANGUAGES), Text).refine((all) => all.de, 'words_de')])
export type WordsInFile = z.infer<typeof WordsInFile>

/** Every language filled; German stands in for what is missing. */
export function inEveryLanguage(words: WordsInFile): Words {
  const german = typeof words === 'string' ? words : words[SOURCE_LANGUAGE]!
  const given = typeof words === 'string' ? {} : words
  return Object.fromEntries(LANGUAGES.map((language) => [language, given[language] ?? german])) as Words
}
