/** SVG to PNG on Node, by librsvg in sharp. */
import sharp from 'sharp'
import type { Pictures } from '../ports.ts'

/** Flat colours need no more; a picture is some 20 kB. */
const COLOURS = 64

export const sharpPictures: Pictures = {
  async toPng(svg) {
    return sharp(new TextEncoder().encode(svg)).png({ palette: true, colours: COLOURS, compressionLevel: 9 }).toBuffer()
  },
}
