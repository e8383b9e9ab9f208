/** {base}/verfolgen/{token}/daten: what is kept about the reporter; to download and to erase it. */
import { type Context, Hono } from 'hono'
import { EraseOwnPage } from '../../../client/citizen/EraseOwnPage.tsx'
import { OwnData } from '../../../client/citizen/OwnData.tsx'
import { formatFullDate, words } from '../../../client/i18n/index.ts'
import { town as townPaths } from '../../../client/paths.ts'
import { retentionOf } from '../../../tenants/retention.ts'
import type { Ctx } from '../../context.ts'
import { isOpen } from '../../reports/status.ts'
import { masked, type TrackedReport, trackReport } from '../../reports/track-report.ts'
import { eraseOwnContact, eraseOwnReport } from '../../retention/erase-own.ts'
import { PARTS } from '../../retention/erasure-rows.ts'
import { monthsAfter } from '../../retention/months-after.ts'
import { type OwnData as Kept, readOwnData } from '../../retention/read-own-data.ts'
import type { AppEnv } from '../app-env.ts'
import { buildCtx } from '../build-ctx.ts'
import { categoryName } from '../names.ts'
import { redirectTo, sendPage } from '../respond.ts'
import { statusLabel } from '../status-label.ts'
import { absoluteUrl } from '../urls.ts'
import { documentOf } from './document-of.tsx'

type C = Context<AppEnv>
type What = 'contact' | 'all'

export const ownData = new Hono<AppEnv>()
  .get('/:token/daten', async (c) => {
    const { reporter, tracked } = await asReporter(c)
    return dataPage(c, tracked, await readOwnData(reporter, tracked.report))
  })
  .get('/:token/daten.json', async (c) => {
    const { reporter, tracked } = await asReporter(c)
    const kept = await readOwnData(reporter, tracked.report)
    c.header('Cache-Control', 'no-store, no-transform')
    c.header('Referrer-Policy', 'no-referrer')
    c.header('X-Robots-Tag', 'noindex')
    c.header('Content-Type', 'application/json; charset=utf-8')
    c.header('Content-Disposition', `attachment; filename="anliegen-${kept.report.number}.json"`)
    return c.body(`${JSON.stringify(fileOf(c, kept), null, 2)}\n`)
  })
  .get('/:token/kontaktloeschung', (c) => confirmPage(c, 'contact'))
  .post('/:token/kontaktloeschung', async (c) => {
    const { reporter, tracked } = await asReporter(c)
    await eraseOwnContact(reporter, { number: tracked.report.number })
    return redirectTo(c, `${townPaths(c.var.base).tracking(tokenOf(c))}?getan=kontakt-weg`)
  })
  .get('/:token/loeschung', (c) => confirmPage(c, 'all'))
  .post('/:token/loeschung', async (c) => {
    const { reporter, tracked } = await asReporter(c)
    await eraseOwnReport(reporter, { number: tracked.report.number })
    return redirectTo(c, `${townPaths(c.var.base).tracking(tokenOf(c))}?getan=alles-weg`)
  })

const tokenOf = (c: C) => c.req.param('token') ?? ''

async function asReporter(c: C): Promise<{ reporter: Ctx; tracked: TrackedReport }> {
  const tracked = await trackReport(c.var.ctx, tokenOf(c))
  const actor = { kind: 'reporter', reportId: tracked.report.id } as const
  return { tracked, reporter: buildCtx(c.var.deps, c.var.town, actor, c.var.language) }
}

const hasSomething = ({ text, contact, photos, messages }: Kept) =>
  text !== null || contact !== null || photos.length > 0 || messages.length > 0

function dataPage(c: C, { report }: TrackedReport, kept: Kept) {
  const { language, base } = c.var
  const { data } = words(language).erasure
  const paths = townPaths(base)
  const token = tokenOf(c)
  const page = (
    <OwnData
      language={language}
      number={report.number}
      category={categoryName(c, report.category)}
      items={itemsOf(c, kept)}
      kept={hasSomething(kept) ? spansOf(c, kept) : []}
      downloadHref={paths.ownDataFile(token)}
      eraseContactHref={kept.contact ? paths.trackingAction(token, 'kontaktloeschung') : undefined}
      eraseAllHref={hasSomething(kept) ? paths.trackingAction(token, 'loeschung') : undefined}
      backHref={paths.tracking(token)}
    />
  )
  return sendPage(c, documentOf(c, { title: data.title, secret: true }, page), { secret: true })
}

