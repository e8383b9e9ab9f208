import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import type { IconName } from '../ui/icons.ts'
import { Note } from '../ui/Note.tsx'

export type OwnAffairsProps = {
  language: Language
  withdrawHref?: string
  stopMailsHref?: string
  ownDataHref?: string
}

/** What reporters do with their own report, each a row that leads to its page. */
export function OwnAffairs({ language, withdrawHref, stopMailsHref, ownDataHref }: OwnAffairsProps) {
  const { affairs, withdraw } = words(language).after
  const rows: { href: string | undefined; icon: IconName; label: string }[] = [
    { href: stopMailsHref, icon: 'mail', label: affairs.stopMails },
    { href: ownDataHref, icon: 'lock', label: words(language).erasure.data.link },
    { href: withdrawHref, icon: 'undo', label: withdraw.link },
  ]
  const shown = rows.filter(({ href }) => href !== undefined)
  if (shown.length === 0) return null
  return (
    <nav class="affairs" aria-label={affairs.title}>
      <ul>
        {shown.map(({ href, icon, label }) => (
          <li key={label}>
            <a href={href}>
              <Icon name={icon} />
              <span>{label}</span>
              <Icon name="chevron-right" class="icon--along" />
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

export type WithdrawnProps = {
  language: Language
  /** Where it is undone, and the time until when; absent once the time is over. */
  undo?: { action: string; until: string }
}

/** Just taken back: for half an hour with the way back. */
export function Withdrawn({ language, undo }: WithdrawnProps) {
  const { withdraw: w } = words(language).after
  if (!undo) {
    return (
      <Note tone="info">
        <p>{w.over}</p>
      </Note>
    )
  }
  return (
    <Note tone="info" role="status" title={w.done}>
      <form class="withdrawn" method="post" action={undo.action}>
        <p>{w.undoUntil(undo.until)}</p>
        <Button kind="secondary" icon="undo">
          {w.undo}
        </Button>
      </form>
    </Note>
  )
}
