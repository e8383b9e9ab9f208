/** /amt/gemeinsam/…: the page of a department that works for several towns, and who does not get it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { scryptPasswords } from '../../server/adapters/passwords-scrypt.ts'
import { createApp } from '../../server/app.ts'
import { setPasswordHash } from '../../server/people/rows.ts'
import { PASSWORD, type Person } from '../support/people.ts'
import { COUNTY, LEMGO, submitAround } from '../support/reports.ts'
import { createWorld, PUBLIC_URL, type World } from '../support/world.ts'

const SHARED = '/amt/gemeinsam/kreis-lippe/roads'
/** In every text of another department or town. */
const CANARY = 'kanarienvogel'
const OURS = { 'Sec-Fetch-Site': 'same-origin' }

let world: World
let karl: string
let number: number
beforeAll(async () => {
  world = await createWorld()
  number = (await submitAround(world, 'cyclePath', { description: 'Wurzeln auf dem Radweg.' })).number
  await submitAround(world, 'countyRoad', { description: 'Loch vor Humfeld.' })
  await submitAround(world, 'lamp', { description: `${CANARY} im Dunkeln` })
  await submitAround(world, 'countyIdea', { description: `${CANARY} im Kreis` })
  const hash = await scryptPasswords.hash(PASSWORD)
  await world.database.inTransaction(null, async (db) => {
    for (const person of Object.values(world.people)) await setPasswordHash(db, person.id, hash)
  })
  karl = await cookieOf(world.people.Karl)
})
afterAll(() => world.close())

type Call = { cookie?: string; body?: Record<string, string>; app?: World['app'] }

const call = (path: string, { cookie = '', body, app = world.app }: Call = {}) =>
  app.fetch(
    new Request(PUBLIC_URL + path, {
      method: body ? 'POST' : 'GET',
      headers: { ...OURS, ...(cookie ? { Cookie: cookie } : {}) },
      ...(body ? { body: new URLSearchParams(body) } : {}),
    }),
  )

async function cookieOf({ email }: Person): Promise<string> {
  const answer = await call('/amt/anmelden', { body: { email, password: PASSWORD } })
  return answer.headers.get('Set-Cookie')!.split(';')[0]!
}
const page = async (path: string, more: Call = {}) => (await call(path, { cookie: karl, ...more })).text()
const rowsIn = (html: string) => [...html.matchAll(/data-row="([\w-]+)"/g)].map(([, key]) => key)

describe('the shared queue', () => {
  it('is where its clerk arrives', async () => {
    const answer = await call('/amt', { cookie: karl })
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, SHARED])
  })

  it('shows the reports of every town with its name, and nothing of other departments', async () => {
    const html = await page(`${SHARED}?view=open`)
    expect(rowsIn(html).sort()).toEqual([`${COUNTY}-1`, `${LEMGO}-${number}`])
    expect(html).toContain(`href="/amt/${LEMGO}/anliegen/${number}"`)
    expect(html).toMatch(/qrow__town">Lemgo</)
    expect(html).toContain('Eigenbetrieb Straßen')
    expect(html).not.toContain(CANARY)
    expect(await page(`${SHARED}?view=open&q=${CANARY}`)).not.toContain(`${CANARY} im`)
  })

  it('narrows to a town and searches there', async () => {
    expect(rowsIn(await page(`${SHARED}?view=open&town=${LEMGO}`))).toEqual([`${LEMGO}-${number}`])
    expect(rowsIn(await page(`${SHARED}?view=open&town=${LEMGO}&q=Humfeld`))).toEqual([])
    expect(rowsIn(await page(`${SHARED}?view=open&q=Humfeld`))).toEqual([`${COUNTY}-1`])
    const html = await page(`${SHARED}?view=open&town=${LEMGO}`)
    expect(html).toContain(`<input type="hidden" name="town" value="${LEMGO}"`)
  })

  it('takes a broken address for its beginning', async () => {
    for (const query of ['view=x', 'after=1', 'before=99999999999999-1-x', 'town=A', 'after=1-1-lemgo&view=open'])
      expect((await call(`${SHARED}?${query}`, { cookie: karl })).status).toBe(200)
  })

  it('says which town is missing when it cannot be read, and writes why into the log', async () => {
    const { database } = world.deps
    const away: typeof database = {
      ...database,
      inTransaction: (town, work) =>
        town === LEMGO ? Promise.reject(new Error('away')) : database.inTransaction(town, work),
    }
    const app = createApp({ ...world.deps, database: away })
    const html = await page(`${SHARED}?view=open`, { app })
    expect(html).toContain('Gerade fehlen die Anliegen aus: Lemgo.')
    expect(rowsIn(html)).toEqual([`${COUNTY}-1`])
    expect(world.logLines.filter(({ level }) => level === 'error').map(({ facts }) => facts.town)).toEqual([LEMGO])
  })
})

describe('a report of a served town', () => {
  it('leads back to the shared queue and can be given to nobody but the town’s dispatcher', async () => {
    const html = await page(`/amt/${LEMGO}/anliegen/${number}?aktion=assign`)
    expect(html).toMatch(new RegExp(`href="${SHARED}"[^>]*data-back`))
    expect([...html.matchAll(/<option[^>]*value="([a-z-]+)"/g)].map(([, key]) => key)).toEqual(['county-roads'])
    expect(html).not.toContain('aktion=recategorise')

    const body = { version: '1', reason: 'Das ist ein Waldweg.' }
    const answer = await call(`/amt/${LEMGO}/anliegen/${number}/return`, { cookie: karl, body })
    expect(answer.headers.get('Location')).toBe(`${SHARED}?getan=return`)
    const after = await page(`${SHARED}?getan=return`)
    expect(after).toContain('Zurückgegeben.')
    expect(rowsIn(after)).not.toContain(`${LEMGO}-${number}`)
    expect((await call(`/amt/${LEMGO}/anliegen/${number}`, { cookie: karl })).status).toBe(403)
  })
})

describe('the shared queue does not exist', () => {
  it.each(['Dirk', 'Kira', 'Bernd', 'Clara'] as const)('for %s', async (name) => {
    const answer = await call(SHARED, { cookie: await cookieOf(world.people[name]) })
    expect(answer.status).toBe(404)
    expect(await answer.text()).not.toMatch(/Radweg|Humfeld/)
  })

  it('for its own clerk by another name', async () => {
    for (const path of ['kreis-lippe/traffic', 'lemgo/county-roads', 'lemgo/roads', 'nowhere/roads'])
      expect((await call(`/amt/gemeinsam/${path}`, { cookie: karl })).status).toBe(404)
  })

  it('for whoever is not signed in: they are sent to sign in, and back', async () => {
    const answer = await call(SHARED)
    expect(answer.headers.get('Location')).toBe(`/amt/anmelden?${new URLSearchParams({ weiter: SHARED })}`)
  })
})
