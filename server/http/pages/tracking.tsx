/** {base}/verfolgen/{token}: the reporter's own page; …/danke right after sending. */
import { type Context, Hono } from 'hono'
import { ReportDone } from '../../../client/citizen/ReportDone.tsx'
import { Tracking, type TrackingProps } from '../../../client/citizen/Tracking.tsx'
import { WithdrawPage } from '../../../client/citizen/WithdrawPage.tsx'
import { formatDate, formatDateTime, words } from '../../../client/i18n/index.ts'
import { town as townPaths } from '../../../client/paths.ts'
import type { Ctx } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { MOST_PHOTOS } from '../../photos/photo-file.ts'
import { AnswerQuestion, answerQuestion } from '../../reports/answer-question.ts'
import { ObjectToEnd, objectToEnd } from '../../reports/object-to-end.ts'
import { RateReport, rateReport } from '../../reports/rate-report.ts'
import { isOpen, publicStatus } from '../../reports/status.ts'
import { type TrackedReport, trackReport } from '../../reports/track-report.ts'
import { undoableUntil, undoWithdrawal } from '../../reports/undo-withdrawal.ts'
import { WithdrawReport, withdrawReport } from '../../reports/withdraw-report.ts'
import { PARTS } from '../../retention/erasure-rows.ts'
import { among } from '../among.ts'
import type { AppEnv } from '../app-env.ts'
import { buildCtx } from '../build-ctx.ts'
import { sentence } from '../field-errors.ts'
import { categoryName, departmentName } from '../names.ts'
import { photoAlt } from '../photo-words.ts'
import { redirectTo, sendPage } from '../respond.ts'
import { statusLabel } from '../status-label.ts'
import { statusSentence } from '../status-sentence.ts'
import { absoluteUrl } from '../urls.ts'
import { documentOf, townFace } from './document-of.tsx'
import { timelineSteps } from './timeline-steps.ts'

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
    return run((reporter) => undoWithdrawal(reporter, seenOf(tracked)), '?getan=zurueck')
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
    return run((reporter) => objectToEnd(reporter, input.data), '#widerspruch')
  })
  .post('/:token/zufriedenheit', async (c) => {
    const { tracked, form, run } = await asReporter(c)
    const input = RateReport.safeParse({ ...seenOf(tracked), score: form.score })
    if (!input.success)
      return trackingPage(c, tracked, { rating: { error: words(c.var.language).after.rating.missing } })
    return run((reporter) => rateReport(reporter, input.data), '?getan=bewertet#zufriedenheit')
  })
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

/** Right after sending in another website's frame; the rest of the reporter's page is for no frame. */
export const framedThanks = new Hono<AppEnv>().get('/:token/danke', async (c) =>
  donePage(c, await trackReport(c.var.ctx, c.req.param('token'))),
)

type Failed = { error: string; value?: string }
type Tried = Partial<Failed> & { photoError?: string; objection?: Failed; rating?: Failed }

const seenOf = ({ report: { number, version } }: TrackedReport) => ({ number, version })

/** What the reporter sent, and how it is done: once; who was too late sees how it stands now. */
async function asReporter(c: C) {
  const token = c.req.param('token') ?? ''
  const tracked = await trackReport(c.var.ctx, token)
  const actor = { kind: 'reporter', reportId: tracked.report.id } as const
  const reporter = buildCtx(c.var.deps, c.var.town, actor, c.var.language)
  const path = townPaths(c.var.base).tracking(token)
  const run = async (verb: (reporter: Ctx) => Promise<unknown>, then = '') => {
    try {
      await verb(reporter)
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'conflict') throw error
      return redirectTo(c, `${path}?getan=geaendert`)
    }
    return redirectTo(c, `${path}${then}`)
  }
  return { tracked, form: await c.req.parseBody(), run }
}

