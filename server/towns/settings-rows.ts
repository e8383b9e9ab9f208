/** Settings of towns and their history. Platform table: run outside any town, always with the town's key. */
import { and, desc, eq, max } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { townSettings, towns } from '../../db/schema/platform.ts'

export type SettingsRow = typeof townSettings.$inferSelect

const MOST_VERSIONS = 50

export async function findSettingsRow(db: Db, town: string, version: number): Promise<SettingsRow | null> {
  const [row] = await db
    .select()
    .from(townSettings)
    .where(and(eq(townSettings.town, town), eq(townSettings.version, version)))
  return row ?? null
}

/** When they were last changed; of all towns where none is named. */
export async function findSettingsTime(db: Db, town: { key: string } | null): Promise<Date | null> {
  const [row] = await db
    .select({ at: max(townSettings.changedAt) })
    .from(townSettings)
    .where(town ? eq(townSettings.town, town.key) : undefined)
  return row?.at ?? null
}

/** Adds a version and makes it the one that is served. False: somebody else has just added the same one. */
export async function addSettingsRow(db: Db, row: SettingsRow): Promise<boolean> {
  const added = await db.insert(townSettings).values(row).onConflictDoNothing().returning({ town: townSettings.town })
  if (added.length === 0) return false
  await db.update(towns).set({ settingsVersion: row.version }).where(eq(towns.key, row.town))
  return true
}

/** Newest first. */
export async function listSettingsRows(db: Db, town: string): Promise<SettingsRow[]> {
  return db
    .select()
    .from(townSettings)
    .where(eq(townSettings.town, town))
    .orderBy(desc(townSettings.version))
    .limit(MOST_VERSIONS)
}
