/** What every answer keeps to, whatever was asked. */
import { expect } from 'vitest'
import { PUBLIC_URL, type World } from '../support/world.ts'

/** Of the inside: stacks, statements, libraries, files. */
const INSIDE =
  /\n\s+at \S+ \(|\.tsx?:\d+:\d+|node_modules|DrizzleQueryError|ZodError|PGlite|TypeError|RangeError|SyntaxError|\bselect "|\binsert into "|\bupdate "\w+" set|invalid input syntax|violates /

export type Asked = { method: string; path: string }

/** @returns the text of the answer; fails when it is one that no caller may ever get */
export async function expectSoundAnswer(world: World, asked: Asked, answer: Response): Promise<string> {
  const where = `${asked.method} ${asked.path.slice(0, 200)}`
  const { status, headers } = answer
  const trouble = status < 500 ? undefined : JSON.stringify(world.logLines.findLast(({ level }) => level === 'error'))
  expect([where, status, trouble]).toEqual([where, status, undefined])
  expect([where, headers.get('X-Content-Type-Options')]).toEqual([where, 'nosniff'])
  expectNoScriptFromElsewhere(where, headers.get('Content-Security-Policy'))
  expectOwnLocation(where, headers.get('Location'))
  const text = await answer.text()
  expect([where, INSIDE.exec(text)?.[0]]).toEqual([where, undefined])
  return text
}

/** ASVS 3.4.3: scripts are ours or there are none; nothing of the page may say otherwise. */
export function expectNoScriptFromElsewhere(where: string, policy: string | null): void {
  const directives = new Map(
    (policy ?? '').split(';').map((one) => {
      const [name = '', ...sources] = one.trim().split(/\s+/)
      return [name, sources.join(' ')] as const
    }),
  )
  const scripts = directives.get('script-src') ?? directives.get('default-src')
  expect([where, ["'self'", "'none'"].includes(scripts ?? 'missing'), scripts]).toEqual([where, true, scripts])
  expect([where, /unsafe|\*|https?:(?!\/\/)|blob:/.test(scripts ?? '')]).toEqual([where, false])
  if (directives.has('sandbox')) return
  for (const name of ['object-src', 'base-uri'])
    expect([where, name, directives.get(name)]).toEqual([where, name, "'none'"])
  expect([where, directives.get('form-action')]).toEqual([where, "'self'"])
  expect([where, directives.has('frame-ancestors')]).toEqual([where, true])
}

/** ASVS 3.7.2: wherever a redirect leads, it is here. */
export function expectOwnLocation(where: string, location: string | null): void {
  if (location === null) return
  const isOwn = /^\/(?![/\\])/.test(location) || location.startsWith(`${PUBLIC_URL}/`)
  expect([where, location, isOwn && new URL(location, PUBLIC_URL).origin]).toEqual([where, location, PUBLIC_URL])
}
