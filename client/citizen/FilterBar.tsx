import type { Language } from '../../tenants/languages.ts'
import { formatNumber, words } from '../i18n/index.ts'
import { Chip, ChipMenu } from '../ui/Chip.tsx'
import { SearchLine } from '../ui/SearchLine.tsx'

export type ReportFilter = { q?: string; status?: 'open' | 'done'; category?: string }
export type FilterCategory = { key: string; name: string }

type Props = {
  language: Language
  filter: ReportFilter
  categories: FilterCategory[]
  openCount?: number
  label: string
  action: string
  /** The same page with another filter. */
  href: (filter: ReportFilter) => string
}

/** A search form and filters that are links: all of it in the address, nothing of it needs a script. */
export function FilterBar({ language, filter, categories, openCount, label, action, href }: Props) {
  const { common, citizen } = words(language)
  return (
    <search class="filter">
      <form action={action} method="get">
        {filter.status && <input type="hidden" name="status" value={filter.status} />}
        {filter.category && <input type="hidden" name="category" value={filter.category} />}
        <SearchLine
          label={label}
          value={filter.q}
          placeholder={citizen.start.searchPlaceholder}
          button={common.search}
          kind="secondary"
        />
      </form>
      <StatusChips language={language} filter={filter} openCount={openCount} href={href} categories={categories} />
    </search>
  )
}

function StatusChips({
  language,
  filter,
  openCount,
  categories,
  href,
}: Pick<Props, 'language' | 'filter' | 'openCount' | 'categories' | 'href'>) {
  const text = words(language).citizen.list
  const open = openCount === undefined ? text.statusOpen : `${text.statusOpen} ${formatNumber(language, openCount)}`
  const chosen = categories.find((category) => category.key === filter.category)
  return (
    <ul class="chips" aria-label={text.filter}>
      <li>
        <Chip href={href({ ...filter, status: undefined })} on={!filter.status}>
          {text.statusAll}
        </Chip>
      </li>
      <li>
        <Chip href={href({ ...filter, status: 'open' })} on={filter.status === 'open'}>
          {open}
        </Chip>
      </li>
      <li>
        <Chip href={href({ ...filter, status: 'done' })} on={filter.status === 'done'}>
          {text.statusDone}
        </Chip>
      </li>
      <li>
        <ChipMenu label={chosen?.name ?? text.category} on={chosen !== undefined}>
          {[{ key: '', name: text.categoryAll }, ...categories].map((category) => (
            <a
              key={category.key}
              href={href({ ...filter, category: category.key || undefined })}
              aria-current={category.key === (filter.category ?? '') ? 'true' : undefined}
            >
              {category.name}
            </a>
          ))}
        </ChipMenu>
      </li>
    </ul>
  )
}
