import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'
import { town as addresses, platform } from '../paths.ts'
import { ButtonLink } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { PhoneLink } from '../ui/PhoneLink.tsx'
import type { TownFace } from './town-face.ts'
import { YourText } from './YourText.tsx'

const KNOWN = [400, 403, 404, 409, 410, 413, 429, 500, 503] as const
type Known = (typeof KNOWN)[number]

export type ErrorPageProps = {
  language: Language
  /** Status of the answer; unknown ones are told as 400 or 500. */
  status: number
  /** The reason in words, where it is known better than by its number. */
  sentence?: string
  town?: TownFace
  requestId?: string
  /** For whom it is urgent while the page cannot help. */
  phone?: string
  /** A begun report that waits on the server. */
  draftHref?: string
  /** What was written and is kept nowhere. */
  typed?: string[]
}

export function ErrorPage({
  language,
  status,
  sentence,
  town,
  requestId,
  phone,
  draftHref,
  typed = [],
}: ErrorPageProps) {
  const { citizen, protection } = words(language)
  const text = citizen.errorPage
  const { limits } = protection
  const known = knownStatus(status)
  // Whoever is told until when to wait needs no other advice.
  const advice = known === 429 && sentence ? draftHref && limits.draft : text.advice[known]
  return (
    <div class="page error-page">
      <Icon name={known >= 500 ? 'alert' : known === 404 || known === 410 ? 'search' : 'info'} size="xl" />
      <h1>{text.title[known]}</h1>
      <p>{sentence ?? text.sentence[known]}</p>
      {advice && <p>{advice}</p>}
      {phone && (
        <p>
          {limits.call} <PhoneLink number={phone} />
        </p>
      )}
      <YourText language={language} texts={typed} lead={limits.typed} />
      {requestId && <p class="muted small">{text.requestId(requestId)}</p>}
      <div class="actions">
        {draftHref && <ButtonLink href={draftHref}>{limits.toDraft}</ButtonLink>}
        <ButtonLink
          href={town ? addresses(town.base).start() : platform.start()}
          kind={draftHref ? 'secondary' : undefined}
        >
          {text.toStart}
        </ButtonLink>
        {town && !draftHref && (
          <ButtonLink href={addresses(town.base).reports()} kind="secondary">
            {text.toList}
          </ButtonLink>
        )}
      </div>
    </div>
  )
}

function knownStatus(status: number): Known {
  return KNOWN.find((known) => known === status) ?? (status >= 500 ? 500 : 400)
}
