import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'
import { Icon } from '../ui/Icon.tsx'

/** Somebody may be in danger: by shape and word, not by colour alone. */
export function UrgentMark({ language }: { language: Language }) {
  return (
    <span class="urgent">
      <Icon name="alert" size="s" />
      {words(language).clerk.urgent}
    </span>
  )
}
