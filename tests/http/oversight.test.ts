/** Pages about towns: who may see a town's conformance, what the operator sees and must never see, the public register. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dueWork } from '../../db/schema/platform.ts'
import { scryptPasswords } from '../../server/adapters/passwords-scrypt.ts'
import { addMembershipRow, addPersonRow, setPasswordHash } from '../../server/people/rows.ts'
import { noteReport } from '../../server/reports/note-report.ts'
import { applyTown } from '../../server/towns/apply-town.ts'
import { checkConformance } from '../../server/towns/check-conformance.ts'
import { PASSWORD } from '../support/people.ts'
import { submitPothole } from '../support/reports.ts'
import { compiledTown, LAWLESS, newTown } from '../support/towns.ts'
import { createWorld, FIRST_TOWN, NEIGHBOUR, PUBLIC_URL, type World } from '../support/world.ts'

/** In whatever a citizen or a clerk of the first town wrote. */
const CANARY = 'kanarienvogel'
const PAGE = `/amt/${FIRST_TOWN}/konformitaet`
const DAY_MS = 86_400_000

let world: World
let number: number
const cookies: Record<string, string> = {}
beforeAll(async () => {
  world = await createWorld()
  const submitted = await submitPothole(world, {
    description: `${CANARY} vor der Tür`,
    contact: { name: CANARY, email: `${CANARY}@post.example` },
  })
  number = submitted.report.number
  await noteReport(await world.as(world.people.Bernd), { number, text: CANARY })
  const hash = await scryptPasswords.hash(PASSWORD)
  const Olga = { id: crypto.randomUUID(), email: 'betrieb@anliegenwerk.example', name: 'Olga' }
  await world.database.inTransaction(null, async (db) => {
    await addPersonRow(db, { ...Olga, language: 'de', createdAt: world.now() })
    await addMembershipRow(db, Olga.id, { town: '', department: '', role: 'operator' })
    for (const { id } of [...Object.values(world.people), Olga]) await setPasswordHash(db, id, hash)
  })
  for (const [name, { email }] of Object.entries({ ...world.people, Olga })) cookies[name] = await signIn(email)
  await applyTown(world.database, newTown(LAWLESS), 'Clara', world.now())
  await applyTown(world.database, compiledTown('lemgo', LAWLESS), 'Lena Lemgo', world.now())
  world.pass(3_000)
})
afterAll(() => world.close())

const OURS = { 'Sec-Fetch-Site': 'same-origin' }
async function signIn(email: string): Promise<string> {
  const body = new URLSearchParams({ email, password: PASSWORD })
  const request = new Request(`${PUBLIC_URL}/amt/anmelden`, { method: 'POST', body, headers: OURS })
  return (await world.app.fetch(request)).headers.get('Set-Cookie')!.split(';')[0]!
}

const call = (name: string | null, path: string, method = 'GET') =>
  world.app.fetch(
    new Request(PUBLIC_URL + path, { method, headers: { ...OURS, ...(name ? { Cookie: cookies[name]! } : {}) } }),
  )
const textOf = async (name: string | null, path: string) => (await call(name, path)).text()

