import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'
import { platform } from '../paths.ts'
import { Icon } from '../ui/Icon.tsx'
import type { IconName } from '../ui/icons.ts'
import { Pager } from '../ui/Pager.tsx'
import { SearchLine } from '../ui/SearchLine.tsx'

export type RegisterEntry = {
  key: string
  name: string
  href: string
  since: string
  catalogueVersion: number
  badge: 'met' | 'grace' | 'withdrawn' | 'unchecked'
  /** End of the grace period. */
  until?: string
  checked?: string
}

export type RegisterPageProps = {
  language: Language
  q?: string
  total: number
  entries: RegisterEntry[]
  previous?: string
  next?: string
}

const ICONS: Record<RegisterEntry['badge'], IconName> = {
  met: 'check-circle',
  grace: 'warn',
  withdrawn: 'alert',
  unchecked: 'clock',
}

/** Who takes part, and who keeps to what all have agreed on. */
export function RegisterPage({ language, q, total, entries, previous, next }: RegisterPageProps) {
  const { common, conformance } = words(language)
  const { register } = conformance
  return (
    <div class="page register">
      <h1>{register.title}</h1>
      <p class="lead">{register.lead}</p>
      <details class="register__norms">
        <summary>
          {register.whatIsChecked}
          <Icon name="chevron-down" size="s" />
        </summary>
        <ul>
          {Object.values(conformance.requirements).map(({ title, source }) => (
            <li key={title}>
              {title} <span class="register__source">({source})</span>
            </li>
          ))}
        </ul>
      </details>
      <form action={platform.register()} method="get">
        <SearchLine
          label={register.search}
          value={q}
          placeholder={register.searchHint}
          button={common.search}
          kind="secondary"
        />
      </form>
      <section aria-labelledby="verzeichnis">
        <h2 id="verzeichnis">{q ? register.found(total, q) : register.count(total)}</h2>
        {q && (
          <p>
            <a href={platform.register()}>{register.all}</a>
          </p>
        )}
        {entries.length > 0 && (
          <ul class="register__towns card">
            {entries.map((entry) => (
              <Entry key={entry.key} language={language} entry={entry} />
            ))}
          </ul>
        )}
      </section>
      <Pager previous={previous} next={next} words={register} />
    </div>
  )
}

function Entry({ language, entry }: { language: Language; entry: RegisterEntry }) {
  const { register } = words(language).conformance
  const { name, href, since, catalogueVersion, badge, until = '', checked } = entry
  const said = badge === 'grace' ? register.badge.grace(until) : register.badge[badge]
  const facts = [register.since(since), register.catalogue(catalogueVersion), checked && register.checkedAt(checked)]
  return (
    <li class="register__town">
      <a href={href}>{name}</a>
      <p class={`register__badge register__badge--${badge}`}>
        <Icon name={ICONS[badge]} size="s" />
        {said}
      </p>
      <p class="register__facts">{facts.filter(Boolean).join(' · ')}</p>
    </li>
  )
}
