/** What reporters see, download and erase of their own, by their link alone; and what nobody else can. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { words } from '../../client/i18n/index.ts'
import { type Ctx, inTransaction } from '../../server/context.ts'
import { acceptReport } from '../../server/reports/accept-report.ts'
import { answerReport } from '../../server/reports/answer-report.ts'
import { findContactRow, findTextRow, getReportRow, listEventRows } from '../../server/reports/rows.ts'
import { setVisibility } from '../../server/reports/set-visibility.ts'
import { eraseOwnContact, eraseOwnReport } from '../../server/retention/erase-own.ts'
import { listErasureRows } from '../../server/retention/erasure-rows.ts'
import { readOwnData } from '../../server/retention/read-own-data.ts'
import { LANGUAGES } from '../../tenants/languages.ts'
import { callsOf } from '../support/calls.ts'
import { tellAll } from '../support/outside.ts'
import { CONTACT, submitPothole } from '../support/reports.ts'
import { whereIs } from '../support/whole-database.ts'
import { CANARY, wholeLife } from '../support/whole-life.ts'
import { createWorld, FIRST_TOWN, NEIGHBOUR, type World } from '../support/world.ts'

let world: World
let Bernd: Ctx
let bernd: string
let calls: ReturnType<typeof callsOf>
beforeAll(async () => {
  world = await createWorld()
  calls = callsOf(world)
  Bernd = await world.as(world.people.Bernd)
  bernd = await calls.signIn(world.people.Bernd)
})
afterAll(() => world.close())

const own = (token: string, below = '', town = FIRST_TOWN) => `/${town}/verfolgen/${token}${below}`
const rowOf = (number: number) => inTransaction(Bernd, (ctx) => getReportRow(ctx, number))
const what = (number: number) =>
  inTransaction(Bernd, async (ctx) => {
    const { id } = await getReportRow(ctx, number)
    return {
      contact: (await findContactRow(ctx, id)) !== null,
      text: (await findTextRow(ctx, id)) !== null,
      proofs: (await listErasureRows(ctx, id)).map((row) => `${row.what} ${row.because}`).sort(),
      actions: (await listEventRows(ctx, id)).map(({ action }) => action),
    }
  })

async function reported() {
  const { report, trackingToken: token } = await submitPothole(world, { contact: { ...CONTACT, phone: '05222 12345' } })
  await tellAll(world)
  return { number: report.number, id: report.id, token }
}

describe('what is kept', () => {
  it('stands on a page of its own, linked from the report, the address not spelled out', async () => {
    const { token } = await reported()
    expect((await calls.call(own(token))).text).toContain(`href="${own(token, '/daten')}"`)
    for (const language of LANGUAGES) {
      const page = await calls.call(own(token, `/daten?lang=${language}`))
      expect(page.status).toBe(200)
      expect(page.headers.get('Cache-Control')).toContain('no-store')
      for (const fact of [CONTACT.name, 'a…@post.example', '05222 12345', words(language).erasure.data.lead])
        expect(page.text).toContain(fact)
      expect(page.text).not.toContain(CONTACT.email)
    }
  })

  it('comes as a file with everything, which nobody keeps on the way', async () => {
    const { number, trackingToken: token } = await wholeLife(world)
    const file = await calls.call(own(token, '/daten.json'))
    expect(file.status).toBe(200)
    expect(file.headers.get('Content-Disposition')).toBe(`attachment; filename="anliegen-${number}.json"`)
    expect(file.headers.get('Cache-Control')).toContain('no-store')
    const data = JSON.parse(file.text)
    expect(data).toMatchObject({
      number,
      description: `${CANARY} in der Beschreibung`,
      address: `${CANARY}-Straße 1`,
      contact: { name: `${CANARY} Name`, email: `${CANARY}@post.example` },
      messages: [
        { from: 'town', text: `${CANARY} in der Frage` },
        { from: 'reporter', text: `${CANARY} in der Auskunft` },
        { from: 'reporter', text: `${CANARY} im Einwand` },
      ],
    })
    expect(data.answers).toHaveLength(1)
    expect(data.photos).toHaveLength(1)
    expect(data.timeline.some(({ text }: { text: string }) => text === `${CANARY} am Ende`)).toBe(true)
    // A note is the town hall's own.
    expect(file.text).not.toContain('im Vermerk')
    const photo = await calls.call(new URL(data.photos[0].url).pathname)
    expect(photo.status).toBe(200)
  })
})

describe('erasing the contact', () => {
  it('asks first, and a look changes nothing', async () => {
    const { number, token } = await reported()
    const page = await calls.call(own(token, '/kontaktloeschung'))
    expect(page.text).toContain(words('de').erasure.contact.consequence)
    expect((await what(number)).contact).toBe(true)
  })

  it('happens at once; nothing is sent any more, and the page still works', async () => {
    const { number, token } = await reported()
    const answer = await calls.call(own(token, '/kontaktloeschung'), { body: {} })
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, own(token, '?getan=kontakt-weg')])
    expect(await what(number)).toMatchObject({ contact: false, text: true, proofs: ['contact reporter'] })
    const sent = world.mails.length
    const { version } = await rowOf(number)
    await answerReport(Bernd, { number, version, answer: 'Das Loch ist zu.' })
    await tellAll(world)
    expect(world.mails).toHaveLength(sent)
    const page = await calls.call(own(token, '?getan=kontakt-weg'))
    expect(page.status).toBe(200)
    expect(page.text).toContain(words('de').erasure.contact.done)
    const staff = await calls.call(`/amt/${FIRST_TOWN}/anliegen/${number}`, { cookie: bernd })
    expect(staff.text).toContain('Kontaktdaten auf Wunsch gelöscht am')
  })

  it('twice, or two at once, erases once', async () => {
    const { number, token } = await reported()
    const press = () => calls.call(own(token, '/kontaktloeschung'), { body: {} })
    expect((await Promise.all([press(), press()])).map(({ status }) => status)).toEqual([303, 303])
    const { proofs, actions } = await what(number)
    expect(proofs).toEqual(['contact reporter'])
    expect(actions.filter((action) => action === 'contact_removed')).toHaveLength(1)
    expect((await calls.call(own(token, '/kontaktloeschung'))).headers.get('Location')).toBe(own(token, '/daten'))
  })
})

describe('erasing everything', () => {
  it('of an open report withdraws it, which is said before, and cannot be undone', async () => {
    const { number, token } = await reported()
    await acceptReport(Bernd, { number, version: 1 })
    expect((await calls.call(own(token, '/loeschung'))).text).toContain(words('de').erasure.all.open)
    await calls.call(own(token, '/loeschung'), { body: {} })
    expect(await rowOf(number)).toMatchObject({ status: 'declined', closedReason: 'withdrawn', visibility: 'hidden' })
    expect(await what(number)).toMatchObject({ text: false, proofs: ['contact reporter', 'text reporter'] })
    const page = await calls.call(own(token, '?getan=alles-weg'))
    expect(page.text).toContain(words('de').erasure.own.reporter.text)
    expect(page.text).not.toContain('rueckgaengig')
    await calls.call(own(token, '/rueckgaengig'), { body: {} })
    expect((await rowOf(number)).status).toBe('declined')
  })

  it('leaves no word and no picture anywhere, only that it happened', async () => {
    const other = await createWorld()
    const { number, trackingToken, id } = await wholeLife(other)
    const answer = await callsOf(other).call(own(trackingToken, '/loeschung'), { body: {} })
    expect(answer.status).toBe(303)
    await tellAll(other)
    expect([...other.files.keys()]).toEqual([])
    // Whoever follows it asked for that themselves.
    expect(await whereIs(other, CANARY, [FIRST_TOWN])).toEqual(['followers.email'])
    const history = await inTransaction(await other.as(other.people.Bernd), (ctx) => listEventRows(ctx, id))
    expect(history[0]).toMatchObject({ action: 'erased_on_request', actorKind: 'reporter', facts: {} })
    const page = await callsOf(other).call(`/amt/${FIRST_TOWN}/anliegen/${number}`, {
      cookie: await callsOf(other).signIn(other.people.Bernd),
    })
    expect(page.status).toBe(200)
    expect(page.text).toContain('Text auf Wunsch gelöscht am')
    expect(page.text).not.toContain(CANARY)
    await other.close()
  })

  it('takes it from everybody’s eyes, for good', async () => {
    const { number, token } = await reported()
    await setVisibility(Bernd, { number, version: 1, what: 'report', visibility: 'shown' })
    expect((await calls.call(`/${FIRST_TOWN}/anliegen/${number}`)).status).toBe(200)
    await calls.call(own(token, '/loeschung'), { body: {} })
    expect((await calls.call(`/${FIRST_TOWN}/anliegen/${number}`)).status).toBe(404)
    const { version } = await rowOf(number)
    const shown = { number, version, what: 'report', visibility: 'shown' } as const
    await expect(setVisibility(Bernd, shown)).rejects.toMatchObject({ code: 'conflict' })
  })
})

describe('nobody else', () => {
  it('a link of another town, or an invented one, opens and erases nothing', async () => {
    const { number, token } = await reported()
    for (const path of [own(token, '', NEIGHBOUR), own('x'.repeat(43))]) {
      for (const below of ['/daten', '/daten.json', '/kontaktloeschung', '/loeschung'])
        expect([below, (await calls.call(path + below)).status]).toEqual([below, 410])
      for (const below of ['/kontaktloeschung', '/loeschung'])
        expect([below, (await calls.call(path + below, { body: {} })).status]).toEqual([below, 410])
    }
    expect(await what(number)).toMatchObject({ contact: true, text: true })
  })

  it('Dirk, a clerk of this town, and the reporter of another report: not found', async () => {
    const { number } = await reported()
    const { id } = await reported()
    const others = [
      await world.as(world.people.Dirk, FIRST_TOWN),
      await world.as(world.people.Clara),
      await world.asActor({ kind: 'reporter', reportId: id }),
    ]
    for (const ctx of others) {
      for (const attempt of [eraseOwnContact, eraseOwnReport, readOwnData])
        await expect(attempt(ctx, { number })).rejects.toMatchObject({ code: 'not_found' })
    }
    expect(await what(number)).toMatchObject({ contact: true, text: true })
  })
})
