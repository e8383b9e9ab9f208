/** The demo's own start: example towns applied, example people with today's password, example reports. */
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PROJECT_ROOT } from '../adapters/project-root.ts'
import type { Actor, RegisteredTown } from '../context.ts'
import type { Deps } from '../http/app-env.ts'
import { type DemoPerson, ensureDemoPeople } from '../people/demo-people.ts'
import { applyTowns } from '../towns/apply-towns.ts'
import { checkConformance } from '../towns/check-conformance.ts'
import type { TenantsFolder } from '../towns/check-towns.ts'
import { loadDemo } from '../towns/load-demo.ts'
import { readTenants } from './command-world.ts'

type Folders = { tenantsDir: string; dataDir: string }

/** Returns what to print: how to sign in. */
export async function prepareDemo(deps: Deps, where: Folders): Promise<string> {
  const { database, registry, passwords, secret, now } = deps
  const folder = readTenants(where.tenantsDir)
  const folders = folder.towns
  const inService = () => Promise.all(folders.map(({ key }) => registry.town(key)))
  const stamp = stampOf(folder, where)
  const isNew = stamp.isNew || (await inService()).includes(null)
  if (isNew) await applyTowns(database, folder, 'demo', now())
  const towns = (await inService()).filter((town) => town !== null)
  const password = randomBytes(9).toString('base64url')
  const people = await ensureDemoPeople({ database, passwords, now: now() }, towns, password)

  if (isNew) for (const { key } of towns) await checkConformance(database, key, { now: now(), isDemo: true })
  for (const town of towns) {
    const lines = folders.find((folder) => folder.key === town.key)?.demo
    const admin = people.find((person) => person.town === town.key && person.role === 'admin')
    if (!lines || !admin) continue
    await loadDemo({ database, secret, now: now() }, { town, lines, actor: actorOf(admin) })
  }
  stamp.keep()
  return signIns(towns, people, password)
}

/**
 * Files as they were when the demo last applied them, and by which build: unchanged ones are left alone, so that a start
 * is quick and a rollback stays.
 */
function stampOf(folder: TenantsFolder, { dataDir }: Folders) {
  const file = join(dataDir, 'tenants.sha256')
  const build = join(PROJECT_ROOT, 'dist/stamp')
  const parts = [JSON.stringify(folder), existsSync(build) ? readFileSync(build, 'utf8') : '']
  const now = createHash('sha256').update(parts.join('\0')).digest('hex')
  return {
    isNew: !existsSync(file) || readFileSync(file, 'utf8') !== now,
    keep: () => writeFileSync(file, now),
  }
}

function actorOf({ id, name, town, department, role }: DemoPerson): Actor {
  return { kind: 'clerk', personId: id, name, memberships: [{ town, department, role }] }
}

function signIns(towns: RegisteredTown[], people: DemoPerson[], password: string): string {
  const lines = towns.map((town) => {
    const emails = people.filter((person) => person.town === town.key).map((person) => person.email.split('@')[0])
    return `  ${town.name.padEnd(14)} ${emails.join(', ')} @${town.key}.example`
  })
  const operators = people.filter(({ role }) => role === 'operator').map(({ email }) => email)
  return [
    `Für die Verwaltung: /amt  (Beispielzugänge, nur auf diesem Rechner; Passwort für alle: ${password})`,
    ...lines,
    `  ${'Betrieb'.padEnd(14)} ${operators.join(', ')}`,
    'E-Mails der Vorführung liegen als Text im Datenordner unter mail/.',
    '',
  ].join('\n')
}
