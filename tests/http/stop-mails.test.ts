/** {base}/abmelden/{token}: the page, its two choices, the mailbox's one click, and that opening it does nothing. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inTransaction } from '../../server/context.ts'
import { findContactRow, getReportRow } from '../../server/reports/rows.ts'
import { tellAll } from '../support/outside.ts'
import { CITIZEN } from '../support/people.ts'
import { CONTACT, submitPothole } from '../support/reports.ts'
import { createWorld, FIRST_TOWN, NEIGHBOUR, PUBLIC_URL, type World } from '../support/world.ts'

const CANARY = 'kanarienvogel'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const get = (path: string) => world.app.fetch(new Request(PUBLIC_URL + path))
const send = (path: string, fields: Record<string, string> = {}, headers: Record<string, string> = {}) =>
  world.app.fetch(new Request(PUBLIC_URL + path, { method: 'POST', body: new URLSearchParams(fields), headers }))
const stateOf = async (number: number) =>
  inTransaction(await world.as(CITIZEN), async (ctx) => {
    const report = await getReportRow(ctx, number)
    return { report, contact: await findContactRow(ctx, report.id) }
  })

async function mailed() {
  const contact = { ...CONTACT, phone: '0123' }
  const { report } = await submitPothole(world, { description: `${CANARY} in der Straße`, contact })
  await tellAll(world)
  return { number: report.number, path: world.mails.at(-1)!.stopUrl!.slice(PUBLIC_URL.length) }
}

describe('the page', () => {
  it('is a secret, and tells nothing of the report but its number', async () => {
    const { number, path } = await mailed()
    const answer = await get(path)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('Cache-Control')).toBe('no-store, no-transform')
    expect(answer.headers.get('Referrer-Policy')).toBe('no-referrer')
    expect(answer.headers.get('X-Robots-Tag')).toBe('noindex')
    const html = await answer.text()
    for (const words of [`#${number}`, 'Keine E-Mails mehr zu diesem Anliegen', 'Das Anliegen ist nicht von mir'])
      expect(html).toContain(words)
    for (const secret of [CANARY, CONTACT.email, CONTACT.name]) expect(html).not.toContain(secret)
  })

  it('changes nothing by being opened, nor by a form without a choice', async () => {
    const { number, path } = await mailed()
    const before = await stateOf(number)
    for (const query of ['', '', '?wunsch=keine-mails', '?List-Unsubscribe=One-Click']) await get(path + query)
    expect((await send(path)).status).toBe(303)
    expect((await send(path, { wunsch: 'alles' })).status).toBe(303)
    expect(await stateOf(number)).toEqual(before)
  })

  it('is masked in the log', async () => {
    const { path } = await mailed()
    await get(path)
    await send(path, { wunsch: 'keine-mails' })
    expect(JSON.stringify(world.logLines)).not.toContain(path.split('/').at(-1))
  })

  it('speaks the reader’s language', async () => {
    const { path } = await mailed()
    expect(await (await get(`${path}?lang=en`)).text()).toContain('The report is not mine')
    expect(await (await get(`${path}?lang=de-simple`)).text()).toContain('Die Meldung ist nicht von mir')
  })
})

describe('the choice', () => {
  it('“no more mails” erases the address and leads to the page that says so, twice too', async () => {
    const { number, path } = await mailed()
    for (let times = 0; times < 2; times++) {
      const answer = await send(path, { wunsch: 'keine-mails' })
      expect([answer.status, answer.headers.get('Location')]).toEqual([303, path])
      const html = await (await get(path)).text()
      expect(html).toContain('Sie bekommen keine E-Mails mehr')
      expect(html).not.toContain('value="keine-mails"')
    }
    expect((await stateOf(number)).contact).toMatchObject({ email: null, phone: '0123' })
  })

  it('“not from me” erases all, and there is nothing more to choose', async () => {
    const { number, path } = await mailed()
    for (let times = 0; times < 2; times++) {
      expect((await send(path, { wunsch: 'nicht-von-mir' })).status).toBe(303)
      const html = await (await get(path)).text()
      expect(html).toContain('keine Kontaktdaten mehr gespeichert')
      expect(html).not.toContain('<form class="stop-choice"')
    }
    expect((await stateOf(number)).contact).toBeNull()
  })

  it('of a mailbox is one POST from anywhere, answered without a redirect', async () => {
    const { number, path } = await mailed()
    const headers = { Origin: 'https://mail.example', 'Sec-Fetch-Site': 'cross-site' }
    const answer = await send(path, { 'List-Unsubscribe': 'One-Click' }, headers)
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain('Sie bekommen keine E-Mails mehr')
    expect((await stateOf(number)).contact?.email).toBeNull()
  })
})

it('an unknown link is told so kindly, and changes nothing', async () => {
  const { number, path } = await mailed()
  const token = path.split('/').at(-1)
  for (const wrong of [`${path.slice(0, -1)}_`, `/${FIRST_TOWN}/abmelden/x`, `/${NEIGHBOUR}/abmelden/${token}`]) {
    for (const answer of [await get(wrong), await send(wrong, { wunsch: 'nicht-von-mir' })]) {
      const html = await answer.text()
      expect([wrong, answer.status, html.includes('Diesen Link gibt es nicht')]).toEqual([wrong, 404, true])
      expect(html).not.toContain(`#${number}`)
    }
  }
  expect((await stateOf(number)).contact?.email).toBe(CONTACT.email)
})
