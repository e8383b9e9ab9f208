import type { ComponentChildren } from 'preact'
import { Icon } from './Icon.tsx'

type Props = { href: string; on?: boolean; removable?: boolean; children: ComponentChildren }

/** A filter as a link, so that it works without script and can be shared. */
export function Chip({ href, on = false, removable = false, children }: Props) {
  return (
    <a class={`chip${on ? ' chip--on' : ''}`} href={href} aria-current={on ? 'true' : undefined}>
      <span>{children}</span>
      {removable && <Icon name="close" size="s" />}
    </a>
  )
}

type MenuProps = { label: string; on?: boolean; children: ComponentChildren }

/** A chip that opens a list of links. */
export function ChipMenu({ label, on = false, children }: MenuProps) {
  return (
    <details class="menu menu--chip">
      <summary class={`chip${on ? ' chip--on' : ''}`}>
        <span>{label}</span>
        <Icon name="chevron-down" size="s" />
      </summary>
      <div class="menu__panel">{children}</div>
    </details>
  )
}
