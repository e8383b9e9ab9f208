import { z } from 'zod'
import { type Ctx, inTransaction } from '../context.ts'
import { countTry } from '../people/limits.ts'
import { plainText } from '../plain-text.ts'
import { addDueWork } from '../reports/record-event.ts'
import { addFeedbackRow } from './feedback-rows.ts'

const HOUR_MS = 3_600_000
/** An hour, a town: for everybody together, and for one address. Nobody writes about barriers more often. */
const MOST_OF_TOWN = 30
const MOST_OF_ADDRESS = 5

export const SendFeedback = z.object({
  text: plainText().trim().min(3).max(4000),
  email: z.email().max(254).optional(),
  page: plainText().trim().max(300).optional(),
})

/** A barrier on the pages. It goes to the town's own address and is answered by people. @throws too_many */
export function sendFeedback(ctx: Ctx, { text, email, page }: z.infer<typeof SendFeedback>): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const { db, town, language } = ctx
    const now = ctx.now()
    if (email) {
      const who = `feedback ${town.key} ${email.toLowerCase()}`
      await countTry(db, who, { most: MOST_OF_ADDRESS, windowMs: HOUR_MS }, now)
    }
    await countTry(db, `feedback ${town.key}`, { most: MOST_OF_TOWN, windowMs: HOUR_MS }, now)
    const row = { kind: 'accessibility', text, email: email ?? null, page: page || null, language }
    await addDueWork(ctx, { kind: 'tell_feedback', ref: await addFeedbackRow(ctx, row), runAt: now })
  })
}
