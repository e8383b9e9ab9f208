import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'
import { Icon } from '../ui/Icon.tsx'
import { type StatusLabel, StatusMark } from '../ui/StatusMark.tsx'
import { BULK_FORM } from './bulk-form.ts'
import { type Due, DueMark } from './DueMark.tsx'
import { initials } from './initials.ts'
import { ObjectionMark } from './ObjectionMark.tsx'
import { UrgentMark } from './UrgentMark.tsx'

export type QueueRowData = {
  /** Named where reports of several towns stand together. */
  town?: { key: string; name: string }
  number: number
  /** As it is shown; a change carries it. */
  version: number
  point?: { lat: number; lon: number }
  href: string
  category: string
  icon: string
  text: string
  place?: string
  status: StatusLabel
  due?: Due
  clerk?: { name: string }
  /** Address of a small picture. */
  photo?: string
  isNew: boolean
  isUrgent: boolean
  hasObjection?: boolean
  hasNotice?: boolean | undefined
  age: string
  /** ISO 8601, for machines. */
  dateTime: string
}

/** `picked`: versions and numbers that are ticked; without it nothing can be. */
type Props = { row: QueueRowData; language: Language; picked?: string[] | undefined }

export function QueueRow({ row, language, picked }: Props) {
  const { clerk, desk } = words(language)
  const { queue } = clerk
  const { title, line } = titleOf(row)
  return (
    <li
      class={`qrow${row.isNew ? ' qrow--new' : ''}${picked ? ' qrow--picks' : ''}`}
      data-row={rowKey(row)}
      data-status={row.status.key}
      data-point={row.point && `${row.point.lon},${row.point.lat}`}
      id={`anliegen-${rowKey(row)}`}
    >
      {picked && (
        <label class="qrow__pick">
          <span class="sr">{desk.bulk.select(row.number)}</span>
          <input
            class="choice__input choice__input--checkbox"
            type="checkbox"
            name="picked"
            form={BULK_FORM}
            value={pickOf(row)}
            checked={picked.includes(pickOf(row))}
          />
        </label>
      )}
      <span class="qrow__number">#{row.number}</span>
      <div class="qrow__what">
        {row.photo && <img class="qrow__photo" src={row.photo} alt="" width="40" height="40" loading="lazy" />}
        <h2 class="qrow__title">
          <a class="row__link" href={row.href} dir="auto">
            {title}
          </a>
        </h2>
        <p class="qrow__line">
          <Icon name={row.icon} size="s" />
          <span>
            {row.isUrgent && <UrgentMark language={language} />}
            {row.hasObjection && <ObjectionMark label={words(language).clerk.objection.flag} />}
            {row.hasNotice && <ObjectionMark label={words(language).protection.desk.flag} />}
            {row.town && <span class="qrow__town">{row.town.name}</span>}
            {row.town && ' · '}
            {line}
            {row.place && ` · ${row.place}`}
            <span class="qrow__age">
              {' · '}
              <time dateTime={row.dateTime}>{row.age}</time>
            </span>
          </span>
        </p>
      </div>
      <div class="qrow__state">
        {row.due && (
          <p class="qrow__due">
            <span class="sr">{queue.due}: </span>
            <DueMark due={row.due} />
          </p>
        )}
        <p class="qrow__status">
          {row.isNew && row.status.label !== queue.isNew && <span class="qrow__new">{queue.isNew}</span>}
          <StatusMark status={row.status} />
          {row.clerk && <Clerk name={row.clerk.name} label={queue.assignedTo(row.clerk.name)} />}
        </p>
      </div>
    </li>
  )
}

function Clerk({ name, label }: { name: string; label: string }) {
  return (
    <span class="avatar" title={name}>
      <span aria-hidden="true">{initials(name)}</span>
      <span class="sr">{label}</span>
    </span>
  )
}

const pickOf = ({ number, version }: QueueRowData) => `${number}:${version}`

/** Numbers are given per town. */
export const rowKey = ({ town, number }: QueueRowData) => (town ? `${town.key}-${number}` : String(number))

/** A report of one word says less than its category, so the category comes first. */
function titleOf({ text, category }: QueueRowData) {
  const one = text.trim()
  if (/\s/.test(one)) return { title: one, line: category }
  return { title: category, line: one && one !== category ? `„${one}“` : category }
}
