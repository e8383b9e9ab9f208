/** POST requests.{xml,json}: another system files a report, with a key of the town. */
import { type Context, Hono } from 'hono'
import { words } from '../../../client/i18n/index.ts'
import type { Category } from '../../../tenants/catalogue-schema.ts'
import type { Ctx, KeyActor } from '../../context.ts'
import { invalid } from '../../errors.ts'
import { useKey } from '../../keys/use-key.ts'
import { gatherPhotos, type MissingPhoto } from '../../photos/gather-photos.ts'
import { keepPhotos } from '../../photos/keep-photos.ts'
import { missingNote } from '../../photos/missing-note.ts'
import { effectsOf } from '../../reports/answer-effects.ts'
import { checkSubmission } from '../../reports/check-submission.ts'
import {
  findFiled,
  SubmitReport,
  type SubmitReportInput,
  type Submitted,
  submitReport,
} from '../../reports/submit-report.ts'
import { hashOf } from '../../secrets.ts'
import { phoneFor } from '../../towns/on-call.ts'
import type { AppEnv } from '../app-env.ts'
import { CLOSEST_ADDRESS, FOREIGN_ID, INTERNAL_NOTE } from './definition.ts'
import { attributesOf, filesOf, keyOf, readForm, textOf, textsOf } from './form.ts'
import { answer } from './format.ts'
import { noticeOfMissing } from './missing-photos.ts'
import { parsed } from './query.ts'

type C = Context<AppEnv>
type KeyCtx = Ctx & { actor: KeyActor }

const LONGEST_ID = 200
/** As much as a clerk may write. */
const LONGEST_NOTE = 4_000

export const filing = new Hono<AppEnv>().on('POST', ['/requests.xml', '/requests.json'], async (c) => {
  const form = await readForm(c)
  const ctx = await useKey(c.var.ctx, keyOf(c, form), 'submit')
  const origin = originOf(ctx, form)
  const filed = origin && (await findFiled(ctx, origin))
  if (filed) return filedAnswer(c, filed, [])
  const input = inputOf(c, form)
  // Before anything is fetched: what is refused needs no photos.
  const { category, answers } = await checkSubmission(ctx, input, ctx.language)
  const { cleaned, missing } = await gatherPhotos(c.var.deps, {
    files: await filesOf(form),
    addresses: textsOf(form, 'media_url'),
  })
  const submitted = await submitReport(ctx, input, {
    intakeChannel: 'api',
    key: await idempotencyKey(c, ctx),
    origin,
    note: noteOf(ctx.actor.name, form, missing),
    photos: await keepPhotos(ctx, c.var.deps.blobs, cleaned),
  })
  const given = Object.fromEntries(answers.map(({ key, value }) => [key, value]))
  return filedAnswer(c, submitted, [
    ...(category.instantAnswer ? [category.instantAnswer[c.var.language]] : []),
    ...dangersOf(c, category, given),
    ...noticeOfMissing(c.var.language, missing),
  ])
})

function filedAnswer(c: C, { report, replayed }: Submitted, notices: string[]): Response {
  if (replayed) c.header('Idempotent-Replayed', 'true')
  const notice = [words(c.var.language).open311.filed(report.number), ...notices].join(' ')
  return answer(c, 'service_requests', [
    { service_request_id: String(report.number), service_notice: notice, account_id: null },
  ])
}

/** What is dangerous is said once more, to whoever answers the reporter. */
function dangersOf({ var: { town, language } }: C, category: Category, given: Record<string, unknown>): string[] {
  return effectsOf(category, given).flatMap(({ stop, text }) =>
    stop ? [text?.[language] ?? words(language).open311.call(phoneFor(town, category, stop))] : [],
  )
}

/** What was written for the staff alone, and which photos are missing. */
function noteOf(system: string, form: FormData, missing: readonly MissingPhoto[]): string | undefined {
  const [given] = attributesOf(form).get(INTERNAL_NOTE) ?? []
  return [given?.slice(0, LONGEST_NOTE), missingNote(system, missing)].filter(Boolean).join('\n\n') || undefined
}

/** FixMyStreet sends again what it believes lost, always with its own number. */
function originOf({ actor }: KeyCtx, form: FormData) {
  const [ref] = attributesOf(form).get(FOREIGN_ID) ?? []
  if (ref === undefined) return undefined
  if (ref.length > LONGEST_ID) throw invalid([{ pointer: `/answers/${FOREIGN_ID}`, reason: 'field_wrong' }])
  return { source: `open311/${actor.keyId}`, ref }
}

/** For who has no number; each key has its own. */
async function idempotencyKey(c: C, { actor }: KeyCtx): Promise<string | undefined> {
  const key = c.req.header('Idempotency-Key')
  return key ? `open311/${actor.keyId} ${await hashOf(key)}` : undefined
}

/** @throws invalid with a pointer per field, in our names */
function inputOf(c: C, form: FormData): SubmitReportInput {
  const code = textOf(form, 'service_code')
  const category = c.var.town.categories.find(({ key }) => key === code)
  const attributes = attributesOf(form)
  const name = ['first_name', 'last_name'].flatMap((field) => textOf(form, field) ?? []).join(' ')
  return parsed(SubmitReport, {
    category: code,
    // The standard does not demand one, and we do: then the matter is its own description.
    description: textOf(form, 'description') ?? category?.name[c.var.language],
    lat: degreesIn(form, 'lat'),
    lon: degreesIn(form, 'long'),
    address: textOf(form, 'address_string') ?? attributes.get(CLOSEST_ADDRESS)?.[0]?.slice(0, LONGEST_ID),
    answers: category ? answersIn(category, attributes) : {},
    contact: { name: name || undefined, email: textOf(form, 'email'), phone: textOf(form, 'phone') },
    // The sender has chosen the town by its own map: near the border that counts as the reporter's choice.
    townChosen: true,
  })
}

/** A comma is a point to those who type it. */
function degreesIn(form: FormData, field: string): number | undefined {
  const text = textOf(form, field)
  return text === undefined ? undefined : Number(text.replace(',', '.'))
}

function answersIn({ questions }: Category, attributes: ReadonlyMap<string, string[]>): Record<string, unknown> {
  return Object.fromEntries(
    questions.flatMap(({ key, type }) => {
      const values = attributes.get(key)
      if (!values) return []
      // A datetime is a day to us.
      if (type === 'date') return [[key, values[0]!.slice(0, 10)]]
      return [[key, values.length === 1 ? values[0] : values]]
    }),
  )
}
