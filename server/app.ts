/** The application, whole: order of middleware, surfaces mounted. A table of contents. */
import { Hono } from 'hono'
import { api } from './http/api/index.ts'
import type { AppEnv, Deps } from './http/app-env.ts'
import { clerk } from './http/clerk/index.tsx'
import { embedScript } from './http/embed-script.ts'
import { mcp } from './http/mcp/index.ts'
import { requestContext } from './http/middleware/request-context.ts'
import { securityHeaders } from './http/middleware/security-headers.ts'
import { townByHost, townByPath } from './http/middleware/town.ts'
import { oembed } from './http/oembed.ts'
import { hostOpen311, open311, townOpen311 } from './http/open311/index.ts'
import { operation } from './http/operation.ts'
import { pageError, pageNotFound } from './http/pages/error.tsx'
import { platformPages } from './http/pages/platform.tsx'
import { townPages } from './http/pages/town.tsx'
import { OWN_HOST, onTownHost } from './http/town-hosts.ts'
import { townUrl } from './http/urls.ts'
import type { Ask } from './towns/check-conformance.ts'

export function createApp(deps: Deps) {
  const app = new Hono<AppEnv>({ strict: false })
    .onError(pageError)
    .notFound(pageNotFound)
    .use(requestContext(deps), securityHeaders)
    .use((c, next) => {
      c.set('ask', ask)
      return next()
    })
    .route('/', operation)
    .route('/', embedScript)
    .route('/oembed', oembed)
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

  const fetch = async (request: Request, bindings: AppEnv['Bindings'] = {}) =>
    app.fetch(await onTownHost(request, deps), bindings)

  /** The application asks itself, as a stranger would from outside. */
  async function ask(town: Parameters<Ask>[0], path: string): Promise<number> {
    const base = path.startsWith('/api/') ? deps.publicUrl : townUrl(deps.publicUrl, town)
    return (await fetch(new Request(base + path))).status
  }
  return { fetch, ask, routes: app.routes }
}
