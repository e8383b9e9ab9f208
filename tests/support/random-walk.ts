/** Whatever order people do things in: no guard is broken, and somebody is always in charge. */
import fc from 'fast-check'
import { expect } from 'vitest'
import { STATUSES, type Status } from '../../db/schema/reports.ts'
import { type Ctx, inTransaction, type TxCtx } from '../../server/context.ts'
import { AppError, conflict } from '../../server/errors.ts'
import { acceptObjection } from '../../server/reports/accept-objection.ts'
import { acceptReport } from '../../server/reports/accept-report.ts'
import { answerQuestion } from '../../server/reports/answer-question.ts'
import { answerReport } from '../../server/reports/answer-report.ts'
import { askReporter } from '../../server/reports/ask-reporter.ts'
import { assignReport } from '../../server/reports/assign-report.ts'
import { closeReport } from '../../server/reports/close-report.ts'
import { declineReport } from '../../server/reports/decline-report.ts'
import { expireQuestion } from '../../server/reports/expire-question.ts'
import { giveBackReport } from '../../server/reports/give-back-report.ts'
import { handOverReport } from '../../server/reports/hand-over-report.ts'
import { involvePartner } from '../../server/reports/involve-partner.ts'
import { mergeReports } from '../../server/reports/merge-reports.ts'
import { movePin } from '../../server/reports/move-pin.ts'
import { noteReport } from '../../server/reports/note-report.ts'
import { objectToEnd } from '../../server/reports/object-to-end.ts'
import { rateReport } from '../../server/reports/rate-report.ts'
import { recategoriseReport } from '../../server/reports/recategorise-report.ts'
import { rejectObjection } from '../../server/reports/reject-objection.ts'
import { reopenReport } from '../../server/reports/reopen-report.ts'
import { returnFromPartner } from '../../server/reports/return-from-partner.ts'
import { getReportRow, getReportRowById, listEventRows, type ReportRow } from '../../server/reports/rows.ts'
import { scheduleReport } from '../../server/reports/schedule-report.ts'
import { separateReports } from '../../server/reports/separate-reports.ts'
import { setVisibility } from '../../server/reports/set-visibility.ts'
import { can, isOpen, type StatusVerb, TRANSITIONS } from '../../server/reports/status.ts'
import { undoWithdrawal } from '../../server/reports/undo-withdrawal.ts'
import { withdrawReport } from '../../server/reports/withdraw-report.ts'
import { CONTACT, submitPothole } from './reports.ts'
import type { World } from './world.ts'

const REPORTS = 20
const DAY_MS = 86_400_000

let world: World

type Seen = { number: number; version: number }
type Step = (ctx: Ctx, seen: Seen) => Promise<ReportRow>

const tomorrow = () => new Date(world.now().getTime() + DAY_MS).toISOString().slice(0, 10)
const words = { answer: 'Wir haben das erledigt.', silent: false }

/** Every verb of the status table, and those beside it. */
const STATUS_STEPS: Record<StatusVerb, Step> = {
  accept: (ctx, seen) => acceptReport(ctx, seen),
  giveBack: (ctx, seen) => giveBackReport(ctx, { ...seen, reason: 'Nicht unseres' }),
  schedule: (ctx, seen) => scheduleReport(ctx, { ...seen, date: tomorrow() }),
  ask: (ctx, seen) => askReporter(ctx, { ...seen, text: 'Wo genau?', days: 14 }),
  answerQuestion: (ctx, seen) => answerQuestion(ctx, { ...seen, text: 'Am Gully.' }),
  expireQuestion: (ctx, seen) => expireQuestion(ctx, seen),
  involvePartner: (ctx, seen) =>
    involvePartner(ctx, { ...seen, partner: 'Stadtwerke', instruction: 'Bitte.', days: 14 }),
  returnFromPartner: (ctx, seen) => returnFromPartner(ctx, seen),
  close: (ctx, seen) => closeReport(ctx, { ...seen, ...words, reason: 'repaired' }),
  decline: (ctx, seen) => declineReport(ctx, { ...seen, ...words, reason: 'no_defect' }),
  handOver: (ctx, seen) => handOverReport(ctx, { ...seen, ...words, reason: 'county', partner: 'Kreis Lippe' }),
  withdraw: (ctx, seen) => withdrawReport(ctx, { ...seen, reason: undefined }),
  undoWithdrawal: (ctx, seen) => undoWithdrawal(ctx, seen),
  merge: (ctx, seen) => mergeIntoLead(ctx, seen),
  separate: (ctx, seen) => separateReports(ctx, { ...seen, numbers: undefined }),
  acceptObjection: (ctx, seen) => acceptObjection(ctx, seen),
  reopen: (ctx, seen) => reopenReport(ctx, { ...seen, reason: 'Doch nicht fertig' }),
}
const OTHER_STEPS: Record<string, Step> = {
  assign: (ctx, seen) => assignReport(ctx, { ...seen, department: 'depot' }),
  recategorise: (ctx, seen) => recategoriseReport(ctx, { ...seen, category: 'tree' }),
  answer: (ctx, seen) => answerReport(ctx, { ...seen, answer: 'Wir sind dran.' }),
  note: (ctx, seen) => noteReport(ctx, { number: seen.number, text: 'Vermerk' }),
  object: (ctx, seen) => objectToEnd(ctx, { ...seen, text: 'Das Loch ist noch da.' }),
  rejectObjection: (ctx, seen) => rejectObjection(ctx, { ...seen, answer: 'Wir waren dort.' }),
  rate: (ctx, seen) => rateReport(ctx, { ...seen, score: 2 }),
  movePin: (ctx, seen) => movePin(ctx, { ...seen, lat: 52.09, lon: 8.75 }),
  hide: (ctx, seen) => setVisibility(ctx, { ...seen, what: 'report', visibility: 'hidden' }),
  publish: (ctx, seen) => setVisibility(ctx, { ...seen, what: 'text', visibility: 'shown' }),
}
const REPORTER_VERBS = new Set<string>(['answerQuestion', 'withdraw', 'undoWithdrawal', 'object', 'rate'])
/** Refused also where the status would allow it: for what another row or the time says. */
const MAY_REFUSE: Record<string, string[]> = {
  giveBack: ['already_with_dispatcher'],
  undoWithdrawal: ['withdrawal_over'],
  separate: ['not_possible_now'],
  reopen: ['merged_elsewhere'],
  acceptObjection: ['not_possible_now'],
  object: ['not_possible_now', 'objection_over'],
  rejectObjection: ['not_possible_now'],
  rate: ['not_possible_now', 'objection_over'],
}