export function trackingPage(c: C, tracked: TrackedReport, { photoError, ...tried }: Tried = {}) {
  const { language, town, base, deps } = c.var
  const { own, question, shown, lead } = tracked
  const { report } = tracked
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
      status={statusOf(c, tracked)}
      sentence={sentenceNow(c, tracked)}
      answerBy={
        report.status === 'received' && town.member ? formatDate(language, report.answerDueAt, deps.now()) : undefined
      }
      department={departmentName(c, report.department)}
      departmentContact={reachOf(c, report.department)}
      text={own?.description}
      answers={(own?.answers ?? []).map(({ label, words }) => ({ label, words }))}
      timeline={timelineSteps(c, tracked.timeline)}
      published={published}
      publicHref={published === 'nothing' ? undefined : townPaths(base).publicReport(shown.number)}
      question={
        question && !lead
          ? {
              text: question.text,
              who: town.officialName,
              until,
              action: townPaths(base).answer(token),
              error: tried.error,
              value: tried.value,
            }
          : undefined
      }
      answered={c.req.query('beantwortet') === '1' && !question}
      {...photosOf(c, tracked)}
      photoError={photoError}
      photoAdded={c.req.query('foto') === '1' && !photoError}
      isQuestionOver={tracked.isQuestionOver}
      mergedInto={lead?.number}
      withdrawn={withdrawnOf(c, tracked)}
      notice={among(NOTICES, c.req.query('getan'))}
      erased={erasedOf(c, tracked)}
      end={endProps(c, tracked, tried)}
      affairs={{
        withdrawHref: isOpen(report.status) ? townPaths(base).trackingAction(token, 'rueckzug') : undefined,
        ownDataHref: townPaths(base).ownData(token),
        stopMailsHref: tracked.stopToken ? townPaths(base).stopMails(tracked.stopToken) : undefined,
      }}
    />
  )
  const problem = Boolean(tried.error ?? tried.objection?.error ?? tried.rating?.error ?? photoError)
  const title = words(language).citizen.tracking.title(report.number)
  return sendPage(c, documentOf(c, { title, secret: true, problem }, page), {
    secret: true,
    status: problem ? 422 : 200,
  })
}

const NOTICES: Record<string, TrackingProps['notice']> = {
  zurueck: 'undone',
  geaendert: 'changed',
  'kontakt-weg': 'contactErased',
  'alles-weg': 'allErased',
}

/** Of what is no longer there: what the newest proof says. */
function erasedOf(c: C, { own, mailsTo, photos, erasures }: TrackedReport): string[] {
  const { own: w } = words(c.var.language).erasure
  const isThere = { contact: mailsTo !== null, text: own !== null, photos: photos.length > 0 }
  return PARTS.filter((part) => !isThere[part]).flatMap((part) => {
    const proof = erasures.find(({ what }) => what === part)
    return proof ? [w[proof.because][part]] : []
  })
}

/** The lead's, where it was merged. A question to somebody else is nobody's business. */
function statusOf(c: C, { report, lead }: TrackedReport) {
  const facts = lead ? { ...lead, status: publicStatus(lead.status) } : report
  return { key: facts.status, label: statusLabel(c.var.language, facts) }
}

function withdrawnOf(c: C, { report }: TrackedReport) {
  const until = undoableUntil(report)
  if (!until) return undefined
  const { language, base, deps } = c.var
  if (until <= deps.now()) return {}
  const action = townPaths(base).trackingAction(c.req.param('token') ?? '', 'rueckgaengig')
  return { undo: { action, until: formatDateTime(language, until, deps.now()) } }
}

/** What can still be said; nothing once it is open, worked on elsewhere or was taken back. */
function endProps(c: C, { report, end }: TrackedReport, tried: Tried) {
  if (!end?.isOwn) return undefined
  const { language, base, deps, town } = c.var
  const token = c.req.param('token') ?? ''
  const isOver = end.until <= deps.now()
  const state = objectionState(report.objectionAt !== null, end.hasObjected, isOver)
  const contact = [town.officialName, town.contact.phone ?? town.contact.email].filter(Boolean).join(', ')
  return {
    rating: isOver
      ? undefined
      : {
          action: townPaths(base).trackingAction(token, 'zufriedenheit'),
          score: end.score ?? undefined,
          isThanked: c.req.query('getan') === 'bewertet' && end.score !== null,
          ...tried.rating,
        },
    objection: {
      state,
      action: townPaths(base).trackingAction(token, 'widerspruch'),
      until: formatDate(language, end.until, deps.now()),
      town: contact,
      ...tried.objection,
    },
  }
}

function objectionState(
  waits: boolean,
  hasObjected: boolean,
  isOver: boolean,
): 'possible' | 'waits' | 'answered' | 'over' {
  if (waits) return 'waits'
  if (hasObjected) return 'answered'
  return isOver ? 'over' : 'possible'
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
  const options = { title: words(language).form.done, secret: true, current: 'report', sent: report.number } as const
  return sendPage(c, documentOf(c, options, page), { secret: true })
}

function reachOf(c: C, department: string) {
  const { phone, hours } = c.var.town.departments.find(({ key }) => key === department) ?? {}
  return { phone, hours }
}

function sentenceNow(c: C, { report: own, lead }: TrackedReport): string {
  if (!lead && own.closedReason === 'withdrawn') return words(c.var.language).erasure.own.withdrawn
  return statusSentence(c, lead ? { ...lead, status: publicStatus(lead.status) } : own)
}
