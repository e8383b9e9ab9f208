/** Holds a town's folder against the schema, the catalogue and the other towns. Pure: takes file texts, no database. */
import { Key } from '../../tenants/catalogue-schema.ts'
import { type StoredTown, TownFile } from '../../tenants/schema.ts'
import type { TownAddress } from '../places/rows.ts'
import type { Check, ReadTown, Surroundings, TownFolder } from './check.ts'
import { checkCategories } from './check-categories.ts'
import { checkDemo } from './check-demo.ts'
import { checkDepartments } from './check-departments.ts'
import { checkLogo } from './check-logo.ts'
import { checkModules } from './check-modules.ts'
import { checkPartners } from './check-partners.ts'
import { checkRules } from './check-rules.ts'
import { checkReach, departmentFrom } from './check-shared.ts'
import { readStreets } from './check-streets.ts'
import { type CompiledCatalogue, compileTown, draftTown, keyOf, type Sources } from './compile-town.ts'
import { meantOf, namesAt } from './meant-words.ts'
import { about, nearestOf, type Problem, type Say } from './problem.ts'
import { ANYWHERE, type Area, readBoundary, readDistricts } from './read-boundary.ts'
import { type Meant, readYaml } from './read-yaml.ts'

export type CompiledTown = {
  town: StoredTown
  geometry: Area
  logo: string | null
  /** Its streets and houses, where it has a list of them. */
  addresses: readonly TownAddress[]
}

export type Checked = { ok: true; compiled: CompiledTown } | { ok: false; problems: Problem[] }

type Read =
  | { ok: true; read: ReadTown }
  /** `read` is what can be held against the rest all the same. */
  | { ok: false; problems: Problem[]; read: ReadTown | null }

/** First segments of the platform's own addresses; a town of that name could not be reached. */
export const RESERVED_KEYS = [
  'einladung',
  'impressum',
  'konto',
  'passwort',
  'datenschutz',
  'barrierefreiheit',
  'abmelden',
  'folgen',
  'amt',
  'anmelden',
  'api',
  'assets',
  'bausteine',
  'betreiber',
  'embed',
  'fonts',
  'gemeinsam',
  'healthz',
  'kommunen',
  'mcp',
  'metrics',
  'oembed',
  'open311',
  'readyz',
  'schnittstellen',
  'ogc',
  'opendata',
] as const

/** Without a catalogue words of everyday language are not understood. */
export function readTown(folder: TownFolder, say: Say, catalogue?: CompiledCatalogue): Read {
  const { key, districts, logo } = folder
  const fileAt = (name: string) => `${key}/${name}`
  const boundary = folder.boundary
    ? readBoundary({ file: fileAt('boundary.geojson'), text: folder.boundary, say })
    : null
  const shape = boundary?.ok ? boundary.value : ANYWHERE
  const parts = districts
    ? readDistricts({ file: fileAt('districts.geojson'), text: districts, say }, shape.geometry)
    : null
  const known = parts?.ok ? parts.value : []
  const meant: Meant = (path, word, file) =>
    catalogue ? meantOf(word, namesAt(path, { file, catalogue, districts: known })) : null
  const yaml = folder.townYaml
    ? readYaml({ file: fileAt('town.yaml'), text: folder.townYaml, say, meant }, TownFile)
    : null
  const problems = [
    ...folderProblems(folder, say),
    ...[yaml, boundary, parts].flatMap((one) => (one && !one.ok ? one.problems : [])),
    ...(logo === null ? [] : checkLogo(fileAt('logo.svg'), logo, say)),
  ]
  const file = yaml && (yaml.ok ? yaml : yaml.mended)
  const isWhole = problems.length === 0
  const read = file && { folder, file: file.value, at: file.at, boundary: shape, districts: known, isWhole }
  return isWhole && read ? { ok: true, read } : { ok: false, problems, read }
}

