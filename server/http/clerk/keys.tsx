/** /amt/{town}/schnittstellen: keys of other systems. Only for admins. */
import { type Context, Hono } from 'hono'
import { EndKeyPage, KeyMadePage } from '../../../client/clerk/KeyPages.tsx'
import { KeysPage } from '../../../client/clerk/KeysPage.tsx'
import type { KeyLine } from '../../../client/clerk/keys-props.ts'
import { formatDay, formatNumber, words } from '../../../client/i18n/index.ts'
import { clerk as clerkPaths, town as townPaths } from '../../../client/paths.ts'
import { SCOPES } from '../../../db/schema/interfaces.ts'
import { AppError, invalid, notFound } from '../../errors.ts'
import { EndKey, endKey } from '../../keys/end-key.ts'
import { type ListedKey, listKeys } from '../../keys/list-keys.ts'
import { MakeKey, makeKey } from '../../keys/make-key.ts'
import { noteSecurity } from '../../people/office.ts'
import { requireAdmin } from '../../people/permissions.ts'
import { randomToken } from '../../secrets.ts'
import type { AppEnv } from '../app-env.ts'
import { fieldErrorsOf } from '../field-errors.ts'
import { departmentName } from '../names.ts'
import { redirectTo, sendPage } from '../respond.ts'
import { absoluteUrl } from '../urls.ts'
import { clerkFrame } from './frame.ts'
import { readForm } from './read-form.ts'
import { refusedOf } from './refused.ts'

type C = Context<AppEnv>

export const keys = new Hono<AppEnv>()
  .use((c, next) => {
    requireAdmin(c.var.ctx)
    return next()
  })
  .get('/', (c) => listPage(c))
  .post('/', async (c) => {
    const values = await readForm(c)
    try {
      const input = MakeKey.safeParse({ ...values, scopes: values.scopes ? values.scopes.split(',') : [] })
      if (!input.success) throw invalid(fieldErrorsOf(input.error.issues))
      const { id, key } = await makeKey(c.var.ctx, input.data)
      note(c, 'key_made', id)
      return madePage(c, input.data.name, key)
    } catch (error) {
      // Sent again by reloading: there is one key, and it was shown.
      if (isShown(error)) return redirectTo(c, clerkPaths.interfaces(c.var.town.key, { getan: 'gezeigt' }))
      return listPage(c, refusedOf(c, { what: 'key', values }, error))
    }
  })
  .get('/schluessel/:id/ende', async (c) => {
    const { id } = idOf(c)
    const key = (await listKeys(c.var.ctx)).find((one) => one.id === id && !one.endedAt)
    if (!key) throw notFound()
    const frame = await clerkFrame(c, words(c.var.language).keys.stop.title(key.name))
    return sendPage(c, <EndKeyPage frame={frame} town={c.var.town} line={lineOf(c, key)} />, { secret: true })
  })
  .post('/schluessel/:id/ende', async (c) => {
    const { id } = idOf(c)
    await endKey(c.var.ctx, { id })
    note(c, 'key_ended', id)
    return redirectTo(c, clerkPaths.interfaces(c.var.town.key, { getan: 'beendet' }))
  })

const isShown = (error: unknown) => error instanceof AppError && error.reason === 'key_shown'

/** @throws not_found for what is no id at all */
function idOf(c: C) {
  const input = EndKey.safeParse({ id: c.req.param('id') })
  if (!input.success) throw notFound()
  return input.data
}

const note = (c: C, event: 'key_made' | 'key_ended', key: string) =>
  noteSecurity(c.var.deps, event, { key, by: c.var.clerk.personId, town: c.var.town.key })

/** What the last press did. */
function saidOf(c: C) {
  const { done } = words(c.var.language).keys
  const getan = c.req.query('getan') ?? ''
  return Object.hasOwn(done, getan) ? done[getan] : undefined
}

type Shown = Partial<Omit<ReturnType<typeof refusedOf>, 'status'>> & { status?: AppError['status'] }

async function listPage(c: C, { status, ...shown }: Shown = {}) {
  const { deps, language, town } = c.var
  const { keys: w } = words(language)
  const props = {
    ...shown,
    frame: await clerkFrame(c, w.title),
    town,
    keys: (await listKeys(c.var.ctx)).map((row) => lineOf(c, row)),
    scopes: SCOPES,
    departments: town.departments.map(({ key, name }) => ({ key, name })),
    developersHref: absoluteUrl(deps.publicUrl, town, townPaths('').developers()),
    said: shown.refused ? undefined : saidOf(c),
    once: randomToken(),
  }
  return sendPage(c, <KeysPage {...props} />, { secret: true, status })
}

/** An answer, not a redirect: nobody can read the key a second time. */
async function madePage(c: C, name: string, key: string) {
  const frame = await clerkFrame(c, words(c.var.language).keys.made.title(name))
  return sendPage(c, <KeyMadePage frame={frame} town={c.var.town} name={name} apiKey={key} />, { secret: true })
}

function lineOf(c: C, row: ListedKey): KeyLine {
  const { deps, language } = c.var
  const { id, name, ending, scopes, department, perHour, usedAt, endedAt } = row
  const dayOf = (at: Date | null) => (at ? formatDay(language, at, deps.now()) : undefined)
  return {
    ...{ id, name, ending, scopes },
    department: department === null ? undefined : departmentName(c, department),
    perHour: formatNumber(language, perHour),
    used: dayOf(usedAt),
    ended: dayOf(endedAt),
  }
}
