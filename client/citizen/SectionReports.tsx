import type { Language } from '../../tenants/languages.ts'
import { formatNumber, words } from '../i18n/index.ts'
import { ButtonLink } from '../ui/Button.tsx'
import { type ReportRowData, ReportRows } from '../ui/ReportRow.tsx'

type Props = {
  language: Language
  reports: ReportRowData[]
  total: number
  /** All of them are at one spot, which the map cannot take apart any more. */
  isOneSpot: boolean
  moreHref?: string
}

/** What stands beside a map that was moved: the reports of the part it shows. Replaces the list the page came with. */
export function SectionReports({ language, reports, total, isOneSpot, moreHref }: Props) {
  const { list } = words(language).place
  const several = isOneSpot ? list.severalHere : list.several
  const one = isOneSpot ? list.oneHere : list.one
  return (
    <>
      <h2 id="gefunden" tabIndex={-1}>
        {total === 0 ? list.none : total === 1 ? one : several(formatNumber(language, total))}
      </h2>
      {reports.length > 0 && <ReportRows reports={reports} />}
      {moreHref && (
        <ButtonLink href={moreHref} kind="secondary" wide>
          {list.more}
        </ButtonLink>
      )}
      <button type="button" class="btn btn--tertiary" data-section-all>
        {list.all}
      </button>
    </>
  )
}
