/** Another system tells what was said there about a report: a note for the clerks, who decide what it means here. */
import { z } from 'zod'
import { words } from '../../client/i18n/index.ts'
import { SOURCE_LANGUAGE } from '../../tenants/languages.ts'
import { type Ctx, inTransaction, type KeyActor, type TxCtx } from '../context.ts'
import { forbidden, invalid, notFound } from '../errors.ts'
import type { KeptPhoto } from '../photos/keep-photos.ts'
import { addSentPhotos } from '../photos/report-photos.ts'
import { plainText } from '../plain-text.ts'
import { claimForeignUpdate, findForeignUpdate, setForeignEvent } from './foreign-rows.ts'
import { ReportNumber } from './inputs.ts'
import { recordEvent } from './record-event.ts'
import { addNoteRow, getReportRow, holdReportRow, moveReportRow, type ReportRow } from './rows.ts'

export const TakeUpdate = z.object({
  number: ReportNumber,
  /** Its own name there: the same one again is the same update. */
  updateId: z.string().min(1).max(200),
  /** The report's status there, in that system's words. */
  status: z.string().regex(/^[A-Za-z_ ]{1,60}$/),
  text: plainText().trim().max(10_000).default(''),
  /** Whoever wrote it there. */
  name: plainText().trim().max(240).default(''),
})
export type TakeUpdateInput = z.infer<typeof TakeUpdate>

type Sent = TakeUpdateInput & {
  /** Cleaned and stored. */
  photos?: readonly KeptPhoto[]
  /** What else is to be known, such as photos that could not be fetched. */
  more?: string | undefined
}

/** Whether it was taken before; so that nothing is fetched twice. @throws as takeUpdate */
export function wasTaken(
  ctx: Ctx,
  { number, updateId }: Pick<TakeUpdateInput, 'number' | 'updateId'>,
): Promise<boolean> {
  return inTransaction(ctx, async (ctx) => {
    const key = requireKey(ctx)
    const report = await getReportRow(ctx, number)
    requireKnown(key, report)
    return isTaken(ctx, { sender: senderOf(key), updateId }, report)
  })
}

/**
 * It changes nothing but the history: a citizen elsewhere cannot close our report.
 * @returns whether it was taken before
 * @throws forbidden without the scope; not_found for a report that is neither public nor filed with this key; invalid
 * `update_of_another`
 */
export function takeUpdate(ctx: Ctx, { photos = [], ...sent }: Sent): Promise<boolean> {
  return inTransaction(ctx, async (ctx) => {
    const key = requireKey(ctx)
    const report = await holdReportRow(ctx, sent.number)
    requireKnown(key, report)
    const name = { sender: senderOf(key), updateId: sent.updateId }
    const isNew = await claimForeignUpdate(ctx, { ...name, reportId: report.id, eventId: null })
    if (!isNew) return isTaken(ctx, name, report)

    const moved = await moveReportRow(ctx, report, report.version, {})
    const added = await addSentPhotos(ctx, moved, { kept: photos, isResult: false })
    const text = noteOf(key, { ...sent, left: photos.length - added.length })
    const noteId = await addNoteRow(ctx, { reportId: report.id, authorId: null, text })
    await setForeignEvent(ctx, name, await recordEvent(ctx, moved, 'update_taken', { noteId }))
    for (const [index, photoId] of added.entries()) await recordEvent(ctx, moved, 'photo_added', { photoId }, index + 1)
    return false
  })
}

function requireKey({ actor }: TxCtx): KeyActor {
  if (actor.kind !== 'key' || !actor.scopes.includes('update')) throw forbidden('key_not_for_this')
  return actor
}

/** What this system has filed itself, and what everybody knows of the department that its key is for. */
function requireKnown({ keyId, department }: KeyActor, report: ReportRow): void {
  if (report.source === `open311/${keyId}`) return
  const isOfOthers = department !== null && department !== report.department
  if (report.visibility !== 'shown' || isOfOthers) throw notFound('report_not_found')
}

const senderOf = ({ keyId }: KeyActor) => `key/${keyId}`

async function isTaken(ctx: TxCtx, name: { sender: string; updateId: string }, { id }: ReportRow): Promise<boolean> {
  const earlier = await findForeignUpdate(ctx, name)
  if (earlier && earlier.reportId !== id) throw invalid([{ pointer: '/update_id', reason: 'update_of_another' }])
  return earlier !== null
}

/** In the town hall's language. */
function noteOf({ name: system }: KeyActor, { name, status, text, more, left }: Sent & { left: number }): string {
  const { update, photosLeft } = words(SOURCE_LANGUAGE).open311
  const known = status.toLowerCase().replaceAll(' ', '_')
  const there = Object.hasOwn(update.statuses, known) ? update.statuses[known]! : status
  // Where the system speaks for itself, the history names it already.
  const head = name === system ? '' : update.head(system, name)
  return [head, text, update.status(there), left > 0 ? photosLeft(left) : '', more].filter(Boolean).join('\n')
}
