import type { ComponentChildren } from 'preact'
import { words } from '../i18n/index.ts'
import { clerk } from '../paths.ts'
import { Icon } from '../ui/Icon.tsx'
import { ClerkDocument } from './ClerkDocument.tsx'
import { StaffHeader } from './StaffHeader.tsx'
import type { SettingsSubject } from './settings-props.ts'

type Props = Pick<SettingsSubject, 'frame' | 'town'> & { title: string; lead?: string; children: ComponentChildren }

/** A page about one thing, with the way back to all of them. */
export function SettingsFrame({ frame, town, title, lead, children }: Props) {
  return (
    <ClerkDocument frame={frame}>
      <StaffHeader frame={frame} search={{ action: clerk.queue(town), keep: { view: 'open' } }} />
      <main class="settings settings--one" id="inhalt" tabIndex={-1}>
        <div>
          <a class="btn btn--quiet btn--staff" href={clerk.settings(town)}>
            <Icon name="arrow-left" class="icon--along" />
            <span>{words(frame.language).settings.back}</span>
          </a>
        </div>
        <h1>{title}</h1>
        {lead && <p class="muted">{lead}</p>}
        {children}
      </main>
    </ClerkDocument>
  )
}

export function SettingsSection({ id, title, children }: { id: string; title: string; children: ComponentChildren }) {
  return (
    <section class="settings__section" aria-labelledby={id}>
      <h2 id={id} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </section>
  )
}
