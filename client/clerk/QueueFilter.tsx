import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'
import { ChoiceRow } from '../ui/Choices.tsx'
import { Icon } from '../ui/Icon.tsx'
import { type Option, Select } from '../ui/Select.tsx'

/** A part of the filter, and the address without it. */
export type FilterChip = { label: string; href: string }

export type QueueFilterProps = {
  values: {
    view: string
    q?: string | undefined
    department?: string | undefined
    category?: string | undefined
    district?: string | undefined
    urgent: boolean
    sort?: string | undefined
  }
  categories: Option[]
  /** Empty where there is nothing to choose. */
  districts: Option[]
  departments: Option[]
  sorts: Option[]
  chips: FilterChip[]
  clearHref: string
}

type Props = { language: Language; action: string; filter: QueueFilterProps }

/** The address is the filter: a form that sends by GET, and a chip for each part that takes it away. */
export function QueueFilter({ language, action, filter }: Props) {
  const { desk } = words(language)
  const { values, chips } = filter
  return (
    <div class="queue-filter">
      <details class="menu menu--filter">
        <summary class="btn btn--quiet btn--staff">
          <Icon name="filter" />
          <span>{desk.filter.title}</span>
        </summary>
        <form class="menu__panel queue-filter__form" method="get" action={action}>
          <input type="hidden" name="view" value={values.view} />
          {values.q && <input type="hidden" name="q" value={values.q} />}
          <Part name="category" label={desk.filter.category} options={filter.categories} {...{ language, values }} />
          <Part name="district" label={desk.filter.district} options={filter.districts} {...{ language, values }} />
          <Part
            name="department"
            label={desk.filter.department}
            options={filter.departments}
            {...{ language, values }}
          />
          <ChoiceRow
            type="checkbox"
            name="urgent"
            choice={{ value: '1', label: desk.filter.urgent }}
            checked={values.urgent}
          />
          <Select
            name="sort"
            label={desk.filter.sort}
            value={values.sort}
            empty={desk.filter.sorts.own}
            options={filter.sorts}
          />
          <button type="submit" class="btn btn--primary btn--staff">
            {desk.filter.apply}
          </button>
        </form>
      </details>
      {chips.length > 0 && <Chips language={language} chips={chips} clearHref={filter.clearHref} />}
    </div>
  )
}

type PartProps = Pick<QueueFilterProps, 'values'> & {
  language: Language
  name: 'category' | 'district' | 'department'
  label: string
  options: Option[]
}

function Part({ language, name, label, options, values }: PartProps) {
  if (options.length === 0) return null
  return (
    <Select name={name} label={label} value={values[name]} empty={words(language).desk.filter.all} options={options} />
  )
}

function Chips({ language, chips, clearHref }: { language: Language; chips: FilterChip[]; clearHref: string }) {
  const { filter } = words(language).desk
  return (
    <nav class="queue-filter__chips" aria-label={filter.active}>
      <ul class="chips">
        {chips.map(({ label, href }) => (
          <li key={label}>
            <a class="chip chip--on" href={href} aria-label={filter.remove(label)}>
              <span>{label}</span>
              <Icon name="close" size="s" />
            </a>
          </li>
        ))}
        <li>
          <a class="queue-filter__clear" href={clearHref}>
            {filter.clear}
          </a>
        </li>
      </ul>
    </nav>
  )
}
