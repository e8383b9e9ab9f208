import type { Context } from 'hono'
import type { AppEnv } from '../app-env.ts'

/** Text fields of the form, repeated ones joined by commas; files have no place in a change. */
export async function readForm(c: Context<AppEnv>): Promise<Record<string, string>> {
  const form = await c.req.parseBody({ all: true })
  return Object.fromEntries(
    Object.entries(form).map(([name, value]) => [
      name,
      [value]
        .flat()
        .filter((one) => typeof one === 'string')
        .join(','),
    ]),
  )
}
