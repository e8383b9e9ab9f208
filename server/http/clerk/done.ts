/** The sentence that says once what a change has done: its noun comes along in the address. */
import type { Context } from 'hono'
import { words } from '../../../client/i18n/index.ts'
import type { AppEnv } from '../app-env.ts'
import { nounOf } from './changes.ts'

export function doneOf(c: Context<AppEnv>): string | undefined {
  const done = c.req.query('getan') ?? ''
  // Photos come with files, so they are no change like the others.
  const noun = done === 'photo' ? done : nounOf(done)
  return noun ? words(c.var.language).clerk.done[noun] : undefined
}
