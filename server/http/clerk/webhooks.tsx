/** /amt/{town}/schnittstellen/webhooks: other systems that are told of events. Only for admins. */
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { NewWebhookPage } from '../../../client/clerk/NewWebhookPage.tsx'
import { RemoveWebhookPage, WebhookPage } from '../../../client/clerk/WebhookPage.tsx'
import { WebhookSecretPage } from '../../../client/clerk/WebhookSecretPage.tsx'
import { WebhooksPage } from '../../../client/clerk/WebhooksPage.tsx'
import { words } from '../../../client/i18n/index.ts'
import { clerk as clerkPaths } from '../../../client/paths.ts'
import { AppError, invalid, notFound } from '../../errors.ts'
import { requireAdmin } from '../../people/permissions.ts'
import { randomToken } from '../../secrets.ts'
import { listWebhooks, readWebhook } from '../../webhooks/list-webhooks.ts'
import { MakeWebhook, makeWebhook } from '../../webhooks/make-webhook.ts'
import { removeWebhook } from '../../webhooks/remove-webhook.ts'
import { rotateSecret } from '../../webhooks/rotate-secret.ts'
import { SendAgain, sendAgain } from '../../webhooks/send-again.ts'
import { startWebhook } from '../../webhooks/start-webhook.ts'
import { stopWebhook } from '../../webhooks/stop-webhook.ts'
import { testWebhook } from '../../webhooks/test-webhook.ts'
import type { AppEnv } from '../app-env.ts'
import { fieldErrorsOf } from '../field-errors.ts'
import { redirectTo, sendPage } from '../respond.ts'
import { absoluteUrl } from '../urls.ts'
import { clerkFrame } from './frame.ts'
import { groupsOf, lineOf, logLineOf, saidOf, typeNamesOf } from './present-webhooks.ts'
import { readForm } from './read-form.ts'
import { refusedOf } from './refused.ts'

type C = Context<AppEnv>

export const webhooks = new Hono<AppEnv>()
  .use((c, next) => {
    requireAdmin(c.var.ctx)
    return next()
  })
  .get('/', (c) => listPage(c))
  .get('/neu', (c) => newPage(c))
  .post('/neu', async (c) => {
    const values = await readForm(c)
    try {
      const input = MakeWebhook.safeParse({ ...values, types: values.types ? values.types.split(',') : [] })
      if (!input.success) throw invalid(fieldErrorsOf(input.error.issues))
      const { id, secret } = await makeWebhook(c.var.ctx, c.var.deps.outgoing, input.data)
      return secretPage(c, { id, secret, isNew: true })
    } catch (error) {
      const id = shownIdOf(error)
      if (id) return redirectTo(c, clerkPaths.webhook(c.var.town.key, id, { getan: 'gezeigt' }))
      return newPage(c, refusedOf(c, { what: 'webhook', values }, error))
    }
  })
  .get('/:id', (c) => webhookPage(c))
  .post('/:id/probe', async (c) => {
    const { deps, ctx } = c.var
    const urlOf = ({ town }: typeof ctx, path: string) => absoluteUrl(deps.publicUrl, town, path)
    const { status, failure, ms } = await testWebhook(ctx, { outgoing: deps.outgoing, urlOf }, idOf(c))
    const answered = status === null ? {} : { antwort: String(status), ms: String(ms) }
    return back(c, { probe: failure ?? undefined, ...answered })
  })
  .post('/:id/geheimnis', async (c) => {
    const id = idOf(c)
    const { mark = '' } = await readForm(c)
    try {
      return await secretPage(c, { id, secret: await rotateSecret(c.var.ctx, id, mark), isNew: false })
    } catch (error) {
      if (error instanceof AppError && error.reason === 'secret_shown') return back(c, { getan: 'erneuert' })
      throw error
    }
  })
  .post('/:id/halt', async (c) => {
    await stopWebhook(c.var.ctx, idOf(c))
    return back(c, { getan: 'angehalten' })
  })
  .post('/:id/start', async (c) => {
    const { nachholen } = await readForm(c)
    const { queued, isAll } = await startWebhook(c.var.ctx, idOf(c), { isCatchingUp: nachholen === 'ja' })
    const caughtUp = { nachgeholt: String(queued), mehr: isAll ? undefined : 'ja' }
    return back(c, { getan: 'gestartet', ...(nachholen ? caughtUp : {}) })
  })
  .get('/:id/entfernen', (c) => removePage(c))
  .post('/:id/entfernen', async (c) => {
    await removeWebhook(c.var.ctx, idOf(c))
    return redirectTo(c, clerkPaths.webhooks(c.var.town.key, { getan: 'entfernt' }))
  })
  .post('/:id/wiederholung', async (c) => {
    const input = SendAgain.safeParse({ ...(await readForm(c)), webhook: idOf(c) })
    const count = input.success ? await sendAgain(c.var.ctx, input.data) : 0
    return back(c, { erneut: String(count) })
  })

