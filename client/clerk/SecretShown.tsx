import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'
import { ButtonLink } from '../ui/Button.tsx'
import { CopyButton } from '../ui/CopyButton.tsx'

type Props = { language: Language; secret: string; on: { href: string; label: string } }

/** What is shown this once, to be copied before one goes on. */
export function SecretShown({ language, secret, on }: Props) {
  return (
    <>
      <p class="secret" translate={false}>
        {secret}
      </p>
      <div class="factor__tools">
        <CopyButton text={secret} words={words(language).common} kind="primary" />
        <ButtonLink href={on.href} kind="secondary" size="s">
          {on.label}
        </ButtonLink>
      </div>
    </>
  )
}
