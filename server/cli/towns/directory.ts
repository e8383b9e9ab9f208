import { parseArgs } from 'node:util'
import { type Messages, words } from '../../../client/i18n/index.ts'
import type { Database } from '../../../db/client.ts'
import type { Reply } from '../../adapters/data-dir-lock.ts'
import { readBoundaryFile } from '../../adapters/read-boundary-file.ts'
import { type ImportedDirectory, importDirectory } from '../../towns/import-directory.ts'
import { readOfficialFile } from '../../towns/official-area.ts'
import type { AreaFault } from '../../towns/official-areas.ts'
import { type CommandWorld, refuse } from '../command-world.ts'

type Say = Messages['directory']

const OPTIONS = {
  boundaries: { type: 'string' },
  contacts: { type: 'string' },
  'ags-prefix': { type: 'string' },
} as const

/** Makes municipalities known that have not joined. Running servers follow within seconds. */
export async function directoryCommand(database: Database, world: CommandWorld, args: string[]): Promise<Reply> {
  const say = words(world.language ?? 'de').directory
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true })
  const { boundaries: file, contacts: contactsFile, 'ags-prefix': agsPrefix } = values
  if (positionals[0] !== 'import' || !file) return refuse(say.usage)
  if (agsPrefix !== undefined && !/^\d{1,8}$/.test(agsPrefix)) return refuse(say.prefixWrong(agsPrefix))
  const text = readBoundaryFile(file)
  if (text === null) return refuse(say.noFile('boundaries', file))
  const boundaries = readOfficialFile(text)
  if (!boundaries) return refuse(say.noCollection(file))
  const contacts = contactsFile === undefined ? undefined : readBoundaryFile(contactsFile)
  if (contacts === null) return refuse(say.noFile('contacts', contactsFile!))
  const done = await importDirectory(database, { boundaries, contacts, agsPrefix }, world.by, world.now())
  if (done.municipalities === 0)
    return { ...refuse([say.noMunicipality, ...linesOf(say, done)].join('\n')), data: done }
  const { municipalities, added, changed, unchanged } = done
  const lines = [say.done(municipalities, added, changed, unchanged), ...linesOf(say, done)]
  return { ok: true, output: lines.join('\n'), data: done }
}

function linesOf(
  say: Say,
  { members, gone, unreachable, boundaries, contacts, contactsWithoutArea }: ImportedDirectory,
) {
  return [
    ...(members > 0 ? [say.members(members)] : []),
    ...(unreachable > 0 ? [say.unreachable(unreachable)] : []),
    ...(gone.length > 0 ? [say.gone(gone.join(', '))] : []),
    ...boundaries.map((fault) => faultLine(say, fault)),
    ...contacts.map(({ line, wrong, value }) => say.contact[wrong](line, value)),
    ...(contactsWithoutArea.length > 0 ? [say.withoutArea(contactsWithoutArea.join(', '))] : []),
  ]
}

function faultLine(say: Say, { ags, name, faults, kept }: AreaFault): string {
  const sentences = faults.map(({ kind, ring, at }) => {
    const sentence = say.fault[kind](ring + 1)
    return at ? say.at(sentence, at[1], at[0]) : sentence
  })
  return (kept ? say.repaired : say.refused)(ags, name, sentences.join('; '))
}
