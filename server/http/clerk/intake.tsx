/**
 * /amt/{town}/aufnehmen: a matter of somebody on the phone, at the counter or from a letter. Everybody who works in the
 * town may file, for any category, as every citizen may: where it goes is for the rules. That holds for people of a
 * department another town lends too; they see around a place only what is with them.
 */
import { type Context, Hono } from 'hono'
import { IntakePage } from '../../../client/clerk/IntakePage.tsx'
import { CALLER_CHANNELS, type CallerChannel } from '../../../client/clerk/intake-props.ts'
import { words } from '../../../client/i18n/index.ts'
import { clerk as clerkPaths, town as townPaths } from '../../../client/paths.ts'
import { LANGUAGES } from '../../../tenants/languages.ts'
import { beginDraft } from '../../drafts/begin-draft.ts'
import { AppError, type FieldError, invalid, notFound } from '../../errors.ts'
import { checkSubmission, otherTownFor, placeProblems } from '../../reports/check-submission.ts'
import { ReportNumber } from '../../reports/inputs.ts'
import { ListNearby, listNearby } from '../../reports/list-nearby.ts'
import { noteCall } from '../../reports/note-call.ts'
import { SubmitReport, submitReport } from '../../reports/submit-report.ts'
import { hashOf, randomToken } from '../../secrets.ts'
import { problem } from '../api/problem.ts'
import type { AppEnv } from '../app-env.ts'
import { buildCtx } from '../build-ctx.ts'
import { fieldErrorsOf, sentence } from '../field-errors.ts'
import { stopsOf } from '../pages/form/chosen-category.ts'
import { redirectTo, sendPage } from '../respond.ts'
import { townUrl } from '../urls.ts'
import { clerkFrame } from './frame.ts'
import { inputOf, readFields } from './intake-fields.ts'
import { type IntakeFields, withPlace } from './intake-place.ts'
import { taken } from './intake-taken.tsx'
import { elsewhereOf, type IntakeShown, knownAround, presentIntake } from './present-intake.tsx'

type C = Context<AppEnv>

const CALL = 'call:'

export const intake = new Hono<AppEnv>()
  .get('/', async (c) => {
    const { weg, notiert, kategorie } = c.req.query()
    const number = ReportNumber.safeParse(notiert)
    const said = number.success ? words(c.var.language).intake.callNoted(number.data) : undefined
    return formPage(
      c,
      { ...emptyFields(), channel: channelOf(weg), values: { category: kategorie, answers: {} } },
      { said },
    )
  })
  .post('/', async (c) => {
    const fields = await withPlace(c, readIntake(await c.req.formData().catch(() => new FormData())))
    const { step = '' } = fields
    if (step === 'questions') return formPage(c, fields)
    if (step === 'move') return moveToNeighbour(c, fields)
    if (step.startsWith(CALL)) return addCall(c, fields, step.slice(CALL.length))
    return save(c, fields)
  })
  .get('/nahe', async (c) => {
    c.header('Cache-Control', 'no-store')
    const input = ListNearby.safeParse(c.req.query())
    if (!input.success) return problem(invalid(fieldErrorsOf(input.error.issues)), c)
    return c.json({ items: await knownAround(c, await listNearby(c.var.ctx, input.data), input.data.category) })
  })
  .route('/', taken)

const emptyFields = () => ({ key: randomToken(), channel: 'phone' as const, language: 'de' as const })

const channelOf = (text: unknown): CallerChannel => CALLER_CHANNELS.find((one) => one === text) ?? 'phone'

function readIntake(form: FormData): IntakeFields {
  const language = form.get('language')
  const placed = form.get('placed')
  return {
    ...readFields(form),
    channel: channelOf(form.get('channel')),
    language: LANGUAGES.find((one) => one === language) ?? 'de',
    placed: typeof placed === 'string' && placed !== '' ? placed.slice(0, 300) : undefined,
  }
}

async function save(c: C, fields: IntakeFields) {
  const { ctx, town } = c.var
  const { language, channel, townChosen } = fields
  const category = town.categories.find(({ key }) => key === fields.values.category)
  // An order says what it is; whoever files a pothole says what is the matter.
  const input = inputOf(fields.values, category?.kind === 'service_order' ? category.name[language] : undefined)
  const parsed = SubmitReport.safeParse({ ...input, language, townChosen }, { reportInput: true })
  if (!parsed.success) {
    return refused(c, fields, [...fieldErrorsOf(parsed.error.issues), ...placeProblems(input, category)])
  }
  const stops =
    category && fields.step !== 'send-anyway' ? stopsOf(town, { ...input, category, language: c.var.language }) : []
  try {
    if (stops.length > 0) {
      await checkSubmission(ctx, parsed.data, language)
      return formPage(c, fields, { stops })
    }
    const key = fields.key && (await hashOf(`${fields.key} ${JSON.stringify(fields.values)}`))
    const { report } = await submitReport(ctx, parsed.data, { intakeChannel: channel, key })
    return redirectTo(c, clerkPaths.taken(town.key, report.number))
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return notSaved(c, fields, error)
  }
}

