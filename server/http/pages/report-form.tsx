/** {base}/melden: the report form, on one page. */
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { NotReachable } from '../../../client/citizen/NotReachable.tsx'
import { ReportForm, type ReportFormProps } from '../../../client/citizen/ReportForm.tsx'
import { dayOf, words } from '../../../client/i18n/index.ts'
import { PlacePicker } from '../../../client/map/PlacePicker.tsx'
import { town as townPaths } from '../../../client/paths.ts'
import type { Category } from '../../../tenants/catalogue-schema.ts'
import { countUsage, deviceOf } from '../../analytics/count-usage.ts'
import { keepDraft, readDraft } from '../../drafts/draft.ts'
import { AppError, type FieldError } from '../../errors.ts'
import { checkSubmission, otherTownFor, placeProblems } from '../../reports/check-submission.ts'
import { SubmitReport, submitReport } from '../../reports/submit-report.ts'
import { hashOf, randomToken } from '../../secrets.ts'
import { onCallOf } from '../../towns/on-call.ts'
import { restingReason } from '../../towns/resting.ts'
import type { AppEnv } from '../app-env.ts'
import { buildCtx } from '../build-ctx.ts'
import { fieldErrorsOf, sentence } from '../field-errors.ts'
import { pickerWords } from '../picker-words.ts'
import { redirectTo, sendPage } from '../respond.ts'
import { groundOf } from '../town-ground.ts'
import { townUrl } from '../urls.ts'
import { chosenCategory, stopsOf } from './chosen-category.ts'
import { documentOf, notJoined, townFace } from './document-of.tsx'
import { type FormFields, fieldsOfDraft, inputOf, readFields } from './report-fields.ts'

type C = Context<AppEnv>

const MOST_BYTES = 64 * 1024

export const reportForm = new Hono<AppEnv>()
  .get('/', async (c) => {
    const { kategorie, lat, lon, via } = c.req.query()
    await countUsage(c.var.ctx, { step: 'form_opened', ...used(c, via) })
    return formPage(c, { values: { category: kategorie, lat, lon, answers: {} }, key: randomToken(), via: viaOf(via) })
  })
  .get('/:draft', async (c) => {
    const fields = fieldsOfDraft(await readDraft(c.var.ctx, c.req.param('draft')))
    return formPage(c, { ...fields, key: randomToken() }, { secret: true })
  })
  .post(
    '/',
    bodyLimit({
      maxSize: MOST_BYTES,
      onError: () => {
        throw new AppError('too_large', 'too_large')
      },
    }),
    async (c) => {
      const fields = readFields(await c.req.formData().catch(() => new FormData()))
      if (!c.var.town.reachable) return formPage(c, fields, { status: 409 })
      if (fields.step === 'questions') return formPage(c, fields)
      if (fields.step === 'move') return moveToNeighbour(c, fields)
      return send(c, fields)
    },
  )

async function send(c: C, fields: FormFields) {
  const { ctx, base, language } = c.var
  const category = categoryOf(c, fields)
  const input = inputOf(fields.values, category?.kind === 'service_order' ? category.name[language] : undefined)
  const { townChosen } = fields
  const parsed = SubmitReport.safeParse({ ...input, language, townChosen }, { reportInput: true })
  // Everything that is wrong at once: nobody likes to be sent back twice.
  if (!parsed.success)
    return refused(c, fields, [...fieldErrorsOf(parsed.error.issues), ...placeProblems(input, category)])
  const stops = category && fields.step !== 'send-anyway' ? stopsOf(c.var.town, { ...input, category, language }) : []
  try {
    if (stops.length > 0) {
      // What else is wrong is told first: after the call nobody wants to be sent back.
      await checkSubmission(ctx, parsed.data, language)
      return formPage(c, fields, { stops })
    }
    const submission = { key: await sendingKey(fields), ...used(c, fields.via) } as const
    const { trackingToken } = await submitReport(ctx, parsed.data, submission)
    return redirectTo(c, `${townPaths(base).tracking(trackingToken)}/danke`)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const { town: elsewhere, metres: nearMetres } = error.facts as { town?: { name: string }; metres?: number }
    if (elsewhere) {
      const isCounty = error.reason === 'county_answers'
      return formPage(c, fields, { elsewhere: { ...elsewhere, isCounty }, nearMetres, status: error.status })
    }
    if (error.code === 'invalid' && nearMetres !== undefined) return formPage(c, fields, { nearMetres, status: 422 })
    if (error.code === 'invalid') return refused(c, fields, error.errors)
    throw error
  }
}

const categoryOf = (c: C, { values }: FormFields) => c.var.town.categories.find((one) => one.key === values.category)

/**
 * The same form sent twice is one report. Changed after going back it is another one, so its content belongs to the key.
 */
async function sendingKey({ key, values }: FormFields): Promise<string | undefined> {
  return key && hashOf(`${key} ${JSON.stringify(values)}`)
}

