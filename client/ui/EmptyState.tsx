import type { ComponentChildren } from 'preact'
import { Icon } from './Icon.tsx'
import type { IconName } from './icons.ts'

type Props = { icon?: IconName; title: string; text?: string; children?: ComponentChildren }

/** Nothing here, and what to do about it (the children). */
export function EmptyState({ icon = 'search', title, text, children }: Props) {
  return (
    <div class="empty">
      <Icon name={icon} size="xl" />
      <h2>{title}</h2>
      {text && <p>{text}</p>}
      {children && <div class="actions">{children}</div>}
    </div>
  )
}