describe('the conformance page', () => {
  it.each([
    ['Clara', 'the town’s admin', 200],
    ['Olga', 'the operator', 200],
    ['Bernd', 'a clerk', 403],
    ['Lea', 'the dispatcher', 403],
    ['Dirk', 'the neighbour’s admin', 404],
  ])('answers %s, %s, with %i, reading and checking again', async (name, _who, status) => {
    expect((await call(name, PAGE)).status).toBe(status)
    expect((await call(name, PAGE, 'POST')).status).toBe(status === 200 ? 303 : status)
  })

  it('sends strangers to sign in, and knows no town that is not there', async () => {
    expect((await call(null, PAGE)).headers.get('Location')).toMatch(/^\/amt\/anmelden\?/)
    expect((await call('Olga', '/amt/nirgends/konformitaet')).status).toBe(404)
    expect((await call('Dirk', '/amt/nirgends/konformitaet')).status).toBe(404)
  })

  it('asks, answers, counts, and says what was checked', async () => {
    await call('Clara', PAGE, 'POST')
    const text = await textOf('Clara', PAGE)
    expect(text).toContain('Erfüllt die Kommune die gemeinsamen Standards?')
    expect(text).toContain('Ja. Alle Pflichtpunkte sind erfüllt.')
    expect(text).toContain('Geantwortet: /, /api/v1/towns/bad-salzuflen/categories')
    expect(text).toMatch(/Geprüft heute, 9:00 Uhr, Stand 1 der Konfiguration/)
    expect(text).toContain('15 erfüllt')
    expect(text).toContain('1 Hinweis')
  })

  it('says once that it has checked again', async () => {
    const { headers } = await call('Clara', PAGE, 'POST')
    expect(await textOf('Clara', headers.get('Location')!)).toContain('Eben neu geprüft')
    expect(await textOf('Clara', PAGE)).not.toContain('Eben neu geprüft')
  })

  it('shows failures first, each with the file and what to write', async () => {
    const text = await textOf('Olga', '/amt/neustadt/konformitaet')
    expect(text).toContain('Bereit für den Start?')
    expect(text).toContain('Noch nicht. 2 Punkte fehlen.')
    expect(text).toContain('town.yaml, bei legal')
    expect(text).toContain('imprint: https://www.neustadt.de/…')
    const places = ['Impressum, Datenschutz', 'Postfächer können', 'Jede Kategorie hat'].map((one) => text.indexOf(one))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(await textOf('Olga', '/amt/lemgo/konformitaet')).toContain('Bitte bis Montag, 30. November nachbessern.')
  })

  it('is offered in the menu of those who may see it', async () => {
    const queue = `/amt/${FIRST_TOWN}/anliegen`
    expect(await textOf('Clara', queue)).toContain(PAGE)
    expect(await textOf('Bernd', queue)).not.toContain(PAGE)
  })
})

describe('the operator', () => {
  it('lands on the page of the platform', async () => {
    expect((await call('Olga', '/amt')).headers.get('Location')).toBe('/amt/betreiber')
    expect((await call('Bernd', '/amt')).headers.get('Location')).toBe(`/amt/${FIRST_TOWN}/anliegen`)
  })

  it('reads no report of any town, nor its queue, nor its export', async () => {
    for (const town of [FIRST_TOWN, NEIGHBOUR]) {
      for (const path of ['', `/${number}`, '?q=vor', '?view=open']) {
        const answer = await call('Olga', `/amt/${town}/anliegen${path}`)
        expect([path, answer.status]).toEqual([path, 404])
        expect(await answer.text()).not.toContain(CANARY)
      }
      expect((await call('Olga', `/amt/${town}/anliegen/${number}/note`, 'POST')).status).toBe(404)
      for (const page of ['einstellungen', 'verwaltung', 'gemeinsam', 'x']) {
        expect((await call('Olga', `/amt/${town}/${page}`)).status).toBe(404)
      }
    }
  })

  it('finds nothing of what anybody wrote on any page of theirs', async () => {
    const pages = ['/amt/betreiber', `/amt/betreiber/${FIRST_TOWN}`, PAGE, `/amt/betreiber?q=${CANARY.slice(0, 5)}`]
    for (const path of pages) {
      const answer = await call('Olga', path)
      expect(answer.status).toBe(200)
      expect((await answer.text()).toLowerCase()).not.toContain(CANARY)
    }
  })

  it('is nobody else: clerks, admins and the neighbour find nothing there', async () => {
    for (const name of ['Bernd', 'Clara', 'Lea', 'Dirk']) {
      expect((await call(name, '/amt/betreiber')).status).toBe(404)
      expect((await call(name, `/amt/betreiber/${FIRST_TOWN}`)).status).toBe(404)
    }
    expect((await call(null, '/amt/betreiber')).headers.get('Location')).toMatch(/^\/amt\/anmelden/)
  })

  it('sees towns, who applied what, standards, and what was given up', async () => {
    await world.database.inTransaction(null, async (db) => {
      const work = { kind: 'tell', town: FIRST_TOWN, ref: crypto.randomUUID(), attempts: 7 }
      const failed = { ...work, id: crypto.randomUUID(), runAt: world.now(), failedAt: world.now() }
      const late = {
        ...work,
        id: crypto.randomUUID(),
        runAt: new Date(world.now().getTime() - 3 * DAY_MS),
        attempts: 0,
      }
      await db.insert(dueWork).values([failed, late])
    })
    const text = await textOf('Olga', '/amt/betreiber')
    for (const told of ['4 öffentlich, 1 in Vorschau', '1 Kommune erfüllt die Standards nicht'])
      expect(text).toContain(told)
    expect(text).toContain('1 Auftrag ist gescheitert')
    expect(text).toContain('Lena Lemgo')
    expect(text).toContain('vor 3 Tagen')
    expect(text).toContain('Nachbesserung bis 30. November')
    const versions = await textOf('Olga', '/amt/betreiber/lemgo')
    expect(versions).toContain('Version 2')
    expect(versions).toContain('Version 1')
    expect(await textOf('Olga', `/amt/betreiber/${FIRST_TOWN}`)).toContain('Nachricht zu einem Anliegen, 7 Versuche')
    expect((await call('Olga', '/amt/betreiber/nirgends')).status).toBe(404)
  })

  it('narrows by name and by what is wrong', async () => {
    const townsIn = async (query: string) =>
      [...(await textOf('Olga', `/amt/betreiber?${query}`)).matchAll(/class="watch__key">([\w-]+)</g)].map(
        ([, key]) => key,
      )
    expect(await townsIn('q=lem')).toEqual(['lemgo'])
    expect(await townsIn('q=%25')).toEqual([])
    expect(await townsIn('view=preview')).toEqual(['neustadt'])
    expect(await townsIn('view=failing')).toEqual(['lemgo'])
    expect(await townsIn('view=stuck')).toContain(FIRST_TOWN)
    expect(await townsIn('view=nonsense')).toHaveLength(5)
    expect(await townsIn('page=2')).toEqual([])
  })
})

