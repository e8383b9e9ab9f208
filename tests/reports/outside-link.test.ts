/** Work from outside by a link: Petra at the partner, and the town hall of a town that has not joined. */
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rowsOf } from '../../db/client.ts'
import { type Actor, type Ctx, inTransaction } from '../../server/context.ts'
import type { AppError } from '../../server/errors.ts'
import { acceptReport } from '../../server/reports/accept-report.ts'
import { acknowledgeReport } from '../../server/reports/acknowledge-report.ts'
import { answerReport } from '../../server/reports/answer-report.ts'
import { assignReport } from '../../server/reports/assign-report.ts'
import { closeReport } from '../../server/reports/close-report.ts'
import { declineReport } from '../../server/reports/decline-report.ts'
import { handOverReport } from '../../server/reports/hand-over-report.ts'
import { involvePartner } from '../../server/reports/involve-partner.ts'
import { noteReport } from '../../server/reports/note-report.ts'
import { readOutside } from '../../server/reports/read-outside.ts'
import { readReport } from '../../server/reports/read-report.ts'
import { recategoriseReport } from '../../server/reports/recategorise-report.ts'
import { renewOutsideLink } from '../../server/reports/renew-outside-link.ts'
import { reopenReport } from '../../server/reports/reopen-report.ts'
import { returnFromPartner } from '../../server/reports/return-from-partner.ts'
import { listEventRows, type ReportRow } from '../../server/reports/rows.ts'
import { setVisibility } from '../../server/reports/set-visibility.ts'
import { trackReport } from '../../server/reports/track-report.ts'
import {
  changeTown,
  givePartner,
  leaveOut,
  linkTo,
  NON_MEMBER,
  PARTNER,
  PETRA,
  submitTo,
  submitToNonMember,
  TOWN_HALL_MAILBOX,
  tellAll,
} from '../support/outside.ts'
import { CITIZEN } from '../support/people.ts'
import { CONTACT, submitPothole } from '../support/reports.ts'
import { createWorld, FIRST_TOWN, NEIGHBOUR, type World } from '../support/world.ts'

const DAY_MS = 86_400_000
const words = { answer: 'Wir haben das Loch gefüllt.', silent: false }

let world: World
beforeAll(async () => {
  world = await createWorld()
  await givePartner(world)
  await leaveOut(world)
})
afterAll(() => world.close())

const outcome = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error: AppError) => error.reason,
  )
const seen = ({ number, version }: ReportRow) => ({ number, version })
const Bernd = () => world.as(world.people.Bernd)
const anybody = (town = FIRST_TOWN) => world.as(CITIZEN, town)
const outside = (actor: Omit<Extract<Actor, { kind: 'outside' }>, 'kind'>, town = FIRST_TOWN) =>
  world.asActor({ kind: 'outside', ...actor }, town)
const asPetra = ({ id }: ReportRow) => outside({ reportId: id, recipient: `partner/${PARTNER.key}` })
const asTownHall = ({ id }: ReportRow) => outside({ reportId: id, recipient: 'town_hall' }, NON_MEMBER)

/** A report that Bernd has just given to Petra, and her link. */
async function givenToPetra(): Promise<{ report: ReportRow; token: string }> {
  const { report } = await submitPothole(world, { contact: CONTACT })
  const input = { ...seen(report), partnerKey: PARTNER.key, instruction: 'Bitte füllen.', days: 14 }
  const given = await involvePartner(await Bernd(), input)
  await tellAll(world)
  return { report: given, token: linkTo(world, PETRA).token }
}

async function mailedToTownHall(): Promise<{ report: ReportRow; token: string; trackingToken: string }> {
  const { report, trackingToken } = await submitToNonMember(world)
  await tellAll(world)
  return { report, trackingToken, token: linkTo(world, TOWN_HALL_MAILBOX).token }
}

