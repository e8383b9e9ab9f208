/** Public pages are kept for two seconds: the same for everybody, never older than the last write, never anyone's own. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../db/client.ts'
import { tellWrites } from '../../server/adapters/written-towns.ts'
import { createApp } from '../../server/app.ts'
import { createPageCache } from '../../server/http/page-cache.ts'
import { setVisibility } from '../../server/reports/set-visibility.ts'
import { createRegistry } from '../../server/towns/registry.ts'
import { callsOf } from '../support/calls.ts'
import { submitPothole } from '../support/reports.ts'
import { createWorld, FIRST_TOWN, NEIGHBOUR, PUBLIC_URL, type World } from '../support/world.ts'

let world: World
let pages: ReturnType<typeof createPageCache>
let fetch: (request: Request, env: { peer?: string }) => Response | Promise<Response>
/** Requests that came through to the application. */
let made: string[]
let database: Database
/** What happens while a page is made. */
let meanwhile: () => void
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())
beforeEach(() => {
  made = []
  meanwhile = () => undefined
  pages = createPageCache(world.deps)
  database = tellWrites(world.database, pages.written)
  const registry = createRegistry(database, world.now)
  const app = createApp({ ...world.deps, database, registry })
  fetch = pages.before((request, env: { peer?: string }) => {
    made.push(request.url)
    return app.fetch(request, env).finally(meanwhile)
  }, registry)
})
afterEach(() => world.pass(10_000))

const get = async (path: string, headers: Record<string, string> = {}) =>
  await fetch(new Request(PUBLIC_URL + path, { headers }), {})
const post = async (path: string, body: Record<string, string>, headers: Record<string, string> = {}) =>
  await fetch(new Request(PUBLIC_URL + path, { method: 'POST', body: new URLSearchParams(body), headers }), {})
const START = `/${FIRST_TOWN}/`
const LIST = `/${FIRST_TOWN}/anliegen`
/** How often the application is asked when this is asked for twice. */
async function madeOf(path: string, headers: Record<string, string> = {}, again = path) {
  made = []
  await get(path, headers)
  await get(again, headers)
  return made.length
}

describe('a page that is the same for everybody', () => {
  it('is made once in two seconds: start, list, report, topics and map', async () => {
    const { number } = (await submitPothole(world)).report
    const paths = [START, LIST, `${LIST}/${number}`, `/${FIRST_TOWN}/themen`, `/${FIRST_TOWN}/themen/pothole`]
    const map = `/api/v1/towns/${FIRST_TOWN}/map?zoom=12`
    for (const path of [...paths, map, `${LIST}/ausschnitt?bbox=8.6,52,8.9,52.2`]) {
      expect([path, await madeOf(path)]).toEqual([path, 1])
    }
  })

  it('is made again after two seconds', async () => {
    await get(START)
    world.pass(2_000)
    await get(START)
    expect(made).toHaveLength(2)
  })

  it('is made once for all who ask while it is made', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => get(START)))
    expect(made).toHaveLength(1)
    const bodies = new Set(await Promise.all(answers.map((answer) => answer.text())))
    expect(bodies.size).toBe(1)
  })

  it('is made again when nobody can say whether its town has changed', async () => {
    const away = () => Promise.reject(new Error('the database is away'))
    let asked = 0
    const cut = pages.before<{ peer?: string }>(
      (request, env) =>
        createApp(world.deps)
          .fetch(request, env)
          .finally(() => asked++),
      { town: away },
    )
    for (const times of [1, 2]) {
      expect((await cut(new Request(PUBLIC_URL + START), {})).status).toBe(200)
      expect(asked).toBe(times)
    }
  })

  it('is the same in another order of its query, and another with another query', async () => {
    expect(await madeOf(`${LIST}?status=open&category=pothole`, {}, `${LIST}?category=pothole&status=open`)).toBe(1)
    expect(await madeOf(`${LIST}?status=open`, {}, `${LIST}?status=done`)).toBe(2)
  })

  it('keeps its headers, has a name of its own for each request, and is not sent twice to a browser that has it', async () => {
    const first = await get(START)
    const second = await get(START)
    for (const name of ['Content-Security-Policy', 'Cache-Control', 'Vary', 'X-Content-Type-Options']) {
      expect([name, second.headers.get(name)]).toEqual([name, first.headers.get(name)])
    }
    expect(second.headers.get('Content-Security-Policy')).toContain("script-src 'self'")
    expect(second.headers.get('X-Request-Id')).not.toBe(first.headers.get('X-Request-Id'))
    const known = await get(START, { 'If-None-Match': second.headers.get('ETag')! })
    expect([known.status, await known.text()]).toEqual([304, ''])
  })
})

