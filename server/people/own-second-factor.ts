/** The second factor of somebody who is signed in: set up, recovery codes anew, removed. */
import { z } from 'zod'
import { conflict, invalid } from '../errors.ts'
import { plainText } from '../plain-text.ts'
import {
  confirmTotp,
  countRecoveryCodes,
  findPersonRow,
  keepPendingTotp,
  removeSessionsOf,
  removeTotp,
  replaceRecoveryCodes,
  strengthenSession,
} from './account-rows.ts'
import { codeLimits, takeCode } from './give-code.ts'
import { countTries } from './limits.ts'
import { noteSecurity, type Office, type Visit } from './office.ts'
import { hashOfRecoveryCode, newRecoveryCodes } from './recovery-codes.ts'
import type { PersonRow } from './rows.ts'
import type { SignedIn } from './sessions.ts'
import { requireOwnPassword } from './set-password.ts'
import { newTotpSecret, sealTotp, totpStepOf, unsealTotp } from './totp.ts'

const Code = plainText().trim().min(1).max(40)
const Password = z.string().min(1).max(256)
export const ConfirmSecondFactor = z.object({ code: Code })
export const RenewRecoveryCodes = z.object({ password: Password })
export const RemoveSecondFactor = z.object({ password: Password, code: Code })

/** How it stands: none, a secret that waits for its first code, or in use. */
export async function readSecondFactor(office: Office, { personId }: SignedIn) {
  const { person, codesLeft } = await office.database.inTransaction(null, async (db) => ({
    person: await findPersonRow(db, personId),
    codesLeft: await countRecoveryCodes(db, personId),
  }))
  const since = person?.totpSince ?? null
  const waits = person?.totpSecret && !since
  const pending = waits ? await unsealTotp(office.secret, personId, person.totpSecret!) : null
  return { since, pending, codesLeft, email: person?.email ?? '', hasPassword: Boolean(person?.passwordHash) }
}

/** A new secret that waits for its first code. */
export async function beginSecondFactor({ database, secret }: Office, { personId }: SignedIn): Promise<void> {
  const sealed = await sealTotp(secret, personId, newTotpSecret())
  await database.inTransaction(null, (db) => keepPendingTotp(db, personId, sealed))
}

/**
 * The first code makes it count. All other sessions end.
 * @returns the recovery codes, to be shown once
 * @throws invalid `code_wrong`; conflict `changed_meanwhile`; too_many
 */
export async function confirmSecondFactor(
  office: Office,
  me: SignedIn,
  { code, visitor }: z.infer<typeof ConfirmSecondFactor> & Pick<Visit, 'visitor'>,
): Promise<string[]> {
  const { personId, sessionId } = me
  const { pending } = await readSecondFactor(office, me)
  if (!pending) throw conflict('second_factor_changed')
  await countTries(office, codeLimits(personId, visitor))
  const step = totpStepOf(pending, code.replaceAll(/\s/g, ''), office.now())
  if (step === null) throw codeWrong()
  const fresh = await freshCodes(office, personId)
  const since = office.now()
  await office.database.inTransaction(null, async (db) => {
    if (!(await confirmTotp(db, personId, { since, step }))) throw conflict('second_factor_changed')
    await replaceRecoveryCodes(db, personId, fresh.hashes)
    await removeSessionsOf(db, personId, sessionId)
    await strengthenSession(db, sessionId, since)
  })
  noteSecurity(office, 'second_factor_set', { person: personId })
  return fresh.codes
}

/** The old ones are dead. @returns the new ones, to be shown once */
export async function renewRecoveryCodes(
  office: Office,
  { personId }: SignedIn,
  { password }: z.infer<typeof RenewRecoveryCodes>,
): Promise<string[]> {
  const person = await withFactor(office, personId)
  await requireOwnPassword(office, person, { field: 'password', password })
  const fresh = await freshCodes(office, personId)
  await office.database.inTransaction(null, (db) => replaceRecoveryCodes(db, personId, fresh.hashes))
  noteSecurity(office, 'recovery_codes_renewed', { person: personId })
  return fresh.codes
}

/**
 * @param isRequired one of the person's towns demands it
 * @throws conflict `second_factor_required`; invalid for a wrong password or code; too_many
 */
export async function removeSecondFactor(
  office: Office,
  { personId }: SignedIn,
  input: z.infer<typeof RemoveSecondFactor> & Pick<Visit, 'visitor'> & { isRequired: boolean },
): Promise<void> {
  if (input.isRequired) throw conflict('second_factor_required')
  const person = await withFactor(office, personId)
  await requireOwnPassword(office, person, { field: 'password', password: input.password })
  await countTries(office, codeLimits(personId, input.visitor))
  if (!(await takeCode(office, person, input.code))) throw codeWrong()
  await office.database.inTransaction(null, (db) => removeTotp(db, personId))
  noteSecurity(office, 'second_factor_removed', { person: personId, by: personId })
}

const codeWrong = () => invalid([{ pointer: '/code', reason: 'code_wrong' }])

async function withFactor({ database }: Office, personId: string): Promise<PersonRow> {
  const person = await database.inTransaction(null, (db) => findPersonRow(db, personId))
  if (!person?.totpSince) throw conflict('second_factor_changed')
  return person
}

async function freshCodes({ secret }: Office, personId: string) {
  const codes = newRecoveryCodes()
  return { codes, hashes: await Promise.all(codes.map((code) => hashOfRecoveryCode(secret, personId, code))) }
}