/** Of what the same form has made already. */
const shownIdOf = (error: unknown) =>
  error instanceof AppError && error.reason === 'webhook_shown' ? String(error.facts.id) : undefined

/** What is no id is no webhook either. */
function idOf(c: C): string {
  const id = z.uuid().safeParse(c.req.param('id'))
  if (!id.success) throw notFound('webhook_unknown')
  return id.data
}

const back = (c: C, said: Record<string, string | undefined>) =>
  redirectTo(c, clerkPaths.webhook(c.var.town.key, idOf(c), said))

async function listPage(c: C) {
  const { language, town, ctx } = c.var
  const { webhooks: w } = words(language)
  const getan = c.req.query('getan') ?? ''
  const props = {
    frame: await clerkFrame(c, `${w.title}: ${town.name}`),
    town,
    webhooks: (await listWebhooks(ctx)).map((webhook) => lineOf(c, webhook)),
    said: Object.hasOwn(w.done, getan) ? w.done[getan] : undefined,
  }
  return sendPage(c, <WebhooksPage {...props} />, { secret: true })
}

type Shown = Partial<Omit<ReturnType<typeof refusedOf>, 'status'>> & { status?: AppError['status'] }

async function newPage(c: C, { status, ...shown }: Shown = {}) {
  const { language, town } = c.var
  const props = {
    ...shown,
    frame: await clerkFrame(c, words(language).webhooks.add),
    town,
    departments: town.departments.map(({ key, name }) => ({ key, name })),
    groups: groupsOf(c),
    once: randomToken(),
  }
  return sendPage(c, <NewWebhookPage {...props} />, { secret: true, status })
}

type Made = { id: string; secret: string; isNew: boolean }

/** The answer to a POST itself: no other page shows the secret. */
async function secretPage(c: C, made: Made) {
  const { language, town, ctx } = c.var
  const { webhook } = await readWebhook(ctx, made.id)
  const frame = await clerkFrame(c, words(language).webhooks.secret.title)
  const page = <WebhookSecretPage frame={frame} town={town} host={new URL(webhook.url).host} {...made} />
  return sendPage(c, page, { secret: true })
}

async function webhookPage(c: C) {
  const { town, ctx } = c.var
  const id = idOf(c)
  const page = Number(/^[1-9]\d{0,2}$/.exec(c.req.query('seite') ?? '')?.[0] ?? 1)
  const { webhook, mark, log, hasMore } = await readWebhook(ctx, id, page)
  const hrefOf = (to: number) => clerkPaths.webhook(town.key, id, { seite: to > 1 ? String(to) : undefined })
  const line = lineOf(c, webhook)
  const props = {
    frame: await clerkFrame(c, line.host),
    town,
    webhook: { ...line, failed: webhook.failed, ...typeNamesOf(c, webhook), mark },
    log: log.map((row) => logLineOf(c, row)),
    previous: page > 1 ? hrefOf(page - 1) : undefined,
    next: hasMore ? hrefOf(page + 1) : undefined,
    said: saidOf(c),
  }
  return sendPage(c, <WebhookPage {...props} />, { secret: true })
}

async function removePage(c: C) {
  const { town, ctx } = c.var
  const { webhook } = await readWebhook(ctx, idOf(c))
  const { host } = new URL(webhook.url)
  const frame = await clerkFrame(c, words(c.var.language).webhooks.remove.ask(host))
  return sendPage(c, <RemoveWebhookPage frame={frame} town={town} id={webhook.id} host={host} />, { secret: true })
}
