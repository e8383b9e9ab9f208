/** The admin's pages, and the pages and answers where a setting shows. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { scryptPasswords } from '../../server/adapters/passwords-scrypt.ts'
import type { RegisteredTown } from '../../server/context.ts'
import { setPasswordHash } from '../../server/people/rows.ts'
import { addTownVersion, findTownRow, getAreaRow, getTownVersionRow } from '../../server/towns/rows.ts'
import type { StoredTown } from '../../tenants/schema.ts'
import { PASSWORD, type Person } from '../support/people.ts'
import { reportPath } from '../support/report-path.ts'
import { IN_FIRST_TOWN } from '../support/reports.ts'
import { createWorld, FIRST_TOWN, NEIGHBOUR, PUBLIC_URL, type World } from '../support/world.ts'

const HOME = `/amt/${FIRST_TOWN}/einstellungen`
const OURS = { 'Sec-Fetch-Site': 'same-origin' }
const FOLLOWED_MS = 2_500

let world: World
let clara: string
beforeAll(async () => {
  world = await createWorld()
  const hash = await scryptPasswords.hash(PASSWORD)
  await world.database.inTransaction(null, async (db) => {
    for (const person of Object.values(world.people)) await setPasswordHash(db, person.id, hash)
  })
  clara = await cookieOf(world.people.Clara)
})
afterAll(() => world.close())

async function cookieOf({ email }: Person): Promise<string> {
  const answer = await call('/amt/anmelden', { body: { email, password: PASSWORD } })
  return answer.headers.get('Set-Cookie')!.split(';')[0]!
}

type Call = { cookie?: string; body?: Record<string, string>; headers?: Record<string, string> }

const call = (path: string, { cookie = '', body, headers = {} }: Call = {}) =>
  world.app.fetch(
    new Request(PUBLIC_URL + path, {
      method: body ? 'POST' : 'GET',
      headers: { ...OURS, ...headers, ...(cookie ? { Cookie: cookie } : {}) },
      ...(body ? { body: new URLSearchParams(body) } : {}),
    }),
  )

const page = async (path: string, options: Call = {}) => (await call(path, options)).text()
const asClara = (path = '') => page(HOME + path, { cookie: clara })
const versionOn = (html: string) => /name="seen" value="(\d+)"/.exec(html)![1]!

/** Sends a form of a settings page, with the version that page shows. */
async function save(path: string, fields: Record<string, string>) {
  const seen = versionOn(await asClara(path))
  const answer = await call(HOME + path, { cookie: clara, body: { seen, ...fields } })
  world.pass(FOLLOWED_MS)
  return answer
}

const PAUSE = { what: 'pause', until: '2026-11-30', 'because.de': 'Der Boden ist gefroren.' }
const pause = () => save('/kategorie/pothole', PAUSE)

beforeEach(async () => {
  // Whatever a test has left is taken back to the file.
  const seen = versionOn(await asClara('/texte'))
  await call(`${HOME}/stand`, { cookie: clara, body: { seen, version: '0' } })
  world.pass(FOLLOWED_MS)
})

