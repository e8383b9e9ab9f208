/** A town of the directory is found by nobody any more: it has joined under another key, or others have its land. */
import type { Db } from '../../db/client.ts'
import { addTownVersions, findTownRow, getTownVersionRow, type NewTownVersion } from './rows.ts'

type Who = { by: string; now: Date }

/** As a new version, so that servers follow and nothing of its history is lost. */
export async function stepBack(db: Db, keys: readonly string[], { by, now }: Who): Promise<void> {
  const rows: NewTownVersion[] = []
  for (const key of keys) {
    const current = await findTownRow(db, key)
    if (!current) continue
    const { seq: _seq, ...row } = await getTownVersionRow(db, key, current.version)
    const config = { ...row.config, live: false }
    // Another hash, so that the directory brings it back when there is reason to.
    const contentHash = `${row.contentHash} not live`
    rows.push({ ...row, version: row.version + 1, config, contentHash, appliedAt: now, appliedBy: by })
  }
  if (rows.length > 0) await addTownVersions(db, rows)
}
