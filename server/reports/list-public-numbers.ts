/** Which reports have a public page: numbers and their last change, for sitemaps. */
import { type Ctx, inTransaction } from '../context.ts'
import { countPublicRows, listPublicNumberRows } from './public-rows.ts'

/** @param page from 1 */
export function listPublicNumbers(ctx: Ctx, { page, perPage }: { page: number; perPage: number }) {
  return inTransaction(ctx, async (ctx) => ({
    items: await listPublicNumberRows(ctx, { limit: perPage, offset: (page - 1) * perPage }),
    pages: Math.max(1, Math.ceil((await countPublicRows(ctx, {})) / perPage)),
  }))
}
