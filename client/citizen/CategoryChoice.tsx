import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'
import { ChoiceRow } from '../ui/Choices.tsx'
import { FieldError } from '../ui/FieldError.tsx'
import { fieldId } from '../ui/field.ts'
import { Icon } from '../ui/Icon.tsx'

export type CategoryGroup = { key: string; name: string; categories: CategoryRow[] }
type CategoryRow = {
  key: string
  name: string
  icon: string
  /** Why nobody can choose it today. */
  resting?: string
}

/** Up to here all rows are shown at once; more are folded into their groups. */
const MOST_UNFOLDED = 8

type Props = { language: Language; groups: CategoryGroup[]; value?: string; error?: string }

export function CategoryChoice({ language, groups, value, error }: Props) {
  const text = words(language).form
  const folded = groups.flatMap((group) => group.categories).length > MOST_UNFOLDED
  return (
    <fieldset
      class={`field${error ? ' field--error' : ''}`}
      id={fieldId('category')}
      tabIndex={error ? -1 : undefined}
      aria-describedby={error ? `${fieldId('category')}-error` : undefined}
    >
      <legend class="form__title">{text.category}</legend>
      {folded && <p class="field__hint">{text.categoryHint}</p>}
      <FieldError name="category" message={error} />
      {groups.map((group) =>
        folded ? (
          <FoldedGroup key={group.key} language={language} group={group} value={value} />
        ) : (
          <GroupRows key={group.key} group={group} value={value} />
        ),
      )}
    </fieldset>
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
      {group.categories.map(({ key, name, icon, resting }) => (
        <ChoiceRow
          key={key}
          name="category"
          choice={{ value: key, label: name, icon, hint: resting, isDisabled: resting !== undefined }}
          checked={key === value && resting === undefined}
        />
      ))}
    </div>
  )
}
