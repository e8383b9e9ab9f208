/** /amt/{town}/einstellungen: what the town hall changes without a file. Only for admins. */
import { type Context, Hono } from 'hono'
import { SettingsCategoryPage } from '../../../client/clerk/SettingsCategoryPage.tsx'
import { SettingsDepartmentPage } from '../../../client/clerk/SettingsDepartmentPage.tsx'
import { SettingsPage } from '../../../client/clerk/SettingsPage.tsx'
import { SettingsTextsPage } from '../../../client/clerk/SettingsTextsPage.tsx'
import type { RefusedForm } from '../../../client/clerk/settings-props.ts'
import { words } from '../../../client/i18n/index.ts'
import { clerk as clerkPaths } from '../../../client/paths.ts'
import { LANGUAGES } from '../../../tenants/languages.ts'
import { AppError, notFound } from '../../errors.ts'
import { requireAdmin } from '../../people/permissions.ts'
import { ChangeSettings, changeSettings } from '../../towns/change-settings.ts'
import { readSettings, type SettingsForAdmin } from '../../towns/read-settings.ts'
import { RestoreSettings, restoreSettings } from '../../towns/restore-settings.ts'
import type { Saved } from '../../towns/save-settings.ts'
import type { SettingsChange } from '../../towns/settings-change.ts'
import type { AppEnv } from '../app-env.ts'
import { fieldErrorsOf, sentence } from '../field-errors.ts'
import { redirectTo, sendPage } from '../respond.ts'
import { clerkFrame } from './frame.ts'
import { categoryOf, departmentOf, overviewOf, textsOf } from './present-settings.ts'
import { readForm } from './read-form.ts'
import { pastChangeInWords } from './settings-sentence.ts'

type C = Context<AppEnv>
type What = SettingsChange['what']

/** What one page is about, and which changes its forms make. */
type Subject = { page: 'texts' | 'department' | 'category'; key: string; whats: readonly What[] }

const texts = (): Subject => ({ page: 'texts', key: '', whats: ['texts'] })
const department = (c: C): Subject => ({
  page: 'department',
  key: c.req.param('key') ?? '',
  whats: ['absence', 'return', 'reach'],
})
const category = (c: C): Subject => ({
  page: 'category',
  key: c.req.param('key') ?? '',
  whats: ['pause', 'resume', 'answer'],
})

export const settings = new Hono<AppEnv>()
  .use((c, next) => {
    requireAdmin(c.var.ctx)
    return next()
  })
  .get('/', async (c) => overviewPage(c, await readSettings(c.var.ctx)))
  .get('/texte', (c) => subjectPage(c, texts()))
  .post('/texte', (c) => change(c, texts()))
  .get('/fachbereich/:key', (c) => subjectPage(c, department(c)))
  .post('/fachbereich/:key', (c) => change(c, department(c)))
  .get('/kategorie/:key', (c) => subjectPage(c, category(c)))
  .post('/kategorie/:key', (c) => change(c, category(c)))
  .post('/stand', async (c) => {
    const input = RestoreSettings.safeParse(await readForm(c))
    if (!input.success) throw notFound('version_not_found')
    try {
      const saved = await restoreSettings(c.var.ctx, input.data)
      return redirectTo(c, doneHref(c, saved, 'zurueck'))
    } catch (error) {
      if (!(error instanceof AppError) || error.reason !== 'changed_meanwhile') throw error
      const data = await readSettings(c.var.ctx)
      return overviewPage(c, data, input.data.seen)
    }
  })

async function change(c: C, subject: Subject) {
  const values = await readForm(c)
  const what = subject.whats.find((one) => one === values.what)
  if (!what) throw notFound()
  const input = ChangeSettings.safeParse({ seen: values.seen, change: changeOf(what, subject, values) })
  if (!input.success) {
    const errors = fieldErrorsOf(input.error.issues)
    return refused(c, subject, { what, values, error: new AppError('invalid', 'invalid', { errors }) })
  }
  try {
    return redirectTo(c, doneHref(c, await changeSettings(c.var.ctx, input.data), 'gespeichert'))
  } catch (error) {
    if (!(error instanceof AppError) || (error.code !== 'conflict' && error.code !== 'invalid')) throw error
    return refused(c, subject, { what, values, error })
  }
}

