/** Towns of the example folder, changed where a test needs them to be. */
import { readTenants } from '../../server/cli/command-world.ts'
import type { CompiledTown } from '../../server/towns/check-town.ts'
import { checkTowns } from '../../server/towns/check-towns.ts'
import type { StoredTown } from '../../tenants/schema.ts'

/** The folder does not change while a test runs, and to check all of it takes a second. */
let compiledTowns: CompiledTown[] | undefined

export function compiledTown(key: string, change: Partial<StoredTown> = {}): CompiledTown {
  compiledTowns ??= checkTowns(readTenants('tenants')).towns
  const compiled = compiledTowns.find(({ town }) => town.key === key)!
  return { ...compiled, town: { ...compiled.town, ...change } }
}

/** Nothing a law demands is linked: a town that cannot go live. */
export const LAWLESS: Partial<StoredTown> = { legal: {} }

/** Lemgo under another name and, so that it overlaps nobody, elsewhere. */
export function newTown(change: Partial<StoredTown> = {}): CompiledTown {
  const { town, logo } = compiledTown('lemgo')
  const bounds: StoredTown['bounds'] = [10, 50, 10.1, 50.1]
  const [west, south, east, north] = bounds
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ] as [number, number][]
  const moved = { key: 'neustadt', name: 'Neustadt', ags: '06440000', bounds, outline: [ring], rules: [] }
  return {
    town: { ...town, ...moved, ...change },
    geometry: { type: 'Polygon', coordinates: [ring] },
    logo,
    addresses: [],
  }
}