describe('the settings pages', () => {
  it('are linked for the admin only', async () => {
    const queue = `/amt/${FIRST_TOWN}/anliegen`
    expect(await page(queue, { cookie: clara })).toContain(`href="${HOME}"`)
    expect(await page(queue, { cookie: await cookieOf(world.people.Lea) })).not.toContain(`href="${HOME}"`)
  })

  it('say what the file says where nothing is set', async () => {
    expect(await asClara('/fachbereich/roads')).toContain('was in der Datei steht: 030 23125 120')
    expect(await asClara()).toContain('Noch hat niemand etwas geändert')
  })

  it('save one thing, say so, and show who changed what', async () => {
    const answer = await save('/fachbereich/roads', { what: 'absence', absentUntil: '2026-12-01', deputy: 'depot' })
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, `${HOME}?getan=gespeichert`])
    const html = await asClara('?getan=gespeichert')
    expect(html).toContain('Gespeichert. In wenigen Sekunden sehen es alle.')
    expect(html).toContain('Abwesend bis 1. Dezember, Vertretung: Bauhof')
    expect(html).toContain('Straßen und Verkehr: abwesend bis 1. Dezember, Vertretung: Bauhof')
    expect(html).toContain('<strong>Clara</strong>')
    expect(await page(`${HOME}?lang=en`, { cookie: clara })).toContain('absent until 1 December, deputy: Bauhof')
  })

  it('undo with one press', async () => {
    await pause()
    const seen = versionOn(await asClara('/texte'))
    const body = { seen, version: String(Number(seen) - 1) }
    const answer = await call(`${HOME}/stand`, { cookie: clara, body })
    expect(answer.headers.get('Location')).toBe(`${HOME}?getan=zurueck`)
    expect(await asClara()).toContain('Schlagloch, Straßenschaden: Pause beendet')
    const again = await call(`${HOME}/stand`, { cookie: clara, body })
    expect(again.status).toBe(409)
    expect(await again.text()).toContain('Clara war schneller.')
  })

  it('give back what was typed with each wrong field named', async () => {
    const answer = await save('/fachbereich/roads', { what: 'reach', phone: 'ruf an', hours: 'Mo 8 Uhr' })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('<a href="#f-phone">Schreiben Sie die Nummer mit Ziffern')
    expect(html).toContain('value="ruf an"')
    expect(html).toContain('value="Mo 8 Uhr"')
    const absence = await save('/fachbereich/roads', { what: 'absence', absentUntil: '', deputy: '' })
    expect(await absence.text()).toContain('Bis wann? Wählen Sie den letzten Tag der Abwesenheit.')
    const english = await save('/texte', { what: 'texts', 'news.en': 'Closed' })
    expect(await english.text()).toContain('<a href="#f-news-de">Schreiben Sie es zuerst auf Deutsch')
  })

  it('keep what was typed when somebody was faster, say what changed, and save at the second press', async () => {
    const seen = versionOn(await asClara('/texte'))
    await pause()
    const mine = { what: 'texts', 'news.de': 'Das Rathaus ist zu.' }
    const late = await call(`${HOME}/texte`, { cookie: clara, body: { seen, ...mine } })
    expect(late.status).toBe(409)
    const html = await late.text()
    expect(html).toContain('Clara war schneller.')
    expect(html).toContain('Schlagloch, Straßenschaden: pausiert bis 30. November, „Der Boden ist gefroren.“')
    expect(html).toContain('Das Rathaus ist zu.')
    const second = await call(`${HOME}/texte`, { cookie: clara, body: { seen: versionOn(html), ...mine } })
    expect(second.status).toBe(303)
    expect(await asClara('/kategorie/pothole')).toContain('Der Boden ist gefroren.')
  })

  it('change nothing a page is not about', async () => {
    await save('/texte', { what: 'texts', 'news.de': 'Bleibt' })
    expect((await save('/fachbereich/roads', { what: 'texts' })).status).toBe(404)
    expect(await asClara()).toContain('Bleibt')
    for (const path of ['/fachbereich/nobody', '/kategorie/nothing', '/kategorie/__proto__']) {
      expect([path, (await call(HOME + path, { cookie: clara })).status]).toEqual([path, 404])
      const answer = await call(HOME + path, { cookie: clara, body: { seen: '0', what: 'return' } })
      expect([path, answer.status]).toEqual([path, 404])
    }
  })
})

describe('everybody else', () => {
  const PATHS = ['', '/texte', '/fachbereich/roads', '/kategorie/pothole']
  const POSTS: [string, Record<string, string>][] = [
    ['/texte', { what: 'texts', 'news.de': 'x' }],
    ['/fachbereich/roads', { what: 'return' }],
    ['/kategorie/pothole', PAUSE],
    ['/stand', { version: '0' }],
  ]
  const EXPECTED = [
    ['Bernd', 403],
    ['Lea', 403],
    ['Dirk', 404],
  ] as const
  it.each(EXPECTED)('%s gets %d', async (name, status) => {
    await save('/texte', { what: 'texts', 'news.de': 'kanarienvogel' })
    const cookie = await cookieOf(world.people[name])
    for (const path of PATHS) {
      const answer = await call(HOME + path, { cookie })
      expect([path, answer.status]).toEqual([path, status])
      expect(await answer.text()).not.toContain('kanarienvogel')
    }
    for (const [path, body] of POSTS) {
      const answer = await call(HOME + path, { cookie, body: { seen: '1', ...body } })
      expect([path, answer.status]).toEqual([path, status])
    }
    expect(await asClara()).toContain('kanarienvogel')
  })

  it('a stranger is sent to sign in', async () => {
    for (const path of PATHS) expect((await call(HOME + path)).status).toBe(303)
  })
})

