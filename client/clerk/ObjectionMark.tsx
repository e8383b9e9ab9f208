import { Icon } from '../ui/Icon.tsx'

/** The reporter does not agree with the end. */
export function ObjectionMark({ label }: { label: string }) {
  return (
    <span class="urgent">
      <Icon name="megaphone" size="s" />
      {label}
    </span>
  )
}
