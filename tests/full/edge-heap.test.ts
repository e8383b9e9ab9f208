/** The registry as the Worker has it, with all municipalities of Germany: it has to fit into a part of 128 MB. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createIsolateMemory } from '../../server/edge-memory.ts'
import { listKnownTowns } from '../../server/towns/directory-rows.ts'
import { importDirectory } from '../../server/towns/import-directory.ts'
import { createRegistry } from '../../server/towns/registry.ts'
import { heap, mB } from '../support/heap.ts'
import { COARSE, FINE, inventedContacts, readAnswerKey, readMunicipalities } from '../support/municipalities.ts'
import { NO_SHARED_DATA, SHARED_DATA } from '../support/shared-data.ts'
import { createWorld, type World } from '../support/world.ts'

const MOST_GROWTH = 32_000_000
const PLACES = 4_000
const title = SHARED_DATA
  ? 'all municipalities at the edge'
  : `all municipalities at the edge (skipped: ${NO_SHARED_DATA})`

describe.skipIf(!SHARED_DATA)(title, () => {
  let world: World
  beforeAll(async () => {
    world = await createWorld()
  })
  afterAll(() => world.close())

  it.each([
    ['simplified', COARSE],
    ['ten times finer', FINE],
  ])('are found by place, boundaries %s, while the heap grows by 32 MB at most', async (_how, file) => {
    const boundaries = readMunicipalities(file)
    const known = new Set(boundaries.features.map(({ properties }) => properties?.AGS))
    const { municipalities } = await importDirectory(
      world.database,
      { boundaries, contacts: inventedContacts(boundaries) },
      'test',
      world.now(),
    )
    expect(municipalities).toBeGreaterThanOrEqual(10_997)
    const rows = await world.database.inTransaction(null, listKnownTowns)
    const agsOf = new Map(rows.map(({ key, ags }) => [key, ags ?? '']))
    const all = readAnswerKey().filter(({ ags }) => known.has(ags))
    const points = all.filter((_, i) => i % Math.floor(all.length / PLACES) === 0)

    const before = heap()
    const memory = createIsolateMemory()
    let right = 0
    let most = 0
    const startedAt = performance.now()
    for (const [i, { lat, lon, ags }] of points.entries()) {
      const registry = createRegistry(world.database, world.now, { memory: memory.towns })
      const found = await registry.municipalityAt({ lat, lon })
      const town = found && (await registry.town(found.key))
      if (town && agsOf.get(town.key) === ags) right++
      if (i % 500 === 499) most = Math.max(most, heap() - before)
    }
    const each = (performance.now() - startedAt) / points.length
    tell(`${points.length} places over ${municipalities} municipalities: ${each.toFixed(2)} ms each, heap +${mB(most)}`)
    tell(`kept: ${memory.towns.known.weight} towns, ${memory.towns.polygons.weight} corners`)
    expect(points.length).toBeGreaterThanOrEqual(PLACES)
    expect(right / points.length).toBeGreaterThanOrEqual(0.995)
    expect(most).toBeLessThanOrEqual(MOST_GROWTH)
  })
})

/** Measurements are read by people. */
const tell = (line: string) => void process.stdout.write(`${line}\n`)
