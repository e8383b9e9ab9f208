/** Rules that name nothing that does not exist, never contradict each other, and can all come into play. */
import type { Question } from '../../tenants/catalogue-schema.ts'
import { type Condition, type RoutingRule, type StoredTown, TO_COUNTY } from '../../tenants/schema.ts'
import { areasOf, hasArea, rectangle } from '../routing/place-in-town.ts'
import { categoriesOf, conditionsOf, ownerOf, partnerKey } from '../routing/route-report.ts'
import type { Check } from './check.ts'
import { nearestOf } from './problem.ts'
import { touches } from './read-boundary.ts'

type Shapes = Map<string, readonly Pick<Question, 'key' | 'type' | 'options'>[]>

export function checkRules(check: Check, town: StoredTown): void {
  const shapes = questionsOf(check, town)
  const sound = town.rules.map((rule, index) => isSound(check, town, { rule, index, shapes }))
  // Rules that name something unknown are told as such, not also as contradictions.
  if (sound.includes(false)) return
  for (const index of town.rules.keys()) checkAgainstEarlier(check, town, index)
  for (const [index, rule] of town.rules.entries()) checkUse(check, town, { rule, index })
}

function questionsOf({ catalogue }: Check, town: StoredTown): Shapes {
  return new Map(
    town.categories.map((entry) => {
      const whole = 'catalogue' in entry ? catalogue.categories.find(({ key }) => key === entry.catalogue)! : entry
      return [whole.key, whole.questions as unknown as Question[]]
    }),
  )
}

type Placed = { rule: RoutingRule; index: number }

function isSound(check: Check, town: StoredTown, { rule, index, shapes }: Placed & { shapes: Shapes }): boolean {
  const { say, boundary } = check
  let isSound = true
  const found = (path: PropertyKey[], message: string) => {
    isSound = false
    check.found(['rules', index, ...path], message)
  }
  for (const [c, category] of categoriesOf(rule).entries()) {
    const questions = shapes.get(category)
    if (!questions)
      found(Array.isArray(rule.category) ? ['category', c] : ['category'], say.rule.categoryUnknown(category))
    for (const condition of questions ? conditionsOf(rule) : []) {
      const wrong = conditionProblem(check, category, { condition, questions: questions ?? [] })
      if (wrong) found(['answer'], wrong)
    }
  }
  const target = targetProblem(check, town, rule.to)
  if (target) found(['to'], target)
  for (const key of rule.in === undefined ? [] : [rule.in].flat()) {
    if (!town.districts.some((district) => district.key === key)) found(['in'], say.rule.districtUnknown(key))
  }
  if (rule.within) {
    const [west, south, east, north] = rule.within
    if (west >= east || south >= north) found(['within'], say.rule.rectangle)
    else if (!touches(rectangle(rule.within), boundary.geometry)) found(['within'], say.rule.outside)
  }
  return isSound
}

function targetProblem({ say, towns }: Check, { departments, partners, ags, kind }: StoredTown, to: string) {
  if (to === TO_COUNTY) {
    if (kind === 'county') return say.rule.countySelf
    const county = ags.slice(0, 5)
    const isThere = towns.some(({ file, boundary }) => (file.ags ?? boundary.ags) === county)
    return isThere ? null : say.rule.countyUnknown(county)
  }
  const partner = partnerKey(to)
  if (partner) return partners.some(({ key }) => key === partner) ? null : say.rule.partnerUnknown(partner)
  const keys = departments.map(({ key }) => key)
  if (keys.includes(to)) return null
  const meant = nearestOf(to, keys)
  return meant ? say.rule.toMeant(to, meant) : say.rule.toUnknown(to)
}

type Asked = { condition: Condition; questions: readonly Pick<Question, 'key' | 'type' | 'options'>[] }

function conditionProblem({ say }: Check, category: string, { condition, questions }: Asked): string | null {
  const question = questions.find(({ key }) => key === condition.question)
  if (!question) return say.rule.questionUnknown(condition.question, category)
  const possible = question.type === 'yes_no' ? [true, false] : question.options?.map(({ key }) => key)
  // What somebody types or counts can be anything; only a choice can be misspelt.
  if (!possible) return null
  const wrong = [condition.is].flat().find((one) => !(possible as unknown[]).includes(one))
  return wrong === undefined ? null : say.rule.answerUnknown(String(wrong), condition.question, possible.join(', '))
}

/** Equal rank is no order: whoever wrote both must say which one counts. */
function checkAgainstEarlier({ say, found, lineOf }: Check, town: StoredTown, index: number): void {
  const rule = town.rules[index]!
  for (const [other, earlier] of town.rules.slice(0, index).entries()) {
    const shared = categoriesOf(rule).find((category) => categoriesOf(earlier).includes(category))
    if (!shared || !isEqualRank(rule, earlier, town) || !areCompatible(rule, earlier)) continue
    const line = lineOf(['rules', other])
    found(['rules', index], rule.to === earlier.to ? say.rule.repeats(line) : say.rule.equalRank(line, shared))
    return
  }
}

function isEqualRank(one: RoutingRule, other: RoutingRule, town: StoredTown): boolean {
  if (conditionsOf(one).length !== conditionsOf(other).length) return false
  if (!hasArea(one) && !hasArea(other)) return true
  const sizes = new Set(areasOf(one, town).map(({ size }) => size))
  return areasOf(other, town).some(({ size }) => sizes.has(size))
}

/** Both can hold for the same report: no question on which their answers exclude each other. */
function areCompatible(one: RoutingRule, other: RoutingRule): boolean {
  return conditionsOf(one).every((condition) => {
    const same = conditionsOf(other).find(({ question }) => question === condition.question)
    return !same || [condition.is].flat().some((is) => [same.is].flat().includes(is))
  })
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
  const changes = categoriesOf(rule).some((one) => ownerOf(town, one) !== rule.to)
  if (!changes && !overrides) found(['rules', index], say.rule.same(category, rule.to))
}
