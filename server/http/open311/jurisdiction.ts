/** Which town is meant: `jurisdiction_id`, which is the town's key or its own host. */
import type { Context, MiddlewareHandler } from 'hono'
import { AppError, notFound } from '../../errors.ts'
import type { TownWithLogo } from '../../towns/registry.ts'
import type { AppEnv } from '../app-env.ts'
import { enterTown, townByKey, townByPath } from '../middleware/town.ts'
import { readForm } from './form.ts'

type C = Context<AppEnv>

/** What an unknown address asks for is not there, whatever town it names. */
const KNOWN = /\/v2\/((services|requests|tokens)(\/[^/]+)?|servicerequestupdates)\.(xml|json)$/

/** On the platform's own address, which serves all towns. Only the discovery does without. */
export const byJurisdiction: MiddlewareHandler<AppEnv> = async (c, next) => {
  const asked = await askedFor(c)
  if (!asked && KNOWN.test(c.req.path)) throw new AppError('malformed', 'jurisdiction_missing')
  if (asked) {
    const town = await townOf(c, asked)
    if (!town) throw notFound('jurisdiction_unknown')
    enterTown(c, town)
  }
  return next()
}

/** Below a town's path. A POST that is redirected would be lost, so it is taken where it came. */
export const belowTownPath: MiddlewareHandler<AppEnv> = (c, next) =>
  c.req.method === 'POST' ? townByKey(c, next) : townByPath(c, next)

/** Where the address names the town already, another one is not here. */
export const sameJurisdiction: MiddlewareHandler<AppEnv> = async (c, next) => {
  const asked = await askedFor(c)
  const { key, host } = c.var.town
  if (asked && asked !== key && asked !== host) throw notFound('jurisdiction_unknown')
  return next()
}

async function askedFor(c: C): Promise<string> {
  const inBody = c.req.method === 'POST' ? (await readForm(c)).get('jurisdiction_id') : null
  const asked = typeof inBody === 'string' && inBody.trim() ? inBody : (c.req.query('jurisdiction_id') ?? '')
  return asked.trim().toLowerCase()
}

/** Letters of a key or a host; whatever else is asked for is no town's. */
const NAME = /^[a-z0-9.-]{1,253}$/

async function townOf(c: C, asked: string): Promise<TownWithLogo | null> {
  const { registry } = c.var.deps
  if (!NAME.test(asked)) return null
  return (await registry.town(asked)) ?? (asked.includes('.') ? registry.townByHost(asked) : null)
}
