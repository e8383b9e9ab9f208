/** Who works for the town, for its admin. */
import { type Ctx, inTransaction, type TxCtx } from '../context.ts'
import { notFound } from '../errors.ts'
import { requireAdmin } from './permissions.ts'
import { listStaffOfTown, worksElsewhere } from './staff-rows.ts'

export function listPeople(ctx: Ctx) {
  requireAdmin(ctx)
  return inTransaction(ctx, (ctx) => listStaffOfTown(ctx))
}

/** @throws not_found for somebody who is not of this town */
export function readPerson(ctx: Ctx | TxCtx, id: string) {
  requireAdmin(ctx)
  return inTransaction(ctx, async (ctx) => {
    const [person] = PERSON_ID.test(id) ? await listStaffOfTown(ctx, id) : []
    if (!person) throw notFound('person_not_found')
    return { ...person, isElsewhere: await worksElsewhere(ctx.db, id, ctx.town.key) }
  })
}

const PERSON_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
