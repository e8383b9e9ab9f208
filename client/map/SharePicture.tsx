/** What messengers show of a shared page: the town's shape in its colour, the place of a report in it. No words. */
import { ICONS, type IconName } from '../ui/icons.ts'
import { DROP } from './marks.tsx'
import { fitInto } from './projection.ts'
import type { Bounds, Outline, Position } from './types.ts'

/** As messengers want it: 1.91 to 1. */
export const SHARE_WIDTH = 1200
export const SHARE_HEIGHT = 630
const MARGIN = 64
/** Of the large drop, with its edge. */
const DROP_HEIGHT = 172
/** A stripe in the town's colour below. */
const STRIPE = 24
/** A drop of 34 × 43 that is still seen on a phone. */
const LARGE = 3.6

export type SharePictureProps = {
  outline: Outline
  bounds: Bounds
  /** Of the town, `#rrggbb`, and one that is legible on it. */
  accent: string
  onAccent: string
  /** Where it is and what it is about; absent for the town as a whole. */
  place?: { at: Position; icon: string }
}

/** Drawn with attributes alone: no style sheet reaches a picture. */
export function SharePicture({ outline, bounds, accent, onAccent, place }: SharePictureProps) {
  const height = SHARE_HEIGHT - STRIPE
  const inWhole = fitInto(bounds, SHARE_WIDTH, height, MARGIN)
  // A drop that stands near the northern border needs room above.
  const above = place ? Math.max(0, DROP_HEIGHT - inWhole(place.at)[1]) : 0
  const inFrame = fitInto(bounds, SHARE_WIDTH, height - above, MARGIN)
  const project = (at: Position): [number, number] => {
    const [x, y] = inFrame(at)
    return [x, y + above]
  }
  const border = outline.map((ring) => `M${ring.map((at) => project(at).join(' ')).join('L')}Z`).join('')
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      aria-hidden="true"
      width={SHARE_WIDTH}
      height={SHARE_HEIGHT}
      viewBox={`0 0 ${SHARE_WIDTH} ${SHARE_HEIGHT}`}
    >
      <rect width={SHARE_WIDTH} height={SHARE_HEIGHT} fill="#f3f4f7" />
      <path d={border} fill="#ffffff" fill-rule="evenodd" stroke={accent} stroke-width="6" stroke-linejoin="round" />
      <path d={border} fill={accent} fill-rule="evenodd" fill-opacity="0.1" />
      <rect y={SHARE_HEIGHT - STRIPE} width={SHARE_WIDTH} height={STRIPE} fill={accent} />
      {place && <Place {...place} accent={accent} onAccent={onAccent} project={project} />}
    </svg>
  )
}

type PlaceProps = NonNullable<SharePictureProps['place']> &
  Pick<SharePictureProps, 'accent' | 'onAccent'> & { project: (at: Position) => [number, number] }

function Place({ at, icon, accent, onAccent, project }: PlaceProps) {
  const [x, y] = project(at)
  return (
    <g transform={`translate(${x} ${y}) scale(${LARGE})`}>
      <path d={DROP} fill={accent} stroke="#ffffff" stroke-width="1.5" />
      <g transform="translate(-10.8 -36.8) scale(0.9)">
        <path
          d={ICONS[icon as IconName] ?? ICONS.dots}
          fill="none"
          stroke={onAccent}
          stroke-width="2"
          stroke-linecap="round"
          stroke-linejoin="round"
        />
      </g>
    </g>
  )
}
