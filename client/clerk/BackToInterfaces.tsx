import { words } from '../i18n/index.ts'
import { clerk } from '../paths.ts'
import { Icon } from '../ui/Icon.tsx'
import type { ClerkFrame } from './ClerkDocument.tsx'

/** From one of the ways other systems are connected to all of them. */
export function BackToInterfaces({ frame, town }: { frame: ClerkFrame; town: string }) {
  return (
    <p>
      <a class="btn btn--quiet btn--staff" href={clerk.interfaces(town)}>
        <Icon name="arrow-left" class="icon--along" />
        <span>{words(frame.language).keys.title}</span>
      </a>
    </p>
  )
}
