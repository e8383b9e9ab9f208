/** /amt/{town}/anliegen/{number}: one report, and everything a clerk does with it. */
import { type Context, Hono } from 'hono'
import { ClerkReportPage } from '../../../client/clerk/ClerkReportPage.tsx'
import type { ToastData } from '../../../client/clerk/Toast.tsx'
import { words } from '../../../client/i18n/index.ts'
import { clerk as clerkPaths } from '../../../client/paths.ts'
import { AppError, notFound } from '../../errors.ts'
import { sharedQueueIn } from '../../people/shared-queues.ts'
import { copyPassedPhotos } from '../../photos/copy-photos.ts'
import { addResultPhoto, requirePhoto } from '../../photos/report-photos.ts'
import { CLERK_ACTIONS, type ClerkAction } from '../../reports/actions.ts'
import { neighboursOf, PassToNeighbour, passToNeighbour } from '../../reports/pass-to-neighbour.ts'
import { type ReportForClerk, readReport } from '../../reports/read-report.ts'
import type { ReportRow } from '../../reports/rows.ts'
import { newPress, type Press, undoably } from '../../reports/undoable.ts'
import type { AppEnv } from '../app-env.ts'
import { buildCtx } from '../build-ctx.ts'
import { fieldErrorsOf, sentence } from '../field-errors.ts'
import { categoryName } from '../names.ts'
import { photoSentence, readFormData, readPhotoFiles } from '../photos.ts'
import { reportNumber } from '../report-number.ts'
import { redirectTo, sendPage } from '../respond.ts'
import { toastOf, withResult } from './change-result.ts'
import { CHANGES, type Change, type Noun, nounOf } from './changes.ts'
import { clerkFrame } from './frame.ts'
import { helpFor, previewOf, proposedValues, valuesWithModule } from './panel-help.ts'
import { type Panel, presentForClerk, type Stale, staleOf, type Undo } from './present-for-clerk.tsx'
import { readForm } from './read-form.ts'

type C = Context<AppEnv>

export const report = new Hono<AppEnv>()
  .get('/:number', async (c) => {
    const wanted = c.req.query('aktion')
    const action = CLERK_ACTIONS.find((one) => one === wanted)
    const data = await readReport(c.var.ctx, { number: reportNumber(c) })
    const open = action && data.actions.includes(action)
    const panel = open ? { action, values: proposedValues(c, data, action), errors: [] } : undefined
    const toast = toastOf(c, clerkPaths.report(c.var.town.key, data.report.number))
    return reportPage(c, data, { panel, toast, undo: undoOf(c, data), isProposed: true })
  })
  .post('/:number/neighbour', async (c) => passOn(c, await readForm(c)))
  .post('/:number/vorschau', async (c) => preview(c, await readForm(c)))
  .post('/:number/photo', async (c) => addPhoto(c))
  .post('/:number/:noun', async (c) => {
    const noun = nounOf(c.req.param('noun'))
    if (!noun) throw notFound()
    const change: Change = CHANGES[noun]
    const number = reportNumber(c)
    const values = await readForm(c)
    const [file] = noun === 'closure' ? await readPhotoFiles(await readFormData(c)) : []
    const input = change.schema.safeParse({ ...values, number })
    if (!input.success)
      return refused(c, number, {
        noun,
        values,
        error: new AppError('invalid', 'invalid', { errors: fieldErrorsOf(input.error.issues) }),
      })
    let changed: ReportRow
    const press = change.inTransaction && newPress(c.var.ctx)
    try {
      // A photo that cannot be taken is said before anything is done.
      const photo = file && (await requirePhoto(c.var.deps.photos, file))
      changed = await run(c, change, { number, input: input.data as never, press })
      if (photo) changed = await addResultPhoto(c.var.ctx, c.var.deps.blobs, { number, name: file.name, photo })
    } catch (error) {
      if (error instanceof AppError && (error.code === 'conflict' || error.code === 'invalid')) {
        return refused(c, number, { noun, values, error })
      }
      throw error
    }
    return redirectTo(c, withResult(afterwards(c, changed), { did: noun, press }))
  })

type Pressed = { number: number; input: never; press?: Press | undefined }

/** What can be taken back is kept for a while; everything else is done at once. */
function run(c: C, change: Change, { number, input, press }: Pressed): Promise<ReportRow> {
  const { inTransaction: inside } = change
  if (!press || !inside) return change.run(c.var.ctx, input)
  return undoably(c.var.ctx, press, { number, change: (ctx) => inside(ctx, input) })
}

/** The mail of the form as it stands; without script the page again, with it and with the module that was chosen. */
async function preview(c: C, values: Record<string, string>) {
  const action = CLERK_ACTIONS.find((one) => one === c.req.query('aktion'))
  if (!action) throw notFound()
  const number = reportNumber(c)
  if (c.req.header('Accept')?.includes('application/json')) {
    c.header('Cache-Control', 'no-store')
    return c.json({ preview: await previewOf(c, number, { action, values }) })
  }
  const data = await readReport(c.var.ctx, { number })
  const panel = { action, values: valuesWithModule(c, data, { ...values, action }), errors: [] }
  return reportPage(c, data, { panel })
}

