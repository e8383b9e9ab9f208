/** {base}/melden: the report form, a way of six steps. What was typed is kept on the server from the first one on. */
import { Hono } from 'hono'
import { DraftKept, DraftMoved, DraftOver, Followed } from '../../../../client/citizen/form/DraftPages.tsx'
import { NotReachable } from '../../../../client/citizen/NotReachable.tsx'
import { words } from '../../../../client/i18n/index.ts'
import { type FormStep, town as townPaths } from '../../../../client/paths.ts'
import type { FieldProblem } from '../../../../client/ui/field.ts'
import { countUsage, deviceOf } from '../../../analytics/count-usage.ts'
import { beginDraft } from '../../../drafts/begin-draft.ts'
import { changeDraft } from '../../../drafts/change-draft.ts'
import { checkStep, firstOpenStep } from '../../../drafts/check-draft.ts'
import type { Draft, DraftFields } from '../../../drafts/draft-fields.ts'
import { moveDraft } from '../../../drafts/move-draft.ts'
import { readDraft } from '../../../drafts/read-draft.ts'
import { sendDraft } from '../../../drafts/send-draft.ts'
import { AppError, notFound } from '../../../errors.ts'
import { addDraftPhotos } from '../../../photos/draft-photos.ts'
import { refusalSentence } from '../../../photos/photo-file.ts'
import { FollowReport, followReport } from '../../../reports/follow-report.ts'
import { replay } from '../../../reports/submit-report.ts'
import { randomToken } from '../../../secrets.ts'
import type { AppEnv } from '../../app-env.ts'
import { buildCtx } from '../../build-ctx.ts'
import { sentence } from '../../field-errors.ts'
import { channelOf } from '../../intake-channel.ts'
import { countReport } from '../../limits.ts'
import { logOutage } from '../../outage.ts'
import { readPhotoFiles } from '../../photos.ts'
import { redirectTo, sendPage } from '../../respond.ts'
import { townUrl } from '../../urls.ts'
import { documentOf, townFace } from '../document-of.tsx'
import { formBase, formPaths } from './form-base.ts'
import { stepPage } from './step-page.tsx'
import type { C } from './step-view.ts'
import { readStep, type TypedForm, typedForm } from './typed-form.ts'
import { isBefore, isFromCheck, pathAfter, stepOf } from './ways.ts'

export const reportForm = new Hono<AppEnv>()
  .get('/', async (c) => {
    const { kategorie, lat, lon, via } = c.req.query()
    await countUsage(c.var.ctx, { step: 'form_opened', ...used(c, via) })
    if (!c.var.town.reachable) return unreachable(c)
    const fields = { prefill: { category: kategorie, lat, lon }, via: viaOf(via) }
    const draft = { hash: '', fields, photos: 0, sentReportId: null }
    const standing = { isDone: false, errors: [] }
    return stepPage(c, { draft, step: 'describe', standing, token: randomToken(), isBegun: false })
  })
  .post('/', async (c) => {
    const data = await read(c)
    const form = typedForm(data)
    const described = readStep('describe', form, {})
    if (!c.var.town.reachable) return unreachable(c, described)
    const { text } = form
    const prefill = { category: text('kategorie'), lat: text('lat'), lon: text('lon') }
    const token = text('entwurf') ?? randomToken()
    await beginDraft(c.var.ctx, { token, fields: { ...described, prefill, via: viaOf(text('via')) } })
    const begun = await readDraft(c.var.ctx, token)
    if (begun.sentReportId) return toDone(c, begun.sentReportId)
    const refused = await addPhotos(c, token, data)
    return goOn(c, { draft: await readDraft(c.var.ctx, token), step: 'describe', token, form, refused })
  })
  .get('/:draft', async (c) => {
    const token = c.req.param('draft')
    return withDraft(c, async (draft) => {
      const step = await firstOpenStep(c.var.ctx, draft)
      return redirectTo(c, formPaths(c).step(token, step))
    })
  })
  .get('/:draft/spaeter', async (c) => {
    // Storage in another website's frame is lost with it: there the draft goes on in a window of its own.
    const href = townPaths(c.var.base).draft(c.req.param('draft'))
    return withDraft(c, () =>
      secretPage(
        c,
        words(c.var.language).steps.kept,
        <DraftKept {...facts(c)} href={href} isFramed={Boolean(c.var.framedBy)} />,
      ),
    )
  })
  .get('/:draft/gefolgt/:number{[0-9]{1,9}}', async (c) => {
    const number = Number(c.req.param('number'))
    return withDraft(c, () =>
      secretPage(c, words(c.var.language).steps.followed, <Followed {...facts(c)} number={number} />),
    )
  })
  .get('/:draft/:step', async (c) => {
    const step = asked(c)
    const token = c.req.param('draft')
    return withDraft(c, async (draft) => {
      const { ctx } = c.var
      const { von: from, fehlt } = c.req.query()
      const open = await firstOpenStep(ctx, draft)
      if (isBefore(open, step)) {
        const how = step === 'check' ? { von: isFromCheck(from) ? from : undefined, fehlt: '1' } : {}
        return redirectTo(c, formPaths(c).step(token, open, how))
      }
      const standing = await checkStep(ctx, draft, step)
      if (standing.isSkipped)
        return redirectTo(c, await pathAfter(ctx, { draft, step, token, base: formBase(c), from }))
      return stepPage(c, { draft, step, standing, token, isBegun: true, from, isTold: fehlt === '1' })
    })
  })
  .post('/:draft/:step', async (c) => {
    const step = asked(c)
    const token = c.req.param('draft')
    const data = await read(c)
    const form = typedForm(data)
    return withDraft(
      c,
      async (before) => {
        const how = form.text('do')
        if (how === 'move') return moveToNeighbour(c, { draft: before, step, token })
        const follow = form.text('follow')
        if (follow) return followInstead(c, { draft: before, token, number: Number(follow) })
        const draft = await changeDraft(c.var.ctx, token, readStep(step, form, before.fields))
        if (draft.sentReportId) return toDone(c, draft.sentReportId)
        if (how === 'later') return redirectTo(c, formPaths(c).laterDraft(token))
        if (step === 'check') return send(c, { draft, token, form })
        if (step !== 'describe') return goOn(c, { draft, step, token, form })
        const refused = await addPhotos(c, token, data)
        return goOn(c, { draft: await readDraft(c.var.ctx, token), step, token, form, refused })
      },
      readStep(step, form, {}),
    )
  })

