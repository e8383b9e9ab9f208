/** The public register: which towns take part, and whether they keep to the shared standard. */
import { z } from 'zod'
import type { Database } from '../../db/client.ts'
import { plainText } from '../plain-text.ts'
import { type Badge, badgeOf, graceEnds } from './conformance.ts'
import { listRegisterRows } from './conformance-rows.ts'

export const REGISTER_PAGE = 100

export const ListRegister = z.object({
  q: plainText().trim().max(100).optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
})

export type RegisteredEntry = {
  key: string
  name: string
  host: string | null
  catalogueVersion: number
  since: Date
  badge: Badge
  /** End of the grace period, while it runs. */
  until: Date | null
  checkedAt: Date | null
}

export async function listRegister(
  database: Database,
  { q, page }: z.infer<typeof ListRegister>,
  now: Date,
): Promise<{ items: RegisteredEntry[]; total: number }> {
  const filter = { q: q || undefined, limit: REGISTER_PAGE, offset: (page - 1) * REGISTER_PAGE }
  const { rows, total } = await database.inTransaction(null, (db) => listRegisterRows(db, filter))
  const items = rows.map(({ last, ...row }) => {
    const badge = badgeOf(last, now)
    const until = badge === 'grace' && last?.failingSince ? graceEnds(last.failingSince) : null
    return { ...row, badge, until, checkedAt: last?.checkedAt ?? null }
  })
  return { items, total }
}
