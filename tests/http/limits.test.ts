/** How often what may be done, from where, and what people are told when it is too often. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { limits } from '../../db/schema/platform.ts'
import { belowTown, LINES, WRITES } from '../../server/http/limits.ts'
import { countAll } from '../../server/limits/count.ts'
import { sweepPlatform } from '../../server/retention/sweep.ts'
import { readNetworks } from '../../server/visitor.ts'
import { changeTown } from '../support/outside.ts'
import { POTHOLE } from '../support/reports.ts'
import { createWorld, FIRST_TOWN, NEIGHBOUR, PUBLIC_URL, type World } from '../support/world.ts'

const MINUTES = 60_000
const DAY_MS = 24 * 60 * MINUTES
const API = `/api/v1/towns/${FIRST_TOWN}/reports`

let world: World
/** Addresses that nobody has used before. */
let SCHOOL: string
let HOME: string
let used = 0
beforeAll(async () => {
  world = await createWorld()
})
beforeEach(() => {
  used++
  SCHOOL = `203.0.113.${used}`
  HOME = `198.51.100.${used}`
})
afterAll(() => world.close())

type Sent = { peer?: string; json?: unknown; form?: Record<string, string> }
const post = (path: string, { peer, json, form }: Sent = {}) =>
  world.app.fetch(
    new Request(PUBLIC_URL + path, {
      method: 'POST',
      headers: { 'Sec-Fetch-Site': 'same-origin', ...(json ? { 'Content-Type': 'application/json' } : {}) },
      body: json ? JSON.stringify(json) : new URLSearchParams(form),
    }),
    { peer },
  )
/** As if somebody had come so often already. */
const use = async (what: keyof typeof LINES, who: string, times: number) => {
  const line = LINES[what] as { address?: { most: number; windowMs: number }[] }
  await countAll(
    world.deps,
    line.address!.map((most) => ({ what, who, ...most, amount: times })),
  )
}
const rows = () => world.database.inTransaction(null, (db) => db.select().from(limits))

describe('the list of limits', () => {
  const isPublic = (path: string) => !path.startsWith('/amt/') || /^\/amt\/(anmelden|passwort|einladung)/.test(path)
  const writes = () => [
    ...new Set(
      world.app.routes
        .filter(({ method, path }) => !['GET', 'ALL', 'HEAD', 'OPTIONS'].includes(method) && isPublic(path))
        .map(({ method, path }) => `${method} ${belowTown(path)}`),
    ),
  ]

  it('has a line for every public write', () => {
    expect(writes().filter((write) => !WRITES[write])).toEqual([])
    expect(writes().length).toBeGreaterThan(15)
  })

  it('has no line for a write that is gone', () => {
    expect(Object.keys(WRITES).filter((write) => !writes().includes(write))).toEqual([])
  })

  it('lets a class of thirty through one address report with five photos each', () => {
    const [report, photo] = [LINES.report.address[0]!, LINES.photo.address[0]!]
    expect([report.most >= 30, photo.most >= 150]).toEqual([true, true])
  })
})

