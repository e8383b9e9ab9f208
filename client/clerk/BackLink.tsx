import { Icon } from '../ui/Icon.tsx'

/** From one thing to all of them. */
export function BackLink({ href, label }: { href: string; label: string }) {
  return (
    <div>
      <a class="btn btn--quiet btn--staff" href={href}>
        <Icon name="arrow-left" class="icon--along" />
        <span>{label}</span>
      </a>
    </div>
  )
}
