/** The sign of a status, drawn around 0,0 within ±8: lines in `currentColor`, cut-outs by class. */
import type { JSX } from 'preact'
import type { Status } from './types.ts'

const GLYPHS: Record<Status, () => JSX.Element> = {
  received: () => <circle r="6" />,
  in_progress: () => (
    <>
      <circle r="6" />
      <path class="glyph-solid" d="M0-6A6 6 0 0 1 0 6Z" />
    </>
  ),
  scheduled: () => <path d="M-6-5H6V6H-6ZM-6-1.5H6M-3-7.5v3M3-7.5v3" />,
  question: () => <path d="M-6.5-6h13v9h-7l-3.5 3.5V3h-2.5ZM0-3.6v2.6M0 .9v.2" />,
  with_partner: () => (
    <>
      <circle cx="-3.6" r="3.4" />
      <circle cx="3.6" r="3.4" />
    </>
  ),
  done: () => (
    <>
      <circle class="glyph-solid" r="6" />
      <path class="glyph-cut" d="M-2.8.2l2 2L3-2" />
    </>
  ),
  declined: () => (
    <>
      <rect class="glyph-solid" x="-5.5" y="-5.5" width="11" height="11" rx="2" />
      <path class="glyph-cut" d="M-2.8 0h5.6" />
    </>
  ),
  handed_over: () => <path d="M-1-5h-4V5.5H5.5V1.5M1.5-5.5h4v4M5-5-.5.5" />,
}

export function Glyph({ status }: { status: Status }) {
  const Shape = GLYPHS[status] ?? GLYPHS.received
  return (
    <g class="glyph">
      <Shape />
    </g>
  )
}
