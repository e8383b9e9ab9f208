/** The order of a queue over several towns, and a place in it as an address can carry it. Pure. */
import { z } from 'zod'
import type { ReportWithText } from './public-rows.ts'
import { isDescending, type QueuePlace, sortedBy, type View } from './queue-rows.ts'

export type SharedRow = ReportWithText & { town: string }

/** `{milliseconds}-{number}-{town}` of the report that a page begins behind, or ends before. */
export const Cursor = z
  .string()
  .regex(/^\d{1,13}-\d{1,9}-[a-z][a-z0-9-]{1,62}$/)
  .transform((text) => {
    const [at, number, ...town] = text.split('-')
    return { at: new Date(Number(at)), number: Number(number), town: town.join('-') }
  })
export type Cursor = z.infer<typeof Cursor>

export const cursorOf = (view: View, { report, town }: SharedRow): string =>
  `${report[sortedBy(view)].getTime()}-${report.number}-${town}`

/** The order of the queue in each town; where that leaves two equal, the order of the towns' keys. */
export function compareRows(view: View, a: SharedRow, b: SharedRow): number {
  const by = sortedBy(view)
  const up =
    a.report[by].getTime() - b.report[by].getTime() ||
    a.report.number - b.report.number ||
    (a.town < b.town ? -1 : Number(a.town > b.town))
  return isDescending(view) ? -up : up
}

/** Towns stand last in the order, so in any one of them a cursor lies just before or just behind a place of its own. */
export function placeIn(town: string, { at, number, town: other }: Cursor, isDown: boolean): QueuePlace {
  return { at, number, isInclusive: isDown ? town < other : town > other }
}