/** Another town's place, a border, or fields that are wrong; anything else is not for this page. */
async function notSaved(c: C, fields: IntakeFields, error: AppError) {
  const { town: elsewhere, metres: nearMetres } = error.facts as {
    town?: { key: string; name: string }
    metres?: number
  }
  if (elsewhere) {
    const isCounty = error.reason === 'county_answers'
    return formPage(c, fields, {
      elsewhere: await elsewhereOf(c, elsewhere, isCounty),
      nearMetres,
      status: error.status,
    })
  }
  if (error.code !== 'invalid') throw error
  const isOutside = error.reason === 'outside_all_towns' || nearMetres !== undefined
  return isOutside ? formPage(c, fields, { isOutside, nearMetres, status: 422 }) : refused(c, fields, error.errors)
}

/** As they follow each other on the page (WCAG 2.4.3). */
const ORDER = ['address', 'category', 'description', 'answers', 'name', 'phone', 'email']
const placeInForm = ({ field }: { field: string }) => ORDER.indexOf(field.split('.')[0] ?? '')

function refused(c: C, fields: IntakeFields, found: FieldError[]) {
  const errors = new Map<string, string>()
  for (const { pointer, reason } of found) {
    const field = fieldOf(pointer)
    if (!errors.has(field)) errors.set(field, sentence(c.var.language, reason))
  }
  const inOrder = [...errors]
    .map(([field, message]) => ({ field, message }))
    .sort((a, b) => placeInForm(a) - placeInForm(b))
  return formPage(c, fields, { errors: inOrder, status: 422 })
}

/** The point stands in hidden fields: what is wrong with it is said where it can be mended. */
function fieldOf(pointer: string): string {
  const field = pointer
    .slice(1)
    .replace(/^contact\//, '')
    .replace('/', '.')
  if (field === 'lat' || field === 'lon' || field === '') return 'address'
  // Whoever is on the phone has a number.
  return field
}

/** It is known already: the call is noted there, and nothing is filed twice. */
async function addCall(c: C, { channel }: IntakeFields, text: string) {
  const number = ReportNumber.safeParse(text)
  if (!number.success) throw notFound('report_not_found')
  const { callNote, channels } = words(c.var.language).intake
  await noteCall(c.var.ctx, { number: number.data, text: callNote(channels[channel]) })
  return redirectTo(c, clerkPaths.intake(c.var.town.key, { notiert: String(number.data), weg: channel }))
}

/** Everything goes along into the citizens' form of the town that answers for the place, and is sent there. */
async function moveToNeighbour(c: C, fields: IntakeFields) {
  const { deps, ctx } = c.var
  const { language } = fields
  const parsed = SubmitReport.safeParse({ ...inputOf(fields.values), language })
  const found = parsed.success ? await otherTownFor(ctx, parsed.data, language) : null
  const neighbour = found && (await deps.registry.town(found.key))
  if (!neighbour?.member) return save(c, fields)
  const { description = '', lat, lon, address, category, answers: typed = {} } = fields.values
  const answers = Object.fromEntries(
    Object.entries(typed).filter((entry): entry is [string, string | string[]] => entry[1] !== undefined),
  )
  const isKnown = neighbour.categories.some(({ key }) => key === category)
  const draft = randomToken()
  await beginDraft(buildCtx(deps, neighbour, { kind: 'citizen' }, language), {
    token: draft,
    fields: {
      describe: { description },
      place: { lat, lon, address },
      ...(category && isKnown ? { category: { key: category, answers } } : {}),
    },
  })
  const base = neighbour.host ? townUrl(deps.publicUrl, neighbour) : `/${neighbour.key}`
  return redirectTo(c, townPaths(base).draft(draft))
}

async function formPage(
  c: C,
  fields: IntakeFields,
  { status = 200, ...shown }: IntakeShown & { status?: 200 | AppError['status'] } = {},
) {
  const frame = await clerkFrame(c, words(c.var.language).intake.title)
  const props = await presentIntake(c, fields, shown)
  return sendPage(c, <IntakePage frame={frame} {...props} />, { secret: true, status })
}