describe('never kept is', () => {
  it('what somebody who is signed in asks for, and what they are shown', async () => {
    const cookie = await callsOf(world).signIn(world.people.Bernd)
    expect(await madeOf(START, { Cookie: cookie })).toBe(2)
    expect(await madeOf(`/amt/${FIRST_TOWN}/anliegen`, { Cookie: cookie })).toBe(2)
    await get(`/amt/${FIRST_TOWN}/anliegen`, { Cookie: cookie })
    const stranger = await get(`/amt/${FIRST_TOWN}/anliegen`)
    expect(stranger.status).toBe(303)
  })

  it('a form, a draft, a tracking page, an error or an address that says what was done', async () => {
    const { report, trackingToken } = await submitPothole(world)
    const done = `${LIST}/${report.number}?getan=gezaehlt&druck=${crypto.randomUUID()}`
    const paths = [`/${FIRST_TOWN}/melden`, `/${FIRST_TOWN}/verfolgen/${trackingToken}`, `${LIST}/999999`, done]
    for (const path of [...paths, `${START}?e-mail=anna@post.example`, `${START}?q=a&q=b`]) {
      expect([path, await madeOf(path)]).toEqual([path, 2])
    }
  })

  it('a page in another language, by address or by browser', async () => {
    await get(START)
    expect(await (await get(`${START}?lang=en`)).text()).toContain('<html lang="en"')
    expect(await (await get(START, { 'Accept-Language': 'en' })).text()).toContain('<html lang="en"')
    expect(await (await get(START)).text()).toContain('<html lang="de"')
  })

  it('the neighbour’s page in place of one’s own', async () => {
    const own = await (await get(START)).text()
    const other = await (await get(`/${NEIGHBOUR}/`)).text()
    expect(other).toContain('Herford')
    expect(other).not.toBe(own)
    const elsewhere = new Request(`http://elsewhere.example${START}`)
    made = []
    await fetch(elsewhere, {})
    expect(made).toHaveLength(1)
  })

  it('a hidden report, once a clerk has hidden it', async () => {
    const { number } = (await submitPothole(world)).report
    expect((await get(`${LIST}/${number}`)).status).toBe(200)
    const bernd = { ...(await world.as(world.people.Bernd)), database }
    await setVisibility(bernd, { number, version: 1, what: 'report', visibility: 'hidden' })
    expect((await get(`${LIST}/${number}`)).status).toBe(404)
  })
})

describe('a write', () => {
  it('drops the pages of its town and of no other', async () => {
    const { number } = (await submitPothole(world)).report
    await Promise.all([get(START), get(`/${NEIGHBOUR}/`)])
    made = []
    await post(`${LIST}/${number}/betrifft-mich`, {})
    made = []
    await Promise.all([get(START), get(`/${NEIGHBOUR}/`)])
    expect(made).toEqual([PUBLIC_URL + START])
  })

  it('is not overtaken by a page that was read before it', async () => {
    meanwhile = () => pages.written(FIRST_TOWN)
    await get(START)
    made = []
    await get(START)
    expect(made).toHaveLength(1)
  })
})

describe('"concerns me too" on a page that two visitors got alike', () => {
  it('counts both, each once, and each takes back only their own', async () => {
    const { number } = (await submitPothole(world)).report
    const page = `${LIST}/${number}`
    const nameIn = async () => /name="press" value="([^"]+)"/.exec(await (await get(page)).text())![1]!
    const [hers, his] = [await nameIn(), await nameIn()]
    expect(his).toBe(hers)
    const press = async (name: string, peer: string) => {
      const request = new Request(`${PUBLIC_URL}${page}/betrifft-mich`, {
        method: 'POST',
        body: new URLSearchParams({ press: name }),
      })
      return (await fetch(request, { peer })).headers.get('Location')!
    }
    const count = async () => Number(/Betrifft (\d+) weitere/.exec(await (await get(page)).text())?.[1] ?? 0)
    const anna = await press(hers, '203.0.113.1')
    await press(hers, '203.0.113.1')
    await press(his, '203.0.113.2')
    expect(await count()).toBe(2)
    await post(`${page}/betrifft-mich`, { back: new URL(anna, PUBLIC_URL).searchParams.get('druck')! })
    expect(await count()).toBe(1)
  })
})
