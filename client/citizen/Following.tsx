import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'

export type FollowingState = 'unconfirmed' | 'following' | 'ended' | 'unknown'

type Props = {
  language: Language
  state: FollowingState
  /** Unknown for an unknown link. */
  number?: number
  action: string
  /** While the report is public. */
  reportHref?: string | undefined
}

/** Where a follower's link leads: confirm, or end. */
export function Following({ language, state, number, action, reportHref }: Props) {
  const { page } = words(language).after.follow
  const isDone = state === 'following' || state === 'ended'
  return (
    <div class="page error-page">
      {state !== 'unconfirmed' && <Icon name={isDone ? 'check-circle' : 'info'} size="xl" />}
      <h1>{page.title[state]}</h1>
      {number !== undefined && <p class="muted">{page.about(number)}</p>}
      <p role={isDone ? 'status' : undefined}>{page.text[state]}</p>
      {(state === 'unconfirmed' || state === 'following') && (
        <form class="stop-choice" method="post" action={action}>
          {state === 'unconfirmed' ? (
            <Button name="wunsch" value="folgen">
              {page.confirm}
            </Button>
          ) : (
            <Button kind="secondary" name="wunsch" value="nicht-folgen">
              {page.end}
            </Button>
          )}
        </form>
      )}
      {reportHref && (
        <p>
          <a href={reportHref}>{page.see}</a>
        </p>
      )}
    </div>
  )
}
