/** What a partner's own system is told of a report after it got it, and how its questions are answered. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { inTransaction } from '../../server/context.ts'
import { announceToPartner, tellPartner } from '../../server/partners/tell-partner.ts'
import { closeReport } from '../../server/reports/close-report.ts'
import { declineReport } from '../../server/reports/decline-report.ts'
import { handOverReport } from '../../server/reports/hand-over-report.ts'
import { mergeReports } from '../../server/reports/merge-reports.ts'
import { readReport } from '../../server/reports/read-report.ts'
import { returnFromPartner } from '../../server/reports/return-from-partner.ts'
import { listEventRows } from '../../server/reports/rows.ts'
import { submitReport } from '../../server/reports/submit-report.ts'
import { undoChanges } from '../../server/reports/undo-changes.ts'
import { undoWithdrawal } from '../../server/reports/undo-withdrawal.ts'
import { newPress, undoably } from '../../server/reports/undoable.ts'
import { withdrawReport } from '../../server/reports/withdraw-report.ts'
import { taken, updates } from '../support/foreign-open311.ts'
import { PARTNER, PETRA, tellAll } from '../support/outside.ts'
import { FILE, heard, NEWS, openPartnerWorld, type PartnerWorld, TELL } from '../support/partner-system.ts'
import { CITIZEN } from '../support/people.ts'
import { CONTACT, POTHOLE } from '../support/reports.ts'
import { NEIGHBOUR } from '../support/world.ts'

let p: PartnerWorld
beforeEach(async () => {
  p = await openPartnerWorld()
})
afterEach(() => p.close())

const back = async (number: number) => returnFromPartner(p.Bernd, { number, version: (await p.rowOf(number)).version })
const reporterOf = (reportId: string) => p.world.asActor({ kind: 'reporter', reportId })
const withdraw = async ({ number, reportId }: { number: number; reportId: string }, reason?: string) =>
  withdrawReport(await reporterOf(reportId), { number, version: (await p.rowOf(number)).version, reason })
const told = () => p.there.of(TELL).map(({ form }) => form.get('status'))
const mailsToPetra = () => p.world.mails.filter(({ to }) => to === PETRA)
const newsMails = () => mailsToPetra().filter(({ subject }) => !subject.startsWith('Auftrag'))
const end = { answer: 'Frau Muster, wir haben es selbst getan.', silent: false }

describe('a partner’s system that has a report', () => {
  it('is told that the town has taken it back: in FixMyStreet’s fields, once, and the clerk sees it', async () => {
    const { number } = await p.give()
    await back(number)
    await tellAll(p.world)
    await p.later(60)
    const [call, ...more] = p.there.of(TELL)
    expect(more).toEqual([])
    expect(Object.fromEntries(call!.form)).toEqual({
      api_key: 'secret-key',
      jurisdiction_id: 'stadtwerke.example',
      service_request_id: 'SW-7',
      update_id: expect.stringMatching(/^[\w-]{36}$/),
      updated_datetime: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      status: 'CANCELLED',
      description: `Stadt Bad Salzuflen hat das Anliegen #${number} zurückgeholt. Bitte arbeiten Sie nicht weiter daran.`,
      first_name: 'Stadt Bad Salzuflen',
      last_name: '-',
    })
    expect(newsMails()).toEqual([])
    expect(await p.clerkPage(number)).toContain(`Ins System von ${PARTNER.name} gemeldet: zurückgeholt`)
    expect(await p.clerkPage(number)).toContain(`Zurückgeholt von ${PARTNER.name}`)
    expect(await p.clerkPage(number, 'en')).toContain(`Told to the system of ${PARTNER.name}: taken back`)
  })

  it.each([
    [
      'closes it',
      'FIXED',
      (n: number, v: number) => closeReport(p.Bernd, { number: n, version: v, reason: 'repaired', ...end }),
    ],
    [
      'declines it',
      'NO_FURTHER_ACTION',
      (n: number, v: number) => declineReport(p.Bernd, { number: n, version: v, reason: 'no_defect', ...end }),
    ],
    [
      'hands it over',
      'NOT_COUNCILS_RESPONSIBILITY',
      (n: number, v: number) =>
        handOverReport(p.Bernd, { number: n, version: v, reason: 'county', partner: 'Kreis', ...end }),
    ],
  ] as const)('is told when the town %s', async (_what, status, change) => {
    const { number } = await p.give()
    await change(number, (await p.rowOf(number)).version)
    await tellAll(p.world)
    expect(told()).toEqual([status])
  })

  it('is told when it is merged into another', async () => {
    const { number } = await p.give()
    const { report: lead } = await submitReport(await p.world.as(CITIZEN), POTHOLE, { intakeChannel: 'web' })
    await mergeReports(p.Bernd, { into: lead.number, version: lead.version, numbers: [number] })
    await p.later(1)
    expect(told()).toEqual(['DUPLICATE'])
  })

  it('is told when the reporter withdraws it, and when not after all, by a page that stays as it was', async () => {
    const given = await p.give()
    const withdrawn = await withdraw(given)
    await tellAll(p.world)
    expect(told()).toEqual(['CANCELLED'])
    // What the partner was told has changed nothing for whoever presses "undo" now.
    await undoWithdrawal(await reporterOf(given.reportId), { number: given.number, version: withdrawn.version })
    await tellAll(p.world)
    expect(told()).toEqual(['CANCELLED', 'OPEN'])
    expect((await p.rowOf(given.number)).status).toBe('with_partner')
  })

  it('reads nothing about a citizen in any of it, by interface or by mail', async () => {
    for (const status of [200, 404]) {
      p.answer({ [TELL]: () => (status === 200 ? heard() : { status }) })
      const given = await p.give()
      await withdraw(given, 'zaunkoenig-grund')
      await tellAll(p.world)
      const other = await p.give()
      const { version } = await p.rowOf(other.number)
      await closeReport(p.Bernd, { number: other.number, version, reason: 'repaired', ...end })
      await tellAll(p.world)
    }
    expect(p.there.of(TELL)).toHaveLength(4)
    expect(newsMails()).toHaveLength(2)
    const said = [
      ...p.there.asked.map(({ query, form }) => `${query} ${form}`),
      ...mailsToPetra().map(({ text, subject }) => text + subject),
    ]
    const all = decodeURIComponent(said.join().replaceAll('+', ' '))
    for (const secret of [CONTACT.name, CONTACT.email, '9182736', 'zaunkoenig', 'Frau Muster'])
      expect(all).not.toContain(secret)
    expect(
      newsMails()
        .map(({ text }) => text)
        .join(),
    ).not.toContain(POTHOLE.description)
  })

  it('hears nothing of what it has said itself, of what was undone in time, or of what never arrived there', async () => {
    p.answer({ [NEWS]: () => updates({ id: '1', ref: 'SW-7', status: 'fixed', at: '2026-11-16T10:00:00Z' }) })
    const { number } = await p.give()
    await p.later(5)
    expect((await p.rowOf(number)).status).toBe('in_progress')
    const { version } = await p.rowOf(number)
    await closeReport(p.Bernd, { number, version, reason: 'repaired', ...end })
    const undone = (await p.give()).number
    const press = newPress(p.Bernd)
    const seen = (await p.rowOf(undone)).version
    await undoably(p.Bernd, press, {
      number: undone,
      change: (ctx) => returnFromPartner(ctx, { number: undone, version: seen }),
    })
    await tellAll(p.world)
    await undoChanges(p.Bernd, { step: press.id })
    p.answer({ [FILE]: () => ({ status: 503 }) })
    const lost = (await p.give()).number
    await back(lost)
    await p.later(1)
    expect(told()).toEqual([])
    expect(newsMails()).toEqual([])
  })

  it('is told by the old number when it is given there again before that could be told', async () => {
    const { number } = await p.give()
    p.answer({ [TELL]: () => 'nothing', [FILE]: () => taken('SW-8') })
    await back(number)
    await tellAll(p.world)
    await p.involve(number)
    await tellAll(p.world)
    p.answer({ [TELL]: () => heard() })
    await p.later(1)
    const calls = p.there.of(TELL).map(({ form }) => form)
    expect(calls.map((form) => form.get('service_request_id'))).toEqual(['SW-7', 'SW-7'])
    expect(new Set(calls.map((form) => form.get('update_id'))).size).toBe(1)
    expect((await p.rowOf(number)).status).toBe('with_partner')
  })

  it('is told what was decided while the report was on its way there', async () => {
    const real = p.world.clock.outgoing
    const { report } = await submitReport(await p.world.as(CITIZEN), POTHOLE, { intakeChannel: 'web' })
    await p.involve(report.number)
    p.world.clock.outgoing = {
      ...real,
      async call(call) {
        const answer = await real.call(call)
        if (call.method === 'POST' && call.url.endsWith('/requests.xml')) await back(report.number)
        return answer
      },
    }
    await tellAll(p.world)
    expect(p.there.of(TELL).map(({ form }) => form.get('service_request_id'))).toEqual(['SW-7'])
  })

  it('is not told what was overtaken: withdrawn and not after all, while it was out of order', async () => {
    p.answer({ [TELL]: () => ({ status: 503 }) })
    const given = await p.give()
    const { version } = await withdraw(given)
    await tellAll(p.world)
    await undoWithdrawal(await reporterOf(given.reportId), { number: given.number, version })
    p.answer({ [TELL]: () => heard() })
    await p.later(1)
    expect(told()).toEqual(['CANCELLED', 'OPEN'])
    await p.later(600)
    expect(told()).toHaveLength(2)
    expect(newsMails()).toEqual([])
  })

  it('of the town is nothing to the neighbour’s: an event of here is none there', async () => {
    const { number, reportId } = await p.give()
    await back(number)
    const [event] = await inTransaction(p.Bernd, (ctx) => listEventRows(ctx, reportId))
    const there = await p.world.asActor({ kind: 'system' }, NEIGHBOUR)
    await tellPartner(there, p.world.clock, event!.id)
    await inTransaction(there, (ctx) => announceToPartner(ctx, event!))
    expect(told()).toEqual([])
  })
})

describe('a system that does not take such news', () => {
  it('is asked again, with the same number of ours, until it answers', async () => {
    const { number } = await p.give()
    p.answer({ [TELL]: () => 'nothing' })
    await back(number)
    await tellAll(p.world)
    p.answer({ [TELL]: () => ({ status: 502, type: 'text/html', xml: '<html>Bad gateway' }) })
    await p.later(1)
    p.answer({ [TELL]: () => heard() })
    await p.later(5)
    const calls = p.there.of(TELL)
    expect(calls).toHaveLength(3)
    expect(new Set(calls.map(({ form }) => form.get('update_id'))).size).toBe(1)
    expect(new Set(calls.map(({ headers }) => headers['idempotency-key'])).size).toBe(1)
    expect(await p.actionsOf(number)).toContain('partner_told')
    await p.later(2_000)
    expect(p.there.of(TELL)).toHaveLength(3)
  })

  it('but knows two words, is told in those', async () => {
    const refuse = {
      status: 400,
      xml: '<errors><error><code>400</code><description>status</description></error></errors>',
    }
    p.answer({ [TELL]: ({ form }) => (form.get('status') === 'CLOSED' ? heard() : refuse) })
    const { number } = await p.give()
    await back(number)
    await tellAll(p.world)
    expect(told()).toEqual(['CANCELLED', 'CLOSED'])
    expect(await p.actionsOf(number)).toContain('partner_told')
  })

  it.each([
    ['has no such address', () => ({ status: 404 }), 'nimmt keine Nachrichten zu Anliegen an', 1],
    ['does not know our key', () => ({ status: 403, xml: '<errors/>' }), 'kennt unseren Schlüssel nicht', 1],
    ['refuses it', () => ({ status: 400 }), 'hat es abgelehnt', 2],
    ['says no with a yes', () => ({ xml: '<errors><error><code>500</code></error></errors>' }), 'hat es abgelehnt', 2],
    [
      'answers with a page',
      () => ({ type: 'text/html', xml: '<!doctype html><html><body>Hallo' }),
      'war nicht zu lesen',
      1,
    ],
    ['answers without a number', () => ({ xml: '<service_request_updates/>' }), 'war nicht zu lesen', 1],
  ] as const)('because it %s, hears by mail, once, and the clerk sees why', async (_how, says, reason, calls) => {
    p.answer({ [TELL]: says })
    const { number } = await p.give()
    await back(number)
    await tellAll(p.world)
    await p.later(2_000)
    expect(p.there.of(TELL)).toHaveLength(calls)
    const [mail, ...more] = newsMails()
    expect(more).toEqual([])
    expect(mail!.subject).toBe('Zu SW-7: zurückgeholt')
    expect(mail!.text).toContain(`hat das Anliegen #${number} zurückgeholt`)
    expect(mail!.text).not.toContain('/auftrag/')
    const page = await p.clerkPage(number)
    expect(page).toContain(`Per E-Mail gemeldet an ${PARTNER.name}: zurückgeholt`)
    expect(page).toContain(reason)
  })

  it('for good, hears by mail after the last try', async () => {
    p.answer({ [TELL]: () => ({ status: 500 }) })
    await withdraw(await p.give())
    await tellAll(p.world)
    for (const minutes of [1, 5, 15, 60, 240, 1440]) await p.later(minutes)
    expect(p.there.of(TELL)).toHaveLength(7)
    expect(newsMails().map(({ subject }) => subject)).toEqual(['Zu SW-7: von der meldenden Person zurückgezogen'])
  })

  it('because it has given a token only, is told as soon as it has a number', async () => {
    p.answer({
      [FILE]: () => ({
        xml: '<service_requests><request><service_request_id/><token>t-1</token></request></service_requests>',
      }),
    })
    const { number } = await p.give()
    await back(number)
    await tellAll(p.world)
    expect(told()).toEqual([])
    p.answer({ 'GET tokens/t-1.xml': () => taken('SW-77') })
    await p.later(1)
    expect(p.there.of(TELL).map(({ form }) => form.get('service_request_id'))).toEqual(['SW-77'])
  })
})

describe('what the clerk writes to the partner', () => {
  it('is read by the partner alone: by mail, with the number there, and never in the public part of their system', async () => {
    const { number } = await p.give()
    expect(mailsToPetra().map(({ subject }) => subject)).toEqual(['Auftrag zu SW-7'])
    expect(mailsToPetra()[0]!.text).toContain('Bitte füllen.')
    const sent = p.there.asked.map(({ query, form }) => `${query} ${form}`).join()
    expect(decodeURIComponent(sent.replaceAll('+', ' '))).not.toContain('Bitte füllen')
    expect(await p.clerkPage(number)).toContain(`Auftrag per E-Mail an: ${PARTNER.name}`)
  })

  it.each([
    ['knows our word for it', 'internal_note', undefined],
    ['has a field that the town’s file names', 'INTERN', { INTERN: { fact: 'instruction' as const } }],
  ])('goes along where their system %s', async (_how, code, attributes) => {
    await p.join({ attributes })
    const definition = `<service_definition><attributes><attribute><code>${code}</code><automated>server_set</automated></attribute></attributes></service_definition>`
    p.answer({ 'GET services/ROAD.xml': () => ({ xml: definition }) })
    await p.give()
    expect(p.there.of(FILE)[0]!.form.get(`attribute[${code}]`)).toBe('Bitte füllen.')
    expect(mailsToPetra()).toEqual([])
  })
})

describe('questions of their system', () => {
  const question = (code: string, more: string) =>
    `<attribute><variable>true</variable><code>${code}</code><required>true</required><description>Frage ${code}</description>${more}</attribute>`
  const values = (...all: [string, string][]) =>
    `<values>${all.map(([key, name]) => `<value><key>${key}</key><name>${name}</name></value>`).join('')}</values>`
  const ask = (...questions: string[]) =>
    p.answer({
      'GET services/ROAD.xml': () => ({
        xml: `<service_definition><service_code>ROAD</service_code><attributes>${questions.join('')}</attributes></service_definition>`,
      }),
    })
  const sent = () =>
    Object.fromEntries([...p.there.of(FILE)[0]!.form].filter(([name]) => name.startsWith('attribute[')))

  it('are answered by the same name, by the town’s table, and by what stands in it for good', async () => {
    await p.join({
      attributes: {
        GROESSE: { question: 'size', values: { wheel: 'XL' } },
        HERKUNFT: { value: 'Bürgerportal' },
        NR: { fact: 'number' },
        ORT: { fact: 'address' },
      },
    })
    ask(
      question('size', values(['S', 'Klein'], ['Wheel', 'groß'])),
      question('GROESSE', values(['XL', 'sehr groß'], ['S', 'klein'])),
      question('HERKUNFT', ''),
      question('NR', '<datatype>number</datatype>'),
      question('ORT', ''),
      question('closest_address', ''),
      '<attribute><variable>false</variable><code>HINWEIS</code><required>true</required><description>Bitte lesen</description></attribute>',
      '<attribute><code>easting</code><required>true</required><automated>server_set</automated></attribute>',
    )
    const { number } = await p.give({ answers: { size: 'wheel' } })
    expect(sent()).toEqual({
      'attribute[size]': 'Wheel',
      'attribute[GROESSE]': 'XL',
      'attribute[HERKUNFT]': 'Bürgerportal',
      'attribute[NR]': String(number),
      'attribute[ORT]': 'Asper Straße 8',
      'attribute[closest_address]': 'Asper Straße 8',
    })
    expect(await p.actionsOf(number)).toContain('partner_received')
  })

  it('that must be answered and are not, send it by mail, with a note that names them', async () => {
    ask(
      question('GROESSE', values(['S', 'klein'])),
      question('TIEFE', ''),
      '<attribute><code>FARBE</code><required>false</required></attribute>',
    )
    const { number } = await p.give({ answers: { size: 'wheel' } })
    expect(p.there.of(FILE)).toEqual([])
    expect(mailsToPetra()).toHaveLength(1)
    expect(mailsToPetra()[0]!.text).toContain('/auftrag/')
    const { notes } = await readReport(p.Bernd, { number })
    const note = [...notes.values()].map(({ text }) => text).at(-1)
    expect(note).toContain(`Das System von ${PARTNER.name} verlangt Antworten`)
    expect(note).toContain('Frage GROESSE (GROESSE)\nFrage TIEFE (TIEFE)')
    expect(note).not.toContain('FARBE')
    expect(await p.clerkPage(number)).toContain('Welche, steht im Verlauf.')
  })

  it('are not waited for where their list of services says that there are none', async () => {
    const service = '<service><service_code>ROAD</service_code><metadata>false</metadata></service>'
    p.answer({
      'GET services/ROAD.xml': () => ({ status: 500 }),
      'GET services.xml': () => ({ xml: `<services>${service}</services>` }),
    })
    await p.give()
    expect(p.there.of(FILE)).toHaveLength(1)
  })

  it('are waited for when their system is out of order, and none where it answers with a page', async () => {
    p.answer({ 'GET services/ROAD.xml': () => ({ status: 503 }) })
    await p.give()
    expect(p.there.of(FILE)).toEqual([])
    p.answer({ 'GET services/ROAD.xml': () => ({ type: 'text/html', xml: '<!doctype html><html>Nichts' }) })
    await p.later(1)
    expect(p.there.of(FILE)).toHaveLength(1)
  })
})
