/** The reporter's own page: all that is known of the report, and what can still be done about it. */
import type { Context } from 'hono'
import { Tracking, type TrackingProps } from '../../../client/citizen/Tracking.tsx'
import { formatDate, formatDateTime, words } from '../../../client/i18n/index.ts'
import { town as townPaths } from '../../../client/paths.ts'
import { MOST_PHOTOS } from '../../photos/photo-file.ts'
import { isOpen, publicStatus } from '../../reports/status.ts'
import type { TrackedReport } from '../../reports/track-report.ts'
import { undoableUntil } from '../../reports/undo-withdrawal.ts'
import { PARTS } from '../../retention/erasure-rows.ts'
import { among } from '../among.ts'
import type { AppEnv } from '../app-env.ts'
import { categoryName, departmentName } from '../names.ts'
import { photoAlt } from '../photo-words.ts'
import { sendPage } from '../respond.ts'
import { statusLabel } from '../status-label.ts'
import { statusSentence } from '../status-sentence.ts'
import { documentOf, townFace } from './document-of.tsx'
import { timelineSteps } from './timeline-steps.ts'

type C = Context<AppEnv>

/** What was sent and could not be taken. */
export type Failed = { error: string; value?: string }
type Tried = Partial<Failed> & { photoError?: string; objection?: Failed; rating?: Failed }

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

function reachOf(c: C, department: string) {
  const { phone, hours } = c.var.town.departments.find(({ key }) => key === department) ?? {}
  return { phone, hours }
}

function sentenceNow(c: C, { report: own, lead }: TrackedReport): string {
  if (!lead && own.closedReason === 'withdrawn') return words(c.var.language).erasure.own.withdrawn
  return statusSentence(c, lead ? { ...lead, status: publicStatus(lead.status) } : own)
}