describe('news and welcome', () => {
  it('stand on the start page as plain paragraphs, marked as German where there is no translation', async () => {
    const news = 'Das Rathaus ist zu.\r\n\r\n<b>Bis Montag</b>'
    await save('/texte', { what: 'texts', 'news.de': news, 'welcome.de': 'Schön', 'welcome.en': 'Welcome' })
    const html = await page(`/${FIRST_TOWN}/`)
    expect(html).toContain('<p class="prose">Das Rathaus ist zu.</p><p class="prose">&lt;b>Bis Montag&lt;/b></p>')
    expect(html).toContain('<p class="prose">Schön</p>')
    const english = await page(`/${FIRST_TOWN}/?lang=en`)
    expect(english).toContain('<p class="prose" lang="de">Das Rathaus ist zu.</p>')
    expect(english).toContain('<p class="prose">Welcome</p>')
    expect(await page(`/${NEIGHBOUR}/`)).not.toContain('Das Rathaus ist zu.')
  })
})

const RESTS = 'Bis einschließlich 30. November nicht möglich. Der Boden ist gefroren.'

describe('a paused category', () => {
  it('stays in the form with the reason, and cannot be chosen', async () => {
    const form = reportPath(world)
    await form.walkTo('category', { describe: { description: 'Hier ist etwas' } })
    await pause()
    const { text } = await form.get('category')
    expect(text).toMatch(/<input[^>]*value="pothole"[^>]*disabled/)
    expect(text).toContain(RESTS)
    expect(text).not.toMatch(/<input[^>]*value="drain"[^>]*disabled/)
  })

  it('is refused beside the field, with everything typed kept', async () => {
    const form = reportPath(world)
    await form.walkTo('category')
    await pause()
    const answer = await form.post('category', { category: 'pothole', asked: 'pothole', 'answers.size': 'wheel' })
    expect(answer.status).toBe(422)
    expect(answer.text).toMatch(/id="f-category-error".*„Schlagloch, Straßen[^“]*“ können Sie gerade nicht melden\./)
    expect(answer.text).toMatch(/value="wheel"[^>]*checked|checked[^>]*value="wheel"/)
  })

  it('in a finished draft leads back to the category, and loses nothing', async () => {
    const form = reportPath(world)
    await form.walkTo('check')
    await pause()
    const sent = await form.post('check')
    expect(sent.location).toMatch(/\/kategorie\?/)
    expect((await form.ask(sent.location)).text).toContain('können Sie gerade nicht melden.')
    expect((await form.get('describe')).text).toContain('Tiefes Loch vor der Haltestelle')
  })

  it('rests in the API too, in the caller’s language', async () => {
    const items = async () => {
      const answer = await call(`/api/v1/towns/${FIRST_TOWN}/categories?lang=en`)
      return ((await answer.json()) as { items: Record<string, unknown>[] }).items
    }
    expect((await items()).filter(({ resting }) => resting)).toEqual([])
    await pause()
    const resting = (await items()).filter((item) => item.resting)
    expect(resting).toMatchObject([{ key: 'pothole', restingReason: expect.stringContaining('30 November') }])
    const body = { category: 'pothole', description: 'Loch', ...IN_FIRST_TOWN, answers: { size: 'wheel' } }
    const request = new Request(`${PUBLIC_URL}/api/v1/towns/${FIRST_TOWN}/reports`, {
      method: 'POST',
      body: JSON.stringify(body),
    })
    const answer = await world.app.fetch(request)
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({
      errors: [{ pointer: '/category', reason: 'category_resting', detail: RESTS }],
    })
  })
})

