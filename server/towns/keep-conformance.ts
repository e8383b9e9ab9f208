/** Keeps what a check found, and sees to it that whoever must know hears of it once. */
import type { Db } from '../../db/client.ts'
import type { ConformanceLine } from '../../db/schema/platform.ts'
import { ensureDueWork } from '../notifications/rows.ts'
import type { DueKind } from '../reports/record-event.ts'
import { failingOf, standingAfter } from './conformance.ts'
import {
  type ConformanceRow,
  keepConformanceRow,
  listConformanceReaders,
  lockConformanceRow,
} from './conformance-rows.ts'

type Check = { town: string; lines: ConformanceLine[]; isLive: boolean; now: Date }

export async function keepConformance(db: Db, { town, lines, isLive, now }: Check): Promise<ConformanceRow> {
  const earlier = await lockConformanceRow(db, town)
  const isMet = failingOf(lines).length === 0
  const standing = standingAfter(earlier, { isMet, isLive, now })
  const row = { town, checkedAt: now, lines, isMet, ...standing }
  await keepConformanceRow(db, row)
  const begins = standing.failingSince !== null && !earlier?.failingSince
  const isWithdrawn = standing.badgeWithdrawnAt !== null && !earlier?.badgeWithdrawnAt
  if (begins || isWithdrawn) await tellReaders(db, town, now)
  return row
}

/** One piece of work per person, so that a mail that fails repeats no other. */
async function tellReaders(db: Db, town: string, runAt: Date): Promise<void> {
  const kind: DueKind = 'tell_conformance'
  for (const { id: ref } of await listConformanceReaders(db, town)) {
    await ensureDueWork(db, { id: crypto.randomUUID(), kind, town, ref, runAt })
  }
}
