/** Shapes on the map, the same for the server's picture and the living map. The point they mark is 0,0. */
import { Glyph } from './Glyph.tsx'
import type { Cluster, Status } from './types.ts'

const CLOSED: readonly Status[] = ['done', 'declined', 'handed_over']
/** 34 × 43, tip at 0,0. */
export const DROP = 'M0 0C-4-7-17-14.5-17-26A17 17 0 1 1 17-26C17-14.5 4-7 0 0Z'

/** Box of a mark as `x y width height`, its edge included. */
export type Box = [x: number, y: number, width: number, height: number]
const DROP_BOX: Box = [-19, -45, 38, 46]
const CLOSED_BOX: Box = [-14, -14, 28, 28]
export const DRAFT_BOX: Box = [-25, -62, 50, 63]

export const isClosed = (status: Status) => CLOSED.includes(status)

/** A chosen pin is always a drop, so that its place is seen. */
export const pinBox = (status: Status, isChosen = false): Box => (isClosed(status) && !isChosen ? CLOSED_BOX : DROP_BOX)

type PinProps = { status: Status; isChosen?: boolean; isPrivate?: boolean }

export function PinMark({ status, isChosen = false, isPrivate = false }: PinProps) {
  if (isClosed(status) && !isChosen) return <ClosedMark status={status} isPrivate={isPrivate} />
  return (
    <g class={`mark mark-open mark-${status}${isChosen ? ' mark-chosen' : ''}${isPrivate ? ' mark-private' : ''}`}>
      <path class="mark-body" d={DROP} />
      {isPrivate && <circle class="mark-ring" cy="-26" r="13.5" />}
      <g transform="translate(0 -26)">
        <Glyph status={status} />
      </g>
    </g>
  )
}

/** Closed matters step back: a small disc for done, a square for the others. */
function ClosedMark({ status, isPrivate }: { status: Status; isPrivate: boolean }) {
  return (
    <g class={`mark mark-closed mark-${status}${isPrivate ? ' mark-private' : ''}`}>
      {status === 'done' ? (
        <circle class="mark-body" r="12" />
      ) : (
        <rect class="mark-body" x="-12" y="-12" width="24" height="24" rx="5" />
      )}
      <Glyph status={status} />
    </g>
  )
}

/** The place somebody is setting: 46 × 60. */
export function DraftMark() {
  return (
    <g class="mark mark-draft">
      <path class="mark-body" d={DROP} transform="scale(1.353 1.395)" />
      <circle class="mark-dot" cy="-36.3" r="8" />
    </g>
  )
}

export function clusterSize(count: number): number {
  if (count < 10) return 36
  return count < 50 ? 42 : 48
}

/** A disc with the count; the ring is dark as far as matters are open, grey for the rest. */
export function ClusterMark({ count, open }: Pick<Cluster, 'count' | 'open'>) {
  const radius = clusterSize(count) / 2 - 3
  const share = count > 0 ? Math.round((100 * open) / count) : 0
  return (
    <g class="mark-cluster">
      <circle class="cluster-disc" r={radius + 3} />
      <circle class="cluster-ring" r={radius} />
      {share > 0 && (
        <circle
          class="cluster-open"
          r={radius}
          pathLength={100}
          stroke-dasharray={`${share} 100`}
          transform="rotate(-90)"
        />
      )}
      <text class="cluster-count" y="5.6" text-anchor="middle">
        {count}
      </text>
    </g>
  )
}
