/** {base}/verfolgen/{token}: the reporter's own page; …/danke right after sending. */
import { type Context, Hono } from 'hono'
import { ReportDone } from '../../../client/citizen/ReportDone.tsx'
import { WithdrawPage } from '../../../client/citizen/WithdrawPage.tsx'
import { formatDate, words } from '../../../client/i18n/index.ts'
import { town as townPaths } from '../../../client/paths.ts'
import type { Ctx } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { AnswerQuestion, answerQuestion } from '../../reports/answer-question.ts'
import { ObjectToEnd, objectToEnd } from '../../reports/object-to-end.ts'
import { RateReport, rateReport } from '../../reports/rate-report.ts'
import { isOpen } from '../../reports/status.ts'
import { type TrackedReport, trackReport } from '../../reports/track-report.ts'
import { undoWithdrawal } from '../../reports/undo-withdrawal.ts'
import { WithdrawReport, withdrawReport } from '../../reports/withdraw-report.ts'
import type { AppEnv } from '../app-env.ts'
import { buildCtx } from '../build-ctx.ts'
import { sentence } from '../field-errors.ts'
import { categoryName, departmentName } from '../names.ts'
import { redirectTo, sendPage } from '../respond.ts'
import { absoluteUrl } from '../urls.ts'
import { documentOf, townFace } from './document-of.tsx'
import { type Failed, trackingPage } from './tracking-page.tsx'

type C = Context<AppEnv>

export const tracking = new Hono<AppEnv>()
  .get('/:token', async (c) => trackingPage(c, await trackReport(c.var.ctx, c.req.param('token'))))
  .get('/:token/danke', async (c) => donePage(c, await trackReport(c.var.ctx, c.req.param('token'))))
  .get('/:token/rueckzug', async (c) => withdrawPage(c, await trackReport(c.var.ctx, c.req.param('token'))))
  .post('/:token/rueckzug', async (c) => {
    const { tracked, form, run } = await asReporter(c)
    const input = WithdrawReport.safeParse({ ...seenOf(tracked), reason: form.reason })
    if (!input.success) {
      return withdrawPage(c, tracked, { error: sentence(c.var.language, 'text_long'), value: String(form.reason) })
    }
    return run((reporter) => withdrawReport(reporter, input.data))
  })
  .post('/:token/rueckgaengig', async (c) => {
    const { tracked, run } = await asReporter(c)
    return run((reporter) => undoWithdrawal(reporter, seenOf(tracked)), { done: '?getan=zurueck' })
  })
  .post('/:token/widerspruch', async (c) => {
    const { tracked, form, run } = await asReporter(c)
    const input = ObjectToEnd.safeParse({ ...seenOf(tracked), text: form.text })
    if (!input.success) {
      const value = typeof form.text === 'string' ? form.text : ''
      const { objection } = words(c.var.language).after
      const error = value.trim() ? sentence(c.var.language, 'text_long') : objection.missing
      return trackingPage(c, tracked, { objection: { error, value } })
    }
    return run((reporter) => objectToEnd(reporter, input.data), { done: '#widerspruch' })
  })
  .post('/:token/zufriedenheit', async (c) => {
    const { tracked, form, run } = await asReporter(c)
    const input = RateReport.safeParse({ ...seenOf(tracked), score: form.score })
    if (!input.success)
      return trackingPage(c, tracked, { rating: { error: words(c.var.language).after.rating.missing } })
    return run((reporter) => rateReport(reporter, input.data), { done: '?getan=bewertet#zufriedenheit' })
  })
  .post('/:token/antwort', async (c) => {
    const { tracked, form, run } = await asReporter(c)
    const input = AnswerQuestion.safeParse({ ...seenOf(tracked), text: form.text })
    if (!input.success) {
      const error = sentence(c.var.language, 'answer_missing')
      return trackingPage(c, tracked, { error, value: String(form.text ?? '') })
    }
    // Answered twice, or the time was over just now: the page shows how it stands.
    return run((reporter) => answerQuestion(reporter, input.data), { done: ANSWERED, late: ANSWERED })
  })

/** Right after sending in another website's frame; the rest of the reporter's page is for no frame. */
export const framedThanks = new Hono<AppEnv>().get('/:token/danke', async (c) =>
  donePage(c, await trackReport(c.var.ctx, c.req.param('token'))),
)

const ANSWERED = '?beantwortet=1'

const seenOf = ({ report: { number, version } }: TrackedReport) => ({ number, version })

/** What the reporter sent, and how it is done: once; who was too late sees how it stands now. */
async function asReporter(c: C) {
  const token = c.req.param('token') ?? ''
  const tracked = await trackReport(c.var.ctx, token)
  const actor = { kind: 'reporter', reportId: tracked.report.id } as const
  const reporter = buildCtx(c.var.deps, c.var.town, actor, c.var.language)
  const path = townPaths(c.var.base).tracking(token)
  const run = async (verb: (reporter: Ctx) => Promise<unknown>, { done = '', late = '?getan=geaendert' } = {}) => {
    try {
      await verb(reporter)
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'conflict') throw error
      return redirectTo(c, path + late)
    }
    return redirectTo(c, path + done)
  }
  return { tracked, form: await c.req.parseBody(), run }
}

function withdrawPage(c: C, { report }: TrackedReport, tried: Partial<Failed> = {}) {
  const { language, base } = c.var
  const token = c.req.param('token') ?? ''
  const paths = townPaths(base)
  if (!isOpen(report.status)) return redirectTo(c, paths.tracking(token))
  const page = (
    <WithdrawPage
      language={language}
      number={report.number}
      category={categoryName(c, report.category)}
      action={paths.trackingAction(token, 'rueckzug')}
      backHref={paths.tracking(token)}
      {...tried}
    />
  )
  const { title } = words(language).after.withdraw
  const problem = Boolean(tried.error)
  return sendPage(c, documentOf(c, { title, secret: true, problem }, page), {
    secret: true,
    status: problem ? 422 : 200,
  })
}

function donePage(c: C, { report, mailsTo }: TrackedReport) {
  const { language, town, base, deps } = c.var
  const path = townPaths(base).tracking(c.req.param('token') ?? '')
  const instantAnswer = town.categories.find(({ key }) => key === report.category)?.instantAnswer
  const page = (
    <ReportDone
      language={language}
      town={townFace(c)}
      number={report.number}
      department={departmentName(c, report.department)}
      answerBy={town.member ? formatDate(language, report.answerDueAt, deps.now()) : undefined}
      trackingHref={path}
      email={mailsTo ?? undefined}
      instantAnswer={instantAnswer?.[language]}
      trackingUrl={absoluteUrl(deps.publicUrl, town, townPaths('').tracking(c.req.param('token') ?? ''))}
    />
  )
  const options = { title: words(language).form.done, secret: true, current: 'report', sent: report.number } as const
  return sendPage(c, documentOf(c, options, page), { secret: true })
}
