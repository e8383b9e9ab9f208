import { parseArgs } from 'node:util'
import { formatDateTime, words } from '../../../client/i18n/index.ts'
import type { Database } from '../../../db/client.ts'
import type { ConformanceLine } from '../../../db/schema/platform.ts'
import type { Town } from '../../../tenants/schema.ts'
import type { Reply } from '../../adapters/data-dir-lock.ts'
import { checkConformance } from '../../towns/check-conformance.ts'
import { readTown } from '../../towns/check-town.ts'
import { byUrgency, failingOf } from '../../towns/conformance.ts'
import { type LineInWords, lineInWords } from '../../towns/conformance-in-words.ts'
import { createRegistry } from '../../towns/registry.ts'
import { listTownRows } from '../../towns/rows.ts'
import { type CommandWorld, readTenants, refuse, sayOf } from '../command-world.ts'

/** More would not be read; `--town` names one. */
const MOST_TOWNS = 500

/** Holds towns against the shared standard now; fails when something binding is missing. */
export async function conformanceCommand(database: Database, world: CommandWorld, args: string[]): Promise<Reply> {
  const { town: wanted } = parseArgs({ args, options: { town: { type: 'string' } } }).values
  const { language = 'de', isDemo = false } = world
  const now = world.now()
  const registry = createRegistry(database, world.now)
  const rows = wanted ? [] : await database.inTransaction(null, (db) => listTownRows(db, { limit: MOST_TOWNS }))
  const keys = wanted ? [wanted] : rows.filter(({ member }) => member).map(({ key }) => key)
  const say = words(language).conformance
  if (keys.length === 0) return refuse(say.terminal.none)

  const checked = []
  for (const key of keys) {
    const town = await registry.town(key)
    if (!town?.member) return refuse(sayOf(world).unknownTown(key))
    checked.push({ town, last: await checkConformance(database, key, { now, isDemo }) })
  }
  const output = checked.flatMap(({ town, last }) => {
    const failing = failingOf(last.lines).length
    const verdict = failing > 0 ? say.verdict.failing(failing) : say.verdict.met
    const when = say.checked(formatDateTime(language, last.checkedAt, now), town.version)
    return [say.terminal.town(town.name, verdict), `  ${when}`, ...linesInWords(world, town, last.lines)]
  })
  const data = checked.map(({ town, last: { checkedAt, isMet, failingSince, badgeWithdrawnAt, lines } }) => ({
    town: town.key,
    version: town.version,
    isLive: town.live,
    checkedAt,
    isMet,
    failingSince,
    badgeWithdrawnAt,
    lines: byUrgency(lines).map((line) => lineInWords(language, town, line)),
  }))
  return { ok: data.every(({ isMet }) => isMet), output: output.join('\n'), data }
}

/** Failures first, each with the file, the line and what to write. */
export function linesInWords(
  world: CommandWorld,
  town: Pick<Town, 'key' | 'categories'>,
  lines: readonly ConformanceLine[],
): string[] {
  const { language = 'de' } = world
  const { state, terminal } = words(language).conformance
  return byUrgency(lines).flatMap((line) => {
    const told = lineInWords(language, town, line)
    const sentence = terminal.line(state[told.state], told.title, told.sentence)
    return [sentence, ...(told.remedy ? remedyLines(world, town.key, told.remedy) : [])]
  })
}

function remedyLines(world: CommandWorld, key: string, remedy: NonNullable<LineInWords['remedy']>): string[] {
  const { terminal } = words(world.language ?? 'de').conformance
  const where = remedy.file ? `${terminal.remedy(placeOf(world, key, remedy), remedy.text)}` : `      → ${remedy.text}`
  const write = remedy.write?.split('\n').map((line) => `          ${line}`) ?? []
  return [where, ...write]
}

/** `lemgo/town.yaml:12` as editors link it; without the folder at hand, file and field. */
function placeOf(world: CommandWorld, key: string, { file, field }: { file: string; field: string }): string {
  const { language = 'de' } = world
  const folder = folderOf(world, key)
  const read = folder && readTown(folder, words(language).check)
  if (file !== 'town.yaml' || !read?.ok) return words(language).conformance.whereToWrite(`${key}/${file}`, field)
  const { line } = read.read.at(field.split('.'))
  return line && line > 1 ? `${key}/${file}:${line}` : words(language).conformance.whereToWrite(`${key}/${file}`, field)
}

function folderOf({ tenantsDir }: CommandWorld, key: string) {
  try {
    return readTenants(tenantsDir).towns.find((folder) => folder.key === key)
  } catch {
    // The folders need not lie where the database is.
    return undefined
  }
}