describe('a town that has not joined', () => {
  it('works on its report by the link alone: accepts, answers, closes; the reporter sees each step', async () => {
    const { report, token, trackingToken } = await mailedToTownHall()
    const shown = await readOutside(await anybody(NON_MEMBER), token)
    expect(shown).toMatchObject({ recipient: 'town_hall', acknowledgedAt: null })
    expect(shown.text?.description).toContain('Schlagloch')

    const hall = await asTownHall(report)
    const accepted = await acceptReport(hall, seen(report))
    expect(accepted).toMatchObject({ status: 'in_progress', clerkId: null })
    const answered = await answerReport(hall, { ...seen(accepted), answer: 'Wir kommen am Montag.' })
    const closed = await closeReport(hall, { ...seen(answered), ...words, reason: 'repaired' })
    expect(closed.status).toBe('done')

    const tracked = await trackReport(await anybody(NON_MEMBER), trackingToken)
    expect(tracked.timeline.map(({ action }) => action)).toEqual(['closed', 'answered', 'accepted', 'submitted'])
    const events = await inTransaction(hall, (ctx) => listEventRows(ctx, report.id))
    expect(events[0]).toMatchObject({ actorKind: 'outside', actorId: null, facts: { by: 'town_hall' } })
  })

  it('says that it is not in charge, and who is', async () => {
    const { report, token } = await mailedToTownHall()
    const input = { ...seen(report), ...words, reason: 'county', partner: 'Kreis Lippe' } as const
    expect((await handOverReport(await asTownHall(report), input)).status).toBe('handed_over')
    expect(await outcome(readOutside(await anybody(NON_MEMBER), token))).toBe('link_revoked')
  })

  it('keeps a link that says done once the report is closed, and takes nothing more', async () => {
    const { report, token } = await mailedToTownHall()
    const hall = await asTownHall(report)
    const closed = await declineReport(hall, { ...seen(report), ...words, reason: 'no_defect' })
    expect(await readOutside(await anybody(NON_MEMBER), token)).toMatchObject({ text: null, report: closed })
    expect(await outcome(answerReport(hall, { ...seen(closed), answer: 'Noch etwas' }))).toBe('not_possible_now')
    expect(await outcome(closeReport(hall, { ...seen(closed), ...words, reason: 'repaired' }))).toBe('not_possible_now')
  })

  it('is refused a stale save, and learns that somebody was faster', async () => {
    const { report } = await mailedToTownHall()
    const hall = await asTownHall(report)
    await acceptReport(hall, seen(report))
    const late = closeReport(hall, { ...seen(report), ...words, reason: 'repaired' })
    expect(await outcome(late)).toBe('changed_meanwhile')
  })
})

describe('a partner', () => {
  it('acknowledges once, without changing the status, and everybody may know', async () => {
    const { report, token } = await givenToPetra()
    const petra = await asPetra(report)
    const known = await acknowledgeReport(petra, seen(report))
    expect(known.status).toBe('with_partner')
    expect(await outcome(acknowledgeReport(petra, seen(known)))).toBe('not_possible_now')
    const shown = await readOutside(await anybody(), token)
    expect(shown.acknowledgedAt).toEqual(world.now())
    expect(shown.instruction).toBe('Bitte füllen.')
    expect(shown.timeline[0]).toMatchObject({ action: 'partner_acknowledged', partner: PARTNER.name })
  })

  it('answers the reporter, and gives the report back with a note instead of closing it', async () => {
    const { report, token } = await givenToPetra()
    const petra = await asPetra(report)
    const answered = await answerReport(petra, { ...seen(report), answer: 'Unser Wagen ist unterwegs.' })
    expect(await outcome(closeReport(petra, { ...seen(answered), ...words, reason: 'repaired' }))).toBe('not_by_link')
    const input = { ...seen(answered), reason: 'partner_done', note: 'Kaltasphalt, 3 Säcke' } as const
    const back = await returnFromPartner(petra, input)
    expect(back).toMatchObject({ status: 'in_progress', partner: null, partnerUntil: null })

    const { events, notes, link } = await readReport(await Bernd(), { number: report.number })
    expect(events[0]).toMatchObject({ action: 'partner_returned', facts: { by: `partner/${PARTNER.key}` } })
    expect(notes.get(events[0]!.facts.noteId!)?.text).toBe('Kaltasphalt, 3 Säcke')
    expect(link).toBeNull()
    expect(await outcome(readOutside(await anybody(), token))).toBe('link_revoked')
  })

  it('gets what a rule of the town gives them at once, by the system and in one transaction', async () => {
    const { report } = await submitTo(await anybody(), { category: 'tree' })
    expect(report).toMatchObject({ status: 'with_partner', partner: PARTNER.name, department: 'green' })
    expect(report.partnerUntil).toEqual(new Date(world.now().getTime() + 14 * DAY_MS))
    await tellAll(world)
    const shown = await readOutside(await anybody(), linkTo(world, PETRA).token)
    expect(shown.report).toEqual(report)
    const Eva = await world.as(world.people.Eva)
    const { events, link } = await readReport(Eva, { number: report.number })
    expect(events[0]).toMatchObject({ action: 'partner_involved', actorKind: 'system', version: 1 })
    expect(link).toMatchObject({ recipient: `partner/${PARTNER.key}`, acknowledgedAt: null, isOver: false })
  })

  it('gets it too when a clerk finds that it is such a matter', async () => {
    const { report } = await submitTo(await anybody(), { category: 'pothole' })
    const Clara = await world.as(world.people.Clara)
    const moved = await recategoriseReport(Clara, { number: report.number, version: 1, category: 'bench' })
    expect(moved).toMatchObject({ status: 'with_partner', partner: PARTNER.name, category: 'bench' })
    await tellAll(world)
    expect((await readOutside(await anybody(), linkTo(world, PETRA).token)).report.number).toBe(report.number)
  })

  it('who is reached by hand gets no link', async () => {
    const { report } = await submitPothole(world)
    const input = { ...seen(report), partner: 'Forstamt', instruction: 'x', days: 3 }
    const given = await involvePartner(await Bernd(), input)
    expect(given).toMatchObject({ status: 'with_partner', partner: 'Forstamt' })
    expect((await readReport(await Bernd(), { number: report.number })).link).toBeNull()
  })

  it('of another name is refused', async () => {
    const { report } = await submitPothole(world)
    const input = { ...seen(report), partnerKey: 'nobody', instruction: 'x', days: 3 }
    expect(await outcome(involvePartner(await Bernd(), input))).toBe('invalid')
  })
})

