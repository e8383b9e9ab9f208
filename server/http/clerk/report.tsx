/** /amt/{town}/anliegen/{number}: one report, and everything a clerk does with it. */
import { type Context, Hono } from 'hono'
import { ClerkReportPage } from '../../../client/clerk/ClerkReportPage.tsx'
import { words } from '../../../client/i18n/index.ts'
import { clerk as clerkPaths } from '../../../client/paths.ts'
import { AppError, notFound } from '../../errors.ts'
import { sharedQueueIn } from '../../people/shared-queues.ts'
import { CLERK_ACTIONS, type ClerkAction } from '../../reports/actions.ts'
import { neighboursOf, PassToNeighbour, passToNeighbour } from '../../reports/pass-to-neighbour.ts'
import { type ReportForClerk, readReport } from '../../reports/read-report.ts'
import type { ReportRow } from '../../reports/rows.ts'
import type { AppEnv } from '../app-env.ts'
import { buildCtx } from '../build-ctx.ts'
import { fieldErrorsOf, sentence } from '../field-errors.ts'
import { categoryName } from '../names.ts'
import { reportNumber } from '../report-number.ts'
import { redirectTo, sendPage } from '../respond.ts'
import { CHANGES, type Change, type Noun, nounOf } from './changes.ts'
import { doneOf } from './done.ts'
import { clerkFrame } from './frame.ts'
import { type Panel, presentForClerk, type Stale, staleOf, type Undo } from './present-for-clerk.tsx'
import { readForm } from './read-form.ts'

type C = Context<AppEnv>

export const report = new Hono<AppEnv>()
  .get('/:number', async (c) => {
    const wanted = c.req.query('aktion')
    const action = CLERK_ACTIONS.find((one) => one === wanted)
    const data = await readReport(c.var.ctx, { number: reportNumber(c) })
    const open = action && data.actions.includes(action)
    return reportPage(c, data, {
      panel: open ? { action, values: {}, errors: [] } : undefined,
      done: doneOf(c),
      undo: undoOf(c, data),
    })
  })
  .post('/:number/neighbour', async (c) => passOn(c, await readForm(c)))
  .post('/:number/:noun', async (c) => {
    const noun = nounOf(c.req.param('noun'))
    if (!noun) throw notFound()
    const change: Change = CHANGES[noun]
    const number = reportNumber(c)
    const values = await readForm(c)
    const input = change.schema.safeParse({ ...values, number })
    if (!input.success)
      return refused(c, number, {
        noun,
        values,
        error: new AppError('invalid', 'invalid', { errors: fieldErrorsOf(input.error.issues) }),
      })
    let changed: ReportRow
    try {
      changed = await change.run(c.var.ctx, input.data as never)
    } catch (error) {
      if (error instanceof AppError && (error.code === 'conflict' || error.code === 'invalid')) {
        return refused(c, number, { noun, values, error })
      }
      throw error
    }
    return redirectTo(c, afterwards(c, changed, noun))
  })

/** Two towns: the other one's context is made here, where the registry is. */
async function passOn(c: C, values: Record<string, string>) {
  const { deps, ctx, language } = c.var
  const number = reportNumber(c)
  const input = PassToNeighbour.safeParse({ ...values, number })
  const town = input.success ? await deps.registry.town(input.data.town) : null
  if (!input.success || !town) throw notFound()
  try {
    await passToNeighbour(ctx, buildCtx(deps, town, ctx.actor, language), input.data)
  } catch (error) {
    if (!(error instanceof AppError) || (error.code !== 'conflict' && error.code !== 'invalid')) throw error
    return refused(c, number, { noun: 'handover', values, error })
  }
  return redirectTo(c, `${clerkPaths.report(c.var.town.key, number)}?${new URLSearchParams({ getan: 'handover' })}`)
}

/** Back to the report, or to the queue when it has left this person's departments. */
function afterwards(c: C, { number, department }: ReportRow, noun: Noun): string {
  const { clerk, town } = c.var
  const stays = clerk.memberships.some(
    (one) => one.town === town.key && (one.role !== 'clerk' || one.department === department),
  )
  const shared = sharedQueueIn(clerk.memberships, town.key)
  const queue = shared ? clerkPaths.shared(shared) : clerkPaths.queue(town.key)
  const path = stays ? clerkPaths.report(town.key, number) : queue
  return `${path}?${new URLSearchParams({ getan: noun })}`
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
    message: sentence(language, reason),
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

type Shown = { undo?: Undo; panel?: Panel; stale?: Stale; done?: string; status?: AppError['status'] }

async function reportPage(c: C, data: ReportForClerk, { panel, stale, done, undo, status }: Shown) {
  const frame = await clerkFrame(c, `#${data.report.number} ${categoryName(c, data.report.category)}`)
  const mayPass = data.actions.includes('handOver')
  const neighbours = mayPass ? await neighboursOf(c.var.ctx, data.report) : []
  const props = presentForClerk(c, data, { frame, neighbours, panel, stale, done, undo })
  return sendPage(c, <ClerkReportPage {...props} />, { secret: true, status })
}
