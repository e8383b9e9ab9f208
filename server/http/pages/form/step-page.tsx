/** One step of a draft as a page. */
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { VNode } from 'preact'
import { dayOf, words } from '../../../../client/i18n/index.ts'
import type { FormStep } from '../../../../client/paths.ts'
import type { FieldProblem } from '../../../../client/ui/field.ts'
import type { Standing } from '../../../drafts/check-draft.ts'
import type { Draft } from '../../../drafts/draft-fields.ts'
import type { FieldError } from '../../../errors.ts'
import { listDraftPhotos } from '../../../photos/draft-photos.ts'
import { restingReason } from '../../../towns/resting.ts'
import { sentence } from '../../field-errors.ts'
import { sendPage } from '../../respond.ts'
import { documentOf, townFace } from '../document-of.tsx'
import { photoItem } from '../draft-photos.ts'
import { categoryPage, emergencyPage } from './category-page.tsx'
import { describePage } from './describe-page.tsx'
import { formPaths } from './form-base.ts'
import { checkPage, contactPage, elsewherePage, similarPage } from './last-pages.tsx'
import { findPlaces, placePage } from './place-page.tsx'
import type { C, StepView } from './step-view.ts'
import { isFromCheck, STEPS, stepBefore } from './ways.ts'

const PAGES: Record<FormStep, (c: C, view: StepView) => VNode> = {
  describe: describePage,
  place: placePage,
  category: categoryPage,
  similar: similarPage,
  contact: contactPage,
  check: checkPage,
}

export type Shown = {
  draft: Draft
  step: FormStep
  standing: Standing
  /** Secret part of the address; the first page has one that nothing is kept under yet. */
  token: string
  isBegun: boolean
  from?: string
  /** Errors are told. */
  isTold?: boolean
  /** Photos that could not be taken. */
  refused?: FieldProblem[]
  status?: ContentfulStatusCode
}

export async function stepPage(c: C, shown: Shown): Promise<Response> {
  const { draft, step, standing, isBegun, status = 200 } = shown
  const { language } = c.var
  const { form, steps } = words(language)
  const errors = [...problemsOf(c, shown), ...(shown.refused ?? [])]
  const view = await viewOf(c, shown, errors)
  const isChanging = c.req.query('aendern') !== undefined || errors.length > 0
  const page =
    (!isChanging && standing.isStopped && emergencyPage(c, view)) ||
    (!isChanging && standing.elsewhere && elsewherePage(c, view)) ||
    PAGES[step](c, { ...view, fields: draft.fields })
  const at = steps.title(STEPS.indexOf(step) + 1, STEPS.length, steps.names[step])
  const options = {
    title: isBegun ? at : `${form.title}, ${at}`,
    description: isBegun ? undefined : words(language).citizen.start.description(c.var.town.officialName),
    current: 'report' as const,
    canonicalPath: isBegun ? undefined : '/melden',
    secret: isBegun,
    problem: errors.length > 0,
  }
  // A form holds what somebody typed: no cache may keep it.
  return sendPage(c, documentOf(c, options, page), { status, secret: isBegun || c.req.method === 'POST' })
}

async function viewOf(c: C, shown: Shown, errors: FieldProblem[]): Promise<StepView> {
  const { draft, step, standing, token, isBegun, from } = shown
  const { language, ctx } = c.var
  const { steps } = words(language)
  const to = formPaths(c)
  const before = isFromCheck(from) ? 'check' : await stepBefore(ctx, draft, step)
  const { category, lat, lon } = draft.fields.prefill ?? {}
  const isSearching = step === 'place' && c.req.query('suche') !== undefined
  return {
    fields: draft.fields,
    found: isSearching ? await findPlaces(c, draft.fields.place?.address) : undefined,
    photos: draft.photos > 0 ? (await listDraftPhotos(ctx, token)).map((row) => photoItem(c, token, row)) : [],
    uploadPath: isBegun ? to.draftPhotos(token) : `${to.draftPhotos()}?entwurf=${token}`,
    token,
    standing,
    next: isFromCheck(from) ? steps.toCheck : steps.next[step],
    frame: {
      language,
      town: townFace(c),
      step,
      action: isBegun ? to.step(token, step) : to.report(),
      backHref: before ? to.step(token, before) : c.var.framedBy ? undefined : to.start(),
      errors,
      hidden: isBegun ? { von: from } : { entwurf: token, kategorie: category, lat, lon, via: draft.fields.via },
    },
  }
}

/** Paused or out of season is told at once: nobody can go on with it. */
function problemsOf(c: C, { standing, isTold, draft }: Shown): FieldProblem[] {
  const { language, town, deps } = c.var
  const told = standing.errors.filter(({ reason }) => isTold || reason === 'category_resting')
  const problems = new Map<string, string>()
  for (const error of told) {
    const field = fieldOf(error)
    if (!problems.has(field)) problems.set(field, sentence(language, error.reason))
  }
  const category = town.categories.find(({ key }) => key === draft.fields.category?.key)
  const resting = category && restingReason(language, category, dayOf(deps.now()))
  if (resting && problems.has('category')) {
    problems.set('category', words(language).form.resting.chosen(category.name[language], resting))
  }
  return [...problems].map(([field, message]) => ({ field, message }))
}

const PLACE_REASONS = new Set(['place_missing', 'outside_all_towns'])

/** The form's own name for what an error points to. */
function fieldOf({ pointer, reason }: FieldError): string {
  if (PLACE_REASONS.has(reason)) return 'address'
  return pointer
    .slice(1)
    .replace(/^contact\//, '')
    .replace('/', '.')
}
