import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'

/** Which report of theirs a page behind the reporter's link is about, and what it is for. */
export function TrackingHead(props: { language: Language; number: number; category: string; title: string }) {
  const { language, number, category, title } = props
  return (
    <header class="tracking__head">
      <p class="muted small">
        {words(language).citizen.tracking.title(number)} · {category}
      </p>
      <h1>{title}</h1>
    </header>
  )
}
