import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'
import { town as addresses } from '../paths.ts'
import { ButtonLink } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import type { ReportFilter } from './FilterBar.tsx'
import type { TownFace } from './town-face.ts'

type Props = { language: Language; town: TownFace; filter: ReportFilter; allHref: string }

/** An empty list: nothing there yet, or nothing that fits the filter. */
export function NoReports({ language, town, filter, allHref }: Props) {
  const text = words(language).citizen.list
  const filtered = Boolean(filter.q || filter.status || filter.category)
  return (
    <EmptyState
      icon={filtered ? 'search' : 'inbox'}
      title={filtered ? text.noneTitle : text.emptyTitle}
      text={filter.q ? text.noneFor(filter.q) : filtered ? text.noneText : text.emptyText}
    >
      <ButtonLink href={addresses(town.base).report()} size="s">
        {text.reportNew}
      </ButtonLink>
      {filtered && (
        <ButtonLink href={allHref} kind="secondary" size="s">
          {text.showAll}
        </ButtonLink>
      )}
    </EmptyState>
  )
}
