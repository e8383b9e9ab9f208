import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setVisibility } from '../../server/reports/set-visibility.ts'
import { IN_NEIGHBOUR, IN_NO_TOWN, POTHOLE, submitPothole } from '../support/reports.ts'
import { createWorld, PUBLIC_URL, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const get = (path: string, headers = {}) => world.app.fetch(new Request(PUBLIC_URL + path, { headers }))
const post = (body: unknown, headers: Record<string, string> = {}, town = 'bad-salzuflen') =>
  world.app.fetch(
    new Request(`${PUBLIC_URL}/api/v1/towns/${town}/reports`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }),
  )
const problem = async (answer: Response) => {
  expect(answer.headers.get('Content-Type')).toMatch(/^application\/problem\+json/)
  const body = (await answer.json()) as { title: string; reason: string; errors: { pointer: string; reason: string }[] }
  return { ...body, status: answer.status }
}

describe('POST reports', () => {
  it('files a report and answers with its number and both addresses', async () => {
    const answer = await post(POTHOLE)
    expect(answer.status).toBe(201)
    const filed = (await answer.json()) as Record<string, string>
    expect(filed).toMatchObject({ number: expect.any(Number), status: 'received', department: 'Straßen und Verkehr' })
    expect(filed.url).toBe(`${PUBLIC_URL}/bad-salzuflen/anliegen/${filed.number}`)
    expect((await get(new URL(filed.trackingUrl!).pathname)).status).toBe(200)
  })

  it('takes the same as multipart', async () => {
    const form = new FormData()
    form.set('report', JSON.stringify(POTHOLE))
    const request = new Request(`${PUBLIC_URL}/api/v1/towns/bad-salzuflen/reports`, { method: 'POST', body: form })
    expect((await world.app.fetch(request)).status).toBe(201)
  })

  it('answers a repeated key with the same 201, marked', async () => {
    const key = { 'Idempotency-Key': 'twice-and-once' }
    const first = await (await post(POTHOLE, key)).json()
    const again = await post(POTHOLE, key)
    expect(again.status).toBe(201)
    expect(again.headers.get('Idempotent-Replayed')).toBe('true')
    expect(await again.json()).toEqual(first)
    const other = await problem(await post({ ...POTHOLE, description: 'Etwas anderes' }, key))
    expect(other).toMatchObject({ status: 422, reason: 'key_reused' })
  })

  it('names the neighbour for a place in Herford', async () => {
    expect(await problem(await post({ ...POTHOLE, ...IN_NEIGHBOUR }))).toMatchObject({
      status: 409,
      reason: 'other_town',
      town: { key: 'herford', name: 'Herford', url: `${PUBLIC_URL}/herford/` },
    })
  })

  it('refuses a place in Kreis Herford outside Herford', async () => {
    expect(await problem(await post({ ...POTHOLE, ...IN_NO_TOWN }))).toMatchObject({
      status: 422,
      errors: [{ pointer: '/lat', reason: 'outside_all_towns' }],
    })
  })

  it('takes a county’s report anywhere in the county', async () => {
    expect((await post({ ...POTHOLE, answers: {} }, {}, 'kreis-lippe')).status).toBe(201)
  })

  it.each([
    ['/description', { description: 'x' }, 'description_short'],
    ['/description', { description: 'x'.repeat(5000) }, 'description_long'],
    ['/description', { description: undefined }, 'description_short'],
    ['/category', { category: 'no-such' }, 'category_unknown'],
    ['/category', { category: 7 }, 'field_wrong'],
    ['/lat', { lat: 'north' }, 'place_wrong'],
    ['/lat', { lat: 91 }, 'place_wrong'],
    ['/contact/email', { contact: { email: 'anna' } }, 'email_wrong'],
    ['/answers/size', { answers: { size: 'enormous' } }, 'answer_wrong'],
    ['/answers', { answers: 'big' }, 'field_wrong'],
    ['/language', { language: 'tlh' }, 'field_wrong'],
  ])('names %s when that alone is wrong', async (pointer, change, reason) => {
    const { status, errors } = await problem(await post({ ...POTHOLE, ...change }))
    expect(status).toBe(422)
    expect(errors).toEqual([{ pointer, reason, detail: expect.stringMatching(/\S/) }])
  })

  it.each(['{"category":', '', 'null', '[]', '"pothole"', '7'])('refuses %j without falling over', async (body) => {
    expect((await post(body)).status).toBeGreaterThanOrEqual(400)
    expect((await post(body)).status).toBeLessThan(500)
  })

  it('refuses what is no JSON as malformed, and what is too much as too large', async () => {
    expect(await problem(await post('{"category":'))).toMatchObject({ status: 400, reason: 'malformed' })
    expect(await problem(await post('x'.repeat(70_000)))).toMatchObject({ status: 413, reason: 'too_large' })
  })

  it('explains itself in the language asked for', async () => {
    const english = await post({ ...POTHOLE, description: 'x' }, { 'Accept-Language': 'en-GB,de;q=0.5' })
    expect((await problem(english)).title).toBe('Please check what you entered.')
  })
})

