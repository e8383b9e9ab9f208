/** What other websites may show of a town, and which websites may. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WIDGETS, type Widget } from '../../client/paths.ts'
import { createApp } from '../../server/app.ts'
import { pinnedScript } from '../../server/http/embed-script.ts'
import { createPageCache } from '../../server/http/page-cache.ts'
import { applyTown } from '../../server/towns/apply-town.ts'
import { RESERVED_KEYS } from '../../server/towns/check-town.ts'
import { createRegistry } from '../../server/towns/registry.ts'
import { callsOf } from '../support/calls.ts'
import { POTHOLE, reportPath } from '../support/report-path.ts'
import { submitPothole } from '../support/reports.ts'
import { compiledTown } from '../support/towns.ts'
import { createWorld, FIRST_TOWN, NEIGHBOUR, PUBLIC_URL, type World } from '../support/world.ts'

const OURS = 'https://www.first.example'
const THEIRS = 'https://www.neighbour.example'
const OWN_HOST = 'melden.lemgo.example'

let world: World
beforeAll(async () => {
  world = await createWorld()
  const change = async (key: string, what: Parameters<typeof compiledTown>[1]) =>
    applyTown(world.database, compiledTown(key, what), 'Clara', world.now())
  await change(FIRST_TOWN, { embedding: { hosts: [OURS, 'http://127.0.0.1:8080'] } })
  await change(NEIGHBOUR, { embedding: { hosts: [THEIRS] } })
  await change('lemgo', { host: OWN_HOST })
  const registry = createRegistry(world.database, world.now)
  world.deps.registry = registry
  world.app = createApp(world.deps)
})
afterAll(() => world.close())

const get = (path: string, headers: Record<string, string> = {}) =>
  world.app.fetch(new Request(path.startsWith('http') ? path : PUBLIC_URL + path, { headers }))
const policyOf = async (path: string) => (await get(path)).headers.get('Content-Security-Policy') ?? ''
const ancestorsOf = async (path: string) => /frame-ancestors ([^;]*)/.exec(await policyOf(path))?.[1]
const at = (town: string, widget: Widget) => `/${town}/embed/${widget}`

describe('a frame', () => {
  it.each(WIDGETS)('%s may stand in the websites of its own town and of no other', async (widget) => {
    expect(await ancestorsOf(at(FIRST_TOWN, widget))).toBe(`'self' ${OURS} http://127.0.0.1:8080`)
    expect(await ancestorsOf(at(NEIGHBOUR, widget))).toBe(`'self' ${THEIRS}`)
    const { headers, status } = await get(at(FIRST_TOWN, widget))
    expect(status).toBe(200)
    expect([headers.get('X-Frame-Options'), headers.get('Set-Cookie'), headers.get('X-Robots-Tag')]).toEqual([
      null,
      null,
      'noindex',
    ])
  })

  it('of a town that names no website may stand only in ours', async () => {
    expect(await ancestorsOf(at('kreis-lippe', 'liste'))).toBe("'self'")
  })

  it('of a town with an own host is served where the script is, and on that host too', async () => {
    expect(await ancestorsOf(at('lemgo', 'melden'))).toBe(`'self' ${PUBLIC_URL}`)
    expect((await get('/lemgo/anliegen')).status).toBe(301)
    expect((await get('/lemgo/embedded')).status).toBe(301)
    const own = await get(`http://${OWN_HOST}:3000/embed/melden`)
    expect([own.status, (await own.text()).includes('action="/embed/melden"')]).toEqual([200, true])
  })

  it('is for these pages alone: all others may be framed by nobody', async () => {
    const { report, trackingToken } = await submitPothole(world)
    const town = `/${FIRST_TOWN}`
    const others = [
      '/',
      '/melden',
      '/anliegen',
      `/anliegen/${report.number}`,
      `/verfolgen/${trackingToken}`,
      '/nothing',
    ]
    for (const path of others) expect([path, await ancestorsOf(town + path)]).toEqual([path, "'none'"])
    for (const path of ['/', '/embed.js', '/nowhere/embed/melden']) {
      expect([path, await ancestorsOf(path)]).toEqual([path, "'none'"])
    }
    expect(await ancestorsOf(`${town}/embed/nothing`)).toContain(OURS)
  })

  it('shows nothing of the neighbour, whose number is not found in it', async () => {
    const { report } = await submitPothole(world)
    const here = await (await get(`${at(FIRST_TOWN, 'status')}?nummer=${report.number}`)).text()
    expect(here).toContain(`href="/${FIRST_TOWN}/anliegen/${report.number}"`)
    const there = await (await get(`${at(NEIGHBOUR, 'status')}?nummer=${report.number}`)).text()
    expect(there).not.toContain(`/${FIRST_TOWN}/`)
  })

  it.each([
    ['nummer=', 'Geben Sie die Nummer ein'],
    ['nummer=%23%2012x', 'Geben Sie die Nummer ein'],
    ['nummer=99999999', 'Zu #99999999 ist nichts öffentlich.'],
    ['nummer=99999999999999999999999', 'Geben Sie die Nummer ein'],
  ])('answers %s with words and never with an error', async (query, words) => {
    const answer = await get(`${at(FIRST_TOWN, 'status')}?${query}`)
    expect([answer.status, (await answer.text()).includes(words)]).toEqual([200, true])
  })

  it('takes as many rows as are asked for, within reason', async () => {
    for (let i = 0; i < 6; i++) await submitPothole(world)
    const rows = async (limit: string) =>
      (await (await get(`${at(FIRST_TOWN, 'liste')}?limit=${limit}`)).text()).match(/<article/g)?.length ?? 0
    expect([await rows('2'), await rows('many')]).toEqual([2, 5])
    expect(await rows('9999')).toBeGreaterThan(5)
  })

  it('is kept apart from other pages, towns and languages for its two seconds', async () => {
    let made = 0
    const pages = createPageCache(world.deps)
    const fetch = pages.before((request, env: object) => {
      made++
      return world.app.fetch(request, env)
    }, world.deps.registry)
    const text = async (path: string) => (await fetch(new Request(PUBLIC_URL + path), {})).text()
    const paths = ['liste', 'liste?limit=2', 'liste?lang=en', 'karte'].map((path) => `/${FIRST_TOWN}/embed/${path}`)
    const all = [...paths, `/${NEIGHBOUR}/embed/liste`, `/${FIRST_TOWN}/`, `/${FIRST_TOWN}/embed/melden`]
    const first = await Promise.all(all.map(text))
    expect(new Set(first).size).toBe(all.length)
    expect(made).toBe(all.length)
    const again = await Promise.all(all.map(text))
    expect(made).toBe(all.length + 1)
    expect(again.slice(0, -1)).toEqual(first.slice(0, -1))
    const kept = await fetch(new Request(`${PUBLIC_URL}/${NEIGHBOUR}/embed/liste`), {})
    expect(kept.headers.get('Content-Security-Policy')).toContain(`frame-ancestors 'self' ${THEIRS}`)
  })
})

describe('the form in a frame', () => {
  it('is the same form: the whole way stays in the frame, and the report counts as sent by widget', async () => {
    const way = reportPath(world, `${FIRST_TOWN}/embed`)
    const sent = await way.send()
    expect(sent.location).toMatch(new RegExp(`^/${FIRST_TOWN}/embed/verfolgen/[\\w-]+/danke$`))
    const done = await way.ask(sent.location)
    const token = sent.location.split('/')[4]
    expect(done.text).toContain(`href="/${FIRST_TOWN}/verfolgen/${token}" target="_blank" rel="noopener"`)
    expect(done.text).toContain('&quot;sent&quot;:')
    const number = Number(/class="display">#(\d+)/.exec(done.text)?.[1])
    const calls = callsOf(world)
    const cookie = await calls.signIn(world.people.Bernd)
    const page = await get(`/amt/${FIRST_TOWN}/anliegen/${number}`, { Cookie: cookie })
    expect(await page.text()).toContain('Website der Kommune')
  })

  it('leads out of the frame only into windows of their own', async () => {
    const way = reportPath(world, `${FIRST_TOWN}/embed`)
    await way.begin(POTHOLE.describe)
    const { text } = await way.get('place')
    const links = [...text.matchAll(/<a\b[^>]*\shref="(\/[^"]*)"[^>]*>/g)]
    expect(links.length).toBeGreaterThan(3)
    for (const [link, href] of links) {
      expect([
        href,
        href!.startsWith(`/${FIRST_TOWN}/embed/`) || link.includes('target="_blank" rel="noopener"'),
      ]).toEqual([href, true])
    }
    expect(text).not.toContain(' autofocus')
  })

  it('goes on with the same draft as a page of its own', async () => {
    const way = reportPath(world, `${FIRST_TOWN}/embed`)
    await way.walkTo('contact')
    const path = way.draft().replace('/embed', '')
    const { location } = await way.ask(path)
    expect(location).toBe(`${path}/kontakt`)
    expect(await ancestorsOf(location)).toBe("'none'")
    const later = await way.ask(`${way.draft()}/spaeter`)
    expect(later.text).toContain(`href="${path}" target="_blank"`)
  })

  it('opens the neighbour’s form in a window, since the neighbour has not allowed this website', async () => {
    const way = reportPath(world, `${FIRST_TOWN}/embed`)
    await way.begin(POTHOLE.describe)
    const there = { lat: '52.1152', lon: '8.6711' }
    await way.post('place', there)
    const moved = await way.post('place', { ...there, do: 'move' })
    expect(moved.text).toMatch(new RegExp(`href="/${NEIGHBOUR}/melden/[\\w-]{43}" target="_blank" rel="noopener"`))
  })

  it('is counted like the form itself', async () => {
    const logged = world.logLines.filter(({ facts }) => String(facts.path).includes('/embed/melden/'))
    expect(logged.length).toBeGreaterThan(0)
    for (const { facts } of logged) expect(facts.path).toMatch(/\/embed\/melden\/\*/)
  })

  it('of one town does not open the draft of another', async () => {
    const way = reportPath(world, `${FIRST_TOWN}/embed`)
    await way.begin()
    expect((await way.ask(way.draft().replace(FIRST_TOWN, NEIGHBOUR))).status).toBe(410)
  })
})

