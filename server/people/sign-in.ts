/** Sign-in of staff by password. */
import { z } from 'zod'
import type { Database } from '../../db/client.ts'
import { AppError } from '../errors.ts'
import { plainText } from '../plain-text.ts'
import type { Passwords } from '../ports.ts'
import { countTry } from './limits.ts'
import { findPersonRowByEmail } from './rows.ts'
import { startSession } from './sessions.ts'

export const SignIn = z.object({ email: plainText().trim().min(1).max(254), password: z.string().min(1).max(256) })

const TRIES = { most: 10, windowMs: 15 * 60_000 }

type Entrance = { database: Database; passwords: Passwords; now: () => Date }

/**
 * @returns the session token for the cookie
 * @throws unauthenticated `sign_in_wrong`, the same for unknown people and wrong passwords; too_many
 */
export async function signIn({ database, passwords, now }: Entrance, input: z.infer<typeof SignIn>): Promise<string> {
  const email = input.email.toLowerCase()
  const person = await database.inTransaction(null, async (db) => {
    await countTry(db, `sign-in ${email}`, TRIES, now())
    return findPersonRowByEmail(db, email)
  })
  const fits = await passwords.verify(input.password, person?.passwordHash ?? null)
  if (!person || !fits || person.disabledAt) throw new AppError('unauthenticated', 'sign_in_wrong')

  return startSession({ database, now }, { personId: person.id, via: 'password' })
}
