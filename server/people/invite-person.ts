/** Somebody new for the town, or somebody the platform knows already. */
import { z } from 'zod'
import { type Ctx, inTransaction, type TxCtx } from '../context.ts'
import { conflict } from '../errors.ts'
import { plainText } from '../plain-text.ts'
import { addPersonWork } from './account-rows.ts'
import { removeOpenIdSessions } from './identity-rows.ts'
import { readPerson } from './list-people.ts'
import { isOperator, requireAdmin } from './permissions.ts'
import { addLink } from './person-links.ts'
import { membershipsOf, Roles } from './roles.ts'
import { addPersonRow, findPersonRowByEmail } from './rows.ts'
import { listStaffOfTown, replaceMemberships } from './staff-rows.ts'

export const InvitePerson = z.object({
  name: plainText().trim().min(1).max(100),
  email: plainText().trim().pipe(z.email().max(254)),
  ...Roles.shape,
})

/**
 * Who has no password yet gets a link for seven days; who has one is only told.
 * @returns the person's id
 * @throws conflict `person_there`
 */
export function invitePerson(ctx: Ctx, input: z.infer<typeof InvitePerson>): Promise<string> {
  if (!(isOperator(ctx.actor) && input.role === 'admin')) requireAdmin(ctx)
  const roles = membershipsOf(ctx.town, input)
  return inTransaction(ctx, async (ctx) => {
    const { db, town, language } = ctx
    const known = await findPersonRowByEmail(db, input.email)
    if (known && (await listStaffOfTown(ctx, known.id)).length > 0) throw conflict('person_there')
    const id = known?.id ?? crypto.randomUUID()
    const { email, name } = input
    if (known) await removeOpenIdSessions(db, id)
    else await addPersonRow(db, { id, email, name, language, createdAt: ctx.now() })
    await replaceMemberships(db, { personId: id, town: town.key }, roles)
    await sendInvitation(ctx, id)
    return id
  })
}

/** The link once more, for somebody who has not used it. @throws conflict `person_has_password` */
export function inviteAgain(ctx: Ctx, id: string): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const { hasPassword, disabledAt } = await readPerson(ctx, id)
    if (hasPassword || disabledAt) throw conflict('person_has_password')
    await sendInvitation(ctx, id)
  })
}

async function sendInvitation({ db, town, actor, secret, now }: TxCtx, personId: string): Promise<void> {
  const createdBy = actor.kind === 'clerk' ? actor.personId : null
  await addLink(db, secret, { kind: 'invitation', personId, createdAt: now(), createdBy })
  await addPersonWork(db, 'tell_invitation', { ref: personId, town: town.key, runAt: now() })
}