describe('a link ends', () => {
  const dead = async (token: string) => outcome(readOutside(await anybody(), token))

  it('when the town takes the report back, and stays dead when it is given again', async () => {
    const { report, token } = await givenToPetra()
    const back = await returnFromPartner(await Bernd(), seen(report))
    expect(await dead(token)).toBe('link_revoked')
    await involvePartner(await Bernd(), { ...seen(back), partnerKey: PARTNER.key, instruction: 'x', days: 3 })
    await tellAll(world)
    const again = linkTo(world, PETRA).token
    expect(again).not.toBe(token)
    expect(await dead(token)).toBe('link_revoked')
    expect(await dead(again)).toBe('done')
  })

  it('when it is handed over', async () => {
    const { report, token } = await givenToPetra()
    await handOverReport(await Bernd(), { ...seen(report), ...words, reason: 'county', partner: 'Kreis Lippe' })
    expect(await dead(token)).toBe('link_revoked')
  })

  it('when the report was closed and is opened again', async () => {
    const { report, token } = await givenToPetra()
    const closed = await closeReport(await Bernd(), { ...seen(report), ...words, reason: 'repaired' })
    expect(await dead(token)).toBe('done')
    await reopenReport(await Bernd(), { ...seen(closed), reason: 'Doch nicht' })
    expect(await dead(token)).toBe('link_revoked')
  })

  it('when the town works with that partner no more', async () => {
    const { token } = await givenToPetra()
    await changeTown(world, FIRST_TOWN, { partners: [] })
    expect(await dead(token)).toBe('link_revoked')
    await givePartner(world)
    expect(await dead(token)).toBe('done')
  })

  it('after thirty days; then a new one goes to the same mailbox, three times a day at most', async () => {
    const { report, token } = await givenToPetra()
    world.pass(30 * DAY_MS - 1)
    expect(await dead(token)).toBe('done')
    expect(await outcome(renewOutsideLink(await anybody(), token))).toBe('not_possible_now')
    world.pass(1)
    expect(await dead(token)).toBe('link_expired')
    expect((await readReport(await Bernd(), { number: report.number })).link?.isOver).toBe(true)

    await renewOutsideLink(await anybody(), token)
    await tellAll(world)
    const renewed = linkTo(world, PETRA).token
    expect(renewed).not.toBe(token)
    expect(await dead(renewed)).toBe('done')

    // Asked for again with the old one: the mail repeats the link that works.
    await renewOutsideLink(await anybody(), token)
    await tellAll(world)
    expect(linkTo(world, PETRA).token).toBe(renewed)
    await renewOutsideLink(await anybody(), token)
    expect(await outcome(renewOutsideLink(await anybody(), token))).toBe('too_many')
  })

  it('for good: a link that was taken back, or of a closed report, is not renewed', async () => {
    const { report, token } = await givenToPetra()
    await returnFromPartner(await Bernd(), seen(report))
    expect(await outcome(renewOutsideLink(await anybody(), token))).toBe('link_revoked')
    const other = await givenToPetra()
    await closeReport(await Bernd(), { ...seen(other.report), ...words, reason: 'repaired' })
    world.pass(31 * DAY_MS)
    expect(await outcome(renewOutsideLink(await anybody(), other.token))).toBe('not_possible_now')
  })
})

