/** Many reports by SQL, which would take the application minutes: all can be seen, half of them with a closed status. */
import { sql } from 'drizzle-orm'
import type { World } from './world.ts'

/** Above every number that the application gives in a test. */
export const FIRST_BULK_NUMBER = 1_000_001

/** Around the middle of the first town, a minute apart and two of each moment. */
export async function insertReports(world: World, town: string, amount: number): Promise<void> {
  await world.database.inTransaction(town, async (db) => {
    await db.execute(
      sql.raw(`insert into reports (town, id, number, category, status, visibility, text_visibility, department,
        routed_because, priority, lat, lon, place_source, intake_channel, language, token_version, tracking_hash,
        received_at, changed_at, answer_due_at, closed_reason, closed_at, version)
      select '${town}', gen_random_uuid(), ${FIRST_BULK_NUMBER - 1} + n, 'pothole',
        case when n % 2 = 0 then 'done' else 'received' end, 'shown', 'shown', 'roads', '{"by":"category"}', 'normal',
        52.08 + (n % 200) / 10000.0, 8.74 + (n / 200 % 200) / 10000.0, 'map', 'web', 'de', 1, md5('${town}' || n),
        t, t, t, case when n % 2 = 0 then 'repaired' end, case when n % 2 = 0 then t end, 1
      from (select n, timestamptz '2026-01-01 00:00:00Z' + n / 2 * interval '1 minute' as t
        from generate_series(1, ${amount}) as n) as made`),
    )
    await db.execute(
      sql.raw(`insert into report_texts (town, report_id, description, address, answers)
      select town, id, 'Seit einigen Wochen ist hier etwas nicht in Ordnung, Nummer ' || number, 'Musterstraße ' || number % 200, '[]'
      from reports where town = '${town}' and number >= ${FIRST_BULK_NUMBER}`),
    )
  })
}
