/** {base}/anliegen and {base}/anliegen/{number}: the list, and one report for everybody. */
import { type Context, Hono } from 'hono'
import type { FollowBoxProps } from '../../../client/citizen/FollowBox.tsx'
import { PublicReport } from '../../../client/citizen/PublicReport.tsx'
import { ReportList } from '../../../client/citizen/ReportList.tsx'
import { SectionReports } from '../../../client/citizen/SectionReports.tsx'
import { formatDay, words } from '../../../client/i18n/index.ts'
import { plainWord } from '../../../client/i18n/plain-word.ts'
import { town as townPaths } from '../../../client/paths.ts'
import { primaryLanguage } from '../../../tenants/languages.ts'
import { inTransaction } from '../../context.ts'
import { invalid } from '../../errors.ts'
import { FollowReport, followReport, undoConcern } from '../../reports/follow-report.ts'
import { getPublicReport } from '../../reports/get-public-report.ts'
import { countPublicReports, ListReports, listPublicReports } from '../../reports/list-public-reports.ts'
import { mapReports } from '../../reports/map-reports.ts'
import type { PublicReport as Report } from '../../reports/present.ts'
import { isOpen } from '../../reports/status.ts'

import { deriveId } from '../../secrets.ts'

import { among } from '../among.ts'

import type { AppEnv } from '../app-env.ts'
import { sentence } from '../field-errors.ts'
import { isFirstConcern } from '../limits.ts'
import { mayBeKept } from '../middleware/may-be-kept.ts'
import { categoryName } from '../names.ts'
import { photoAlt } from '../photo-words.ts'
import { placePicture } from '../place-picture.tsx'
import { reportNumber } from '../report-number.ts'
import { redirectTo, sendPage, sendPart } from '../respond.ts'
import { statusLabel } from '../status-label.ts'
import { absoluteUrl } from '../urls.ts'
import { documentOf, townFace } from './document-of.tsx'
import { reportRow } from './report-row.ts'
import { FIRST_ZOOM, filterCategories, filterOf, townMap } from './start.tsx'
import { timelineSteps } from './timeline-steps.ts'

/** As many as fit beside a map without much scrolling. */
const SECTION_ROWS = 20

export const reports = new Hono<AppEnv>()
  .get('/', mayBeKept, async (c) => {
    const filter = filterOf(c)
    const { language, base, town } = c.var
    const { cursor } = c.req.query()
    const bbox = sectionOf(c)
    const within = { ...filter, ...bbox }
    const [{ items, next }, total, openCount, map] = await inTransaction(c.var.ctx, (ctx) =>
      Promise.all([
        listPublicReports(ctx, ListReports.parse({ ...within, cursor })),
        countPublicReports(ctx, ListReports.parse(within)),
        countPublicReports(ctx, { status: 'open' }),
        mapReports(ctx, { ...filter, zoom: FIRST_ZOOM }),
      ]),
    )
    const page = (
      <ReportList
        language={language}
        town={townFace(c)}
        filter={filter}
        categories={filterCategories(c)}
        reports={items.map((report) => reportRow(c, report))}
        total={total}
        openCount={openCount}
        nextHref={next ? townPaths(base).reports({ ...within, cursor: next }) : undefined}
        isSection={bbox !== undefined}
        map={townMap(c, filter, map)}
      />
    )
    const { citizen } = words(language)
    const title = `${citizen.list.title} · ${town.name}`
    return sendPage(
      c,
      documentOf(
        c,
        {
          title,
          current: 'reports',
          list: true,
          canonicalPath: '/anliegen',
          feed: { category: filter.category },
          noindex: Boolean(filter.q || cursor || bbox),
        },
        page,
      ),
    )
  })
  .get('/ausschnitt', mayBeKept, async (c) => {
    const filter = filterOf(c)
    const { language, base, ctx } = c.var
    const bbox = sectionOf(c)
    if (!bbox) throw invalid([{ pointer: '/bbox', reason: 'bbox' }])
    const within = { ...filter, ...bbox }
    const { items, next, total } = await inTransaction(ctx, async (ctx) => ({
      ...(await listPublicReports(ctx, ListReports.parse({ ...within, limit: SECTION_ROWS }))),
      total: await countPublicReports(ctx, ListReports.parse(within)),
    }))
    return sendPart(
      c,
      <SectionReports
        language={language}
        reports={items.map((report) => reportRow(c, report))}
        total={total}
        isOneSpot={c.req.query('stelle') === '1'}
        moreHref={next ? townPaths(base).reports({ ...within, cursor: next }) : undefined}
      />,
    )
  })
  .get('/:number', mayBeKept, async (c) => reportPage(c, { done: among(DONE, c.req.query('getan')) }))
  .post('/:number/betrifft-mich', async (c) => {
    const number = reportNumber(c)
    const { press, back } = await c.req.parseBody()
    const to = townPaths(c.var.base).publicReport(number)
    if (typeof back === 'string' && PRESS.test(back)) {
      await undoConcern(c.var.ctx, { press: back, number })
      return redirectTo(c, `${to}?getan=zurueck#betrifft`)
    }
    const made = typeof press === 'string' && PRESS.test(press) ? await pressOf(c, press) : crypto.randomUUID()
    const isFirst = await isFirstConcern(c, number)
    if (isFirst) await followReport(c.var.ctx, { number, press: made })
    else await getPublicReport(c.var.ctx, number)
    return redirectTo(c, `${to}?getan=gezaehlt${isFirst ? `&druck=${made}` : ''}#betrifft`)
  })
  .post('/:number/folgen', async (c) => {
    const number = reportNumber(c)
    const { email } = await c.req.parseBody()
    const { language, base } = c.var
    if (typeof email !== 'string' || email.trim() === '') {
      return reportPage(c, { email: '', error: words(language).after.follow.emailMissing })
    }
    const input = FollowReport.safeParse({ number, email: email.trim() })
    if (!input.success) return reportPage(c, { email, error: sentence(language, 'email_wrong') })
    await followReport(c.var.ctx, input.data)
    return redirectTo(c, `${townPaths(base).publicReport(number)}?getan=gefolgt#betrifft`)
  })

