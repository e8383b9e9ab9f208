/** From a town's file to what the registry keeps: every default filled in. Takes what `check` has found sound. */
import type { WholeCategory } from '../../tenants/catalogue-schema.ts'
import { DEFAULT_ACCENT, type Department, type District, StoredTown, type TownFile } from '../../tenants/schema.ts'
import type { TextModule } from '../../tenants/text-module.ts'
import { type Boundary, boundsOf, outlineOf } from './read-boundary.ts'

export type CompiledCatalogue = {
  version: number
  categories: WholeCategory[]
  /** Text modules of all towns; a version that only the database has kept knows none. */
  modules?: TextModule[] | undefined
}

export type Sources = {
  file: TownFile
  boundary: Boundary
  districts: District[]
  catalogue: CompiledCatalogue
  /** The department another town lends, by `town/department`. */
  lent: (from: string) => Pick<Department, 'name' | 'mailbox' | 'phone' | 'hours' | 'onCall'> | null
}

/** Takes a draft in which nothing is wrong. */
export const compileTown = (draft: StoredTown): StoredTown => StoredTown.parse(draft)

/**
 * Every default filled in, and not yet known to be sound.
 * @returns the town without its categories' words, which the catalogue keeps once for all
 */
export function draftTown({ file, boundary, districts, catalogue, lent }: Sources): StoredTown {
  const { without: _without, changes, own, catalogue: _version, forms, officialName, kind, ags, ...rest } = file
  const { geometry, attribution } = boundary
  const kindOfTown = kind ?? kindOf(file, boundary)
  const official = officialName ?? officialNameOf(file.name, kindOfTown)
  const departments = departmentsOf(file, catalogue, lent)
  const contact = { phone115: false, ...file.contact, email: file.contact?.email ?? departments[0]?.mailbox }
  const draft: unknown = {
    ...rest,
    officialName: official,
    forms: forms?.in || forms?.of ? { ...formsOf(file.name, kindOfTown), ...forms } : undefined,
    kind: kindOfTown,
    ags: ags ?? boundary.ags,
    contact,
    mail: { fromName: file.mail?.fromName ?? official, replyTo: file.mail?.replyTo ?? contact.email },
    theme: file.theme ?? { accent: DEFAULT_ACCENT },
    departments,
    catalogueVersion: catalogue.version,
    categories: [...takenFrom(file, catalogue).map((key) => ({ catalogue: key, change: changes[key] ?? {} })), ...own],
    modules: modulesOf(file, catalogue),
    districts,
    bounds: boundsOf(geometry),
    outline: outlineOf(geometry),
    attribution,
  }
  return draft as StoredTown
}

/** The town's own first; one of the same key stands in for the catalogue's. */
function modulesOf({ modules }: TownFile, catalogue: CompiledCatalogue): TextModule[] {
  const own = new Set(modules.map(({ key }) => key))
  return [...modules, ...(catalogue.modules ?? []).filter(({ key }) => !own.has(key))]
}

/** Keys the town takes from the catalogue, in the order shown. */
export function takenFrom({ categories, without }: TownFile, catalogue: CompiledCatalogue): string[] {
  const keys = categories === 'all' ? catalogue.categories.map(({ key }) => key) : categories
  return keys.filter((key) => !without.includes(key))
}

/** `Straßen und Verkehr` → `strassen-und-verkehr`; empty when nothing is left. */
export function keyOf(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[^a-z]+|-+$/g, '')
    .slice(0, 63)
}

export const departmentKey = ({ key, name, from }: TownFile['departments'][number]): string =>
  key ?? (name ? keyOf(name) : (from?.split('/')[1] ?? ''))

function departmentsOf(file: TownFile, catalogue: CompiledCatalogue, lent: Sources['lent']): Department[] {
  const offered = [...takenFrom(file, catalogue), ...file.own.map(({ key }) => key)]
  const named = file.departments.flatMap(({ categories }) => (categories === 'rest' ? [] : categories))
  const rest = offered.filter((key) => !named.includes(key))
  const isOnly = file.departments.length === 1
  return file.departments.map((department) => {
    const { categories, dispatcher, from } = department
    const takesRest = categories === 'rest' || (isOnly && categories.length === 0)
    return {
      ...(from ? lent(from) : {}),
      ...department,
      key: departmentKey(department),
      dispatcher: dispatcher || isOnly,
      categories: takesRest ? rest : (categories as string[]),
    } as Department
  })
}

function kindOf({ ags }: TownFile, boundary: Boundary): StoredTown['kind'] {
  if ((ags ?? boundary.ags)?.length === 5) return 'county'
  return boundary.designation && /stadt/i.test(boundary.designation) ? 'town' : 'municipality'
}

function officialNameOf(name: string, kind: StoredTown['kind']): string {
  if (kind === 'county') return name
  return `${kind === 'town' ? 'Stadt' : 'Gemeinde'} ${name}`
}

/** "in Lemgo, der Stadt Lemgo"; "im Kreis Lippe, des Kreises Lippe". */
export function formsOf(name: string, kind: StoredTown['kind']): { in: string; of: string } {
  const [first, ...others] = name.split(' ')
  const isCounty = first === 'Kreis' || first === 'Landkreis'
  if (isCounty) return { in: `im ${name}`, of: `des ${first}es ${others.join(' ')}` }
  if (kind === 'county') return { in: `im ${name}`, of: `von ${name}` }
  return { in: `in ${name}`, of: `der ${officialNameOf(name, kind)}` }
}
