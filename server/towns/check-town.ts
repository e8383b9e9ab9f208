/** Holds a town's folder against the schema, the catalogue and the other towns. Pure: takes file texts, no database. */
import { type StoredTown, TownFile } from '../../tenants/schema.ts'
import type { Check, ReadTown, Surroundings, TownFolder } from './check.ts'
import { checkRules } from './check-rules.ts'
import { checkLent, checkReach, departmentFrom } from './check-shared.ts'
import { compileTown, departmentKey, takenFrom } from './compile-town.ts'
import { nearestOf, type Problem, type Say } from './problem.ts'
import { type Area, readBoundary, readDistricts } from './read-boundary.ts'
import { readYaml } from './read-yaml.ts'

export type CompiledTown = { town: StoredTown; geometry: Area; logo: string | null }
export type Checked = { ok: true; compiled: CompiledTown } | { ok: false; problems: Problem[] }

type Read = { ok: true; read: ReadTown } | { ok: false; problems: Problem[] }

/** First segments of the platform's own addresses; a town of that name could not be reached. */
export const RESERVED_KEYS = [
  'abmelden',
  'amt',
  'anmelden',
  'api',
  'assets',
  'betreiber',
  'embed',
  'fonts',
  'gemeinsam',
  'healthz',
  'kommunen',
  'mcp',
  'metrics',
  'open311',
  'readyz',
  'ogc',
] as const

export function readTown(folder: TownFolder, say: Say): Read {
  const read = readYaml({ file: `${folder.key}/town.yaml`, text: folder.townYaml, say }, TownFile)
  const boundary = readBoundary({ file: `${folder.key}/boundary.geojson`, text: folder.boundary, say })
  if (read.ok && boundary.ok)
    return { ok: true, read: { folder, file: read.value, at: read.at, boundary: boundary.value } }
  return { ok: false, problems: [...(read.ok ? [] : read.problems), ...(boundary.ok ? [] : boundary.problems)] }
}

export function checkTown(read: ReadTown, { catalogue, towns, say }: Surroundings): Checked {
  const { folder, file, boundary, at } = read
  const districts = folder.districts
    ? readDistricts({ file: `${folder.key}/districts.geojson`, text: folder.districts, say }, boundary.geometry)
    : { ok: true as const, value: [] }
  if (!districts.ok) return districts
  const problems: Found[] = []
  const check: Check = {
    file,
    catalogue,
    towns,
    boundary,
    say,
    found: (path, message) => void problems.push({ ...at(path), message }),
    lineOf: (path) => at(path).line ?? 1,
  }
  checkKeys(check, folder.key)
  checkCategories(check)
  checkDepartments(check)
  checkOthers(check)
  if (problems.length === 0) {
    const lent = (from: string) => departmentFrom(from, towns)
    const town = compileTown({ file, boundary, districts: districts.value, catalogue, lent })
    checkRules(check, town)
    checkReach(check, town)
    if (problems.length === 0) return { ok: true, compiled: { town, geometry: boundary.geometry, logo: folder.logo } }
  }
  return { ok: false, problems: problems.map((problem) => ({ file: `${folder.key}/town.yaml`, ...problem })) }
}

type Found = { message: string; line?: number; column?: number }
function checkKeys({ file, boundary, catalogue, say, found }: Check, folder: string): void {
  if (file.key !== folder) found(['key'], say.key.folder(folder))
  if ((RESERVED_KEYS as readonly string[]).includes(file.key)) found(['key'], say.key.reserved(file.key))
  if (!file.ags && !boundary.ags) found(['key'], say.agsMissing)
  if (file.catalogue !== undefined && file.catalogue > catalogue.version)
    found(['catalogue'], say.catalogueNewer(file.catalogue, catalogue.version))
}

function checkCategories({ file, catalogue, say, found }: Check): void {
  const known = catalogue.categories.map(({ key }) => key)
  const listed = file.categories === 'all' ? [] : file.categories
  listed.forEach((key, index) => {
    const meant = nearestOf(key, known)
    if (!known.includes(key)) {
      found(['categories', index], meant ? say.category.unknownMeant(key, meant) : say.category.unknown(key))
    } else if (listed.indexOf(key) !== index) found(['categories', index], say.category.twice(key))
  })
  file.without.forEach((key, index) => {
    if (!known.includes(key)) found(['without', index], say.category.withoutUnknown(key))
  })
  const taken = takenFrom(file, catalogue)
  for (const [key, change] of Object.entries(file.changes)) {
    if (!taken.includes(key)) found(['changes', key], say.category.changeUnknown(key))
    const { kind } = catalogue.categories.find((one) => one.key === key) ?? {}
    if (kind === 'service_order' && change.disclosure && change.disclosure !== 'never')
      found(['changes', key, 'disclosure'], say.category.orderPublic(key))
  }
  file.own.forEach(({ key, group, groupName, kind, disclosure }, index) => {
    if (known.includes(key)) found(['own', index, 'key'], say.category.ownTaken(key))
    const isKnownGroup = catalogue.categories.some((category) => category.group === group)
    if (!isKnownGroup && !groupName) found(['own', index, 'group'], say.category.ownGroup(group))
    if (kind === 'service_order' && disclosure !== 'never') found(['own', index], say.category.orderPublic(key))
  })
}

function checkDepartments(check: Check): void {
  const { file, catalogue, say, found } = check
  const { departments } = file
  const keys = departments.map(departmentKey)
  const dispatchers = departments.filter(({ dispatcher }) => dispatcher).length
  if (dispatchers !== 1 && departments.length > 1) found(['departments'], say.department.dispatchers(dispatchers))
  if (departments.filter(({ categories }) => categories === 'rest').length > 1)
    found(['departments'], say.department.twoRests)

  const offered = [...takenFrom(file, catalogue), ...file.own.map(({ key }) => key)]
  const owners = new Map<string, string>()
  departments.forEach((department, d) => {
    const { name, mailbox, from, deputy, categories } = department
    const key = keys[d]!
    if (!from && !name) found(['departments', d], say.department.noName)
    if (!from && !mailbox) found(['departments', d], say.department.noMailbox)
    if (name && !key) found(['departments', d, 'name'], say.department.noKey(name))
    if (keys.indexOf(key) !== d) found(['departments', d], say.department.twice(key))
    if (deputy && !keys.includes(deputy)) found(['departments', d, 'deputy'], say.department.deputyUnknown(deputy))
    if (deputy && deputy === key) found(['departments', d, 'deputy'], say.department.deputySelf)
    if (from) checkLent(check, from, d)
    if (categories === 'rest') return
    categories.forEach((category, c) => {
      const path = ['departments', d, 'categories', c]
      const other = owners.get(category)
      if (!offered.includes(category)) found(path, say.department.categoryNotTaken(category))
      if (other) found(path, say.department.categoryTwice(category, other))
      owners.set(category, name ?? key)
    })
  })
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
    else if (!towns.some((other) => other.file.key === key)) found(['neighbours', index], say.neighbourUnknown(key))
  })
  file.partners.forEach(({ key }, index) => {
    if (file.partners.findIndex((other) => other.key === key) !== index)
      found(['partners', index], say.partnerTwice(key))
  })
}
