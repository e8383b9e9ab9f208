/** The geocoders against servers that speak as the real ones do: their wire formats, and everything that goes wrong. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openGeocoder } from '../../server/adapters/geocoder.ts'
import type { Geocoder, Log } from '../../server/ports.ts'
import type { LogLine } from '../support/world.ts'

const BOUNDS = [8.6, 52, 8.9, 52.2] as const
const within = { bounds: BOUNDS, language: 'de', most: 5 }
const HEERSER_WEG = { label: 'Heerser Weg 22, Schötmar', postcode: '32108', lat: 52.0621, lon: 8.7574 }
const PATIENCE_MS = 300

type Answer = (request: IncomingMessage, response: ServerResponse) => void
type Asked = { url: URL; headers: IncomingMessage['headers'] }

/** A server on this machine, and what it was asked. */
async function serve(answer: Answer) {
  const asked: Asked[] = []
  const server = createServer((request, response) => {
    asked.push({ url: new URL(request.url!, 'http://x'), headers: request.headers })
    answer(request, response)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { asked, host: `127.0.0.1:${(server.address() as AddressInfo).port}` }
}

const json =
  (body: unknown, status = 200): Answer =>
  (_request, response) =>
    void response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))

async function open(kind: string, answer: Answer, path = '') {
  const { asked, host } = await serve(answer)
  const lines: LogLine[] = []
  const add = (level: string) => (facts: Record<string, unknown>, message: string) =>
    void lines.push({ level, facts, message })
  let time = 0
  const geocoder = openGeocoder(`${kind}+http://${host}${path}`, {
    publicUrl: 'https://anliegen.example',
    now: () => new Date(time),
    log: { info: add('info'), warn: add('warn'), error: add('error'), within: (_, work) => work() },
    patienceMs: PATIENCE_MS,
  })
  const pass = (ms: number) => {
    time += ms
  }
  return { geocoder, asked, lines, pass, host }
}
const search = (geocoder: Geocoder, words = 'Heerser Weg 22') => geocoder.search(words, within)

const point = { type: 'Point', coordinates: [8.7574, 52.0621] }
const PHOTON = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      geometry: point,
      properties: {
        osm_type: 'N',
        osm_id: 1,
        osm_key: 'place',
        osm_value: 'house',
        type: 'house',
        countrycode: 'DE',
        street: 'Heerser Weg',
        housenumber: '22',
        postcode: '32108',
        district: 'Schötmar',
        city: 'Bad Salzuflen',
      },
    },
    { type: 'Feature', geometry: { type: 'Point', coordinates: ['no', 'number'] }, properties: {} },
  ],
}
const NOMINATIM = {
  type: 'FeatureCollection',
  geocoding: { version: '0.1.0', attribution: 'ODbL', query: 'x' },
  features: [
    {
      type: 'Feature',
      geometry: point,
      properties: {
        geocoding: {
          place_id: 1,
          type: 'house',
          label: 'Heerser Weg 22, Schötmar, Bad Salzuflen',
          name: null,
          housenumber: '22',
          street: 'Heerser Weg',
          locality: 'Schötmar',
          postcode: '32108',
          city: 'Bad Salzuflen',
        },
      },
    },
  ],
}
const BKG = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      geometry: point,
      properties: {
        text: '32108 Bad Salzuflen, Heerser Weg 22',
        typ: 'haus',
        score: 1,
        strasse: 'Heerser Weg',
        haus: '22',
        plz: '32108',
        ort: 'Bad Salzuflen',
        ortsteil: 'Schötmar',
      },
    },
  ],
}

