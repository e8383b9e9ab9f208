/** Request id, language and dependencies for everything that follows; one log line without personal data. */
import type { Context, MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import { LANGUAGES, type Language, primaryLanguage, SOURCE_LANGUAGE } from '../../../tenants/languages.ts'
import { visitorOf } from '../../visitor.ts'
import type { AppEnv } from '../app-env.ts'

/** Short enough to be read over the phone, without letters and digits that are taken for each other. */
const ID_LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const ID_LENGTH = 8

export const requestContext: MiddlewareHandler<AppEnv> = async (c, next) => {
  const { deps, ask, peer } = c.env
  const requestId = newRequestId()
  c.set('deps', deps)
  c.set('ask', ask)
  c.set('requestId', requestId)
  const forwardedFor = c.req.header('X-Forwarded-For')
  c.set('visitor', visitorOf({ peer, forwardedFor }, deps.trustedProxies))
  const asked = LANGUAGES.find((language) => language === c.req.query('lang'))
  c.set('languageChosen', asked !== undefined)
  c.set('language', asked ?? preferredLanguage(c.req.header('Accept-Language')))
  const startedAt = performance.now()
  await deps.log.within({ requestId }, next)
  c.header('X-Request-Id', requestId)
  const { method, path } = c.req
  const { status } = c.res
  const ms = performance.now() - startedAt
  deps.log.info({ requestId, method, path: withoutSecrets(path), status, ms: Math.round(ms) }, 'request')
  deps.metrics?.answered({ route: patternOf(c), method, status, seconds: ms / 1_000 })
}

/** Of the handler that answered; what no page has is one pattern, whatever was asked for. */
function patternOf(c: Context<AppEnv>): string {
  const pattern = routePath(c)
  return pattern.endsWith('*') ? 'none' : pattern
}

/** Drawn for many requests at once: one by one they cost more than a kept page. */
const random = new Uint8Array(ID_LENGTH * 256)
let drawn = random.length

export function newRequestId(): string {
  if (drawn === random.length) {
    crypto.getRandomValues(random)
    drawn = 0
  }
  let id = ''
  for (const end = drawn + ID_LENGTH; drawn < end; drawn++) id += ID_LETTERS[random[drawn]! % ID_LETTERS.length]
  return id
}

/**
 * The first language of Accept-Language we speak, by its weights; German otherwise. Easy language only for those who
 * name it.
 */
export function preferredLanguage(header: string | undefined): Language {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...params] = part.trim().split(';')
      const weight = params.map((param) => /^\s*q=([\d.]+)/.exec(param)?.[1]).find(Boolean)
      return { tag: tag.toLowerCase(), weight: weight ? Number(weight) : 1 }
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
  for (const { tag } of wanted) {
    const spoken = LANGUAGES.find((one) => one === tag) ?? LANGUAGES.find((one) => one === primaryLanguage(tag))
    if (spoken) return spoken
  }
  return SOURCE_LANGUAGE
}

/** Tokens and drafts stand in paths; the log must not. */
export function withoutSecrets(path: string): string {
  return path.replace(/\/(verfolgen|melden|auftrag|abmelden|folgen|passwort|einladung)\/[^/]+/, '/$1/*')
}
