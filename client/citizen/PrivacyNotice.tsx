import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'
import { Icon } from '../ui/Icon.tsx'
import type { PageTown } from './town-face.ts'

type Props = {
  language: Language
  town: Pick<PageTown, 'officialName' | 'notJoined'>
  /** Months after closing for which the town keeps contact data. */
  keepMonths: number
  privacyHref: string
}

/** Art. 13 GDPR right where contact is asked for: who, what for, how long, which rights, and where the rest stands. */
export function PrivacyNotice({ language, town, keepMonths, privacyHref }: Props) {
  const { common, privacy } = words(language)
  const { who, operator, purpose, basis, basisNotJoined, keep, rights, more } = privacy.notice
  return (
    <div class="aside-line privacy-notice">
      <Icon name="lock" />
      <div>
        <p>
          {town.notJoined ? operator : who(town.officialName)} {purpose} {town.notJoined ? basisNotJoined : basis}
        </p>
        <p>{keep(keepMonths)}</p>
        <p>
          {rights} {more} <a href={privacyHref}>{common.legal.privacy}</a>.
        </p>
      </div>
    </div>
  )
}
