/** The second page of a sign-in: a code of the app, or one of the recovery codes. */
import { z } from 'zod'
import { AppError } from '../errors.ts'
import { plainText } from '../plain-text.ts'
import { hashOf } from '../secrets.ts'
import {
  findPersonRow,
  findStepRow,
  type StepRow,
  takeRecoveryCode,
  takeStepRow,
  takeTotpStep,
} from './account-rows.ts'
import { countTries, type Limit } from './limits.ts'
import { noteSecurity, type Office, type Visit } from './office.ts'
import { hashOfRecoveryCode, readRecoveryCode } from './recovery-codes.ts'
import type { PersonRow } from './rows.ts'
import { startSession } from './sessions.ts'
import { totpStepOf, unsealTotp } from './totp.ts'

export const GiveCode = z.object({ code: plainText().trim().min(1).max(40) })

const QUARTER_MS = 15 * 60_000
const DAY_MS = 24 * 3_600_000
/** Only who knows the password gets here. Thirty guesses a day at three codes in a million lead nowhere. */
export const codeLimits = (personId: string, visitor: string): Limit[] => [
  { name: 'code from', of: visitor, most: 30, windowMs: QUARTER_MS },
  { name: 'code', of: personId, most: 10, windowMs: QUARTER_MS },
  { name: 'code a day', of: personId, most: 30, windowMs: DAY_MS },
]

export type CodeKind = 'totp' | 'recovery'

/**
 * @param step the token from the cookie
 * @returns the session token, where to go on, and which kind of code it was
 * @throws unauthenticated `step_over`, when the password has to be given again, or `code_wrong`; too_many
 */
export async function giveCode(
  office: Office,
  { step, code }: z.infer<typeof GiveCode> & { step: string },
  visit: Visit,
): Promise<{ token: string; next: string; kind: CodeKind }> {
  const { row, person, tokenHash } = await openStep(office, step)
  await countTries(office, codeLimits(person.id, visit.visitor))
  const kind = await takeCode(office, person, code)
  if (!kind) {
    noteSecurity(office, 'second_factor_failed', { person: person.id })
    throw new AppError('unauthenticated', 'code_wrong')
  }
  const isMine = await office.database.inTransaction(null, (db) => takeStepRow(db, tokenHash))
  if (!isMine) throw new AppError('unauthenticated', 'step_over')

  const { via, device, next = '' } = row.facts
  const secondFactorAt = office.now()
  const token = await startSession(office, {
    personId: person.id,
    via: via === 'open_id' ? 'open_id' : 'password',
    device: device || undefined,
    secondFactorAt,
  })
  noteSecurity(office, 'signed_in', { person: person.id, how: kind })
  return { token, next, kind }
}

/** @throws unauthenticated `step_over` for a step that is over, or whose person may not come in any more */
export async function openStep({ database, now }: Office, step: string) {
  const tokenHash = await hashOf(step)
  const found = await database.inTransaction(null, async (db) => {
    const row: StepRow | null = await findStepRow(db, tokenHash, now())
    const person = row?.personId && row.kind === 'second_factor' ? await findPersonRow(db, row.personId) : null
    return row && person ? { row, person, tokenHash } : null
  })
  if (!found || found.person.disabledAt || !found.person.totpSince) throw new AppError('unauthenticated', 'step_over')
  return found
}

/** Uses the code up. @returns which kind it was, or null when it is wrong or was used before */
export async function takeCode(
  { database, now, secret }: Office,
  person: PersonRow,
  typed: string,
): Promise<CodeKind | null> {
  const digits = typed.replaceAll(/\s/g, '')
  if (/^\d{6}$/.test(digits)) {
    const totpSecret = person.totpSecret && (await unsealTotp(secret, person.id, person.totpSecret))
    const at = totpSecret ? totpStepOf(totpSecret, digits, now()) : null
    const taken = at !== null && (await database.inTransaction(null, (db) => takeTotpStep(db, person.id, at)))
    return taken ? 'totp' : null
  }
  const code = readRecoveryCode(typed)
  if (!code) return null
  const codeHash = await hashOfRecoveryCode(secret, person.id, code)
  const taken = await database.inTransaction(null, (db) => takeRecoveryCode(db, person.id, codeHash, now()))
  return taken ? 'recovery' : null
}
