/** What somebody outside can do by a link: nouns below its address, the fields of their forms, and the verbs behind. */
import { z } from 'zod'
import type { outside } from '../../../client/i18n/de/outside.ts'
import type { Ctx, OutsideRecipient } from '../../context.ts'
import { AcceptReport, acceptReport } from '../../reports/accept-report.ts'
import { AcknowledgeReport, acknowledgeReport } from '../../reports/acknowledge-report.ts'
import { AnswerReport, answerReport } from '../../reports/answer-report.ts'
import { closeReport } from '../../reports/close-report.ts'
import { declineReport } from '../../reports/decline-report.ts'
import { handOverReport } from '../../reports/hand-over-report.ts'
import { InternalWords, PublicWords, Seen } from '../../reports/inputs.ts'
import { PARTNER_OUTCOMES, returnFromPartner } from '../../reports/return-from-partner.ts'
import type { ReportRow } from '../../reports/rows.ts'
import { CLOSING_REASONS } from '../../reports/status.ts'

/** Ends that need nobody's judgement over the citizen: misuse, tests and silence are for the town's own clerks. */
export const DECLINED = ['duplicate', 'no_defect', 'private_ground', 'no_action_needed', 'law_or_budget'] as const
const { done: DONE, handed_over: OWNERS } = CLOSING_REASONS

export type FieldName = keyof typeof outside.missing

/** A form's fields by the names of the verb's input: several forms stand on one page, so theirs differ. */
type Fields = Record<string, FieldName>
type Change = { schema: z.ZodType; fields: Fields; run: (ctx: Ctx, input: never) => Promise<ReportRow> }

const change = <Schema extends z.ZodType>(
  schema: Schema,
  fields: Fields,
  run: (ctx: Ctx, input: z.infer<Schema>) => Promise<ReportRow>,
): Change => ({ schema, fields, run })

const End = Seen.extend({ reason: z.enum([...DONE, ...DECLINED]), answer: PublicWords })
const HandOver = Seen.extend({
  reason: z.enum(OWNERS),
  partner: z.string().trim().min(2).max(120),
  answer: PublicWords,
})
const Return = Seen.extend({ reason: z.enum(PARTNER_OUTCOMES), note: InternalWords })

const answer = change(AnswerReport, { answer: 'answer' }, answerReport)

const BY_TOWN_HALL = {
  annahme: change(AcceptReport, {}, acceptReport),
  antwort: answer,
  abschluss: change(End, { reason: 'reason', answer: 'result' }, end),
  abgabe: change(HandOver, { reason: 'ownerKind', partner: 'owner', answer: 'explanation' }, (ctx, input) =>
    handOverReport(ctx, { ...input, silent: false }),
  ),
}
const BY_PARTNER = {
  annahme: change(AcknowledgeReport, {}, acknowledgeReport),
  antwort: answer,
  rueckmeldung: change(Return, { reason: 'outcome', note: 'note' }, returnFromPartner),
}

/** Null for a noun that is not theirs. */
export function changeOf(recipient: OutsideRecipient, noun: string): Change | null {
  const changes: Record<string, Change> = recipient === 'town_hall' ? BY_TOWN_HALL : BY_PARTNER
  return Object.hasOwn(changes, noun) ? changes[noun]! : null
}

function end(ctx: Ctx, { reason, ...input }: z.infer<typeof End>): Promise<ReportRow> {
  const done = DONE.find((one) => one === reason)
  if (done) return closeReport(ctx, { ...input, reason: done, silent: false })
  const declined = DECLINED.find((one) => one === reason)!
  return declineReport(ctx, { ...input, reason: declined, silent: false })
}
