/** What a new report must have, and which town answers for it: everything that is decided before anything is written. */

import { dayOf } from '../../client/i18n/index.ts'
import type { GivenAnswer, RoutingReason } from '../../db/schema/reports.ts'
import type { Category } from '../../tenants/catalogue-schema.ts'
import type { Language } from '../../tenants/languages.ts'
import type { Ctx } from '../context.ts'
import { AppError, conflict, type FieldError, invalid } from '../errors.ts'
import type { OtherTown, Point } from '../ports.ts'
import { type Routed, routeReport } from '../routing/route-report.ts'
import { checkAnswers } from './check-answers.ts'

/** So near to a border the official line is no surer than a phone: people choose. */
export const BORDER_METRES = 100

export type Placed = { lat?: number | undefined; lon?: number | undefined; address?: string | undefined }
type Contact = { email?: string | undefined; phone?: string | undefined }
export type Described = Placed & {
  category: string
  answers: Record<string, unknown>
  contact?: (Contact & { name?: string | undefined }) | undefined
  /** The reporter has seen that the place is the neighbour's and chose this town. */
  townChosen?: boolean | undefined
}

export type Sound = { category: Category; answers: GivenAnswer[]; point: Point | null; routed: Routed }

/**
 * @throws invalid with a pointer per wrong field; conflict `other_town` with the town that answers for the place, or
 * with the county that answers for the matter; near a border also `metres`, and then `townChosen` is heeded; conflict
 * `town_unreachable` when nobody knows where to send it
 */
export async function checkSubmission(ctx: Ctx, input: Described, language: Language): Promise<Sound> {
  if (!ctx.town.reachable) throw conflict('town_unreachable')
  const category = ctx.town.categories.find((one) => one.key === input.category)
  if (!category) throw invalid([{ pointer: '/category', reason: 'category_unknown' }])
  const { answers, errors } = checkAnswers(asAsked(ctx, category), input.answers, language)
  const problems = [...errors, ...placeProblems(input, category), ...contactProblems(input.contact ?? {}, category)]
  if (problems.length > 0) throw invalid(problems)

  const { point, border } = await placeIn(ctx, input, category)
  const given = Object.fromEntries(answers.map((answer) => [answer.key, answer.value]))
  const today = dayOf(ctx.now())
  const routed = routeReport(ctx.town, { category: category.key, point, answers: given, today })
  if (routed.isForCounty) await sendToCounty(ctx)
  return {
    category,
    answers,
    point,
    routed: { ...routed, because: { ...routed.because, ...(border ? { border } : {}) } },
  }
}

/** Other systems ask every question at once: what hangs on an answer cannot be demanded of them. */
function asAsked({ actor }: Ctx, category: Category): Category {
  if (actor.kind !== 'key') return category
  const questions = category.questions.map((one) => (one.showIf ? { ...one, required: false } : one))
  return { ...category, questions }
}

/** The other town that answers for the place or the matter, when it is not this one. */
export async function otherTownFor(ctx: Ctx, input: Described, language: Language): Promise<OtherTown | null> {
  try {
    await checkSubmission(ctx, { ...input, townChosen: false }, language)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return (error.facts.town as OtherTown | undefined) ?? null
  }
  return null
}

/** What is missing for a place: one half of a point, or both a point and words. An order needs its address. */
export function placeProblems(
  { lat, lon, address }: { lat?: unknown; lon?: unknown; address?: string | undefined },
  category?: Pick<Category, 'place'>,
): FieldError[] {
  if (category?.place === 'address') return address ? [] : [{ pointer: '/address', reason: 'address_missing' }]
  if (lat !== undefined && lon === undefined) return [{ pointer: '/lon', reason: 'place_half' }]
  if (lat === undefined && lon !== undefined) return [{ pointer: '/lat', reason: 'place_half' }]
  return lat === undefined && !address ? [{ pointer: '/lat', reason: 'place_missing' }] : []
}

function contactProblems({ email, phone }: Contact, { contact }: Category): FieldError[] {
  return contact === 'required' && !email && !phone ? [{ pointer: '/contact/email', reason: 'contact_missing' }] : []
}

type Border = NonNullable<RoutingReason['border']>

/**
 * The point, held to be this town's; null when only words are known or only an address counts.
 * @throws as checkSubmission, for the place alone
 */
export async function placeIn(
  { town, places }: Ctx,
  { lat, lon, townChosen }: Placed & Pick<Described, 'townChosen'>,
  category?: Pick<Category, 'place'>,
): Promise<{ point: Point | null; border?: Border }> {
  if (lat === undefined || lon === undefined || category?.place === 'address') return { point: null }
  const point = { lat, lon }
  if (town.kind === 'county' && (await places.covers(town.key, point))) return { point }
  const responsible = await places.municipalityAt(point)
  if (responsible?.key === town.key) return { point }

  const metres = await places.metresBeyond(town.key, point)
  const isNear = metres !== null && metres <= BORDER_METRES
  const near = isNear ? { metres: Math.ceil(metres) } : {}
  if (isNear && townChosen) {
    const { key: other, name: otherName } = responsible ?? { key: '', name: '' }
    return { point, border: { other, otherName, metres: Math.ceil(metres) } }
  }
  if (responsible) throw conflict('other_town', { town: responsible, ...near })
  const errors = [{ pointer: '/lat', reason: 'outside_all_towns' }]
  throw new AppError('invalid', 'outside_all_towns', { errors, facts: near })
}

/** The county is a town of its own here. Without it the dispatcher explains. */
async function sendToCounty({ town, places }: Ctx): Promise<void> {
  const county: OtherTown | null = await places.townByAgs(town.ags.slice(0, 5))
  if (county) throw conflict('county_answers', { town: county })
}
