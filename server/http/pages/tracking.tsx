/** {base}/verfolgen/{token}: the reporter's own page; …/danke right after sending. */
import { type Context, Hono } from 'hono'
import { ReportDone } from '../../../client/citizen/ReportDone.tsx'
import { Tracking } from '../../../client/citizen/Tracking.tsx'
import { WithdrawPage } from '../../../client/citizen/WithdrawPage.tsx'
import { formatDate, words } from '../../../client/i18n/index.ts'
import { town as townPaths } from '../../../client/paths.ts'
import type { Ctx } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { MOST_PHOTOS } from '../../photos/photo-file.ts'
import { resumeUntil } from '../../reports/after-the-end.ts'
import { AnswerQuestion, answerQuestion } from '../../reports/answer-question.ts'
import { ObjectToEnd, objectToEnd } from '../../reports/object-to-end.ts'
import { rateReport, Score } from '../../reports/rate-report.ts'
import { ResumeReport, resumeReport } from '../../reports/resume-report.ts'
import { can, isOpen } from '../../reports/status.ts'
import { type TrackedReport, trackReport } from '../../reports/track-report.ts'
import { WithdrawReport, withdrawReport } from '../../reports/withdraw-report.ts'
import type { AppEnv } from '../app-env.ts'
import { buildCtx } from '../build-ctx.ts'
import { sentence } from '../field-errors.ts'
import { categoryName, departmentName } from '../names.ts'
import { photoAlt } from '../photo-words.ts'
import { redirectTo, sendPage } from '../respond.ts'
import { statusLabel } from '../status-label.ts'
import { absoluteUrl } from '../urls.ts'
import { afterEndProps, type TriedReply } from './after-end-props.ts'
import { documentOf, townFace } from './document-of.tsx'
import { timelineSteps } from './timeline-steps.ts'

type C = Context<AppEnv>

export const tracking = new Hono<AppEnv>()
  .get('/:token', async (c) => trackingPage(c, await trackReport(c.var.ctx, c.req.param('token'))))
  .get('/:token/danke', async (c) => donePage(c, await trackReport(c.var.ctx, c.req.param('token'))))
  .post('/:token/antwort', async (c) => {
    const token = c.req.param('token')
    const tracked = await trackReport(c.var.ctx, token)
    const { id, number, version } = tracked.report
    const form = await c.req.parseBody()
    const input = AnswerQuestion.safeParse({ number, version, text: form.text })
    if (!input.success) {
      return trackingPage(c, tracked, {
        error: sentence(c.var.language, 'answer_missing'),
        value: String(form.text ?? ''),
      })
    }
    const reporter = buildCtx(c.var.deps, c.var.town, { kind: 'reporter', reportId: id }, c.var.language)
    try {
      await answerQuestion(reporter, input.data)
    } catch (error) {
      // Answered twice, or the time was over just now: the page shows how it stands.
      if (!(error instanceof AppError) || error.code !== 'conflict') throw error
    }
    return done(c, 'beantwortet')
  })
  .post('/:token/zufriedenheit', async (c) => {
    const tracked = await trackReport(c.var.ctx, c.req.param('token'))
    const score = Score.safeParse((await c.req.parseBody()).score)
    if (!score.success) return replyRefused(c, tracked, { field: 'score', reason: 'score_missing' })
    return reply(c, { tracked, field: 'score', does: 'bewertet' }, (reporter) =>
      rateReport(reporter, { number: tracked.report.number, score: score.data }),
    )
  })
  .post('/:token/widerspruch', async (c) => {
    const tracked = await trackReport(c.var.ctx, c.req.param('token'))
    const { number } = tracked.report
    const form = await c.req.parseBody()
    const input = ObjectToEnd.safeParse({ number, version: form.version, text: form.objection })
    const value = String(form.objection ?? '')
    if (!input.success) return replyRefused(c, tracked, { field: 'objection', reason: 'objection_missing', value })
    return reply(c, { tracked, field: 'objection', does: 'widersprochen', value }, (reporter) =>
      objectToEnd(reporter, input.data),
    )
  })
  .get('/:token/zurueckziehen', async (c) => {
    const tracked = await trackReport(c.var.ctx, c.req.param('token'))
    if (!can('withdraw', tracked.report.status))
      return redirectTo(c, townPaths(c.var.base).tracking(c.req.param('token')))
    return withdrawPage(c, tracked)
  })
  .post('/:token/zurueckziehen', async (c) => {
    const tracked = await trackReport(c.var.ctx, c.req.param('token'))
    const form = await c.req.parseBody()
    const input = WithdrawReport.safeParse({ ...form, number: tracked.report.number })
    if (!input.success) return withdrawPage(c, tracked, String(form.reason ?? ''))
    return reply(c, { tracked, does: 'zurueckgezogen' }, (reporter) => withdrawReport(reporter, input.data))
  })
  .post('/:token/fortsetzen', async (c) => {
    const tracked = await trackReport(c.var.ctx, c.req.param('token'))
    const input = ResumeReport.safeParse({ ...(await c.req.parseBody()), number: tracked.report.number })
    if (!input.success) return done(c, 'ueberholt')
    return reply(c, { tracked, does: 'fortgesetzt' }, (reporter) => resumeReport(reporter, input.data))
  })

