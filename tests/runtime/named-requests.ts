/**
 * The requests that people and other systems live by, in an order in which each finds what it needs: Anna reports, Bernd
 * works on it, Dirk next door looks. Knows no test runner, for the benchmark takes the same ones.
 */
import { tellingPhoto } from '../support/photos.ts'

/** What earlier answers taught, by name: addresses, cookies, numbers. */
export type Known = Record<string, string>
/** POST with a body, GET without one, unless said otherwise. */
export type Sent = {
  path: string
  method?: 'HEAD' | 'OPTIONS'
  body?: BodyInit
  headers?: Record<string, string>
}
export type Got = { status: number; headers: Headers; text: string; bytes: Uint8Array }
export type NamedRequest = {
  name: string
  ask: (known: Known) => Sent | Promise<Sent>
  status: number
  /** What its body or Location has to hold. */
  says?: readonly (string | RegExp)[]
  never?: readonly string[]
  /** Node keeps it for two seconds, with a sum of its own over it and nobody's count of reads. */
  isKept?: true
  /** By what each runtime makes of a photo. */
  differsIn?: RegExp
  /** As each runtime cleans it: the same picture in other bytes. */
  isPhoto?: true
  /** Told apart by its time on Node, by its sum at the edge. */
  isFile?: true
  learns?: (got: Got, known: Known) => Known
}

export const TOWN = 'bad-salzuflen'
const NEIGHBOUR = 'herford'
const HERE = { lat: '52.0862', lon: '8.7443' }
const NEXT_DOOR = { lat: '52.1152', lon: '8.6711' }
const TEXT = 'Tiefes Loch vor der Haltestelle'
export const EMAIL = 'anna@post.example'

/** Stands in the photo, and in no answer. */
export const SECRET = 'Innenhof-bei-Anna'

function ofOneFile(content: string | Uint8Array<ArrayBuffer>): Sent {
  const body = new FormData()
  body.append('photo', new File([content], 'loch.jpg'))
  return {
    path: `/${TOWN}/melden/fotos`,
    body,
    headers: { Accept: 'application/json', 'Sec-Fetch-Site': 'same-origin' },
  }
}

const get = (path: string, headers: Record<string, string> = {}): Sent => ({ path, headers })
const post = (path: string, fields: Record<string, string> | [string, string][], headers = {}): Sent => ({
  path,
  body: new URLSearchParams(fields),
  headers: { 'Sec-Fetch-Site': 'same-origin', ...headers },
})
const json = (path: string, body: object, headers = {}): Sent => ({
  path,
  body: JSON.stringify(body),
  headers: { 'Content-Type': 'application/json', ...headers },
})
const as = (cookie: string | undefined) => ({ Cookie: cookie ?? '' })

/** The first group of the pattern. @throws when the answer does not have it */
function found(text: string | null, pattern: RegExp): string {
  const value = pattern.exec(text ?? '')?.[1]
  if (value === undefined) throw new Error(`${pattern} is not in ${text?.slice(0, 2_000)}`)
  return value
}
const location = ({ headers }: Got) => headers.get('Location')
const cookieIn = ({ headers }: Got) => found(headers.get('Set-Cookie'), /^([^;]+)/)
const versionIn = ({ text }: Got) => found(text, /name="version" value="(\d+)"/)

const report = (known: Known) => `/amt/${TOWN}/anliegen/${known.number}`
const api = (path: string, town = TOWN) => `/api/v1/towns/${town}/${path}`
const filing = { category: 'pothole', description: 'Loch in der Mittelstraße.', lat: 52.0862, lon: 8.7443 }

