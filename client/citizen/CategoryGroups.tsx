import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'
import { ChoiceRow } from '../ui/Choices.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Island } from '../ui/Island.tsx'

export type CategoryGroup = { key: string; name: string; categories: CategoryRow[] }
export type CategoryRow = {
  key: string
  name: string
  icon: string
  /** Why it stands here. */
  hint?: string
  /** Why nobody can choose it today. */
  resting?: string
  /** What people call it, for the search. */
  search: string
}

/** Up to here all rows are shown at once; more are folded into their groups. */
const MOST_UNFOLDED = 8
const FINDER_ID = 'find-category'

type Props = { language: Language; groups: CategoryGroup[]; value?: string }

/** Categories by group, with a search that a script wakes up. */
export function CategoryGroups({ language, groups, value }: Props) {
  const { form, steps } = words(language)
  const folded = groups.flatMap((group) => group.categories).length > MOST_UNFOLDED
  return (
    <Island class="groups" name="CategoryFinder" props={{ none: steps.noCategory }}>
      {folded && <Finder label={steps.findCategory} />}
      {folded && <p class="field__hint">{form.categoryHint}</p>}
      {groups.map((group) =>
        folded ? (
          <FoldedGroup key={group.key} language={language} group={group} value={value} />
        ) : (
          <GroupRows key={group.key} group={group} value={value} />
        ),
      )}
    </Island>
  )
}

/** Not a field of the form: what is typed here is sent and kept nowhere. */
function Finder({ label }: { label: string }) {
  return (
    <div class="field" data-needs-script>
      <label class="field__label" for={FINDER_ID}>
        {label}
      </label>
      <input class="input" type="search" id={FINDER_ID} autoComplete="off" data-keep="no" />
      <p class="field__hint" role="status" />
    </div>
  )
}

function FoldedGroup({ language, group, value }: { language: Language; group: CategoryGroup; value?: string }) {
  const open = group.categories.some((category) => category.key === value)
  return (
    <details class="fold" open={open} data-group={group.key}>
      <summary>
        <span class="fold__name">{group.name}</span>
        <span class="fold__count">{words(language).form.inGroup(group.categories.length)}</span>
        <Icon name="chevron-down" />
      </summary>
      <GroupRows group={group} value={value} />
    </details>
  )
}

function GroupRows({ group, value }: { group: CategoryGroup; value?: string }) {
  return (
    <div class="choices">
      {group.categories.map(({ key, name, icon, resting, search }) => (
        <div key={key} data-search={search}>
          <ChoiceRow
            name="category"
            choice={{ value: key, label: name, icon, hint: resting, isDisabled: resting !== undefined }}
            checked={key === value && resting === undefined}
          />
        </div>
      ))}
    </div>
  )
}
