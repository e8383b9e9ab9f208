import { words } from '../i18n/index.ts'
import { FieldError } from '../ui/FieldError.tsx'
import { problemOf } from '../ui/field.ts'
import { KEYS, NOUNS } from './actions.ts'
import { KeyCap } from './KeyCap.tsx'
import type { ClerkReportPageProps } from './report-props.ts'

type Props = Pick<ClerkReportPageProps, 'frame' | 'actions' | 'actionHref' | 'panel'>

/** Its ids are its own, because an open panel may have a field of the same name. */
export function NoteForm({ frame, actions, actionHref, panel }: Props) {
  const { clerk: w } = words(frame.language)
  if (!actions.includes('note')) return null
  const mine = panel?.action === 'note' ? panel : undefined
  const error = problemOf(mine?.errors ?? [], 'text')
  return (
    <form class="note-form" method="post" action={actionHref(NOUNS.note)} data-draft data-busy={w.busy}>
      <div class={`field${error ? ' field--error' : ''}`}>
        <label class="field__label" for="vermerk">
          {w.report.note} {KEYS.note && <KeyCap>{KEYS.note}</KeyCap>}
        </label>
        <p class="field__hint" id="vermerk-hint">
          {w.report.noteHint}
        </p>
        <FieldError name="vermerk" message={error} />
        <textarea
          class="input input--area"
          id="vermerk"
          name="text"
          rows={2}
          value={mine?.values.text ?? ''}
          aria-describedby={error ? 'vermerk-hint f-vermerk-error' : 'vermerk-hint'}
          aria-invalid={error ? true : undefined}
          data-note
        />
      </div>
      <button type="submit" class="btn btn--quiet btn--staff">
        {w.report.saveNote}
      </button>
    </form>
  )
}
