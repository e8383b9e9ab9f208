/** What all 10,997 municipalities cost: finding a town by its place, and the start page. */
import type { Deps } from '../../server/http/app-env.ts'
import type { Registry } from '../../server/towns/registry.ts'
import { heap, mB } from '../support/heap.ts'
import {
  COARSE,
  inventedContacts,
  type KnownPoint,
  readAnswerKey,
  readMunicipalities,
} from '../support/municipalities.ts'
import { NO_SHARED_DATA, SHARED_DATA } from '../support/shared-data.ts'
import type { Application } from './application.ts'
import type { Line } from './table.ts'

const TOWN = 'http://127.0.0.1:3000/bad-salzuflen/'
const WARM_UP = 50
const REQUESTS = 400
const BY_DATABASE = 1_000

async function openWorld({ openEmbedded, applyTowns, readTenants, createRegistry, createApp }: Application) {
  const { database } = await openEmbedded({ migrations: 'db/migrations' })
  await applyTowns(database, readTenants('tenants'), 'bench', new Date())
  const registry = createRegistry(database, undefined, { keepsIndex: true })
  const quiet = () => undefined
  const deps = {
    database,
    registry,
    log: { info: quiet, warn: quiet, error: quiet, within: (_: unknown, work: () => unknown) => work() },
    now: () => new Date(),
    secret: 'a secret for measuring that is long enough',
    publicUrl: 'http://127.0.0.1:3000',
    demo: false,
    operator: {},
    trustedProxies: [],
    limitsExempt: [],
    pictures: null,
    geocoder: null,
    metrics: null,
    assets: { citizen: { css: [], js: [] }, clerk: { css: [], js: [] }, embed: '' },
  } as unknown as Deps
  return { database, registry, app: createApp(deps) }
}
type World = Awaited<ReturnType<typeof openWorld>>

async function pageTime({ app }: World): Promise<number> {
  const startedAt = performance.now()
  const answer = await app.fetch(new Request(TOWN))
  await answer.text()
  if (answer.status !== 200) throw new Error(`${TOWN} answered ${answer.status}`)
  return performance.now() - startedAt
}

/** One request here, one there, so that whatever else the machine does falls on both alike. */
async function startPages(few: World, all: World): Promise<Line[]> {
  const times: [number[], number[]] = [[], []]
  for (let i = 0; i < WARM_UP + REQUESTS; i++) {
    const [here, there] = [await pageTime(few), await pageTime(all)]
    if (i >= WARM_UP) {
      times[0].push(here)
      times[1].push(there)
    }
  }
  const [a, b] = times.map(median) as [number, number]
  return [
    { what: 'start page, 3 towns, median', embedded: `${a.toFixed(1)} ms` },
    { what: 'start page, 10,997 towns, median', embedded: `${b.toFixed(1)} ms` },
    { what: 'ratio of the medians', embedded: (b / a).toFixed(2), aim: '≤ 1.15' },
  ]
}

const median = (all: number[]) => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)]!

async function lookUp(registry: Registry, points: KnownPoint[]): Promise<number> {
  const startedAt = performance.now()
  for (const point of points) await registry.municipalityAt(point)
  return (performance.now() - startedAt) / points.length
}

async function lookups({ createRegistry }: Application, { database }: World): Promise<Line[]> {
  const points = readAnswerKey()
  const before = heap()
  const index = createRegistry(database, undefined, { keepsIndex: true })
  await index.municipalityAt({ lat: 0, lon: 0 })
  const boxes = heap() - before
  const cold = await lookUp(index, points)
  const warm = await lookUp(index, points)
  const polygons = heap() - before
  const candidates = createRegistry(database)
  const some = points.slice(0, BY_DATABASE)
  await lookUp(candidates, some)
  const byDatabase = await lookUp(candidates, some)
  return [
    { what: 'place to town by index, warm', embedded: `${(warm * 1000).toFixed(1)} µs`, aim: '≤ 50 µs' },
    { what: 'place to town by index, polygons not yet read', embedded: `${(cold * 1000).toFixed(0)} µs` },
    { what: 'place to town by candidates of the database', embedded: `${byDatabase.toFixed(2)} ms`, aim: '≤ 1 ms' },
    { what: 'memory of the index, boxes only', embedded: mB(boxes) },
    { what: 'memory of the index with polygons', embedded: mB(polygons) },
  ]
}

export async function places(application: Application): Promise<Line[]> {
  if (!SHARED_DATA) return [{ what: 'all municipalities', embedded: NO_SHARED_DATA }]
  const [few, all] = [await openWorld(application), await openWorld(application)]
  const boundaries = readMunicipalities(COARSE)
  const contacts = inventedContacts(boundaries)
  const startedAt = performance.now()
  await application.importDirectory(all.database, { boundaries, contacts }, 'bench', new Date())
  const seconds = `${((performance.now() - startedAt) / 1000).toFixed(1)} s`
  const lines = [
    { what: 'import of 10,997 municipalities', embedded: seconds, aim: '≤ 60 s' },
    ...(await lookups(application, all)),
    ...(await startPages(few, all)),
  ]
  await Promise.all([few.database.close(), all.database.close()])
  return lines
}
