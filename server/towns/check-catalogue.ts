/** Joins the catalogue's structure with its words in every language, and holds both to the rules. */
import {
  CatalogueFile as Catalogue,
  type CatalogueFile,
  CatalogueWords,
  type WholeCategory,
} from '../../tenants/catalogue-schema.ts'
import { LANGUAGES, type Language, SOURCE_LANGUAGE, type WordsInFile } from '../../tenants/languages.ts'
import { moduleProblems } from './check-modules.ts'
import type { CompiledCatalogue } from './compile-town.ts'
import { about, type Problem, type Say } from './problem.ts'
import { readYaml } from './read-yaml.ts'

export type CatalogueFolder = { catalogue: string; words: Record<string, string> }

type Shape = CatalogueFile['categories'][number]
type Result = { ok: true; catalogue: CompiledCatalogue } | { ok: false; problems: Problem[] }

const FILE = 'catalogue/catalogue.yaml'

export function checkCatalogue(folder: CatalogueFolder, say: Say): Result {
  const read = readYaml({ file: FILE, text: folder.catalogue, say }, Catalogue)
  if (!read.ok) return read
  const words = new Map<Language, CatalogueWords>()
  // A language without a file falls back to German; one that has a file must be complete.
  for (const language of LANGUAGES.filter((one) => one === SOURCE_LANGUAGE || folder.words[one] !== undefined)) {
    const file = `catalogue/words/${language}.yaml`
    const read = readYaml({ file, text: folder.words[language] ?? '', say }, CatalogueWords)
    if (!read.ok) return read
    words.set(language, read.value)
  }
  const problems: Problem[] = structureProblems(read.value, say).map((message) => ({
    file: FILE,
    message: about(['categories'], message, say),
  }))
  const offered = read.value.categories.map(({ key }) => key)
  for (const { path, message } of moduleProblems(read.value.modules, { offered, say })) {
    problems.push({ file: FILE, message: about(['modules', ...path], message, say) })
  }
  const join: Join = (what, pick) => {
    const entries = [...words].map(([language, all]) => [language, pick(all)] as const)
    for (const [language, text] of entries) {
      if (!text) problems.push({ file: `catalogue/words/${language}.yaml`, message: say.catalogue.missing(what) })
    }
    return Object.fromEntries(entries) as WordsInFile
  }
  const categories = read.value.categories.map((shape) => joinCategory(shape, words, join))
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, catalogue: { version: read.value.version, categories, modules: read.value.modules } }
}

function structureProblems({ groups, categories }: CatalogueFile, say: Say): string[] {
  return categories.flatMap((category, index) => {
    const { key, group, kind, disclosure, objectNumber, questions } = category
    const found: string[] = []
    if (!groups.includes(group)) found.push(say.catalogue.group(group))
    if (categories.findIndex((other) => other.key === key) !== index) found.push(say.catalogue.twice(key))
    if (kind === 'service_order' && disclosure !== 'never') found.push(say.catalogue.orderPublic(key))
    const numbered = questions.find((question) => question.key === objectNumber)
    if (objectNumber && numbered?.type !== 'text') found.push(say.catalogue.objectNumber(key))
    questions.forEach((question, place) => {
      const where = `${key}.${question.key}`
      if (question.effects.some(({ is }) => !isPossible(question, is))) found.push(say.catalogue.effect(where))
      const { showIf } = question
      const asked = showIf && questions.slice(0, place).find((earlier) => earlier.key === showIf.question)
      if (showIf && !(asked && isPossible(asked, showIf.is))) found.push(say.catalogue.showIf(where))
    })
    return found
  })
}

function isPossible({ type, options }: Shape['questions'][number], is: string | boolean): boolean {
  if (type === 'yes_no') return typeof is === 'boolean'
  return options ? options.includes(String(is)) : false
}

type Join = (what: string, pick: (words: CatalogueWords) => string | undefined) => WordsInFile

function joinCategory(shape: Shape, words: Map<Language, CatalogueWords>, join: Join): WholeCategory {
  const { key } = shape
  const own = (one: CatalogueWords) => one.categories[key]
  const has = (pick: (one: CatalogueWords) => unknown) => [...words.values()].some((one) => pick(one) !== undefined)
  const joinIfThere = (what: string, pick: (one: CatalogueWords) => string | undefined) =>
    has(pick) ? join(what, pick) : undefined
  return {
    ...shape,
    name: join(`categories.${key}.name`, (one) => own(one)?.name),
    groupName: join(`groups.${shape.group}`, (one) => one.groups[shape.group]),
    notice: joinIfThere(`categories.${key}.notice`, (one) => own(one)?.notice),
    instantAnswer: joinIfThere(`categories.${key}.instantAnswer`, (one) => own(one)?.instantAnswer),
    search: [...new Set([...words.values()].flatMap((one) => own(one)?.search ?? []))],
    questions: shape.questions.map(({ options, effects, ...question }) => {
      const asked = (one: CatalogueWords) => own(one)?.questions?.[question.key]
      const where = `categories.${key}.questions.${question.key}`
      return {
        ...question,
        label: join(`${where}.label`, (one) => asked(one)?.label),
        hint: joinIfThere(`${where}.hint`, (one) => asked(one)?.hint),
        options: options?.map((option) => ({
          key: option,
          label: join(`${where}.options.${option}`, (one) => asked(one)?.options?.[option]),
        })),
        effects: effects.map((effect) => {
          const answer = answerKey(effect.is)
          const pick = (one: CatalogueWords) => asked(one)?.effects?.[answer]
          const speaks = effect.warn || effect.stop !== undefined
          return { ...effect, text: speaks ? join(`${where}.effects.${answer}`, pick) : undefined }
        }),
      }
    }),
  }
}

/** The word under which the catalogue keeps an answer's text. */
const answerKey = (is: string | boolean) => (typeof is === 'boolean' ? (is ? 'yes' : 'no') : is)
