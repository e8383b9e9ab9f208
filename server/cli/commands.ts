/** What commands do, wherever they run: in a process of their own or asked for by the control channel. */
import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import type { Database } from '../../db/client.ts'
import type { Command, Reply } from '../adapters/data-dir-lock.ts'
import { scryptPasswords } from '../adapters/passwords-scrypt.ts'
import { readCatalogueFolder, readTownFolders } from '../adapters/tenant-folder.ts'
import type { Membership } from '../context.ts'
import { addMembershipRow, addPersonRow, findPersonRowByEmail, setPasswordHash } from '../people/rows.ts'
import { applyTowns, checkTowns, problemLine, type TenantsFolder } from '../towns/apply-towns.ts'
import { findTownRow } from '../towns/rows.ts'

export const USAGE = `Befehle:
  npm run towns -- check                     Kommunen prüfen, ohne Datenbank
  npm run towns -- apply                     Kommunen prüfen und übernehmen
  npm run migrate                            Postgres auf den neuesten Stand bringen (DATABASE_OWNER_URL)
  npm run accounts -- add <E-Mail> --name <Name> --town <Schlüssel> --role clerk|dispatcher|admin [--department <Schlüssel>]`

export type CommandWorld = { tenantsDir: string; by: string; now: () => Date }

export function readTenants(dir: string): TenantsFolder {
  return { catalogue: readCatalogueFolder(dir), towns: readTownFolders(dir) }
}

/** Commands that need no database; null for all others. */
export function runWithoutDatabase({ command, args }: Command, { tenantsDir }: CommandWorld): Reply | null {
  if (command !== 'towns' || args[0] !== 'check') return null
  const { towns, problems } = checkTowns(readTenants(tenantsDir))
  if (problems.length > 0) return { ok: false, output: problems.map(problemLine).join('\n') }
  return {
    ok: true,
    output: `${towns.length} Kommunen geprüft, alles in Ordnung: ${towns.map(({ town }) => town.name).join(', ')}`,
  }
}

export async function runCommand(database: Database, world: CommandWorld, { command, args }: Command): Promise<Reply> {
  if (command === 'towns' && args[0] === 'apply') return applyCommand(database, world)
  if (command === 'accounts' && args[0] === 'add') return addAccount(database, world, args.slice(1))
  return { ok: false, output: USAGE }
}

async function applyCommand(database: Database, { tenantsDir, by, now }: CommandWorld): Promise<Reply> {
  const applied = await applyTowns(database, readTenants(tenantsDir), by, now())
  const lines = applied.map(
    ({ town, version, changed }) => `${town}: Version ${version}${changed ? ', neu' : ', unverändert'}`,
  )
  return { ok: true, output: lines.join('\n') }
}

const Account = z.object({
  email: z.email(),
  name: z.string().min(1),
  town: z.string(),
  role: z.enum(['clerk', 'dispatcher', 'admin']),
  department: z.string().default(''),
})

async function addAccount(database: Database, { now }: CommandWorld, args: string[]): Promise<Reply> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      name: { type: 'string' },
      town: { type: 'string' },
      role: { type: 'string' },
      department: { type: 'string' },
    },
  })
  const parsed = Account.safeParse({ ...values, email: positionals[0] })
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    return { ok: false, output: [...wrong, USAGE].join('\n') }
  }
  const { email, name, town, role } = parsed.data
  const department = role === 'clerk' ? parsed.data.department : ''
  if (role === 'clerk' && !department)
    return { ok: false, output: 'department: Nennen Sie den Fachbereich, zum Beispiel --department roads' }

  const password = randomBytes(12).toString('base64url')
  const passwordHash = await scryptPasswords.hash(password)
  return database.inTransaction(null, async (db) => {
    if (!(await findTownRow(db, town)))
      return { ok: false, output: `town: „${town}“ ist nicht eingerichtet. Zuerst: npm run towns -- apply` }
    const earlier = await findPersonRowByEmail(db, email)
    const id = earlier?.id ?? crypto.randomUUID()
    if (!earlier) await addPersonRow(db, { id, email, name, language: 'de', createdAt: now() })
    const membership: Membership = { town, department, role }
    await addMembershipRow(db, id, membership)
    if (earlier?.passwordHash) return { ok: true, output: `${email} arbeitet jetzt auch für ${town}.` }
    await setPasswordHash(db, id, passwordHash)
    return { ok: true, output: `${email} kann sich anmelden. Passwort: ${password}` }
  })
}
