/** Rules that name nothing that does not exist, never contradict each other, and can all come into play. */
import { inEveryLanguage, type Language, type WordsInFile } from '../../tenants/languages.ts'
import { type Condition, type RoutingRule, type StoredTown, TO_COUNTY } from '../../tenants/schema.ts'
import { hasArea, rectangle } from '../routing/place-in-town.ts'
import { categoriesOf, conditionsOf, dispatcherOf, ownerOf, partnerKey } from '../routing/route-report.ts'
import type { Check } from './check.ts'
import { categoryUnknown, offeredBy } from './check-categories.ts'
import { departmentUnknown } from './check-departments.ts'
import { departmentKey } from './compile-town.ts'
import { meantOf, type Named, textsOf } from './meant-words.ts'
import type { Say } from './problem.ts'
import { touches } from './read-boundary.ts'
import { type Asked, answersOf, areEqualRank, canAllHold, isCoveredBy } from './rule-logic.ts'

type Shapes = Map<string, Asked>
type Placed = { rule: RoutingRule; index: number }
type Ruled = { town: StoredTown; shapes: Shapes }

export function checkRules(check: Check, town: StoredTown): void {
  const ruled = { town, shapes: questionsOf(check, town) }
  // Rules that name something unknown are told as such, not also as contradictions.
  const sound = town.rules.map((rule, index) => ({ rule, index })).filter((placed) => isSound(check, ruled, placed))
  for (const placed of sound) {
    const earlier = sound.filter(({ index }) => index < placed.index)
    checkAgainstEarlier(check, ruled, { ...placed, earlier })
    checkUse(check, town, placed)
  }
}

/** By category. */
export function questionsOf({ catalogue }: Check, town: StoredTown): Shapes {
  return new Map(
    town.categories.flatMap((entry) => {
      const whole = 'catalogue' in entry ? catalogue.categories.find(({ key }) => key === entry.catalogue) : entry
      return whole ? [[whole.key, whole.questions] as const] : []
    }),
  )
}

function isSound(check: Check, { town, shapes }: Ruled, { rule, index }: Placed): boolean {
  const { say } = check
  const offered = offeredBy(check)
  let isSound = true
  const found = (path: PropertyKey[], message: string | null) => {
    if (message === null) return
    isSound = false
    check.found(['rules', index, ...path], message)
  }
  const entry = (value: unknown, position: number) => (Array.isArray(value) ? [position] : [])
  for (const [c, category] of categoriesOf(rule).entries()) {
    const questions = shapes.get(category)
    const path = ['category', ...entry(rule.category, c)]
    found(path, categoryUnknown(check, category, offered))
    if (categoriesOf(rule).indexOf(category) !== c) found(path, say.category.twice(category))
    if (!questions) continue
    const wrong = conditionsOf(rule).map((condition) => conditionProblem(check, category, { condition, questions }))
    for (const [a, one] of wrong.entries()) if (one) found(['answer', ...entry(rule.answer, a), one.field], one.message)
    if (wrong.every((one) => one === null) && !canAllHold(conditionsOf(rule), questions))
      found(['answer'], say.rule.never(category))
  }
  found(['to'], targetProblem(check, town, rule.to))
  const districts = town.districts.map(({ key, name }) => ({ key, names: [name] }))
  for (const [d, key] of (rule.in === undefined ? [] : [rule.in].flat()).entries())
    found(['in', ...entry(rule.in, d)], districtProblem(check, key, districts))
  if (rule.within) found(['within'], rectangleProblem(check, rule.within))
  return isSound
}

function districtProblem({ say }: Check, key: string, districts: Named[]): string | null {
  if (districts.some((district) => district.key === key)) return null
  const meant = meantOf(key, districts)
  return meant
    ? say.field.meantKey(key, meant)
    : say.rule.districtUnknown(key, districts.map((one) => one.key).join(', '))
}

function rectangleProblem({ say, boundary }: Check, within: NonNullable<RoutingRule['within']>): string | null {
  const [west, south, east, north] = within
  if (west >= east || south >= north) return say.rule.rectangle
  if (touches(rectangle(within), boundary.geometry)) return null
  const turned: typeof within = [south, west, north, east]
  return touches(rectangle(turned), boundary.geometry) ? say.rule.swapped(`[${turned.join(', ')}]`) : say.rule.outside
}

