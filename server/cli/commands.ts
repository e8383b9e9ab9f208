/** What commands do, wherever they run: in a process of their own or asked for by the control channel. */
import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import type { Database } from '../../db/client.ts'
import type { Command, Reply } from '../adapters/data-dir-lock.ts'
import { scryptPasswords } from '../adapters/passwords-scrypt.ts'
import type { Membership } from '../context.ts'
import { AppError } from '../errors.ts'
import { sentence } from '../http/field-errors.ts'
import { addMembershipRow, addPersonRow, findPersonRowByEmail, setPasswordHash } from '../people/rows.ts'
import { findTownRow } from '../towns/rows.ts'
import type { CommandWorld } from './command-world.ts'
import { applyCommand, checkCommand, explainCommand, historyCommand, rollbackCommand } from './town-commands.ts'

export const USAGE = `Befehle:
  npm run towns -- check                     Kommunen prüfen, ohne Datenbank
  npm run towns -- apply                     Kommunen prüfen und übernehmen
  npm run towns -- explain --town <Schlüssel> --category <Schlüssel> [--at Breite,Länge] [--answer Frage=Antwort]
                                             Wohin ein Anliegen ginge, und warum
  npm run towns -- history --town <Schlüssel>
  npm run towns -- rollback --town <Schlüssel> [--to Version]
  npm run migrate                            Postgres auf den neuesten Stand bringen (DATABASE_OWNER_URL)
  npm run accounts -- add <E-Mail> --name <Name> --town <Schlüssel> --role clerk|dispatcher|admin [--department <Schlüssel>]
Mit --json antwortet jeder Befehl für Maschinen.`

/** Commands that need no database; null for all others. */
export function runWithoutDatabase({ command, args }: Command, world: CommandWorld): Reply | null {
  if (command !== 'towns') return null
  if (args[0] === 'check') return checkCommand(world)
  return args[0] === 'explain' ? explainCommand(world, args.slice(1)) : null
}

/** Refusals of the verbs become sentences here, for a terminal as for the control channel. */
export function runCommand(database: Database, world: CommandWorld, command: Command): Promise<Reply> {
  return dispatch(database, world, command).catch((error: unknown) => {
    if (error instanceof AppError) return { ok: false, output: sentence('de', error.reason) }
    throw error
  })
}

async function dispatch(database: Database, world: CommandWorld, { command, args }: Command): Promise<Reply> {
  const [verb, ...rest] = args
  if (command === 'towns' && verb === 'apply') return applyCommand(database, world)
  if (command === 'towns' && verb === 'history') return historyCommand(database, world, rest)
  if (command === 'towns' && verb === 'rollback') return rollbackCommand(database, world, rest)
  if (command === 'accounts' && verb === 'add') return addAccount(database, world, rest)
  return { ok: false, output: USAGE }
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
