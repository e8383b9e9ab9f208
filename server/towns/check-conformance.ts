/** A town held against the standard now, as it is served. */
import type { Database } from '../../db/client.ts'
import { notFound } from '../errors.ts'
import { conformanceOf } from './conformance.ts'
import type { ConformanceRow } from './conformance-rows.ts'
import { type Circumstances, gatherFacts } from './gather-facts.ts'
import { keepConformance } from './keep-conformance.ts'
import type { Answer } from './requirements/requirement.ts'
import { findTownRow, getAreaRow, getTownVersionRow, type TownRow } from './rows.ts'

/** Asks the running application for an address of the town. @returns the HTTP status */
export type Ask = (town: Pick<TownRow, 'key' | 'host'>, path: string) => Promise<number>

/** What every town answers: its start page below its own address, and its categories for programs. */
const ADDRESSES = [() => '/', (town: string) => `/api/v1/towns/${town}/categories`]

/**
 * @param circumstances `ask` is there only where a server runs
 * @throws not_found for an unknown town, and for one that has not joined and has promised nothing
 */
export async function checkConformance(
  database: Database,
  key: string,
  { ask, ...circumstances }: Circumstances & { ask?: Ask | undefined },
): Promise<ConformanceRow> {
  const { row, facts } = await database.inTransaction(null, async (db) => {
    const row = await findTownRow(db, key)
    if (!row?.member) throw notFound('town_not_found')
    const { config } = await getTownVersionRow(db, key, row.version)
    const area = await getAreaRow(db, key)
    const looked = { town: config, boundary: area!.geometry, settingsVersion: row.settingsVersion }
    return { row, facts: await gatherFacts(db, looked, circumstances) }
  })
  const answers = ask ? await askAll(ask, row) : null
  const lines = conformanceOf({ ...facts, answers })
  const { now } = circumstances
  return database.inTransaction(null, (db) => keepConformance(db, { town: key, lines, isLive: row.live, now }))
}

async function askAll(ask: Ask, town: TownRow): Promise<Answer[]> {
  return Promise.all(
    ADDRESSES.map(async (address) => {
      const path = address(town.key)
      // No answer at all is one too: the line says which address is silent.
      return { path, status: await ask(town, path).catch(() => 0) }
    }),
  )
}
