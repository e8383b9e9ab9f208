import type { ComponentChildren } from 'preact'
import type { Language } from '../../tenants/languages.ts'
import { formatNumber, words } from '../i18n/index.ts'
import { town as addresses } from '../paths.ts'
import { ButtonLink } from '../ui/Button.tsx'
import { type ReportRowData, ReportRows } from '../ui/ReportRow.tsx'
import { FilterBar, type FilterCategory, type ReportFilter } from './FilterBar.tsx'
import { NoReports } from './NoReports.tsx'
import type { TownFace } from './town-face.ts'

export type ReportListProps = {
  language: Language
  town: TownFace
  filter: ReportFilter
  categories: FilterCategory[]
  reports: ReportRowData[]
  /** All that fit the filter, if the server counted them. */
  total?: number
  openCount?: number
  nextHref?: string
  map?: ComponentChildren
}

export function ReportList(props: ReportListProps) {
  const { language, town, filter, categories, reports, total, openCount, nextHref, map } = props
  const text = words(language).citizen.list
  const to = addresses(town.base)
  return (
    <div class={`list${map ? ' split' : ''}`}>
      <div class="list__main">
        <h1>{text.title}</h1>
        <FilterBar
          language={language}
          filter={filter}
          categories={categories}
          openCount={openCount}
          label={text.searchLabel}
          action={addresses(town.base).reports()}
          href={to.reports}
        />
        <section id="liste" tabIndex={-1} aria-labelledby="gefunden">
          <h2 class={total === undefined ? 'sr' : 'list__count'} id="gefunden">
            {total === undefined ? text.title : text.count(formatNumber(language, total))}
          </h2>
          {reports.length > 0 ? (
            <ReportRows reports={reports} />
          ) : (
            <NoReports language={language} town={town} filter={filter} allHref={to.reports()} />
          )}
        </section>
        {nextHref && (
          <ButtonLink href={nextHref} kind="secondary" rel="next" wide>
            {text.next}
          </ButtonLink>
        )}
      </div>
      {map && <div class="split__map no-print">{map}</div>}
    </div>
  )
}
