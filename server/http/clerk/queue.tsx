/** /amt/{town}/anliegen: the queue, its map, several reports changed at once, and what can be taken back. */
import { type Context, Hono } from 'hono'
import { QueuePage } from '../../../client/clerk/QueuePage.tsx'
import { AppError, type FieldError, notFound } from '../../errors.ts'
import { type BulkChange, ChangeReports, changeReports } from '../../reports/change-reports.ts'
import { ListQueue } from '../../reports/list-queue.ts'
import { MapQueue, mapQueue } from '../../reports/map-queue.ts'
import { CLOSING_REASONS } from '../../reports/status.ts'
import { UndoChanges, undoChanges } from '../../reports/undo-changes.ts'
import type { AppEnv } from '../app-env.ts'
import { fieldErrorsOf, sentence } from '../field-errors.ts'
import { readFormData } from '../photos.ts'
import { redirectTo, sendPage } from '../respond.ts'
import { safeBack, withResult } from './change-result.ts'
import { queueFeatures } from './queue-features.ts'
import { queueProps, type Refused } from './queue-page.tsx'
import { readForm } from './read-form.ts'

type C = Context<AppEnv>

export const queue = new Hono<AppEnv>()
  .get('/', async (c) => {
    const props = await queueProps(c, ListQueue.parse(c.req.query()))
    return sendPage(c, <QueuePage {...props} />, { secret: true })
  })
  .get('/karte', async (c) => {
    const { town, language, ctx } = c.var
    const found = await mapQueue(ctx, MapQueue.parse(c.req.query()))
    c.header('Cache-Control', 'no-store')
    return c.json({ type: 'FeatureCollection', features: queueFeatures(found, { town, language }) })
  })
  .post('/sammel', async (c) => {
    const values = await readForm(c)
    const picked = (await readFormData(c)).getAll('picked').map(String)
    const back = safeBack(c, values.back)
    const { change, fields } = changeOf(values)
    const input = ChangeReports.safeParse({ change, picked, fields })
    if (!input.success) return refused(c, { back, picked, values }, fieldErrorsOf(input.error.issues))
    try {
      const { press, changed, refused } = await changeReports(c.var.ctx, input.data)
      const did = { did: input.data.change, count: changed.length, refused }
      return redirectTo(c, withResult(back, { ...did, press: changed.length > 0 ? press : undefined }))
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'invalid') throw error
      const issues = (error.facts.issues ?? []) as Parameters<typeof fieldErrorsOf>[0]
      return refused(c, { back, picked, values }, [...error.errors, ...fieldErrorsOf(issues)])
    }
  })
  .post('/rueckgaengig', async (c) => {
    const values = await readForm(c)
    const back = safeBack(c, values.back)
    const input = UndoChanges.safeParse({ step: values.step })
    if (!input.success) throw notFound('undo_over')
    const { undone, stayed } = await undoChanges(c.var.ctx, input.data)
    const refused = stayed.map((number) => ({ number, reason: 'stayed' }))
    return redirectTo(c, withResult(back, { did: 'undone', count: undone.length, refused }))
  })

/** Two of the buttons carry a value of their own; the reason decides between the two ways to close. */
function changeOf({ change = '', picked: _picked, back: _back, ...fields }: Record<string, string>) {
  const [verb, priority] = change.split(':')
  if (verb === 'priority') return { change: verb, fields: { priority: priority ?? '' } }
  if (verb !== 'end') return { change: verb, fields: withoutEmpty(fields, 'department') }
  const isDeclined = (CLOSING_REASONS.declined as readonly string[]).includes(fields.reason ?? '')
  return { change: isDeclined ? 'decline' : ('close' satisfies BulkChange), fields }
}

const withoutEmpty = (fields: Record<string, string>, name: string) =>
  fields[name] === '' ? Object.fromEntries(Object.entries(fields).filter(([key]) => key !== name)) : fields

type Sent = { back: string; picked: string[]; values: Record<string, string> }

/** The page again with what was picked and typed. */
async function refused(c: C, { back, picked, values }: Sent, errors: FieldError[]) {
  const filter = ListQueue.parse(Object.fromEntries(new URLSearchParams(back.split('?')[1] ?? '')))
  const form: Refused = {
    picked,
    values,
    open: values.change === 'end' || values.change === 'assign' ? values.change : undefined,
    errors: errors.map(({ pointer, reason }) => ({
      field: pointer.startsWith('/picked') ? 'picked' : pointer.slice(1),
      message: sentence(c.var.language, reason),
    })),
  }
  const props = await queueProps(c, filter, form)
  return sendPage(c, <QueuePage {...props} />, { secret: true, status: 422 })
}
