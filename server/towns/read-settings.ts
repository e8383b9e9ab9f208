import { NO_SETTINGS, type Town, TownSettings } from '../../tenants/schema.ts'
import { type Ctx, inTransaction } from '../context.ts'
import { requireAdmin } from '../people/permissions.ts'
import { listPersonNames } from '../people/rows.ts'
import { listSettingsRows, type SettingsRow } from './settings-rows.ts'
import { readStanding } from './settings-standing.ts'

export type PastChange = { row: SettingsRow; before: TownSettings; after: TownSettings }

export type SettingsForAdmin = {
  version: number
  settings: TownSettings
  /** As it would be without any setting. */
  file: Town
  /** As it is now, a moment before every server follows. */
  town: Town
  /** Newest first. */
  history: PastChange[]
  names: Map<string, string>
}

/** The settings of the town of ctx, what they lie over, and who changed what. */
export function readSettings(ctx: Ctx): Promise<SettingsForAdmin> {
  return inTransaction(ctx, async (ctx) => {
    requireAdmin(ctx)
    const { version, settings, townWith } = await readStanding(ctx.db, ctx.town.key)
    const rows = await listSettingsRows(ctx.db, ctx.town.key)
    const people = rows.map(({ changedBy }) => changedBy).filter((id) => id !== null)
    return {
      version,
      settings,
      file: townWith(NO_SETTINGS),
      town: townWith(settings),
      history: rows.flatMap((row, index) => pastChange(row, rows[index + 1])),
      names: await listPersonNames(ctx.db, people),
    }
  })
}

/** The oldest of a long history has lost what was before it and cannot say what it changed. */
function pastChange(row: SettingsRow, earlier: SettingsRow | undefined): PastChange[] {
  if (!earlier && row.version > 1) return []
  const before = earlier ? TownSettings.parse(earlier.settings) : NO_SETTINGS
  return [{ row, before, after: TownSettings.parse(row.settings) }]
}
