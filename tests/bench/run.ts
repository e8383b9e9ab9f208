/**
 * Prints how fast it is, each figure beside its aim, on Postgres and on the embedded database. Asserts nothing.
 *
 *   npm run bench                              everything, some quarter of an hour
 *   npm run bench -- --quick                   small numbers, to try it
 *   npm run bench -- --only map,cold           warm, cold, map, interfaces, submit, cpu, places, start, weight,
 *                                              runtimes
 */
import { parseArgs } from 'node:util'
import { HAS_OWN_POSTGRES, NO_OWN_POSTGRES } from '../support/own-postgres.ts'
import { build } from '../support/server.ts'
import { type Application, loadApplication } from './application.ts'
import { cpuPerRequest } from './cpu.ts'
import { interfaces } from './interfaces.ts'
import { mapViews } from './map.ts'
import { coldPages, warmPages } from './pages.ts'
import { places } from './places.ts'
import { runtimes } from './runtimes.ts'
import { openStage, type Stage } from './stage.ts'
import { start } from './start.ts'
import { submits } from './submit.ts'
import { type Column, type Line, machine, merged, tableOf, tell } from './table.ts'
import { weight } from './weight.ts'

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false }, only: { type: 'string' } } })
const { quick } = values

const AMOUNTS = {
  postgres: quick ? { towns: 50, perTown: 200, inBigTown: 5_000 } : { towns: 500, perTown: 2_000, inBigTown: 100_000 },
  embedded: quick ? { towns: 50, perTown: 100, inBigTown: 2_000 } : { towns: 50, perTown: 2_000, inBigTown: 100_000 },
}
const SIZES = quick
  ? { seconds: 2, requests: 20, perZoom: 10, reports: 200, rounds: 5 }
  : { seconds: 5, requests: 100, perZoom: 60, reports: 2_000, rounds: 20 }

/** `warm` last: it gives the data to a server of its own. */
const ON_STAGE: Record<string, (stage: Stage, sizes: typeof SIZES) => Promise<Line[]>> = {
  cold: coldPages,
  map: mapViews,
  cpu: cpuPerRequest,
  interfaces,
  submit: submits,
  warm: warmPages,
}
const ALONE = ['places', 'start', 'weight']
/** With a table of its own. */
const BY_RUNTIME = 'runtimes'
const names = [...Object.keys(ON_STAGE), ...ALONE, BY_RUNTIME]
const chosen = values.only?.split(',') ?? names
const wrong = chosen.filter((name) => !names.includes(name))
if (wrong.length > 0) {
  process.stderr.write(`--only: ${wrong.join(', ')} is none of ${names.join(', ')}\n`)
  process.exit(2)
}
const wants = (name: string) => chosen.includes(name)

/** Databases and folders of the moment go also when somebody interrupts. */
let leave = () => Promise.resolve()
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void leave().finally(() => process.exit(1)))
}

/** One that fails must not take the others' minutes with it. */
async function orItsFailure(what: string, column: Column, measure: () => Promise<Line[]>): Promise<Line[]> {
  try {
    return await measure()
  } catch (error) {
    tell(String((error as Error).stack))
    process.exitCode = 1
    return [{ what, [column]: 'failed' }]
  }
}

async function onStage(column: Column, application: Application): Promise<Line[]> {
  const stages = Object.keys(ON_STAGE).filter(wants)
  if (stages.length === 0) return []
  if (column === 'postgres' && !HAS_OWN_POSTGRES) return [{ what: 'Postgres', postgres: NO_OWN_POSTGRES }]
  const stage = await openStage(column, application, AMOUNTS[column])
  leave = stage.drop
  try {
    const lines: Line[] = []
    for (const name of stages) {
      tell(`${column}: ${name}`)
      lines.push(...(await orItsFailure(name, column, () => ON_STAGE[name]!(stage, SIZES))))
    }
    return lines
  } finally {
    await leave()
  }
}

await build()
const application = await loadApplication()
const columns = [await onStage('postgres', application), await onStage('embedded', application)]
const lines = merged(columns)
const alone: Record<string, () => Promise<Line[]>> = { places: () => places(application), start, weight }
for (const [name, measure] of Object.entries(alone).filter(([name]) => wants(name))) {
  tell(name)
  lines.push(...(await orItsFailure(name, 'embedded', measure)))
}
await application.close()
let byRuntime = ''
if (wants(BY_RUNTIME)) {
  tell(BY_RUNTIME)
  byRuntime = `\n${await runtimes(SIZES).catch((error: Error) => {
    process.exitCode = 1
    return String(error.stack)
  })}\n`
}
lines.push({ what: 'Lighthouse', postgres: 'npm run test:full', aim: '≥ 95' })
process.stdout.write(`\n${machine()}${quick ? ', small numbers only' : ''}\n\n${tableOf(lines)}\n${byRuntime}`)
// What a database or a build tool still holds open is nobody's any more.
process.exit()
