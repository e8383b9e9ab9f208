/** All municipalities of Germany as towns. Prints what it measures; only what is right or wrong is asserted. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../db/client.ts'
import { listKnownTowns } from '../../server/towns/directory-rows.ts'
import { importDirectory } from '../../server/towns/import-directory.ts'
import { createRegistry, type Registry } from '../../server/towns/registry.ts'
import { heap, mB } from '../support/heap.ts'
import {
  COARSE,
  FINE,
  inventedContacts,
  type KnownPoint,
  readAnswerKey,
  readMunicipalities,
} from '../support/municipalities.ts'
import { SHARED_DATA } from '../support/shared-data.ts'
import { createWorld, type World } from '../support/world.ts'

const NOW = new Date('2026-11-16T08:00:00Z')
const BY_DATABASE = 500

describe.skipIf(!SHARED_DATA)('all municipalities', () => {
  let world: World
  let database: Database
  let agsOf: Map<string, string>
  let registry: Registry
  beforeAll(async () => {
    world = await createWorld()
    database = world.database
  })
  afterAll(() => world.close())

  const fill = async (path: string) => {
    const boundaries = readMunicipalities(path)
    const startedAt = performance.now()
    const done = await importDirectory(database, { boundaries, contacts: inventedContacts(boundaries) }, 'test', NOW)
    tell(`${path}: ${done.municipalities} municipalities in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`)
    return done
  }
  /** Of the answer key, those whose municipality the file has. */
  const pointsOf = async (path: string) => {
    const known = await database.inTransaction(null, listKnownTowns)
    agsOf = new Map(known.map(({ key, ags }) => [key, ags ?? '']))
    const inFile = new Set(readMunicipalities(path).features.map(({ properties }) => properties?.AGS))
    const points = readAnswerKey().filter(({ ags }) => inFile.has(ags))
    tell(`${points.length} of 20,000 points have a municipality in ${path}`)
    return points
  }
  const share = async (points: KnownPoint[]) => {
    let right = 0
    for (const { lat, lon, ags } of points) {
      const found = await registry.municipalityAt({ lat, lon })
      if (found && agsOf.get(found.key) === ags) right++
    }
    return right / points.length
  }

  it('are imported in one go, the crooked boundaries mended and named', async () => {
    const done = await fill(COARSE)
    expect(done).toMatchObject({ municipalities: 10_997, members: 3, added: 10_994, unreachable: 0 })
    expect(done.boundaries.map(({ name, kept }) => [name, kept])).toEqual([
      ['Burgjoß', true],
      ['Bad Sulza', true],
      ['Langenwetzendorf', true],
    ])
    const { added, changed, unchanged } = await fill(COARSE)
    expect({ added, changed, unchanged }).toEqual({ added: 0, changed: 0, unchanged: 10_994 })
  })

  it('are found by place for at least 99.5 % of 20,000 points, by the index and alike by the database', async () => {
    const points = await pointsOf(COARSE)
    const before = heap()
    registry = createRegistry(database, () => NOW, { keepsIndex: true })
    await registry.municipalityAt(points[0]!)
    tell(`the index of boxes takes ${mB(heap() - before)}`)
    const right = await timed('by index, polygons cold', points.length, () => share(points))
    await timed('by index, warm', points.length, () => share(points))
    tell(`with polygons ${mB(heap() - before)}; right: ${(right * 100).toFixed(2)} %`)

    const some = points.filter((_, i) => i % Math.floor(points.length / BY_DATABASE) === 0)
    const byIndex = await Promise.all(some.map((point) => registry.municipalityAt(point)))
    registry = createRegistry(database, () => NOW)
    await share(some)
    await timed('by candidates of the database, polygons warm', some.length, () => share(some))
    expect(await Promise.all(some.map((point) => registry.municipalityAt(point)))).toEqual(byIndex)
    expect(right).toBeGreaterThanOrEqual(0.995)
  })

  it('are found as well after a file of another year, which lets go of those whose land others have', async () => {
    const { boundaries, gone } = await fill(FINE)
    expect(boundaries).toHaveLength(11)
    expect(boundaries.every(({ kept }) => kept)).toBe(true)
    const points = await pointsOf(FINE)
    registry = createRegistry(database, () => NOW, { keepsIndex: true })
    const right = await share(points)
    tell(`${gone.length} are gone; right with the finer boundaries: ${(right * 100).toFixed(2)} %`)
    expect(right).toBeGreaterThanOrEqual(0.995)
  })
})

/** Measurements are read by people, not held against a limit that depends on the machine. */
const tell = (line: string) => void process.stdout.write(`${line}\n`)

async function timed<T>(what: string, lookups: number, work: () => Promise<T>): Promise<T> {
  const startedAt = performance.now()
  const result = await work()
  tell(`${what}: ${(((performance.now() - startedAt) * 1000) / lookups).toFixed(1)} µs per lookup`)
  return result
}
