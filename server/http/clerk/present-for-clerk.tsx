/** From rows to the props of the clerk's page of a report. */
import type { Context } from 'hono'
import type { ClerkFrame } from '../../../client/clerk/ClerkDocument.tsx'
import type { ClerkReportPageProps } from '../../../client/clerk/report-props.ts'
import { formatAge, formatDateTime, formatDay, languageName, words } from '../../../client/i18n/index.ts'
import { clerk as clerkPaths, town as townPaths } from '../../../client/paths.ts'
import { mayRoute } from '../../people/permissions.ts'
import { sharedQueueIn } from '../../people/shared-queues.ts'
import type { ClerkAction } from '../../reports/actions.ts'
import { HIDEABLE } from '../../reports/decide-notice.ts'
import { nameOfOutside } from '../../reports/outside-link.ts'
import type { ReportForClerk } from '../../reports/read-report.ts'
import type { EventRow, ReportRow } from '../../reports/rows.ts'
import { CLOSING_REASONS } from '../../reports/status.ts'
import type { ErasureRow } from '../../retention/erasure-rows.ts'
import { reasonInWords } from '../../routing/reason-in-words.ts'
import type { AppEnv } from '../app-env.ts'
import { categoryName, departmentName } from '../names.ts'
import { photoAlt } from '../photo-words.ts'
import { pickerWords } from '../picker-words.ts'
import { placePicture } from '../place-picture.tsx'
import { statusLabel } from '../status-label.ts'
import { groundOf } from '../town-ground.ts'
import { dueOf } from './due.ts'
import { failureSentence } from './failure-sentence.ts'
import { historySentence } from './history-sentence.ts'

type C = Context<AppEnv>
export type Panel = NonNullable<ClerkReportPageProps['panel']>
export type Undo = NonNullable<ClerkReportPageProps['undo']>
export type Stale = NonNullable<ClerkReportPageProps['stale']>
type Around = {
  frame: ClerkFrame
  neighbours: ClerkReportPageProps['neighbours']
  panel?: Panel | undefined
  help?: ClerkReportPageProps['help']
  stale?: Stale | undefined
  toast?: ClerkReportPageProps['toast']
  photoError?: string | undefined
  undo?: Undo | undefined
}

export function presentForClerk(c: C, data: ReportForClerk, around: Around): ClerkReportPageProps {
  const { town, language, deps, base } = c.var
  const { report, text, contact, names } = data
  const category = town.categories.find((one) => one.key === report.category)
  const department = departmentName(c, report.department)
  const clerkName = report.clerkId && names.get(report.clerkId)
  const point = report.lat !== null && report.lon !== null ? { lat: report.lat, lon: report.lon } : undefined
  return {
    ...around,
    town: { key: town.key, name: town.name },
    back: backTo(c),
    number: report.number,
    category: categoryName(c, report.category),
    icon: category?.icon ?? 'dots',
    status: { key: report.status, label: statusLabel(language, report) },
    due: dueOf(language, report, { now: deps.now(), town }),
    isUrgent: report.priority === 'urgent',
    objection: report.objectionAt
      ? words(language).clerk.objection.since(formatDay(language, report.objectionAt, deps.now()))
      : undefined,
    notices: noticesOf(c, data),
    merged: mergedLinks(c, data),
    visibility: { report: report.visibility, text: report.textVisibility },
    publicHref: report.visibility === 'shown' ? townPaths(base).publicReport(report.number) : undefined,
    description: text?.description ?? '',
    erased: erasedLines(c, data),
    photos: photosOf(c, data),
    photoAction: data.actions.includes('note') ? clerkPaths.action(town.key, report.number, 'photo') : undefined,
    address: text?.address ?? undefined,
    point,
    answers: (text?.answers ?? []).map(({ label, words }) => ({ label, words })),
    received: receivedLine(c, report),
    contact: contact
      ? { name: contact.name ?? undefined, email: contact.email ?? undefined, phone: contact.phone ?? undefined }
      : undefined,
    department: { key: report.department, name: department },
    why: reasonInWords(language, town, report.routedBecause, report.category),
    clerk: clerkName ? { id: report.clerkId!, name: clerkName } : undefined,
    link: linkLines(c, data),
    undelivered: undeliveredLines(c, data),
    map: point ? placePicture(c, { ...report, ...point }) : undefined,
    neighbours: around.neighbours,
    nearby: data.nearby.map((one) => ({
      number: one.number,
      href: clerkPaths.report(town.key, one.number),
      category: categoryName(c, one.category),
      status: { key: one.status, label: statusLabel(language, one) },
      age: formatAge(language, one.receivedAt, deps.now()),
      hasMail: data.reachable.has(one.id),
    })),
    timeline: data.events.map((event) => timelineEntry(c, event, data)),
    version: report.version,
    actions: data.actions,
    actionHref: (noun: string) => clerkPaths.action(town.key, report.number, noun),
    panelHref: (action: ClerkAction | null) =>
      action === null
        ? clerkPaths.report(town.key, report.number)
        : `${clerkPaths.report(town.key, report.number)}?aktion=${action}#panel`,
    picker: around.panel?.action === 'movePin' ? pickerProps(c) : undefined,
    options: {
      departments: town.departments
        .filter(({ key }) => key === report.department || mayRoute(c.var.ctx))
        .map(({ key, name }) => ({ key, name })),
      colleagues: data.colleagues,
      partners: town.partners.map(({ key, name }) => ({ key, name })),
      categories: town.categories.map(({ key, name, groupName }) => ({
        key,
        name: name[language],
        group: groupName[language],
      })),
      reasons: {
        close: [...CLOSING_REASONS.done],
        decline: [...CLOSING_REASONS.declined],
        handOver: [...CLOSING_REASONS.handed_over],
      },
    },
  }
}