describe('the register', () => {
  it('lists public towns with their mark, in German and English', async () => {
    const text = await textOf(null, '/kommunen')
    for (const name of ['Bad Salzuflen', 'Herford', 'Kreis Lippe', 'Lemgo']) expect(text).toContain(name)
    expect(text).not.toContain('Neustadt')
    expect(text.match(/erfüllt die gemeinsamen Standards/g)).toHaveLength(3)
    expect(text).toContain('Nachbesserung bis 30. November')
    expect(text).toContain('Katalog Version')
    expect(await textOf(null, '/kommunen?lang=en')).toContain('meets the shared standards')
    expect(await textOf(null, '/kommunen?q=zzz')).toContain('0 Kommunen zu „zzz“')
  })

  it('is linked from the platform’s start page', async () => {
    expect(await textOf(null, '/')).toContain('href="/kommunen"')
  })

  it('answers programs too', async () => {
    const answer = await call(null, '/api/v1/register?q=lemgo')
    expect(await answer.json()).toEqual({
      items: [
        {
          key: 'lemgo',
          name: 'Lemgo',
          url: `${PUBLIC_URL}/lemgo/`,
          catalogueVersion: expect.any(Number),
          state: 'grace',
          checkedAt: expect.stringMatching(/^2026-11-16T/),
        },
      ],
      next: null,
    })
    expect((await call(null, '/api/v1/register?page=0')).status).toBe(422)
  })

  it('says so when the mark is withdrawn, even before the night has come', async () => {
    world.pass(14 * DAY_MS)
    expect(await textOf(null, '/kommunen')).toContain('erfüllt sie zurzeit nicht')
    const answer = (await (await call(null, '/api/v1/register?q=lemgo')).json()) as { items: { state: string }[] }
    expect(answer.items[0]?.state).toBe('withdrawn')
  })
})

describe('a preview', () => {
  it('is reachable, says that it is one, and is for no index', async () => {
    const answer = await call(null, '/neustadt/')
    expect(answer.status).toBe(200)
    expect(answer.headers.get('X-Robots-Tag')).toBe('noindex')
    const text = await answer.text()
    expect(text).toContain('Vorschau. Diese Seiten sind noch nicht öffentlich.')
    expect(text).toContain('<meta name="robots" content="noindex"')
    expect(await textOf(null, '/lemgo/')).not.toContain('Vorschau.')
  })

  it('can be checked, and then is ready', async () => {
    await applyTown(world.database, newTown({ live: false }), 'Clara', world.now())
    await checkConformance(world.database, 'neustadt', { now: world.now(), isDemo: true })
    world.pass(3_000)
    cookies.Olga = await signIn('betrieb@anliegenwerk.example')
    const text = await textOf('Olga', '/amt/neustadt/konformitaet')
    expect(text).toContain('Ja. Alle Pflichtpunkte sind erfüllt.')
    expect(text).toContain('Mit „live: true“ in der town.yaml')
  })
})