type Reply = { tracked: TrackedReport; does: Done; field?: 'score' | 'objection'; value?: string }

/** Does it as the reporter. What is no longer possible is told on the page, with what was typed. */
async function reply(c: C, { tracked, does, field, value }: Reply, act: (reporter: Ctx) => Promise<unknown>) {
  const { deps, town, language } = c.var
  try {
    await act(buildCtx(deps, town, { kind: 'reporter', reportId: tracked.report.id }, language))
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'conflict') throw error
    const now = await trackReport(c.var.ctx, c.req.param('token') ?? '')
    return replyRefused(c, now, { field, reason: error.reason, value })
  }
  return done(c, does)
}

const done = (c: C, what: Done) =>
  redirectTo(c, `${townPaths(c.var.base).tracking(c.req.param('token') ?? '')}?getan=${what}${ANCHORS[what] ?? ''}`)

type Done = 'beantwortet' | 'bewertet' | 'widersprochen' | 'zurueckgezogen' | 'fortgesetzt' | 'ueberholt'
/** Where the page goes on after it. */
const ANCHORS: Partial<Record<Done, string>> = { bewertet: '#zufriedenheit' }

type Refusal = Pick<Reply, 'field' | 'value'> & { reason: string }

function replyRefused(c: C, tracked: TrackedReport, { field, reason, value }: Refusal) {
  const error = sentence(c.var.language, reason)
  return trackingPage(c, tracked, field ? { reply: { field, error, value } } : { trouble: error })
}

function withdrawPage(c: C, { report }: TrackedReport, value?: string) {
  const { language, base } = c.var
  const token = c.req.param('token') ?? ''
  const page = (
    <WithdrawPage
      language={language}
      number={report.number}
      category={categoryName(c, report.category)}
      version={report.version}
      action={townPaths(base).withdrawal(token)}
      backHref={townPaths(base).tracking(token)}
      value={value}
      error={value === undefined ? undefined : sentence(language, 'text_long')}
    />
  )
  const title = words(language).reply.withdraw.title
  const isRefused = value !== undefined
  return sendPage(c, documentOf(c, { title, secret: true, problem: isRefused }, page), {
    secret: true,
    status: isRefused ? 422 : 200,
  })
}

type Tried = { error?: string; value?: string; reply?: TriedReply; trouble?: string; photoError?: string }