/** A picture of the result, apart from any other change. */
async function addPhoto(c: C) {
  const number = reportNumber(c)
  const { ctx, deps, town } = c.var
  const [file] = await readPhotoFiles(await readFormData(c))
  try {
    if (!file) throw new AppError('invalid', 'photo_missing')
    const photo = await requirePhoto(deps.photos, file)
    await addResultPhoto(ctx, deps.blobs, { number, name: file.name, photo })
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'invalid') throw error
    const data = await readReport(ctx, { number })
    return reportPage(c, data, { photoError: photoSentence(c, error), status: 422 })
  }
  return redirectTo(c, withResult(clerkPaths.report(town.key, number), { did: 'photo' }))
}

/** Two towns: the other one's context is made here, where the registry is. */
async function passOn(c: C, values: Record<string, string>) {
  const { deps, ctx, language } = c.var
  const number = reportNumber(c)
  const input = PassToNeighbour.safeParse({ ...values, number })
  const town = input.success ? await deps.registry.town(input.data.town) : null
  if (!input.success || !town) throw notFound()
  try {
    const there = buildCtx(deps, town, ctx.actor, language)
    await passToNeighbour(ctx, there, input.data)
    await copyPassedPhotos(ctx, { ctx: there, blobs: deps.blobs }, number)
  } catch (error) {
    if (!(error instanceof AppError) || (error.code !== 'conflict' && error.code !== 'invalid')) throw error
    return refused(c, number, { noun: 'handover', values, error })
  }
  return redirectTo(c, `${clerkPaths.report(c.var.town.key, number)}?${new URLSearchParams({ getan: 'handover' })}`)
}

/** Back to the report, or to the queue when it has left this person's departments. */
function afterwards(c: C, { number, department }: ReportRow): string {
  const { clerk, town } = c.var
  const stays = clerk.memberships.some(
    (one) => one.town === town.key && (one.role !== 'clerk' || one.department === department),
  )
  const shared = sharedQueueIn(clerk.memberships, town.key)
  const queue = shared ? clerkPaths.shared(shared) : clerkPaths.queue(town.key)
  return stays ? clerkPaths.report(town.key, number) : queue
}

/** The page again, with what was typed, what is wrong, and what happened meanwhile. */
async function refused(
  c: C,
  number: number,
  { noun, values, error }: { noun: Noun; values: Record<string, string>; error: AppError },
) {
  const data = await readReport(c.var.ctx, { number })
  const { language } = c.var
  const seen = Number(values.version)
  const stale: Stale | undefined = error.reason === 'changed_meanwhile' ? staleOf(c, data, seen) : undefined
  const action = actionOf(CHANGES[noun], values)
  const errors = error.errors.map(({ pointer, reason }) => ({
    field: pointer.slice(1),
    message: pointer === '/photo' ? photoSentence(c, error) : sentence(language, reason),
  }))
  if (errors.length === 0 && !stale) errors.push({ field: '', message: sentence(language, error.reason) })
  return reportPage(c, data, { panel: { action, values, errors }, stale, status: error.status })
}

/** `visibility` serves four buttons, `priority` two; every other noun one panel. */
function actionOf({ actions }: Change, { what, visibility, priority }: Record<string, string>): ClerkAction {
  if (actions.length === 1) return actions[0]!
  if (priority) return priority === 'urgent' ? 'markUrgent' : 'markNormal'
  if (what === 'text') return visibility === 'shown' ? 'publishText' : 'hideText'
  return visibility === 'shown' ? 'publish' : 'hide'
}

/** What has just been merged here can be taken back by one press. */
function undoOf(c: C, { report, events: [newest] }: ReportForClerk): Undo | undefined {
  const numbers = newest?.action === 'absorbed' ? (newest.facts.numbers ?? []) : []
  if (c.req.query('getan') !== 'merging' || numbers.length === 0) return undefined
  const { merge } = words(c.var.language).clerk
  const href = clerkPaths.action(c.var.town.key, report.number, 'separation')
  return { title: merge.done(numbers.length, report.number), href, fields: { numbers: numbers.join(',') } }
}

type Shown = {
  panel?: Panel | undefined
  stale?: Stale | undefined
  toast?: ToastData | undefined
  undo?: Undo | undefined
  isProposed?: boolean
  photoError?: string
  status?: AppError['status']
}

async function reportPage(c: C, data: ReportForClerk, { isProposed = false, status, ...shown }: Shown) {
  const frame = await clerkFrame(c, `#${data.report.number} ${categoryName(c, data.report.category)}`)
  const mayPass = data.actions.includes('handOver')
  const neighbours = mayPass ? await neighboursOf(c.var.ctx, data.report) : []
  const { panel } = shown
  const help = panel && (await helpFor(c, data, { ...panel, isProposed }))
  const props = presentForClerk(c, data, { frame, neighbours, help, ...shown })
  return sendPage(c, <ClerkReportPage {...props} />, { secret: true, status })
}
