import type { ComponentChildren } from 'preact'
import { Icon } from './Icon.tsx'
import type { IconName } from './icons.ts'

export type NoteTone = 'info' | 'warn' | 'bad' | 'ok' | 'neutral'
type Props = {
  tone?: NoteTone
  title?: string
  icon?: IconName
  role?: 'status' | 'alert'
  children?: ComponentChildren
}

const ICONS: Record<NoteTone, IconName> = {
  info: 'info',
  warn: 'warn',
  bad: 'alert',
  ok: 'check-circle',
  neutral: 'info',
}

export function Note({ tone = 'neutral', title, icon = ICONS[tone], role, children }: Props) {
  return (
    <div class={`note note--${tone}`} role={role}>
      <Icon name={icon} size="l" class="note__icon" />
      <div class="note__body">
        {title && <p class="note__title">{title}</p>}
        {children}
      </div>
    </div>
  )
}
