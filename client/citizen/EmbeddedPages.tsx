/** Map, list and status as other websites show them in a frame. */
import type { ComponentChildren } from 'preact'
import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'
import { town as addresses } from '../paths.ts'
import { Button } from '../ui/Button.tsx'
import { ReportRow, type ReportRowData, ReportRows } from '../ui/ReportRow.tsx'
import { TextField } from '../ui/TextField.tsx'
import type { ReportFilter } from './FilterBar.tsx'
import { NoReports } from './NoReports.tsx'
import type { TownFace } from './town-face.ts'

type Props = { language: Language; town: TownFace }

export function EmbeddedMap({
  language,
  town,
  filter,
  children,
}: Props & { filter: ReportFilter; children: ComponentChildren }) {
  const { embed } = words(language)
  return (
    <div class="embed embed--map">
      <h1 class="sr">{embed.map(town)}</h1>
      <div class="embed__map">{children}</div>
      <p class="embed__more">
        <a href={addresses(town.base).reports(filter)}>{embed.all}</a>
      </p>
    </div>
  )
}

type ListProps = Props & { filter: ReportFilter; reports: ReportRowData[] }

export function EmbeddedList({ language, town, filter, reports }: ListProps) {
  const { embed, citizen } = words(language)
  const to = addresses(town.base)
  return (
    <div class="embed">
      <h1>{embed.list(town)}</h1>
      <h2 class="sr">{citizen.list.title}</h2>
      {reports.length > 0 ? (
        <ReportRows reports={reports} />
      ) : (
        <NoReports language={language} town={town} filter={filter} allHref={to.reports()} />
      )}
      {reports.length > 0 && (
        <p class="embed__more">
          <a href={to.reports(filter)}>{citizen.list.title}</a>
        </p>
      )}
    </div>
  )
}

type StatusProps = Props & {
  /** As it was typed. */
  asked?: string
  /** What `asked` names, if it is a number. */
  number?: number
  report?: ReportRowData
}

export function EmbeddedStatus({ language, town, asked, number, report }: StatusProps) {
  const { status } = words(language).embed
  const isWrong = asked !== undefined && number === undefined
  return (
    <div class="embed">
      <h1>{status.title}</h1>
      <form class="embed__ask" action={addresses(town.base).embed('status')}>
        <TextField
          name="nummer"
          label={status.label}
          hint={status.hint}
          value={asked}
          inputMode="numeric"
          autoComplete="off"
          error={isWrong ? status.wrong : undefined}
        />
        <Button>{status.show}</Button>
      </form>
      {number !== undefined && (
        <section class="embed__answer" aria-live="polite">
          {report ? (
            <>
              <h2 class="sr">{status.found}</h2>
              <ReportRow report={report} />
            </>
          ) : (
            <>
              <h2>{status.none(number)}</h2>
              <p>{status.noneText}</p>
            </>
          )}
        </section>
      )}
    </div>
  )
}
