/** Whether everybody can read it: colours and languages. */
import type { WholeCategory } from '../../../tenants/catalogue-schema.ts'
import { type Language, SOURCE_LANGUAGE, type WordsInFile } from '../../../tenants/languages.ts'
import { accentContrasts, LEGIBLE } from '../theme.ts'
import { type Finding, hint, met, missing, type TownFacts } from './requirement.ts'

export function coloursLegible({ town }: TownFacts): Finding {
  const { light, dark } = accentContrasts(town.theme)
  const found = { light: round(light), dark: round(dark) }
  return light >= LEGIBLE && dark >= LEGIBLE ? met(found) : missing(found)
}

/** Down, so that 4.49 is never told as 4.5. */
const round = (contrast: number) => Math.floor(contrast * 10) / 10

/** What the file promises must be there; what the town hall adds in a hurry is a hint. */
export function languagesComplete({ stored, settings, catalogue }: TownFacts): Finding {
  const languages = stored.languages.filter((language) => language !== SOURCE_LANGUAGE)
  const inFile = gapsIn({ ...inCategories(stored.categories, catalogue), ...named('texts', stored.texts) }, languages)
  if (inFile.what.length > 0) return missing(inFile)
  const bySetting = Object.entries(settings.categories).map(([key, change]) => named(`changes.${key}`, change))
  const added = gapsIn(Object.assign(named('texts', settings.texts), ...bySetting), languages)
  return added.what.length > 0 ? hint(added) : met({ languages: [...stored.languages] })
}

type Spoken = Record<string, WordsInFile | undefined>

function gapsIn(texts: Spoken, languages: readonly Language[]): { languages: Language[]; what: string[] } {
  const gaps = Object.entries(texts).flatMap(([what, words]) =>
    languages.filter((language) => lacks(words, language)).map((language) => ({ what, language })),
  )
  return {
    languages: languages.filter((one) => gaps.some(({ language }) => language === one)),
    what: [...new Set(gaps.map(({ what }) => what))].slice(0, MOST_NAMED),
  }
}

/** As many as somebody mends in one go. */
const MOST_NAMED = 5

const lacks = (words: WordsInFile | undefined, language: Language) =>
  words !== undefined && (typeof words === 'string' || !words[language])

function inCategories(
  categories: TownFacts['stored']['categories'],
  catalogue: TownFacts['catalogue'],
): Record<string, WordsInFile | undefined> {
  const spoken = categories.map((entry): Spoken => {
    if (!('catalogue' in entry)) return wordsOf(`own.${entry.key}`, entry)
    const whole = catalogue.get(entry.catalogue)
    return {
      ...(whole ? wordsOf(`catalogue.${whole.key}`, whole) : {}),
      ...named(`changes.${entry.catalogue}`, entry.change),
    }
  })
  return Object.assign({}, ...spoken)
}

/** The texts of a block by their path; whatever else it says is no text. */
function named(path: string, block: object): Spoken {
  const texts = ['name', 'notice', 'instantAnswer', 'welcome', 'news']
  return Object.fromEntries(
    Object.entries(block)
      .filter(([field, value]) => texts.includes(field) && value !== undefined)
      .map(([field, value]) => [`${path}.${field}`, value as WordsInFile]),
  )
}

function wordsOf(path: string, category: WholeCategory): Spoken {
  const questions = category.questions.map(({ key, label, hint, options = [], effects }) => {
    const answers = [...options.map((option) => option.label), ...effects.map((effect) => effect.text)]
    return {
      [`${path}.${key}.label`]: label,
      [`${path}.${key}.hint`]: hint,
      ...Object.fromEntries(answers.map((words, index) => [`${path}.${key}.${index + 1}`, words])),
    }
  })
  return Object.assign(named(path, category), ...questions)
}
