/** /amt/{town}/anliegen: what the filter finds, the map of it, what is new, several at once, and taking back. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { scryptPasswords } from '../../server/adapters/passwords-scrypt.ts'
import { runDueWork } from '../../server/jobs.ts'
import { setPasswordHash } from '../../server/people/rows.ts'
import { acceptReport } from '../../server/reports/accept-report.ts'
import { getPublicReport } from '../../server/reports/get-public-report.ts'
import { readReport } from '../../server/reports/read-report.ts'
import { CITIZEN, PASSWORD, type Person } from '../support/people.ts'
import { submitPothole } from '../support/reports.ts'
import { createWorld, FIRST_TOWN, NEIGHBOUR, PUBLIC_URL, type World } from '../support/world.ts'

const QUEUE = `/amt/${FIRST_TOWN}/anliegen`
const OURS = { 'Sec-Fetch-Site': 'same-origin' }
const ANNA = { name: 'Anna Muster', email: 'anna@post.example', phone: '0171 123 45 67' }

let world: World
let bernd: string
let hole: number
let lamp: number
let bench: number
beforeAll(async () => {
  world = await createWorld()
  const hash = await scryptPasswords.hash(PASSWORD)
  await world.database.inTransaction(null, async (db) => {
    for (const person of Object.values(world.people)) await setPasswordHash(db, person.id, hash)
  })
  bernd = await cookieOf(world.people.Bernd)
  hole = (await submitPothole(world, { contact: ANNA })).report.number
  lamp = (
    await submitPothole(world, {
      category: 'street-light',
      answers: { fault: 'dark' },
      description: 'Laterne ist aus.',
    })
  ).report.number
  bench = (await submitPothole(world, { category: 'bench', description: 'Bank ist kaputt.' })).report.number
})
afterAll(() => world.close())

type Call = { cookie?: string; body?: [string, string][]; headers?: Record<string, string> }
const call = (path: string, { cookie = bernd, body, headers = {} }: Call = {}) =>
  world.app.fetch(
    new Request(PUBLIC_URL + path, {
      method: body ? 'POST' : 'GET',
      headers: { ...OURS, Cookie: cookie, ...headers },
      ...(body ? { body: new URLSearchParams(body) } : {}),
    }),
  )
async function cookieOf({ email }: Person): Promise<string> {
  const answer = await call('/amt/anmelden', { cookie: '', body: Object.entries({ email, password: PASSWORD }) })
  return answer.headers.get('Set-Cookie')!.split(';')[0]!
}
const page = async (query: string, more: Call = {}) => (await call(`${QUEUE}?${query}`, more)).text()
const rowsIn = (html: string) => [...html.matchAll(/data-row="([\w-]+)"/g)].map(([, key]) => Number(key))
const found = async (query: string) => rowsIn(await page(`view=open&${query}`)).sort((a, b) => a - b)
const stateOf = async (number: number) => (await readReport(await world.as(world.people.Clara), { number })).report
const tick = async (...numbers: number[]) =>
  Promise.all(
    numbers.map(
      async (number): Promise<[string, string]> => ['picked', `${number}:${(await stateOf(number)).version}`],
    ),
  )
const bulk = (body: [string, string][], cookie = bernd) =>
  call(`${QUEUE}/sammel`, { cookie, body: [...body, ['back', `${QUEUE}?view=open`]] })
const said = (answer: Response) => new URL(answer.headers.get('Location')!, PUBLIC_URL).searchParams

describe('the filter in the address', () => {
  it('narrows to a category, to what is urgent, and to words', async () => {
    expect(await found('')).toEqual([hole, lamp])
    expect(await found('category=pothole')).toEqual([hole])
    expect(await found('q=Laterne')).toEqual([lamp])
    expect(await found('urgent=1')).toEqual([])
    expect(rowsIn(await page('view=objections'))).toEqual([])
  })

  it.each([ANNA.email, 'ANNA@post.example', ANNA.name, '0171 1234567', '+49 171 123 45 67'])(
    'finds the reports of a person by exactly %s',
    async (q) => {
      expect(await found(`q=${encodeURIComponent(q)}`)).toEqual([hole])
    },
  )

  it('does not find people by a part of what they are called', async () => {
    for (const q of ['anna', 'post.example', '0171 1']) expect(await found(`q=${encodeURIComponent(q)}`)).toEqual([])
  })

  it('takes a broken part for no part', async () => {
    expect(await found('category=%3Cscript%3E&sort=x&urgent=2')).toEqual([hole, lamp])
  })

  it('offers to take each part away, and keeps the others', async () => {
    const html = await page('view=open&category=pothole&sort=newest')
    expect(html).toContain(
      `href="${QUEUE}?view=open&amp;sort=newest" aria-label="Schlagloch, Straßenschaden entfernen"`,
    )
    expect(html).toContain(`href="${QUEUE}?view=open&amp;category=pothole" aria-label="Neueste zuerst entfernen"`)
  })

  it('is the map’s too: exactly the reports of the list, none of another department', async () => {
    const pins = async (query: string, cookie = bernd) => {
      const answer = await call(`${QUEUE}/karte?${query}&zoom=18`, { cookie })
      const { features } = (await answer.json()) as { features: { properties: { number: number } }[] }
      return features.map(({ properties }) => properties.number).sort((a, b) => a - b)
    }
    expect(await pins('view=open')).toEqual([hole, lamp])
    expect(await pins('view=open&category=pothole')).toEqual([hole])
    expect(await pins('view=open', await cookieOf(world.people.Clara))).toEqual([hole, lamp, bench])
  })
})

describe('what is new', () => {
  it('counts what arrived in the person’s departments, and answers 304 as long as nothing happens', async () => {
    const since = world.now().toISOString()
    world.pass(1000)
    const address = `/amt/${FIRST_TOWN}/neu?since=${since}`
    const before = await call(address)
    expect(await before.json()).toEqual({ fresh: 0 })
    const { number } = (await submitPothole(world)).report
    const after = await call(address, { headers: { 'If-None-Match': before.headers.get('ETag')! } })
    expect(await after.json()).toEqual({ fresh: 1 })
    const again = await call(address, { headers: { 'If-None-Match': after.headers.get('ETag')! } })
    expect(again.status).toBe(304)
    const Eva = await call(address, { cookie: await cookieOf(world.people.Eva) })
    expect(await Eva.json()).toEqual({ fresh: 0 })
    await acceptReport(await world.as(world.people.Bernd), { number, version: 1 })
    expect(await (await call(address)).json()).toEqual({ fresh: 0 })
  })

  it('is nobody’s business next door', async () => {
    const dirk = await cookieOf(world.people.Dirk)
    expect((await call(`/amt/${FIRST_TOWN}/neu?since=${world.now().toISOString()}`, { cookie: dirk })).status).toBe(404)
    expect((await call(`${QUEUE}/karte?view=open`, { cookie: dirk })).status).toBe(404)
    expect((await call(`/amt/${FIRST_TOWN}/neu?since=gestern`)).status).toBe(404)
  })
})

describe('several at once', () => {
  it('changes what may be changed, says what was refused and why, and never half', async () => {
    const fresh = (await submitPothole(world)).report.number
    const stale = (await submitPothole(world)).report.number
    const picked = await tick(fresh, stale, bench)
    await acceptReport(await world.as(world.people.Bernd), { number: stale, version: 1 })
    const answer = await bulk([...picked, ['change', 'end'], ['reason', 'repaired'], ['answer', 'Beides ist behoben.']])
    expect(answer.status).toBe(303)
    expect(said(answer).get('zahl')).toBe('1')
    expect(said(answer).get('nicht')).toBe(`${stale}:changed_meanwhile,${bench}:other_department`)
    const html = await (await call(answer.headers.get('Location')!)).text()
    expect(html).toContain('1 Anliegen abgeschlossen.')
    expect(html).toContain(`#${stale}: Jemand war schneller.`)
    expect(html).toContain(`#${bench}: `)
    expect((await stateOf(fresh)).status).toBe('done')
    expect((await stateOf(stale)).status).toBe('in_progress')
    expect((await stateOf(bench)).status).toBe('received')
  })

  it('comes back with what was ticked and typed when the form itself is wrong', async () => {
    const picked = await tick(hole, lamp)
    const wrong = await bulk([...picked, ['change', 'end'], ['reason', 'repaired'], ['answer', 'Behoben am [wann].']])
    expect(wrong.status).toBe(422)
    const html = await wrong.text()
    expect(html).toContain('Bitte die Lücke füllen oder entfernen.')
    expect(html).toContain('Behoben am [wann].')
    expect(html.match(/name="picked"[^>]* checked/g)).toHaveLength(2)
    expect((await stateOf(hole)).status).toBe('received')
    const nothing = await bulk([['change', 'accept']])
    expect(nothing.status).toBe(422)
    expect(await nothing.text()).toContain('Wählen Sie zuerst ein Anliegen aus.')
  })

  it('finds nothing of the neighbour’s', async () => {
    const answer = await bulk([...(await tick(hole)), ['change', 'accept']], await cookieOf(world.people.Dirk))
    expect(answer.status).toBe(404)
    const own = await call(`/amt/${NEIGHBOUR}/anliegen/sammel`, {
      cookie: await cookieOf(world.people.Dirk),
      body: [...(await tick(hole)), ['change', 'accept']],
    })
    expect(said(own).get('zahl')).toBe('0')
    expect((await stateOf(hole)).status).toBe('received')
  })
})

describe('taking back', () => {
  const undo = (step: string, cookie = bernd) =>
    call(`${QUEUE}/rueckgaengig`, {
      cookie,
      body: [
        ['step', step],
        ['back', `${QUEUE}?view=open`],
      ],
    })

  it('brings back what was, tells nobody, and leaves no trace outside', async () => {
    while (await runDueWork(world.clock));
    world.mails.length = 0
    const before = await stateOf(hole)
    const answer = await bulk([...(await tick(hole)), ['change', 'end'], ['reason', 'repaired'], ['answer', 'Ist zu.']])
    while (await runDueWork(world.clock));
    expect(world.mails).toEqual([])
    expect((await getPublicReport(await world.as(CITIZEN), hole)).status).toBe('done')
    const undone = await undo(said(answer).get('schritt')!)
    expect(said(undone).get('zahl')).toBe('1')
    const { version: _v, changedAt: _c, ...after } = await stateOf(hole)
    expect(before).toMatchObject(after)
    world.pass(60_000)
    while (await runDueWork(world.clock));
    expect(world.mails).toEqual([])
    const shown = await (await call(`/${FIRST_TOWN}/anliegen/${hole}`)).text()
    expect(shown).not.toContain('Ist zu.')
    expect(await (await call(`/api/v1/towns/${FIRST_TOWN}/reports/${hole}`)).text()).not.toContain('Ist zu.')
  })

  it('is for the one who pressed, once, and for 20 seconds', async () => {
    const press = async () => said(await bulk([...(await tick(lamp)), ['change', 'priority:urgent']])).get('schritt')!
    const first = await press()
    for (const person of ['Clara', 'Eva', 'Dirk'] as const)
      expect((await undo(first, await cookieOf(world.people[person]))).status).toBe(404)
    expect((await undo(first)).status).toBe(303)
    expect((await undo(first)).status).toBe(404)
    expect((await stateOf(lamp)).priority).toBe('normal')
    const second = await press()
    world.pass(20_000)
    expect((await undo(second)).status).toBe(410)
    expect((await stateOf(lamp)).priority).toBe('urgent')
  })

  it('leaves what somebody has changed since, and says so', async () => {
    const [one, two] = [(await submitPothole(world)).report.number, (await submitPothole(world)).report.number]
    const answer = await bulk([...(await tick(one, two)), ['change', 'priority:urgent']])
    await acceptReport(await world.as(world.people.Clara), { number: two, version: 2 })
    const undone = await undo(said(answer).get('schritt')!)
    expect(said(undone).get('nicht')).toBe(`${two}:stayed`)
    expect(await (await call(undone.headers.get('Location')!)).text()).toContain(`#${two}: Inzwischen hat jemand`)
    expect((await stateOf(one)).priority).toBe('normal')
    expect(await stateOf(two)).toMatchObject({ priority: 'urgent', status: 'in_progress' })
  })

  it('is offered after a single change too', async () => {
    const { number } = (await submitPothole(world)).report
    const answer = await call(`${QUEUE}/${number}/acceptance`, { body: [['version', '1']] })
    const step = said(answer).get('schritt')!
    expect(await (await call(answer.headers.get('Location')!)).text()).toContain(`name="step" value="${step}"`)
    await undo(step)
    expect(await stateOf(number)).toMatchObject({ status: 'received', clerkId: null })
  })

  it('leads back only into our own pages', async () => {
    const answer = await bulk([...(await tick(lamp)), ['change', 'priority:normal']])
    const step = said(answer).get('schritt')!
    const away = await call(`${QUEUE}/rueckgaengig`, {
      body: [
        ['step', step],
        ['back', 'https://evil.example/amt'],
      ],
    })
    expect(away.headers.get('Location')).toMatch(new RegExp(`^${QUEUE}\\?`))
  })
})

describe('the mail before it goes', () => {
  const preview = async (body: [string, string][], more: Call = {}) =>
    call(`${QUEUE}/${hole}/vorschau?aktion=close`, { body, headers: { Accept: 'application/json' }, ...more })

  it('is the real one, without the reporter’s own link', async () => {
    const { preview: mail } = (await (await preview([['answer', 'Das Loch ist zu.']])).json()) as {
      preview: { to: string; subject: string; text: string }
    }
    expect(mail.to).toBe(`An ${ANNA.email}, auf Deutsch`)
    expect(mail.subject).toBe(`Ihr Anliegen #${hole} ist erledigt`)
    expect(mail.text).toContain('Das Loch ist zu.')
    expect(mail.text).toContain('(persönlicher Link der meldenden Person)')
    expect(mail.text).not.toMatch(/verfolgen|abmelden/)
  })

  it('says when nobody gets one, and why', async () => {
    const silent = await (await preview([['silent', 'true']])).text()
    expect(silent).toContain('Ohne Nachricht')
    const none = await call(`${QUEUE}/${lamp}/vorschau?aktion=close`, {
      body: [['answer', 'x']],
      headers: { Accept: 'application/json' },
    })
    expect(await none.text()).toContain('Es gibt keine Adresse.')
  })

  it('comes without script with the chosen module in the panel', async () => {
    const html = await (
      await preview(
        [
          ['baustein', 'gone-when-checked'],
          ['version', '1'],
        ],
        { headers: {} },
      )
    ).text()
    expect(html).toContain('haben nichts mehr gefunden')
    expect(html).toMatch(/value="gone_when_checked"[^>]*checked|checked[^>]*value="gone_when_checked"/)
    expect(html).toContain('So liest es die meldende Person')
  })

  it('is nobody else’s', async () => {
    for (const person of ['Dirk', 'Eva'] as const) {
      const answer = await preview([['answer', 'x']], { cookie: await cookieOf(world.people[person]) })
      expect([403, 404]).toContain(answer.status)
      expect(await answer.text()).not.toContain(ANNA.email)
    }
  })

  it('a gap that is left open is refused beside its field', async () => {
    const { version } = await stateOf(hole)
    const body: [string, string][] = [
      ['version', `${version}`],
      ['reason', 'repaired'],
      ['answer', 'Behoben [wann].'],
    ]
    const answer = await call(`${QUEUE}/${hole}/closure`, { body })
    expect(answer.status).toBe(422)
    expect((await answer.text()).match(/Bitte die Lücke füllen oder entfernen\./g)!.length).toBeGreaterThanOrEqual(2)
  })
})

it('a report that is never public has a pin for staff, marked as such', async () => {
  await world.database.inTransaction(FIRST_TOWN, (db) =>
    db.execute(`update reports set category = 'bin-exchange', visibility = 'hidden' where number = ${bench}`),
  )
  const clara = await cookieOf(world.people.Clara)
  const answer = await call(`${QUEUE}/karte?view=open&zoom=18&category=bin-exchange`, { cookie: clara })
  const { features } = (await answer.json()) as { features: { properties: object }[] }
  expect(features.map(({ properties }) => properties)).toMatchObject([{ number: bench, isPrivate: true }])
})
