/** A citizen, a caller's clerk or another system reports a matter. */
import { z } from 'zod'
import { dayOf } from '../../client/i18n/index.ts'
import { INTAKE_CHANNELS } from '../../db/schema/reports.ts'
import { LANGUAGES } from '../../tenants/languages.ts'
import { countUsage, DEVICES } from '../analytics/count-usage.ts'
import { type Ctx, inTransaction, type TxCtx } from '../context.ts'
import { invalid } from '../errors.ts'
import { takeDraftPhotos } from '../photos/draft-photos.ts'
import type { KeptPhoto } from '../photos/keep-photos.ts'
import { addReportPhotos } from '../photos/report-photos.ts'
import { plainText } from '../plain-text.ts'
import { ensureNightly } from '../towns/recheck.ts'
import { restingReason } from '../towns/resting.ts'
import { answerWithinOf, disclosureOf, priorityOf } from './answer-effects.ts'
import { checkSubmission, type Sound } from './check-submission.ts'
import { giveToPartner, partnerOf } from './give-to-partner.ts'
import { claimIdempotencyKey, claimOrigin, findEarlier } from './idempotency.ts'
import { giveLink } from './outside-link.ts'
import { recordEvent, recordEvents } from './record-event.ts'
import {
  addContactRow,
  addNoteRow,
  addReportRow,
  addTextRow,
  findReportIdByOrigin,
  getReportRowById,
  type Origin,
  type ReportRow,
} from './rows.ts'
import { trackingHash, trackingToken } from './tracking-link.ts'
import { addWorkingDays } from './working-days.ts'

/** `point` is kept for a place of which nobody said more. */
const PLACE_SOURCES = ['gps', 'map', 'address', 'photo', 'words'] as const
const MOST_ADDRESS = 200
const MOST_NAME = 120
const blankIsAbsent = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value)
const optionalText = (most: number) => z.preprocess(blankIsAbsent, plainText().trim().max(most).optional())

export const Contact = z.object({
  name: optionalText(MOST_NAME),
  email: z.preprocess(blankIsAbsent, z.email().max(254).optional()),
  phone: optionalText(40),
})

/** Body of `POST /api/v1/towns/{town}/reports`. Unknown fields are ignored. */
export const SubmitReport = z
  .object({
    category: z.string().min(1).max(63),
    description: plainText().trim().min(3).max(4000),
    lat: z.number().min(-90).max(90).optional(),
    lon: z.number().min(-180).max(180).optional(),
    accuracy: z.number().nonnegative().optional(),
    /** How the place came about; what is none of these is as if it were not there. */
    placeSource: z.enum(PLACE_SOURCES).optional().catch(undefined),
    address: optionalText(MOST_ADDRESS),
    answers: z.record(z.string(), z.unknown()).default({}),
    contact: Contact.optional(),
    language: z.enum(LANGUAGES).optional(),
    /** Near a border: this town all the same, although the place is the neighbour's. */
    townChosen: z.boolean().optional(),
  })
  .meta({ id: 'NewReport' })

export type SubmitReportInput = z.infer<typeof SubmitReport>

/** What the surface knows and the citizen does not say. */
export const Submission = z.object({
  intakeChannel: z.enum(INTAKE_CHANNELS),
  device: z.enum(DEVICES).default('other'),
  via: optionalText(63),
  key: z.string().min(8).max(200).optional(),
  /** Hash of the draft it was written in, whose photos become the report's. */
  draftHash: z.string().optional(),
  /** Filed by another system, where it has a key of its own: the same one again is the same report. */
  origin: z.object({ source: z.string().min(1), ref: z.string().min(1).max(200) }).optional(),
  /** For the clerks, about how it came. */
  note: z.string().optional(),
})
/** Photos come cleaned and stored. */
export type SubmissionInput = z.input<typeof Submission> & { photos?: readonly KeptPhoto[] }

export type Submitted = { report: ReportRow; trackingToken: string; replayed: boolean }

/**
 * Files the report in the town of ctx and routes it, in one transaction. With a key seen before, answers with the
 * report of then, whatever has become of the category or the border since.
 * @throws as checkSubmission; invalid `category_resting` for what nobody can choose today
 */
export async function submitReport(
  ctx: Ctx,
  input: SubmitReportInput,
  submission: SubmissionInput,
): Promise<Submitted> {
  const { key, origin } = Submission.parse(submission)
  const filed = origin && (await findFiled(ctx, origin))
  if (filed) return filed
  const earlier = key && (await inTransaction(ctx, (ctx) => findEarlier(ctx, key, contentOf(input, submission.photos))))
  if (earlier) return replay(ctx, earlier)
  const sound = await checkSubmission(ctx, input, input.language ?? ctx.language)
  return inTransaction(ctx, (ctx) => fileReport(ctx, { input, submission, sound }))
}

type Filing = { input: SubmitReportInput; submission: SubmissionInput; sound: Sound }

