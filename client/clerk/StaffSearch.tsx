import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'
import { clerk } from '../paths.ts'
import { Icon } from '../ui/Icon.tsx'
import { KeyCap } from './KeyCap.tsx'

export type StaffSearchProps = { language: Language; town: string; q?: string; view?: string; department?: string }

/** Searches where one is: the view and the department stay. */
export function StaffSearch({ language, town, q = '', view, department }: StaffSearchProps) {
  const { clerk: w } = words(language)
  return (
    <search class="staff-search">
      <form method="get" action={clerk.queue(town)}>
        {view && <input type="hidden" name="view" value={view} />}
        {department && <input type="hidden" name="department" value={department} />}
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