const PRESS = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** A page that is kept gives the same name to many: a press is that of one visitor. */
function pressOf(c: Context<AppEnv>, name: string): Promise<string> {
  const { deps, visitor, town } = c.var
  return deriveId(deps.secret, 'press', town.key, name, visitor, c.req.header('User-Agent') ?? '')
}

/** What the address says was just done. */
const DONE: Record<string, FollowBoxProps['done']> = {
  gezaehlt: 'counted',
  zurueck: 'undone',
  gefolgt: 'confirm_sent',
}

async function reportPage(c: Context<AppEnv>, tried: Pick<FollowBoxProps, 'done' | 'email' | 'error'>) {
  const number = reportNumber(c)
  const report = await getPublicReport(c.var.ctx, number)
  const { language, deps, base } = c.var
  const category = categoryName(c, report.category)
  const { lat, lon, mergedInto } = report
  const written = primaryLanguage(report.language)
  const paths = townPaths(base)
  const action = isOpen(report.status) ? { concern: paths.concern(number), follow: paths.follow(number) } : undefined
  const page = (
    <PublicReport
      language={language}
      town={townFace(c)}
      number={number}
      category={category}
      status={{ key: report.status, label: statusLabel(language, report) }}
      place={report.address ?? undefined}
      reportedOn={{
        words: formatDay(language, report.receivedAt, deps.now()),
        dateTime: report.receivedAt.toISOString(),
      }}
      text={report.description ?? undefined}
      isTextErased={report.isTextErased}
      textLanguage={written === primaryLanguage(language) ? undefined : written}
      answers={report.answers}
      photos={shownPhotos(c, report)}
      timeline={timelineSteps(c, report.timeline)}
      pageUrl={absoluteUrl(deps.publicUrl, c.var.town, `/anliegen/${number}`)}
      map={lat !== null && lon !== null ? placePicture(c, { ...report, lat, lon }) : undefined}
      merged={mergedInto === null ? undefined : { number: mergedInto, href: paths.publicReport(mergedInto) }}
      noticeHref={c.var.town.member ? paths.notice(number) : undefined}
      follow={{ count: report.followers, action, press: crypto.randomUUID(), undo: undoOf(c), ...tried }}
    />
  )
  const title = words(language).citizen.report.title(plainWord(category), number)
  const description = sharedDescription(c, report)
  const canonicalPath = `/anliegen/${number}`
  const alt = words(language).map.placePicture(c.var.town)
  const picture = lat !== null && lon !== null ? { path: townPaths('').reportPicture(number), alt } : undefined
  const problem = Boolean(tried.error)
  return sendPage(c, documentOf(c, { title, description, current: 'reports', canonicalPath, picture, problem }, page), {
    status: problem ? 422 : 200,
  })
}

/** The press that the address says was just done. */
function undoOf(c: Context<AppEnv>): string | undefined {
  const { getan, druck } = c.req.query()
  return getan === 'gezaehlt' && druck && PRESS.test(druck) ? druck : undefined
}

function shownPhotos(c: Context<AppEnv>, { number, category, photos }: Report) {
  const { language, base, town } = c.var
  const { photos: w } = words(language)
  const to = townPaths(base)
  return photos.map((photo) => ({
    src: to.publicPhoto(number, photo),
    thumb: to.publicPhoto(number, photo, photo.hasSmall ? 'klein' : undefined),
    width: photo.width,
    height: photo.height,
    alt: photoAlt(language, town, { category, isResult: photo.isResult }),
    caption: photo.isResult ? w.ofTown(town.officialName) : w.ofReporter,
    isResult: photo.isResult,
  }))
}

/** The part of the map that is asked for; what is none is as if it were not there. */
function sectionOf(c: Context<AppEnv>): { bbox: string } | undefined {
  const bbox = c.req.query('bbox')
  return bbox !== undefined && ListReports.shape.bbox.safeParse(bbox).success ? { bbox } : undefined
}

/** Category, part of the town and status. Nothing that somebody wrote, not even once it is released. */
function sharedDescription(c: Context<AppEnv>, report: Report): string {
  const { language, town } = c.var
  const { share } = words(language).topics
  const district = districtName(c, report)
  const place = district ? share.inDistrict(district, town) : share.inTown(town)
  return share.report(plainWord(categoryName(c, report.category)), statusLabel(language, report), place)
}

function districtName(c: Context<AppEnv>, { district }: Report): string | undefined {
  return c.var.town.districts.find(({ key }) => key === district)?.name
}
