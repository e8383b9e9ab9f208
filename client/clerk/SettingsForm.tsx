import type { ComponentChildren } from 'preact'
import { words } from '../i18n/index.ts'
import { clerk } from '../paths.ts'
import { Button, type ButtonKind } from '../ui/Button.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { problemOf } from '../ui/field.ts'
import { StaleNote } from './StaleNote.tsx'
import type { SettingsSubject } from './settings-props.ts'

type Props = SettingsSubject & { what: string; submit: string; kind?: ButtonKind; children?: ComponentChildren }

/** One form, one change. The version says what the person was looking at. */
export function SettingsForm({ frame, town, action, version, refused, what, submit, kind, children }: Props) {
  const { common, clerk: w } = words(frame.language)
  const mine = refused?.what === what ? refused : undefined
  return (
    <form class="settings__form" method="post" action={action} noValidate data-busy={w.busy}>
      {mine?.stale && (
        <StaleNote
          language={frame.language}
          stale={mine.stale}
          hasText={children !== undefined}
          historyHref={`${clerk.settings(town)}#verlauf`}
        />
      )}
      {mine && <ErrorSummary title={common.checkFields(mine.errors.length)} errors={mine.errors} />}
      <input type="hidden" name="seen" value={version} />
      <input type="hidden" name="what" value={what} />
      {children}
      <div>
        <Button kind={kind} size="s">
          {submit}
        </Button>
      </div>
    </form>
  )
}

/** A field of the form with what was typed, else what is set, and what is wrong with it. */
export function bound({ refused }: Pick<SettingsSubject, 'refused'>, what: string, name: string, set?: string) {
  const mine = refused?.what === what ? refused : undefined
  return { name, value: mine ? mine.values[name] : set, error: problemOf(mine?.errors ?? [], name) }
}