/** The part inside the transaction, for whoever has to do something else in it. The place and the answers are checked. */
export async function fileReport(ctx: TxCtx, { input, submission, sound }: Filing): Promise<Submitted> {
  const { intakeChannel, device, via, key, draftHash, origin, note } = Submission.parse(submission)
  const { photos = [] } = submission
  const language = input.language ?? ctx.language
  const { category, answers, point, routed } = sound
  const id = crypto.randomUUID()
  if (key) {
    const earlier = await claimIdempotencyKey(ctx, key, contentOf(input, photos), id)
    if (earlier) return replay(ctx, earlier)
  }
  const filed = origin && (await claimOrigin(ctx, origin, id))
  if (filed) return replay(ctx, filed)
  const now = ctx.now()
  // Here, because what was sent before a pause is still answered with the report of then.
  const resting = restingReason(language, category, dayOf(now))
  if (resting) throw invalid([{ pointer: '/category', reason: 'category_resting', detail: resting }])
  const given = Object.fromEntries(answers.map((answer) => [answer.key, answer.value]))
  const { department, because, district } = routed
  const token = await trackingToken(ctx, { id, tokenVersion: 1 })

  // What the category does not ask for is not kept.
  const { name, email, phone } = category.contact === 'none' ? {} : (input.contact ?? {})
  const contact = { reportId: id, name: name ?? null, email: email ?? null, phone: phone ?? null }
  const disclosure = disclosureOf(category, given)
  // A photo says as much as a text, so it is shown when the text is.
  const shown = { reportId: id, visibility: disclosure.textVisibility }
  if (draftHash) await takeDraftPhotos(ctx, { ...shown, draftHash })
  const subject = { id, version: 1 }
  const linkTo = ctx.town.member ? undefined : 'town_hall'
  if (linkTo) {
    await giveLink(ctx, id, linkTo)
    // Nobody has applied such a town: what it gets is erased in time all the same.
    await ensureNightly(ctx.db, 'erase_old', ctx.town.key, now)
  }
  const arrived = { to: 'received', category: category.key, ...(linkTo ? { linkTo } : {}) }
  const hash = await trackingHash(token)
  // The report's own row comes last, and with it the number.
  const row = async () => {
    const gift = await giveAtOnce(ctx, subject, routed.partner)
    if (note) {
      const noteId = await addNoteRow(ctx, { reportId: id, authorId: null, text: note })
      await recordEvent(ctx, subject, 'noted', { noteId }, 3)
    }
    return addReportRow(ctx, {
      id,
      category: category.key,
      status: 'received',
      ...disclosure,
      ...gift,
      department,
      routedBecause: because,
      priority: priorityOf(category, given),
      lat: point?.lat ?? null,
      lon: point?.lon ?? null,
      accuracy: point ? (input.accuracy ?? null) : null,
      placeSource: placeSourceOf(point, input.placeSource),
      district,
      intakeChannel,
      via: via ?? null,
      language,
      tokenVersion: 1,
      trackingHash: hash,
      receivedAt: now,
      changedAt: now,
      answerDueAt: addWorkingDays(now, answerWithinOf(category, given), ctx.town),
      source: origin?.source ?? null,
      sourceRef: origin?.ref ?? null,
      version: 1,
    })
  }
  // All in one go: none of them waits for another one's answer.
  const told = [
    addTextRow(ctx, { reportId: id, description: input.description, address: input.address ?? null, answers }),
    name || email || phone ? addContactRow(ctx, contact) : undefined,
    addReportPhotos(ctx, { ...shown, kept: photos }),
    recordEvents(ctx, subject, [
      { action: 'submitted', facts: arrived },
      { action: 'routed', facts: { department } },
    ]),
    countUsage(ctx, { step: 'submitted', intakeChannel, device, via }),
    linkTo ? countUsage(ctx, { step: 'wished', intakeChannel, device, via }) : undefined,
  ]
  const [report] = await Promise.all([row(), ...told])
  return { report, trackingToken: token, replayed: false }
}

/** What was filed under this key of another system before. */
export async function findFiled(ctx: Ctx, origin: Origin): Promise<Submitted | null> {
  const earlier = await inTransaction(ctx, (ctx) => findReportIdByOrigin(ctx, origin))
  return earlier ? replay(ctx, earlier) : null
}

/** The report that was filed before, for who sends it again. */
export async function replay(ctx: Ctx | TxCtx, reportId: string): Promise<Submitted> {
  const report = await inTransaction(ctx, (ctx) => getReportRowById(ctx, reportId))
  return { report, trackingToken: await trackingToken(ctx, report), replayed: true }
}

/** What a repeated sending must have in common with the first. */
const contentOf = (input: SubmitReportInput, photos: readonly KeptPhoto[] = []) =>
  photos.length > 0 ? { ...input, photos: photos.map(({ contentHash }) => contentHash) } : input

function placeSourceOf(point: unknown, source: SubmitReportInput['placeSource']): string {
  if (!point) return 'words'
  return source === undefined || source === 'words' ? 'point' : source
}

/** A rule of the town gives the work to a partner: nobody has to do it by hand. */
async function giveAtOnce(ctx: TxCtx, subject: { id: string; version: number }, key: string | null) {
  const gift = partnerOf(ctx, key)
  if (!gift) return {}
  const { change, facts } = await giveToPartner(ctx, subject.id, gift)
  const system: TxCtx = { ...ctx, actor: { kind: 'system' } }
  await recordEvent(system, subject, 'partner_involved', { from: 'received', ...facts }, 2)
  return change
}
