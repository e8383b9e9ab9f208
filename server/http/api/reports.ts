/** /api/v1/towns/{town}/reports: submit, list, one. */
import { type Context, Hono } from 'hono'
import { describeRoute, resolver } from 'hono-openapi'
import type { z } from 'zod'
import { town as townPaths } from '../../../client/paths.ts'
import { deviceOf } from '../../analytics/count-usage.ts'
import { AppError, invalid } from '../../errors.ts'
import { keepPhotos } from '../../photos/keep-photos.ts'
import { isRefused, MOST_PHOTOS, type PhotoFile, refusalSentence, tryPhotos } from '../../photos/photo-file.ts'
import { getPublicReport } from '../../reports/get-public-report.ts'
import { ListReports, listPublicReports } from '../../reports/list-public-reports.ts'
import { SubmitReport, type Submitted, submitReport } from '../../reports/submit-report.ts'
import type { AppEnv } from '../app-env.ts'
import { fieldErrorsOf } from '../field-errors.ts'
import { countReport } from '../limits.ts'
import { departmentName } from '../names.ts'
import { readFormData, readPhotoFiles } from '../photos.ts'
import { reportNumber } from '../report-number.ts'
import { absoluteUrl } from '../urls.ts'
import { valid } from '../validator.ts'
import { Problem, ReportPage, ReportWithTimeline, reportItem, SubmittedReport, timelineItem } from './shapes.ts'

/** The largest sensible report is a few kilobytes. */
const MOST_BYTES = 64 * 1024

const WITH_PHOTOS = {
  type: 'object' as const,
  required: ['report'],
  properties: {
    report: { type: 'string' as const, description: 'The report as JSON' },
    photo: {
      type: 'array' as const,
      maxItems: MOST_PHOTOS,
      items: { type: 'string' as const, format: 'binary' },
    },
  },
}

const json = <Schema extends z.ZodType>(description: string, schema: Schema) => ({
  description,
  content: { 'application/json': { schema: resolver(schema) } },
})
const refusal = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: resolver(Problem) } },
})

export const reports = new Hono<AppEnv>()
  .post(
    '/',
    describeRoute({
      tags: ['reports'],
      summary: 'Submit a report',
      description:
        'JSON, or multipart/form-data with the same object as field `report` and up to five photos as `photo` (JPEG, PNG or WebP, 10 MB each). All or nothing: a photo that cannot be taken is named in `errors`, as `/photo/0` for the first. With an `Idempotency-Key` (kept 30 days) a repeated sending answers with the report of then and `Idempotent-Replayed: true`. Some towns ask for proof of work (ALTCHA v2): then `GET …/challenge` has a task instead of 404, and its solution goes along as `altcha` in the report. Without one the report is taken too, but not many an hour from one address. Too many: 429, and `Retry-After` says when again.',
      parameters: [
        {
          in: 'header',
          name: 'Idempotency-Key',
          schema: { type: 'string', minLength: 8, maxLength: 200 },
          required: false,
        },
      ],
      requestBody: {
        required: true,
        content: { 'application/json': { schema: bodySchema() }, 'multipart/form-data': { schema: WITH_PHOTOS } },
      },
      responses: {
        201: json('Filed', SubmittedReport),
        400: refusal('Not readable'),
        409: refusal('The place belongs to another town, named in `town`'),
        413: refusal('Too large'),
        422: refusal('A field is wrong; `errors[].pointer` names it'),
        429: refusal('Too many from this address or in this town; `Retry-After` in seconds'),
      },
    }),
    async (c) => {
      const { report, files } = await readBody(c)
      await countReport(c, (report as { altcha?: unknown } | null)?.altcha)
      const parsed = SubmitReport.safeParse(report, { reportInput: true })
      if (!parsed.success) throw invalid(fieldErrorsOf(parsed.error.issues))
      const key = readKey(c)
      const photos = await takePhotos(c, files)
      const submitted = await submitReport(c.var.ctx, parsed.data, {
        intakeChannel: 'api',
        device: deviceOf(c.req.header('User-Agent')),
        key,
        photos,
      })
      if (submitted.replayed) c.header('Idempotent-Replayed', 'true')
      return c.json(submittedItem(c, submitted), 201)
    },
  )
  .get(
    '/',
    describeRoute({
      tags: ['reports'],
      summary: 'Public reports, newest first',
      responses: { 200: json('Reports', ReportPage), 422: refusal('A parameter is wrong') },
    }),
    valid('query', ListReports),
    async (c) => {
      const { items, next } = await listPublicReports(c.var.ctx, c.req.valid('query') as z.infer<typeof ListReports>)
      return c.json({ items: items.map((report) => reportItem(report, addressOf(c))), next })
    },
  )
  .get(
    '/:number',
    describeRoute({
      tags: ['reports'],
      summary: 'One public report with its history',
      responses: { 200: json('Report', ReportWithTimeline), 404: refusal('Unknown or not public') },
    }),
    async (c) => {
      const { timeline, ...report } = await getPublicReport(c.var.ctx, reportNumber(c))
      return c.json({ ...reportItem(report, addressOf(c)), timeline: timeline.map(timelineItem) })
    },
  )