describe('a visitor who comes too often', () => {
  it('is told by the API when to come again, and others are not held up', async () => {
    await use('report', SCHOOL, 40)
    const refused = await post(API, { peer: SCHOOL, json: POTHOLE })
    expect([refused.status, refused.headers.get('Retry-After')]).toEqual([429, '600'])
    expect(await refused.json()).toMatchObject({ status: 429, reason: 'too_many_now' })
    expect((await post(API, { peer: HOME, json: POTHOLE })).status).toBe(201)
  })

  it('may again in the next window', async () => {
    await use('report', SCHOOL, 40)
    world.pass(10 * MINUTES)
    expect((await post(API, { peer: SCHOOL, json: POTHOLE })).status).toBe(201)
    world.pass(50 * MINUTES)
  })

  it('is counted over all towns together', async () => {
    await use('report', SCHOOL, 40)
    expect((await post(`/api/v1/towns/${NEIGHBOUR}/reports`, { peer: SCHOOL, json: POTHOLE })).status).toBe(429)
  })

  it('reads a page with the hour, the phone and the words that were typed', async () => {
    await use('draft', HOME, 120)
    const answer = await post(`/${FIRST_TOWN}/melden`, { peer: HOME, form: { description: 'Laterne ist aus' } })
    const page = await answer.text()
    expect([answer.status, answer.headers.get('Retry-After')]).toEqual([429, '600'])
    for (const said of ['heute, 10:10 Uhr', 'Laterne ist aus', 'tel:']) expect(page).toContain(said)
    expect(page).not.toContain(HOME)
  })

  it('keeps the draft, and finds the way back to it', async () => {
    const begun = await post(`/${FIRST_TOWN}/melden`, { peer: HOME, form: { description: 'Laterne ist aus' } })
    const step = begun.headers.get('Location')!
    await use('step', HOME, 900)
    const page = await (await post(step, { peer: HOME, form: { address: 'Am Markt 1' } })).text()
    expect(page).toContain(`href="${/^.*\/melden\/[^/]+/.exec(step)![0]}"`)
    expect((await world.app.fetch(new Request(PUBLIC_URL + step))).status).toBe(200)
  })

  it('is nobody in particular on an address that is exempt', async () => {
    await use('report', SCHOOL, 40)
    world.deps.limitsExempt = readNetworks('203.0.113.0/24')!
    expect((await post(API, { peer: SCHOOL, json: POTHOLE })).status).toBe(201)
    world.deps.limitsExempt = []
  })

  it('types into the address search for as long as people do, and no longer', async () => {
    const search = (peer: string) =>
      world.app.fetch(new Request(`${PUBLIC_URL}/${FIRST_TOWN}/orte?q=`), { peer }).then(({ status }) => status)
    const answers = await Promise.all(Array.from({ length: 901 }, () => search(SCHOOL)))
    expect(answers.filter((status) => status === 429)).toHaveLength(1)
    expect(await search(HOME)).toBe(422)
  })
})

describe('a flood on one town', () => {
  it('ends at the most that the town has set, whoever sends it', async () => {
    await changeTown(world, FIRST_TOWN, { protection: { proofOfWork: false, reportsPerHour: 50 } })
    world.pass(60 * MINUTES)
    const flood = { what: 'report', who: `town ${FIRST_TOWN}`, most: 50, windowMs: 60 * MINUTES, amount: 50 }
    await countAll(world.deps, [flood])
    expect((await post(API, { peer: HOME, json: POTHOLE })).status).toBe(429)
    expect((await post(API, { json: POTHOLE })).status).toBe(429)
  })
})

describe('what is kept of a visitor', () => {
  it('is under another name every day, and holds no address', async () => {
    const before = (await rows()).length
    const count = () => countAll(world.deps, [{ what: 'wish', who: HOME, most: 9, windowMs: 60 * MINUTES }])
    await count()
    world.pass(DAY_MS)
    await count()
    const kept = await rows()
    expect(kept).toHaveLength(before + 2)
    const [yesterday, today] = kept.sort((a, b) => +a.windowStart - +b.windowStart).slice(-2)
    expect(yesterday!.key).not.toBe(today!.key)
    expect(JSON.stringify(kept)).not.toContain(HOME)
  })

  it('is swept away by the clock when its day is over', async () => {
    await countAll(world.deps, [{ what: 'wish', who: HOME, most: 9, windowMs: 60 * MINUTES }])
    world.pass(3 * DAY_MS)
    await sweepPlatform(world)
    expect(await rows()).toEqual([])
  })

  it('is told on the privacy page in every language', async () => {
    for (const [language, said] of [
      ['de', 'Prüfsumme'],
      ['de-simple', 'Prüf-Summe'],
      ['en', 'checksum'],
    ]) {
      const page = await world.app.fetch(new Request(`${PUBLIC_URL}/${FIRST_TOWN}/datenschutz?lang=${language}`))
      expect(await page.text()).toContain(said)
    }
  })
})
