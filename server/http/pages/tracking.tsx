/** {base}/verfolgen/{token}: the reporter's own page; …/danke right after sending. */
import { type Context, Hono } from 'hono'
import { ReportDone } from '../../../client/citizen/ReportDone.tsx'
import { Tracking } from '../../../client/citizen/Tracking.tsx'
import { formatDate, words } from '../../../client/i18n/index.ts'
import { town as townPaths } from '../../../client/paths.ts'
import { AppError } from '../../errors.ts'
import { MOST_PHOTOS } from '../../photos/photo-file.ts'
import { AnswerQuestion, answerQuestion } from '../../reports/answer-question.ts'
import { isOpen } from '../../reports/status.ts'
import { type TrackedReport, trackReport } from '../../reports/track-report.ts'
import type { AppEnv } from '../app-env.ts'
import { buildCtx } from '../build-ctx.ts'
import { sentence } from '../field-errors.ts'
import { categoryName, departmentName } from '../names.ts'
import { photoAlt } from '../photo-words.ts'
import { redirectTo, sendPage } from '../respond.ts'
import { statusLabel } from '../status-label.ts'
import { absoluteUrl } from '../urls.ts'
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
    return redirectTo(c, `${townPaths(c.var.base).tracking(token)}?beantwortet=1`)
  })

type Tried = { error?: string; value?: string; photoError?: string }

export function trackingPage(c: C, tracked: TrackedReport, { photoError, ...tried }: Tried = {}) {
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
      answered={c.req.query('beantwortet') === '1' && !question}
      {...photosOf(c, tracked)}
      photoError={photoError}
      photoAdded={c.req.query('foto') === '1' && !photoError}
    />
  )
  const title = words(language).citizen.tracking.title(report.number)
  const isRefused = Boolean(tried.error ?? photoError)
  return sendPage(c, documentOf(c, { title, secret: true, problem: isRefused }, page), {
    secret: true,
    status: isRefused ? 422 : 200,
  })
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