const TEXTS_OF_LANGUAGES = ['news', 'welcome', 'because', 'instantAnswer'] as const

/** `because.de` and its like as one text per language; the thing the page is about comes from its address. */
function changeOf(what: What, { page, key }: Subject, values: Record<string, string>) {
  const inLanguages = TEXTS_OF_LANGUAGES.map((name) => [
    name,
    Object.fromEntries(LANGUAGES.map((language) => [language, values[`${name}.${language}`] ?? ''])),
  ])
  return { ...values, ...Object.fromEntries(inLanguages), what, ...(page === 'texts' ? {} : { [page]: key }) }
}

/** The page again with everything that was typed; a second press then saves over what somebody else changed. */
async function refused(
  c: C,
  subject: Subject,
  { what, values, error }: { what: What; values: Record<string, string>; error: AppError },
) {
  const data = await readSettings(c.var.ctx)
  const stale = error.reason === 'changed_meanwhile' ? staleOf(c, data, Number(values.seen)) : undefined
  const errors = error.errors.map(({ pointer, reason }) => ({
    field: pointer.replace(/^\/change\//, '').replaceAll('/', '.'),
    message: sentence(c.var.language, reason),
  }))
  return shownPage(c, subject, data, { refused: { what, values, errors, stale }, status: error.status })
}

type Shown = { refused?: RefusedForm; status?: AppError['status'] }

const subjectPage = async (c: C, subject: Subject) => shownPage(c, subject, await readSettings(c.var.ctx))

async function shownPage(c: C, { page, key }: Subject, data: SettingsForAdmin, { refused, status }: Shown = {}) {
  const { settings: w } = words(c.var.language)
  const options = { secret: true, status }
  if (page === 'texts') {
    const frame = await clerkFrame(c, w.texts.title)
    return sendPage(c, <SettingsTextsPage {...textsOf(c, data)} frame={frame} refused={refused} />, options)
  }
  if (page === 'department') {
    const props = departmentOf(c, data, key)
    const frame = await clerkFrame(c, props.name)
    return sendPage(c, <SettingsDepartmentPage {...props} frame={frame} refused={refused} />, options)
  }
  const props = categoryOf(c, data, key)
  const frame = await clerkFrame(c, props.name)
  return sendPage(c, <SettingsCategoryPage {...props} frame={frame} refused={refused} />, options)
}

type Done = 'gespeichert' | 'zurueck' | 'gleich'

const doneHref = (c: C, { changed }: Saved, done: Done) =>
  clerkPaths.settings(c.var.town.key, { getan: changed ? done : 'gleich' })

/** @param staleSince the version somebody saw who wanted to undo */
async function overviewPage(c: C, data: SettingsForAdmin, staleSince?: number) {
  const { settings: w } = words(c.var.language)
  const sentences: Record<string, string> = { gespeichert: w.saved, zurueck: w.restored, gleich: w.same }
  const getan = c.req.query('getan') ?? ''
  const said = Object.hasOwn(sentences, getan) ? sentences[getan] : undefined
  const props = {
    ...overviewOf(c, data),
    frame: await clerkFrame(c, w.title),
    done: said ? { sentence: said, canUndo: getan === 'gespeichert' && data.version > 0 } : undefined,
    stale: staleSince === undefined ? undefined : staleOf(c, data, staleSince),
  }
  return sendPage(c, <SettingsPage {...props} />, { secret: true, status: props.stale ? 409 : 200 })
}

/** What others changed since the version this person has seen. */
function staleOf(c: C, data: SettingsForAdmin, seen: number) {
  const { stale } = words(c.var.language).clerk
  const changes = data.history
    .filter(({ row }) => row.version > seen)
    .map((past) => pastChangeInWords(c, past, data))
    .map(({ what, who, when }) => ({ what: what.join(' · '), who, when }))
  return { sentence: stale.faster(changes[0]?.who ?? stale.somebody), changes }
}
