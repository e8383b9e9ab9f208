/** Reports as routing saw them: category, place, answers. No words and nobody's name. In the town's own transaction. */
import { and, desc, eq } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { reports, reportTexts } from '../../db/schema/reports.ts'

export type ReplayRow = {
  number: number
  category: string
  point: { lat: number; lon: number } | null
  answers: Record<string, unknown>
}

/** The newest of the town, newest first. Answers that have been erased are none. */
export async function listReplayRows(db: Db, town: string, limit: number): Promise<ReplayRow[]> {
  const { number, category, lat, lon } = reports
  const rows = await db
    .select({ number, category, lat, lon, answers: reportTexts.answers })
    .from(reports)
    .leftJoin(reportTexts, and(eq(reportTexts.town, reports.town), eq(reportTexts.reportId, reports.id)))
    .where(eq(reports.town, town))
    .orderBy(desc(reports.receivedAt), desc(reports.number))
    .limit(limit)
  return rows.map((row) => ({
    number: row.number,
    category: row.category,
    point: row.lat === null || row.lon === null ? null : { lat: row.lat, lon: row.lon },
    answers: Object.fromEntries((row.answers ?? []).map(({ key, value }) => [key, value])),
  }))
}