describe('a link opens one report and nothing else', () => {
  it('not in another town, and not by another word', async () => {
    const { token } = await givenToPetra()
    for (const town of [NEIGHBOUR, NON_MEMBER]) {
      expect(await outcome(readOutside(await anybody(town), token))).toBe('link_unknown')
      expect(await outcome(renewOutsideLink(await anybody(town), token))).toBe('link_unknown')
    }
    expect(await outcome(readOutside(await anybody(), `${token.slice(0, -1)}_`))).toBe('link_unknown')
    expect(await outcome(trackReport(await anybody(), token))).toBe('link_dead')
  })

  it('for no verb that its holder has no use for, and on no other report', async () => {
    const mine = (await givenToPetra()).report
    const other = (await givenToPetra()).report
    const petra = await asPetra(mine)
    const { number, version } = mine
    const VERBS: Record<string, (ctx: Ctx) => Promise<unknown>> = {
      readReport: (ctx) => readReport(ctx, { number }),
      assignReport: (ctx) => assignReport(ctx, { number, version, department: 'depot' }),
      noteReport: (ctx) => noteReport(ctx, { number, text: 'x' }),
      setVisibility: (ctx) => setVisibility(ctx, { number, version, what: 'text', visibility: 'shown' }),
      involvePartner: (ctx) => involvePartner(ctx, { number, version, partner: 'Wir', instruction: 'x', days: 3 }),
    }
    for (const [name, verb] of Object.entries(VERBS)) {
      expect([name, await outcome(verb(petra))]).toEqual([name, 'sign_in_needed'])
    }
    for (const verb of [acknowledgeReport, returnFromPartner, acceptReport]) {
      expect(await outcome(verb(petra, seen(other)))).toBe('not_found')
    }
    expect(await outcome(answerReport(petra, { ...seen(other), answer: 'xyz' }))).toBe('not_found')
    expect(await outcome(acknowledgeReport(await Bernd(), seen(mine)))).toBe('not_found')
  })

  it('for Dirk, the neighbour’s clerk, neither the report nor its link', async () => {
    const { report } = await givenToPetra()
    const Dirk = await world.as(world.people.Dirk)
    expect(await outcome(readReport(Dirk, { number: report.number }))).toBe('not_found')
    expect(await outcome(acknowledgeReport(Dirk, seen(report)))).toBe('not_found')
    expect(await outcome(returnFromPartner(Dirk, seen(report)))).toBe('not_found')
    const links = await world.database.inTransaction(NEIGHBOUR, (db) =>
      db.execute(sql`select count(*)::int as count from report_links`),
    )
    expect(rowsOf<{ count: number }>(links)).toEqual([{ count: 0 }])
  })

  it('and is written down nowhere in clear: not in the database, not in the log', async () => {
    const { token } = await givenToPetra()
    const hall = await mailedToTownHall()
    for (const town of [FIRST_TOWN, NON_MEMBER]) {
      await world.database.inTransaction(town, async (db) => {
        for (const table of ['reports', 'report_links', 'report_notes', 'events', 'deliveries', 'due_work', 'limits']) {
          const rows = await db.execute(sql.raw(`select row_to_json(t)::text as row from ${table} t`))
          const all = JSON.stringify(rowsOf(rows))
          expect([table, all.includes(token) || all.includes(hall.token)]).toEqual([table, false])
        }
      })
    }
    const log = JSON.stringify(world.logLines)
    expect(log.includes(token) || log.includes(hall.token)).toBe(false)
  })
})
