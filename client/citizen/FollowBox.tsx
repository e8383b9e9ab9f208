import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Note } from '../ui/Note.tsx'
import { TextField } from '../ui/TextField.tsx'

export type FollowBoxProps = {
  language: Language
  /** How many people it concerns beside the reporter. */
  count: number
  /** Where one press counts, and where an address is posted; absent once the report is over. */
  action?: { concern: string; follow: string }
  /** What has just been done. */
  done?: 'counted' | 'undone' | 'confirm_sent'
  /** Name of the press: the same page pressed twice counts once. */
  press?: string
  /** The press that was just done, to take it back. */
  undo?: string | undefined
  email?: string
  error?: string
}

/** "That concerns me too", by one press; or by e-mail, to hear how it goes on. */
export function FollowBox({ language, count, action, done, press, undo, email, error }: FollowBoxProps) {
  const w = words(language).after.follow
  if (!action && count === 0) return null
  return (
    <section class="follow no-print" aria-labelledby="folgen" id="betrifft">
      <h2 id="folgen" class="sr">
        {w.title}
      </h2>
      {done && (
        <Note tone="ok" role="status">
          <p>{{ counted: w.thanks, undone: w.undone, confirm_sent: w.sent }[done]}</p>
          {undo && action && (
            <form method="post" action={action.concern}>
              <input type="hidden" name="back" value={undo} />
              <button type="submit" class="link-button">
                {w.undo}
              </button>
            </form>
          )}
        </Note>
      )}
      {count > 0 && (
        <p class="follow__count">
          <Icon name="people" />
          {w.counted(count)}
        </p>
      )}
      {action && (
        <>
          {done !== 'counted' && (
            <form method="post" action={action.concern}>
              {press && <input type="hidden" name="press" value={press} />}
              <Button kind="secondary" icon="people">
                {w.concerns}
              </Button>
            </form>
          )}
          {done !== 'confirm_sent' && (
            <details class="fold fold--quiet" open={Boolean(error)}>
              <summary>
                <span class="fold__name">{w.notify}</span>
                <Icon name="chevron-down" />
              </summary>
              <form class="follow__form" method="post" action={action.follow} noValidate>
                <TextField
                  name="email"
                  type="email"
                  label={w.email}
                  hint={w.notifyHint}
                  autoComplete="email"
                  value={email}
                  error={error}
                />
                <Button kind="secondary">{w.submit}</Button>
              </form>
            </details>
          )}
        </>
      )}
    </section>
  )
}
