/** The application, whole: order of middleware, surfaces mounted. A table of contents. */
import { Hono } from 'hono'
import { api } from './http/api/index.ts'
import type { AppEnv, Connection, Deps } from './http/app-env.ts'
import { clerk } from './http/clerk/index.tsx'
import { embedScript } from './http/embed-script.ts'
import { mcp } from './http/mcp/index.ts'
import { requestContext } from './http/middleware/request-context.ts'
import { securityHeaders } from './http/middleware/security-headers.ts'
import { townByHost, townByPath } from './http/middleware/town.ts'
import { hostOpen311, open311, townOpen311 } from './http/open311/index.ts'
import { operation } from './http/operation.ts'
import { pageError, pageNotFound } from './http/pages/error.tsx'
import { platformPages } from './http/pages/platform.tsx'
import { townPages } from './http/pages/town.tsx'
import { OWN_HOST, onTownHost } from './http/town-hosts.ts'
import { townUrl } from './http/urls.ts'
import type { Ask } from './towns/check-conformance.ts'

/** Every address. Knows nothing of what it runs on: each request brings that along. */
export const createRoutes = () =>
  new Hono<AppEnv>({ strict: false })
    .onError(pageError)
    .notFound(pageNotFound)
    .use(requestContext, securityHeaders)
    .use((c, next) => {
      // Told by the mapper of errors, as everything else that goes wrong.
      if (c.env.trouble) throw c.env.trouble
      return next()
    })
    .route('/', operation)
    .route('/', embedScript)
    .route('/api', api)
    .route('/mcp', mcp)
    .route('/amt', clerk)
    .route('/open311', open311)
    .route(`/${OWN_HOST}/:town/open311`, hostOpen311)
    .route('/:town/open311', townOpen311)
    .route('/', platformPages)
    .use(`/${OWN_HOST}/:town/*`, townByHost)
    .route(`/${OWN_HOST}/:town`, townPages)
    .use('/:town/*', townByPath)
    .route('/:town', townPages)

/** @param routes the same for many applications, where each of them lives only for a request */
export function createApp(deps: Deps, routes = createRoutes()) {
  async function fetch(request: Request, connection: Connection = {}): Promise<Response> {
    const around: AppEnv['Bindings'] = { ...connection, deps, ask }
    const inner = await onTownHost(request, deps).catch((trouble) => {
      around.trouble = trouble
      return request
    })
    return routes.fetch(inner, around)
  }

  /** The application asks itself, as a stranger would from outside. */
  async function ask(town: Parameters<Ask>[0], path: string): Promise<number> {
    const base = path.startsWith('/api/') ? deps.publicUrl : townUrl(deps.publicUrl, town)
    return (await fetch(new Request(base + path))).status
  }
  return { fetch, ask, routes: routes.routes }
}