const facts = (c: C) => ({ language: c.var.language, town: townFace(c) })

function asked(c: C): FormStep {
  const step = stepOf(c.req.param('step') ?? '')
  if (!step) throw notFound()
  return step
}

const read = (c: C): Promise<FormData> => c.req.formData().catch(() => new FormData())

/**
 * Without script the photos come with the text. Returns what is to be said of those that cannot be taken. Where none
 * can be kept right now, the step comes again with everything typed in it, and goes on without them.
 */
async function addPhotos(c: C, draft: string, data: FormData): Promise<FieldProblem[]> {
  const { ctx, deps, language } = c.var
  const files = await readPhotoFiles(data)
  if (files.length === 0) return []
  try {
    const { refused } = await addDraftPhotos(ctx, deps, { draft, files })
    if (refused.length === 0) return []
    return [{ field: 'photo', message: refused.map((one) => refusalSentence(language, one)).join(' ') }]
  } catch (error) {
    if (!(error instanceof AppError) || error.reason !== 'photos_unavailable') throw error
    logOutage(c, error)
    return [{ field: 'photo', message: sentence(language, error.reason) }]
  }
}

/** Opens the draft of the address. One that was sent leads to what became of it, one that is over says so. */
async function withDraft(c: C, show: (draft: Draft) => Response | Promise<Response>, typed?: DraftFields) {
  const draft = await readDraft(c.var.ctx, c.req.param('draft') ?? '').catch((error) => {
    if (error instanceof AppError && error.code === 'gone') return null
    throw error
  })
  if (!draft) {
    const over = <DraftOver {...facts(c)} text={typed?.describe?.description} />
    return secretPage(c, words(c.var.language).steps.over, over, 410)
  }
  if (!c.var.town.reachable) return unreachable(c, draft.fields)
  return draft.sentReportId ? toDone(c, draft.sentReportId) : show(draft)
}

type Going = { draft: Draft; step: FormStep; token: string; form: TypedForm; refused?: FieldProblem[] }

/** To the next step, or the same again with what is wrong in it. */
async function goOn(c: C, { draft, step, token, form, refused = [] }: Going) {
  const { ctx } = c.var
  const from = form.text('von')
  const again = formPaths(c).step(token, step, { von: from })
  if (form.text('do') === 'later') return redirectTo(c, formPaths(c).laterDraft(token))
  if (form.text('do') === 'search') {
    return redirectTo(c, formPaths(c).step(token, step, { von: from, suche: '1', aendern: '1' }))
  }
  if (step === 'category' && !hasSeenQuestions(c, draft, form)) return redirectTo(c, again)
  const standing = await checkStep(ctx, draft, step)
  if (standing.errors.length + refused.length > 0) {
    await countUsage(ctx, { step: 'form_refused', ...used(c, draft.fields.via) })
    return stepPage(c, { draft, step, standing, token, isBegun: true, from, isTold: true, refused, status: 422 })
  }
  if (!standing.isDone) return redirectTo(c, again)
  await countUsage(ctx, { step: `passed_${step as Exclude<FormStep, 'check'>}`, ...used(c, draft.fields.via) })
  return redirectTo(c, await pathAfter(ctx, { draft, step, token, base: formBase(c), from }))
}

