/** What a begun report still lacks, step by step. */
import { dayOf } from '../../client/i18n/index.ts'
import type { Category } from '../../tenants/catalogue-schema.ts'
import type { Ctx } from '../context.ts'
import { AppError, type FieldError } from '../errors.ts'
import { effectsOf } from '../reports/answer-effects.ts'
import { checkAnswers } from '../reports/check-answers.ts'
import { checkSubmission, placeIn, placeProblems } from '../reports/check-submission.ts'
import { listSimilar, type SimilarReport } from '../reports/list-similar.ts'
import { Contact, SubmitReport } from '../reports/submit-report.ts'
import { isResting } from '../towns/resolve-town.ts'
import type { Draft, DraftFields, Step } from './draft-fields.ts'
import { inputOf, numberOf } from './draft-input.ts'

const LEAST_TEXT = 3
const MOST_TEXT = 4000

/** Another town answers for the place, or the county for the matter; near a border both may. */
export type Elsewhere = { town?: { key: string; name: string }; isCounty?: boolean; metres?: number }

export type Standing = {
  /** Nothing is missing any more. */
  isDone: boolean
  /** The draft cannot be about this: no page for it. */
  isSkipped?: boolean
  errors: FieldError[]
  elsewhere?: Elsewhere
  /** Somebody may be in danger: call first. */
  isStopped?: boolean
  similar?: SimilarReport[]
}

const done: Standing = { isDone: true, errors: [] }
const open: Standing = { isDone: false, errors: [] }
const skipped: Standing = { isDone: true, isSkipped: true, errors: [] }
const wrong = (errors: FieldError[]): Standing => ({ isDone: errors.length === 0, errors })

type Check = (ctx: Ctx, draft: Draft) => Standing | Promise<Standing>

const CHECKS: Record<Exclude<Step, 'check'>, Check> = {
  describe: checkDescription,
  place: checkPlace,
  category: checkCategory,
  similar: checkSimilar,
  contact: checkContact,
}

export async function checkStep(ctx: Ctx, draft: Draft, step: Step): Promise<Standing> {
  return step === 'check' ? open : CHECKS[step](ctx, draft)
}

/** The first step that is not done; `check` when only sending is left. */
export async function firstOpenStep(ctx: Ctx, draft: Draft): Promise<Step> {
  for (const step of Object.keys(CHECKS) as (keyof typeof CHECKS)[]) {
    if (!(await CHECKS[step](ctx, draft)).isDone) return step
  }
  return 'check'
}

/** The category chosen, or else the one that the link offered. */
export function categoryOf({ town }: Ctx, { category, prefill }: DraftFields): Category | undefined {
  const key = category?.key || prefill?.category
  return town.categories.find((one) => one.key === key)
}

function checkDescription(ctx: Ctx, { fields, photos }: Draft): Standing {
  if (!fields.describe) return open
  const { length } = fields.describe.description.trim()
  if (length > MOST_TEXT) return wrong([{ pointer: '/description', reason: 'description_long' }])
  const isNeeded = photos === 0 && categoryOf(ctx, fields)?.kind !== 'service_order'
  const isShort = length < LEAST_TEXT && (isNeeded || length > 0)
  return wrong(isShort ? [{ pointer: '/description', reason: 'description_short' }] : [])
}

async function checkPlace(ctx: Ctx, { fields }: Draft): Promise<Standing> {
  if (!fields.place) return open
  const { address, townChosen } = fields.place
  const category = categoryOf(ctx, fields)
  const typed = { lat: numberOf(fields.place.lat), lon: numberOf(fields.place.lon), address }
  const parsed = SubmitReport.pick({ lat: true, lon: true, address: true }).safeParse(typed)
  if (!parsed.success && category?.place !== 'address') {
    return wrong(
      parsed.error.issues.map(({ path }) => ({
        pointer: `/${String(path[0])}`,
        reason: path[0] === 'address' ? 'address_long' : 'place_wrong',
      })),
    )
  }
  const place = parsed.success ? parsed.data : { address }
  const missing = placeProblems(place, category)
  if (missing.length > 0) return wrong(missing)
  return tried(() => placeIn(ctx, { ...place, townChosen }, category))
}

async function checkCategory(ctx: Ctx, draft: Draft): Promise<Standing> {
  const { fields } = draft
  if (!fields.category) return open
  const { key, answers: given, called } = fields.category
  const category = ctx.town.categories.find((one) => one.key === key)
  if (!category) return wrong([{ pointer: '/category', reason: key ? 'category_unknown' : 'category_missing' }])
  if (isResting(category, dayOf(ctx.now()))) return wrong([{ pointer: '/category', reason: 'category_resting' }])
  const { answers, errors } = checkAnswers(category, given, ctx.language)
  if (errors.length > 0) return wrong(errors)
  const values = Object.fromEntries(answers.map(({ key, value }) => [key, value]))
  if (!called && effectsOf(category, values).some(({ stop }) => stop)) return { ...open, isStopped: true }
  // A place that the category asks for otherwise is the place step's to say.
  if (!(await checkPlace(ctx, draft)).isDone) return done
  const input = inputOf(fields, category, ctx.language)
  const { contact: _later, lat, lon, ...matter } = input
  return tried(() =>
    checkSubmission(
      ctx,
      { ...matter, lat: lat as number, lon: lon as number, contact: { phone: 'later' } },
      ctx.language,
    ),
  )
}

async function checkSimilar(ctx: Ctx, { fields }: Draft): Promise<Standing> {
  const category = categoryOf(ctx, fields)
  const [lat, lon] = [numberOf(fields.place?.lat), numberOf(fields.place?.lon)]
  const isPublic = category?.disclosure !== 'never' && category?.place === 'point'
  if (!category || !isPublic || typeof lat !== 'number' || typeof lon !== 'number') return skipped
  const similar = await listSimilar(ctx, { lat, lon, category: category.key })
  if (similar.length === 0) return skipped
  const others = new Set(fields.similar?.others)
  return { isDone: similar.every(({ number }) => others.has(number)), errors: [], similar }
}

function checkContact(ctx: Ctx, { fields }: Draft): Standing {
  const policy = categoryOf(ctx, fields)?.contact ?? 'optional'
  if (policy === 'none') return skipped
  const { contact } = fields
  if (!contact) return open
  if (!contact.isWanted) return policy === 'required' ? open : done
  const parsed = Contact.safeParse(contact)
  if (!parsed.success) {
    return wrong(
      parsed.error.issues.map(({ path }) => ({
        pointer: `/contact/${String(path[0])}`,
        reason: path[0] === 'email' ? 'email_wrong' : 'text_long',
      })),
    )
  }
  if (parsed.data.email || parsed.data.phone) return done
  return wrong([{ pointer: '/contact/email', reason: policy === 'required' ? 'contact_missing' : 'contact_or_not' }])
}

/** What the place or the matter says about who answers for it. */
async function tried(check: () => Promise<unknown>): Promise<Standing> {
  try {
    await check()
    return done
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const { town, metres } = error.facts as Elsewhere
    if (town || metres !== undefined) {
      return { ...open, elsewhere: { town, metres, isCounty: error.reason === 'county_answers' } }
    }
    if (error.code !== 'invalid') throw error
    return wrong(error.errors)
  }
}
