/** Requests as a browser sends them, with or without a signed-in person. */
import { scryptPasswords } from '../../server/adapters/passwords-scrypt.ts'
import { setPasswordHash } from '../../server/people/rows.ts'
import { PASSWORD, type Person } from './people.ts'
import { PUBLIC_URL, type World } from './world.ts'

type Call = { cookie?: string | undefined; body?: Record<string, string> | FormData }
export type Answer = { status: number; headers: Headers; text: string }

export function callsOf(world: World) {
  async function call(path: string, { cookie = '', body }: Call = {}): Promise<Answer> {
    const answer = await world.app.fetch(
      new Request(PUBLIC_URL + path, {
        method: body ? 'POST' : 'GET',
        headers: { 'Sec-Fetch-Site': 'same-origin', ...(cookie ? { Cookie: cookie } : {}) },
        ...(body ? { body: body instanceof FormData ? body : new URLSearchParams(body) } : {}),
      }),
    )
    return { status: answer.status, headers: answer.headers, text: await answer.text() }
  }
  return {
    call,
    /** Gives the person a password and signs in. Returns the cookie. */
    async signIn({ id, email }: Person): Promise<string> {
      const hash = await scryptPasswords.hash(PASSWORD)
      await world.database.inTransaction(null, (db) => setPasswordHash(db, id, hash))
      const { headers } = await call('/amt/anmelden', { body: { email, password: PASSWORD } })
      return headers.get('Set-Cookie')!.split(';')[0]!
    },
  }
}
