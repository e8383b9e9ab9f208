import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readTenants } from '../../server/cli/command-world.ts'
import { withoutSecrets } from '../../server/http/middleware/request-context.ts'
import { keepLanguage } from '../../server/http/respond.ts'
import { askReporter } from '../../server/reports/ask-reporter.ts'
import { readReport } from '../../server/reports/read-report.ts'
import { applyTown } from '../../server/towns/apply-town.ts'
import { RESERVED_KEYS } from '../../server/towns/check-town.ts'
import { checkTowns } from '../../server/towns/check-towns.ts'
import { CONTACT, IN_FIRST_TOWN, IN_NEIGHBOUR, submitPothole } from '../support/reports.ts'
import { createWorld, PUBLIC_URL, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const get = (path: string, headers = {}, origin = PUBLIC_URL) =>
  world.app.fetch(new Request(origin + path, { headers }))
const send = (path: string, fields: Record<string, string>) =>
  world.app.fetch(new Request(PUBLIC_URL + path, { method: 'POST', body: new URLSearchParams(fields) }))

const FILLED = {
  step: 'send',
  key: 'a-key-for-the-form',
  category: 'pothole',
  description: 'Loch vor der Tür',
  lat: String(IN_FIRST_TOWN.lat).replace('.', ','),
  lon: String(IN_FIRST_TOWN.lon),
  'answers.size': 'wheel',
  email: 'anna@post.example',
}

describe('the report form without script', () => {
  it('files the report and leads to a page that can be reloaded', async () => {
    const answer = await send('/bad-salzuflen/melden', FILLED)
    expect(answer.status).toBe(303)
    const done = answer.headers.get('Location')!
    expect(done).toMatch(/^\/bad-salzuflen\/verfolgen\/[\w-]{43}\/danke$/)
    const again = await send('/bad-salzuflen/melden', FILLED)
    expect(again.headers.get('Location')).toBe(done)
    const changed = await send('/bad-salzuflen/melden', { ...FILLED, description: 'Noch ein Loch daneben' })
    expect(changed.status).toBe(303)
    expect(changed.headers.get('Location')).not.toBe(done)
    const page = await get(done)
    expect(page.status).toBe(200)
    expect(page.headers.get('Cache-Control')).toBe('no-store, no-transform')
    expect(page.headers.get('Referrer-Policy')).toBe('no-referrer')
  })

  it('gives everything back with what is wrong, and says so in the title', async () => {
    const answer = await send('/bad-salzuflen/melden', { ...FILLED, description: 'x', email: 'anna' })
    expect(answer.status).toBe(422)
    const text = await answer.text()
    expect(text).toContain('<title>Fehler: ')
    expect(text).toContain('value="anna"')
    expect(text).toContain('Bitte 2 Angaben prüfen')
    const empty = await (await send('/bad-salzuflen/melden', { step: 'send' })).text()
    expect(empty).toContain('Bitte 3 Angaben prüfen')
    const summary = [...empty.matchAll(/<a href="#f-([a-z]+)"/g)].map(([, field]) => field)
    expect(summary).toEqual(['description', 'category', 'address'])
  })

  it('offers the neighbour and takes the text there', async () => {
    const there = { ...FILLED, key: 'another-key', lat: String(IN_NEIGHBOUR.lat), lon: String(IN_NEIGHBOUR.lon) }
    const offer = await send('/bad-salzuflen/melden', there)
    expect(offer.status).toBe(409)
    expect(await offer.text()).toContain('Bei Herford weitermachen')
    const moved = await send('/bad-salzuflen/melden', { ...there, step: 'move' })
    expect(moved.headers.get('Location')).toMatch(/^\/herford\/melden\/[\w-]{43}$/)
    const form = await get(moved.headers.get('Location')!)
    expect(await form.text()).toContain('Loch vor der Tür')
    // The draft is the neighbour's: here nobody knows it.
    expect((await get(moved.headers.get('Location')!.replace('herford', 'bad-salzuflen'))).status).toBe(410)
  })

  it('never answers nonsense with a 5xx', async () => {
    const odd = [
      '',
      '\u0000',
      '<script>alert(1)</script>',
      "'; drop table reports; --",
      '🕳️'.repeat(2000),
      '-1',
      'NaN',
      '1e999',
      '%00',
    ]
    for (const value of odd) {
      for (const field of Object.keys(FILLED)) {
        const answer = await send('/bad-salzuflen/melden', { ...FILLED, key: crypto.randomUUID(), [field]: value })
        expect([field, value.slice(0, 9), answer.status < 500]).toEqual([field, value.slice(0, 9), true])
      }
    }
  })

  it('shows what was written as text, never as markup', async () => {
    const answer = await send('/bad-salzuflen/melden', {
      ...FILLED,
      category: '',
      description: '<script>alert(1)</script>"\'&',
    })
    const text = await answer.text()
    expect(text).not.toContain('<script>alert')
    expect(text).toContain('&lt;script>alert(1)')
  })
})

describe('the reporter’s own page', () => {
  it('shows the town’s question first, takes the answer, and tells nobody else', async () => {
    const { report, trackingToken } = await submitPothole(world, { contact: CONTACT })
    const own = `/bad-salzuflen/verfolgen/${trackingToken}`
    const Bernd = await world.as(world.people.Bernd)
    await askReporter(Bernd, { number: report.number, version: 1, text: 'Fahrbahn oder Radweg?', days: 14 })
    expect(await (await get(own)).text()).toContain('Fahrbahn oder Radweg?')
    expect(await (await get(`/bad-salzuflen/anliegen/${report.number}`)).text()).not.toContain('Radweg')

    const empty = await send(`${own}/antwort`, { text: ' ' })
    expect(empty.status).toBe(422)
    const answered = await send(`${own}/antwort`, { text: 'Auf dem Radweg.' })
    expect(answered.status).toBe(303)
    const after = await (await get(answered.headers.get('Location')!)).text()
    expect(after).toContain('Ihre Antwort ist bei der Stadt.')
    expect(after).not.toContain('Fahrbahn oder Radweg?')
    // Sent twice, from two tabs: the page shows how it stands.
    expect((await send(`${own}/antwort`, { text: 'Noch einmal' })).status).toBe(303)
    const seen = await readReport(Bernd, { number: report.number })
    expect([...seen.notes.values()].map(({ text }) => text)).toEqual(['Fahrbahn oder Radweg?', 'Auf dem Radweg.'])
  })
})

describe('every page', () => {
  it('carries the headers that keep strangers out', async () => {
    await submitPothole(world)
    for (const path of [
      '/',
      '/bad-salzuflen/',
      '/bad-salzuflen/melden',
      '/bad-salzuflen/anliegen',
      '/bad-salzuflen/anliegen/1',
      '/amt/anmelden',
      '/nowhere/',
      '/api/v1/towns',
      '/healthz',
    ]) {
      const { headers } = await get(path)
      expect(headers.get('Content-Security-Policy')).toContain("script-src 'self';")
      expect(headers.get('Content-Security-Policy')).not.toContain('unsafe')
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
      expect(headers.get('Set-Cookie')).toBeNull()
    }
  })

  it('speaks the language asked for and keeps it in every link and form', async () => {
    expect(await (await get('/bad-salzuflen/', { 'Accept-Language': 'en' })).text()).toContain('<html lang="en"')
    const text = await (await get('/bad-salzuflen/?lang=en', { 'Accept-Language': 'de' })).text()
    expect(text).toContain('<html lang="en"')
    const links = [...text.matchAll(/<a\b[^>]*\shref="(\/[^"]*)"/g)].map(([, href]) => href!)
    expect(links.length).toBeGreaterThan(5)
    expect(links.filter((href) => !/[?&;]lang=/.test(href))).toEqual([])
    const sent = await send('/bad-salzuflen/melden?lang=en', { ...FILLED, key: 'in-english-please' })
    expect(sent.headers.get('Location')).toMatch(/\/danke\?lang=en$/)
  })

  it('is the same with and without the last slash', async () => {
    for (const path of ['/bad-salzuflen', '/bad-salzuflen/', '/bad-salzuflen/anliegen/'])
      expect((await get(path)).status).toBe(200)
  })

  it('says kindly what is not there', async () => {
    const lost = await get('/nowhere/')
    expect(lost.status).toBe(404)
    expect(await lost.text()).toContain('Diese Kommune ist noch nicht dabei.')
    expect((await get('/bad-salzuflen/anliegen/99999')).status).toBe(404)
    expect((await get('/bad-salzuflen/verfolgen/nonsense')).status).toBe(410)
  })
})

it('a town on its own host is canonical there, and its path leads to it', async () => {
  const { towns } = checkTowns(readTenants('tenants'))
  const lemgo = towns.find(({ town }) => town.key === 'lemgo')!
  await applyTown(
    world.database,
    { ...lemgo, town: { ...lemgo.town, host: 'melden.lemgo.example' } },
    'test',
    world.now(),
  )
  world.pass(5_000)
  const moved = await get('/lemgo/anliegen?q=x')
  expect([moved.status, moved.headers.get('Location')]).toEqual([301, 'http://melden.lemgo.example:3000/anliegen?q=x'])
  const own = await get('/anliegen', {}, 'http://melden.lemgo.example:3000')
  expect(own.status).toBe(200)
  const text = await own.text()
  expect(text).toContain('href="/melden"')
  expect(text).toContain('<link rel="canonical" href="http://melden.lemgo.example:3000/anliegen"')
  expect((await get('/amt/anmelden', {}, 'http://melden.lemgo.example:3000')).status).toBe(404)
  expect((await get('/~/lemgo/anliegen')).status).toBe(404)
})

it('no town can take the name of a mounted route', () => {
  const segmentsAt = (depth: number) =>
    world.app.routes
      .map(({ path }) => path.split('/'))
      .filter((parts) => depth === 1 || parts[1] === 'amt')
      .map((parts) => parts[depth] ?? '')
      .filter((segment) => /^[a-z][a-z0-9-]*$/.test(segment))
  // Below /amt a town's key stands beside fixed words too.
  const fixed = new Set([...segmentsAt(1), ...segmentsAt(2)])
  expect([...fixed]).toEqual(expect.arrayContaining(['amt', 'kommunen', 'betreiber', 'anmelden']))
  for (const segment of fixed) expect(RESERVED_KEYS as readonly string[]).toContain(segment)
})

it('keepLanguage leaves other hosts and chosen languages alone', () => {
  const html =
    '<a href="/x#y">a</a><a href="https://z/">b</a><a class="c" href="/?lang=de">c</a><form action="/s" method="get"></form><form method="post" action="/p"></form>'
  expect(keepLanguage(html, 'en')).toBe(
    '<a href="/x?lang=en#y">a</a><a href="https://z/">b</a><a class="c" href="/?lang=de">c</a><form action="/s?lang=en" method="get"><input type="hidden" name="lang" value="en"></form><form method="post" action="/p?lang=en"></form>',
  )
})

it('secrets stay out of the log', () => {
  expect(withoutSecrets('/herford/verfolgen/abc/danke')).toBe('/herford/verfolgen/*/danke')
  expect(withoutSecrets('/herford/melden/abc')).toBe('/herford/melden/*')
  expect(withoutSecrets('/herford/abmelden/7-abc')).toBe('/herford/abmelden/*')
})
