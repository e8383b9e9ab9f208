import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'
import { Icon } from '../ui/Icon.tsx'
import { KeyCap } from './KeyCap.tsx'

export type StaffSearchProps = {
  language: Language
  /** The queue to search in. */
  action: string
  q?: string
  /** What stays as it is. */
  keep: Record<string, string | undefined>
}

/** Searches where one is: the view and the filter stay. */
export function StaffSearch({ language, action, q = '', keep }: StaffSearchProps) {
  const { clerk: w } = words(language)
  return (
    <search class="staff-search">
      <form method="get" action={action}>
        {Object.entries(keep).map(
          ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
        )}
        <label class="input-icon" for="suche">
          <Icon name="search" />
          <span class="sr">{w.queue.searchLabel}</span>
          <input class="input" id="suche" type="search" name="q" value={q} placeholder={w.queue.searchLabel} />
        </label>
        <KeyCap>/</KeyCap>
        <button type="submit" class="btn btn--secondary staff-search__send">
          {w.queue.search}
        </button>
      </form>
    </search>
  )
}
