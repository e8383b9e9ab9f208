/** Glyph and word of a status, as the platform draws them. */
import { make } from './element.ts'
import { drawing } from './icon.ts'

const ring = (x: number, radius: number) =>
  `M${x - radius} 12a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0-${2 * radius} 0`

/** Open is ring or outline, closed is filled or boxed. By class: outline, filled, cut out. */
const SHAPES: Record<string, { line?: string; full?: string; cut?: string }> = {
  received: { line: ring(12, 8.5) },
  in_progress: { line: ring(12, 8.5), full: 'M12 7a5 5 0 0 1 0 10z' },
  scheduled: { line: 'M5 5.5h14v14H5zM5 10.5h14M8.5 3v4.5M15.5 3v4.5' },
  with_partner: { line: ring(7.5, 4.5) + ring(16.5, 4.5) },
  done: { full: ring(12, 10), cut: 'M7.5 12.3l3.2 3.2 6-6.5' },
  declined: { full: 'M3 3h18v18H3z', cut: 'M8 12h8' },
  handed_over: { line: 'M11 4.5H4.5v15h15V13M14.5 4h5.5v5.5M20 4l-9 9' },
}

export function statusMark(status: string, label: string): HTMLElement {
  const svg = drawing(SHAPES[status] ?? {})
  return make('span', { class: `mark st-${/^\w+$/.exec(status)?.[0] ?? ''}` }, svg, label)
}
