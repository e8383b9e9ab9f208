import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readTenants } from '../../server/cli/command-world.ts'
import { withoutSecrets } from '../../server/http/middleware/request-context.ts'
import { keepLanguage } from '../../server/http/respond.ts'
import { askReporter } from '../../server/reports/ask-reporter.ts'
import { readReport } from '../../server/reports/read-report.ts'
import { applyTown } from '../../server/towns/apply-town.ts'
import { RESERVED_KEYS } from '../../server/towns/check-town.ts'
import { checkTowns } from '../../server/towns/check-towns.ts'
import { POTHOLE, reportPath } from '../support/report-path.ts'
import { CONTACT, submitPothole } from '../support/reports.ts'
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

describe('the report form without script', () => {
  it('files the report and leads to a page that can be reloaded', async () => {
    const form = reportPath(world)
    const { location: done } = await form.send()
    expect(done).toMatch(/^\/bad-salzuflen\/verfolgen\/[\w-]{43}\/danke$/)
    expect((await form.post('check')).location).toBe(done)
    const page = await get(done)
    expect(page.status).toBe(200)
    expect(page.headers.get('Cache-Control')).toBe('no-store, no-transform')
    expect(page.headers.get('Referrer-Policy')).toBe('no-referrer')
  })

  it('keeps a draft out of every cache, and its address to itself', async () => {
    const form = reportPath(world)
    await form.begin()
    const { headers } = await get(`${form.draft()}/ort`)
    expect(headers.get('Cache-Control')).toBe('no-store, no-transform')
    expect(headers.get('Referrer-Policy')).toBe('no-referrer')
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
    const form = reportPath(world)
    await form.walkTo('check')
    for (const value of odd) {
      for (const step of ['describe', 'place', 'category', 'similar', 'contact', 'check'] as const) {
        for (const field of [...Object.keys(POTHOLE[step]), 'von', 'follow', 'others', 'email', 'found']) {
          const { status } = await form.post(step, { ...POTHOLE[step], [field]: value })
          expect([step, field, value.slice(0, 9), status < 500]).toEqual([step, field, value.slice(0, 9), true])
        }
        expect((await form.get(step)).status).toBeLessThan(500)
      }
    }
  }, 90_000)

  it('shows what was written as text, never as markup', async () => {
    const form = reportPath(world)
    await form.begin({ description: '<script>alert(1)</script>"\'&' })
    const { text } = await form.get('describe')
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
    const begun = await send('/bad-salzuflen/melden?lang=en', POTHOLE.describe)
    expect(begun.headers.get('Location')).toMatch(/\/ort\?lang=en$/)
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
