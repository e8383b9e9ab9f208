/** `npm run towns -- check | apply | history | rollback | explain` */
import { parseArgs } from 'node:util'
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon'
import { z } from 'zod'
import { formatDateTime } from '../../client/i18n/index.ts'
import type { Database } from '../../db/client.ts'
import type { Reply } from '../adapters/data-dir-lock.ts'
import { readCatalogueFolder, readTownFolders } from '../adapters/tenant-folder.ts'
import { checkAnswers } from '../reports/check-answers.ts'
import { reasonInWords } from '../routing/reason-in-words.ts'
import { routeReport } from '../routing/route-report.ts'
import { applyTowns, checkTowns, problemLine, type TenantsFolder } from '../towns/apply-towns.ts'
import { rollBackTown } from '../towns/roll-back-town.ts'
import { listTownVersionRows } from '../towns/rows.ts'
import type { CommandWorld } from './command-world.ts'

export function readTenants(dir: string): TenantsFolder {
  return { catalogue: readCatalogueFolder(dir), towns: readTownFolders(dir) }
}

const refuse = (output: string): Reply => ({ ok: false, output })

export function checkCommand({ tenantsDir }: CommandWorld): Reply {
  const { towns, problems } = checkTowns(readTenants(tenantsDir))
  if (problems.length > 0) return { ...refuse(problems.map(problemLine).join('\n')), data: problems }
  const names = towns.map(({ town }) => town.name)
  return { ok: true, output: `${towns.length} Kommunen geprüft, alles in Ordnung: ${names.join(', ')}`, data: [] }
}

export async function applyCommand(database: Database, { tenantsDir, by, now }: CommandWorld): Promise<Reply> {
  const applied = await applyTowns(database, readTenants(tenantsDir), by, now())
  const lines = applied.map(
    ({ town, version, changed }) => `${town}: Version ${version}${changed ? ', neu' : ', unverändert'}`,
  )
  return { ok: true, output: lines.join('\n'), data: applied }
}

const OPTIONS = {
  town: { type: 'string' },
  to: { type: 'string' },
  category: { type: 'string' },
  at: { type: 'string' },
  answer: { type: 'string', multiple: true },
} as const

const readOptions = (args: string[]) => parseArgs({ args, options: OPTIONS }).values

/** Who applied what when, newest first. */
export async function historyCommand(database: Database, { now }: CommandWorld, args: string[]): Promise<Reply> {
  const { town } = readOptions(args)
  if (!town) return refuse('town: Nennen Sie die Kommune, zum Beispiel --town lemgo')
  const versions = await database.inTransaction(null, (db) => listTownVersionRows(db, town))
  if (versions.length === 0) return refuse(`town: „${town}“ ist nicht eingerichtet.`)
  const lines = versions.map(
    ({ version, appliedAt, appliedBy }) =>
      `Version ${version}: ${formatDateTime('de', appliedAt, now())}, ${appliedBy}`,
  )
  return { ok: true, output: lines.join('\n'), data: versions }
}

const Version = z.coerce.number().int().positive().optional()

export async function rollbackCommand(database: Database, { by, now }: CommandWorld, args: string[]): Promise<Reply> {
  const { town, to } = readOptions(args)
  const version = Version.safeParse(to)
  if (!town) return refuse('town: Nennen Sie die Kommune, zum Beispiel --town lemgo')
  if (!version.success)
    return refuse(`to: „${to}“ ist keine Version. Welche es gibt, sagt: npm run towns -- history --town ${town}`)
  const applied = await rollBackTown(database, { town, to: version.data }, by, now())
  return { ok: true, output: `${town}: wieder wie zuvor, als Version ${applied.version}`, data: applied }
}

/** Where a report at this place would go by the files as they are, and why. Needs no database. */
export function explainCommand({ tenantsDir }: CommandWorld, args: string[]): Reply {
  const { town: key, category: wanted, at, answer = [] } = readOptions(args)
  const { towns, problems } = checkTowns(readTenants(tenantsDir))
  if (problems.length > 0) return { ...refuse(problems.map(problemLine).join('\n')), data: problems }
  const compiled = towns.find(({ town }) => town.key === key)
  if (!compiled) return refuse(`town: Nennen Sie eine von: ${towns.map(({ town }) => town.key).join(', ')}`)
  const { town } = compiled
  const category = town.categories.find((one) => one.key === wanted)
  if (!category) return refuse(`category: Nennen Sie eine von: ${town.categories.map((one) => one.key).join(', ')}`)
  const point = at === undefined ? null : readPoint(at)
  if (point === undefined)
    return refuse(`at: „${at}“ ist kein Ort. Schreiben Sie Breite,Länge, zum Beispiel --at 52.0862,8.7443`)
  const given = Object.fromEntries(answer.map((one) => one.split(/=(.*)/s).slice(0, 2)))
  const { answers, errors } = checkAnswers(category, given, 'de')
  if (errors.length > 0)
    return refuse(
      errors.map(({ pointer }) => `answer: „${pointer.split('/').at(-1)}“ passt nicht zur Frage.`).join('\n'),
    )

  const isHere = point === null || booleanPointInPolygon([point.lon, point.lat], compiled.geometry)
  if (!isHere) {
    const other = towns.find(
      (one) => one.town.kind !== 'county' && booleanPointInPolygon([point.lon, point.lat], one.geometry),
    )
    return {
      ok: true,
      output: other ? `Der Ort gehört zu: ${other.town.name}.` : 'Der Ort liegt in keiner Kommune, die dabei ist.',
      data: { town: other?.town.key ?? null },
    }
  }
  const values = Object.fromEntries(answers.map((one) => [one.key, one.value]))
  const { department, because } = routeReport(town, { category: category.key, point, answers: values })
  const name = town.departments.find((one) => one.key === department)?.name
  return {
    ok: true,
    output: `${name}. ${reasonInWords('de', town, because, category.key)}`,
    data: { department, because },
  }
}

function readPoint(text: string): { lat: number; lon: number } | undefined {
  const [lat, lon, ...rest] = text.split(',').map(Number)
  const isPoint = rest.length === 0 && Math.abs(lat ?? 91) <= 90 && Math.abs(lon ?? 181) <= 180
  return isPoint ? { lat: lat!, lon: lon! } : undefined
}
