import { Icon } from '../ui/Icon.tsx'

export type Due = { label: string; tone: 'plain' | 'soon' | 'over' | 'rests' }

export function DueMark({ due }: { due: Due }) {
  return (
    <span class={`due due--${due.tone}`}>
      {due.tone === 'soon' && <Icon name="clock" />}
      {due.tone === 'over' && <Icon name="alert" />}
      <span>{due.label}</span>
    </span>
  )
}
