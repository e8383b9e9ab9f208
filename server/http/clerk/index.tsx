/** The staff application, mounted at /amt on the platform's host. */
import { Hono } from 'hono'
import { clerk as clerkPaths, platform } from '../../../client/paths.ts'
import { isOperator } from '../../people/permissions.ts'
import type { AppEnv } from '../app-env.ts'
import { sameOrigin } from '../middleware/same-origin.ts'
import { ownTown, signedIn } from '../middleware/session.ts'
import { pageError } from '../pages/error.tsx'
import { redirectTo } from '../respond.ts'
import { conformance } from './conformance.tsx'
import { operator } from './operator.tsx'
import { queue } from './queue.tsx'
import { report } from './report.tsx'
import { signInPages } from './sign-in.tsx'

export const clerk = new Hono<AppEnv>()
  .onError(pageError)
  .use(sameOrigin)
  .route('/', signInPages)
  .use(signedIn)
  .get('/', (c) => {
    const first = c.var.clerk.memberships.find(({ town }) => town !== '')?.town
    if (!first && isOperator(c.var.clerk)) return redirectTo(c, clerkPaths.operator())
    return redirectTo(c, first ? clerkPaths.queue(first) : platform.start())
  })
  .route('/betreiber', operator)
  .route('/:town/konformitaet', conformance)
  .use('/:town/*', ownTown)
  .route('/:town/anliegen', queue)
  .route('/:town/anliegen', report)
