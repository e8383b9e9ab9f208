/** The application, whole: order of middleware, surfaces mounted. A table of contents. */
import { Hono } from 'hono'
import { api } from './http/api/index.ts'
import type { AppEnv, Deps } from './http/app-env.ts'
import { clerk } from './http/clerk/index.tsx'
import { requestContext } from './http/middleware/request-context.ts'
import { securityHeaders } from './http/middleware/security-headers.ts'
import { townHosts } from './http/middleware/town.ts'
import { operation } from './http/operation.ts'
import { pageError } from './http/pages/error.tsx'
import { platformPages, townPages } from './http/pages/index.tsx'

export function createApp(deps: Deps) {
  return new Hono<AppEnv>()
    .onError(pageError)
    .use(requestContext(deps), securityHeaders)
    .route('/', operation)
    .use(townHosts(townPages))
    .route('/api', api)
    .route('/amt', clerk)
    .route('/', platformPages)
    .route('/', townPages)
}
