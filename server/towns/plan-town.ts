/** What would change in a town: the version in force against the one its folder makes. Pure. */
import { area } from '@turf/area'
import { type Category, resolveCategory, type WholeCategory } from '../../tenants/catalogue-schema.ts'
import type { RoutingRule, StoredTown } from '../../tenants/schema.ts'
import { type Change, canonical, fieldDifferences, flattened, isSame, keyedDifferences } from './differences.ts'
import type { Area } from './read-boundary.ts'

export type TownState = { town: StoredTown; geometry: Area; logo: string | null }
type Catalogue = ReadonlyMap<string, WholeCategory>

/** @param catalogue the one the folder's town has, for the values its categories have without a change */
export function planTown(before: TownState, after: TownState, catalogue: Catalogue): Change[] {
  return [
    ...settingChanges(before, after),
    ...boundaryChanges(before.geometry, after.geometry),
    ...keyedDifferences('department', departmentsOf(before.town), departmentsOf(after.town)),
    ...keyedDifferences('category', categoriesOf(before.town, catalogue), categoriesOf(after.town, catalogue)).map(
      inShort,
    ),
    ...orderChange(before.town, after.town),
    ...ruleChanges(before.town.rules, after.town.rules),
    ...keyedDifferences('district', districtsOf(before.town), districtsOf(after.town)).map(inShort),
    ...keyedDifferences('partner', byKey(before.town.partners), byKey(after.town.partners)),
  ]
}

function settingChanges(before: TownState, after: TownState): Change[] {
  const changes = fieldDifferences(settingsOf(before.town), settingsOf(after.town))
  const hasNewLogo = before.logo !== after.logo ? [{ field: 'logo' }] : []
  return [...changes, ...hasNewLogo].map((change) => ({ what: 'setting', ...change }))
}

/** Everything that stands in the file by itself: what has keys is compared one by one. */
function settingsOf(town: StoredTown) {
  const { departments: _d, categories: _c, rules: _r, districts: _s, partners: _p, ...rest } = town
  const { catalogueVersion, bounds: _b, outline: _o, ...settings } = rest
  return flattened({ ...settings, catalogue: catalogueVersion })
}

function boundaryChanges(before: Area, after: Area): Change[] {
  return isSame(before, after) ? [] : [{ what: 'boundary', from: area(before), to: area(after) }]
}

const byKey = <T extends { key: string }>(list: readonly T[]) => new Map(list.map((one) => [one.key, one]))

const departmentsOf = ({ departments }: StoredTown) =>
  byKey(departments.map((one) => ({ ...one, categories: [...one.categories].sort() })))

const districtsOf = ({ districts }: StoredTown) => byKey(districts.map(({ area: _area, ...one }) => one))

/** Of what comes or goes the name says enough, and of a district its size: nobody reads coordinates. */
function inShort(change: Change): Change {
  const shorten = change.field === 'geometry' ? sizeOf : change.field ? (value: unknown) => value : nameOf
  return { ...change, from: shorten(change.from), to: shorten(change.to) }
}

const sizeOf = (value: unknown) => (value === undefined ? undefined : area(value as Area))
const nameOf = (value: unknown) => (value === undefined ? undefined : { name: (value as { name: unknown }).name })

export const keyOfEntry = (entry: StoredTown['categories'][number]) =>
  'catalogue' in entry ? entry.catalogue : entry.key

/** As the town has them over the newer catalogue, so that only its own decisions show. */
function categoriesOf({ categories }: StoredTown, catalogue: Catalogue): Map<string, Record<string, unknown>> {
  return new Map(
    categories.map((entry) => {
      if (!('catalogue' in entry)) return [entry.key, spanBySpan(resolveCategory(entry))]
      const whole = catalogue.get(entry.catalogue)
      return [entry.catalogue, whole ? spanBySpan(resolveCategory(whole, [entry.change])) : { key: entry.catalogue }]
    }),
  )
}

/** Each part's retention is a field of its own: `retention.contact`. */
const spanBySpan = ({ retention = {}, ...category }: Category) => ({ ...category, ...flattened({ retention }) })

/** The order counts only where nothing else has changed in the list. */
function orderChange(before: StoredTown, after: StoredTown): Change[] {
  const [from, to] = [before.categories.map(keyOfEntry), after.categories.map(keyOfEntry)]
  const isReordered = !isSame(from, to) && isSame([...from].sort(), [...to].sort())
  return isReordered ? [{ what: 'setting', field: 'order' }] : []
}

/** A rule is known by what it looks at; whom it names may change. */
function ruleChanges(before: readonly RoutingRule[], after: readonly RoutingRule[]): Change[] {
  const [from, to] = [rulesOf(before), rulesOf(after)]
  const kept = [...to].flatMap(([key, rule]) => {
    const earlier = from.get(key)
    return earlier && earlier.to !== rule.to
      ? [{ what: 'rule' as const, key, field: 'to', from: earlier, to: rule }]
      : []
  })
  const added = [...to]
    .filter(([key]) => !from.has(key))
    .map(([key, rule]) => ({ what: 'rule' as const, key, to: rule }))
  const gone = [...from]
    .filter(([key]) => !to.has(key))
    .map(([key, rule]) => ({ what: 'rule' as const, key, from: rule }))
  return [...added, ...gone, ...kept]
}

const rulesOf = (rules: readonly RoutingRule[]) =>
  new Map(rules.map(({ to, ...condition }) => [canonical(condition), { ...condition, to }]))
