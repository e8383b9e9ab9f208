import { words } from '../i18n/index.ts'
import { ButtonLink } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { queueAddress } from './queue-address.ts'
import type { QueuePageProps } from './queue-props.ts'

type Props = Pick<QueuePageProps, 'frame' | 'town' | 'shared' | 'views' | 'view' | 'q' | 'filter'>

/** Nothing in this view, and where there is something. */
export function QueueEmpty({ frame, town, shared, views, view, q, filter }: Props) {
  const { clerk: w, desk } = words(frame.language)
  if (!q && filter && filter.chips.length > 0) {
    return (
      <EmptyState icon="filter" title={w.queue.noneTitle} text={desk.filter.none}>
        <ButtonLink href={filter.clearHref} kind="secondary" size="s">
          {desk.filter.clear}
        </ButtonLink>
      </EmptyState>
    )
  }
  if (q) {
    return (
      <EmptyState icon="search" title={w.queue.noneTitle} text={w.queue.noneText(q, w.views[view])}>
        {view !== 'open' && (
          <ButtonLink href={queueAddress({ town, shared }, { view: 'open', q })} kind="secondary" size="s">
            {w.queue.searchOpen}
          </ButtonLink>
        )}
        {view !== 'closed' && (
          <ButtonLink href={queueAddress({ town, shared }, { view: 'closed', q })} kind="secondary" size="s">
            {w.queue.searchClosed}
          </ButtonLink>
        )}
      </EmptyState>
    )
  }
  const due = views.find((one) => one.view === 'due')
  const isDue = view !== 'due' && due && due.count > 0
  const sentences = isDue ? `${w.queue.empty[view]} ${w.queue.dueNow(due.count)}` : w.queue.empty[view]
  const open = views.find((one) => one.view === 'open')
  return (
    <EmptyState icon="inbox" title={w.queue.emptyTitle} text={sentences}>
      {isDue && (
        <ButtonLink href={due.href} kind="secondary" size="s">
          {w.queue.showDue}
        </ButtonLink>
      )}
      {!isDue && view !== 'open' && open && open.count > 0 && (
        <ButtonLink href={open.href} kind="secondary" size="s">
          {w.queue.showOpen}
        </ButtonLink>
      )}
    </EmptyState>
  )
}
