/** A page of ours in the frame of another website, as its editors or their systems put it there. */
import type { Widget } from '../../client/paths.ts'

/** px: what each shows at first, where nothing tells the website how high it is. */
export const FRAME_HEIGHTS: Record<Widget, number> = { melden: 900, karte: 560, liste: 800, status: 360 }

type Framed = { src: string; title: string; width: string; height: string }

export function frameTag({ src, title, width, height }: Framed): string {
  const attributes = { src, title, width, height, loading: 'lazy', allow: 'geolocation; camera; clipboard-write' }
  return `<iframe${attributesIn(attributes)}></iframe>`
}

export const attributesIn = (attributes: Record<string, string>) =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${inHtml(value)}"`)
    .join('')

export const inHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
