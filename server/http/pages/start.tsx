/** {base}/: map, list, figures. */
import { type Context, Hono } from 'hono'
import type { ReportFilter } from '../../../client/citizen/FilterBar.tsx'
import { TownStart } from '../../../client/citizen/TownStart.tsx'
import { words } from '../../../client/i18n/index.ts'
import { TownMap } from '../../../client/map/TownMap.tsx'
import { api } from '../../../client/paths.ts'
import { inTransaction } from '../../context.ts'
import { countPublicReports, ListReports, listPublicReports } from '../../reports/list-public-reports.ts'
import { type MapContent, mapReports } from '../../reports/map-reports.ts'
import { publicFigures } from '../../reports/public-figures.ts'
import type { AppEnv } from '../app-env.ts'
import { mapFeatures } from '../map-features.ts'
import { sendPage } from '../respond.ts'
import { groundOf } from '../town-ground.ts'
import { documentOf, notJoined, townFace } from './document-of.tsx'
import { reportRow } from './report-row.ts'

const ROWS = 8
/** Zoom at which a town of usual size fills a phone: what the first picture's clusters are made for. */
const FIRST_ZOOM = 12

export const start = new Hono<AppEnv>().get('/', async (c) => {
  const filter = filterOf(c)
  const { language, town } = c.var
  const data = await inTransaction(c.var.ctx, async (ctx) => ({
    page: await listPublicReports(ctx, ListReports.parse({ ...filter, limit: ROWS })),
    openCount: await countPublicReports(ctx, { status: 'open' }),
    figures: await publicFigures(ctx),
    map: await mapReports(ctx, { ...filter, zoom: FIRST_ZOOM }),
  }))
  const { citizen } = words(language)
  const title = town.kind === 'county' ? citizen.start.pageTitleCounty : citizen.start.pageTitle
  const page = (
    <TownStart
      language={language}
      town={townFace(c)}
      filter={filter}
      categories={filterCategories(c)}
      openCount={data.openCount}
      reports={data.page.items.map((report) => reportRow(c, report))}
      figures={town.member ? data.figures : undefined}
      map={townMap(c, filter, data.map)}
      notJoined={notJoined(c)}
      wished={c.req.query('gewuenscht') === '1'}
    />
  )
  const description = town.member ? citizen.start.description(town.officialName) : citizen.notJoined.title(town.name)
  return sendPage(
    c,
    documentOf(
      c,
      { title: title(town.name), description, current: 'start', list: town.reachable, canonicalPath: '/' },
      page,
    ),
  )
})

/** Filter of the public lists; what does not fit is as if it were not there. */
export function filterOf(c: Context<AppEnv>): ReportFilter {
  const { q, status, category } = c.req.query()
  const known = c.var.town.categories.some((one) => one.key === category)
  return {
    q: q?.replaceAll('\u0000', '').trim().slice(0, 200) || undefined,
    status: status === 'open' || status === 'done' ? status : undefined,
    category: known ? category : undefined,
  }
}

export function filterCategories(c: Context<AppEnv>) {
  return c.var.town.categories.map(({ key, name }) => ({ key, name: name[c.var.language] }))
}

export function townMap(c: Context<AppEnv>, filter: ReportFilter, content: MapContent) {
  const { town, language, base } = c.var
  const { map } = words(language)
  const set = Object.entries(filter).filter((entry): entry is [string, string] => Boolean(entry[1]))
  return (
    <TownMap
      {...groundOf(town)}
      mapUrl={api.map(town.key)}
      query={new URLSearchParams([...set, ['lang', language]]).toString()}
      pins={mapFeatures(content, { language, base, town })}
      listId="liste"
      words={{
        map: map.map(town.name),
        picture: map.picture(town.name),
        ...map.controls,
        ...map.reports,
      }}
    />
  )
}
