/** The languages of the product, and words in them. */
import { z } from 'zod'

/** Languages a person can read the product in. One more language is one more file of words per folder. */
export const LANGUAGES = ['de', 'de-simple', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** Staff pages are a tool for people at work; easy language is for those who report. */
export const STAFF_LANGUAGES = ['de', 'en'] as const satisfies readonly Language[]

/** The language everything is written in first; what another one lacks is shown in this. */
export const SOURCE_LANGUAGE: Language = 'de'

/** The language staff pages have for somebody who reads this one. */
export const staffLanguage = (language: Language): Language =>
  STAFF_LANGUAGES.find((one) => one === language) ?? SOURCE_LANGUAGE

/** "de" of "de-simple": whatever the pages are written in, what people write on them is German. */
export const primaryLanguage = (tag: string): string => tag.split('-')[0]!.toLowerCase()

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
