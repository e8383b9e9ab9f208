/** Drawings beside words: hidden from screen readers, in the colour of the text. */
const SVG = 'http://www.w3.org/2000/svg'

/** @param parts by their class, where they have one: the lines they are drawn with */
export function drawing(parts: Record<string, string>): SVGElement {
  const svg = document.createElementNS(SVG, 'svg')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('aria-hidden', 'true')
  for (const [kind, d] of Object.entries(parts)) {
    const path = svg.appendChild(document.createElementNS(SVG, 'path'))
    path.setAttribute('d', d)
    path.setAttribute('class', kind)
  }
  return svg
}

export const icon = (line: string) => drawing({ icon: line })
