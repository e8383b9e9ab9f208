/** Joins the catalogue's structure with its words in every language. */
import {
  CatalogueFile as Catalogue,
  type CatalogueFile,
  CatalogueWords,
  type Category,
  LANGUAGES,
  type Language,
} from '../../tenants/schema.ts'
import { type CompiledCatalogue, type Problem, readYaml } from './check-town.ts'

export type CatalogueFolder = { catalogue: string; words: Record<string, string> }

type Result = { ok: true; catalogue: CompiledCatalogue } | { ok: false; problems: Problem[] }

export function checkCatalogue(folder: CatalogueFolder): Result {
  const catalogue = readYaml('catalogue/catalogue.yaml', folder.catalogue, Catalogue)
  if (!catalogue.ok) return catalogue
  const words = new Map<Language, CatalogueWords>()
  for (const language of LANGUAGES) {
    const file = `catalogue/words/${language}.yaml`
    const read = readYaml(file, folder.words[language] ?? '', CatalogueWords)
    if (!read.ok) return read
    words.set(language, read.value)
  }
  const problems: Problem[] = []
  const inEveryLanguage = (what: string, pick: (words: CatalogueWords) => string | undefined) => {
    const entries = LANGUAGES.map((language) => [language, pick(words.get(language)!)] as const)
    for (const [language, text] of entries) {
      if (!text) problems.push({ file: `catalogue/words/${language}.yaml`, message: `${what}: Der Text fehlt.` })
    }
    return Object.fromEntries(entries) as Record<Language, string>
  }
  const categories = catalogue.value.categories.map((shape) => joinCategory(shape, words, inEveryLanguage))
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, catalogue: { version: catalogue.value.version, categories } }
}

type Join = (what: string, pick: (words: CatalogueWords) => string | undefined) => Record<Language, string>

function joinCategory(
  shape: CatalogueFile['categories'][number],
  words: Map<Language, CatalogueWords>,
  join: Join,
): Category {
  const { key } = shape
  const own = (one: CatalogueWords) => one.categories[key]
  const has = (pick: (one: CatalogueWords) => unknown) => [...words.values()].some((one) => pick(one) !== undefined)
  return {
    ...shape,
    name: join(`categories.${key}.name`, (one) => own(one)?.name),
    groupName: join(`groups.${shape.group}`, (one) => one.groups[shape.group]),
    notice: has((one) => own(one)?.notice) ? join(`categories.${key}.notice`, (one) => own(one)?.notice) : undefined,
    search: [...words.values()].flatMap((one) => own(one)?.search ?? []),
    questions: shape.questions.map(({ options, ...question }) => {
      const asked = (one: CatalogueWords) => own(one)?.questions?.[question.key]
      const where = `categories.${key}.questions.${question.key}`
      return {
        ...question,
        label: join(`${where}.label`, (one) => asked(one)?.label),
        hint: has((one) => asked(one)?.hint) ? join(`${where}.hint`, (one) => asked(one)?.hint) : undefined,
        options: options?.map((option) => ({
          key: option,
          label: join(`${where}.options.${option}`, (one) => asked(one)?.options?.[option]),
        })),
      }
    }),
  }
}
