/** Who may do what. Default deny: a verb asks one of these before it does anything. */
import type { Scope } from '../../db/schema/interfaces.ts'
import type { Actor, Ctx, KeyActor, TxCtx } from '../context.ts'
import { AppError, forbidden, notFound } from '../errors.ts'

type Clerk = Extract<Actor, { kind: 'clerk' }>
type Outside = Extract<Actor, { kind: 'outside' }>

/** A clerk of this town. For the neighbour's clerk the town's reports do not exist. */
export function requireStaff(ctx: Ctx | TxCtx): Clerk {
  const { actor, town } = ctx
  if (actor.kind !== 'clerk') throw new AppError('unauthenticated', 'sign_in_needed')
  if (!actor.memberships.some((membership) => membership.town === town.key)) throw notFound()
  return actor
}

/** Who decides what the town shows and who is in charge. */
export function requireAdmin(ctx: Ctx | TxCtx): Clerk {
  const person = requireStaff(ctx)
  if (!isAdminOf(person, ctx.town.key)) throw forbidden('admin_only')
  return person
}

export const isAdminOf = ({ memberships }: Pick<Clerk, 'memberships'>, town: string): boolean =>
  memberships.some((membership) => membership.town === town && membership.role === 'admin')

/** Somebody who works in the department, or the town's dispatcher or admin. */
export function requireClerkOf(ctx: Ctx | TxCtx, department: string): Clerk {
  const clerk = requireStaff(ctx)
  if (!mayWorkIn(ctx, department)) throw forbidden('other_department')
  return clerk
}

/**
 * Somebody at the department's desk: a clerk of it, or another system whose key lets it work there. What only people
 * may do asks for a clerk instead.
 * @throws forbidden `key_not_for_this` for a key without the scope, `other_department` for one of another
 */
export function requireDeskOf(ctx: Ctx | TxCtx, department: string): Clerk | KeyActor {
  if (ctx.actor.kind !== 'key') return requireClerkOf(ctx, department)
  return requireKeyFor(ctx, 'work', department)
}

/** Another system that may do this with reports of the department. */
export function requireKeyFor({ actor }: Ctx | TxCtx, scope: Scope, department: string): KeyActor {
  if (actor.kind !== 'key') throw forbidden('key_unknown')
  if (!actor.scopes.includes(scope)) throw forbidden('key_not_for_this')
  if (actor.department !== null && actor.department !== department) throw forbidden('other_department')
  return actor
}

/** Notes and assignments name people; a system is none. */
export const personIdOf = (worker: Actor): string | null => (worker.kind === 'clerk' ? worker.personId : null)

export function mayWorkIn(ctx: Ctx | TxCtx, department: string): boolean {
  const own = departmentsOf(ctx)
  return own === 'all' || own.includes(department)
}

/** Departments whose queue this person works: all for dispatcher and admin. */
export function departmentsOf(ctx: Ctx | TxCtx): 'all' | string[] {
  if (ctx.actor.kind !== 'clerk') return []
  const here = ctx.actor.memberships.filter((membership) => membership.town === ctx.town.key)
  return here.some((membership) => membership.role !== 'clerk')
    ? 'all'
    : here.map((membership) => membership.department)
}

/**
 * Somebody of the town itself. Who is here for a department that another town lends works on what the town's routing
 * sends there, and gives back what is not theirs; where in the town it goes then is for the town's own people.
 */
export function mayRoute({ actor, town }: Ctx | TxCtx): boolean {
  return actor.kind === 'clerk' && actor.memberships.some((one) => one.town === town.key && one.via === undefined)
}

/** @throws forbidden `only_own_people` for somebody of a department that another town lends */
export function requireRouting(ctx: Ctx | TxCtx): void {
  if (!mayRoute(ctx)) throw forbidden('only_own_people')
}

/** The reporter of this very report, known by the secret link. */
export function requireReporterOf(ctx: Ctx | TxCtx, reportId: string): void {
  if (ctx.actor.kind !== 'reporter' || ctx.actor.reportId !== reportId) throw notFound()
}

/** Somebody outside the town hall with the link to this very report. */
export function requireOutsideOf(ctx: Ctx | TxCtx, reportId: string): Outside {
  if (ctx.actor.kind !== 'outside' || ctx.actor.reportId !== reportId) throw notFound()
  return ctx.actor
}

export function requireSystem(ctx: Ctx | TxCtx): void {
  if (ctx.actor.kind !== 'system') throw forbidden()
}

export function isOperator(actor: Actor): boolean {
  return actor.kind === 'clerk' && actor.memberships.some(({ role }) => role === 'operator')
}

/** Whoever runs the platform. For everybody else there is nothing there. */
export function requireOperator(actor: Actor): void {
  if (!isOperator(actor)) throw notFound()
}

/** The town's admin, or the operator: who may see how a town is set up. The neighbour finds nothing. */
export function requireOverseer(actor: Actor, town: string): void {
  const here = actor.kind === 'clerk' ? actor.memberships.filter((membership) => membership.town === town) : []
  if (isOperator(actor) || here.some(({ role }) => role === 'admin')) return
  throw here.length > 0 ? forbidden() : notFound()
}
