/** A new password, by its owner or behind a link. */
import { z } from 'zod'
import type { Db } from '../../db/client.ts'
import { AppError, invalid } from '../errors.ts'
import { hashOf } from '../secrets.ts'
import {
  addPersonWork,
  endLinks,
  findLinkRow,
  findPersonRow,
  type LinkKind,
  removeSessionsOf,
  takeLink,
} from './account-rows.ts'
import { countTries, forgetTry, type Limit } from './limits.ts'
import { noteSecurity, type Office } from './office.ts'
import { type About, PasswordInput, requireGoodPassword } from './password-rules.ts'
import { listMembershipRows, listTownNames, type PersonRow, setPasswordHash } from './rows.ts'
import type { SignedIn } from './sessions.ts'

export const SetPassword = z.object({ password: PasswordInput })
export const ChangePassword = z.object({ current: z.string().min(1).max(256), password: PasswordInput })

const QUARTER_MS = 15 * 60_000
/** Somebody at a browser that was left open. */
const ownPassword = (of: string): Limit => ({ name: 'own password', of, most: 10, windowMs: QUARTER_MS })

/**
 * Behind a link of a mail: the link and all others of the person are used up, and every session ends.
 * @throws gone `link_over` for a link that was used, is too old or never was one; invalid for a bad password
 */
export async function setPasswordByLink(
  office: Office,
  { kind, token, password }: { kind: LinkKind; token: string; password: string },
): Promise<void> {
  const { person, about } = await openLink(office, kind, token)
  requireGoodPassword(password, about)
  const passwordHash = await office.passwords.hash(password)
  const tokenHash = await hashOf(token)
  const isFirst = person.passwordHash === null
  await office.database.inTransaction(null, async (db) => {
    if (!(await takeLink(db, tokenHash, office.now()))) throw linkOver()
    await keepPassword(db, { person, passwordHash, isFirst, now: office.now() })
  })
  noteSecurity(office, 'password_set', { person: person.id, how: kind })
}

/**
 * By its owner, who stays; every other session ends.
 * @throws invalid `password_wrong` at `current`, or what is wrong with the new one; too_many
 */
export async function changePassword(
  office: Office,
  { personId, sessionId }: SignedIn,
  { current, password }: z.infer<typeof ChangePassword>,
): Promise<void> {
  const { person, about } = await readAbout(office, personId)
  await requireOwnPassword(office, person, { field: 'current', password: current })
  requireGoodPassword(password, about)
  const passwordHash = await office.passwords.hash(password)
  await office.database.inTransaction(null, (db) =>
    keepPassword(db, { person, passwordHash, isFirst: false, now: office.now(), keepId: sessionId }),
  )
  noteSecurity(office, 'password_set', { person: personId, how: 'changed' })
}

/** @throws invalid `password_wrong` at the field; too_many */
export async function requireOwnPassword(
  office: Office,
  person: PersonRow,
  { field, password }: { field: string; password: string },
): Promise<void> {
  const limit = ownPassword(person.id)
  await countTries(office, [limit])
  if (!(await office.passwords.verify(password, person.passwordHash)))
    throw invalid([{ pointer: `/${field}`, reason: 'password_wrong' }])
  await forgetTry(office, limit)
}

/** Whose link this is, for the page behind it. @throws gone `link_over` */
export async function openLink(office: Office, kind: LinkKind, token: string) {
  const tokenHash = await hashOf(token)
  const link = await office.database.inTransaction(null, (db) => findLinkRow(db, tokenHash))
  if (link?.kind !== kind || link.usedAt || link.expiresAt <= office.now()) throw linkOver()
  const found = await readAbout(office, link.personId)
  // An invitation is for whoever has no password yet.
  if (found.person.disabledAt || (kind === 'invitation' && found.person.passwordHash)) throw linkOver()
  return found
}

const linkOver = () => new AppError('gone', 'link_over')

type Kept = { person: PersonRow; passwordHash: string; isFirst: boolean; now: Date; keepId?: string }

async function keepPassword(db: Db, { person, passwordHash, isFirst, now, keepId }: Kept): Promise<void> {
  await setPasswordHash(db, person.id, passwordHash)
  await endLinks(db, person.id, now)
  await removeSessionsOf(db, person.id, keepId)
  // Who has just come for the first time needs no warning.
  if (!isFirst) await addPersonWork(db, 'tell_password', { ref: person.id, runAt: now })
}

function readAbout({ database }: Office, personId: string): Promise<{ person: PersonRow; about: About }> {
  return database.inTransaction(null, async (db) => {
    const person = await findPersonRow(db, personId)
    if (!person) throw linkOver()
    const memberships = await listMembershipRows(db, personId)
    const towns = await listTownNames(db, [...new Set(memberships.map(({ town }) => town))])
    return { person, about: { ...person, towns: [...towns.values()] } }
  })
}
