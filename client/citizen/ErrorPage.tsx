import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'
import { town as addresses, platform } from '../paths.ts'
import { ButtonLink } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import type { TownFace } from './town-face.ts'

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
}

export function ErrorPage({ language, status, sentence, town, requestId }: ErrorPageProps) {
  const text = words(language).citizen.errorPage
  const known = knownStatus(status)
  return (
    <div class="page error-page">
      <Icon name={known >= 500 ? 'alert' : known === 404 || known === 410 ? 'search' : 'info'} size="xl" />
      <h1>{text.title[known]}</h1>
      <p>{sentence ?? text.sentence[known]}</p>
      <p>{text.advice[known]}</p>
      {requestId && <p class="muted small">{text.requestId(requestId)}</p>}
      <div class="actions">
        <ButtonLink href={town ? addresses(town.base).start() : platform.start()}>{text.toStart}</ButtonLink>
        {town && (
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
