/** Partners with a system of their own: reports go there by Open311, and what becomes of them comes back. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Ctx, inTransaction } from '../../server/context.ts'
import { readForeign } from '../../server/partners/foreign-xml.ts'
import { meaningOf } from '../../server/partners/partner-status.ts'
import { startSession } from '../../server/people/sessions.ts'
import { involvePartner } from '../../server/reports/involve-partner.ts'
import { readReport } from '../../server/reports/read-report.ts'
import { returnFromPartner } from '../../server/reports/return-from-partner.ts'
import { getReportRow } from '../../server/reports/rows.ts'
import { submitReport } from '../../server/reports/submit-report.ts'
import { type Answers, foreignSystem, taken, updates } from '../support/foreign-open311.ts'
import { changeTown, linkTo, PARTNER, PETRA, tellAll } from '../support/outside.ts'
import { CITIZEN } from '../support/people.ts'
import { CONTACT, POTHOLE } from '../support/reports.ts'
import { createWorld, FIRST_TOWN, NEIGHBOUR, PUBLIC_URL, type World } from '../support/world.ts'

const MINUTES = 60_000
const AT = '2026-11-16T09:00:00Z'
const MAIN = 'POST requests.xml'
const NEWS = 'GET servicerequestupdates.xml'

let world: World
let there: Awaited<ReturnType<typeof foreignSystem>>
let Bernd: Ctx
beforeEach(async () => {
  world = await createWorld()
  there = await foreignSystem({ [MAIN]: () => taken('SW-7') })
  await join()
})
afterEach(async () => {
  await there.close()
  await world.close()
})

/** The partner's system takes potholes and trees; trees go there by a rule. */
async function join(services: Record<string, string> = { pothole: 'ROAD', tree: 'TREE' }) {
  const open311 = { url: there.url, jurisdiction: 'stadtwerke.example', services }
  await changeTown(world, FIRST_TOWN, {
    partners: [{ ...PARTNER, mailbox: PETRA, open311 }],
    rules: [{ category: 'tree', to: `partner/${PARTNER.key}` }],
  })
  world.open311Keys.set(`${FIRST_TOWN}/${PARTNER.key}`, 'secret-key')
  Bernd = await world.as(world.people.Bernd)
}
const answer = (answers: Answers) => Object.assign(there.answers, answers)

async function give(more: Partial<typeof POTHOLE> = {}) {
  const input = { ...POTHOLE, contact: { ...CONTACT, phone: '05222 9182736' }, address: 'Asper Straße 8', ...more }
  const { report, trackingToken } = await submitReport(await world.as(CITIZEN), input, { intakeChannel: 'web' })
  const { number, version } = report
  await involvePartner(Bernd, { number, version, partnerKey: PARTNER.key, instruction: 'Bitte füllen.', days: 14 })
  return { number, trackingToken }
}
const read = (number: number) => readReport(Bernd, { number })
const rowOf = (number: number) => inTransaction(Bernd, (ctx) => getReportRow(ctx, number))
const actionsOf = async (number: number) => (await read(number)).events.map(({ action }) => action).toReversed()
const clerkPage = async (number: number) => {
  const token = await startSession(world.deps, { personId: world.people.Bernd.id, via: 'password' })
  const headers = { Cookie: `__Host-session=${token}` }
  const page = await world.app.fetch(new Request(`${PUBLIC_URL}/amt/${FIRST_TOWN}/anliegen/${number}`, { headers }))
  return page.text()
}
/** The clock goes on, and everything that is due is done. */
async function later(minutes: number) {
  world.pass(minutes * MINUTES)
  await tellAll(world)
}

