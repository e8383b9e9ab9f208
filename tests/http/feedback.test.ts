/** Words about a barrier: the form below the accessibility statement, the mail it becomes, and its end. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { words } from '../../client/i18n/index.ts'
import { feedbacks } from '../../db/schema/intake.ts'
import { runDueWork } from '../../server/jobs.ts'
import { LANGUAGES } from '../../tenants/languages.ts'
import { changeTown, leaveOut, NON_MEMBER } from '../support/outside.ts'
import { COUNTY } from '../support/reports.ts'
import { createWorld, FIRST_TOWN, NEIGHBOUR, OPERATOR, PUBLIC_URL, type World } from '../support/world.ts'

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
const PAGE = `/${FIRST_TOWN}/barrierefreiheit`
const TEXT = 'Der Knopf „Weiter“ ist mit der Tastatur nicht zu erreichen.'

let world: World
beforeEach(async () => {
  world = await createWorld()
})
afterEach(() => world.close())

const get = async (path: string, origin = PUBLIC_URL) => (await world.app.fetch(new Request(origin + path))).text()
const send = (body: Record<string, string>, path = PAGE, origin = PUBLIC_URL) =>
  world.app.fetch(new Request(origin + path, { method: 'POST', body: new URLSearchParams(body) }))
const work = async () => {
  while (await runDueWork(world.clock));
}
const kept = (town = FIRST_TOWN) => world.database.inTransaction(town, (db) => db.select().from(feedbacks))

describe('words about a barrier', () => {
  it('go to the town by mail, with the page and whom to answer, and are gone a week later', async () => {
    const answer = await send({ text: TEXT, page: '/bad-salzuflen/melden', email: 'anna@post.example' })
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, `${PAGE}/danke?antwort=ja`])
    await work()
    expect(world.mails).toHaveLength(1)
    expect(world.mails[0]).toMatchObject({
      to: 'anliegen@bad-salzuflen.example',
      replyTo: 'anna@post.example',
      subject: 'Barriere im Anliegenmelder: Stadt Bad Salzuflen',
    })
    for (const said of [TEXT, 'Seite: /bad-salzuflen/melden', 'bis Montag, 28. Dezember an anna@post.example'])
      expect(world.mails[0]!.text).toContain(said)
    expect(await kept()).toHaveLength(1)
    expect(await kept(NEIGHBOUR)).toEqual([])
    world.pass(7 * DAY_MS)
    await work()
    expect(await kept()).toEqual([])
    expect(world.mails).toHaveLength(1)
  })

  it('of a town that has not joined go to whoever runs the platform', async () => {
    await leaveOut(world)
    expect((await send({ text: TEXT }, `/${NON_MEMBER}/barrierefreiheit`)).status).toBe(303)
    await work()
    expect(world.mails[0]).toMatchObject({ to: OPERATOR.email, replyTo: undefined })
    expect(await get(`/${NON_MEMBER}/barrierefreiheit/danke`)).not.toContain('lbbp.nrw.de')
  })

  it('are taken on a town’s own host too', async () => {
    await changeTown(world, COUNTY, { host: 'melden.kreis.example' })
    const origin = 'http://melden.kreis.example:3000'
    expect(await get('/barrierefreiheit', origin)).toContain('action="/barrierefreiheit"')
    const answer = await send({ text: TEXT }, '/barrierefreiheit', origin)
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/barrierefreiheit/danke'])
    expect(await get('/barrierefreiheit/danke', origin)).toContain('lbbp.nrw.de')
  })

  it('are not written to the log', async () => {
    await send({ text: 'kanarienvogel', email: 'kanarienvogel@post.example' })
    await work()
    expect(JSON.stringify(world.logLines)).not.toContain('kanarienvogel')
  })
})

describe.each(LANGUAGES)('in %s', (language) => {
  const { feedback, errors } = words(language)

  it('what is missing is said beside its field and first of all, and nothing typed is lost', async () => {
    const answer = await send({ text: ' ', page: 'Startseite', email: 'anna.post.example' }, `${PAGE}?lang=${language}`)
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain(`<a href="#f-text">${feedback.textMissing}</a>`)
    expect(html).toContain(`<a href="#f-email">${errors.email_wrong}</a>`)
    for (const typed of ['Startseite', 'anna.post.example']) expect(html).toContain(`value="${typed}"`)
    expect(await kept()).toEqual([])
  })

  it('the thanks name the days and the body that helps if nobody answers', async () => {
    const html = await get(`${PAGE}/danke?antwort=ja&lang=${language}`)
    for (const said of [feedback.thanks.title, feedback.thanks.answer(42), 'https://www.lbbp.nrw.de/ombudsstelle'])
      expect(html).toContain(said)
    expect(await get(`${PAGE}/danke?lang=${language}`)).toContain(feedback.thanks.noAnswer(42))
  })

  it('every public page of the town leads to the form and brings its own address along', async () => {
    const html = await get(`/${FIRST_TOWN}/themen?lang=${language}`)
    const seite = encodeURIComponent(`/${FIRST_TOWN}/themen`)
    expect(html).toContain(`href="${PAGE}?seite=${seite}&lang=${language}#rueckmeldung"`)
    expect(await get(`${PAGE}?seite=${seite}&lang=${language}`)).toContain(`value="/${FIRST_TOWN}/themen"`)
  })
})

it('only an address of ours is put into the form, and no secret one into a footer', async () => {
  for (const evil of ['//evil.example', 'https://evil.example', '/a b', '/x?token=1', 'javascript:1'])
    expect(await get(`${PAGE}?seite=${encodeURIComponent(evil)}`)).not.toMatch(/name="page"[^>]*value="./)
  const html = await get(`/${FIRST_TOWN}/abmelden/1-xyz`)
  expect(html).toContain(`href="${PAGE}#rueckmeldung"`)
})

it('a flood of words is stopped for an hour, kindly, and keeps what was typed', async () => {
  for (let n = 0; n < 5; n++) expect((await send({ text: TEXT, email: 'anna@post.example' })).status).toBe(303)
  const answer = await send({ text: TEXT, email: 'Anna@post.example' })
  expect(answer.status).toBe(429)
  const html = await answer.text()
  expect(html).toContain('in einer Stunde noch einmal')
  expect(html).toContain('nicht zu erreichen.')
  expect((await send({ text: TEXT, email: 'bernd@post.example' })).status).toBe(303)
  expect((await send({ text: TEXT, email: 'anna@post.example' }, `/${NEIGHBOUR}/barrierefreiheit`)).status).toBe(303)
  world.pass(HOUR_MS)
  expect((await send({ text: TEXT, email: 'anna@post.example' })).status).toBe(303)
})

it('what no form sends is refused without harm', async () => {
  for (const body of [{}, { text: 'x'.repeat(5000) }, { text: TEXT, email: `${'x'.repeat(300)}@post.example` }])
    expect((await send(body as Record<string, string>)).status).toBe(422)
  const answer = await world.app.fetch(new Request(PUBLIC_URL + PAGE, { method: 'POST', body: 'x' }))
  expect(answer.status).toBe(422)
  expect((await send({ text: `${TEXT}\u0000` })).status).toBe(303)
})
