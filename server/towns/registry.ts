/** Towns as the database has them, through a small cache that follows a new version within seconds. */
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon'
import type { MultiPolygon, Polygon } from 'geojson'
import { type Database, type Db, TOWN_KEY } from '../../db/client.ts'
import type { WholeCategory } from '../../tenants/catalogue-schema.ts'
import { StoredTown, TownSettings } from '../../tenants/schema.ts'
import type { RegisteredTown } from '../context.ts'
import { AppError } from '../errors.ts'
import type { NearTown, OtherTown, Places, Point } from '../ports.ts'
import { metresToBorder } from '../routing/metres-to-border.ts'
import { findCatalogueVersion } from './catalogue-rows.ts'
import { listAreasSince } from './directory-rows.ts'
import { LeastRecentlyUsed } from './least-recently-used.ts'
import { createPlaceIndex } from './place-index.ts'
import { ringsOf } from './read-boundary.ts'
import { resolveTown } from './resolve-town.ts'
import {
  findTownRow,
  findTownRowByAgs,
  findTownRowByHost,
  getAreaRow,
  getTownVersionRow,
  listAreaCandidates,
  listNearestTowns,
  listOpenIdTowns,
  listTownRows,
  searchTownRows,
  type TownRow,
} from './rows.ts'
import { findSettingsRow } from './settings-rows.ts'

/** How long a town may be served without asking whether it has a newer version. */
const FRESH_MS = 2_000
/** The list for the sign-in page looks through all towns. */
const OPEN_ID_FRESH_MS = 60_000
const TOWNS_KEPT = 500
const HOSTS_KEPT = 1_000
const CATALOGUES_KEPT = 10
/** Corners of all polygons kept, some 70 bytes each: about 20 MB, which a Worker can spare too. */
const CORNERS_KEPT = 300_000

export type TownWithLogo = RegisteredTown & { readonly logo: string | null }
type Known = { town: TownWithLogo; checkedAt: number }
/** Null: no town has this host. Kept too, since anybody may send any Host. */
type KnownHost = { key: string | null; checkedAt: number }
type OpenIdTown = Pick<TownRow, 'key' | 'name'>

export type Registry = Places & {
  town(key: string): Promise<TownWithLogo | null>
  townByHost(host: string): Promise<TownWithLogo | null>
  list(filter: { q?: string | undefined; limit: number }): Promise<TownRow[]>
  /** Towns whose name contains `q`, or that have it as a postcode. */
  search(q: string, limit: number): Promise<TownWithLogo[]>
  /** Towns with sign-in by their own accounts. */
  listOpenId(): Promise<OpenIdTown[]>
  /** Municipalities, the responsible one first. */
  near(point: Point, limit: number): Promise<TownRow[]>
}

/** A preview may go live without a new version. */
const isSame = (town: RegisteredTown, row: TownRow) =>
  town.version === row.version && town.settingsVersion === row.settingsVersion && town.live === row.live

export type RegistryOptions = {
  /** All boxes in memory: for a server that stays. Without it the database finds the candidates. */
  keepsIndex?: boolean
  /** Of registries that come and go, each with a database of its own. */
  memory?: RegistryMemory
}

/** What is known of the towns. Plain data, so that requests which must not share a connection may share it. */
export type RegistryMemory = ReturnType<typeof registryMemory>

export function registryMemory({ towns = TOWNS_KEPT, corners = CORNERS_KEPT } = {}) {
  return {
    known: new LeastRecentlyUsed<string, Known>(towns),
    hosts: new LeastRecentlyUsed<string, KnownHost>(HOSTS_KEPT),
    polygons: new LeastRecentlyUsed<string, Polygon | MultiPolygon>(corners, cornersOf),
    catalogues: new LeastRecentlyUsed<number, ReadonlyMap<string, WholeCategory>>(CATALOGUES_KEPT),
    openId: { rows: [] as OpenIdTown[], readAt: Number.NEGATIVE_INFINITY },
  }
}

