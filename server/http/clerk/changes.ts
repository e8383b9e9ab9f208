/** State changes of a report as nouns below its address: `POST /amt/{town}/anliegen/{number}/{noun}`. */
import type { z } from 'zod'
import type { Ctx, TxCtx } from '../../context.ts'
import { SetPhotoVisibility, setPhotoVisibility } from '../../photos/set-photo-visibility.ts'
import { AcceptObjection, acceptObjection } from '../../reports/accept-objection.ts'
import { AcceptReport, acceptReport } from '../../reports/accept-report.ts'
import type { ClerkAction } from '../../reports/actions.ts'
import { AnswerReport, answerReport } from '../../reports/answer-report.ts'
import { AskReporter, askReporter } from '../../reports/ask-reporter.ts'
import { AssignReport, assignReport } from '../../reports/assign-report.ts'
import { CloseReport, closeReport } from '../../reports/close-report.ts'
import { DecideNotice, decideNotice } from '../../reports/decide-notice.ts'
import { DeclineReport, declineReport } from '../../reports/decline-report.ts'
import { GiveBackReport, giveBackReport } from '../../reports/give-back-report.ts'
import { HandOverReport, handOverReport } from '../../reports/hand-over-report.ts'
import { InvolvePartner, involvePartner } from '../../reports/involve-partner.ts'
import { MergeFromReport, mergeFromReport } from '../../reports/merge-reports.ts'
import { MovePin, movePin } from '../../reports/move-pin.ts'
import { NoteReport, noteReport } from '../../reports/note-report.ts'
import { RecategoriseReport, recategoriseReport } from '../../reports/recategorise-report.ts'
import { RejectObjection, rejectObjection } from '../../reports/reject-objection.ts'
import { ReopenReport, reopenReport } from '../../reports/reopen-report.ts'
import { ReturnFromPartner, returnFromPartner } from '../../reports/return-from-partner.ts'
import type { ReportRow } from '../../reports/rows.ts'
import { ScheduleReport, scheduleReport } from '../../reports/schedule-report.ts'
import { SeparateReports, separateReports } from '../../reports/separate-reports.ts'
import { SetPriority, setPriority } from '../../reports/set-priority.ts'
import { SetVisibility, setVisibility } from '../../reports/set-visibility.ts'

/** A change: its schema, its verb, and the actions whose panel it serves. */
export type Change = {
  schema: z.ZodType
  run: (ctx: Ctx, input: never) => Promise<ReportRow>
  actions: readonly ClerkAction[]
  /** The same inside of a transaction: such a change can be taken back for a while. */
  inTransaction?: (ctx: TxCtx, input: never) => Promise<ReportRow>
}

const change = <Schema extends z.ZodType>(
  schema: Schema,
  run: (ctx: Ctx, input: z.infer<Schema>) => Promise<ReportRow>,
  ...actions: ClerkAction[]
): Change => ({ schema, run, actions })

const undoable = <Schema extends z.ZodType>(
  schema: Schema,
  run: (ctx: Ctx | TxCtx, input: z.infer<Schema>) => Promise<ReportRow>,
  ...actions: ClerkAction[]
): Change => ({ schema, run, actions, inTransaction: run })

export const CHANGES = {
  acceptance: undoable(AcceptReport, acceptReport, 'accept'),
  return: change(GiveBackReport, giveBackReport, 'giveBack'),
  plan: undoable(ScheduleReport, scheduleReport, 'schedule'),
  question: change(AskReporter, askReporter, 'ask'),
  partner: change(InvolvePartner, involvePartner, 'involvePartner'),
  'partner-return': change(ReturnFromPartner, returnFromPartner, 'returnFromPartner'),
  closure: undoable(CloseReport, closeReport, 'close'),
  refusal: undoable(DeclineReport, declineReport, 'decline'),
  handover: change(HandOverReport, handOverReport, 'handOver'),
  reopening: change(ReopenReport, reopenReport, 'reopen'),
  assignment: undoable(AssignReport, assignReport, 'assign'),
  category: change(RecategoriseReport, recategoriseReport, 'recategorise'),
  note: change(NoteReport, noteReport, 'note'),
  answer: change(AnswerReport, answerReport, 'answer'),
  merging: change(MergeFromReport, mergeFromReport, 'merge'),
  separation: change(SeparateReports, separateReports, 'separate'),
  'objection-acceptance': change(AcceptObjection, acceptObjection, 'acceptObjection'),
  'objection-rejection': change(RejectObjection, rejectObjection, 'rejectObjection'),
  'notice-decision': change(DecideNotice, decideNotice),
  place: change(MovePin, movePin, 'movePin'),
  priority: undoable(SetPriority, setPriority, 'markUrgent', 'markNormal'),
  visibility: change(SetVisibility, setVisibility, 'publish', 'hide', 'publishText', 'hideText'),
  'photo-visibility': change(SetPhotoVisibility, setPhotoVisibility),
} as const satisfies Record<string, Change>

export type Noun = keyof typeof CHANGES

export function nounOf(text: string): Noun | null {
  return Object.hasOwn(CHANGES, text) ? (text as Noun) : null
}
