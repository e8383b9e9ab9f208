/** From rows to the page of somebody who works by a link. */
import type { Context } from 'hono'
import type { z } from 'zod'
import { OutsideReport } from '../../../client/citizen/OutsideReport.tsx'
import type { OpenOrder, OutsideReportProps } from '../../../client/citizen/outside-props.ts'
import { formatDate, formatDateTime, words } from '../../../client/i18n/index.ts'
import { town as townPaths } from '../../../client/paths.ts'
import { nameOfOutside } from '../../reports/outside-link.ts'
import type { OutsideReport as Seen } from '../../reports/read-outside.ts'
import { CLOSING_REASONS, publicStatus } from '../../reports/status.ts'
import type { AppEnv } from '../app-env.ts'
import { fieldErrorsOf, sentence } from '../field-errors.ts'
import { categoryName } from '../names.ts'
import { photoAlt } from '../photo-words.ts'
import { placePicture } from '../place-picture.tsx'
import { sendPage } from '../respond.ts'
import { statusLabel } from '../status-label.ts'
import { documentOf } from './document-of.tsx'
import { DECLINED, type FieldName } from './outside-changes.ts'
import { timelineSteps } from './timeline-steps.ts'

type C = Context<AppEnv>
type Tried = {
  /** What was just done. */
  noun?: string | undefined
  values?: Record<string, string>
  errors?: OutsideReportProps['errors']
  /** The version the page was opened in, when somebody was faster. */
  since?: number
}

/** About a metre. */
const DIGITS = 5

export function outsidePage(c: C, seen: Seen, { noun, values = {}, errors = [], since }: Tried = {}) {
  const { language, town, deps } = c.var
  const { report, recipient, text } = seen
  const { outside } = words(language)
  // A form that comes back still stands on what its reader has seen.
  const version = (errors.length > 0 && Number(values.version)) || report.version
  const page = (
    <OutsideReport
      language={language}
      who={recipient === 'town_hall' ? 'town_hall' : 'partner'}
      town={town.officialName}
      partner={recipient === 'town_hall' ? undefined : nameOfOutside(town, recipient)}
      number={report.number}
      category={categoryName(c, report.category)}
      status={{ key: publicStatus(report.status), label: statusLabel(language, report) }}
      until={formatDate(language, seen.expiresAt, deps.now())}
      open={text ? { ...openFacts(c, seen, text), version } : undefined}
      timeline={timelineSteps(c, seen.timeline)}
      said={(outside.said as Record<string, string>)[noun ?? '']}
      values={values}
      errors={errors}
      stale={since === undefined || !text ? undefined : timelineSteps(c, seen.timeline.filter(newerThan(since)))}
    />
  )
  const title = outside.title(report.number)
  return sendPage(c, documentOf(c, { title, secret: true, problem: errors.length > 0 }, page), {
    secret: true,
    status: errors.length > 0 ? 422 : since === undefined ? 200 : 409,
  })
}

const newerThan =
  (version: number) =>
  (entry: { version: number }): boolean =>
    entry.version > version

function openFacts(c: C, seen: Seen, text: NonNullable<Seen['text']>): Omit<OpenOrder, 'version'> {
  const { language, base, deps } = c.var
  const { report, acknowledgedAt } = seen
  const { lat, lon } = report
  const point = lat !== null && lon !== null ? { lat, lon } : undefined
  const token = c.req.param('token') ?? ''
  return {
    description: text.description,
    textLanguage: report.language === language ? undefined : report.language,
    instruction: seen.instruction ?? undefined,
    received: formatDateTime(language, report.receivedAt, deps.now()),
    address: text.address ?? undefined,
    coordinates: point && coordinatesOf(point),
    map: point && placePicture(c, { ...report, ...point }),
    answers: text.answers.map(({ label, words }) => ({ label, words })),
    photos: photosOf(c, seen),
    acknowledgedOn: acknowledgedAt ? formatDate(language, acknowledgedAt, deps.now()) : undefined,
    isPublic: report.visibility === 'shown',
    actionHref: (noun) => townPaths(base).outsideAction(token, noun),
    reasons: { done: [...CLOSING_REASONS.done], declined: [...DECLINED], owners: [...CLOSING_REASONS.handed_over] },
  }
}

function photosOf(c: C, { report, photos }: Seen) {
  const { language, base, town } = c.var
  const { photos: w } = words(language)
  const token = c.req.param('token') ?? ''
  const to = townPaths(base)
  return photos.map(({ id, width, height, isResult, thumbKey }) => ({
    src: to.outsidePhoto(token, id),
    thumb: to.outsidePhoto(token, id, thumbKey ? 'klein' : undefined),
    width,
    height,
    alt: photoAlt(language, town, { category: report.category, isResult }),
    caption: isResult ? w.ofTown(town.officialName) : w.ofReporter,
    isResult,
  }))
}

function coordinatesOf({ lat, lon }: { lat: number; lon: number }) {
  const [y, x] = [lat.toFixed(DIGITS), lon.toFixed(DIGITS)]
  return { words: `${y}, ${x}`, href: `geo:${y},${x}` }
}

/** What is wrong with a form, by the names its fields have on the page. */
export function problemsOf(c: C, fields: Record<string, FieldName>, error: z.ZodError): OutsideReportProps['errors'] {
  const { missing } = words(c.var.language).outside
  return fieldErrorsOf(error.issues).flatMap(({ pointer, reason }) => {
    const field = fields[pointer.slice(1)]
    if (!field) return []
    const isLong = reason === 'text_long'
    return [{ field, message: isLong ? sentence(c.var.language, reason) : missing[field] }]
  })
}
