/** A plan as sentences for whoever is about to apply it. */
import { formatNumber, type Messages, words } from '../../client/i18n/index.ts'
import { resolveCategory, type WholeCategory } from '../../tenants/catalogue-schema.ts'
import { type Language, SOURCE_LANGUAGE } from '../../tenants/languages.ts'
import { PARTNER_PREFIX, type RoutingRule, type StoredTown, TO_COUNTY } from '../../tenants/schema.ts'
import { categoriesOf, conditionsOf } from '../routing/route-report.ts'
import type { InUse } from './apply-town.ts'
import type { Change } from './differences.ts'
import type { CataloguePlan, Plan, TownPlan } from './plan-towns.ts'

/** What keys are called: by the files, and by the catalogue. */
export type Naming = {
  towns: ReadonlyMap<string, Pick<StoredTown, 'departments' | 'districts' | 'partners' | 'categories'>>
  catalogue: ReadonlyMap<string, WholeCategory>
}
type Say = Messages['plan']
type Words = { language: Language; say: Say; naming: Naming; town?: string | undefined }

const INDENT = '  '
const SQUARE_METRES_PER_KM = 1_000_000
const LONGEST_VALUE = 60

export function planInWords(language: Language, plan: Plan, naming: Naming): string {
  const w: Words = { language, say: words(language).plan, naming }
  const lines = [
    ...plan.catalogues.flatMap((one) => catalogueLines(w, one)),
    ...plan.towns.flatMap((one) => townLines({ ...w, town: one.town }, one)),
  ]
  return lines.join('\n') || w.say.nothing
}

function catalogueLines(w: Words, { from, to, changes, isRefused }: CataloguePlan): string[] {
  const heading = isRefused ? w.say.catalogueSame(from) : w.say.catalogue(from, to)
  const refusal = isRefused ? [words(w.language).terminal.catalogueChanged(from)] : []
  return [heading, ...[...changes.map((change) => changeLine(w, change)), ...refusal].map((line) => INDENT + line)]
}

function townLines(w: Words, { town, name, state, changes, inUse }: TownPlan): string[] {
  const { say } = w
  if (state === 'same') return [say.same(name)]
  if (state === 'left') return [say.left(name)]
  if (state === 'new') {
    const { departments, categories } = changes[0]!.to as { departments: number; categories: number }
    return [say.new(name, departments, categories)]
  }
  const lines = changes.length > 0 ? changes.map((change) => changeLine(w, change)) : [say.onlyForm]
  const refusal = inUse.length > 0 ? [stillInUse(w, town, inUse)] : []
  return [say.changed(name), ...[...lines, ...refusal].map((line) => INDENT + line)]
}

function stillInUse({ language }: Words, town: string, inUse: readonly InUse[]): string {
  const say = words(language).terminal
  return say.stillInUse(town, inUse.map(({ what, key, count }) => say.inUse[what](key, count)).join(', '))
}

function changeLine(w: Words, change: Change): string {
  const { say, language } = w
  const { what, field, from, to } = change
  const km2 = (squareMetres: unknown) => formatNumber(language, Number(squareMetres) / SQUARE_METRES_PER_KM)
  if (what === 'boundary') return say.boundary(km2(from), km2(to))
  if (what === 'outside') return say.outside(Number(to))
  if (what === 'addresses') return say.addresses(Number(from), Number(to))
  if (what === 'words') return say.words((to as string[]).map((key) => categoryName(w, key)).join(', '))
  const thing = thingOf(w, change)
  if (what === 'rule' && field)
    return say.moved(thing, targetName(w, from as RoutingRule), targetName(w, to as RoutingRule))
  if (!field) return to === undefined ? say.removed(thing) : say.added(thing)
  const label = say.fields[field] ?? field
  const subject = what === 'setting' ? label : say.field(thing, label)
  if (field === 'geometry') return say.moved(subject, `${km2(from)} km²`, `${km2(to)} km²`)
  const [before, after] = [valueInWords(w, from), valueInWords(w, to)]
  return before === null || after === null || before === after
    ? say.changedOnly(subject)
    : say.moved(subject, before, after)
}

