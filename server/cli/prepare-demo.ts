/** The demo's own start: example towns applied, example people with today's password, example reports. */
import { randomBytes } from 'node:crypto'
import { readTownFolders } from '../adapters/tenant-folder.ts'
import type { Actor, RegisteredTown } from '../context.ts'
import type { Deps } from '../http/app-env.ts'
import { type DemoPerson, ensureDemoPeople } from '../people/demo-people.ts'
import { applyTowns } from '../towns/apply-towns.ts'
import { checkConformance } from '../towns/check-conformance.ts'
import { loadDemo } from '../towns/load-demo.ts'
import { readTenants } from './command-world.ts'

/** Returns what to print: how to sign in. */
export async function prepareDemo(deps: Deps, tenantsDir: string): Promise<string> {
  const { database, registry, passwords, secret, now } = deps
  await applyTowns(database, readTenants(tenantsDir), 'demo', now())
  const folders = readTownFolders(tenantsDir)
  const towns = (await Promise.all(folders.map(({ key }) => registry.town(key)))).filter((town) => town !== null)
  const password = randomBytes(9).toString('base64url')
  const people = await ensureDemoPeople({ database, passwords, now: now() }, towns, password)

  for (const { key } of towns) await checkConformance(database, key, { now: now(), isDemo: true })
  for (const town of towns) {
    const lines = folders.find((folder) => folder.key === town.key)?.demo
    const admin = people.find((person) => person.town === town.key && person.role === 'admin')
    if (!lines || !admin) continue
    await loadDemo({ database, secret, now: now() }, { town, lines, actor: actorOf(admin) })
  }
  return signIns(towns, people, password)
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