/** A name that can be an address, and the files every town needs; a file that is only misnamed is told so. */
function folderProblems({ key, townYaml, boundary, others = [] }: TownFolder, say: Say): Problem[] {
  const isNamed = Key.safeParse(key).success
  const needed = [...(townYaml ? [] : ['town.yaml']), ...(boundary ? [] : ['boundary.geojson'])]
  const missing = needed.map((name) => {
    const right = `${key}/${name}`
    const misnamed = others.find((other) => other.split('.')[0]!.toLowerCase() === name.split('.')[0])
    if (misnamed) return { file: `${key}/${misnamed}`, message: say.fileMisnamed(misnamed, name) }
    return { file: right, message: say.fileMissing(right) }
  })
  return [
    ...(isNamed ? [] : [{ file: key, message: say.key.folderName(key, keyOf(key) || 'musterstadt') }]),
    ...missing,
  ]
}

/** Everything that is wrong with what stands in a folder, beside what kept it from being read. */
export function checkTown(read: ReadTown, surroundings: Surroundings): Checked {
  const { folder, file, boundary, at, isWhole } = read
  const { catalogue, say } = surroundings
  const problems: Problem[] = []
  const check: Check = {
    ...surroundings,
    file,
    boundary,
    found: (path, message) =>
      void problems.push({ file: `${folder.key}/town.yaml`, ...at(path), message: about(path, message, say) }),
    lineOf: (path) => at(path).line ?? 1,
  }
  checkKeys(check, folder.key)
  checkCategories(check)
  checkDepartments(check)
  checkOthers(check)
  checkModules(check)
  // Rules are held against the draft even where something else is wrong: everything is told at once.
  const draft = draftTown(sourcesOf(read, surroundings))
  checkRules(check, draft)
  checkPartners(check, draft)
  checkReach(check, draft)
  problems.push(...checkDemo(read, catalogue, say))
  const streets = readStreets(read, say)
  problems.push(...streets.problems)
  if (problems.length > 0 || !isWhole) return { ok: false, problems }
  const { addresses } = streets
  return { ok: true, compiled: { town: compileTown(draft), geometry: boundary.geometry, logo: folder.logo, addresses } }
}

function sourcesOf({ file, boundary, districts }: ReadTown, { catalogue, towns }: Surroundings): Sources {
  return { file, boundary, districts, catalogue, lent: (from) => departmentFrom(from, towns) }
}

function checkKeys({ file, boundary, catalogue, say, found }: Check, folder: string): void {
  if (file.key !== folder && Key.safeParse(folder).success) found(['key'], say.key.folder(folder))
  else if ((RESERVED_KEYS as readonly string[]).includes(file.key)) found(['key'], say.key.reserved(file.key))
  if (!file.ags && !boundary.ags && boundary !== ANYWHERE) found(['ags'], say.agsMissing)
  if (file.catalogue !== undefined && file.catalogue > catalogue.version)
    found(['catalogue'], say.catalogueNewer(file.catalogue, catalogue.version))
}

function checkOthers({ file, boundary, towns, say, found }: Check): void {
  const others = towns.filter((other) => other.file.key !== file.key)
  const agsOf = (one: Pick<ReadTown, 'file' | 'boundary'>) => one.file.ags ?? one.boundary.ags
  const sameHost = others.find((other) => file.host && other.file.host === file.host)
  if (sameHost) found(['host'], say.hostTaken(file.host!, sameHost.file.key))
  const ags = agsOf({ file, boundary })
  const sameAgs = others.find((other) => ags && agsOf(other) === ags)
  if (sameAgs) found(['ags'], say.agsTaken(ags!, sameAgs.file.key))
  file.neighbours.forEach((key, index) => {
    if (key === file.key) found(['neighbours', index], say.neighbourSelf)
    else if (!towns.some((other) => other.file.key === key)) {
      const meant = nearestOf(
        key,
        others.map((other) => other.file.key),
      )
      found(['neighbours', index], meant ? say.neighbourUnknownMeant(key, meant) : say.neighbourUnknown(key))
    }
  })
}
