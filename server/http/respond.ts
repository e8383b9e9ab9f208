/** Sending pages and redirects, with the chosen language kept. */
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { VNode } from 'preact'
import { render } from 'preact-render-to-string'
import { town as townPaths } from '../../client/paths.ts'
import type { AppEnv } from './app-env.ts'
import { contentSecurityPolicy } from './middleware/security-headers.ts'

type C = Context<AppEnv>
type PageOptions = {
  status?: ContentfulStatusCode
  /** Tokens, drafts and staff pages: kept by nobody, told to nobody. */
  secret?: boolean
  /** It shows pages of ours in frames. */
  frames?: boolean
}

export function sendPage(
  c: C,
  page: VNode,
  { status = 200, secret = false, frames = false }: PageOptions = {},
): Response {
  const html = inItsFrame(c, `<!doctype html>${render(page)}`)
  c.header(
    'Content-Security-Policy',
    contentSecurityPolicy({ imgHosts: tileHosts(c), framedBy: c.var.framedBy, frames }),
  )
  c.header('Vary', 'Accept-Language')
  // What a town shows changes by the minute; a browser asks again.
  c.header('Cache-Control', 'no-cache')
  if (secret) {
    // no-transform: compressed, a page's size would tell of the secrets in it.
    c.header('Cache-Control', 'no-store, no-transform')
    c.header('Referrer-Policy', 'no-referrer')
    c.header('X-Robots-Tag', 'noindex')
  }
  return c.html(c.var.languageChosen ? keepLanguage(html, c.var.language) : html, status)
}

/** A piece of a page that a script puts into the page it is on. */
export function sendPart(c: C, part: VNode): Response {
  const html = render(part)
  c.header('Vary', 'Accept-Language')
  c.header('Cache-Control', 'no-cache')
  c.header('X-Robots-Tag', 'noindex')
  return c.html(c.var.languageChosen ? keepLanguage(html, c.var.language) : html)
}

/** 303 after a POST, and every other redirect of ours: the chosen language goes along. */
export function redirectTo(c: C, path: string): Response {
  return c.redirect(c.var.languageChosen ? withLanguage(path, c.var.language) : path, 303)
}

function tileHosts(c: C): string[] {
  const map = c.var.town?.map
  return map?.tiles === 'direct' ? [new URL(map.url).origin] : []
}

const LINK = /<a\b([^>]*?)\shref="([^"]*)"/g

/**
 * In another website's frame the form's own links stay in it; all others open a window of their own, since their pages
 * are for no frame. Nothing takes the focus by itself from the page around.
 */
function inItsFrame(c: C, html: string): string {
  if (!c.var.framedBy) return html
  const { base } = c.var
  const inside = townPaths(base).embed()
  const form = townPaths(base).report()
  return html.replaceAll(' autofocus', '').replace(LINK, (whole, before: string, href: string) => {
    if (href.startsWith('#') || href.startsWith(`${inside}/`)) return whole
    if (href.split('?')[0] === form) return `<a${before} href="${inside}${href.slice(base.length)}"`
    return /^(\/|https?:)/.test(href) ? `${whole} target="_blank" rel="noopener"` : whole
  })
}

const OWN_LINK = /(<(?:a|form)\b[^>]*?\s(?:href|action)=")(\/[^"]*)"/g
const GET_FORM = /<form\b(?![^>]*\bmethod="post")[^>]*>/gi

/**
 * Puts `lang` into every own link, and as a field into forms that send by GET, whose address loses its query.
 * Here and not in each component, so that no link can forget it.
 */
export function keepLanguage(html: string, language: string): string {
  return html
    .replace(OWN_LINK, (whole, head: string, href: string) =>
      /[?&;]lang=/.test(href) ? whole : `${head}${withLanguage(href, language)}"`,
    )
    .replace(GET_FORM, (form) => `${form}<input type="hidden" name="lang" value="${language}">`)
}

function withLanguage(path: string, language: string): string {
  const [address = '', fragment] = path.split('#')
  const joined = `${address}${address.includes('?') ? '&' : '?'}lang=${language}`
  return fragment === undefined ? joined : `${joined}#${fragment}`
}
