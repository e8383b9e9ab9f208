/** The part of an import that needs the database: in this process, or in the server that holds it. */
import type { z } from 'zod'
import { words } from '../../../client/i18n/index.ts'
import { type Database, TOWN_KEY } from '../../../db/client.ts'
import { SOURCE_LANGUAGE } from '../../../tenants/languages.ts'
import type { Reply } from '../../adapters/data-dir-lock.ts'
import type { Ctx } from '../../context.ts'
import { ImportReports, importReports } from '../../reports/import-reports.ts'
import { createRegistry } from '../../towns/registry.ts'
import { type CommandWorld, refuse, sayOf } from '../command-world.ts'

/** What the one who reads the file must know of the town. */
export type ImportTown = { categories: { key: string; name: string }[] }

const Rows = ImportReports.omit({ otherPartner: true })

/** @param args `begin <town>`, or `rows <town> <JSON>`: the control channel carries text */
export async function serveImport(database: Database, world: CommandWorld, args: string[]): Promise<Reply> {
  const [step, key = '', json = ''] = args
  const registry = createRegistry(database, world.now)
  const town = TOWN_KEY.test(key) ? await registry.town(key) : null
  if (!town?.member) return refuse(sayOf(world).unknownTown(key))
  const language = world.language ?? SOURCE_LANGUAGE
  if (step === 'begin') {
    const categories = town.categories.map(({ key, name }) => ({ key, name: name[language] }))
    return { ok: true, output: '', data: { categories } satisfies ImportTown }
  }
  if (step !== 'rows' || !world.secret) return refuse(sayOf(world).usage)
  const ctx: Ctx = {
    database,
    places: registry,
    town,
    actor: { kind: 'system' },
    language,
    now: world.now,
    secret: world.secret(),
  }
  const { otherPartner } = words(SOURCE_LANGUAGE).imports
  const imported = await importReports(ctx, { ...Rows.parse(JSON.parse(json)), otherPartner })
  return { ok: true, output: '', data: imported }
}

export const rowsAsArgs = (town: string, input: z.input<typeof Rows>) => ['rows', town, JSON.stringify(input)]