describe('a report for a partner with a system of its own', () => {
  it('arrives there with what is needed for the work, instead of a mail with a link; staff see its number there', async () => {
    const { number } = await give()
    await tellAll(world)
    const [call, ...more] = there.of(MAIN)
    expect(more).toEqual([])
    expect(Object.fromEntries(call!.form)).toEqual({
      api_key: 'secret-key',
      jurisdiction_id: 'stadtwerke.example',
      service_code: 'ROAD',
      lat: '52.086200',
      long: '8.744300',
      address_string: 'Asper Straße 8',
      description: `${POTHOLE.description}\n\nStadt Bad Salzuflen, #${number}\n${PUBLIC_URL}/${FIRST_TOWN}/anliegen/${number}`,
    })
    expect(call!.headers['content-type']).toBe('application/x-www-form-urlencoded; charset=utf-8')
    expect(world.mails.filter(({ to, text }) => to === PETRA && text.includes('/auftrag/'))).toEqual([])
    expect(await actionsOf(number)).toEqual([
      ...['submitted', 'routed', 'partner_involved', 'partner_received', 'partner_written'],
    ])
    expect(await clerkPage(number)).toContain(`Angekommen bei ${PARTNER.name}, dort Nummer SW-7`)
  })

  it('carries the answers in words', async () => {
    await give({ answers: { size: 'wheel' } })
    await tellAll(world)
    expect(there.of(MAIN)[0]!.form.get('description')).toMatch(/\n\n[^\n]+\? [^\n]+\n\nStadt Bad Salzuflen, #/)
  })

  it('tells nothing about who reported it, and no word that was meant for the town hall', async () => {
    await give()
    await tellAll(world)
    const said = there.asked.map(({ query, form }) => `${query} ${form}`).join()
    for (const secret of [CONTACT.name, CONTACT.email, '9182736', 'Bitte füllen'])
      expect(decodeURIComponent(said.replaceAll('+', ' '))).not.toContain(secret)
  })

  it('goes there by a rule of the town the moment it arrives', async () => {
    const input = { ...POTHOLE, category: 'tree' }
    const { report } = await submitReport(await world.as(CITIZEN), input, { intakeChannel: 'web' })
    await tellAll(world)
    expect(there.of(MAIN).map(({ form }) => form.get('service_code'))).toEqual(['TREE'])
    const Clara = await world.as(world.people.Clara)
    const { events } = await readReport(Clara, { number: report.number })
    expect(events.map(({ action }) => action)).toContain('partner_received')
  })

  it('carries our own number where their definition asks for it, and the same sign at every try', async () => {
    const definition =
      '<service_definition><attributes><attribute><code>fixmystreet_id</code></attribute></attributes></service_definition>'
    answer({ 'GET services/ROAD.xml': () => ({ xml: definition }), [MAIN]: () => ({ status: 503 }) })
    const { number } = await give()
    await tellAll(world)
    answer({ [MAIN]: () => taken('SW-7') })
    await later(1)
    const calls = there.of(MAIN)
    expect(calls.map(({ form }) => form.get('attribute[fixmystreet_id]'))).toEqual([String(number), String(number)])
    expect(new Set(calls.map(({ headers }) => headers['idempotency-key'])).size).toBe(1)
  })

  it('is not sent when it was taken back before, and not twice when it has arrived', async () => {
    const { number } = await give()
    await returnFromPartner(Bernd, { number, version: (await rowOf(number)).version })
    await tellAll(world)
    expect(there.of(MAIN)).toEqual([])
    const again = await give()
    await tellAll(world)
    await later(1)
    expect(there.of(MAIN)).toHaveLength(1)
    expect((await rowOf(again.number)).status).toBe('with_partner')
  })

  it('is sent again as another one when it is given again', async () => {
    const { number } = await give()
    await tellAll(world)
    await returnFromPartner(Bernd, { number, version: (await rowOf(number)).version })
    answer({ [MAIN]: () => taken('SW-8') })
    const { version } = await rowOf(number)
    await involvePartner(Bernd, { number, version, partnerKey: PARTNER.key, instruction: 'Noch einmal.', days: 14 })
    await tellAll(world)
    const keys = there.of(MAIN).map(({ headers }) => headers['idempotency-key'])
    expect([keys.length, new Set(keys).size]).toEqual([2, 2])
    expect(await clerkPage(number)).toContain('dort Nummer SW-8')
  })
})

describe('a system that does not take it', () => {
  it('is asked again later when it is out of order or does not answer', async () => {
    answer({ [MAIN]: () => 'nothing' })
    const { number } = await give()
    await tellAll(world)
    expect(await actionsOf(number)).not.toContain('partner_received')
    answer({ [MAIN]: () => ({ status: 502, type: 'text/html', xml: '<html>Bad gateway' }) })
    await later(1)
    answer({ [MAIN]: () => taken('SW-9') })
    await later(5)
    expect(there.of(MAIN)).toHaveLength(3)
    expect(await clerkPage(number)).toContain('dort Nummer SW-9')
  })

  it.each([
    ['refuses', () => ({ status: 400, xml: '<errors><error><code>400</code></error></errors>' }), 'hat es abgelehnt'],
    ['does not know our key', () => ({ status: 403, xml: '<errors/>' }), 'kennt unseren Schlüssel nicht'],
    ['answers without a number', () => ({ xml: '<service_requests/>' }), 'war nicht zu lesen'],
    ['says no with a yes', () => ({ xml: '<errors><error><code>500</code></error></errors>' }), 'hat es abgelehnt'],
  ] as const)('that %s gets it by mail with a link, which the clerk sees', async (_how, says, reason) => {
    answer({ [MAIN]: says })
    const { number } = await give()
    await tellAll(world)
    expect(there.of(MAIN)).toHaveLength(1)
    expect(linkTo(world, PETRA).token).toMatch(/^[\w-]{43}$/)
    expect(world.mails.findLast(({ to }) => to === PETRA)?.text).toContain('Bitte füllen.')
    expect(await actionsOf(number)).toContain('partner_not_reached')
    const page = await clerkPage(number)
    expect(page).toContain('deshalb per E-Mail an: Stadtwerke Bad Salzuflen')
    expect(page).toContain(reason)
    await later(2_000)
    expect(there.of(MAIN)).toHaveLength(1)
  })

  it('that names the number of another report gets it by mail, and news of that number are of the other alone', async () => {
    const first = await give()
    const second = await give()
    await tellAll(world)
    expect(await actionsOf(first.number)).toContain('partner_received')
    expect(await actionsOf(second.number)).toContain('partner_not_reached')
    expect(await clerkPage(second.number)).toContain('Nummer eines anderen Anliegens')
  })

  it('that stays away for good gets it by mail after the last try', async () => {
    answer({ [MAIN]: () => ({ status: 500 }) })
    await give()
    await tellAll(world)
    for (const minutes of [1, 5, 15, 60, 240, 1440]) await later(minutes)
    expect(there.of(MAIN)).toHaveLength(7)
    expect(world.mails.filter(({ to }) => to === PETRA)).toHaveLength(1)
  })

  it('that has no word for the category gets it by mail', async () => {
    await join({ bench: 'BENCH' })
    await give()
    await tellAll(world)
    expect(there.of(MAIN)).toEqual([])
    expect(world.mails.filter(({ to }) => to === PETRA)).toHaveLength(1)
  })
})

describe('what becomes of it there', () => {
  const news = (...list: Parameters<typeof updates>) => answer({ [NEWS]: () => updates(...list) })

  it('is asked for with our key every five minutes, in a window that overlaps', async () => {
    news()
    await give()
    await tellAll(world)
    await later(5)
    await later(5)
    const asked = there.of(NEWS)
    expect(asked).toHaveLength(2)
    const { api_key, jurisdiction_id, start_date, end_date } = Object.fromEntries(asked[1]!.query)
    expect([api_key, jurisdiction_id]).toEqual(['secret-key', 'stadtwerke.example'])
    expect(start_date).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
    expect(Date.parse(end_date!) - Date.parse(start_date!)).toBeGreaterThan(60 * MINUTES)
  })

  it('in their words: first they take care, then it is back with the town, each once', async () => {
    const { number } = await give()
    await tellAll(world)
    news({ id: '1', ref: 'SW-7', status: 'IN_PROGRESS', words: 'Kolonne kommt &amp; sieht nach', at: AT })
    await later(5)
    await later(5)
    expect((await rowOf(number)).status).toBe('with_partner')
    expect(await actionsOf(number)).toEqual([
      ...['submitted', 'routed', 'partner_involved', 'partner_received', 'partner_written'],
      ...['partner_acknowledged', 'noted'],
    ])
    news(
      { id: '2', ref: 'SW-7', status: 'fixed', words: 'Verfüllt', at: '2026-11-16T10:00:00Z' },
      { id: '1', ref: 'SW-7', status: 'in_progress', at: AT },
      { id: '3', ref: 'of somebody else', status: 'fixed', at: AT },
    )
    await later(5)
    await later(5)
    const { report, events, notes } = await read(number)
    expect([report.status, report.partner]).toEqual(['in_progress', null])
    expect(events.filter(({ action }) => action === 'partner_returned').map(({ facts }) => facts)).toMatchObject([
      { reason: 'partner_done', by: `partner/${PARTNER.key}`, partner: PARTNER.name },
    ])
    expect([...notes.values()].map(({ text }) => text)).toEqual([
      'Bitte füllen.',
      'Kolonne kommt & sieht nach',
      'Verfüllt',
    ])
  })

  it('is told by the reporter’s link at each step, without a word that was meant for the town', async () => {
    const { trackingToken } = await give()
    const page = async () =>
      (await world.app.fetch(new Request(`${PUBLIC_URL}/${FIRST_TOWN}/verfolgen/${trackingToken}`))).text()
    await tellAll(world)
    expect(await page()).toContain(`Bei ${PARTNER.name}`)
    news({ id: '1', ref: 'SW-7', status: 'investigating', words: 'intern-vermerkt', at: AT })
    await later(5)
    expect(await page()).toContain(`${PARTNER.name} kümmert sich darum`)
    news({ id: '2', ref: 'SW-7', status: 'not_councils_responsibility', words: 'nicht unser Rohr', at: AT })
    await later(5)
    const said = await page()
    expect(said).toContain('In Bearbeitung')
    expect(said).not.toMatch(/intern-vermerkt|nicht unser Rohr|SW-7/)
  })

  it('is read from the list of requests where there are no updates', async () => {
    const request = (status: string, at: string) => ({
      xml: `<service_requests type="array"><request><service_request_id> SW-7 </service_request_id><status>${status}</status><status_notes><![CDATA[Erledigt & gut]]></status_notes><requested_datetime>${AT}</requested_datetime><updated_datetime>${at}</updated_datetime></request></service_requests>`,
    })
    answer({ 'GET requests.xml': () => request('open', AT) })
    const { number } = await give()
    await tellAll(world)
    await later(5)
    expect(there.of('GET requests.xml').map(({ query }) => query.get('service_request_id'))).toEqual(['SW-7'])
    expect((await rowOf(number)).status).toBe('with_partner')
    answer({ 'GET requests.xml': () => request('closed', '2026-11-16T11:00:00+01:00') })
    await later(5)
    const { report, notes } = await read(number)
    expect(report.status).toBe('in_progress')
    expect([...notes.values()].map(({ text }) => text)).toContain('Erledigt & gut')
  })

  it('waits for a number where their system gave a token first', async () => {
    answer({ [MAIN]: () => ({ xml: '<service_requests><request><token>t-1</token></request></service_requests>' }) })
    news({ id: '1', ref: 'SW-77', status: 'fixed', at: AT })
    const { number } = await give()
    await tellAll(world)
    await later(5)
    expect((await rowOf(number)).status).toBe('with_partner')
    answer({ 'GET tokens/t-1.xml': () => taken('SW-77') })
    await later(5)
    expect(await clerkPage(number)).toContain('dort Nummer SW-77')
    expect((await rowOf(number)).status).toBe('in_progress')
  })

  it('is missed out loud: the clerk sees that nothing can be read, until it can', async () => {
    const { number } = await give()
    await tellAll(world)
    answer({ [NEWS]: () => ({ status: 503 }) })
    await later(5)
    expect(await clerkPage(number)).toContain(`Was bei ${PARTNER.name} geschieht, können wir gerade nicht lesen.`)
    news()
    await later(15)
    expect(await clerkPage(number)).not.toContain('können wir gerade nicht lesen')
  })

  it('nobody asks while nothing is with them', async () => {
    news({ id: '1', ref: 'SW-7', status: 'closed', at: AT })
    await give()
    await tellAll(world)
    await later(5)
    for (let times = 0; times < 4; times++) await later(60)
    expect(there.of(NEWS)).toHaveLength(1)
  })

  it('is nothing to the neighbour: no number, no note, no news of it', async () => {
    const { number } = await give()
    await tellAll(world)
    const Dirk = await world.as(world.people.Dirk)
    await expect(readReport(Dirk, { number })).rejects.toMatchObject({ code: 'not_found' })
    const atHome = await world.as(world.people.Dirk, NEIGHBOUR)
    await expect(readReport(atHome, { number })).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('foreign XML', () => {
  const of = (xml: string) => readForeign({ bytes: new TextEncoder().encode(xml), headers: new Headers() })

  it('is refused when it brings entities of its own, is none, or is deeper than anything sensible', () => {
    const bomb = '<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><a>&b;</a>'
    for (const xml of [bomb, '<!doctype html><html>', 'plain words', ''])
      expect(() => of(xml), xml).toThrow(expect.objectContaining({ reason: 'partner_unreadable' }))
    expect(() => of('<a>'.repeat(100_000))).toThrow(expect.objectContaining({ reason: 'partner_unreadable' }))
  })

  it('knows statuses as several systems write them, and takes none it does not know for an end', () => {
    for (const done of ['closed', 'CLOSED', 'Fixed - Council', 'fixed', 'PROCESSED'])
      expect([done, meaningOf(done)]).toEqual([done, { kind: 'back', reason: 'partner_done' }])
    expect(meaningOf('NOT_COUNCILS_RESPONSIBILITY')).toEqual({ kind: 'back', reason: 'partner_not_ours' })
    expect(meaningOf('action scheduled')).toEqual({ kind: 'taken' })
    for (const unknown of ['open', 'unchanged', '__proto__', 'constructor', ''])
      expect([unknown, meaningOf(unknown)]).toEqual([unknown, { kind: 'said' }])
  })
})
