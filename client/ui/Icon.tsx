import { ICONS, type IconName } from './icons.ts'

type Props = { name: IconName | (string & {}); size?: 's' | 'm' | 'l' | 'xl'; class?: string }

/** Always beside a word, so hidden from screen readers. A name nobody drew shows three dots. */
export function Icon({ name, size = 'm', class: more }: Props) {
  const path = ICONS[name as IconName] ?? ICONS.dots
  return (
    <svg
      class={`icon icon--${size}${more ? ` ${more}` : ''}`}
      viewBox="0 0 24 24"
      width="20"
      height="20"
      aria-hidden="true"
      focusable="false"
    >
      <path d={path} />
    </svg>
  )
}
