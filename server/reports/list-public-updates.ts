/** What became of reports in a span of time: for systems that follow them by asking again and again. */
import { type Ctx, inTransaction } from '../context.ts'
import { listPhotosOf } from '../photos/rows.ts'
import { isPublicAction, type PublicPhoto, presentReport, presentTimeline, type TimelineEntry } from './present.ts'
import { ACTIONS } from './record-event.ts'
import type { Origin } from './rows.ts'
import { listUpdateRows, type Span } from './timeline-rows.ts'

export type PublicUpdate = {
  /** The same for ever. */
  id: string
  number: number
  /** In charge now. */
  department: string
  entry: TimelineEntry
  /** Of the result, where the work was just done. */
  photos: PublicPhoto[]
  /** Whose report it was. Not for everybody. */
  origin: Origin | null
}

/** That a report came is no news of it. */
const NEWS = ACTIONS.filter((action) => isPublicAction(action) && action !== 'submitted' && action !== 'imported')

/**
 * Oldest first; both ends of the span belong to it.
 * @param span `keyId` is of the system that asks, if it has shown a good one: of what it filed itself it hears what the
 * reporter does, before a release and without one; of all others only what is public
 */
export function listPublicUpdates(
  ctx: Ctx,
  span: Span & { keyId: string | null },
  page: { limit: number; offset: number },
): Promise<PublicUpdate[]> {
  return inTransaction(ctx, async (ctx) => {
    const rows = await listUpdateRows(ctx, { ...span, actions: NEWS }, page)
    const closed = rows.filter(({ event }) => event.action === 'closed').map(({ report }) => report.id)
    const photos = await listPhotosOf(ctx, [...new Set(closed)], 'shown')
    return rows.flatMap(({ event, report }) => {
      const [entry] = presentTimeline([event])
      if (!entry) return []
      const { source, sourceRef: ref } = report
      const shown = presentReport({ report, text: null, photos: photos.get(report.id) }).photos
      return [
        {
          id: event.id,
          number: report.number,
          department: report.department,
          entry,
          // Nobody could open the photos of what is not public.
          photos:
            event.action === 'closed' && report.visibility === 'shown' ? shown.filter(({ isResult }) => isResult) : [],
          origin: source !== null && ref !== null ? { source, ref } : null,
        },
      ]
    })
  })
}
