/** The clock's side of a check: every night, as long as the town is public. */
import type { Ctx } from '../context.ts'
import { requireSystem } from '../people/permissions.ts'
import { type Ask, checkConformance } from './check-conformance.ts'
import { nextNight } from './recheck.ts'

/** The application around the towns, as far as the clock needs it. `mailbox`: of whoever runs it. */
export type Platform = { ask: Ask; isDemo: boolean; url: (path: string) => string; mailbox: string }

/** @returns when to look again; null for a town that is no longer public, which a new start schedules anew */
export async function recheckConformance(ctx: Ctx, { ask, isDemo }: Platform): Promise<Date | null> {
  requireSystem(ctx)
  const { key, live, member } = ctx.town
  if (!live || !member) return null
  await checkConformance(ctx.database, key, { now: ctx.now(), isDemo, ask })
  return nextNight(key, ctx.now())
}