async function refused(c: C, fields: FormFields, found: FieldError[]) {
  await countUsage(c.var.ctx, { step: 'form_refused', ...used(c, fields.via) })
  const { language } = c.var
  // The first trouble with a field is enough, and the form calls fields by its own names.
  const errors = new Map<string, string>()
  for (const { pointer, reason } of found) {
    const field = fieldOf(pointer, reason)
    if (!errors.has(field)) errors.set(field, sentence(language, reason))
  }
  return formPage(c, fields, {
    errors: [...errors]
      .map(([field, message]) => ({ field, message }))
      .sort((a, b) => placeInForm(a.field) - placeInForm(b.field)),
    status: 422,
  })
}

/** Fields as they follow each other on the page, so that the summary reads in the same order (WCAG 2.4.3). */
const ORDER = ['description', 'category', 'answers', 'address', 'lat', 'lon', 'email', 'name', 'phone']

function placeInForm(field: string): number {
  return ORDER.indexOf(field.split('.')[0] ?? '')
}

const PLACE_REASONS = new Set(['place_missing', 'outside_all_towns'])

function fieldOf(pointer: string, reason: string): string {
  if (PLACE_REASONS.has(reason)) return 'address'
  return pointer
    .slice(1)
    .replace(/^contact\//, '')
    .replace('/', '.')
}

/** The draft goes along: kept in the town that answers for it, opened there. */
async function moveToNeighbour(c: C, fields: FormFields) {
  const { deps, language, ctx } = c.var
  const parsed = SubmitReport.safeParse({ ...inputOf(fields.values), language })
  const found = parsed.success ? await otherTownFor(ctx, parsed.data, language) : null
  const neighbour = found && (await deps.registry.town(found.key))
  if (!neighbour) return send(c, fields)
  const draft = await keepDraft(buildCtx(deps, neighbour, { kind: 'citizen' }, language), {
    values: fields.values,
    via: fields.via,
  })
  const base = neighbour.host ? townUrl(deps.publicUrl, neighbour) : `/${neighbour.key}`
  return redirectTo(c, townPaths(base).draft(draft))
}

type Shown = {
  errors?: ReportFormProps['errors']
  elsewhere?: ReportFormProps['elsewhere']
  nearMetres?: number | undefined
  stops?: ReportFormProps['stops']
  secret?: boolean
  status?: 200 | AppError['status']
}

function formPage(c: C, fields: FormFields, { errors = [], secret = false, status = 200, ...shown }: Shown = {}) {
  const { language } = c.var
  const { form } = words(language)
  const category = categoryOf(c, fields)
  const shownErrors = withResting(c, category, errors)
  const isReachable = c.var.town.reachable
  const page = !isReachable ? (
    <NotReachable language={language} town={townFace(c)} text={fields.values.description} />
  ) : (
    <ReportForm
      language={language}
      town={townFace(c)}
      groups={groupsOf(c)}
      chosen={category && { ...chosenCategory(category, language), onCall: onCallFor(c, category) }}
      values={fields.values}
      errors={shownErrors}
      {...shown}
      townChosen={fields.townChosen}
      notJoined={notJoined(c)}
      idempotencyKey={fields.key ?? randomToken()}
      via={fields.via}
      keepMonths={c.var.town.retention.contact}
      map={placePicker(c)}
    />
  )
  const options = {
    title: form.title,
    current: 'report' as const,
    canonicalPath: secret ? undefined : '/melden',
    secret,
    problem: shownErrors.length > 0 || shown.stops !== undefined,
  }
  // A form holds what somebody typed: no cache may keep it.
  return sendPage(c, documentOf(c, options, page), { status, secret: secret || c.req.method === 'POST' })
}

/** Paused or out of season since the form was opened, or chosen by an old link: said where it is chosen. */
function withResting(c: C, category: Category | undefined, errors: ReportFormProps['errors']) {
  const { language, deps } = c.var
  const reason = category && restingReason(language, category, dayOf(deps.now()))
  if (!reason) return errors
  const message = words(language).form.resting.chosen(category.name[language], reason)
  const others = errors.filter(({ field }) => field !== 'category')
  return [...others, { field: 'category', message }].sort((a, b) => placeInForm(a.field) - placeInForm(b.field))
}

/** Named below the notice, where the notice is to name it. */
function onCallFor(c: C, category: Category) {
  return (category.emergency.includes('on_call') && onCallOf(c.var.town, category)) || undefined
}

function groupsOf(c: C): ReportFormProps['groups'] {
  const today = dayOf(c.var.deps.now())
  const groups = new Map<string, ReportFormProps['groups'][number]>()
  for (const category of c.var.town.categories) {
    const { key, group, groupName, name, icon } = category
    const entry = groups.get(group) ?? { key: group, name: groupName[c.var.language], categories: [] }
    const resting = restingReason(c.var.language, category, today)
    entry.categories.push({ key, name: name[c.var.language], icon, resting })
    groups.set(group, entry)
  }
  return [...groups.values()]
}

function placePicker(c: C) {
  const { town, language } = c.var
  return <PlacePicker {...groundOf(town)} words={pickerWords(language, town)} />
}

const used = (c: C, via: string | undefined) => ({
  intakeChannel: 'web' as const,
  device: deviceOf(c.req.header('User-Agent')),
  via: viaOf(via),
})

/** Name of a campaign, as the short link carries it. */
function viaOf(via: string | undefined): string | undefined {
  return via && /^[\w-]{1,63}$/.test(via) ? via : undefined
}