function targetProblem({ file, say, towns }: Check, { partners, ags, kind }: StoredTown, to: string): string | null {
  if (to === TO_COUNTY) {
    if (kind === 'county') return say.rule.countySelf
    const county = ags?.slice(0, 5)
    const isThere = towns.some((other) => (other.file.ags ?? other.boundary.ags) === county)
    return isThere || !county ? null : say.rule.countyUnknown(county)
  }
  const partner = partnerKey(to)
  if (partner) return partners.some(({ key }) => key === partner) ? null : say.rule.partnerUnknown(partner)
  const isThere = file.departments.some((one) => departmentKey(one) === to)
  return isThere ? null : departmentUnknown(file, to, say)
}

type Condemned = { field: 'question' | 'is'; message: string } | null
type Choice = { condition: Condition; questions: Asked }

function conditionProblem({ say }: Check, category: string, { condition, questions }: Choice): Condemned {
  const question = questions.find(({ key }) => key === condition.question)
  const known = questions.map(({ key, label }) => explained(key, label, say)).join(', ')
  if (!question) return { field: 'question', message: say.rule.questionUnknown(condition.question, category, known) }
  if (question.type === 'number') return { field: 'question', message: say.rule.questionNumber(question.key) }
  const possible = question.type === 'yes_no' ? [true, false] : question.options?.map(({ key }) => key)
  // What somebody types can be anything; only a choice can be misspelt.
  const wrong = possible && answersOf(condition).find((one) => !(possible as unknown[]).includes(one))
  if (wrong === undefined || !possible) return null
  const options = (question.options ?? []).map(({ key, label }) => ({ key, names: textsOf(label) }))
  const meant = typeof wrong === 'string' ? meantOf(wrong, options) : null
  const message = meant
    ? say.field.meantKey(String(wrong), meant)
    : say.rule.answerUnknown(String(wrong), question.key, answersInWords(question, say))
  return { field: 'is', message }
}

export function answersInWords({ options }: Asked[number], say: Say): string {
  if (!options) return `true (${say.meanings.true}), false (${say.meanings.false})`
  return options.map(({ key, label }) => explained(key, label, say)).join(', ')
}

/** `nature („In Wald oder Feld“)`, in the reader's language. */
const explained = (key: string, label: WordsInFile, say: Say) =>
  say.explained(key, inEveryLanguage(label)[say.language as Language])

/** Equal rank is no order: whoever wrote both must say which one counts. */
function checkAgainstEarlier(
  { say, found, lineOf }: Check,
  { town, shapes }: Ruled,
  { rule, index, earlier }: Placed & { earlier: Placed[] },
): void {
  for (const { rule: other, index: before } of earlier) {
    const shared = categoriesOf(rule).filter((category) => categoriesOf(other).includes(category))
    const isDouble = rule.to === other.to
    const clash = shared.find((category) => {
      if (isDouble) return false
      const both = [...conditionsOf(rule), ...conditionsOf(other)]
      return areEqualRank(rule, other, town) && canAllHold(both, shapes.get(category) ?? [])
    })
    const isRepeated = isDouble && shared.length === categoriesOf(rule).length && isCoveredBy(rule, other, town)
    if (!clash && !isRepeated) continue
    const line = lineOf(['rules', before])
    found(['rules', index], clash ? say.rule.equalRank(line, clash) : say.rule.repeats(line))
    return
  }
}

/** A rule that says what would happen anyway is one that somebody will wonder about. */
function checkUse({ say, found }: Check, town: StoredTown, { rule, index }: Placed): void {
  const [category] = categoriesOf(rule) as [string]
  const isGeneral = !hasArea(rule) && conditionsOf(rule).length === 0
  const isPlain = rule.to !== TO_COUNTY && !partnerKey(rule.to)
  if (isGeneral && isPlain) {
    found(['rules', index], say.rule.nothing(category))
    return
  }
  const overrides = town.rules.some(
    (other, place) => place !== index && categoriesOf(other).some((one) => categoriesOf(rule).includes(one)),
  )
  const changes = categoriesOf(rule).some((one) => (ownerOf(town, one) ?? dispatcherOf(town)) !== rule.to)
  if (!changes && !overrides) found(['rules', index], say.rule.same(category, rule.to))
}
