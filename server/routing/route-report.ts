/** Who is in charge: pure, never empty, and always with the reason. */
import type { RoutingReason } from '../../db/schema/reports.ts'
import type { Bounds, RoutingRule, Town } from '../../tenants/schema.ts'

export type RoutingQuestion = {
  category: string
  /** Null when only words for the place are known. */
  point: { lat: number; lon: number } | null
  answers: Readonly<Record<string, unknown>>
}

type Routed = { department: string; because: RoutingReason }

/**
 * Exceptions first, the smallest area before the wider ones and a demanded answer before none; then the department
 * that owns the category; then the dispatcher. Without a point, a category whose exceptions depend on the place goes
 * to the dispatcher, who can find out.
 */
export function routeReport(town: Pick<Town, 'departments' | 'rules'>, question: RoutingQuestion): Routed {
  const dispatcher = dispatcherOf(town)
  const rules = town.rules
    .map((rule, index) => ({ rule, index }))
    .filter(({ rule }) => rule.category === question.category)
  const needsPoint = rules.some(({ rule }) => rule.within && answerFits(rule, question))
  if (!question.point && needsPoint)
    return { department: dispatcher, because: { by: 'no_point', department: dispatcher } }

  const [first] = rules.filter(({ rule }) => applies(rule, question)).sort((a, b) => rank(a.rule) - rank(b.rule))
  if (first) {
    const department = first.rule.to
    return { department, because: { by: 'rule', rule: first.index, department } }
  }
  const owner = town.departments.find((department) => department.categories.includes(question.category))
  if (owner) {
    return { department: owner.key, because: { by: 'category', category: question.category, department: owner.key } }
  }
  return { department: dispatcher, because: { by: 'nobody', category: question.category, department: dispatcher } }
}

/** The department that catches the rest; `towns check` sees to it that there is exactly one. */
export function dispatcherOf(town: Pick<Town, 'departments'>): string {
  const dispatcher = town.departments.find((department) => department.dispatcher) ?? town.departments[0]
  return dispatcher!.key
}

function applies(rule: RoutingRule, question: RoutingQuestion): boolean {
  const inside = !rule.within || (question.point !== null && isWithin(rule.within, question.point))
  return inside && answerFits(rule, question)
}

function answerFits(rule: RoutingRule, { answers }: RoutingQuestion): boolean {
  if (!rule.answer) return true
  const given = answers[rule.answer.question]
  return Array.isArray(given) ? given.includes(rule.answer.is) : given === rule.answer.is
}

function isWithin([minLon, minLat, maxLon, maxLat]: Bounds, { lat, lon }: { lat: number; lon: number }): boolean {
  return lon >= minLon && lon <= maxLon && lat >= minLat && lat <= maxLat
}

/** Smaller is more specific: by area first, then rules that demand an answer before those that do not. */
function rank(rule: RoutingRule): number {
  const [minLon, minLat, maxLon, maxLat] = rule.within ?? [-180, -90, 180, 90]
  return (maxLon - minLon) * (maxLat - minLat) - (rule.answer ? Number.EPSILON : 0)
}
