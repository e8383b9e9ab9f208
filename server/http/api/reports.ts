/** /api/v1/towns/{town}/reports: submit, list, one. */
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { describeRoute, resolver } from 'hono-openapi'
import type { z } from 'zod'
import { town as townPaths } from '../../../client/paths.ts'
import { deviceOf } from '../../analytics/count-usage.ts'
import { AppError, invalid } from '../../errors.ts'
import { getPublicReport } from '../../reports/get-public-report.ts'
import { ListReports, listPublicReports } from '../../reports/list-public-reports.ts'
import { SubmitReport, type Submitted, submitReport } from '../../reports/submit-report.ts'
import type { AppEnv } from '../app-env.ts'
import { fieldErrorsOf } from '../field-errors.ts'
import { departmentName } from '../names.ts'
import { reportNumber } from '../report-number.ts'
import { absoluteUrl } from '../urls.ts'
import { valid } from '../validator.ts'
import { Problem, ReportPage, ReportWithTimeline, reportItem, SubmittedReport, timelineItem } from './shapes.ts'

/** The largest sensible report is a few kilobytes; photos come with their own limit. */
const MOST_BYTES = 64 * 1024

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
        'JSON, or multipart/form-data with the same object as field `report`. With an `Idempotency-Key` (kept 30 days) a repeated sending answers with the report of then and `Idempotent-Replayed: true`.',
      parameters: [
        {
          in: 'header',
          name: 'Idempotency-Key',
          schema: { type: 'string', minLength: 8, maxLength: 200 },
          required: false,
        },
      ],
      requestBody: { required: true, content: { 'application/json': { schema: bodySchema() } } },
      responses: {
        201: json('Filed', SubmittedReport),
        400: refusal('Not readable'),
        409: refusal('The place belongs to another town, named in `town`'),
        413: refusal('Too large'),
        422: refusal('A field is wrong; `errors[].pointer` names it'),
      },
    }),
    bodyLimit({
      maxSize: MOST_BYTES,
      onError: () => {
        throw new AppError('too_large', 'too_large')
      },
    }),
    async (c) => {
      const parsed = SubmitReport.safeParse(await readBody(c), { reportInput: true })
      if (!parsed.success) throw invalid(fieldErrorsOf(parsed.error.issues))
      const submitted = await submitReport(c.var.ctx, parsed.data, {
        intakeChannel: 'api',
        device: deviceOf(c.req.header('User-Agent')),
        key: readKey(c),
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

/** JSON, or multipart with the JSON as field `report`. */
async function readBody(c: Request): Promise<unknown> {
  const multipart = c.req.header('Content-Type')?.startsWith('multipart/form-data')
  const text = multipart ? await readReportField(c) : await c.req.text()
  try {
    return JSON.parse(text)
  } catch {
    throw new AppError('malformed', 'malformed')
  }
}

async function readReportField(c: Request): Promise<string> {
  const form = await c.req.formData().catch(() => {
    throw new AppError('malformed', 'malformed')
  })
  if (form.has('photo')) throw invalid([{ pointer: '/photo', reason: 'photos_not_yet' }])
  const field = form.get('report')
  if (typeof field !== 'string') throw invalid([{ pointer: '/report', reason: 'field_missing' }])
  return field
}

function bodySchema(): never {
  // hono-openapi takes a resolver here although its type says JSON Schema.
  return resolver(SubmitReport) as never
}
