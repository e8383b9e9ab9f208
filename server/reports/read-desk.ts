/** What another system reads with a key: reports of its department whole, but for notes and who works on them. */
import { z } from 'zod'
import { STATUSES } from '../../db/schema/reports.ts'
import { type Ctx, inTransaction, type TxCtx } from '../context.ts'
import { forbidden, invalid } from '../errors.ts'
import { requireKeyFor } from '../people/permissions.ts'
import { listPhotoRows, listPhotosOf, type PhotoRow } from '../photos/rows.ts'
import { cursorOf, type Place, placeOf } from './cursor.ts'
import { type DeskFilter, listDeskRows } from './desk-rows.ts'
import { ReportNumber } from './inputs.ts'
import type { Page } from './list-public-reports.ts'
import { withoutUndone } from './present.ts'
import type { ReportWithText } from './public-rows.ts'
import { type ContactRow, type EventRow, findContactRow, findTextRow, getReportRow, listEventRows } from './rows.ts'
import { CLOSED, OPEN } from './status.ts'

const MOST_PER_PAGE = 100

export const ListDesk = z.object({
  department: z
    .string()
    .regex(/^[\w-]{1,63}$/)
    .optional()
    .meta({ description: 'Key of a department; without it all that the key is for' }),
  status: z.enum([...STATUSES, 'open', 'closed']).optional(),
  since: z.iso.datetime({ offset: true }).optional().meta({ description: 'Changed at or after' }),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(MOST_PER_PAGE).default(50),
})
export type ListDeskInput = z.infer<typeof ListDesk>

export type DeskReport = ReportWithText & { photos: readonly PhotoRow[] }
export type DeskReportWhole = DeskReport & {
  /** Only for a key that may. */
  contact: ContactRow | null
  /** Oldest first, without what was taken back. */
  events: EventRow[]
}

/**
 * A page of the key's reports, those that changed longest ago first.
 * @throws forbidden `other_department`; invalid `/cursor`, `/department`
 */
export function listDeskReports(ctx: Ctx, input: ListDeskInput): Promise<Page<DeskReport>> {
  const filter = filterOf(ctx, input)
  return inTransaction(ctx, async (ctx) => {
    const after = input.cursor === undefined ? undefined : placeOf(input.cursor)
    const rows = await listDeskRows(ctx, filter, { after, limit: input.limit + 1 })
    const page = rows.slice(0, input.limit)
    const photos = await listPhotosOf(
      ctx,
      page.map(({ report }) => report.id),
      'all',
    )
    const items = page.map((row) => ({ ...row, photos: photos.get(row.report.id) ?? [] }))
    return { items, next: rows.length > input.limit ? cursorOf(placeAfter(items.at(-1)!)) : null }
  })
}

const placeAfter = ({ report }: DeskReport): Place => ({ at: report.changedAt, number: report.number })

function filterOf(ctx: Ctx, { department, status, since }: ListDeskInput): DeskFilter {
  if (department !== undefined && !ctx.town.departments.some(({ key }) => key === department))
    throw invalid([{ pointer: '/department', reason: 'department_unknown' }])
  const { actor } = ctx
  if (actor.kind !== 'key') throw forbidden('key_unknown')
  const wanted = department ?? actor.department
  if (wanted !== null) requireKeyFor(ctx, 'read', wanted)
  const open = status === 'open' ? OPEN : status === 'closed' ? CLOSED : undefined
  const statuses = open ?? (status && [status as (typeof STATUSES)[number]])
  return { department: wanted, statuses, since: since ? new Date(since) : undefined }
}

export const ReadDesk = z.object({ number: ReportNumber })

/** @throws not_found; forbidden `other_department` */
export function readDeskReport(ctx: Ctx, input: z.infer<typeof ReadDesk>): Promise<DeskReportWhole> {
  return inTransaction(ctx, async (ctx) => {
    const report = await getReportRow(ctx, input.number)
    const { scopes } = requireKeyFor(ctx, 'read', report.department)
    return {
      report,
      text: await findTextRow(ctx, report.id),
      photos: await listPhotoRows(ctx, report.id),
      contact: scopes.includes('contact') ? await findContactRow(ctx, report.id) : null,
      events: await historyOf(ctx, report.id),
    }
  })
}

const historyOf = async (ctx: TxCtx, reportId: string) => withoutUndone(await listEventRows(ctx, reportId)).toReversed()

export type Since = { version: number; changes: EventRow[] }

/** What happened since the version somebody has seen, for who was too late. */
export function readSince(ctx: Ctx, { number, seen }: { number: number; seen: number }): Promise<Since> {
  return inTransaction(ctx, async (ctx) => {
    const report = await getReportRow(ctx, number)
    requireKeyFor(ctx, 'work', report.department)
    const events = await historyOf(ctx, report.id)
    return { version: report.version, changes: events.filter(({ version }) => version > seen) }
  })
}
