/** `towns plan`: a whole folder against what is in force. Changes nothing. */
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon'
import type { Database, Db } from '../../db/client.ts'
import type { WholeCategory } from '../../tenants/catalogue-schema.ts'
import { StoredTown } from '../../tenants/schema.ts'
import { addressesChange } from '../places/rows.ts'
import { hashOf } from '../secrets.ts'
import { contentHashOf, type InUse, inUseWithout } from './apply-town.ts'
import { findCatalogueVersion } from './catalogue-rows.ts'
import type { CompiledTown } from './check-town.ts'
import type { CheckedTowns } from './check-towns.ts'
import type { CompiledCatalogue } from './compile-town.ts'
import type { Change } from './differences.ts'
import { catalogueOf, type EarlierCatalogues } from './earlier-catalogues.ts'
import { listOpenPoints } from './open-use-rows.ts'
import { planCatalogue } from './plan-catalogue.ts'
import { planTown, type TownState } from './plan-town.ts'
import { findTownRow, getTownVersionRow, listMemberTowns } from './rows.ts'

export type TownPlan = {
  town: string
  name: string
  state: 'new' | 'same' | 'changed' | 'left'
  changes: Change[]
  /** Why `apply` would refuse it. */
  inUse: InUse[]
}
export type CataloguePlan = { from: number; to: number; changes: Change[]; isRefused: boolean }
export type Plan = { catalogues: CataloguePlan[]; towns: TownPlan[] }

type Sound = Pick<CheckedTowns, 'towns'> & { catalogue: CompiledCatalogue }

/** @param key only this town; without it all, and those that the folder no longer has */
export async function planTowns(
  database: Database,
  { towns, catalogue }: Sound,
  { key, earlier }: { key?: string | undefined; earlier: EarlierCatalogues },
): Promise<Plan> {
  const plans: TownPlan[] = []
  const moves = new Map<string, { from: number; to: number }>()
  for (const compiled of towns.filter(({ town }) => !key || town.key === key)) {
    const { catalogueVersion: to } = compiled.town
    const { plan, from } = await planOne(database, compiled, catalogueOf(compiled.town, catalogue, earlier))
    plans.push(plan)
    if (from !== undefined && from !== to) moves.set(`${from} ${to}`, { from, to })
  }
  if (!key) plans.push(...(await planLeft(database, towns)))
  const catalogues = [
    ...(await sameVersionChanged(database, catalogue)),
    ...(await planMoves(database, moves, catalogue)),
  ]
  return { catalogues, towns: plans }
}

type Catalogue = ReadonlyMap<string, WholeCategory>
type Planned = { plan: TownPlan; from?: number }

async function planOne(database: Database, compiled: CompiledTown, taken: Catalogue): Promise<Planned> {
  const { town } = compiled
  const { key, name } = town
  return database.inTransaction(key, async (db) => {
    const row = await findTownRow(db, key)
    if (!row) {
      const to = { departments: town.departments.length, categories: town.categories.length }
      return { plan: { town: key, name, state: 'new', changes: [{ what: 'setting', field: 'town', to }], inUse: [] } }
    }
    const inForce = await getTownVersionRow(db, key, row.version)
    const before: TownState = {
      town: StoredTown.parse(inForce.config),
      geometry: inForce.boundary,
      logo: inForce.logo,
    }
    const from = before.town.catalogueVersion
    // The same question `apply` asks, so that both agree on what is unchanged.
    if (inForce.contentHash === (await contentHashOf(compiled)))
      return { plan: { town: key, name, state: 'same', changes: [], inUse: [] }, from }
    const changes = planTown(before, compiled, taken)
    const moved = changes.some(({ what }) => what === 'boundary')
    const outside = moved ? await countOutside(db, compiled) : 0
    if (outside > 0) changes.push({ what: 'outside', to: outside })
    const list = await addressesChange(db, key, compiled.addresses)
    if (list) changes.push({ what: 'addresses', ...list })
    return { plan: { town: key, name, state: 'changed', changes, inUse: await inUseWithout(db, town) }, from }
  })
}

/** Open reports that would no longer lie in the town. */
async function countOutside(db: Db, { town, geometry }: CompiledTown): Promise<number> {
  const points = await listOpenPoints(db, town.key)
  return points.filter(({ lat, lon }) => !booleanPointInPolygon([lon, lat], geometry)).length
}

/** They stay in service: nobody leaves by a folder that is missing. */
async function planLeft(database: Database, towns: readonly CompiledTown[]): Promise<TownPlan[]> {
  const known = await database.inTransaction(null, listMemberTowns)
  return known
    .filter(({ key }) => !towns.some(({ town }) => town.key === key))
    .map(({ key, name }) => ({ town: key, name, state: 'left', changes: [], inUse: [] }))
}

/** A catalogue that is not what was applied under its version: `apply` refuses it. */
async function sameVersionChanged(database: Database, { version, categories }: CompiledCatalogue) {
  const earlier = await database.inTransaction(null, (db) => findCatalogueVersion(db, version))
  if (!earlier || earlier.contentHash === (await hashOf(JSON.stringify(categories)))) return []
  const changes = planCatalogue(earlier.categories, categories)
  return [{ from: version, to: version, changes, isRefused: true }]
}

async function planMoves(
  database: Database,
  moves: ReadonlyMap<string, { from: number; to: number }>,
  newest: CompiledCatalogue,
): Promise<CataloguePlan[]> {
  return database.inTransaction(null, async (db) => {
    const categoriesOf = async (version: number) =>
      version === newest.version ? newest.categories : ((await findCatalogueVersion(db, version))?.categories ?? [])
    const plans: CataloguePlan[] = []
    for (const { from, to } of moves.values()) {
      const changes = planCatalogue(await categoriesOf(from), await categoriesOf(to))
      plans.push({ from, to, changes, isRefused: false })
    }
    return plans
  })
}
