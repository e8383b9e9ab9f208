import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'

/** What is left of the contact, or that the link is nobody's. */
export type StopMailsState = 'address' | 'rest' | 'nothing' | 'unknown'

type Props = {
  language: Language
  state: StopMailsState
  /** Unknown for an unknown link. */
  number?: number
  /** Official name of the town to ask; a town that has not joined knows nothing of it. */
  town?: string
  action: string
}

/** No more mails about a report, or "that was not me": what can still be chosen, or what has been done. */
export function StopMails({ language, state, number, town, action }: Props) {
  const w = words(language).citizen.stopMails
  const isOver = state === 'rest' || state === 'nothing'
  return (
    <div class="page error-page">
      {state !== 'address' && <Icon name={isOver ? 'check-circle' : 'info'} size="xl" />}
      <h1>{w.title[state]}</h1>
      {number !== undefined && <p class="muted">{w.about(number)}</p>}
      <p role={isOver ? 'status' : undefined}>{w.text[state]}</p>
      {state === 'address' && <Choice action={action} wish="keine-mails" hint={w.noMailsHint} label={w.noMails} />}
      {(state === 'address' || state === 'rest') && (
        <Choice action={action} wish="nicht-von-mir" hint={w.notMineHint} label={w.notMine} />
      )}
      {town && <p class="muted">{w.ask(town)}</p>}
    </div>
  )
}

function Choice({ action, wish, hint, label }: { action: string; wish: string; hint: string; label: string }) {
  const id = `hinweis-${wish}`
  return (
    <form class="stop-choice" method="post" action={action}>
      <p id={id}>{hint}</p>
      <Button kind="secondary" name="wunsch" value={wish} describedBy={id}>
        {label}
      </Button>
    </form>
  )
}