describe('the script', () => {
  it('may be loaded by every website, is asked for again soon, and not sent twice', async () => {
    const answer = await get('/embed.js', { Origin: 'https://anybody.example' })
    const { headers } = answer
    expect(answer.status).toBe(200)
    expect(headers.get('Content-Type')).toContain('text/javascript')
    expect(headers.get('Access-Control-Allow-Origin')).toBe('*')
    expect(headers.get('Cross-Origin-Resource-Policy')).toBe('cross-origin')
    expect(headers.get('Cache-Control')).toContain('max-age=600')
    const again = await get('/embed.js', { Origin: 'https://anybody.example', 'If-None-Match': headers.get('ETag')! })
    expect([again.status, again.headers.get('Access-Control-Allow-Origin')]).toEqual([304, '*'])
  })

  it('has an address that never changes, with the hash a website can write down', async () => {
    const { path, integrity } = await pinnedScript(world.deps)
    const answer = await get(path, { Origin: 'https://anybody.example' })
    const bytes = await answer.arrayBuffer()
    const hash = btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.digest('SHA-384', bytes))))
    expect(integrity).toBe(`sha384-${hash}`)
    expect(answer.headers.get('Cache-Control')).toContain('immutable')
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*')
    expect((await get('/embed/0123456789abcdef.js')).status).toBe(404)
  })

  it('stands where no town can be', () => {
    expect(RESERVED_KEYS).toContain('embed')
    expect('embed.js').not.toMatch(/^[a-z][a-z0-9-]{1,62}$/)
  })
})
