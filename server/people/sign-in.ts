/** Sign-in of staff: by password first, and by a code where there is a second factor. */
import { z } from 'zod'
import { AppError } from '../errors.ts'
import { plainText } from '../plain-text.ts'
import { hashOf, randomToken } from '../secrets.ts'
import { addStepRow } from './account-rows.ts'
import { countTries, forgetTry, type Limit } from './limits.ts'
import { noteSecurity, type Office, type Visit } from './office.ts'
import { findPersonRowByEmail, type PersonRow } from './rows.ts'
import { type SessionStart, startSession } from './sessions.ts'

export const SignIn = z.object({ email: plainText().trim().min(1).max(254), password: z.string().min(1).max(256) })

const QUARTER_MS = 15 * 60_000
/** Windows that end by themselves: a stranger's guesses keep nobody out for good. */
const byAccount = (email: string): Limit => ({ name: 'sign-in', of: email, most: 10, windowMs: QUARTER_MS })
const byAddress = (of: string): Limit => ({ name: 'sign-in from', of, most: 30, windowMs: QUARTER_MS })

/** Time to take the phone and type a code (ASVS 6.5.5). */
export const STEP_MS = 10 * 60_000

/** In, or asked for a code first: `step` is for a cookie of its own and opens nothing but the page of the code. */
export type Entered = { kind: 'session'; token: string; personId: string } | { kind: 'second_factor'; step: string }

/**
 * @param next where to go on afterwards, kept with the step
 * @throws unauthenticated `sign_in_wrong`, the same after the same time for unknown and disabled people and wrong
 * passwords; too_many
 */
export async function signIn(
  office: Office,
  input: z.infer<typeof SignIn>,
  { next = '', ...visit }: Visit & { next?: string },
): Promise<Entered> {
  const email = input.email.toLowerCase()
  const from = byAddress(visit.visitor)
  await countTries(office, [from, byAccount(email)])
  const person = await office.database.inTransaction(null, (db) => findPersonRowByEmail(db, email))
  const fits = await office.passwords.verify(input.password, person?.passwordHash ?? null)
  if (!person || !fits || person.disabledAt) {
    const how = person?.disabledAt ? 'disabled' : person ? 'wrong' : 'unknown'
    noteSecurity(office, 'sign_in_failed', { person: person?.id, how })
    throw new AppError('unauthenticated', 'sign_in_wrong')
  }
  await forgetTry(office, from)
  return admit(office, person, { via: 'password', device: visit.device, next })
}

/**
 * Lets in whoever has shown who they are, by password or at their town's own sign-in.
 * @param how with `secondFactorAt` where the other side has asked for a second factor itself; then ours is not asked
 * @throws unauthenticated `sign_in_wrong` for disabled people
 */
export async function admit(
  office: Office,
  person: PersonRow,
  { next = '', ...how }: Omit<SessionStart, 'personId'> & { next?: string },
): Promise<Entered> {
  const { id: personId } = person
  if (person.disabledAt) throw new AppError('unauthenticated', 'sign_in_wrong')
  if (person.totpSince && !how.secondFactorAt) {
    const step = randomToken()
    const { via, device = '' } = how
    const row = {
      tokenHash: await hashOf(step),
      kind: 'second_factor' as const,
      personId,
      facts: { via, device, next },
    }
    const expiresAt = new Date(office.now().getTime() + STEP_MS)
    await office.database.inTransaction(null, (db) => addStepRow(db, { ...row, expiresAt }, office.now()))
    return { kind: 'second_factor', step }
  }
  const token = await startSession(office, { personId, ...how })
  noteSecurity(office, 'signed_in', { person: personId, how: how.via })
  return { kind: 'session', token, personId }
}
