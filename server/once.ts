/** What a form makes is made once: sent again by going back or reloading, it names the same row. */
import { z } from 'zod'
import { deriveId } from './secrets.ts'

/** Stands in the form, and is another each time the form is shown. */
export const Once = z.string().max(64).optional()

type Sent = { secret: string; town: { key: string } }

/** @param input the form's own words: changed ones make something else. @returns the id of what it makes */
export async function idOfSent({ secret, town }: Sent, input: { once?: string }): Promise<string> {
  if (!input.once) return crypto.randomUUID()
  return deriveId(secret, 'made once', town.key, JSON.stringify(input))
}