it('the instant answer, the department’s phone and hours meet the reporter', async () => {
  await save('/kategorie/pothole', { what: 'answer', 'instantAnswer.de': 'Die Runde fährt dienstags.' })
  await save('/fachbereich/roads', { what: 'reach', phone: '05222 12', hours: 'Mo bis Fr 8 bis 12 Uhr' })
  const done = (await reportPath(world).send()).location
  expect(await page(done)).toContain('Die Runde fährt dienstags.')
  const tracking = await page(done.replace('/danke', ''))
  expect(tracking).toContain('<a href="tel:0522212">05222 12</a>')
  expect(tracking).toContain('Mo bis Fr 8 bis 12 Uhr')
})

/** Another version of the town's file, as `apply` would have made it. */
async function changeFile(town: string, change: (config: StoredTown) => Partial<StoredTown>) {
  await world.database.inTransaction(town, async (db) => {
    const { version } = (await findTownRow(db, town))!
    const { seq: _seq, ...row } = await getTownVersionRow(db, town, version)
    const { geometry: boundary } = await getAreaRow(db, town)!.then((area) => area!)
    await addTownVersion(db, {
      ...row,
      boundary,
      version: version + 1,
      config: { ...row.config, ...change(row.config) },
    })
  })
  world.pass(FOLLOWED_MS)
}

describe('a town’s file', () => {
  it('with 115, legal pages and neighbours shows them, the live ones only', async () => {
    await changeFile('lemgo', () => ({ live: false }))
    await changeFile(FIRST_TOWN, ({ contact }) => ({
      contact: { ...contact, phone115: true },
      legal: { imprint: 'https://www.bad-salzuflen.example/impressum' },
      neighbours: [NEIGHBOUR, 'lemgo', 'kreis-lippe', 'nowhere'],
    }))
    const html = await page(`/${FIRST_TOWN}/`)
    expect(html).toContain('href="tel:115"')
    expect(await page(`/${FIRST_TOWN}/impressum`)).toContain('href="https://www.bad-salzuflen.example/impressum"')
    expect(await page(`/${FIRST_TOWN}/barrierefreiheit`)).not.toContain('Auf der eigenen Website')
    const nextDoor = /Nebenan:.*?<\/nav>/s.exec(html)![0]
    expect([...nextDoor.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)).toEqual([
      `/${NEIGHBOUR}/`,
      '/kreis-lippe/',
    ])
    expect(await page(`/${NEIGHBOUR}/`)).not.toContain('Nebenan:')
  })

  it('names people on call, who stand below the notice of what they answer for', async () => {
    await changeFile(FIRST_TOWN, ({ departments, categories }) => ({
      categories: [...categories.filter((one) => !('catalogue' in one && one.catalogue === 'burst-pipe')), BURST_PIPE],
      departments: departments.map((one) =>
        one.key === 'roads'
          ? {
              ...one,
              categories: [...one.categories, 'burst-pipe'],
              onCall: { phone: '0171 22', hours: 'rund um die Uhr' },
            }
          : one,
      ),
    }))
    expect(await page(`/${FIRST_TOWN}/melden?kategorie=burst-pipe`)).toContain(
      'Bereitschaft: <a href="tel:017122">0171 22</a>, rund um die Uhr',
    )
    expect(await page(`/${FIRST_TOWN}/melden?kategorie=pothole`)).not.toContain('017122')
    await save('/fachbereich/roads', { what: 'reach', onCallPhone: '0171 33' })
    expect(await page(`/${FIRST_TOWN}/melden?kategorie=burst-pipe`)).toContain('href="tel:017133"')
  })
})

const BURST_PIPE = { catalogue: 'burst-pipe', change: {} } satisfies StoredTown['categories'][number]

describe('a county', () => {
  it('is named in its case, without a word in the code about counties', async () => {
    const html = await page('/kreis-lippe/')
    expect(html).toContain('<h1>Was ist Ihnen im Kreis\u00a0Lippe aufgefallen?</h1>')
    expect(html).toContain('<title>Anliegen melden im Kreis Lippe</title>')
    expect(html).toContain('Grenze des Kreises Lippe')
    expect(await page('/kreis-lippe/?lang=en')).toContain('What have you noticed in Kreis\u00a0Lippe?')
    const town = (await world.deps.registry.town('kreis-lippe')) as RegisteredTown
    expect(town.forms).toEqual({ in: 'im Kreis Lippe', of: 'des Kreises Lippe' })
  })
})