describe.each([
  ['photon', PHOTON, '', '/api', 'q'],
  ['nominatim', NOMINATIM, '', '/search', 'q'],
  ['bkg', BKG, '/gdz_ortssuche__abc', '/gdz_ortssuche__abc/geosearch', 'query'],
] as const)('%s', (kind, body, path, searchPath, queryName) => {
  it('finds what its server knows, within the bounds, and says who asks but not for whom', async () => {
    const { geocoder, asked, host } = await open(kind, json(body), path)
    expect(await search(geocoder)).toEqual([HEERSER_WEG])
    expect(geocoder.provider).toBe(host)
    const [{ url, headers }] = asked as [Asked]
    expect(url.pathname).toBe(searchPath)
    expect(url.searchParams.get(queryName)).toBe('Heerser Weg 22')
    expect(url.searchParams.get('bbox') ?? url.searchParams.get('viewbox')).toBe('8.6,52,8.9,52.2')
    expect(headers['user-agent']).toBe('Anliegenwerk (+https://anliegen.example)')
    expect([headers.cookie, headers.referer, headers.authorization]).toEqual([undefined, undefined, undefined])
  })

  it('names a place, and knows when there is nothing', async () => {
    const { geocoder } = await open(kind, json(body), path)
    expect(await geocoder.nameAt({ lat: 52.0621, lon: 8.7574 }, 'de')).toEqual(HEERSER_WEG)
    const empty = await open(kind, json({ type: 'FeatureCollection', features: [] }), path)
    expect(await empty.geocoder.nameAt({ lat: 52.0621, lon: 8.7574 }, 'de')).toBeNull()
  })

  it.each<[string, Answer]>([
    ['an error of its server', json({}, 500)],
    ['a page that is no JSON', (_request, response) => void response.end('<html>')],
    ['JSON of another shape', json({ hello: 1 })],
    ['silence', () => undefined],
    ['half an answer', (_request, response) => void response.write('{"features": [')],
    ['an answer without end', (_request, response) => void response.end(`[${'1,'.repeat(600_000)}1]`)],
    ['a redirect', (_request, response) => void response.writeHead(302, { Location: 'http://127.0.0.1:9/' }).end()],
  ])('throws on %s', async (_title, answer) => {
    const { geocoder } = await open(kind, answer, path)
    await expect(search(geocoder)).rejects.toThrow()
  })
})

describe('what holds for all', () => {
  it('Nominatim answers a place it does not cover with an error, which is nothing and no failure', async () => {
    const { geocoder } = await open('nominatim', json({ error: 'Unable to geocode' }))
    expect(await geocoder.nameAt({ lat: 0, lon: 0 }, 'de')).toBeNull()
  })

  it('only Nominatim may not be asked while somebody types', async () => {
    const may = async (kind: string) => (await open(kind, json({}))).geocoder.mayComplete
    expect([await may('photon'), await may('nominatim'), await may('bkg')]).toEqual([true, false, true])
  })

  it("the BKG's key may stand before the host and goes into the path", async () => {
    const { host, asked } = await serve(json(BKG))
    const log: Log = {
      info: () => undefined,
      warn: () => undefined,
      error: () => undefined,
      within: (_, work) => work(),
    }
    const geocoder = openGeocoder(`bkg+http://my-key@${host}`, { publicUrl: null, now: () => new Date(0), log })
    expect(await search(geocoder)).toEqual([HEERSER_WEG])
    expect(asked[0]!.url.pathname).toBe('/gdz_ortssuche__my-key/geosearch')
    expect(geocoder.provider).not.toContain('my-key')
  })

  it('the same question is asked once, also by many at the same time, and again when an hour has passed', async () => {
    const { geocoder, asked, pass } = await open('photon', json(PHOTON))
    await Promise.all([search(geocoder), search(geocoder), search(geocoder, ' heerser  weg 22')])
    expect(asked).toHaveLength(1)
    pass(3_600_001)
    await search(geocoder)
    expect(asked).toHaveLength(2)
  })

  it('after some failures it is left alone for a while, then tried by one; the log holds no word of what was searched', async () => {
    let isDown = true
    const { geocoder, asked, lines, pass } = await open('photon', (request, response) =>
      json(PHOTON, isDown ? 500 : 200)(request, response),
    )
    for (const words of ['a1', 'a2', 'a3', 'a4', 'a5', 'a6']) await expect(search(geocoder, words)).rejects.toThrow()
    expect(asked).toHaveLength(4)
    expect(lines.map(({ level, message }) => [level, message])).toEqual([['warn', 'the geocoder does not answer']])
    expect(JSON.stringify(lines)).not.toMatch(/a[1-6]/)
    pass(30_001)
    const [first, second] = await Promise.allSettled([search(geocoder, 'b1'), search(geocoder, 'b2')])
    expect([first.status, second.status, asked.length]).toEqual(['rejected', 'rejected', 5])
    isDown = false
    pass(30_001)
    expect(await search(geocoder, 'b1')).toEqual([HEERSER_WEG])
    expect(await search(geocoder, 'b2')).toEqual([HEERSER_WEG])
  })

  it('no more than eight questions are under way at once', async () => {
    const waiting: (() => void)[] = []
    const { geocoder, asked } = await open('photon', (request, response) => {
      waiting.push(() => json(PHOTON)(request, response))
      if (waiting.length === 8) for (const go of waiting) go()
    })
    const all = await Promise.allSettled(Array.from({ length: 12 }, (_, index) => search(geocoder, `street ${index}`)))
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(8)
    expect(asked).toHaveLength(8)
  })
})
