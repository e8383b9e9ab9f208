import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'
import { town as addresses } from '../paths.ts'
import { ButtonLink } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { PhoneLink } from '../ui/PhoneLink.tsx'
import type { TownFace } from './town-face.ts'

export type TooManyProps = {
  language: Language
  town: TownFace
  /** When it may be tried again, in words. */
  again: string
  phone?: string
  /** A begun report that waits on the server. */
  draftHref?: string
  /** What was written in a form that kept nothing yet. */
  typed?: string
}

/** Too much from one address or for one town: says until when, whom to call, and that nothing is lost. */
export function TooMany({ language, town, again, phone, draftHref, typed }: TooManyProps) {
  const { citizen, protection } = words(language)
  const { limits } = protection
  return (
    <div class="page error-page">
      <Icon name="info" size="xl" />
      <h1>{citizen.errorPage.title[429]}</h1>
      <p>
        {limits.lead} {limits.again(again)}
      </p>
      {phone && (
        <p>
          {limits.call} <PhoneLink number={phone} />
        </p>
      )}
      {draftHref && <p>{limits.draft}</p>}
      {typed && (
        <section aria-labelledby="typed">
          <h2 id="typed">{citizen.tracking.yourText}</h2>
          <p>{limits.typed}</p>
          <p class="card prose">{typed}</p>
        </section>
      )}
      <div class="actions">
        {draftHref && <ButtonLink href={draftHref}>{limits.toDraft}</ButtonLink>}
        <ButtonLink href={addresses(town.base).start()} kind={draftHref ? 'secondary' : undefined}>
          {citizen.errorPage.toStart}
        </ButtonLink>
      </div>
    </div>
  )
}
