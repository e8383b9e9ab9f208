/** `towns directory import`: every municipality that has not joined becomes known by its boundary and its mailbox. */
import type { FeatureCollection } from 'geojson'
import type { Database } from '../../db/client.ts'
import { conflict } from '../errors.ts'
import { hashOf } from '../secrets.ts'
import { compileDirectoryTown } from './compile-directory-town.ts'
import { directoryKeys } from './directory-key.ts'
import { findNewestCatalogueVersion, listGeometries, listKnownTowns } from './directory-rows.ts'
import { type AreaFault, listMunicipalities } from './official-areas.ts'
import { type ContactProblem, readContacts } from './read-contacts.ts'
import { addTownVersions, type NewTownVersion } from './rows.ts'
import { stepBack } from './step-back.ts'
import { swallowedTowns } from './swallowed-towns.ts'

export type Directory = {
  boundaries: FeatureCollection
  /** Text of the CSV; without it the mailboxes that are known stay. */
  contacts?: string | undefined
  /** Only municipalities whose key begins so: 05 is Nordrhein-Westfalen. */
  agsPrefix?: string | undefined
}

export type ImportedDirectory = {
  municipalities: number
  added: number
  changed: number
  unchanged: number
  /** Not in the file any more, while others have their land: found by nobody from now on. */
  gone: string[]
  /** Have joined, and stay as their own folder says. */
  members: number
  /** Known, but nobody knows where to write to. */
  unreachable: number
  boundaries: AreaFault[]
  contacts: ContactProblem[]
  /** Municipality keys with a mailbox that the boundaries do not have. */
  contactsWithoutArea: string[]
}

/** Rows per transaction: few enough that others get their turn on the embedded database. */
const BATCH = 250

/** @throws conflict `no_catalogue` before the first `towns apply` */
export async function importDirectory(
  database: Database,
  { boundaries, contacts = '', agsPrefix }: Directory,
  by: string,
  now: Date,
): Promise<ImportedDirectory> {
  const { catalogue, known } = await database.inTransaction(null, async (db) => ({
    catalogue: await findNewestCatalogueVersion(db),
    known: await listKnownTowns(db),
  }))
  if (!catalogue) throw conflict('no_catalogue')
  const { areas: all } = listMunicipalities(boundaries)
  const { areas, faults } = agsPrefix ? listMunicipalities(boundaries, agsPrefix) : listMunicipalities(boundaries)
  const { mailboxes, problems } = readContacts(contacts)
  const members = new Set(known.filter(({ member, live }) => member && live).map(({ ags }) => ags))
  const earlier = new Map(known.filter(({ member }) => !member).map((town) => [town.ags, town]))
  // Counted over the whole file, so that importing a part of it first gives the same keys.
  const keyFor = directoryKeys(all, new Set(known.map(({ key }) => key)))

  const done = { added: 0, changed: 0, unchanged: 0, unreachable: 0 }
  let batch: NewTownVersion[] = []
  const write = async () => {
    const rows = batch
    batch = []
    if (rows.length > 0) await database.inTransaction(null, (db) => addTownVersions(db, rows))
  }
  for (const area of areas) {
    if (members.has(area.ags)) continue
    const before = earlier.get(area.ags)
    const mailbox = (mailboxes.get(area.ags) ?? before?.mailbox) || null
    const key = before?.key ?? keyFor(area)
    const { town, geometry, logo } = compileDirectoryTown({ key, area, mailbox, catalogue })
    const contentHash = await hashOf(JSON.stringify([town, geometry, logo]))
    done[before === undefined ? 'added' : before.contentHash === contentHash ? 'unchanged' : 'changed']++
    if (!mailbox) done.unreachable++
    if (before?.contentHash === contentHash) continue
    const version = (before?.version ?? 0) + 1
    batch.push({
      town: key,
      version,
      config: town,
      boundary: geometry,
      logo,
      contentHash,
      appliedAt: now,
      appliedBy: by,
    })
    if (batch.length === BATCH) await write()
  }
  await write()
  const inFile = new Set(all.map(({ ags }) => ags))
  const missing = known.filter(({ ags, member, live }) => !member && live && !inFile.has(ags ?? ''))
  const gone = await database.inTransaction(null, async (db) => {
    const swallowed = swallowedTowns(await listGeometries(db, missing), all)
    await stepBack(db, swallowed, { by, now })
    return swallowed
  })
  return {
    municipalities: areas.length,
    members: areas.filter(({ ags }) => members.has(ags)).length,
    ...done,
    gone,
    boundaries: faults,
    contacts: problems,
    contactsWithoutArea: [...mailboxes.keys()].filter((ags) => !inFile.has(ags)),
  }
}