/** Without script the questions of a category come once it is chosen. */
function hasSeenQuestions(c: C, { fields }: Draft, form: TypedForm): boolean {
  const key = fields.category?.key
  const category = c.var.town.categories.find((one) => one.key === key)
  const isAsking = category && (category.questions.length > 0 || category.notice)
  return form.text('do') === 'called' || !isAsking || form.text('asked') === key
}

async function send(c: C, { draft, token, form }: Pick<Going, 'draft' | 'token' | 'form'>) {
  const { ctx } = c.var
  const to = formPaths(c)
  const open = await firstOpenStep(ctx, draft)
  if (open !== 'check') {
    // A twin of this press may have sent it meanwhile: then what lies nearby is its own report.
    const { sentReportId } = await readDraft(ctx, token)
    if (sentReportId) return toDone(c, sentReportId)
    return redirectTo(c, to.step(token, open, { von: undefined, fehlt: '1' }))
  }
  await countReport(c, form.text('altcha'))
  try {
    const { trackingToken } = await sendDraft(ctx, token, used(c, draft.fields.via))
    return redirectTo(c, `${to.tracking(trackingToken)}/danke`)
  } catch (error) {
    if (!(error instanceof AppError) || (error.code !== 'invalid' && error.code !== 'conflict')) throw error
    // Something changed between the check and the sending: the last step shows how it stands.
    return redirectTo(c, to.step(token, 'check'))
  }
}

async function toDone(c: C, reportId: string) {
  const { trackingToken } = await replay(c.var.ctx, reportId)
  return redirectTo(c, `${formPaths(c).tracking(trackingToken)}/danke`)
}

/** The draft goes along: kept in the town that answers for it, opened there. */
async function moveToNeighbour(c: C, { draft, step, token }: Pick<Going, 'draft' | 'step' | 'token'>) {
  const { deps, language, ctx } = c.var
  const { elsewhere } = await checkStep(ctx, draft, step)
  const neighbour = elsewhere?.town && (await deps.registry.town(elsewhere.town.key))
  if (!neighbour) return redirectTo(c, formPaths(c).step(token, step))
  const moved = await moveDraft(ctx, buildCtx(deps, neighbour, { kind: 'citizen' }, language), {
    token,
    blobs: deps.blobs,
  })
  const href = townPaths(neighbour.host ? townUrl(deps.publicUrl, neighbour) : `/${neighbour.key}`).draft(moved)
  // The neighbour has not allowed this website to frame its pages.
  if (c.var.framedBy)
    return secretPage(
      c,
      words(language).embed.moved.title(neighbour.name),
      <DraftMoved {...facts(c)} to={neighbour.name} href={href} />,
    )
  return redirectTo(c, href)
}

/** It is one that the town knows: that one counts one more, once, and this draft is left to its end. */
async function followInstead(c: C, { draft, token, number }: { draft: Draft; token: string; number: number }) {
  const { ctx } = c.var
  const { followed, others = [] } = draft.fields.similar ?? {}
  const input = FollowReport.safeParse({ number })
  if (!input.success) throw notFound('report_not_found')
  if (followed !== number) {
    await followReport(ctx, input.data)
    await changeDraft(ctx, token, { similar: { others, followed: number } })
  }
  return redirectTo(c, formPaths(c).followed(token, number))
}

function unreachable(c: C, fields?: DraftFields) {
  const page = <NotReachable {...facts(c)} text={fields?.describe?.description} />
  const status = c.req.method === 'POST' ? 409 : 200
  return sendPage(c, documentOf(c, { title: words(c.var.language).form.title, current: 'report' }, page), { status })
}

function secretPage(c: C, title: string, page: Parameters<typeof sendPage>[1], status: 200 | 410 = 200) {
  return sendPage(c, documentOf(c, { title, current: 'report', secret: true }, page), { status, secret: true })
}

const used = (c: C, via: string | undefined) => ({
  intakeChannel: c.var.framedBy ? ('widget' as const) : channelOf(via),
  device: deviceOf(c.req.header('User-Agent')),
  via: viaOf(via),
})

/** Name of a campaign, as the short link carries it. */
function viaOf(via: string | undefined): string | undefined {
  return via && /^[\w-]{1,63}$/.test(via) ? via : undefined
}
