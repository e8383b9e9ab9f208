import type { Context } from 'hono'
import type { AppEnv } from '../app-env.ts'

/** Text fields of the form; files and repeated fields have no place in a change. */
export async function readForm(c: Context<AppEnv>): Promise<Record<string, string>> {
  const form = await c.req.parseBody()
  return Object.fromEntries(
    Object.entries(form).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}
