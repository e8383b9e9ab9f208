/** /api/v1/towns/{town}/desk: what a back office reads and does with a key, as a clerk of its department would. */
import { type Context, Hono } from 'hono'
import type { z } from 'zod'
import type { Ctx } from '../../context.ts'
import { AppError, invalid } from '../../errors.ts'
import { noteSecurity } from '../../people/office.ts'
import { readPhotoForKey } from '../../photos/read-photo.ts'
import { AcceptReport, acceptReport } from '../../reports/accept-report.ts'
import { AnswerReport, answerReport } from '../../reports/answer-report.ts'
import { CloseReport, closeReport } from '../../reports/close-report.ts'
import { DeclineReport, declineReport } from '../../reports/decline-report.ts'
import { GiveBackReport, giveBackReport } from '../../reports/give-back-report.ts'
import { NoteReport, noteReport } from '../../reports/note-report.ts'
import { ListDesk, listDeskReports, readDeskReport, readSince } from '../../reports/read-desk.ts'
import type { ReportRow } from '../../reports/rows.ts'
import { ScheduleReport, scheduleReport } from '../../reports/schedule-report.ts'
import type { AppEnv } from '../app-env.ts'
import { fieldErrorsOf } from '../field-errors.ts'
import { byKey } from '../middleware/by-key.ts'
import { photoId, sendPhoto } from '../photos.ts'
import { reportNumber } from '../report-number.ts'
import { valid } from '../validator.ts'
import { bodyOf, describe, json } from './describe.ts'
import { DeskEvent, DeskPage, DeskState, DeskWhole, deskItem, deskState, deskStep, deskWhole } from './desk-shapes.ts'
import { linkNext } from './next-link.ts'
import { parsedJson } from './read-json.ts'

type C = Context<AppEnv>

type Change = { schema: z.ZodType; run: (ctx: Ctx, input: unknown) => Promise<ReportRow> }

const change = <Schema extends z.ZodType>(
  schema: Schema,
  run: (ctx: Ctx, input: z.infer<Schema>) => Promise<ReportRow>,
): Change => ({ schema, run: run as Change['run'] })

const CHANGES = new Map<string, Change>([
  ['accept', change(AcceptReport, acceptReport)],
  ['answer', change(AnswerReport, answerReport)],
  ['schedule', change(ScheduleReport, scheduleReport)],
  ['close', change(CloseReport, closeReport)],
  ['decline', change(DeclineReport, declineReport)],
  ['note', change(NoteReport, noteReport)],
  ['give_back', change(GiveBackReport, giveBackReport)],
])

export const desk = new Hono<AppEnv>()
  .use(async (c, next) => {
    c.header('Cache-Control', 'no-store')
    return next()
  })
  .get(
    '/reports',
    describe({
      operationId: 'listDeskReports',
      tag: 'desk',
      summary: 'All reports of the key’s department, those that changed longest ago first',
      description:
        'Also what is not public. To keep a copy, go on from the last `changedAt` with `since`: a report that changes meanwhile is met again, never missed. Without contact, notes and names of clerks.',
      answers: { 200: json('Reports', DeskPage) },
      refuses: [403, 404, 422],
      scope: 'read',
    }),
    byKey('read'),
    valid('query', ListDesk),
    async (c) => {
      const { items, next } = await listDeskReports(c.var.ctx, c.req.valid('query') as z.infer<typeof ListDesk>)
      linkNext(c, 'cursor', next)
      return c.json({ items: items.map((report) => deskItem(report, addressOf(c))), next })
    },
  )
  .get(
    '/reports/:number',
    describe({
      operationId: 'getDeskReport',
      tag: 'desk',
      summary: 'One report with its history',
      description: '`contact` only for a key that has the scope `contact` besides.',
      answers: { 200: json('Report', DeskWhole) },
      refuses: [403, 404],
      scope: 'read',
    }),
    byKey('read'),
    async (c) => {
      const whole = await readDeskReport(c.var.ctx, { number: reportNumber(c) })
      if (whole.contact) noteContactRead(c, whole.report.number)
      return c.json(deskWhole(whole, addressOf(c)))
    },
  )
  .get(
    '/reports/:number/photos/:id',
    describe({
      operationId: 'getDeskPhoto',
      tag: 'desk',
      summary: 'One photo of a report',
      answers: {
        200: {
          description: 'The picture',
          content: { 'image/*': { schema: { type: 'string', contentMediaType: 'image/*' } } },
        },
      },
      refuses: [403, 404],
      scope: 'read',
    }),
    byKey('read'),
    async (c) => {
      const number = reportNumber(c)
      const photo = await readPhotoForKey(c.var.ctx, { number, id: photoId(c.req.param('id')) })
      return sendPhoto(c, photo, { isSmall: false, name: `anliegen-${number}` })
    },
  )
  .post(
    '/reports/:number/events',
    describe({
      operationId: 'addDeskEvent',
      tag: 'desk',
      summary: 'Do something with a report, as a clerk of the department',
      description:
        '`version` is the one you have read. If somebody was faster, nothing is done and 409 says in `changes` what happened since. The history names the key.',
      requestBody: { required: true, content: { 'application/json': { schema: bodyOf(DeskEvent) } } },
      answers: { 201: json('Done; the report afterwards', DeskState) },
      refuses: [400, 403, 404, 409, 413, 422],
      because: { 409: 'Somebody was faster: `changes` says what happened since. Or the report has no such step now' },
      scope: 'work',
    }),
    byKey('work'),
    async (c) => {
      const number = reportNumber(c)
      const body = parsedJson(await c.req.text()) as { action?: unknown } | null
      const wanted = CHANGES.get(String(body?.action))
      if (!wanted) throw invalid([{ pointer: '/action', reason: 'field_wrong' }])
      const input = wanted.schema.safeParse({ ...body, number }, { reportInput: true })
      if (!input.success) throw invalid(fieldErrorsOf(input.error.issues))
      const changed = await wanted.run(c.var.ctx, input.data).catch((error) => tooLate(c, error))
      return c.json(deskState(changed), 201)
    },
  )

const addressOf = (c: C) => ({ publicUrl: c.var.deps.publicUrl, town: c.var.town, language: c.var.language })

/** Names and addresses that leave the house leave a line: which key read of which report, and nothing of what. */
function noteContactRead({ var: { ctx, deps, town } }: C, report: number): void {
  if (ctx.actor.kind === 'key') noteSecurity(deps, 'contact_read', { key: ctx.actor.keyId, town: town.key, report })
}

/** @throws what was thrown; where somebody was faster, with what has happened since */
async function tooLate(c: C, error: unknown): Promise<never> {
  if (!(error instanceof AppError) || error.reason !== 'changed_meanwhile') throw error
  const { seen } = error.facts as { seen: number }
  const { version, changes } = await readSince(c.var.ctx, { number: reportNumber(c), seen })
  throw new AppError('conflict', error.reason, { facts: { version, changes: changes.map(deskStep) } })
}
