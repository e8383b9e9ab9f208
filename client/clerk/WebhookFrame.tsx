import type { ComponentChildren } from 'preact'
import { words } from '../i18n/index.ts'
import { clerk } from '../paths.ts'
import { Icon } from '../ui/Icon.tsx'
import { ClerkDocument, type ClerkFrame } from './ClerkDocument.tsx'
import { StaffHeader } from './StaffHeader.tsx'

type Props = {
  frame: ClerkFrame
  town: { key: string }
  title: string
  lead?: string
  hasLog?: boolean
  children: ComponentChildren
}

/** A page about one webhook, with the way back to all of them. */
export function WebhookFrame({ frame, town, title, lead, hasLog = false, children }: Props) {
  return (
    <ClerkDocument frame={frame}>
      <StaffHeader frame={frame} />
      <main class={`settings settings--one${hasLog ? ' settings--log' : ''}`} id="inhalt" tabIndex={-1}>
        <div>
          <a class="btn btn--quiet btn--staff" href={clerk.webhooks(town.key)}>
            <Icon name="arrow-left" class="icon--along" />
            <span>{words(frame.language).webhooks.back}</span>
          </a>
        </div>
        <h1 class="webhook__host">{title}</h1>
        {lead && <p class="muted">{lead}</p>}
        {children}
      </main>
    </ClerkDocument>
  )
}
