/** Who is in charge: pure, never empty, and always with the reason. */
import type { RoutingReason } from '../../db/schema/reports.ts'
import { type Condition, PARTNER_PREFIX, type RoutingRule, TO_COUNTY, type Town } from '../../tenants/schema.ts'
import { areasOf, districtAt, hasArea, type Point } from './place-in-town.ts'

type Rules = Pick<Town, 'departments' | 'rules' | 'districts'>

export type RoutingQuestion = {
  category: string
  /** Null when only words for the place are known. */
  point: Point | null
  answers: Readonly<Record<string, unknown>>
  /** Today in Germany, 2026-11-25: absences end. */
  today: string
}

export type Routed = {
  /** In the town itself; for what the county answers for, whoever explains that: the dispatcher. */
  department: string
  /** Key of the partner that is to do the work. */
  partner: string | null
  isForCounty: boolean
  district: string | null
  because: RoutingReason
}

/**
 * Exceptions first, in this order: the smaller area before the larger and before none; then more demanded answers
 * before fewer. `towns check` refuses rules that this leaves equal. Without an exception the department that owns the
 * category; then the dispatcher. Without a point, a category whose exceptions depend on the place goes to the
 * dispatcher, who can find out. An absent department's deputy takes what is new.
 */
export function routeReport(town: Rules, question: RoutingQuestion): Routed {
  const district = question.point && districtAt(town, question.point)
  const because = decide(town, question)
  const present = deputised(town, because, question.today)
  return {
    department: present.department,
    partner: present.by === 'rule' ? (present.partner ?? null) : null,
    isForCounty: present.by === 'county',
    district: district?.name ?? null,
    because: present,
  }
}

function decide(town: Rules, question: RoutingQuestion): RoutingReason {
  const dispatcher = dispatcherOf(town)
  const { category, point } = question
  const rules = rankedRules(town, question)
  if (!point && rules.some(({ rule }) => hasArea(rule))) return { by: 'no_point', department: dispatcher }

  const owner = ownerOf(town, category)
  const [first] = rules
  if (first) {
    const { rule, index, district } = first
    const where = { rule: index, ...(district ? { district } : {}) }
    if (rule.to === TO_COUNTY) return { by: 'county', department: dispatcher, ...where }
    const partner = partnerKey(rule.to)
    if (partner) return { by: 'rule', department: owner ?? dispatcher, partner, ...where }
    return { by: 'rule', department: rule.to, ...where }
  }
  return owner ? { by: 'category', category, department: owner } : { by: 'nobody', category, department: dispatcher }
}

type Ranked = { rule: RoutingRule; index: number; district?: string | undefined; size: number }

/** Rules that fit, the most specific first. Without a point all whose answers fit. */
function rankedRules(town: Rules, { category, point, answers }: RoutingQuestion): Ranked[] {
  return town.rules
    .flatMap((rule, index): Ranked[] => {
      if (!categoriesOf(rule).includes(category) || !conditionsOf(rule).every((one) => isMet(one, answers))) return []
      if (!hasArea(rule) || !point) return [{ rule, index, size: Number.POSITIVE_INFINITY }]
      const [smallest] = areasOf(rule, town)
        .filter((area) => area.holds(point))
        .sort((a, b) => a.size - b.size)
      return smallest ? [{ rule, index, district: smallest.district, size: smallest.size }] : []
    })
    .sort((a, b) => (a.size === b.size ? bySpecificity(a.rule, b.rule) : a.size - b.size))
}

const bySpecificity = (a: RoutingRule, b: RoutingRule) => conditionsOf(b).length - conditionsOf(a).length

export const categoriesOf = (rule: RoutingRule): string[] => [rule.category].flat()
export const conditionsOf = (rule: RoutingRule): Condition[] => (rule.answer === undefined ? [] : [rule.answer].flat())
/** `partner/stadtwerke` → `stadtwerke` */
export const partnerKey = (to: string) => (to.startsWith(PARTNER_PREFIX) ? to.slice(PARTNER_PREFIX.length) : null)

function isMet({ question, is }: Condition, answers: RoutingQuestion['answers']): boolean {
  const given = [answers[question]].flat()
  return [is].flat().some((one) => given.includes(one))
}

function deputised(town: Rules, because: RoutingReason, today: string): RoutingReason {
  const owner = town.departments.find(({ key }) => key === because.department)
  const isAbsent = owner?.absentUntil !== undefined && owner.absentUntil >= today
  if (!isAbsent || !owner.deputy) return because
  return { ...because, department: owner.deputy, deputyOf: owner.key }
}

/** The department that answers for a category in the whole town. */
export function ownerOf({ departments }: Pick<Town, 'departments'>, category: string): string | null {
  return departments.find((department) => department.categories.includes(category))?.key ?? null
}

/** The department that catches the rest; `towns check` sees to it that there is exactly one. */
export function dispatcherOf(town: Pick<Town, 'departments'>): string {
  const dispatcher = town.departments.find((department) => department.dispatcher) ?? town.departments[0]
  return dispatcher!.key
}
