import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { parse } from 'yaml'
import { z } from 'zod'
import { words } from '../../../client/i18n/index.ts'
import { Key } from '../../../tenants/catalogue-schema.ts'
import { Legal } from '../../../tenants/schema.ts'
import type { Reply } from '../../adapters/data-dir-lock.ts'
import { readBoundaryFile } from '../../adapters/read-boundary-file.ts'
import { readTownFolders } from '../../adapters/tenant-folder.ts'
import { writeTownFolder } from '../../adapters/write-town-folder.ts'
import { RESERVED_KEYS, readTown } from '../../towns/check-town.ts'
import { findOfficialArea, type OfficialArea, readOfficialFile } from '../../towns/official-area.ts'
import {
  DEFAULT_ATTRIBUTION,
  isTownInOne,
  keyOfArea,
  scaffoldTown,
  type TownFileInput,
} from '../../towns/scaffold-town.ts'
import { type CommandWorld, refuse } from '../command-world.ts'

const OPTIONS = {
  boundaries: { type: 'string' },
  like: { type: 'string' },
  key: { type: 'string' },
  mailbox: { type: 'string' },
  attribution: { type: 'string' },
  imprint: { type: 'string' },
  privacy: { type: 'string' },
  accessibility: { type: 'string' },
  agreement: { type: 'string' },
} as const

const Ags = z.string().regex(/^\d{5}(\d{3})?$/)

/** Makes the folder of a town that wants to join, so that it passes `check`. Touches nothing that is there. */
export function newCommand(world: CommandWorld, args: string[]): Reply {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true })
  const say = words(world.language ?? 'de').join
  const [ags] = positionals
  if (!ags || !values.boundaries) return refuse(say.usage)
  const found = officialArea(world, ags, values.boundaries)
  if ('refusal' in found) return found.refusal
  const { area } = found
  const key = values.key ?? keyOfArea(area)
  if (!key) return refuse(say.noKey(area.name))
  if (!Key.safeParse(key).success) return refuse(say.keyWrong(key))
  if ((RESERVED_KEYS as readonly string[]).includes(key)) return refuse(say.reserved(key))
  const mailbox = values.mailbox ?? `rathaus@${key}.example`
  if (!z.email().safeParse(mailbox).success) return refuse(say.mailboxWrong(mailbox))
  const model = modelTown(world, values.like)
  if ('refusal' in model) return model.refusal

  const attribution = values.attribution ?? area.attribution ?? DEFAULT_ATTRIBUTION
  const { imprint, privacy, accessibility, agreement: processingAgreement } = values
  const legal = Legal.safeParse({ imprint, privacy, accessibility, processingAgreement })
  if (!legal.success) return refuse(say.legalWrong(legal.error.issues.map(({ path }) => path.join('.')).join(', ')))
  const plan = { area, key, mailbox, attribution, like: model.like, legal: legal.data }
  const { name, townYaml, boundary } = scaffoldTown(plan)
  const folder = join(world.tenantsDir, key)
  if (!writeTownFolder(world.tenantsDir, key, { 'town.yaml': townYaml, 'boundary.geojson': boundary }))
    return refuse(say.folderThere(folder))
  const notes = values.like ? [say.checkMailboxes(values.like)] : values.mailbox ? [] : [say.placeholder(mailbox)]
  const lines = [say.made(folder, name), ...notes, say.next]
  return { ok: true, output: lines.join('\n'), data: { town: key, folder } }
}

function officialArea(world: CommandWorld, ags: string, file: string): { area: OfficialArea } | { refusal: Reply } {
  const say = words(world.language ?? 'de').join
  const refusal = (sentence: string) => ({ refusal: refuse(sentence) })
  if (!Ags.safeParse(ags).success) return refusal(say.notAKey(ags))
  const text = readBoundaryFile(file)
  if (text === null) return refusal(say.noFile(file))
  const collection = readOfficialFile(text)
  if (!collection) return refusal(say.noCollection(file))
  const area = findOfficialArea(collection, ags)
  if (!area) return refusal(say.notInFile(ags, file))
  return isTownInOne(area) ? refusal(say.townInOne(ags)) : { area }
}

type Model = { like?: TownFileInput | undefined } | { refusal: Reply }

/** The file of the town to take after, as written. */
function modelTown({ tenantsDir, language = 'de' }: CommandWorld, like: string | undefined): Model {
  if (like === undefined) return {}
  const { join: say, check } = words(language)
  const folders = readTownFolders(tenantsDir)
  const folder = folders.find(({ key }) => key === like)
  if (!folder) return { refusal: refuse(say.likeUnknown(like, folders.map(({ key }) => key).join(', '))) }
  if (!readTown(folder, check).ok) return { refusal: refuse(say.likeBroken(like)) }
  return { like: parse(folder.townYaml) as TownFileInput }
}