/** Of what is no longer there: what the newest proof says. */
function erasedLines(c: C, { erasures, text, contact, photos }: ReportForClerk): ClerkReportPageProps['erased'] {
  const { language, deps } = c.var
  const { staff } = words(language).erasure
  const sentence = (part: ErasureRow['what'], isThere: boolean) => {
    const proof = isThere ? undefined : erasures.find(({ what }) => what === part)
    return proof && staff[proof.because][part](formatDay(language, proof.erasedAt, deps.now()))
  }
  return {
    contact: sentence('contact', contact !== null),
    text: sentence('text', text !== null),
    photos: sentence('photos', photos.length > 0),
  }
}

function noticesOf(c: C, { report, photos, notices }: ReportForClerk): ClerkReportPageProps['notices'] {
  const { language, deps } = c.var
  const { notice, desk } = words(language).protection
  const isShown = {
    text: report.textVisibility === 'shown',
    photos: photos.some(({ visibility }) => visibility === 'shown'),
    report: true,
  }
  const hideable = HIDEABLE.filter((what) => isShown[what])
  return notices.map(({ id, reason, text, sentAt, email, language: written }) => ({
    id,
    reason: (notice.reasons as Record<string, string>)[reason] ?? notice.reasons.other,
    text,
    line: desk.line(formatDateTime(language, sentAt, deps.now()), written === language ? undefined : written),
    isAnswered: email !== null,
    hideable,
  }))
}

/** The one it is worked on in, or those that are worked on in it. */
function mergedLinks(c: C, { report, events, absorbed }: ReportForClerk): ClerkReportPageProps['merged'] {
  const { merge } = words(c.var.language).clerk
  const link = (number: number) => ({ number, href: clerkPaths.report(c.var.town.key, number) })
  const into = report.mergedInto && events.find(({ action }) => action === 'merged')?.facts.into
  if (into) return { label: merge.into, reports: [link(into)] }
  return absorbed.length > 0 ? { label: merge.absorbed, reports: absorbed.map(link) } : undefined
}

/** To the queue this person works from: their department's over all its towns, or the town's. */
function backTo(c: C): ClerkReportPageProps['back'] {
  const { clerk, town, language } = c.var
  const shared = sharedQueueIn(clerk.memberships, town.key)
  const href = shared ? clerkPaths.shared(shared) : clerkPaths.queue(town.key)
  return { href, label: words(language).clerk.queue.list }
}

