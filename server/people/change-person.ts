/** What an admin changes about somebody of the town. */
import { z } from 'zod'
import { type Ctx, inTransaction, type TxCtx } from '../context.ts'
import { conflict, forbidden } from '../errors.ts'
import { addPersonWork, endLinks, removeSessionsOf, removeTotp } from './account-rows.ts'
import { readPerson } from './list-people.ts'
import { requireAdmin } from './permissions.ts'
import { membershipsOf, Roles } from './roles.ts'
import { lockAdmins, replaceMemberships, setDisabled } from './staff-rows.ts'

export const ChangeRoles = Roles

/** @throws conflict `last_admin` when nobody would be left to run the town */
export function changeRoles(ctx: Ctx, id: string, input: z.infer<typeof ChangeRoles>): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const person = await readPerson(ctx, id)
    const roles = membershipsOf(ctx.town, input)
    if (input.role !== 'admin') await requireAnotherAdmin(ctx, person.id)
    await replaceMemberships(ctx.db, { personId: id, town: ctx.town.key }, roles)
  })
}

/**
 * Out at once, with every session and link. Who also works for another town is out of this one only.
 * @returns what it came to
 * @throws conflict `last_admin`
 */
export function disablePerson(ctx: Ctx, id: string): Promise<'disabled' | 'removed'> {
  return inTransaction(ctx, async (ctx) => {
    const { isElsewhere } = await readPerson(ctx, id)
    await requireAnotherAdmin(ctx, id)
    if (isElsewhere) {
      await replaceMemberships(ctx.db, { personId: id, town: ctx.town.key }, [])
      return 'removed'
    }
    await setDisabled(ctx.db, id, ctx.now())
    await removeSessionsOf(ctx.db, id)
    await endLinks(ctx.db, id, ctx.now())
    return 'disabled'
  })
}

/** @throws forbidden `person_of_others`: who is elsewhere too was not locked from here */
export function enablePerson(ctx: Ctx, id: string): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await requireOwnPerson(ctx, id)
    await setDisabled(ctx.db, id, null)
  })
}

export function endSessionsOf(ctx: Ctx, id: string): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await readPerson(ctx, id)
    await removeSessionsOf(ctx.db, id)
  })
}

/** How the admin made sure that it is the person who asks. */
export const ASKED_HOW = ['in_person', 'called_back', 'superior'] as const
export const ResetSecondFactor = z.object({ how: z.enum(ASKED_HOW) })

/** The person is told, and sets up a new one after the next sign-in. @throws forbidden `person_of_others` */
export function resetSecondFactor(ctx: Ctx, id: string): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const { hasSecondFactor } = await requireOwnPerson(ctx, id)
    if (!hasSecondFactor) throw conflict('second_factor_changed')
    await removeTotp(ctx.db, id)
    await removeSessionsOf(ctx.db, id)
    await addPersonWork(ctx.db, 'tell_factor_reset', { ref: id, town: ctx.town.key, runAt: ctx.now() })
  })
}

/** An account that other towns rely on is not for one of them to open. */
async function requireOwnPerson(ctx: TxCtx, id: string) {
  const person = await readPerson(ctx, id)
  if (person.isElsewhere) throw forbidden('person_of_others')
  return person
}

async function requireAnotherAdmin(ctx: TxCtx, id: string): Promise<void> {
  requireAdmin(ctx)
  const admins = await lockAdmins(ctx.db, ctx.town.key)
  if (admins.includes(id) && admins.every((one) => one === id)) throw conflict('last_admin')
}
