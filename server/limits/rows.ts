/** The only place that reads and writes the table of counters. A platform table: its keys tell nobody who it was. */
import { and, eq, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { limits } from '../../db/schema/platform.ts'

export type Try = { key: string; windowStart: Date; amount: number }

/** Adds to all of them in one statement; returns what each came to, by key. */
export async function addTries(db: Db, tries: readonly Try[]): Promise<Map<string, number>> {
  // A count that a power cut takes away hurts nobody; waiting for the disk for each one halves what a town can take.
  const hurried = db.execute(sql`set local synchronous_commit = off`)
  const counting = db
    .insert(limits)
    // In one order, so that two visitors of one town never wait for each other in a circle.
    .values(
      tries
        .map(({ key, windowStart, amount }) => ({ key, windowStart, count: amount }))
        .sort((a, b) => (a.key < b.key ? -1 : 1)),
    )
    .onConflictDoUpdate({
      target: [limits.key, limits.windowStart],
      set: { count: sql`${limits.count} + excluded.count` },
    })
    .returning({ key: limits.key, count: limits.count })
  const [rows] = await Promise.all([counting, hurried])
  return new Map(rows.map(({ key, count }) => [key, count]))
}

export async function takeBackTry(db: Db, key: string, windowStart: Date): Promise<void> {
  await db
    .update(limits)
    .set({ count: sql`greatest(${limits.count} - 1, 0)` })
    .where(and(eq(limits.key, key), eq(limits.windowStart, windowStart)))
}