function linkLines(c: C, { link }: ReportForClerk): ClerkReportPageProps['link'] {
  if (!link) return undefined
  const { language, town, deps } = c.var
  const { outside } = words(language).clerk
  const day = (date: Date) => formatDay(language, date, deps.now())
  return {
    who: nameOfOutside(town, link.recipient),
    acknowledged: link.acknowledgedAt ? outside.acknowledged(day(link.acknowledgedAt)) : outside.notAcknowledged,
    since: outside.since(day(link.since)),
    until: link.isOver ? outside.over(day(link.until)) : outside.until(day(link.until)),
  }
}

function undeliveredLines(c: C, { undelivered, silent }: ReportForClerk): string[] {
  const { language, town, deps } = c.var
  const { clerk, partners } = words(language)
  const { undelivered: w } = clerk
  const unread = silent.map(({ partner, failure }) => {
    const who = nameOfOutside(town, `partner/${partner}`)
    return `${partners.silent(who)} ${failureSentence(language, failure ?? '')}`
  })
  const lines = undelivered.map(({ recipient, channel, changedAt, failure }) => {
    const when = formatDateTime(language, changedAt, deps.now())
    const who = nameOfOutside(town, recipient)
    const outside = channel === 'open311' ? partners.untaken(who, when) : w.outside(who, when)
    const line = recipient === 'reporter' ? w.reporter(when) : outside
    return failure ? `${line}. ${failureSentence(language, failure)}` : line
  })
  return [...lines, ...unread]
}

function photosOf(c: C, { report, photos }: ReportForClerk): ClerkReportPageProps['photos'] {
  const { language, town } = c.var
  const { photos: w } = words(language)
  const { key: category, disclosure } = town.categories.find(({ key }) => key === report.category) ?? {
    key: report.category,
  }
  return photos.map(({ id, isResult, visibility }) => ({
    id,
    href: clerkPaths.photo(town.key, report.number, { id }),
    thumb: clerkPaths.photo(town.key, report.number, { id, size: 'klein' }),
    alt: photoAlt(language, town, { category, isResult }),
    caption: isResult ? w.result : w.ofReporter,
    visibility,
    mayChange: visibility === 'shown' || disclosure !== 'never',
  }))
}

function pickerProps(c: C): ClerkReportPageProps['picker'] {
  const { town, language } = c.var
  return { ...groundOf(town), words: pickerWords(language, town) }
}

/** What happened since the version this person has seen. */
export function staleOf(c: C, data: ReportForClerk, seen: number): Stale {
  const changes = data.events
    .filter((event) => event.version > seen)
    .map((event) => timelineEntry(c, event, data))
    .map(({ what, who, when }) => ({ what, who, when }))
  const { stale } = words(c.var.language).clerk
  const who = changes[0]?.who ?? stale.somebody
  return { sentence: stale.faster(who), changes }
}

function timelineEntry(c: C, event: EventRow, data: ReportForClerk): ClerkReportPageProps['timeline'][number] {
  const { language, deps } = c.var
  const note = event.facts.noteId ? data.notes.get(event.facts.noteId) : undefined
  return {
    id: event.id,
    status: event.facts.to as ReportRow['status'] | undefined,
    who: whoOf(c, event, data.names),
    when: formatDateTime(language, event.happenedAt, deps.now()),
    dateTime: event.happenedAt.toISOString(),
    what: historySentence(c, event, data.names),
    text: event.facts.answer ?? note?.text,
    internal: note !== undefined,
  }
}

function whoOf(c: C, event: EventRow, names: Map<string, string>): string {
  const { actor } = words(c.var.language).clerk
  if (event.actorKind === 'outside') return nameOfOutside(c.var.town, event.facts.by ?? 'town_hall')
  if (event.actorKind === 'key' && event.action !== 'routed')
    return (event.actorId && names.get(event.actorId)) || actor.otherSystem
  // Whoever files a report, nobody but the rules says where it goes first.
  if (event.action === 'routed' && event.version === 1) return actor.system
  if (event.actorKind === 'clerk' || event.actorKind === 'key')
    return (event.actorId && names.get(event.actorId)) || actor.former
  return event.action === 'routed' || event.actorKind === 'system' ? actor.system : actor.citizen
}

function receivedLine(c: C, report: ReportRow): string {
  const { language, deps } = c.var
  const { intake } = words(language).clerk
  const spoken = languageName(language, report.language)
  return [formatDateTime(language, report.receivedAt, deps.now()), intake[report.intakeChannel], spoken]
    .filter(Boolean)
    .join(', ')
}
