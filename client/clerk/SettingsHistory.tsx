import type { ComponentChildren } from 'preact'
import { words } from '../i18n/index.ts'
import { clerk } from '../paths.ts'
import type { SettingsPageProps } from './settings-props.ts'

/** Who changed what when. The newest change is undone, an older state brought back. */
export function SettingsHistory({ frame, town, version, history }: SettingsPageProps) {
  const { settings: w } = words(frame.language)
  if (history.length === 0) return <p class="muted">{w.history.empty}</p>
  return (
    <ol class="settings__history">
      {history.map((step) => (
        <li key={step.version}>
          <p>
            <strong>{step.who}</strong>{' '}
            <time class="muted" dateTime={step.dateTime}>
              {step.when}
            </time>
          </p>
          {step.what.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <UndoForm town={town} version={version} restores={step.restores}>
            {step.version === version ? w.undo : w.history.restore}
            <span class="sr">
              : {step.who}, {step.when}
            </span>
          </UndoForm>
        </li>
      ))}
    </ol>
  )
}

type UndoProps = { town: string; version: number; restores: number; children: ComponentChildren }

export function UndoForm({ town, version, restores, children }: UndoProps) {
  return (
    <form method="post" action={clerk.settingsVersion(town)}>
      <input type="hidden" name="seen" value={version} />
      <input type="hidden" name="version" value={restores} />
      <button type="submit" class="btn btn--link">
        {children}
      </button>
    </form>
  )
}
