/**
 * The elements for a town's own website: `<anliegen-melden town="…">` and its three siblings. One file, nothing loaded
 * beside it; what stands inside an element is shown wherever this does not run.
 */
import type { Widget } from './element.ts'
import { ListElement } from './list-element.ts'
import { MapElement } from './map-element.ts'
import { ReportElement } from './report-element.ts'
import { StatusElement } from './status-element.ts'

const ELEMENTS: Record<string, new () => Widget> = {
  melden: ReportElement,
  karte: MapElement,
  liste: ListElement,
  status: StatusElement,
}

// Twice on one page is as good as once.
for (const [name, element] of Object.entries(ELEMENTS)) {
  if (!customElements.get(`anliegen-${name}`)) customElements.define(`anliegen-${name}`, element)
}
