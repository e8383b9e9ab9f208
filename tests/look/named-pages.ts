/** Every page of the product by a name, on a running demo: what the contact sheet shows and the look tests hold to. */
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
  { name: 'easy language', path: `${TOWN}/einfache-sprache` },
  { name: 'not found', path: `${TOWN}/gibt-es-nicht` },
  { name: 'county start', path: '/kreis-lippe/' },
  { name: 'sign-in', path: '/amt/anmelden' },
]

const STAFF_PAGES: NamedPage[] = [
  { name: 'queue', path: `${STAFF}/anliegen`, as: ADMIN },
  { name: 'settings', path: `${STAFF}/einstellungen`, as: ADMIN },
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
export async function namedPages({ url }: Pick<RunningServer, 'url'>): Promise<NamedPage[]> {
  const answer = await fetch(`${url}/api/v1/towns/bad-salzuflen/reports`, {
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
    ...STAFF_PAGES,
    { name: 'report for clerks', path: `${STAFF}/anliegen/${number}`, as: ADMIN },
    { name: 'close panel', path: `${STAFF}/anliegen/${number}?aktion=close`, as: ADMIN },
  ]
}
