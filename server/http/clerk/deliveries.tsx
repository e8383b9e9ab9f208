/** /amt/{town}/zustellungen: for the town's admin; the operator sees counts. */
import { type Context, Hono } from 'hono'
import { DeliveriesPage } from '../../../client/clerk/DeliveriesPage.tsx'
import type { DeliveriesPageProps, DeliveryLine } from '../../../client/clerk/deliveries-props.ts'
import { formatDateTime, words } from '../../../client/i18n/index.ts'
import { clerk as clerkPaths } from '../../../client/paths.ts'
import { DEAD_ENDS, type Trouble } from '../../notifications/delivery-rows.ts'
import { SendAgain, sendAgain } from '../../notifications/send-again.ts'
import { countTroubles, WatchDeliveries, watchDeliveries } from '../../notifications/watch-deliveries.ts'
import { isAdminOf } from '../../people/permissions.ts'
import { nameOfOutside } from '../../reports/outside-link.ts'
import type { AppEnv } from '../app-env.ts'
import { buildCtx } from '../build-ctx.ts'
import { redirectTo, sendPage } from '../respond.ts'
import { forgetTroubles } from './deliveries-badge.ts'
import { failureSentence } from './failure-sentence.ts'
import { clerkFrame } from './frame.ts'
import { overseenTown } from './overseen-town.ts'
import { readForm } from './read-form.ts'

type C = Context<AppEnv>

export const deliveries = new Hono<AppEnv>()
  .get('/', async (c) => {
    const town = await overseenTown(c)
    const { deps, clerk, language } = c.var
    const counts = await countTroubles({ database: deps.database, actor: clerk, now: deps.now() }, town)
    const queued = /^\d{1,4}$/.exec(c.req.query('erneut') ?? '')?.[0]
    const props: DeliveriesPageProps = {
      frame: await clerkFrame(c, `${words(language).deliveries.navigation}: ${town.name}`),
      town: { key: town.key, name: town.name },
      counts,
      list: isAdminOf(clerk, town.key) ? await listOf(c) : undefined,
      queued: queued === undefined ? undefined : Number(queued),
    }
    return sendPage(c, <DeliveriesPage {...props} />, { secret: true })
  })
  .post('/', async (c) => {
    const { key } = await overseenTown(c)
    const input = SendAgain.safeParse(await readForm(c))
    const count = input.success ? await sendAgain(adminCtx(c), input.data) : 0
    forgetTroubles(c)
    return redirectTo(c, clerkPaths.deliveries(key, { erneut: String(count) }))
  })

const adminCtx = ({ var: { deps, town, clerk, language } }: C) => buildCtx(deps, town, clerk, language)

async function listOf(c: C): Promise<DeliveriesPageProps['list']> {
  const { town, language, deps } = c.var
  const parsed = WatchDeliveries.safeParse({ page: c.req.query('seite') })
  const { page } = parsed.success ? parsed.data : WatchDeliveries.parse({})
  const { rows, hasMore, givenUp } = await watchDeliveries(adminCtx(c), { page })
  const hrefOf = (to: number) => clerkPaths.deliveries(town.key, { seite: to > 1 ? String(to) : undefined })
  return {
    lines: rows.map((row) => lineOf(c, row)),
    givenUp: givenUp.map(({ id, kind, attempts, failedAt }) => ({
      id,
      kind,
      attempts,
      when: formatDateTime(language, failedAt!, deps.now()),
    })),
    previous: page > 1 ? hrefOf(page - 1) : undefined,
    next: hasMore ? hrefOf(page + 1) : undefined,
  }
}

function lineOf(c: C, { failure, nextTry, ...row }: Trouble): DeliveryLine {
  const { town, language, deps } = c.var
  return {
    id: row.id,
    number: row.number,
    href: clerkPaths.report(town.key, row.number),
    recipient: recipientName(c, row.recipient),
    state: row.state,
    reason: failure ? failureSentence(language, failure) : undefined,
    attempts: row.attempts,
    changed: formatDateTime(language, row.changedAt, deps.now()),
    next: nextTry ? formatDateTime(language, nextTry, deps.now()) : undefined,
    canRetry: row.state === 'failed' && row.channel === 'mail' && !DEAD_ENDS.includes(failure ?? ''),
  }
}

/** What kind of person or place it is; a partner by its name. */
function recipientName(c: C, recipient: string): string {
  const { recipients } = words(c.var.language).deliveries
  if (recipient.startsWith('partner/')) return nameOfOutside(c.var.town, recipient)
  const [kind = ''] = recipient.split('/')
  return kind in recipients ? recipients[kind as keyof typeof recipients] : recipients.other
}
