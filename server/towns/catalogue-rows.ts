/** The catalogue's versions. Platform table: run outside any town. */
import { eq } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { catalogueVersions } from '../../db/schema/platform.ts'

export type CatalogueRow = typeof catalogueVersions.$inferSelect

export async function findCatalogueVersion(db: Db, version: number): Promise<CatalogueRow | null> {
  const [row] = await db.select().from(catalogueVersions).where(eq(catalogueVersions.version, version))
  return row ?? null
}

export async function addCatalogueVersion(db: Db, row: CatalogueRow): Promise<void> {
  await db.insert(catalogueVersions).values(row).onConflictDoNothing()
}