const WALK: NamedRequest[] = [
  { name: 'alive', ask: () => get('/healthz'), status: 200 },
  { name: 'ready', ask: () => get('/readyz'), status: 200, says: ['ready'] },
  { name: 'platform start', ask: () => get('/'), isKept: true, status: 200, says: ['Bad Salzuflen'] },
  { name: 'platform search', ask: () => get('/?q=32105'), status: 200, says: ['1 Treffer'] },
  { name: 'imprint of a platform', ask: () => get('/impressum'), status: 200 },
  {
    name: 'town start',
    ask: () => get(`/${TOWN}/`),
    isKept: true,
    status: 200,
    says: ['Anliegen melden in Bad Salzuflen'],
    learns: ({ text }) => ({
      style: found(text, /(\/assets\/citizen-[\w-]+\.css)/),
      theme: found(text, /(\/[\w-]+\/theme\.css\?v=\w+)/),
    }),
  },
  { name: 'head of the town start', ask: () => ({ path: `/${TOWN}/`, method: 'HEAD' }), status: 200 },
  {
    name: 'town start in English',
    ask: () => get(`/${TOWN}/?lang=en`),
    isKept: true,
    status: 200,
    says: ['lang="en"'],
  },
  { name: 'style of the pages', ask: ({ style }) => get(style!), status: 200, isFile: true },
  { name: 'style that is gone', ask: () => get('/assets/citizen-gone.css'), status: 404 },
  { name: 'colours of the town', ask: ({ theme }) => get(theme!), status: 200, says: ['--'] },
  { name: 'arms of the town', ask: () => get(`/${TOWN}/logo.svg`), status: 200, says: ['<svg'] },
  { name: 'elements for other websites', ask: () => get('/embed.js'), status: 200 },
  { name: 'list', ask: () => get(`/${TOWN}/anliegen`), isKept: true, status: 200 },
  { name: 'topic', ask: () => get(`/${TOWN}/themen/pothole`), isKept: true, status: 200, says: ['Schlagloch'] },
  { name: 'streets', ask: () => get(`/${TOWN}/orte?q=salzuflen`), status: 200 },

  { name: 'form', ask: () => get(`/${TOWN}/melden`), status: 200, says: ['Was ist Ihnen aufgefallen?'] },
  {
    name: 'form without words',
    ask: () => post(`/${TOWN}/melden`, { description: '' }),
    status: 422,
    says: ['role="alert"'],
  },
  {
    name: 'photo for the form',
    ask: async () => ofOneFile((await tellingPhoto(SECRET)) as Uint8Array<ArrayBuffer>),
    status: 200,
    says: [/"refused":\[\]/],
    learns: ({ text }) => ({
      draft: found(text, /"draft":"(\/[\w-]+\/melden\/[\w-]{43})"/),
      photo: found(text, /"src":"([^"]+)"/),
    }),
  },
  { name: 'photo of the form', ask: ({ photo }) => get(photo!), status: 200, isPhoto: true },
  {
    name: 'photo that is too large',
    ask: () => ofOneFile(new Uint8Array(11 * 1024 * 1024)),
    status: 200,
    says: ['10 MB'],
  },
  { name: 'what is no photo', ask: () => ofOneFile('kein Foto'), status: 200, says: [/"items":\[\]/] },
  {
    name: 'form, first step',
    ask: ({ draft }) => post(`${draft}/beschreiben`, { description: TEXT }),
    status: 303,
    says: ['/ort'],
  },
  {
    name: 'place of the neighbour',
    ask: ({ draft }) => post(`${draft}/ort`, NEXT_DOOR),
    status: 303,
    says: [/\/ort$/m],
  },
  {
    name: 'place of the neighbour, told',
    ask: ({ draft }) => get(`${draft}/ort`),
    status: 200,
    says: ['Dieser Ort gehört zu Herford.'],
  },
  { name: 'form, place', ask: ({ draft }) => post(`${draft}/ort`, HERE), status: 303, says: ['/kategorie'] },
  { name: 'form, categories', ask: ({ draft }) => get(`${draft}/kategorie`), status: 200, says: ['Schlagloch'] },
  {
    name: 'form, category',
    ask: ({ draft }) => post(`${draft}/kategorie`, { category: 'pothole', asked: 'pothole', 'answers.size': 'wheel' }),
    status: 303,
    says: ['/schon-gemeldet'],
  },
  {
    name: 'form, what is near',
    ask: ({ draft }) => get(`${draft}/schon-gemeldet`),
    status: 200,
    learns: ({ text }) => ({
      others: [...text.matchAll(/name="others" value="(\d+)"/g)].map(([, number]) => number).join(' '),
    }),
  },
  {
    name: 'form, something else',
    ask: ({ draft, others }) =>
      post(
        `${draft}/schon-gemeldet`,
        others!.split(' ').map((one) => ['others', one]),
      ),
    status: 303,
    says: ['/kontakt'],
  },
  {
    name: 'form, contact',
    ask: ({ draft }) => post(`${draft}/kontakt`, { email: EMAIL }),
    status: 303,
    says: ['/pruefen'],
  },
  { name: 'form, check', ask: ({ draft }) => get(`${draft}/pruefen`), status: 200, says: [TEXT, EMAIL] },
  {
    name: 'submit by the form',
    ask: ({ draft }) => post(`${draft}/pruefen`, {}),
    status: 303,
    learns: (got) => ({ tracking: found(location(got), /(\/[\w-]+\/verfolgen\/[\w-]{43})/) }),
  },
  {
    name: 'thanks',
    ask: ({ tracking }) => get(`${tracking}/danke`),
    status: 200,
    says: ['Danke, es ist angekommen.'],
    learns: ({ text }) => ({ number: found(text, />#(\d+)</) }),
  },
  {
    name: 'tracking',
    ask: ({ tracking }) => get(tracking!),
    status: 200,
    says: [TEXT, 'Eingegangen'],
    learns: ({ text }) => ({ ownPhoto: found(text, /src="([^"]+\/fotos\/[^"]+)"/) }),
  },
  { name: 'photo of the report', ask: ({ ownPhoto }) => get(ownPhoto!), status: 200, isPhoto: true },
  {
    name: 'own data',
    ask: ({ tracking }) => get(`${tracking}/daten.json`),
    status: 200,
    says: [EMAIL],
    differsIn: /"bytes": \d+/,
  },
  { name: 'tracking with a wrong link', ask: () => get(`/${TOWN}/verfolgen/${'x'.repeat(43)}`), status: 410 },

  {
    name: 'submit',
    ask: ({ round }) => json(api('reports'), filing, { 'Idempotency-Key': `report-of-anna-${round}` }),
    status: 201,
    says: [/"number":\d+/, /"trackingUrl":"http/],
    learns: ({ text }) => ({ filed: found(text, /"number":(\d+)/) }),
  },
  {
    name: 'submit, the same again',
    ask: ({ round }) => json(api('reports'), filing, { 'Idempotency-Key': `report-of-anna-${round}` }),
    status: 201,
    says: [/"number":\d+/],
  },
  {
    name: 'submit without a category',
    ask: () => json(api('reports'), { ...filing, category: 'nothing' }),
    status: 422,
    says: ['category'],
  },
  {
    name: 'submit at the neighbour’s place',
    ask: () => json(api('reports'), { ...filing, lat: 52.1152, lon: 8.6711 }),
    status: 409,
    says: [/"town":{"key":"herford"/],
  },
  { name: 'submit what is no JSON', ask: () => ({ ...json(api('reports'), {}), body: '{' }), status: 400 },
  {
    name: 'reports by the API',
    ask: () => get(api('reports?limit=5')),
    status: 200,
    says: [/"items":\[/],
    learns: ({ headers }) => ({ sum: headers.get('ETag')! }),
  },
  {
    name: 'reports by the API, unchanged',
    ask: ({ sum }) => get(api('reports?limit=5'), { 'If-None-Match': sum! }),
    status: 304,
  },
  {
    name: 'preflight of another website',
    ask: () => ({
      path: api('reports'),
      method: 'OPTIONS',
      headers: { Origin: 'https://app.example', 'Access-Control-Request-Method': 'POST' },
    }),
    status: 204,
  },
  { name: 'categories by the API', ask: () => get(api('categories')), status: 200, says: ['pothole'] },
  { name: 'map view', ask: () => get(api('map?zoom=13')), isKept: true, status: 200 },
  { name: 'description of the API', ask: () => get('/api/openapi.json'), status: 200, says: ['3.1.0'] },

  { name: 'staff without sign-in', ask: () => get(`/amt/${TOWN}/anliegen`), status: 303, says: ['/amt/anmelden'] },
  { name: 'sign-in page', ask: () => get('/amt/anmelden'), status: 200, says: ['Passwort'] },
  {
    name: 'sign-in with a wrong password',
    ask: ({ clerk }) => post('/amt/anmelden', { email: clerk!, password: 'wrong' }),
    status: 401,
  },
  {
    name: 'sign-in',
    ask: ({ clerk, password }) => post('/amt/anmelden', { email: clerk!, password: password! }),
    status: 303,
    says: ['/amt'],
    learns: (got) => ({ bernd: cookieIn(got) }),
  },
  {
    name: 'sign-in from another website',
    ask: ({ clerk, password }) =>
      post('/amt/anmelden', { email: clerk!, password: password! }, { 'Sec-Fetch-Site': 'cross-site' }),
    status: 403,
  },
  { name: 'queue', ask: ({ bernd }) => get(`/amt/${TOWN}/anliegen`, as(bernd)), status: 200, says: [TEXT] },
  {
    name: 'report at the desk',
    ask: (known) => get(report(known), as(known.bernd)),
    status: 200,
    says: [TEXT, EMAIL, 'Annehmen'],
    learns: (got) => ({ version: versionIn(got) }),
  },
  {
    name: 'accept',
    ask: (known) => post(`${report(known)}/acceptance`, { version: known.version! }, as(known.bernd)),
    status: 303,
  },
  {
    name: 'stale save',
    ask: (known) =>
      post(`${report(known)}/answer`, { version: known.version!, answer: 'Wir kommen.' }, as(known.bernd)),
    status: 409,
    says: ['Wir kommen.'],
  },
  {
    name: 'report that was accepted',
    ask: (known) => get(report(known), as(known.bernd)),
    status: 200,
    learns: (got) => ({ version: versionIn(got) }),
  },
  {
    name: 'publish',
    ask: (known) =>
      post(
        `${report(known)}/visibility`,
        { version: known.version!, what: 'text', visibility: 'shown' },
        as(known.bernd),
      ),
    status: 303,
  },
  {
    name: 'report that was published',
    ask: (known) => get(report(known), as(known.bernd)),
    status: 200,
    learns: (got) => ({ version: versionIn(got), photoId: found(got.text, /name="photo" value="([^"]+)"/) }),
  },
  {
    name: 'publish the photo',
    ask: (known) =>
      post(
        `${report(known)}/photo-visibility`,
        { version: known.version!, photo: known.photoId!, visibility: 'shown' },
        as(known.bernd),
      ),
    status: 303,
  },
  {
    name: 'report with a public photo',
    ask: (known) => get(report(known), as(known.bernd)),
    status: 200,
    learns: (got) => ({ version: versionIn(got) }),
  },
  {
    name: 'photo at the desk',
    ask: (known) => get(`${report(known)}/fotos/${known.photoId}`, as(known.bernd)),
    status: 200,
    isPhoto: true,
  },
  {
    name: 'close',
    ask: (known) =>
      post(
        `${report(known)}/closure`,
        { version: known.version!, reason: 'repaired', answer: 'Das Loch ist zu.' },
        as(known.bernd),
      ),
    status: 303,
  },
  {
    name: 'public page',
    ask: ({ number }) => get(`/${TOWN}/anliegen/${number}`),
    isKept: true,
    status: 200,
    says: [TEXT, 'Das Loch ist zu.'],
    never: [EMAIL],
    learns: ({ text }) => ({ shownPhoto: found(text, /src="([^"]+\/fotos\/[^"]+)"/) }),
  },
  { name: 'public photo', ask: ({ shownPhoto }) => get(shownPhoto!), status: 200, isPhoto: true },
  { name: 'report by the API', ask: ({ number }) => get(api(`reports/${number}`)), status: 200, never: [EMAIL] },
  { name: 'tracking, closed', ask: ({ tracking }) => get(tracking!), status: 200, says: ['Das Loch ist zu.'] },
  {
    name: 'news of the queue',
    ask: ({ bernd }) => get(`/amt/${TOWN}/neu?since=2026-11-16T00:00:00Z`, as(bernd)),
    status: 200,
  },

  {
    name: 'sign-in next door',
    ask: ({ nextDoor, password }) => post('/amt/anmelden', { email: nextDoor!, password: password! }),
    status: 303,
    learns: (got) => ({ dirk: cookieIn(got) }),
  },
  {
    name: 'neighbour’s clerk at the queue',
    ask: ({ dirk }) => get(`/amt/${TOWN}/anliegen`, as(dirk)),
    status: 404,
    never: [TEXT],
  },
  {
    name: 'neighbour’s clerk at the report',
    ask: (known) => get(report(known), as(known.dirk)),
    status: 404,
    never: [TEXT, EMAIL],
  },
  {
    name: 'neighbour’s clerk, the same number at home',
    ask: (known) => get(`/amt/${NEIGHBOUR}/anliegen/${known.number}`, as(known.dirk)),
    status: 404,
    never: [TEXT, EMAIL],
  },
  {
    name: 'neighbour’s clerk changes it',
    ask: (known) => post(`${report(known)}/note`, { text: 'Ich war hier.' }, as(known.dirk)),
    status: 404,
  },

  { name: 'Open311 discovery', ask: () => get(`/${TOWN}/open311/v2/discovery.json`), status: 200 },
  { name: 'Open311 services', ask: () => get(`/${TOWN}/open311/v2/services.xml`), status: 200, says: ['<services>'] },
  {
    name: 'Open311 list',
    ask: () => get(`/${TOWN}/open311/v2/requests.json?updated_after=2026-11-01T00:00:00Z`),
    status: 200,
    says: ['service_request_id'],
  },
  {
    name: 'Open311 list as XML',
    ask: () => get(`/${TOWN}/open311/v2/requests.xml?updated_after=2026-11-01T00:00:00Z`),
    status: 200,
    says: ['<service_requests>'],
  },
  {
    name: 'Open311 submit',
    ask: ({ key }) =>
      post(`/${TOWN}/open311/v2/requests.json?api_key=${key}`, [
        ['jurisdiction_id', TOWN],
        ['service_code', 'pothole'],
        ['lat', HERE.lat],
        ['long', HERE.lon],
        ['description', 'Loch, von einer App gemeldet.'],
      ]),
    status: 200,
    says: [/"service_request_id":"\d+"/],
  },
  {
    name: 'Open311 submit without a key',
    ask: () => post(`/${TOWN}/open311/v2/requests.xml`, { jurisdiction_id: TOWN, service_code: 'pothole' }),
    status: 403,
    says: ['<errors>'],
  },
  { name: 'Atom feed', ask: () => get(`/${TOWN}/feed.atom`), status: 200, says: ['<feed'] },
  { name: 'OGC API', ask: () => get(`/${TOWN}/ogc/collections/meldungen/items?limit=5`), status: 200 },
  { name: 'open data as a table', ask: () => get(`/${TOWN}/opendata/meldungen.csv`), status: 200 },
  { name: 'map of the town for other websites', ask: () => get(`/${TOWN}/embed/karte`), isKept: true, status: 200 },
  {
    name: 'chatbot',
    ask: () =>
      json('/mcp', { jsonrpc: '2.0', id: 1, method: 'tools/list' }, { Accept: 'application/json, text/event-stream' }),
    status: 200,
    says: ['prepare_report'],
  },

  {
    name: '404 in the town’s look',
    ask: () => get(`/${TOWN}/gibt-es-nicht`),
    status: 404,
    says: [`/${TOWN}/theme.css`],
  },
  { name: '404 of the platform', ask: () => get('/gibt-es-nicht'), status: 404 },
  { name: '404 of the API', ask: () => get(api('reports/999999')), status: 404, says: ['application/problem+json'] },
  { name: 'robots.txt', ask: () => get('/robots.txt'), status: 200 },
  { name: 'sitemap of the town', ask: () => get(`/${TOWN}/sitemap.xml`), status: 200 },
  { name: 'sign-out', ask: ({ bernd }) => post('/amt/abmelden', {}, as(bernd)), status: 303 },
  { name: 'queue after the sign-out', ask: ({ bernd }) => get(`/amt/${TOWN}/anliegen`, as(bernd)), status: 303 },
]

export const NAMED_REQUESTS: readonly NamedRequest[] = WALK

/** Sends it as a browser would, but follows nothing. */
export async function send(url: string, { path, body, headers = {}, method }: Sent): Promise<Got> {
  const answer = await fetch(url + path, {
    method: method ?? (body ? 'POST' : 'GET'),
    redirect: 'manual',
    headers,
    ...(body ? { body } : {}),
  })
  const bytes = new Uint8Array(await answer.arrayBuffer())
  return { status: answer.status, headers: answer.headers, text: new TextDecoder().decode(bytes), bytes }
}