describe('GET', () => {
  it('towns, by name and by place, the responsible one first', async () => {
    const all = (await (await get('/api/v1/towns')).json()) as { items: { key: string }[]; next: null }
    expect(all.items.map(({ key }) => key)).toEqual(['bad-salzuflen', 'herford', 'kreis-lippe', 'lemgo'])
    expect(all.next).toBeNull()
    const near = (await (await get('/api/v1/towns?near=52.0862,8.7443')).json()) as typeof all
    expect(near.items[0]).toEqual({
      key: 'bad-salzuflen',
      name: 'Bad Salzuflen',
      kind: 'town',
      url: `${PUBLIC_URL}/bad-salzuflen/`,
      live: true,
    })
    expect(near.items.map(({ key }) => key)).not.toContain('kreis-lippe')
    expect((await problem(await get('/api/v1/towns?near=here'))).errors).toMatchObject([{ pointer: '/near' }])
  })

  it('categories with their questions', async () => {
    const { items } = (await (await get('/api/v1/towns/bad-salzuflen/categories?lang=en')).json()) as {
      items: { key: string; name: string }[]
    }
    expect(items.find(({ key }) => key === 'pothole')).toMatchObject({
      name: 'Pothole, road damage',
      kind: 'defect',
      photo: expect.any(String),
      questions: expect.arrayContaining([expect.objectContaining({ key: 'size', type: 'one_of', required: false })]),
    })
  })

  it('reports page by page, each once, newest first', async () => {
    for (let n = 0; n < 5; n++) {
      world.pass(1000)
      await submitPothole(world)
    }
    const seen: number[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const answer = await get(
        `/api/v1/towns/bad-salzuflen/reports?limit=2${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
      )
      const page = (await answer.json()) as { items: { number: number }[]; next: string | null }
      seen.push(...page.items.map(({ number }) => number))
      cursor = page.next
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen).toEqual([...seen].sort((a, b) => b - a))
  })

  it('one report, its text only after a clerk has released it', async () => {
    const { report } = await submitPothole(world)
    const path = `/api/v1/towns/bad-salzuflen/reports/${report.number}`
    const before = (await (await get(path)).json()) as Record<string, unknown>
    expect(before).toMatchObject({
      status: 'received',
      statusLabel: 'Eingegangen',
      photos: [],
      timeline: [{ action: 'submitted' }],
    })
    expect(before).not.toHaveProperty('description')
    const Bernd = await world.as(world.people.Bernd)
    await setVisibility(Bernd, { number: report.number, version: 1, what: 'text', visibility: 'shown' })
    expect(await (await get(path)).json()).toMatchObject({ description: POTHOLE.description })
    await setVisibility(Bernd, { number: report.number, version: 2, what: 'report', visibility: 'hidden' })
    expect((await get(path)).status).toBe(404)
  })

  it('reports by box, category, status, time and words', async () => {
    const list = async (query: string) =>
      ((await (await get(`/api/v1/towns/bad-salzuflen/reports?${query}`)).json()) as { items: unknown[] }).items.length
    expect(await list('bbox=8.74,52.08,8.75,52.09')).toBeGreaterThan(0)
    expect(await list('bbox=8.80,52.10,8.81,52.11')).toBe(0)
    expect(await list('category=tree')).toBe(0)
    expect(await list('status=received')).toBeGreaterThan(0)
    expect(await list('status=question')).toBe(0)
    expect(await list('since=2030-01-01T00:00:00Z')).toBe(0)
    expect(await list('q=schlagloch')).toBeGreaterThan(0)
    expect(await list('q=Bushaltestelle')).toBe(0) // no text has been released
    for (const wrong of ['bbox=1,2,3', 'limit=0', 'status=new', 'since=yesterday', 'cursor=x']) {
      expect((await problem(await get(`/api/v1/towns/bad-salzuflen/reports?${wrong}`))).errors).toMatchObject([
        { pointer: `/${wrong.split('=')[0]}` },
      ])
    }
  })

  it('the map as pins when near and clusters when far', async () => {
    const map = async (zoom: number) =>
      (await (await get(`/api/v1/towns/bad-salzuflen/map?zoom=${zoom}`)).json()) as {
        features: { properties: { kind: string; count: number } }[]
      }
    const far = await map(10)
    const near = await map(18)
    expect(new Set(near.features.map(({ properties }) => properties.kind))).toEqual(new Set(['pin']))
    expect(far.features.reduce((sum, { properties }) => sum + (properties.count ?? 1), 0)).toBe(near.features.length)
  })

  it('nothing where there is nothing, as problem+json', async () => {
    for (const path of [
      '/api/v1/towns/nowhere/reports',
      '/api/v1/towns/bad-salzuflen/reports/99999',
      '/api/v1/towns/bad-salzuflen/reports/x',
      '/api/none',
    ]) {
      expect((await problem(await get(path))).status).toBe(404)
    }
  })
})

it('every origin may read, no cookie goes along', async () => {
  const answer = await get('/api/v1/towns', { Origin: 'https://www.example.org' })
  expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*')
  expect(answer.headers.get('Access-Control-Allow-Credentials')).toBeNull()
})

describe('public data', () => {
  type Item = { number: number; district?: string; category: string; receivedAt: string }
  const list = async (query: string) =>
    ((await (await get(`/api/v1/towns/bad-salzuflen/reports?${query}`)).json()) as { items: Item[] }).items

  it('one town, with what a client needs to draw and to call', async () => {
    const town = (await (await get('/api/v1/towns/bad-salzuflen')).json()) as { bounds: number[]; centre: object }
    expect(town).toMatchObject({
      key: 'bad-salzuflen',
      name: 'Bad Salzuflen',
      kind: 'town',
      url: `${PUBLIC_URL}/bad-salzuflen/`,
      languages: expect.arrayContaining(['de']),
      contact: { phone: expect.stringMatching(/\d/) },
      licence: { key: 'dl-by-de/2.0', url: 'https://www.govdata.de/dl-de/by-2-0' },
      districts: expect.any(Array),
    })
    const [minLon, , maxLon] = town.bounds as [number, number, number]
    expect(town.centre).toMatchObject({ lon: expect.closeTo((minLon + maxLon) / 2, 5) })
  })

  it('districts as GeoJSON, by the keys that reports are filtered by', async () => {
    const answer = await get('/api/v1/towns/bad-salzuflen/districts')
    expect(answer.headers.get('Content-Type')).toContain('application/geo+json')
    const { type, features } = (await answer.json()) as { type: string; features: { properties: object }[] }
    const { districts } = (await (await get('/api/v1/towns/bad-salzuflen')).json()) as { districts: object[] }
    expect([type, features.map(({ properties }) => properties)]).toEqual(['FeatureCollection', districts])
  })

  it('figures, and none where they would say more about chance', async () => {
    const figures = (await (await get('/api/v1/towns/herford/figures')).json()) as { open: number }
    expect(figures).toEqual({ open: 0, closed: 0, reliability: null })
    const ours = (await (await get('/api/v1/towns/bad-salzuflen/figures')).json()) as { open: number }
    expect(ours.open).toBe((await list('status=open&limit=100')).length)
  })

  it('reports of several categories, of a district, and of a time', async () => {
    const all = await list('limit=100')
    expect(await list('category=pothole,tree&limit=100')).toEqual(all)
    expect(await list('category=tree,bench&limit=100')).toEqual([])
    expect(await list('district=no-such')).toEqual([])
    const [last] = all
    expect((await list(`receivedFrom=${last!.receivedAt}&limit=100`)).map(({ number }) => number)).toContain(
      last!.number,
    )
    expect(await list(`receivedFrom=2030-01-01T00:00:00Z`)).toEqual([])
    expect(await list(`receivedUntil=2020-01-01T00:00:00Z`)).toEqual([])
    expect((await problem(await get('/api/v1/towns/bad-salzuflen/reports?receivedFrom=gestern'))).errors).toMatchObject(
      [{ pointer: '/receivedFrom' }],
    )
  })

  it('names the address of the next page', async () => {
    const answer = await get('/api/v1/towns/bad-salzuflen/reports?limit=1&status=open')
    const next = /^<(http[^>]+)>; rel="next"$/.exec(answer.headers.get('Link') ?? '')![1]!
    const [first, second] = await list('limit=2&status=open')
    expect((await (await world.app.fetch(new Request(next))).json()) as object).toMatchObject({ items: [second] })
    expect(first!.number).not.toBe(second!.number)
    expect((await get('/api/v1/towns/bad-salzuflen/reports?limit=100')).headers.get('Link')).toBeNull()
  })
})

describe.each([
  '/api/openapi.json',
  '/api/v1/towns',
  '/api/v1/register',
  '/api/v1/towns/bad-salzuflen',
  '/api/v1/towns/bad-salzuflen/districts',
  '/api/v1/towns/bad-salzuflen/figures',
  '/api/v1/towns/bad-salzuflen/categories',
  '/api/v1/towns/bad-salzuflen/reports',
  '/api/v1/towns/bad-salzuflen/map',
])('%s', (path) => {
  const ask = (init: RequestInit = {}, from = path) =>
    world.app.fetch(new Request(PUBLIC_URL + from, init), { peer: '203.0.113.9' })

  it('is told unchanged by its tag, and by HEAD without a body', async () => {
    const first = await ask()
    const etag = first.headers.get('ETag')!
    expect(etag).toMatch(/^W\/"/)
    const again = await ask({ headers: { 'If-None-Match': etag } })
    expect([again.status, await again.text()]).toEqual([304, ''])
    const head = await ask({ method: 'HEAD' })
    expect([head.status, head.headers.get('ETag'), await head.text()]).toEqual([200, etag, ''])
  })

  it('says how often it may be read, and to every origin', async () => {
    const { headers } = await ask({ headers: { Origin: 'https://www.example.org' } })
    expect(headers.get('RateLimit-Policy')).toBe('"reads";q=3000;w=60')
    expect(headers.get('RateLimit')).toMatch(/^"reads";r=\d+;t=\d+$/)
    expect(headers.get('Access-Control-Allow-Origin')).toBe('*')
    expect(headers.get('Access-Control-Expose-Headers')).toContain('Link')
  })
})
