/** A town's webhooks, for its admin: everything but their secrets. */
import { type Ctx, inTransaction, type TxCtx } from '../context.ts'
import { requireAdmin } from '../people/permissions.ts'
import { countFailed, type LastCall, type LogRow, listLastCalls, listLogRows } from './delivery-rows.ts'
import { markOf } from './rotate-secret.ts'
import { getWebhookRow, listWebhookRows, type WebhookRow } from './rows.ts'

export type ListedWebhook = Omit<WebhookRow, 'town' | 'secret' | 'secretBefore'> & {
  last: LastCall | null
  failed: number
}

export async function listWebhooks(ctx: Ctx): Promise<ListedWebhook[]> {
  requireAdmin(ctx)
  return inTransaction(ctx, async (ctx) => listed(ctx, await listWebhookRows(ctx)))
}

const PAGE_SIZE = 50
const MOST_PAGES = 200

export type ReadWebhook = { webhook: ListedWebhook; mark: string; log: LogRow[]; hasMore: boolean }

/** One of them with a page of its log. @throws not_found */
export async function readWebhook(ctx: Ctx, id: string, page = 1): Promise<ReadWebhook> {
  requireAdmin(ctx)
  const offset = (Math.min(page, MOST_PAGES) - 1) * PAGE_SIZE
  return inTransaction(ctx, async (ctx) => {
    const row = await getWebhookRow(ctx, id)
    const [webhook] = await listed(ctx, [row])
    const rows = await listLogRows(ctx, id, { limit: PAGE_SIZE + 1, offset })
    return {
      webhook: webhook!,
      mark: await markOf(row),
      log: rows.slice(0, PAGE_SIZE),
      hasMore: rows.length > PAGE_SIZE,
    }
  })
}

async function listed(ctx: TxCtx, rows: readonly WebhookRow[]): Promise<ListedWebhook[]> {
  const calls = new Map((await listLastCalls(ctx)).map((call) => [call.webhookId, call]))
  const failed = await countFailed(ctx)
  return rows.map(({ town: _town, secret: _secret, secretBefore: _before, ...row }) => ({
    ...row,
    last: calls.get(row.id) ?? null,
    failed: failed.get(row.id) ?? 0,
  }))
}
