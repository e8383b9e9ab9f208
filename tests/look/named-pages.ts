/** Every page of the product by a name, on a running demo: what the contact sheet shows and the look tests hold to. */
import { STEP_PATHS } from '../../client/paths.ts'
import type { RunningServer } from '../support/server.ts'

/** `as`: the mailbox of the demo person who is signed in there. */
export type NamedPage = { name: string; path: string; as?: string }

const TOWN = '/bad-salzuflen'
const STAFF = '/amt/bad-salzuflen'
const ADMIN = 'admin@bad-salzuflen.example'

/** Pages whose address does not have to be found out. */
const STEADY: NamedPage[] = [
  { name: 'platform', path: '/' },
  { name: 'platform search', path: '/?q=321' },
  { name: 'register', path: '/kommunen' },
  { name: 'building blocks', path: '/bausteine' },
  { name: 'town start', path: `${TOWN}/` },
  { name: 'town start filtered', path: `${TOWN}/?status=done` },
  { name: 'nothing found', path: `${TOWN}/anliegen?q=zzzz` },
  { name: 'list', path: `${TOWN}/anliegen` },
  { name: 'report form', path: `${TOWN}/melden` },
  { name: 'topics', path: `${TOWN}/themen` },
  { name: 'topic', path: `${TOWN}/themen/pothole` },
  { name: 'imprint', path: `${TOWN}/impressum` },
  { name: 'privacy', path: `${TOWN}/datenschutz` },
  { name: 'accessibility', path: `${TOWN}/barrierefreiheit` },
  { name: 'rules', path: `${TOWN}/regeln` },
  { name: 'developers', path: `${TOWN}/schnittstellen` },
  { name: 'developers of the platform', path: '/schnittstellen' },
  { name: 'easy language', path: `${TOWN}/einfache-sprache` },
  { name: 'not found', path: `${TOWN}/gibt-es-nicht` },
  { name: 'accessibility, thanks', path: `${TOWN}/barrierefreiheit/danke` },
  { name: 'draft over', path: `${TOWN}/melden/${'x'.repeat(43)}/ort` },
  { name: 'county start', path: '/kreis-lippe/' },
  { name: 'imprint of the platform', path: '/impressum' },
  { name: 'privacy of the platform', path: '/datenschutz' },
  { name: 'sign-in', path: '/amt/anmelden' },
]

const STAFF_PAGES: NamedPage[] = [
  { name: 'queue', path: `${STAFF}/anliegen`, as: ADMIN },
  { name: 'queue, closed', path: `${STAFF}/anliegen?view=closed`, as: ADMIN },
  { name: 'queue, nothing found', path: `${STAFF}/anliegen?q=zzzz`, as: ADMIN },
  { name: 'intake', path: `${STAFF}/aufnehmen`, as: ADMIN },
  { name: 'deliveries', path: `${STAFF}/zustellungen`, as: ADMIN },
  { name: 'settings', path: `${STAFF}/einstellungen`, as: ADMIN },
  { name: 'keys', path: `${STAFF}/schnittstellen`, as: ADMIN },
  { name: 'conformance', path: `${STAFF}/konformitaet`, as: ADMIN },
  { name: 'operator', path: '/amt/betreiber', as: 'betrieb@anliegenwerk.example' },
  { name: 'shared queue', path: '/amt/gemeinsam/kreis-lippe/roads', as: 'roads@kreis-lippe.example' },
]

const MATTER = {
  category: 'pothole',
  description: 'Tiefes Loch vor der Haustür, Radfahrer müssen auf die Gegenfahrbahn ausweichen.',
  lat: 52.0862,
  lon: 8.7443,
  address: 'Lange Straße 12',
  contact: { email: 'anna@post.example' },
}

/** @throws when the server does not take a report */
export async function namedPages(server: Pick<RunningServer, 'url'>): Promise<NamedPage[]> {
  const answer = await fetch(`${server.url}/api/v1/towns/bad-salzuflen/reports`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': 'the report of the look tests' },
    body: JSON.stringify(MATTER),
  })
  if (answer.status !== 201) throw new Error(`The report was not taken: ${answer.status} ${await answer.text()}`)
  const { number, trackingUrl } = (await answer.json()) as { number: number; trackingUrl: string }
  const tracking = new URL(trackingUrl).pathname
  return [
    ...STEADY,
    { name: 'public report', path: `${TOWN}/anliegen/${number}` },
    { name: 'public report with a history', path: `${TOWN}/anliegen/1` },
    { name: 'sent', path: `${tracking}/danke` },
    { name: 'tracking', path: tracking },
    { name: 'withdraw', path: `${tracking}/rueckzug` },
    ...(await formPages(server)),
    ...STAFF_PAGES,
    { name: 'report for clerks', path: `${STAFF}/anliegen/${number}`, as: ADMIN },
    ...['close', 'ask', 'merge', 'movePin', 'involvePartner'].map((action) => ({
      name: `panel ${action}`,
      path: `${STAFF}/anliegen/${number}?aktion=${action}`,
      as: ADMIN,
    })),
    { name: 'receipt', path: `${STAFF}/anliegen/${number}/beleg`, as: ADMIN },
    { name: 'taken down', path: `${STAFF}/aufnehmen/${number}`, as: ADMIN },
  ]
}

type Fields = Record<string, string>
/** What each step of the form is given, without script. */
const STEPS: [step: keyof typeof STEP_PATHS, fields: Fields][] = [
  ['place', { lat: String(MATTER.lat), lon: String(MATTER.lon), address: MATTER.address }],
  ['category', { category: MATTER.category, asked: MATTER.category, 'answers.size': 'wheel' }],
  ['contact', { do: 'none' }],
]
const DANGER: Fields = {
  category: 'street-light',
  asked: 'street-light',
  'answers.fault': 'damaged',
  'answers.wires': 'true',
}

/** Every step of the form, all of them filled in; and the one that tells somebody to call first. */
async function formPages({ url }: Pick<RunningServer, 'url'>): Promise<NamedPage[]> {
  const post = async (path: string, fields: Fields | string[][]) => {
    const answer = await fetch(url + path, { method: 'POST', redirect: 'manual', body: new URLSearchParams(fields) })
    const next = answer.headers.get('Location')
    if (answer.status !== 303 || !next) throw new Error(`${path} answered ${answer.status}`)
    return new URL(next, url).pathname
  }
  const begin = async () => (await post(`${TOWN}/melden`, { description: MATTER.description })).replace(/\/[^/]+$/, '')
  const draft = await begin()
  for (const [step, fields] of STEPS) {
    if (step === 'contact') await post(`${draft}/${STEP_PATHS.similar}`, await allOther(`${url}${draft}`))
    await post(`${draft}/${STEP_PATHS[step]}`, fields)
  }
  const stopped = await begin()
  await post(`${stopped}/${STEP_PATHS.place}`, STEPS[0]![1])
  await fetch(`${url}${stopped}/${STEP_PATHS.category}`, { method: 'POST', body: new URLSearchParams(DANGER) })
  return [
    ...Object.entries(STEP_PATHS).map(([step, path]) => ({ name: `form ${step}`, path: `${draft}/${path}` })),
    { name: 'form emergency', path: `${stopped}/${STEP_PATHS.category}` },
  ]
}

/** What is known nearby is something else, all of it. */
async function allOther(draft: string): Promise<string[][]> {
  const page = await (await fetch(`${draft}/${STEP_PATHS.similar}`)).text()
  return [...page.matchAll(/name="others" value="(\d+)"/g)].map(([, number]) => ['others', number!])
}
