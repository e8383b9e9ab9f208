/** The map as a picture from the server: works without script and without network. */
import { ClusterMark, PinMark } from './marks.tsx'
import { fitInto } from './projection.ts'
import type { Bounds, MapFeature, Outline } from './types.ts'

const WIDTH = 800
const HEIGHT = 640
/** Room for a drop (43 high) that stands on the northern border. */
const MARGIN = 56

export type BoundaryPictureProps = {
  outline: Outline
  bounds: Bounds
  /** Name of the picture for those who do not see it. */
  label: string
  pins?: MapFeature[]
  /** Number of the report that is drawn larger and on top. */
  chosen?: number
}

export function BoundaryPicture({ outline, bounds, label, pins = [], chosen }: BoundaryPictureProps) {
  const project = fitInto(bounds, WIDTH, HEIGHT, MARGIN)
  const border = outline.map((ring) => `M${ring.map((place) => project(place).join(' ')).join('L')}Z`).join('')
  return (
    <svg class="boundary-picture" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label} focusable="false">
      {/* The veil reaches beyond the picture, because its frame is seldom of the same shape. */}
      <path class="map-veil" fill-rule="evenodd" d={`M-4000-4000H4000V4000H-4000Z${border}`} />
      <path class="map-casing" d={border} />
      <path class="map-border" d={border} />
      {inDrawingOrder(pins, chosen).map((feature) => {
        const [x, y] = project(feature.geometry.coordinates)
        return (
          <g key={`${x} ${y}`} class="picture-place" transform={`translate(${x} ${y})`}>
            <g class="picture-mark">
              <Mark feature={feature} chosen={chosen} />
            </g>
          </g>
        )
      })}
    </svg>
  )
}

function Mark({ feature: { properties }, chosen }: { feature: MapFeature; chosen?: number }) {
  if (properties.kind === 'cluster') return <ClusterMark count={properties.count} open={properties.open} />
  return <PinMark status={properties.status} isPrivate={properties.isPrivate} isChosen={properties.number === chosen} />
}

/** North before south, so that a drop never hides the tip of the one behind it; the chosen one last. */
function inDrawingOrder(pins: MapFeature[], chosen?: number): MapFeature[] {
  const isChosen = ({ properties }: MapFeature) => Number(properties.kind === 'pin' && properties.number === chosen)
  return pins.toSorted((a, b) => isChosen(a) - isChosen(b) || b.geometry.coordinates[1] - a.geometry.coordinates[1])
}
