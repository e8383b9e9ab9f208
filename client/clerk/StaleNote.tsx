import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'
import { Note } from '../ui/Note.tsx'
import type { Stale } from './report-props.ts'

type Props = { language: Language; stale: Stale; hasText?: boolean; historyHref?: string }

/** Somebody was faster. What was typed stays; the history below already shows the new state. */
export function StaleNote({ language, stale, hasText = false, historyHref = '#verlauf' }: Props) {
  const { clerk: w } = words(language)
  return (
    <Note tone="warn" icon="people" role="alert" title={stale.sentence}>
      {stale.changes.length > 0 && (
        <ul class="stale">
          {stale.changes.map(({ what, who, when }) => (
            <li key={`${when}${what}`}>
              <strong>{what}</strong>
              <span>
                {who}, {when}
              </span>
            </li>
          ))}
        </ul>
      )}
      {hasText && <p>{w.stale.textKept}</p>}
      <p>
        <a href={historyHref}>{w.stale.seeHistory}</a>
      </p>
    </Note>
  )
}
