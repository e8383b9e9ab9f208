/** {base}/: map, list, figures. */
import { type Context, Hono } from 'hono'
import type { ReportFilter } from '../../../client/citizen/FilterBar.tsx'
import { type OwnWords, TownStart } from '../../../client/citizen/TownStart.tsx'
import { words } from '../../../client/i18n/index.ts'
import { TownMap } from '../../../client/map/TownMap.tsx'
import { api, town as townPaths } from '../../../client/paths.ts'
import { inEveryLanguage, primaryLanguage, SOURCE_LANGUAGE, type WordsInFile } from '../../../tenants/languages.ts'
import { inTransaction } from '../../context.ts'
import { countPublicReports, ListReports, listPublicReports } from '../../reports/list-public-reports.ts'
import { type MapContent, mapReports } from '../../reports/map-reports.ts'
import { publicFigures } from '../../reports/public-figures.ts'
import type { AppEnv } from '../app-env.ts'
import { mapFeatures } from '../map-features.ts'
import { mayBeKept } from '../middleware/may-be-kept.ts'
import { sendPage } from '../respond.ts'
import { groundOf } from '../town-ground.ts'
import { townUrl } from '../urls.ts'
import { documentOf, notJoined, townFace } from './document-of.tsx'
import { reportRow } from './report-row.ts'

const ROWS = 8
/** Zoom at which a town of usual size fills a phone: what the first picture's clusters are made for. */
export const FIRST_ZOOM = 12

export const start = new Hono<AppEnv>().get('/', mayBeKept, async (c) => {
  const filter = filterOf(c)
  const { language, town } = c.var
  const [page, openCount, figures, map] = await inTransaction(c.var.ctx, (ctx) =>
    Promise.all([
      listPublicReports(ctx, ListReports.parse({ ...filter, limit: ROWS })),
      countPublicReports(ctx, { status: 'open' }),
      publicFigures(ctx),
      mapReports(ctx, { ...filter, zoom: FIRST_ZOOM }),
    ]),
  )
  const { citizen } = words(language)
  const body = (
    <TownStart
      language={language}
      town={townFace(c)}
      filter={filter}
      categories={filterCategories(c)}
      openCount={openCount}
      reports={page.items.map((report) => reportRow(c, report))}
      figures={town.member ? figures : undefined}
      map={townMap(c, filter, map)}
      news={ownWords(c, town.texts.news)}
      welcome={ownWords(c, town.texts.welcome)}
      neighbours={await neighboursOf(c)}
      notJoined={notJoined(c)}
      wished={c.req.query('gewuenscht') === '1'}
    />
  )
  const description = town.member ? citizen.start.description(town.officialName) : citizen.notJoined.title(town.name)
  return sendPage(
    c,
    documentOf(
      c,
      {
        title: citizen.start.pageTitle(town),
        description,
        current: 'start',
        list: town.reachable,
        canonicalPath: '/',
        feed: { category: filter.category },
      },
      body,
    ),
  )
})

/** Words of the town hall. German stands in for a language it has not written in, and says so. */
function ownWords(c: Context<AppEnv>, words: WordsInFile | undefined): OwnWords | undefined {
  if (words === undefined) return undefined
  const { language } = c.var
  const isWritten = typeof words !== 'string' && words[language] !== undefined
  const lang = isWritten || primaryLanguage(language) === SOURCE_LANGUAGE ? undefined : SOURCE_LANGUAGE
  return { text: inEveryLanguage(words)[language], lang }
}

/** Those around that are on the platform and live. */
async function neighboursOf(c: Context<AppEnv>) {
  const { deps, town } = c.var
  const found = await Promise.all(town.neighbours.map((key) => deps.registry.town(key)))
  const live = found.filter((neighbour) => neighbour?.live && neighbour.member).filter((one) => one !== null)
  return live.map((one) => ({
    name: one.name,
    href: one.host ? `${townUrl(deps.publicUrl, one)}/` : townPaths(`/${one.key}`).start(),
  }))
}

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
  // What is never public can be searched for by nobody.
  const shown = c.var.town.categories.filter(({ disclosure }) => disclosure !== 'never')
  return shown.map(({ key, name }) => ({ key, name: name[c.var.language] }))
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
      sectionUrl={townPaths(base).section()}
      words={{
        map: map.map(town),
        picture: map.picture(town),
        ...map.controls,
        ...map.reports,
      }}
    />
  )
}
