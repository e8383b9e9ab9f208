import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'
import { Icon } from '../ui/Icon.tsx'
import type { IconName } from '../ui/icons.ts'

export type ViewKey = 'new' | 'mine' | 'due' | 'waiting' | 'objections' | 'notices' | 'open' | 'closed'
export type QueueView = { view: ViewKey; count: number; href: string; current: boolean }

const ICONS: Record<ViewKey, IconName> = {
  new: 'inbox',
  mine: 'person',
  due: 'clock',
  waiting: 'history',
  objections: 'megaphone',
  notices: 'warn',
  open: 'note',
  closed: 'check-circle',
}

type Props = { language: Language; heading: string; views: QueueView[] }

/** Views beside the list; on a phone above it, wrapped. */
export function QueueRail({ language, heading, views }: Props) {
  const { clerk: w } = words(language)
  return (
    <nav class="rail" aria-label={w.queue.navigation}>
      <p class="rail__heading">{heading}</p>
      <ul>
        {views.map(({ view, count, href, current }) => (
          <li key={view}>
            <a class="rail__view" href={href} aria-current={current ? 'page' : undefined}>
              <Icon name={ICONS[view]} />
              <span class="rail__word">{w.views[view]}</span> <span class="rail__count">{count}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
