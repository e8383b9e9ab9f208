/** "Password forgotten": the answer is the same for everybody, in words and in time. */
import { z } from 'zod'
import { plainText } from '../plain-text.ts'
import { addPersonWork } from './account-rows.ts'
import { countTries } from './limits.ts'
import { noteSecurity, type Office, type Visit } from './office.ts'
import { findPersonRowByEmail } from './rows.ts'

export const AskForReset = z.object({ email: plainText().trim().pipe(z.email().max(254)) })

const HOUR_MS = 3_600_000
const MOST_OF_ACCOUNT = 5
const MOST_OF_ADDRESS = 20

/**
 * For somebody unknown the same row is written, with an id that is nobody's: the work behind it is where they differ.
 * @throws too_many
 */
export async function askForReset(
  office: Office,
  { email }: z.infer<typeof AskForReset>,
  { visitor }: Visit,
): Promise<void> {
  const { database, now } = office
  await countTries(office, [
    { name: 'reset from', of: visitor, most: MOST_OF_ADDRESS, windowMs: HOUR_MS },
    { name: 'reset', of: email.toLowerCase(), most: MOST_OF_ACCOUNT, windowMs: HOUR_MS },
  ])
  await database.inTransaction(null, async (db) => {
    const person = await findPersonRowByEmail(db, email)
    const ref = person?.id ?? crypto.randomUUID()
    await addPersonWork(db, 'tell_reset', { ref, runAt: now() })
    noteSecurity(office, 'reset_asked', { person: ref })
  })
}
