import type { TxCtx } from '../context.ts'
import { listPhotosOf, type PhotoRow } from './rows.ts'

/** The rows of a list for clerks, each with its first photo, if it has one. */
export async function withFirstPhoto<Row extends { report: { id: string } }>(
  ctx: TxCtx,
  rows: readonly Row[],
): Promise<(Row & { photo?: PhotoRow | undefined })[]> {
  const ids = rows.map(({ report }) => report.id)
  const photos = await listPhotosOf(ctx, ids, 'all')
  return rows.map((row) => ({ ...row, photo: photos.get(row.report.id)?.[0] }))
}
