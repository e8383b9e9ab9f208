import { z } from 'zod'
import { type Ctx, inTransaction } from '../context.ts'
import { requireAdmin } from '../people/permissions.ts'
import { SeenSettings } from './change-settings.ts'
import { requireSeen, type Saved, saveSettings } from './save-settings.ts'
import { readStanding, readVersion } from './settings-standing.ts'

/** `version` 0: the file alone, as before the first change. */
export const RestoreSettings = z.object({ seen: SeenSettings, version: SeenSettings })

/**
 * Brings an earlier version back as a new one; the one before the newest is "undo".
 * @throws conflict `changed_meanwhile`; not_found `version_not_found`
 */
export function restoreSettings(ctx: Ctx, { seen, version }: z.infer<typeof RestoreSettings>): Promise<Saved> {
  return inTransaction(ctx, async (ctx) => {
    const admin = requireAdmin(ctx)
    const standing = await readStanding(ctx.db, ctx.town.key)
    requireSeen(standing, seen)
    const settings = await readVersion(ctx.db, ctx.town.key, version)
    return saveSettings(ctx, standing, { settings, by: admin.personId })
  })
}
