import type { ComponentChildren } from 'preact'
import type { Language } from '../../tenants/languages.ts'
import { formatNumber, words } from '../i18n/index.ts'
import type { TownInWords } from '../i18n/town-words.ts'
import { town as addresses } from '../paths.ts'
import { ButtonLink } from '../ui/Button.tsx'
import { EmergencyHint } from '../ui/EmergencyHint.tsx'
import { Island } from '../ui/Island.tsx'
import { Note } from '../ui/Note.tsx'
import { Paragraphs } from '../ui/Paragraphs.tsx'
import { type ReportRowData, ReportRows } from '../ui/ReportRow.tsx'
import { Figures, type TownFigures } from './Figures.tsx'
import { FilterBar, type FilterCategory, type ReportFilter } from './FilterBar.tsx'
import { NoReports } from './NoReports.tsx'
import { NotJoinedNote, Wish } from './NotJoined.tsx'
import type { NotJoinedTown, TownFace } from './town-face.ts'

export type TownStartProps = {
  language: Language
  town: TownFace
  filter: ReportFilter
  categories: FilterCategory[]
  openCount: number
  reports: ReportRowData[]
  /** Absent: not counted at all. Null: counted, but too few. */
  figures?: TownFigures | null
  /** The town has not joined. */
  notJoined?: NotJoinedTown
  wished?: boolean
  map?: ComponentChildren
  /** In the town's own words. */
  news?: OwnWords
  welcome?: OwnWords
  neighbours?: { name: string; href: string }[]
}

/** Words of the town, with their language where it is not the page's. */
export type OwnWords = { text: string; lang?: string }

export function TownStart(props: TownStartProps) {
  const { language, figures, map, notJoined } = props
  return (
    <div class={`start${map ? ' split' : ''}`}>
      <Invitation {...props} />
      {map && <div class="split__map no-print">{map}</div>}
      {notJoined?.reachable !== false && <Reports {...props} />}
      {figures !== undefined && <Figures language={language} figures={figures} />}
    </div>
  )
}

function Reports(props: TownStartProps) {
  const { language, town, filter, categories, openCount, reports, welcome } = props
  const { citizen, topics } = words(language)
  const to = addresses(town.base)
  const filtered = Boolean(filter.q || filter.status || filter.category)
  return (
    <div class="start__list" id="liste" tabIndex={-1}>
      {welcome && (
        <div class="start__welcome">
          <Paragraphs {...welcome} />
        </div>
      )}
      <FilterBar
        language={language}
        filter={filter}
        categories={categories}
        openCount={openCount}
        label={citizen.start.searchLabel}
        action={addresses(town.base).start()}
        href={to.start}
      />
      <div class="start__reports" data-follows-map>
        <h2 id="gefunden" tabIndex={-1}>
          {filtered ? citizen.start.found : citizen.start.current}
        </h2>
        {reports.length > 0 ? (
          <ReportRows reports={reports} />
        ) : (
          <NoReports language={language} town={town} filter={filter} allHref={to.start()} />
        )}
        {reports.length > 0 && (
          <ButtonLink href={to.reports({ ...filter, status: filter.status ?? 'open' })} kind="secondary" wide>
            {filtered || openCount === 0 ? citizen.start.all : citizen.start.allOpen(formatNumber(language, openCount))}
          </ButtonLink>
        )}
      </div>
      <p class="start__topics">
        <a href={to.topics()}>{topics.all}</a>
      </p>
      <Neighbours {...props} />
    </div>
  )
}

function Invitation({ language, town, news, notJoined, wished }: TownStartProps) {
  const { common, citizen, steps } = words(language)
  const offer = { waiting: steps.waiting, goOn: steps.goOn, discard: steps.discard }
  return (
    <section class="start__head">
      <h1>{citizen.start.title(unbroken(town))}</h1>
      {news && (
        <Note tone="info" title={citizen.start.news}>
          <Paragraphs {...news} />
        </Note>
      )}
      {notJoined && <NotJoinedNote language={language} town={town} {...notJoined} />}
      {notJoined?.reachable !== false && (
        <div class="start__report">
          <ButtonLink href={addresses(town.base).report()} size="l" icon="plus">
            {common.report}
          </ButtonLink>
          <p class="lead small">{citizen.start.lead}</p>
          <Island name="DraftOffer" class="draft-offer" props={{ town: town.key, ...offer }} />
        </div>
      )}
      <EmergencyHint words={common} />
      {notJoined && <Wish language={language} town={town} wished={wished} />}
    </section>
  )
}

function Neighbours({ language, neighbours = [] }: TownStartProps) {
  if (neighbours.length === 0) return null
  return (
    <nav class="start__neighbours" aria-labelledby="nebenan">
      <p id="nebenan">{words(language).citizen.start.neighbours}</p>
      <ul>
        {neighbours.map(({ name, href }) => (
          <li key={href}>
            <a href={href}>{name}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** "Bad Salzuflen" stays on one line. */
const unbroken = ({ name, forms }: TownFace): TownInWords => ({
  name: name.replaceAll(' ', '\u00a0'),
  forms: { ...forms, in: forms.in.replace(name, (found) => found.replaceAll(' ', '\u00a0')) },
})
