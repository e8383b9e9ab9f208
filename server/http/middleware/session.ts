/** Who is signed in. Only staff have a cookie. */
import type { Context, MiddlewareHandler } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { clerk as clerkPaths } from '../../../client/paths.ts'
import { notFound } from '../../errors.ts'
import { SESSION_MS, whoIs } from '../../people/sessions.ts'
import { STEP_MS } from '../../people/sign-in.ts'
import type { AppEnv } from '../app-env.ts'
import { buildCtx } from '../build-ctx.ts'

/** `session` of whoever is in, `step` of whoever has still to give a code. */
type Kind = 'session' | 'step'
const LIFE_MS: Record<Kind, number> = { session: SESSION_MS, step: STEP_MS }
const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]'])

/**
 * `__Host-` binds the cookie to this host and to TLS; browsers count loopback as secure. The other name is for a plain
 * address of the local network, which only the demo may have.
 */
function cookieOf(c: Context<AppEnv>, kind: Kind): { name: string; secure: boolean } {
  const { protocol, hostname } = new URL(c.var.deps.publicUrl)
  const secure = protocol === 'https:' || LOOPBACK.has(hostname)
  return { name: secure ? `__Host-${kind}` : `demo-${kind}`, secure }
}

export function readToken(c: Context<AppEnv>, kind: Kind): string | undefined {
  return getCookie(c, cookieOf(c, kind).name)
}

export function keepToken(c: Context<AppEnv>, kind: Kind, token: string): void {
  const { name, secure } = cookieOf(c, kind)
  setCookie(c, name, token, { httpOnly: true, secure, sameSite: 'Lax', path: '/', maxAge: LIFE_MS[kind] / 1000 })
}

export function dropToken(c: Context<AppEnv>, kind: Kind): void {
  const { name, secure } = cookieOf(c, kind)
  deleteCookie(c, name, { secure, path: '/' })
}

/** Sends strangers to the sign-in page, which brings them back. */
export const signedIn: MiddlewareHandler<AppEnv> = async (c, next) => {
  const token = readToken(c, 'session')
  const clerk = token ? await whoIs(c.var.deps.database, token, c.var.deps.now()) : null
  if (!clerk) {
    const { pathname, search } = new URL(c.req.url)
    // A form that is a page of its own is opened again; its fields are kept in the browser.
    const isPage = c.req.method === 'GET' || pathname.endsWith('/aufnehmen')
    const back = isPage ? pathname + search : clerkPaths.home()
    return c.redirect(`${clerkPaths.signIn()}?${new URLSearchParams({ weiter: back })}`, 303)
  }
  c.set('clerk', clerk)
  c.header('Cache-Control', 'no-store')
  return next()
}

/** The town in the path, for those who work in it. For everybody else it has no staff pages. */
export const ownTown: MiddlewareHandler<AppEnv> = async (c, next) => {
  const { clerk, deps, language } = c.var
  const key = c.req.param('town') ?? ''
  const town = clerk.memberships.some((membership) => membership.town === key) ? await deps.registry.town(key) : null
  if (!town) throw notFound()
  c.set('town', town)
  c.set('base', town.host ? '' : `/${town.key}`)
  c.set('ctx', buildCtx(deps, town, clerk, language))
  return next()
}
