/** What is sent: that something has happened, and where it can be read. No text, no contact, nothing internal. */
import { api, town as townPaths } from '../../client/paths.ts'
import type { Ctx } from '../context.ts'
import type { EventRow, ReportRow } from '../reports/rows.ts'
import { TEST_TYPE } from './event-types.ts'
import type { ReportState } from './state-at.ts'

/** Absolute addresses: of the town's pages, and of the platform's. */
export type Addresses = { urlOf: (ctx: Ctx, path: string) => string; platform: { url: (path: string) => string } }

type Told = { type: string; event: EventRow; report: ReportRow; state: ReportState }

export function payloadOf(ctx: Ctx, { urlOf, platform }: Addresses, { type, event, report, state }: Told): string {
  const { key } = ctx.town
  const { number, visibility } = report
  return JSON.stringify({
    type,
    timestamp: event.happenedAt.toISOString(),
    data: {
      town: key,
      number,
      department: state.department,
      category: state.category,
      status: state.status,
      version: event.version,
      // Null while there is no public page.
      url: visibility === 'shown' ? urlOf(ctx, townPaths('').publicReport(number)) : null,
      apiUrl: platform.url(api.report(key, number)),
    },
  })
}

/** What an admin sends to try: of no report. */
export function testPayload(ctx: Ctx, { urlOf }: Pick<Addresses, 'urlOf'>): string {
  const data = { town: ctx.town.key, url: urlOf(ctx, townPaths('').start()) }
  return JSON.stringify({ type: TEST_TYPE, timestamp: ctx.now().toISOString(), data })
}