function thingOf(w: Words, { what, key = '', from, to }: Change): string {
  const { things } = w.say
  const named = nameIn(w, to) ?? nameIn(w, from)
  const town = w.town ? w.naming.towns.get(w.town) : undefined
  switch (what) {
    case 'department':
      return things.department(named ?? town?.departments.find((one) => one.key === key)?.name ?? key)
    case 'category':
      return things.category(named ?? categoryName(w, key))
    case 'district':
      return things.district(named ?? town?.districts.find((one) => one.key === key)?.name ?? key)
    case 'partner':
      return things.partner(named ?? town?.partners.find((one) => one.key === key)?.name ?? key)
    case 'question': {
      const [category = '', question = ''] = key.split('.')
      return things.question(
        questionOf(w, category, question)?.label[w.language] ?? question,
        categoryName(w, category),
      )
    }
    case 'rule': {
      const rule = (to ?? from) as RoutingRule
      const isNamedWhole = from === undefined || to === undefined
      const condition = conditionInWords(w, rule)
      return things.rule(isNamedWhole ? w.say.rule.to(condition, targetName(w, rule)) : condition)
    }
    default:
      return key
  }
}

/** The name that comes with something new or gone. */
function nameIn({ language }: Words, value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('name' in value)) return undefined
  const { name } = value
  if (typeof name === 'string') return name
  const all = name as Partial<Record<Language, string>>
  return all[language] ?? all[SOURCE_LANGUAGE]
}

function categoryName({ language, naming, town }: Words, key: string): string {
  const entries = town ? naming.towns.get(town)?.categories : undefined
  const own = entries?.find((entry) => !('catalogue' in entry) && entry.key === key) as WholeCategory | undefined
  const whole = own ?? naming.catalogue.get(key)
  return whole ? resolveCategory(whole).name[language] : key
}

function questionOf({ naming }: Words, category: string, key: string) {
  const whole = naming.catalogue.get(category)
  return whole && resolveCategory(whole).questions.find((one) => one.key === key)
}

function conditionInWords(w: Words, rule: RoutingRule): string {
  const { say } = w
  const districts = w.town ? w.naming.towns.get(w.town)?.districts : undefined
  const nameOf = (key: string) => districts?.find((one) => one.key === key)?.name ?? key
  const categories = categoriesOf(rule).map((key) => categoryName(w, key))
  const places = rule.in === undefined ? [] : [say.rule.in([rule.in].flat().map(nameOf).join(', '))]
  const rectangle = rule.within ? [say.rule.rectangle] : []
  const answers = conditionsOf(rule).map(({ question, is }) => {
    const asked = questionOf(w, categoriesOf(rule)[0]!, question)
    const labelOf = (one: string | boolean) => asked?.options?.find(({ key }) => key === one)?.label[w.language]
    const given = [is].flat().map((one) => labelOf(one) ?? plainValue(w, one))
    return say.rule.if(asked?.label[w.language] ?? question, given.join(', '))
  })
  return [categories.join(', '), ...places, ...rectangle].join(' ') + answers.join('')
}

function targetName(w: Words, { to }: RoutingRule): string {
  const town = w.town ? w.naming.towns.get(w.town) : undefined
  if (to === TO_COUNTY) return w.say.rule.county
  const partner = to.startsWith(PARTNER_PREFIX) ? to.slice(PARTNER_PREFIX.length) : null
  const found = (partner ? town?.partners : town?.departments)?.find((one) => one.key === (partner ?? to))
  return found?.name ?? to
}

/** Null for what is too long to be read in a line. */
function valueInWords(w: Words, value: unknown): string | null {
  const text = plainValue(w, value)
  return text.length > LONGEST_VALUE ? null : text
}

function plainValue(w: Words, value: unknown): string {
  const { say, language } = w
  if (value === undefined || value === null) return say.none
  if (typeof value === 'boolean') return value ? say.yes : say.no
  if (Array.isArray(value)) return value.length === 0 ? say.none : value.map((one) => plainValue(w, one)).join(', ')
  if (typeof value !== 'object') return String(value)
  const texts = value as Partial<Record<Language, string>>
  if (texts[SOURCE_LANGUAGE]) return texts[language] ?? texts[SOURCE_LANGUAGE]
  return Object.values(value)
    .filter((one) => one !== undefined)
    .map((one) => plainValue(w, one))
    .join(' – ')
}
