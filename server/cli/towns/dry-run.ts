import { parseArgs } from 'node:util'
import { z } from 'zod'
import { dayOf, words } from '../../../client/i18n/index.ts'
import type { Database } from '../../../db/client.ts'
import { type Language, SOURCE_LANGUAGE } from '../../../tenants/languages.ts'
import type { Town } from '../../../tenants/schema.ts'
import type { Reply } from '../../adapters/data-dir-lock.ts'
import { reasonInWords } from '../../routing/reason-in-words.ts'
import type { Routed } from '../../routing/route-report.ts'
import { catalogueOf, earlierCatalogues } from '../../towns/earlier-catalogues.ts'
import { type Replay, replayReports } from '../../towns/replay-reports.ts'
import { listReplayRows } from '../../towns/replay-rows.ts'
import { resolveTown } from '../../towns/resolve-town.ts'
import { townInForce } from '../../towns/town-in-force.ts'
import { type CommandWorld, readTenants, refuse, sayOf, soundTowns } from '../command-world.ts'

const OPTIONS = { town: { type: 'string' }, last: { type: 'string', default: '200' } } as const
const Last = z.coerce.number().int().min(1).max(5000)
/** More than this nobody reads; `--json` has them all. */
const MOST_LINES = 100

/** Which of the last reports the changed files would send elsewhere. Tells no word of any report. */
export async function dryRunCommand(database: Database, world: CommandWorld, args: string[]): Promise<Reply> {
  const { town: key, last } = parseArgs({ args, options: OPTIONS }).values
  const { language = 'de' } = world
  const most = Last.safeParse(last)
  if (!most.success) return refuse(words(language).plan.dryRun.last(last))
  const earlier = await earlierCatalogues(database, readTenants(world.tenantsDir))
  const checked = soundTowns(world, earlier)
  if ('refusal' in checked) return checked.refusal
  const { towns, catalogue } = checked.sound
  const changed = towns.find(({ town }) => town.key === key)?.town
  if (!changed) return refuse(sayOf(world).nameOneOf('town', towns.map(({ town }) => town.key).join(', ')))
  const after = resolveTown(changed, catalogueOf(changed, catalogue, earlier))
  return database.inTransaction(changed.key, async (db) => {
    const before = await townInForce(db, changed.key)
    if (!before) return refuse(sayOf(world).unknownTown(changed.key))
    const rows = await listReplayRows(db, changed.key, most.data)
    const replay = replayReports(rows, { before, after, today: dayOf(world.now()) })
    return { ok: true, output: inWords(language, replay, { before, after }), data: replay }
  })
}

type Both = { before: Town; after: Town }

function inWords(language: Language, { looked, same, moved, gone }: Replay, { before, after }: Both): string {
  const { dryRun: say } = words(language).plan
  if (looked === 0) return say.none
  const shown = moved.slice(0, MOST_LINES).map(({ number, category, from, to }) => {
    const reason = reasonInWords(language, after, to.because, category)
    return say.moves(number, targetName(language, before, from), targetName(language, after, to), reason)
  })
  const more = moved.length > MOST_LINES ? [say.more(moved.length - MOST_LINES)] : []
  const lost = gone.map(({ category, count }) => {
    const named = before.categories.find(({ key }) => key === category)?.name
    return say.gone(named?.[language] ?? named?.[SOURCE_LANGUAGE] ?? category, count)
  })
  return [...shown, ...more, ...lost, say.summary(looked, same)].join('\n')
}

function targetName(language: Language, town: Town, { department, partner, isForCounty }: Routed): string {
  const { dryRun: say } = words(language).plan
  const name = town.departments.find(({ key }) => key === department)?.name ?? department
  if (isForCounty) return say.county(name)
  return partner ? say.partner(name, town.partners.find(({ key }) => key === partner)?.name ?? partner) : name
}