export function trackingPage(c: C, tracked: TrackedReport, { reply, trouble, photoError, ...tried }: Tried = {}) {
  const { language, town, base, deps } = c.var
  const { report, own, question, shown } = tracked
  const token = c.req.param('token') ?? ''
  const until = question?.until ? formatDate(language, question.until, deps.now()) : undefined
  const published = report.visibility !== 'shown' ? 'nothing' : report.textVisibility === 'shown' ? 'all' : 'part'
  const page = (
    <Tracking
      language={language}
      town={townFace(c)}
      number={report.number}
      category={categoryName(c, report.category)}
      place={own?.address ?? undefined}
      status={{ key: report.status, label: statusLabel(language, report) }}
      sentence={statusSentence(c, tracked)}
      answerBy={
        report.status === 'received' && town.member ? formatDate(language, report.answerDueAt, deps.now()) : undefined
      }
      department={departmentName(c, report.department)}
      departmentContact={reachOf(c, report.department)}
      text={own?.description ?? ''}
      answers={(own?.answers ?? []).map(({ label, words }) => ({ label, words }))}
      timeline={timelineSteps(c, tracked.timeline)}
      published={published}
      publicHref={published === 'nothing' ? undefined : townPaths(base).publicReport(shown.number)}
      question={
        question
          ? { text: question.text, who: town.officialName, until, action: townPaths(base).answer(token), ...tried }
          : undefined
      }
      done={doneSentence(c, tracked)}
      trouble={trouble}
      expired={
        tracked.expiredAt
          ? words(language).reply.expired(formatDate(language, tracked.expiredAt, deps.now()))
          : undefined
      }
      {...photosOf(c, tracked)}
      photoError={photoError}
      photoAdded={c.req.query('foto') === '1' && !photoError}
      afterEnd={afterEndProps(c, tracked, reply ?? {})}
      withdrawHref={can('withdraw', report.status) ? townPaths(base).withdrawal(token) : undefined}
      resume={mayResume(c, report) ? { action: townPaths(base).resumption(token), version: report.version } : undefined}
    />
  )
  const title = words(language).citizen.tracking.title(report.number)
  const isRefused = Boolean(tried.error ?? reply?.error ?? trouble ?? photoError)
  return sendPage(c, documentOf(c, { title, secret: true, problem: isRefused }, page), {
    secret: true,
    status: trouble ? 409 : isRefused ? 422 : 200,
  })
}

const mayResume = (c: C, report: TrackedReport['report']) => (resumeUntil(report) ?? 0) > c.var.deps.now()

function doneSentence(c: C, { question, report }: TrackedReport): string | undefined {
  const { citizen, reply } = words(c.var.language)
  const what = c.req.query('getan')
  if (what === 'beantwortet' && !question) return citizen.tracking.answered[c.var.town.kind]
  if (what === 'widersprochen' && report.objectionAt) return reply.objection.sent
  return what === 'fortgesetzt' && can('withdraw', report.status) ? reply.withdraw.undone : undefined
}

function photosOf(c: C, { report, photos }: TrackedReport) {
  const { language, base, town } = c.var
  const token = c.req.param('token') ?? ''
  const to = townPaths(base)
  const own = photos.filter(({ isResult }) => !isResult)
  const takesMore = isOpen(report.status) && own.length < MOST_PHOTOS
  return {
    photos: photos.map(({ id, isResult, visibility }) => ({
      src: to.trackingPhoto(token, id),
      thumb: to.trackingPhoto(token, id, 'klein'),
      alt: photoAlt(language, town, { category: report.category, isResult }),
      isResult,
      visibility: report.visibility === 'shown' ? visibility : ('hidden' as const),
    })),
    photoAction: takesMore ? to.trackingPhotos(token) : undefined,
  }
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
  return sendPage(c, documentOf(c, { title: words(language).form.done, secret: true, current: 'report' }, page), {
    secret: true,
  })
}

function reachOf(c: C, department: string) {
  const { phone, hours } = c.var.town.departments.find(({ key }) => key === department) ?? {}
  return { phone, hours }
}

function statusSentence(c: C, { report }: TrackedReport): string {
  const { language, town, deps } = c.var
  const { status, common } = words(language)
  const partner = report.partner ?? ''
  switch (report.status) {
    case 'received':
      if (!town.member) return status.sentence.forwarded(town.officialName)
      return status.sentence.received(common.kind[town.kind].at)
    case 'in_progress':
      return status.sentence.in_progress(departmentName(c, report.department))
    case 'scheduled':
      return status.sentence.scheduled(report.scheduledFor ? formatDate(language, report.scheduledFor, deps.now()) : '')
    case 'with_partner':
    case 'handed_over':
      return status.sentence[report.status](partner)
    default:
      return status.sentence[report.status]
  }
}
