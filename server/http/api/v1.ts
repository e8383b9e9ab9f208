/** Everything below /api/v1. */
import { Hono, type MiddlewareHandler } from 'hono'
import type { AppEnv } from '../app-env.ts'
import { limitBodies } from '../bodies.ts'
import { limitVisits } from '../limits.ts'
import { maybeByKey } from '../middleware/by-key.ts'
import { unchanged } from '../middleware/open-data.ts'
import { townByKey } from '../middleware/town.ts'
import { challenge } from '../pages/challenge.ts'
import { categories } from './categories.ts'
import { desk } from './desk.ts'
import { map } from './map.ts'
import { register } from './register.ts'
import { reports } from './reports.ts'
import { town } from './town.ts'
import { towns } from './towns.ts'

/** Some words in it are in the reader's language; whoever keeps it asks by its tag whether it is still so. */
const openAnswer: MiddlewareHandler<AppEnv> = (c, next) => {
  c.header('Vary', 'Accept-Language')
  c.header('Cache-Control', 'no-cache')
  return next()
}

export const v1 = new Hono<AppEnv>()
  // What only a key opens is kept by nobody, so it comes before the tags of what is open.
  .use('/towns/:town/desk/*', townByKey, limitBodies('citizens'), limitVisits)
  .route('/towns/:town/desk', desk)
  .use(unchanged, openAnswer)
  .route('/towns', towns)
  .route('/register', register)
  .use('/towns/:town/*', townByKey)
  .post('/towns/:town/reports', maybeByKey('submit'))
  .use('/towns/:town/*', limitBodies('citizens'), limitVisits)
  .route('/towns/:town', town)
  .route('/towns/:town/categories', categories)
  .route('/towns/:town/reports', reports)
  .route('/towns/:town/map', map)
  .route('/towns/:town/challenge', challenge)
