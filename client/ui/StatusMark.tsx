import { StatusGlyph, type StatusKey } from './StatusGlyph.tsx'

export type StatusLabel = { key: StatusKey; label: string }

/** Glyph and word, for rows. */
export function StatusMark({ status }: { status: StatusLabel }) {
  return (
    <span class={`mark st--${status.key}`}>
      <StatusGlyph status={status.key} />
      <span>{status.label}</span>
    </span>
  )
}

/** The same with a fill: once per page, at its head. */
export function StatusBadge({ status }: { status: StatusLabel }) {
  return (
    <span class={`badge st--${status.key}`}>
      <StatusGlyph status={status.key} />
      <span>{status.label}</span>
    </span>
  )
}