function itemsOf(c: C, { text, contact, photos, messages, ratings, erasures }: Kept) {
  const { data: w } = words(c.var.language).erasure
  const goneOr = (part: Kept['erasures'][number]['what']) =>
    erasures.some(({ what }) => what === part) ? w.gone : w.nothing
  const reach = [contact?.name, contact?.email && masked(contact.email), contact?.phone].filter(Boolean).join('\n')
  return [
    { term: w.text, value: text?.description ?? goneOr('text') },
    ...(text?.address ? [{ term: w.place, value: text.address }] : []),
    ...(text?.answers ?? []).map(({ label, words }) => ({ term: label, value: words })),
    { term: w.contact, value: reach || goneOr('contact') },
    { term: w.photos, value: photos.length > 0 ? w.photoCount(photos.length) : goneOr('photos') },
    ...(messages.length > 0 ? [{ term: w.messages, value: w.messageCount(messages.length) }] : []),
    ...ratings.slice(-1).map(({ score }) => ({ term: w.ratings, value: w.score(score) })),
  ]
}

/** Days once it is over, months before that. */
function spansOf(c: C, { report, ...kept }: Kept): string[] {
  const { language, town } = c.var
  const { until, after } = words(language).erasure.data
  const months = retentionOf(town, report.category)
  const isThere = { contact: kept.contact !== null, text: kept.text !== null, photos: kept.photos.length > 0 }
  return PARTS.filter((part) => isThere[part]).map((part) =>
    report.closedAt
      ? until[part](formatFullDate(language, monthsAfter(report.closedAt, months[part])))
      : after[part](months[part]),
  )
}

/** For people and programs: keys in English, as in the API; times as ISO 8601. */
function fileOf(c: C, { report, text, contact, photos, timeline, messages, ratings, erasures }: Kept) {
  const { language, town, deps } = c.var
  const below = townPaths('')
  const url = (path: string) => absoluteUrl(deps.publicUrl, town, path)
  return {
    town: town.officialName,
    number: report.number,
    category: categoryName(c, report.category).replaceAll('\u00ad', ''),
    status: statusLabel(language, report),
    receivedAt: report.receivedAt,
    closedAt: report.closedAt,
    language: report.language,
    intakeChannel: report.intakeChannel,
    lat: report.lat,
    lon: report.lon,
    accuracy: report.accuracy,
    description: text?.description ?? null,
    address: text?.address ?? null,
    answers: (text?.answers ?? []).map(({ label, words }) => ({ question: label, answer: words })),
    contact: contact && { name: contact.name, email: contact.email, phone: contact.phone },
    photos: photos.map(({ id, contentType, bytes, addedAt }) => ({
      url: url(below.trackingPhoto(tokenOf(c), id)),
      contentType,
      bytes,
      addedAt,
    })),
    messages,
    ratings,
    timeline: timeline.map(({ at, action, status, text }) => ({ at, action, status, text })),
    erased: erasures.map(({ what, because, erasedAt }) => ({ what, because, at: erasedAt })),
    trackingUrl: url(below.tracking(tokenOf(c))),
  }
}

async function confirmPage(c: C, what: What) {
  const { reporter, tracked } = await asReporter(c)
  const { language, base } = c.var
  const { report } = tracked
  const paths = townPaths(base)
  const kept = await readOwnData(reporter, report)
  // Nothing is left of it: done before, perhaps in another tab.
  if (what === 'contact' ? !kept.contact : !hasSomething(kept)) return redirectTo(c, paths.ownData(tokenOf(c)))
  const page = (
    <EraseOwnPage
      language={language}
      number={report.number}
      category={categoryName(c, report.category)}
      what={what}
      isOpen={isOpen(report.status)}
      action={paths.trackingAction(tokenOf(c), what === 'contact' ? 'kontaktloeschung' : 'loeschung')}
      backHref={paths.ownData(tokenOf(c))}
    />
  )
  const { title } = words(language).erasure[what]
  return sendPage(c, documentOf(c, { title, secret: true }, page), { secret: true })
}