export function createRegistry(
  database: Database,
  now: () => Date = () => new Date(),
  { keepsIndex = false, memory = registryMemory() }: RegistryOptions = {},
): Registry {
  const { known, hosts, polygons, catalogues } = memory
  const onPlatform = database.inTransaction.bind(database, null) as <T>(
    work: Parameters<typeof database.inTransaction<T>>[1],
  ) => Promise<T>

  const index = keepsIndex ? createPlaceIndex((seq) => onPlatform((db) => listAreasSince(db, seq)), now) : null

  async function load(
    find: (db: Parameters<typeof findTownRow>[0]) => Promise<TownRow | null>,
  ): Promise<TownWithLogo | null> {
    return onPlatform(async (db) => {
      const row = await find(db)
      if (!row) return null
      const earlier = known.get(row.key)
      if (earlier && isSame(earlier.town, row)) {
        earlier.checkedAt = now().getTime()
        return earlier.town
      }
      const { config, logo } = await getTownVersionRow(db, row.key, row.version)
      const stored = StoredTown.parse(config)
      const settings = row.settingsVersion > 0 ? await findSettingsRow(db, row.key, row.settingsVersion) : null
      const resolved = resolveTown(
        stored,
        await catalogue(db, stored.catalogueVersion),
        settings ? TownSettings.parse(settings.settings) : undefined,
      )
      const { version, settingsVersion, live } = row
      const town = { ...resolved, version, settingsVersion, live, logo }
      known.set(row.key, { town, checkedAt: now().getTime() })
      return town
    })
  }

  /**
   * While the database is away a town is what it was last: its imprint stays readable, and what cannot be done is told
   * in the town's look. For as long as any town may be believed, so that not every request waits for the database.
   */
  function asLastKnown(key: string | null | undefined, error: unknown): TownWithLogo {
    const last = key ? known.get(key) : undefined
    if (!last || !(error instanceof AppError && error.code === 'unavailable')) throw error
    last.checkedAt = now().getTime()
    return last.town
  }

  /** A version of the catalogue, which never changes. */
  async function catalogue(db: Db, version: number): Promise<ReadonlyMap<string, WholeCategory>> {
    const earlier = catalogues.get(version)
    if (earlier) return earlier
    const row = await findCatalogueVersion(db, version)
    const found = new Map((row?.categories ?? []).map((category) => [category.key, category]))
    if (row) catalogues.set(version, found)
    return found
  }

  async function polygonOf(town: string, version?: number): Promise<Polygon | MultiPolygon | null> {
    const earlier = version === undefined ? undefined : polygons.get(`${town}@${version}`)
    if (earlier) return earlier
    const area = await onPlatform((db) => getAreaRow(db, town))
    if (area) polygons.set(`${town}@${area.version}`, area.geometry)
    return area?.geometry ?? null
  }

  async function covers(town: string, { lat, lon }: Point, version?: number): Promise<boolean> {
    const polygon = await polygonOf(town, version)
    return polygon !== null && booleanPointInPolygon([lon, lat], polygon)
  }

  /** Members stand first among the candidates: their boundary is exact where another's may be coarse. */
  async function municipalityAt(point: Point): Promise<OtherTown | null> {
    const candidates = index ? await index.at(point) : await onPlatform((db) => listAreaCandidates(db, point))
    for (const { key, name, host, version } of candidates) {
      if (await covers(key, point, version)) return { key, name, host: host ?? undefined }
    }
    return null
  }

  const registry: Registry = {
    async town(key) {
      if (!TOWN_KEY.test(key)) return null
      const earlier = known.get(key)
      if (earlier && now().getTime() - earlier.checkedAt < FRESH_MS) return earlier.town
      return load((db) => findTownRow(db, key)).catch((error) => asLastKnown(key, error))
    },
    async townByHost(host) {
      const earlier = hosts.get(host)
      if (earlier && now().getTime() - earlier.checkedAt < FRESH_MS)
        return earlier.key ? registry.town(earlier.key) : null
      const town = await load((db) => findTownRowByHost(db, host)).catch((error) => asLastKnown(earlier?.key, error))
      hosts.set(host, { key: town?.key ?? null, checkedAt: now().getTime() })
      return town
    },
    async neighboursNear(town, point, metres) {
      const own = await polygonOf(town, known.get(town)?.town.version)
      // Most places are far from any border: one polygon, mostly in memory, and no query.
      if (!own || metresToBorder(point, own) > metres) return []
      const candidates = await onPlatform((db) => listAreaCandidates(db, point, metres))
      const near: NearTown[] = []
      for (const { key, name, host, version } of candidates.filter((one) => one.key !== town && one.member)) {
        const polygon = await polygonOf(key, version)
        if (!polygon) continue
        const isInside = booleanPointInPolygon([point.lon, point.lat], polygon)
        const away = isInside ? 0 : Math.ceil(metresToBorder(point, polygon))
        if (away <= metres) near.push({ key, name, host: host ?? undefined, metres: away })
      }
      return near
    },
    async townByAgs(ags) {
      const found = await load((db) => findTownRowByAgs(db, ags))
      return found && { key: found.key, name: found.name, host: found.host }
    },
    list: (filter) => onPlatform((db) => listTownRows(db, filter)),
    async listOpenId() {
      if (now().getTime() - memory.openId.readAt >= OPEN_ID_FRESH_MS)
        memory.openId = { rows: await onPlatform(listOpenIdTowns), readAt: now().getTime() }
      return memory.openId.rows
    },
    async search(q, limit) {
      const rows = await onPlatform((db) => searchTownRows(db, q, limit))
      const found = await Promise.all(rows.map(({ key }) => registry.town(key)))
      return found.filter((town) => town !== null)
    },
    async near(point, limit) {
      const nearest = await onPlatform((db) => listNearestTowns(db, point, limit))
      const responsible = await municipalityAt(point)
      if (!responsible) return nearest
      return [...nearest].sort((a, b) => Number(b.key === responsible.key) - Number(a.key === responsible.key))
    },
    covers: (town, point) => covers(town, point, known.get(town)?.town.version),
    async metresBeyond(town, point) {
      const polygon = await polygonOf(town, known.get(town)?.town.version)
      return polygon && metresToBorder(point, polygon)
    },
    municipalityAt,
  }
  return registry
}

const cornersOf = (area: Polygon | MultiPolygon) => ringsOf(area).reduce((sum, ring) => sum + ring.length, 0)
