/** The public JSON API, mounted at /api. */
import { Hono } from 'hono'
import { cors } from 'hono/cors'
import { openAPIRouteHandler } from 'hono-openapi'
import { notFound } from '../../errors.ts'
import type { AppEnv } from '../app-env.ts'
import { limitBodies } from '../bodies.ts'
import { limitVisits } from '../limits.ts'
import { townByKey } from '../middleware/town.ts'
import { challenge } from '../pages/challenge.ts'
import { categories } from './categories.ts'
import { map } from './map.ts'
import { problem } from './problem.ts'
import { register } from './register.ts'
import { reports } from './reports.ts'
import { towns } from './towns.ts'

/** Public data, no cookies: every origin may read and submit. */
const open = cors({
  origin: '*',
  allowHeaders: ['Content-Type', 'Idempotency-Key'],
  exposeHeaders: ['Idempotent-Replayed'],
})

const v1 = new Hono<AppEnv>()
  .route('/towns', towns)
  .route('/register', register)
  .use('/towns/:town/*', townByKey, limitBodies('citizens'), limitVisits)
  .route('/towns/:town/categories', categories)
  .route('/towns/:town/reports', reports)
  .route('/towns/:town/map', map)
  .route('/towns/:town/challenge', challenge)

export const api = new Hono<AppEnv>()
  .use(open)
  .onError(problem)
  .route('/v1', v1)
  .get('/openapi.json', (c, next) => {
    const documentation = {
      openapi: '3.1.0',
      info: { title: 'Anliegenwerk', version: '1', description: 'Reports to towns: submit, list, map.' },
      servers: [{ url: `${c.var.deps.publicUrl}/api` }],
    }
    return openAPIRouteHandler(v1Prefixed, { documentation })(c, next)
  })
  .all('*', () => {
    throw notFound()
  })

const v1Prefixed = new Hono<AppEnv>().route('/v1', v1)
