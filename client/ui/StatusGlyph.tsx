import type { JSX } from 'preact'

export const STATUS_KEYS = [
  'received',
  'in_progress',
  'scheduled',
  'question',
  'with_partner',
  'done',
  'declined',
  'handed_over',
] as const
export type StatusKey = (typeof STATUS_KEYS)[number]

/** Open is ring or outline, closed is filled or boxed: it must read in grey and at 16 pixels. */
const SHAPES: Record<StatusKey, JSX.Element> = {
  received: <circle cx="12" cy="12" r="8.5" />,
  in_progress: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path class="glyph__fill" d="M12 7a5 5 0 0 1 0 10z" />
    </>
  ),
  scheduled: <path d="M5 5.5h14v14H5zM5 10.5h14M8.5 3v4.5M15.5 3v4.5" />,
  question: <path d="M4 4h16v12.5h-8.5L7.5 20v-3.5H4zM12 7.5v3M12 13.2v.1" />,
  with_partner: (
    <>
      <circle cx="7.5" cy="12" r="4.5" />
      <circle cx="16.5" cy="12" r="4.5" />
    </>
  ),
  done: (
    <>
      <circle class="glyph__fill" cx="12" cy="12" r="10" />
      <path class="glyph__cut" d="M7.5 12.3l3.2 3.2 6-6.5" />
    </>
  ),
  declined: (
    <>
      <rect class="glyph__fill" x="3" y="3" width="18" height="18" rx="3" />
      <path class="glyph__cut" d="M8 12h8" />
    </>
  ),
  handed_over: <path d="M11 4.5H4.5v15h15V13M14.5 4h5.5v5.5M20 4l-9 9" />,
}

export function StatusGlyph({ status }: { status: StatusKey }) {
  return (
    <svg class={`glyph st--${status}`} viewBox="0 0 24 24" width="18" height="18" aria-hidden="true" focusable="false">
      {SHAPES[status]}
    </svg>
  )
}
