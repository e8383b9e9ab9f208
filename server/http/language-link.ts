import type { Context } from 'hono'
import type { Language } from '../../tenants/languages.ts'
import type { AppEnv } from './app-env.ts'
import { OWN_HOST } from './town-hosts.ts'

/** This page in another language. */
export function languageLink(c: Context<AppEnv>, language: Language): string {
  const url = new URL(c.req.url)
  url.searchParams.set('lang', language)
  const inner = `/${OWN_HOST}/`
  const path = url.pathname.startsWith(inner) ? url.pathname.replace(/^\/~\/[^/]+/, '') : url.pathname
  return `${path}?${url.searchParams}`
}
