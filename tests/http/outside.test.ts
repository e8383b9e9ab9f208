/** {base}/auftrag/{token}: the page, its forms, and that opening it does nothing. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inTransaction } from '../../server/context.ts'
import { withoutSecrets } from '../../server/http/middleware/request-context.ts'
import { involvePartner } from '../../server/reports/involve-partner.ts'
import { noteReport } from '../../server/reports/note-report.ts'
import { getReportRow, type ReportRow } from '../../server/reports/rows.ts'
import {
  givePartner,
  leaveOut,
  linkTo,
  NON_MEMBER,
  PARTNER,
  PETRA,
  submitToNonMember,
  TOWN_HALL_MAILBOX,
  tellAll,
} from '../support/outside.ts'
import { CITIZEN } from '../support/people.ts'
import { CONTACT, submitPothole } from '../support/reports.ts'
import { createWorld, FIRST_TOWN, NEIGHBOUR, PUBLIC_URL, type World } from '../support/world.ts'

const DAY_MS = 86_400_000
const CANARY = 'kanarienvogel'

let world: World
beforeAll(async () => {
  world = await createWorld()
  await givePartner(world)
  await leaveOut(world)
})
afterAll(() => world.close())

const get = (path: string) => world.app.fetch(new Request(PUBLIC_URL + path))
const send = (path: string, fields: Record<string, string> = {}) =>
  world.app.fetch(new Request(PUBLIC_URL + path, { method: 'POST', body: new URLSearchParams(fields) }))
const rowOf = async (town: string, number: number): Promise<ReportRow> =>
  inTransaction(await world.as(CITIZEN, town), (ctx) => getReportRow(ctx, number))

async function townHall() {
  const { report } = await submitToNonMember(world, { description: `${CANARY} in der Straße` })
  await tellAll(world)
  return { number: report.number, ...linkTo(world, TOWN_HALL_MAILBOX) }
}

async function partner() {
  const { report } = await submitPothole(world, { description: `${CANARY} in der Straße`, contact: CONTACT })
  const { number, version } = report
  const Bernd = await world.as(world.people.Bernd)
  await noteReport(Bernd, { number, text: 'NUR-INTERN' })
  const input = { number, version: version + 1, partnerKey: PARTNER.key, instruction: 'Bitte füllen.', days: 14 }
  await involvePartner(Bernd, input)
  await tellAll(world)
  return { number, ...linkTo(world, PETRA) }
}

describe('the page of a link', () => {
  it('shows what the work needs, and is a secret', async () => {
    const { number, path } = await partner()
    const answer = await get(path)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('Cache-Control')).toBe('no-store, no-transform')
    expect(answer.headers.get('Referrer-Policy')).toBe('no-referrer')
    expect(answer.headers.get('X-Robots-Tag')).toBe('noindex')
    const html = await answer.text()
    for (const words of [`Auftrag für ${PARTNER.name} zu Anliegen #${number}`, CANARY, 'Bitte füllen.', 'geo:52.08620'])
      expect(html).toContain(words)
    for (const secret of [CONTACT.email, CONTACT.name, 'NUR-INTERN']) expect(html).not.toContain(secret)
  })

  it('changes nothing by being opened, however often', async () => {
    const { number, path } = await townHall()
    const before = await rowOf(NON_MEMBER, number)
    for (const suffix of ['', '', '?getan=annahme', '/annahme', '/abschluss', '/neuer-link']) {
      const answer = await get(path + suffix)
      expect([suffix, [200, 404].includes(answer.status)]).toEqual([suffix, true])
    }
    expect(await rowOf(NON_MEMBER, number)).toEqual(before)
  })

  it('is masked in the log', async () => {
    const { path, token } = await partner()
    await get(path)
    await send(`${path}/antwort`, { version: '3', answer: 'Wir kommen.' })
    expect(JSON.stringify(world.logLines)).not.toContain(token)
    expect(withoutSecrets(path)).toBe(`/${FIRST_TOWN}/auftrag/*`)
    expect(withoutSecrets(`/~/lemgo/auftrag/${token}/annahme`)).toBe('/~/lemgo/auftrag/*/annahme')
  })
})