type Request = Context<AppEnv>

const addressOf = (c: Request) => ({ publicUrl: c.var.deps.publicUrl, town: c.var.town, language: c.var.language })

function submittedItem(c: Request, { report, trackingToken }: Submitted): z.infer<typeof SubmittedReport> {
  const { publicUrl } = c.var.deps
  const at = (path: string) => absoluteUrl(publicUrl, c.var.town, path)
  return {
    number: report.number,
    status: report.status,
    department: departmentName(c, report.department),
    url: at(townPaths('').publicReport(report.number)),
    trackingUrl: at(townPaths('').tracking(trackingToken)),
  }
}

function readKey(c: Request): string | undefined {
  const key = c.req.header('Idempotency-Key')
  if (key !== undefined && (key.length < 8 || key.length > 200)) {
    throw invalid([{ pointer: '', reason: 'field_wrong', detail: 'Idempotency-Key: 8 to 200 characters' }])
  }
  return key
}

const isMultipart = (c: Request) => c.req.header('Content-Type')?.startsWith('multipart/form-data') ?? false

/** JSON, or multipart with the JSON as field `report` and photos beside it. */
async function readBody(c: Request): Promise<{ report: unknown; files: PhotoFile[] }> {
  if (!isMultipart(c)) return { report: parsedJson(await c.req.text()), files: [] }
  const form = await readFormData(c)
  const field = form.get('report')
  if (typeof field !== 'string') throw invalid([{ pointer: '/report', reason: 'field_missing' }])
  if (field.length > MOST_BYTES) throw new AppError('too_large', 'too_large')
  return { report: parsedJson(field), files: await readPhotoFiles(form) }
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new AppError('malformed', 'malformed')
  }
}

/** Cleaned and stored, all or nothing, before the report is accepted. */
async function takePhotos(c: Request, files: readonly PhotoFile[]) {
  const { ctx, deps, language } = c.var
  if (files.length > MOST_PHOTOS) throw invalid([{ pointer: `/photo/${MOST_PHOTOS}`, reason: 'photos_too_many' }])
  const cleaned = []
  const errors = []
  for (const [index, outcome] of (await tryPhotos(deps.photos, files)).entries()) {
    if (!isRefused(outcome)) cleaned.push(outcome)
    else {
      const detail = refusalSentence(language, outcome)
      if (outcome.reason === 'photo_too_large') throw new AppError('too_large', outcome.reason)
      errors.push({ pointer: `/photo/${index}`, reason: outcome.reason, detail })
    }
  }
  if (errors.length > 0) throw invalid(errors)
  return keepPhotos(ctx, deps.blobs, cleaned)
}

function bodySchema(): never {
  // hono-openapi takes a resolver here although its type says JSON Schema.
  return resolver(SubmitReport) as never
}
