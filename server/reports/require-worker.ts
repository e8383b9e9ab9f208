/** Who may work on a report: its clerks, the systems that stand at their desk, and whoever the town has given it to by a link. */
import type { Actor, TxCtx } from '../context.ts'
import { conflict, forbidden } from '../errors.ts'
import { requireDeskOf, requireOutsideOf } from '../people/permissions.ts'
import type { ReportRow } from './rows.ts'
import { isOpen } from './status.ts'

type Worker = Extract<Actor, { kind: 'clerk' | 'key' | 'outside' }>

/** Who works at its department’s desk; or by link the town hall of a town that has not joined. */
export function requireWorkerOf(ctx: TxCtx, report: ReportRow): Worker {
  if (ctx.actor.kind !== 'outside') return requireDeskOf(ctx, report.department)
  const outside = requireOutsideOf(ctx, report.id)
  if (outside.recipient !== 'town_hall') throw forbidden('not_by_link')
  return outside
}

/** The same; or by link the partner that has it now. Nothing more is taken by a link once the report is closed. */
export function requireWorkerOrPartnerOf(ctx: TxCtx, report: ReportRow): Worker {
  if (ctx.actor.kind !== 'outside') return requireDeskOf(ctx, report.department)
  const outside = requireOutsideOf(ctx, report.id)
  const isTheirs = outside.recipient === 'town_hall' ? isOpen(report.status) : report.status === 'with_partner'
  if (!isTheirs) throw conflict('not_possible_now', { status: report.status, number: report.number })
  return outside
}
