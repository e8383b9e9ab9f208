/** Frame of every map: the picture, which an island may replace, and the source line. */
import type { ComponentChildren } from 'preact'
import { BoundaryPicture, type BoundaryPictureProps } from './BoundaryPicture.tsx'
import type { Tiles } from './types.ts'

type Props = BoundaryPictureProps & {
  /** Name of the island and what it is given; without it the picture stays a picture. */
  island?: { name: string; props: unknown }
  kind: string
  attribution: string
  tiles?: Tiles
  children?: ComponentChildren
}

export function MapFrame({ island, kind, attribution, tiles, children, ...picture }: Props) {
  const wake = island && { 'data-island': island.name, 'data-props': JSON.stringify(island.props) }
  const sources = [attribution, tiles?.attribution].filter(Boolean).join(' · ')
  return (
    <div class={`map-frame ${kind}`} {...wake}>
      <div class="map-canvas">
        <BoundaryPicture {...picture} />
        <p class="map-source">{sources}</p>
      </div>
      {children}
    </div>
  )
}
