/**
 * Open311 GeoReport v2 (wiki.open311.org/GeoReport_v2), with FixMyStreet's extension for updates. The words service,
 * service_request and jurisdiction_id live in this folder only.
 */
import { Hono, type MiddlewareHandler } from 'hono'
import { notFound } from '../../errors.ts'
import type { AppEnv } from '../app-env.ts'
import { limitBodies } from '../bodies.ts'
import { limitVisits } from '../limits.ts'
import { anyOrigin, limitReads, unchanged } from '../middleware/open-data.ts'
import { townByHost } from '../middleware/town.ts'
import { discovery } from './discovery.ts'
import { failure } from './failure.ts'
import { filing } from './filing.ts'
import { belowTownPath, byJurisdiction, sameJurisdiction } from './jurisdiction.ts'
import { requests } from './requests.ts'
import { services } from './services.ts'
import { updates } from './updates.ts'

const surface = (...whichTown: MiddlewareHandler<AppEnv>[]) =>
  new Hono<AppEnv>()
    .onError(failure)
    .use(anyOrigin, unchanged, limitReads, limitBodies('citizens'), limitVisits, ...whichTown)
    .route('/v2', discovery)
    .route('/v2', services)
    .route('/v2', requests)
    .route('/v2', filing)
    .route('/v2', updates)
    .get('/v2/tokens/:named{[^/]+\\.(?:xml|json)}', () => {
      // Every report has its number at once, so nobody was given a token.
      throw notFound('token_unknown')
    })
    .all('*', () => {
      throw notFound()
    })

/** At /open311: one address for all towns. */
export const open311 = surface(byJurisdiction)
/** Below a town's path, and on its own host. */
export const townOpen311 = surface(belowTownPath, sameJurisdiction)
export const hostOpen311 = surface(townByHost, sameJurisdiction)
