/** Near a border a clerk may see that the neighbour is the right one: the report goes on there, under a number of theirs. */
import { z } from 'zod'
import { type Ctx, inTransaction } from '../context.ts'
import { conflict } from '../errors.ts'
import { requireClerkOf } from '../people/permissions.ts'
import type { NearTown } from '../ports.ts'
import { BORDER_METRES } from './check-submission.ts'
import { ended } from './ending.ts'
import { Seen } from './inputs.ts'
import { recordEvent } from './record-event.ts'
import { requirePossible } from './require-possible.ts'
import { findTextRow, getReportRow, moveReportRow, type ReportRow, type TextRow } from './rows.ts'
import { TRANSITIONS } from './status.ts'
import { submitReport } from './submit-report.ts'

export const PassToNeighbour = Seen.extend({ town: z.string().min(2).max(63) })

/** Towns whose border is near enough to the report to choose between; none for a place in words. */
export async function neighboursOf({ places, town }: Ctx, { lat, lon }: ReportRow): Promise<NearTown[]> {
  if (lat === null || lon === null) return []
  return places.neighboursNear(town.key, { lat, lon }, BORDER_METRES)
}

/**
 * Two towns, two contexts, two events. The neighbour's report comes first and under a key of its own, so that a repeated
 * attempt finds it again and never files it twice. Contact data stay here: they were given to this town.
 * @throws conflict `not_near_border`
 */
export async function passToNeighbour(from: Ctx, to: Ctx, input: z.infer<typeof PassToNeighbour>): Promise<ReportRow> {
  const { report, text } = await inTransaction(from, async (ctx) => {
    const report = await getReportRow(ctx, input.number)
    requireClerkOf(ctx, report.department)
    requirePossible('handOver', report, input.version)
    return { report, text: await findTextRow(ctx, report.id) }
  })
  const isNear = (await neighboursOf(from, report)).some(({ key }) => key === to.town.key)
  if (!isNear || !text) throw conflict('not_near_border')
  const key = `passed ${from.town.key}/${report.id}`
  const { report: theirs } = await submitReport(to, asTheirs(to, report, text), { intakeChannel: 'staff', key })

  return inTransaction(from, async (ctx) => {
    const passed = await moveReportRow(ctx, report, input.version, {
      ...ended(ctx, TRANSITIONS.handOver.to, 'neighbouring_town'),
      partner: to.town.name,
    })
    const elsewhere = { town: to.town.key, number: theirs.number }
    const facts = {
      from: report.status,
      to: passed.status,
      reason: 'neighbouring_town',
      partner: to.town.name,
      elsewhere,
    }
    await recordEvent(ctx, passed, 'handed_over', facts)
    return passed
  })
}

/** The same matter in the neighbour's terms: its category if it has that, else the one for everything else. */
function asTheirs({ town }: Ctx, report: ReportRow, { description, address, answers }: TextRow) {
  const same = town.categories.find(({ key }) => key === report.category)
  const category = same ?? town.categories.find(({ key }) => key === 'other') ?? town.categories[0]!
  return {
    category: category.key,
    description,
    lat: report.lat!,
    lon: report.lon!,
    address: address ?? undefined,
    answers: same ? Object.fromEntries(answers.map(({ key, value }) => [key, value])) : {},
    language: report.language as Ctx['language'],
    townChosen: true,
  }
}
