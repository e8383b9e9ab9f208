/** Fills an example town with its invented reports, each walked to where it stands by the real verbs. */
import type { Database } from '../../db/client.ts'
import { DemoReport } from '../../tenants/schema.ts'
import type { Actor, Ctx, RegisteredTown } from '../context.ts'
import { inTransaction } from '../context.ts'
import { forgetDueWork } from '../notifications/rows.ts'
import { acceptReport } from '../reports/accept-report.ts'
import { answerReport } from '../reports/answer-report.ts'
import { askReporter } from '../reports/ask-reporter.ts'
import { closeReport } from '../reports/close-report.ts'
import { declineReport } from '../reports/decline-report.ts'
import { handOverReport } from '../reports/hand-over-report.ts'
import { involvePartner } from '../reports/involve-partner.ts'
import { noteReport } from '../reports/note-report.ts'
import type { ReportRow } from '../reports/rows.ts'
import { countReportRows } from '../reports/rows.ts'
import { scheduleReport } from '../reports/schedule-report.ts'
import { setVisibility } from '../reports/set-visibility.ts'
import { CLOSING_REASONS } from '../reports/status.ts'
import { submitReport } from '../reports/submit-report.ts'
import { addWorkingDays } from '../reports/working-days.ts'
import { NIGHTLY } from './recheck.ts'
import { createRegistry } from './registry.ts'

const DAY_MS = 86_400_000
/** Working days from today to the day a demo report is planned for. */
const PLANNED_IN = 8
/** How long the town took for each step, as a share of the report's age. */
const ACCEPTED_AFTER = 0.1
const ENDED_AFTER = 0.5

export type DemoTown = { town: RegisteredTown; lines: string; actor: Actor }
type World = { database: Database; secret: string; now: Date }

/** Returns how many reports were added: none when the town has some already. */
export async function loadDemo({ database, secret, now }: World, { town, lines, actor }: DemoTown): Promise<number> {
  return database.inTransaction(town.key, async (db) => {
    // All in one transaction, so that a start that is broken off begins anew.
    const joined: Database = { ...database, inTransaction: (_town, work) => work(db) }
    // Places are looked up on the same handle: a second transaction would wait for this one for ever.
    const places = createRegistry(joined, () => now)
    const ctxAt = (at: Date, who: Actor): Ctx => ({
      database: joined,
      places,
      town,
      actor: who,
      language: 'de',
      secret,
      now: () => at,
    })
    if ((await inTransaction(ctxAt(now, actor), countReportRows)) > 0) return 0
    const reports = readDemo(lines, now)
    for (const report of reports) await walk({ report, ctxAt, actor, now })
    await forgetDueWork(db, town.key, NIGHTLY)
    return reports.length
  })
}

function readDemo(lines: string, now: Date): DemoReport[] {
  return lines
    .split('\n')
    .filter(Boolean)
    .map((line) => DemoReport.parse(JSON.parse(line)))
    .sort((a, b) => receivedAtOf(a, now).getTime() - receivedAtOf(b, now).getTime())
}

type Walk = { report: DemoReport; ctxAt: (at: Date, who: Actor) => Ctx; actor: Actor; now: Date }

async function walk({ report, ctxAt, actor, now }: Walk): Promise<void> {
  const receivedAt = receivedAtOf(report, now)
  const age = now.getTime() - receivedAt.getTime()
  const after = (share: number) => ctxAt(new Date(receivedAt.getTime() + age * share), actor)
  const { category, description, lat, lon, address, answers, contact, language } = report
  const input = { category, description, lat, lon, address, answers, contact, language }
  const submitted = await submitReport(ctxAt(receivedAt, { kind: 'citizen' }), input, { intakeChannel: 'web' })
  let row = submitted.report
  const seen = () => ({ number: row.number, version: row.version })

  const early = after(ACCEPTED_AFTER)
  if (report.published && row.textVisibility === 'waiting') {
    row = await setVisibility(early, { ...seen(), what: 'text', visibility: 'shown' })
  }
  if (report.note) row = await noteReport(early, { number: row.number, text: report.note })
  if (report.status !== 'received') row = await acceptReport(early, seen())
  row = await end(after(ENDED_AFTER), report, row, now)
}

async function end(ctx: Ctx, report: DemoReport, row: ReportRow, now: Date): Promise<ReportRow> {
  const seen = { number: row.number, version: row.version }
  const answered = { ...seen, answer: report.answer, silent: report.answer === undefined }
  switch (report.status) {
    case 'received':
      return row
    case 'in_progress':
      return report.answer ? answerReport(ctx, { ...seen, answer: report.answer }) : row
    case 'scheduled': {
      const date = addWorkingDays(now, PLANNED_IN, ctx.town).toISOString().slice(0, 10)
      return scheduleReport(ctx, { ...seen, date, answer: report.answer })
    }
    case 'question':
      return askReporter(ctx, { ...seen, text: report.answer ?? 'Wo genau ist das?', days: 60 })
    case 'with_partner': {
      const partner = report.reason ?? 'Stadtwerke'
      const given = await involvePartner(ctx, {
        ...seen,
        partner,
        instruction: report.note ?? 'Bitte übernehmen.',
        days: 60,
      })
      if (!report.answer) return given
      return answerReport(ctx, { number: given.number, version: given.version, answer: report.answer })
    }
    case 'done':
      return closeReport(ctx, { ...answered, reason: oneOf(CLOSING_REASONS.done, report.reason) })
    case 'declined':
      return declineReport(ctx, { ...answered, reason: oneOf(CLOSING_REASONS.declined, report.reason) })
    case 'handed_over': {
      const reason = oneOf(CLOSING_REASONS.handed_over, report.reason)
      return handOverReport(ctx, { ...answered, reason, partner: OWNERS[reason] })
    }
  }
}

/** How the label names whoever has it now. */
const OWNERS: Record<(typeof CLOSING_REASONS.handed_over)[number], string> = {
  county: 'Kreis Lippe',
  state_road_agency: 'Straßen.NRW',
  motorway_company: 'Autobahn GmbH',
  railway: 'Deutsche Bahn',
  utility: 'Stadtwerke',
  police: 'Polizei Lippe',
  neighbouring_town: 'Nachbarkommune',
  other: 'zuständige Stelle',
}

function oneOf<Reason extends string>(reasons: readonly Reason[], wanted: string | undefined): Reason {
  return reasons.find((reason) => reason === wanted) ?? reasons[0]!
}

/** Whole days back from today, at the time of day that the fraction says; never in the future. */
function receivedAtOf({ daysAgo }: DemoReport, now: Date): Date {
  const midnight = Math.floor(now.getTime() / DAY_MS) * DAY_MS
  const at = midnight - Math.floor(daysAgo) * DAY_MS + (daysAgo % 1) * DAY_MS
  return new Date(Math.min(at, now.getTime() - 60_000))
}
