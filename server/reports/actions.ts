/** What a clerk may do with a report now: exactly what the status table and the permissions allow. */
import type { Ctx, TxCtx } from '../context.ts'
import { mayRoute, mayWorkIn } from '../people/permissions.ts'
import { dispatcherOf } from '../routing/route-report.ts'
import type { ContactRow, ReportRow } from './rows.ts'
import { can, isOpen, type StatusVerb } from './status.ts'

export const CLERK_ACTIONS = [
  'acceptObjection',
  'rejectObjection',
  'accept',
  'answer',
  'close',
  'decline',
  'giveBack',
  'schedule',
  'ask',
  'involvePartner',
  'returnFromPartner',
  'handOver',
  'reopen',
  'assign',
  'recategorise',
  'publishText',
  'hideText',
  'publish',
  'hide',
  'markUrgent',
  'markNormal',
  'merge',
  'separate',
  'movePin',
  'note',
] as const
export type ClerkAction = (typeof CLERK_ACTIONS)[number]

/** In the order in which they are offered. */
export function actionsFor(ctx: Ctx | TxCtx, report: ReportRow, contact: ContactRow | null): ClerkAction[] {
  if (!mayWorkIn(ctx, report.department)) return []
  return CLERK_ACTIONS.filter((action) => allows(ctx, action, report, contact))
}

/** By mail, as far as anybody knows. */
export const isReachable = (contact: ContactRow | null): boolean =>
  Boolean(contact?.email && !contact.undeliverableAt && !contact.mutedAt)

function allows(ctx: Ctx | TxCtx, action: ClerkAction, report: ReportRow, contact: ContactRow | null): boolean {
  const category = ctx.town.categories.find((one) => one.key === report.category)
  const mayBePublic = category?.disclosure !== 'never'
  switch (action) {
    case 'answer':
    case 'assign':
    case 'note':
      return true
    case 'acceptObjection':
    case 'rejectObjection':
      return report.objectionAt !== null
    case 'separate':
      return report.mergedInto !== null
    case 'reopen':
      return can('reopen', report.status) && report.mergedInto === null
    case 'recategorise':
    case 'movePin':
      return mayRoute(ctx)
    case 'giveBack':
      return can('giveBack', report.status) && report.department !== dispatcherOf(ctx.town)
    case 'ask':
      return can('ask', report.status) && isReachable(contact)
    case 'markUrgent':
      return report.priority !== 'urgent' && isOpen(report.status)
    case 'markNormal':
      return report.priority === 'urgent' && isOpen(report.status)
    case 'publish':
      return report.visibility !== 'shown' && mayBePublic && !report.textErasedAt
    case 'hide':
      return report.visibility === 'shown'
    case 'publishText':
      return report.textVisibility !== 'shown' && mayBePublic && !report.textErasedAt
    case 'hideText':
      return report.textVisibility === 'shown' && !report.textErasedAt
    default:
      return can(action satisfies StatusVerb, report.status)
  }
}
