/** Pieces of the verbs' inputs, so that a number is a number in every verb. Coerced, because forms send strings. */
import { z } from 'zod'
import { gapsIn } from '../../client/i18n/gaps.ts'
import { plainText } from '../plain-text.ts'

export const ReportNumber = z.coerce.number().int().positive().max(2_147_483_647)

/** Which report, and in which version the person has seen it. */
export const Seen = z.object({ number: ReportNumber, version: z.coerce.number().int().positive() })

/** Words of the town that everybody may read. */
export const PublicWords = plainText().trim().min(3).max(4000).refine(isWhole, 'gap_open')

/** No gap of a text module is left open. */
export function isWhole(text: string): boolean {
  return gapsIn(text).length === 0
}

/** Words nobody outside the town hall reads. */
export const InternalWords = plainText().trim().min(1).max(4000)

/** A day as a date field sends it. */
export const Day = z.iso.date()

const ticked = z.preprocess((value) => value === true || value === 'on' || value === 'true', z.boolean())

/** A form sends an empty field where nothing was written. */
export const OptionalPublicWords = z.preprocess((value) => (value === '' ? undefined : value), PublicWords.optional())

/** Public words, or the explicit choice to say nothing. */
export const answerOrSilence = {
  answer: OptionalPublicWords,
  silent: ticked.default(false),
}

export function requireAnswerOrSilence(
  input: { answer?: string | undefined; silent: boolean },
  ctx: z.RefinementCtx,
): void {
  if (!input.answer && !input.silent) ctx.addIssue({ code: 'custom', path: ['answer'], message: 'answer_or_silence' })
}