/** Of a report that stays open and outside the walk. */
let lead: number
async function mergeIntoLead(ctx: Ctx, seen: Seen): Promise<ReportRow> {
  await inTransaction(ctx, async (ctx) => {
    if ((await getReportRow(ctx, seen.number)).version !== seen.version) throw conflict('changed_meanwhile')
    const { version } = await getReportRow(ctx, lead)
    await mergeReports(ctx, { into: lead, version, numbers: [seen.number] })
  })
  return inTransaction(ctx, (ctx) => getReportRow(ctx, seen.number))
}

async function ctxFor(step: string, report: ReportRow): Promise<Ctx> {
  if (REPORTER_VERBS.has(step)) return world.asActor({ kind: 'reporter', reportId: report.id })
  if (step === 'expireQuestion') return world.asActor({ kind: 'system' })
  return world.as(world.people.Clara)
}

/** So many steps of verbs in any order, each held against the table of transitions; the histories at the end. */
export async function walkAtRandom(ownWorld: World, steps: number): Promise<void> {
  world = ownWorld
  const names = [...Object.keys(STATUS_STEPS), ...Object.keys(OTHER_STEPS)]
  const choices = fc.sample(
    fc.record({ step: fc.constantFrom(...names), which: fc.nat(REPORTS - 1), stale: fc.nat(19) }),
    {
      numRuns: steps,
      seed: 2026,
    },
  )
  lead = (await submitPothole(world)).report.number
  const reports: ReportRow[] = []
  for (let n = 0; n < REPORTS; n++) reports.push((await submitPothole(world, { contact: CONTACT })).report)
  const reached = new Set<Status>()
  const done = { moved: 0, refused: 0 }

  for (const { step, which, stale } of choices) {
    const before = reports[which]!
    if (step === 'expireQuestion') world.pass(15 * DAY_MS)
    const isStale = stale === 0 && step !== 'note'
    const seen = { number: before.number, version: before.version + (isStale ? -1 : 0) }
    const run = (STATUS_STEPS as Record<string, Step>)[step] ?? OTHER_STEPS[step]!
    const attempt = run(await ctxFor(step, before), seen)
    const after = await attempt.catch((error: unknown) => {
      // A refusal is a value of the closed list; anything else fails the walk.
      if (!(error instanceof AppError)) throw error
      return error
    })
    const allowed = !(step in TRANSITIONS) || can(step as StatusVerb, before.status)
    if (after instanceof AppError) {
      done.refused++
      if (!isStale && allowed) expect([step, MAY_REFUSE[step]?.includes(after.reason)]).toEqual([step, true])
      continue
    }
    expect(isStale).toBe(false)
    expect(allowed).toBe(true)
    expect(after.department).not.toBe('')
    expect(after.version).toBe(before.version + 1)
    expect(after.closedAt === null).toBe(isOpen(after.status))
    expect(after.status === 'scheduled' ? after.scheduledFor : 'set').not.toBeNull()
    if (step in TRANSITIONS) {
      const { to } = TRANSITIONS[step as StatusVerb]
      if (to !== 'before') expect(after.status).toBe(to)
      else if (before.status === 'question') expect(after.status).toBe(before.statusBefore)
      else expect([step, isOpen(after.status)]).toEqual([step, true])
    }
    reached.add(after.status)
    reports[which] = after
    done.moved++
  }

  expect([...reached].sort()).toEqual([...STATUSES].sort())
  expect(done.moved).toBeGreaterThan(steps / 4)
  await inTransaction(await world.as(world.people.Clara), async (ctx) => {
    for (const report of reports) await expectTrueHistory(ctx, report)
  })
}

/** Every version has its event, and the row is what the walk saw last. */
async function expectTrueHistory(ctx: TxCtx, report: ReportRow) {
  expect(await getReportRowById(ctx, report.id)).toEqual(report)
  const newest = (await listEventRows(ctx, report.id))[0]
  expect(newest?.version).toBe(report.version)
}
