/** {base}/feed.atom: what changed last. Atom (RFC 4287) with the place as GeoRSS Simple. */
import { type Context, Hono } from 'hono'
import { words } from '../../../client/i18n/index.ts'
import { plainWord } from '../../../client/i18n/plain-word.ts'
import { town as townPaths } from '../../../client/paths.ts'
import { readChangedReports } from '../../reports/list-public-reports.ts'
import type { PublicReport } from '../../reports/present.ts'
import { problem } from '../api/problem.ts'
import type { AppEnv } from '../app-env.ts'
import { LICENCES } from '../licences.ts'
import { membersOnly } from '../middleware/members-only.ts'
import { anyOrigin, limitReads, unchanged } from '../middleware/open-data.ts'
import { categoryName } from '../names.ts'
import { statusLabel } from '../status-label.ts'
import { townUrl } from '../urls.ts'
import { type Xml, xmlOf } from '../xml.ts'
import { feedFilter } from './filter.ts'

type C = Context<AppEnv>

const MOST_ENTRIES = 50
/** A feed needs one, also before anything has happened. */
const NEVER = new Date(0)

export const feed = new Hono<AppEnv>()
  .onError(problem)
  .use(anyOrigin, limitReads, unchanged, membersOnly)
  .get('/', async (c) => {
    const { town, languageChosen } = c.var
    // Readers keep what they have read once, so it does not change with the reader's browser.
    if (!languageChosen) c.set('language', town.languages[0] ?? c.var.language)
    const reports = await readChangedReports(c.var.ctx, feedFilter(c), MOST_ENTRIES)
    return c.body(xmlOf({ feed: feedOf(c, reports) }), 200, {
      'Content-Type': 'application/atom+xml; charset=utf-8',
      'Cache-Control': 'no-cache',
    })
  })

function feedOf(c: C, reports: readonly PublicReport[]): Xml {
  const { town, deps, language } = c.var
  const { feed } = words(language).openData
  const to = townPaths(townUrl(deps.publicUrl, town))
  const { search, searchParams } = new URL(c.req.url)
  const licence = LICENCES[town.openData.licence]
  return {
    '@xmlns': 'http://www.w3.org/2005/Atom',
    '@xmlns:georss': 'http://www.georss.org/georss',
    '@xml:lang': language,
    id: tagOf(c, `feed${search}`),
    title: feed.title(town),
    subtitle: feed.subtitle,
    updated: (reports[0]?.changedAt ?? NEVER).toISOString(),
    rights: `${licence.name}, ${town.officialName}`,
    author: { name: town.officialName, uri: to.start() },
    link: [
      { '@rel': 'self', '@type': 'application/atom+xml', '@href': to.feed(Object.fromEntries(searchParams)) },
      { '@rel': 'alternate', '@type': 'text/html', '@href': to.reports() },
      { '@rel': 'license', '@type': 'text/html', '@href': licence.url },
    ],
    entry: reports.map((report) => entryOf(c, report)),
  }
}

function entryOf(c: C, report: PublicReport): Xml {
  const { town, deps, language } = c.var
  const { feed } = words(language).openData
  const { number, address, description, lat, lon } = report
  const category = plainWord(categoryName(c, report.category))
  const href = townPaths(townUrl(deps.publicUrl, town)).publicReport(number)
  return {
    id: tagOf(c, `anliegen/${number}`),
    title: feed.entry(number, category, statusLabel(language, report)),
    published: report.receivedAt.toISOString(),
    updated: report.changedAt.toISOString(),
    link: { '@rel': 'alternate', '@type': 'text/html', '@href': href },
    category: [
      { '@term': report.category, '@label': category },
      { '@term': `status/${report.status}`, '@label': statusLabel(language, report, 'short') },
    ],
    summary: [address, description ?? feed.notPublic].filter(Boolean).join(': '),
    'georss:point': lat === null || lon === null ? undefined : `${lat} ${lon}`,
  }
}

/** RFC 4151: stays when the town gets a host of its own. */
const tagOf = (c: C, what: string) => `tag:${new URL(c.var.deps.publicUrl).hostname},2026:${c.var.town.key}/${what}`