describe('a town hall that has not joined', () => {
  it('acknowledges, answers and closes by forms that lead back to the page', async () => {
    const { number, path } = await townHall()
    const steps: [noun: string, fields: Record<string, string>, status: string][] = [
      ['annahme', { version: '1' }, 'in_progress'],
      ['antwort', { version: '2', answer: 'Wir kommen am Montag.' }, 'in_progress'],
      ['abschluss', { version: '3', reason: 'repaired', result: 'Das Loch ist zu.' }, 'done'],
    ]
    for (const [noun, fields, status] of steps) {
      const answer = await send(`${path}/${noun}`, fields)
      expect([noun, answer.status, answer.headers.get('Location')]).toEqual([noun, 303, `${path}?getan=${noun}`])
      expect((await rowOf(NON_MEMBER, number)).status).toBe(status)
    }
    const done = await (await get(`${path}?getan=abschluss`)).text()
    expect(done).toContain('Hier ist nichts mehr zu tun')
    expect(done).toContain('Das Loch ist zu.')
    expect(done).not.toContain(CANARY)
    expect(done).not.toContain('<form method="post"')
    const late = await send(`${path}/antwort`, { version: '4', answer: 'Noch etwas' })
    expect(late.status).toBe(409)
    expect(await late.text()).toContain('Hier ist nichts mehr zu tun')
  })

  it.each([
    ['no_defect', 'declined'],
    ['gone_when_checked', 'done'],
  ])('closes with the reason %s as %s', async (reason, status) => {
    const { number, path } = await townHall()
    await send(`${path}/abschluss`, { version: '1', reason, result: 'Wir haben nachgesehen.' })
    expect(await rowOf(NON_MEMBER, number)).toMatchObject({ status, closedReason: reason })
  })

  it('does not judge the citizen: misuse is no reason here', async () => {
    const { number, path } = await townHall()
    const answer = await send(`${path}/abschluss`, { version: '1', reason: 'misuse', result: 'Nein danke.' })
    expect(answer.status).toBe(422)
    expect((await rowOf(NON_MEMBER, number)).status).toBe('received')
  })

  it('names who is in charge instead, and is thanked', async () => {
    const { number, path } = await townHall()
    const fields = { version: '1', ownerKind: 'county', owner: 'Kreis Lippe', explanation: 'Das ist eine Kreisstraße.' }
    const answer = await send(`${path}/abgabe`, fields)
    const thanks = await get(answer.headers.get('Location')!)
    expect(thanks.status).toBe(200)
    expect(await thanks.text()).toContain('Danke, das Anliegen ist abgeschlossen')
    expect(await rowOf(NON_MEMBER, number)).toMatchObject({ status: 'handed_over', partner: 'Kreis Lippe' })
    expect((await get(path)).status).toBe(410)
  })

  it('gets a form back with what is missing, and with what was typed', async () => {
    const { path } = await townHall()
    const answer = await send(`${path}/abschluss`, { version: '1', result: 'Schon geschehen.' })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('<title>Fehler: ')
    expect(html).toContain('<a href="#f-reason">Wählen Sie ein Ergebnis.</a>')
    expect(html).toContain('Schon geschehen.')
  })

  it('learns that somebody was faster, with what changed, and keeps its text', async () => {
    const { number, path } = await townHall()
    await send(`${path}/annahme`, { version: '1' })
    const answer = await send(`${path}/abschluss`, { version: '1', reason: 'repaired', result: 'MEIN-TEXT' })
    expect(answer.status).toBe(409)
    const html = await answer.text()
    expect(html).toContain('Inzwischen ist etwas geschehen')
    expect(html).toContain('MEIN-TEXT')
    expect(html).toContain('name="version" value="2"')
    expect((await rowOf(NON_MEMBER, number)).status).toBe('in_progress')
  })
})

describe('a partner', () => {
  it('acknowledges, answers and reports back; the town stays in charge', async () => {
    const { number, path } = await partner()
    expect((await send(`${path}/annahme`, { version: '3' })).status).toBe(303)
    expect((await rowOf(FIRST_TOWN, number)).status).toBe('with_partner')
    expect((await send(`${path}/antwort`, { version: '4', answer: 'Unser Wagen kommt.' })).status).toBe(303)
    expect(await (await get(`/${FIRST_TOWN}/anliegen/${number}`)).text()).toContain(
      `${PARTNER.name} kümmert sich darum`,
    )
    const back = await send(`${path}/rueckmeldung`, { version: '5', outcome: 'partner_done', note: 'Kaltasphalt' })
    const thanks = await get(back.headers.get('Location')!)
    expect([thanks.status, (await thanks.text()).includes('Danke für Ihre Rückmeldung')]).toEqual([200, true])
    expect(await rowOf(FIRST_TOWN, number)).toMatchObject({ status: 'in_progress', partner: null })
  })

  it('cannot close, decline or hand over the town’s report', async () => {
    const { number, path } = await partner()
    for (const noun of ['abschluss', 'abgabe', 'closure', 'toString']) {
      const fields = {
        version: '3',
        reason: 'repaired',
        result: 'Das Loch ist zu.',
        ownerKind: 'county',
        owner: 'Kreis',
      }
      expect((await send(`${path}/${noun}`, fields)).status).toBe(404)
    }
    expect((await rowOf(FIRST_TOWN, number)).status).toBe('with_partner')
  })
})

describe('a dead link', () => {
  it('says what to do, and nothing of the report', async () => {
    const { number, path, token } = await partner()
    const dead: [path: string, status: number, words: string][] = [
      [`/${FIRST_TOWN}/auftrag/nothing`, 404, 'Diesen Link gibt es nicht'],
      [`/${NEIGHBOUR}/auftrag/${token}`, 404, 'Diesen Link gibt es nicht'],
    ]
    world.pass(30 * DAY_MS)
    dead.push([path, 410, 'Dieser Link ist abgelaufen'])
    for (const [address, status, words] of dead) {
      const answer = await get(address)
      const html = await answer.text()
      expect([address, answer.status, html.includes(words)]).toEqual([address, status, true])
      expect(html).not.toContain(CANARY)
      expect(html).not.toContain(`#${number}`)
    }
    expect((await send(`${path}/annahme`, { version: '3' })).status).toBe(410)
    expect((await rowOf(FIRST_TOWN, number)).version).toBe(3)
  })

  it('is renewed to the same mailbox, a few times a day', async () => {
    const { path } = await partner()
    world.pass(30 * DAY_MS)
    const asked = await send(`${path}/neuer-link`)
    const page = await get(asked.headers.get('Location')!)
    expect(await page.text()).toContain('Ein neuer Link ist unterwegs')
    await tellAll(world)
    const renewed = linkTo(world, PETRA).path
    expect(renewed).not.toBe(path)
    expect((await get(renewed)).status).toBe(200)
    await send(`${path}/neuer-link`)
    await send(`${path}/neuer-link`)
    expect((await send(`${path}/neuer-link`)).status).toBe(429)
  })
})
