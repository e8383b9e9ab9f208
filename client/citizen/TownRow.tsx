import { Icon } from '../ui/Icon.tsx'

export type TownRowData = {
  name: string
  /** "Kreis Lippe · 32105, 32107" */
  detail?: string
  logoHref?: string
  /** Absent: the town is known, but not on the platform. */
  href?: string
  /** It can be chosen, but has not joined. */
  isGuest?: boolean
}

export function TownRow({ town, notYet }: { town: TownRowData; notYet: string }) {
  const { name, href, logoHref } = town
  const detail = href && !town.isGuest ? town.detail : [town.detail, notYet].filter(Boolean).join(' · ')
  return (
    <li class="town">
      {logoHref ? (
        <img class="town__sign" src={logoHref} alt="" width="36" height="36" />
      ) : (
        <span class="town__sign" aria-hidden="true">
          {href ? name.charAt(0) : '–'}
        </span>
      )}
      <span class="town__words">
        {href ? (
          <a class="row__link town__name" href={href}>
            {name}
          </a>
        ) : (
          <span class="town__name">{name}</span>
        )}
        {detail && <span class="town__detail">{detail}</span>}
      </span>
      {href && <Icon name="chevron-right" class="icon--along" />}
    </li>
  )
}
