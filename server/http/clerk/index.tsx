/** The staff application, mounted at /amt on the platform's host. */
import { Hono } from 'hono'
import { clerk as clerkPaths, platform } from '../../../client/paths.ts'
import { staffLanguage } from '../../../tenants/languages.ts'
import { isOperator } from '../../people/permissions.ts'
import { sharedQueuesOf } from '../../people/shared-queues.ts'
import type { AppEnv } from '../app-env.ts'
import { limitBodies } from '../bodies.ts'
import { limitVisits } from '../limits.ts'
import { readableForm } from '../middleware/readable-form.ts'
import { sameOrigin } from '../middleware/same-origin.ts'
import { strongEnough } from '../middleware/second-factor.ts'
import { ownTown, signedIn } from '../middleware/session.ts'
import { pageError } from '../pages/error.tsx'
import { places } from '../pages/places.ts'
import { redirectTo } from '../respond.ts'
import { account } from './account.tsx'
import { conformance } from './conformance.tsx'
import { deliveries } from './deliveries.tsx'
import { embedding } from './embedding.tsx'
import { erasures } from './erasures.tsx'
import { intake } from './intake.tsx'
import { keys } from './keys.tsx'
import { links } from './links.tsx'
import { news } from './news.ts'
import { openIdPages } from './open-id.tsx'
import { operator } from './operator.tsx'
import { people } from './people.tsx'
import { clerkPhotos } from './photos.ts'
import { queue } from './queue.tsx'
import { receipt } from './receipt.tsx'
import { report } from './report.tsx'
import { settings } from './settings.tsx'
import { sharedQueue } from './shared-queue.tsx'
import { signInPages } from './sign-in.tsx'
import { webhooks } from './webhooks.tsx'

export const clerk = new Hono<AppEnv>()
  .onError(pageError)
  .use((c, next) => {
    c.set('language', staffLanguage(c.var.language))
    return next()
  })
  .use(sameOrigin, limitBodies('staff'), limitVisits, readableForm)
  .route('/', signInPages)
  .route('/', openIdPages)
  .route('/', links)
  .use(signedIn)
  .route('/konto', account)
  .use(strongEnough)
  .get('/', (c) => {
    const { memberships } = c.var.clerk
    const [shared] = sharedQueuesOf(memberships)
    if (shared) return redirectTo(c, clerkPaths.shared(shared))
    const first = memberships.find(({ town }) => town !== '')?.town
    if (!first && isOperator(c.var.clerk)) return redirectTo(c, clerkPaths.operator())
    return redirectTo(c, first ? clerkPaths.queue(first) : platform.start())
  })
  .route('/gemeinsam', sharedQueue)
  .route('/betreiber', operator)
  .route('/:town/konformitaet', conformance)
  .route('/:town/zustellungen', deliveries)
  .use('/:town/*', ownTown)
  .route('/:town/neu', news)
  .route('/:town/anliegen', queue)
  .route('/:town/anliegen', report)
  .route('/:town/anliegen', receipt)
  .route('/:town/aufnehmen', intake)
  // The same address search as on the town's own host, where the staff pages are.
  .route('/:town/orte', places)
  .route('/:town/anliegen', clerkPhotos)
  .route('/:town/schnittstellen/einbetten', embedding)
  .route('/:town/einstellungen', settings)
  .route('/:town/personen', people)
  .route('/:town/schnittstellen/webhooks', webhooks)
  .route('/:town/schnittstellen', keys)
  .route('/:town', erasures)
