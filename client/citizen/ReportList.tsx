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
  /** Only those of a part of the map. */
  isSection?: boolean
  map?: ComponentChildren
}

export function ReportList(props: ReportListProps) {
  const { language, town, filter, categories, reports, total, openCount, nextHref, isSection, map } = props
  const text = words(language).citizen.list
  const place = words(language).place.list
  const to = addresses(town.base)
  const count = formatNumber(language, total ?? 0)
  const countInWords = isSection ? (total === 1 ? place.one : place.several(count)) : text.count(count)
  return (
    <div class={`list${map ? ' split' : ''}`}>
      <div class="list__head">
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
      </div>
      {map && <div class="split__map no-print">{map}</div>}
      <section class="list__main" id="liste" tabIndex={-1} aria-labelledby="gefunden">
        <div class="list__reports" data-follows-map>
          <h2 class={total === undefined ? 'sr' : 'list__count'} id="gefunden" tabIndex={-1}>
            {total === undefined ? text.title : countInWords}
          </h2>
          {reports.length > 0 ? (
            <ReportRows reports={reports} />
          ) : (
            <NoReports language={language} town={town} filter={filter} allHref={to.reports()} />
          )}
          {nextHref && (
            <ButtonLink href={nextHref} kind="secondary" rel="next" wide>
              {text.next}
            </ButtonLink>
          )}
          {isSection && (
            <ButtonLink href={to.reports(filter)} kind="tertiary">
              {place.all}
            </ButtonLink>
          )}
        </div>
      </section>
    </div>
  )
}
