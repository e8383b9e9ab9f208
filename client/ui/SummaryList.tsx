import type { ComponentChildren } from 'preact'

export type SummaryItem = {
  term: string
  value: ComponentChildren
  /** `hidden` names the object for those who cannot see the term beside the link: "Ort". */
  change?: { href: string; word: string; hidden: string }
}

export function SummaryList({ items, flat = false }: { items: SummaryItem[]; flat?: boolean }) {
  return (
    <dl class={`summary${flat ? ' summary--flat' : ''}`}>
      {items.map(({ term, value, change }) => (
        <div class="summary__item" key={term}>
          <dt>{term}</dt>
          <dd class="summary__value">{value}</dd>
          {change && (
            <dd class="summary__change">
              <a href={change.href}>
                {change.word}
                <span class="sr"> {change.hidden}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}
