/** Which rules can hold for the same report, and which can hold for none. Pure. */
import type { WholeCategory } from '../../tenants/catalogue-schema.ts'
import type { Bounds, Condition, District, RoutingRule, StoredTown } from '../../tenants/schema.ts'
import { areasOf, hasArea } from '../routing/place-in-town.ts'
import { conditionsOf } from '../routing/route-report.ts'
import { type Area, boundsOf } from './read-boundary.ts'

/** Questions as files write them. */
export type Asked = WholeCategory['questions']
type Districts = Pick<StoredTown, 'districts'>
type Answer = string | boolean

/** Some report can meet all of them: every question with one answer has one that suits all who ask about it. */
export function canAllHold(conditions: readonly Condition[], questions: Asked): boolean {
  const all = withPremises(conditions, questions)
  return questions.every(({ key, type }) => {
    // Of several answers each can suit another condition.
    if (type === 'several_of') return true
    const wanted = all.filter(({ question }) => question === key).map(answersOf)
    return wanted.length === 0 || wanted[0]!.some((answer) => wanted.every((answers) => answers.includes(answer)))
  })
}

export const answersOf = ({ is }: Condition): Answer[] => [is].flat()

/** A question that is asked only after a certain answer brings that answer with it. */
function withPremises(conditions: readonly Condition[], questions: Asked): Condition[] {
  const all = [...conditions]
  // The list grows while it is walked; every question is a premise once at most.
  for (const { question } of all) {
    const premise = questions.find(({ key }) => key === question)?.showIf
    const isThere = premise && all.some((one) => one.question === premise.question && one.is === premise.is)
    if (premise && !isThere) all.push(premise)
  }
  return all
}

/** Neither goes before the other by the order of `routeReport`, at some place where both hold. */
export function areEqualRank(one: RoutingRule, other: RoutingRule, town: Districts): boolean {
  if (conditionsOf(one).length !== conditionsOf(other).length) return false
  if (!hasArea(one) || !hasArea(other)) return hasArea(one) === hasArea(other)
  const others = shapesOf(other, town)
  return shapesOf(one, town).some((a) => others.some((b) => isSameSize(a.size, b.size) && overlap(a.bounds, b.bounds)))
}

/** Whenever the one holds, the other does too, with the same rank. */
export function isCoveredBy(one: RoutingRule, other: RoutingRule, town: Districts): boolean {
  if (conditionsOf(one).length !== conditionsOf(other).length || hasArea(one) !== hasArea(other)) return false
  const others = shapesOf(other, town).map(({ id }) => id)
  const areas = shapesOf(one, town)
  if (others.length !== areas.length || !areas.every(({ id }) => others.includes(id))) return false
  return conditionsOf(other).every((wide) =>
    conditionsOf(one).some(
      (narrow) =>
        narrow.question === wide.question && answersOf(narrow).every((answer) => answersOf(wide).includes(answer)),
    ),
  )
}

type Shape = { id: string; size: number; bounds: Bounds }

function shapesOf(rule: RoutingRule, town: Districts): Shape[] {
  return areasOf(rule, town).map(({ district, size }) => {
    const found = town.districts.find(({ key }) => key === district)
    const bounds = found ? districtBounds(found) : rule.within!
    return { id: district ?? String(rule.within), size, bounds }
  })
}

const districtBounds = ({ geometry }: District) => boundsOf(geometry as Area)

/** What differs only by the arithmetic is no order that anybody could see. */
const isSameSize = (a: number, b: number) => Math.abs(a - b) <= Math.max(a, b) * 1e-6

/** A shared edge is no place. Areas of the same size whose boxes overlap are taken to overlap themselves. */
function overlap([west, south, east, north]: Bounds, [w, s, e, n]: Bounds): boolean {
  return west < e && w < east && south < n && s < north
}
