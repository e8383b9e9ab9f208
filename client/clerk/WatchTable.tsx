import type { ComponentChildren } from 'preact'
import { Icon } from '../ui/Icon.tsx'

type Props = { caption: string; heads: string[]; class?: string; children: ComponentChildren }

/** A table on a desk, a block each on a phone. */
export function WatchTable({ caption, heads, class: more, children }: Props) {
  return (
    <table class={more ? `watch ${more}` : 'watch'}>
      <caption class="sr">{caption}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  )
}

type CellProps = { label: string; isBad?: boolean; more?: readonly string[]; children?: ComponentChildren }

/** @param props `label` as its head says, `more` what is told below in small */
export function WatchCell({ label, isBad, more = [], children }: CellProps) {
  return (
    <td data-label={label} class={isBad ? 'watch__bad' : undefined}>
      <div class="watch__value">
        {isBad && <Icon name="alert" size="s" />}
        {children}
        <WatchMore lines={more} />
      </div>
    </td>
  )
}

export const WatchMore = ({ lines }: { lines: readonly string[] }) => (
  <>
    {lines.map((line) => (
      <span key={line} class="watch__more">
        {line}
      </span>
    ))}
  </>
)
