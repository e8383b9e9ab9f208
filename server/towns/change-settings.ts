import { z } from 'zod'
import { dayOf } from '../../client/i18n/index.ts'
import { type Ctx, inTransaction } from '../context.ts'
import { invalid } from '../errors.ts'
import { requireAdmin } from '../people/permissions.ts'
import { settingsProblems } from './check-settings.ts'
import { requireSeen, type Saved, saveSettings } from './save-settings.ts'
import { SettingsChange, withChange } from './settings-change.ts'
import { readStanding } from './settings-standing.ts'

/** The version a person was looking at, coerced because forms send strings. */
export const SeenSettings = z.coerce.number().int().min(0).max(2_147_483_647)

export const ChangeSettings = z.object({ seen: SeenSettings, change: SettingsChange })

/**
 * Changes one thing without a file, as a new version. What is as before makes none.
 * @throws conflict `changed_meanwhile`; invalid with a pointer below `/change`
 */
export function changeSettings(ctx: Ctx, { seen, change }: z.infer<typeof ChangeSettings>): Promise<Saved> {
  return inTransaction(ctx, async (ctx) => {
    const admin = requireAdmin(ctx)
    const standing = await readStanding(ctx.db, ctx.town.key)
    requireSeen(standing, seen)
    const settings = withChange(standing.settings, change)
    const problems = settingsProblems(change, standing.townWith(settings), dayOf(ctx.now()))
    if (problems.length > 0) throw invalid(problems)
    return saveSettings(ctx, standing, { settings, by: admin.personId })
  })
}
