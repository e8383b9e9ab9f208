/** One more version of a town's settings; the history is only ever added to. */
import { TownSettings } from '../../tenants/schema.ts'
import type { TxCtx } from '../context.ts'
import { conflict } from '../errors.ts'
import { settingsDifferences } from './settings-differences.ts'
import { addSettingsRow } from './settings-rows.ts'
import type { Standing } from './settings-standing.ts'

export type Saved = { version: number; changed: boolean }

/** @throws conflict `changed_meanwhile` when the version seen is no longer the newest */
export function requireSeen({ version }: Standing, seen: number): void {
  if (version !== seen) throw conflict('changed_meanwhile', { seen, version })
}

export async function saveSettings(
  ctx: TxCtx,
  standing: Standing,
  { settings, by }: { settings: TownSettings; by: string },
): Promise<Saved> {
  const sound = TownSettings.parse(settings)
  if (settingsDifferences(standing.settings, sound).length === 0) return { version: standing.version, changed: false }
  const version = standing.version + 1
  const row = { town: ctx.town.key, version, settings: sound, changedAt: ctx.now(), changedBy: by }
  // Two at once see the same version; the second waits for the first and adds nothing.
  if (!(await addSettingsRow(ctx.db, row))) {
    throw conflict('changed_meanwhile', { seen: standing.version, version })
  }
  return { version, changed: true }
}
