/** `npm run accounts`: the first people of a town, and help for somebody who is locked out. */
import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { clerk as clerkPaths } from '../../client/paths.ts'
import type { Database, Db } from '../../db/client.ts'
import type { Reply } from '../adapters/data-dir-lock.ts'
import { scryptPasswords } from '../adapters/passwords-scrypt.ts'
import type { Membership } from '../context.ts'
import { addLinkRow, addPersonWork, removeSessionsOf, removeTotp } from '../people/account-rows.ts'
import { removeOpenIdSessions } from '../people/identity-rows.ts'
import { LINK_LIFE_MS } from '../people/person-links.ts'
import { addMembershipRow, addPersonRow, findPersonRowByEmail, setPasswordHash } from '../people/rows.ts'
import { listAccounts } from '../people/staff-rows.ts'
import { hashOf, randomToken } from '../secrets.ts'
import { findTownRow } from '../towns/rows.ts'
import { type CommandWorld, refuse, sayOf } from './command-world.ts'

type Run = (database: Database, world: CommandWorld, args: string[]) => Promise<Reply>

export const ACCOUNT_COMMANDS: Record<string, Run> = {
  add: addAccount,
  invite: inviteAccount,
  list: listCommand,
  'reset-second-factor': resetCommand,
}

const Account = z
  .object({
    email: z.email(),
    name: z.string().min(1),
    town: z.string().default(''),
    role: z.enum(['clerk', 'dispatcher', 'admin', 'operator']),
    department: z.string().default(''),
  })
  .refine(({ role, town }) => (role === 'operator') === (town === ''), { path: ['town'], message: 'town' })

const ACCOUNT_OPTIONS = {
  name: { type: 'string' },
  town: { type: 'string' },
  role: { type: 'string' },
  department: { type: 'string' },
} as const

type Asked = z.infer<typeof Account>

function readAccount(world: CommandWorld, args: string[]): { account: Asked } | { refusal: Reply } {
  const say = sayOf(world)
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: ACCOUNT_OPTIONS })
  const parsed = Account.safeParse({ ...values, email: positionals[0] })
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    return { refusal: refuse([...wrong, say.usage].join('\n')) }
  }
  const department = parsed.data.role === 'clerk' ? parsed.data.department : ''
  if (parsed.data.role === 'clerk' && !department) return { refusal: refuse(say.account.department) }
  return { account: { ...parsed.data, department } }
}

type Kept = { id: string; hasPassword: boolean } | { refusal: Reply }

async function keepPerson(db: Db, world: CommandWorld, { email, name, town, role, department }: Asked): Promise<Kept> {
  if (town && !(await findTownRow(db, town))) return { refusal: refuse(sayOf(world).unknownTown(town)) }
  const earlier = await findPersonRowByEmail(db, email)
  const id = earlier?.id ?? crypto.randomUUID()
  if (earlier) await removeOpenIdSessions(db, id)
  else await addPersonRow(db, { id, email, name, language: 'de', createdAt: world.now() })
  const membership: Membership = { town, department, role }
  await addMembershipRow(db, id, membership)
  return { id, hasPassword: Boolean(earlier?.passwordHash) }
}

async function addAccount(database: Database, world: CommandWorld, args: string[]): Promise<Reply> {
  const asked = readAccount(world, args)
  if ('refusal' in asked) return asked.refusal
  const { email, town } = asked.account
  const say = sayOf(world).account
  const password = randomBytes(12).toString('base64url')
  const passwordHash = await scryptPasswords.hash(password)
  return database.inTransaction(null, async (db) => {
    const kept = await keepPerson(db, world, asked.account)
    if ('refusal' in kept) return kept.refusal
    if (kept.hasPassword) return { ok: true, output: say.alsoFor(email, town || say.operator) }
    await setPasswordHash(db, kept.id, passwordHash)
    return { ok: true, output: say.added(email, password) }
  })
}

/** Like `add`, but the password is chosen by its owner, behind a link that is handed over by hand. */
async function inviteAccount(database: Database, world: CommandWorld, args: string[]): Promise<Reply> {
  const asked = readAccount(world, args)
  if ('refusal' in asked) return asked.refusal
  const say = sayOf(world).account
  const token = randomToken()
  const tokenHash = await hashOf(token)
  return database.inTransaction(null, async (db) => {
    const kept = await keepPerson(db, world, asked.account)
    if ('refusal' in kept) return kept.refusal
    if (kept.hasPassword) return refuse(say.hasPassword(asked.account.email))
    const createdAt = world.now()
    const expiresAt = new Date(createdAt.getTime() + LINK_LIFE_MS.invitation)
    await addLinkRow(db, { tokenHash, personId: kept.id, kind: 'invitation', createdAt, expiresAt })
    const link = (world.publicUrl ?? '') + clerkPaths.invitation(token)
    return { ok: true, output: say.linkFor(asked.account.email, link), data: { link } }
  })
}

async function listCommand(database: Database, world: CommandWorld, args: string[]): Promise<Reply> {
  const { values } = parseArgs({ args, options: { town: { type: 'string' } } })
  const say = sayOf(world).account
  const accounts = await database.inTransaction(null, (db) => listAccounts(db, values.town))
  const lines = accounts.map(({ name, email, roles, ...how }) => {
    const marks = [how.hasSecondFactor && say.factor, !how.hasPassword && say.invited, how.isDisabled && say.disabled]
    return say.line(name, email, roles.join(', '), marks.filter(Boolean).join(', '))
  })
  return { ok: true, output: lines.join('\n') || say.none, data: accounts }
}

async function resetCommand(database: Database, world: CommandWorld, [email = '']: string[]): Promise<Reply> {
  const say = sayOf(world).account
  return database.inTransaction(null, async (db) => {
    const person = await findPersonRowByEmail(db, email)
    if (!person) return refuse(say.unknown(email))
    await removeTotp(db, person.id)
    await removeSessionsOf(db, person.id)
    await addPersonWork(db, 'tell_factor_reset', { ref: person.id, runAt: world.now() })
    return { ok: true, output: say.factorReset(person.email) }
  })
}
