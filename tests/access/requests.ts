/** How each role calls each route: with what it has, and with a body that is right. */
import { inTransaction } from '../../server/context.ts'
import { ASKED_HOW } from '../../server/people/change-person.ts'
import { getReportRow } from '../../server/reports/rows.ts'
import { randomToken } from '../../server/secrets.ts'
import { CITIZEN, PASSWORD } from '../support/people.ts'
import { paintedPhoto } from '../support/photos.ts'
import { submitWorded } from '../support/planted.ts'
import { FIRST_TOWN, PUBLIC_URL } from '../support/world.ts'
import type { Role } from './rules.ts'
import type { Call, Stage } from './stage.ts'

/** What a call may use up: a report nobody else calls. */
export type Expendable = { number: number; version: number }

type Asked = { stage: Stage; role: Role; route: string; expendable?: Expendable | undefined }

export async function callOf(asked: Asked): Promise<Call> {
  const { route } = asked
  const [method, pattern] = route.split(' ') as [string, string]
  const path = pattern
    .split('/')
    .map((part) => (part.startsWith(':') ? filled(part, asked) : part))
    .join('/')
  const isForAll = route.startsWith('GET /open311/')
  const query = isForAll ? `jurisdiction_id=${asked.stage.own.town}` : QUERIES[route]
  const isWrong = route.startsWith('POST /amt/konto/') || route === 'GET /amt/anmelden/rueckkehr'
  return { method, path: query ? `${path}?${query}` : path, isWrong, ...(method === 'GET' ? {} : await bodyOf(asked)) }
}

/** Staff change reports of their own; citizens and partners change the one they have a link to. */
export const needsExpendable = (route: string) =>
  /^POST \/(amt\/:town\/anliegen|api\/v1\/towns\/:town\/desk)\//.test(route)

export async function newExpendable({ world, plot }: Stage): Promise<Expendable> {
  const { number } = await submitWorded(world, plot, 'verbraucht')
  return { number, version: 1 }
}

function filled(name: string, asked: Asked): string {
  const value = VALUES[name]?.(asked)
  if (value === undefined) throw new Error(`${asked.route}: say in tests/access/requests.ts what ${name} is`)
  return value
}

const VALUES: Record<string, (asked: Asked) => string | undefined> = {
  ':town': ({ stage }) => stage.own.town,
  ':number': ({ stage, expendable }) => String(expendable?.number ?? stage.own.shown.number),
  ':token': tokenOf,
  ':draft': ({ stage, role }) => heldBy(role, stage, ({ draft }) => draft.token) ?? randomToken(),
  ':id': idOf,
  ':collection': () => 'meldungen',
  ':feature': ({ stage }) => String(stage.own.shown.number),
  ':file': ({ stage: { own } }) => `${own.shown.photo.id}.${own.shown.photo.ending}`,
  ':named': ({ stage, route }) => `${route.includes('/requests/') ? stage.own.shown.number : 'pothole'}.xml`,
  ':step': () => 'beschreiben',
  ':noun': ({ route }) => (route.includes('/auftrag/') ? 'annahme' : 'note'),
  ':category': () => 'pothole',
  ':key': ({ route }) => (route.includes('/fachbereich/') ? 'roads' : 'pothole'),
  ':lender': () => 'kreis-lippe',
  ':department': () => 'roads',
}

/** The reporter's own; the neighbour's is right at home, and wrong here. */
function heldBy(role: Role, { own, other }: Stage, what: (town: Stage['own']) => string): string | undefined {
  if (role === 'reporter') return what(own)
  return role === 'neighbour' ? what(other) : undefined
}

/** The link somebody has, tried at an address that may be meant for another; who has none makes one up. */
function tokenOf({ stage, role, route }: Asked): string {
  const { own } = stage
  if (role === 'partner') return own.order.outside
  const [, surface = ''] = /\/(verfolgen|abmelden|folgen|auftrag)\//.exec(route) ?? []
  const madeUp: Record<string, string> = {
    abmelden: `${own.hidden.number}-${randomToken()}`,
    folgen: `${own.shown.following.slice(0, 36)}-${randomToken()}`,
  }
  const held = {
    verfolgen: (town: Stage['own']) => town.hidden.tracking,
    abmelden: (town: Stage['own']) => town.hidden.stop,
    folgen: (town: Stage['own']) => town.shown.following,
    // The reporter's own link opens no order; the neighbour's partner has one that opens theirs.
    auftrag: (town: Stage['own']) => (role === 'neighbour' ? town.order.outside : town.hidden.tracking),
  }[surface]
  return (held && heldBy(role, stage, held)) ?? madeUp[surface] ?? randomToken()
}

function idOf({ stage, route }: Asked): string {
  if (route.includes('/webhooks/')) return stage.webhook
  if (route.includes('/schluessel/')) return stage.spareKey
  return route.includes('/personen/') ? stage.spare : photoOf(stage, route)
}

function photoOf({ own }: Stage, route: string): string {
  if (route.includes('/melden/')) return own.draft.photo
  if (route.includes('/verfolgen/')) return own.hidden.photo.id
  return route.includes('/auftrag/') ? own.order.photo.id : own.shown.photo.id
}

const SINCE = 'since=2026-11-16T00:00:00.000Z'
const POINT = 'lat=52.0862&lon=8.7443'
const QUERIES: Record<string, string> = {
  'GET /amt/:town/neu': SINCE,
  'GET /amt/gemeinsam/:lender/:department/neu': SINCE,
  'GET /amt/:town/aufnehmen/nahe': POINT,
  'GET /amt/:town/orte': 'q=strasse',
  'GET /:town/orte': 'q=strasse',
  'GET /oembed': `url=${PUBLIC_URL}/${FIRST_TOWN}`,
  'GET /:town/anliegen/ausschnitt': 'bbox=8.5,52,9,52.3',
  'GET /api/v1/towns/:town/map': 'zoom=18',
  'POST /amt/:town/anliegen/:number/vorschau': 'aktion=answer',
}

type Fields = Record<string, string>
type Body = { body: BodyInit; headers?: Record<string, string> }

async function bodyOf(asked: Asked): Promise<Body> {
  const { route } = asked
  if (/\/(fotos|photo)$/.test(route)) return { body: await photoForm() }
  if (route === 'POST /mcp') {
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' })
    return { body, headers: { 'Content-Type': 'application/json' } }
  }
  if (route.startsWith('POST /api/')) {
    const event = { action: 'note', text: 'Ein Vermerk.' }
    const body = route.includes('/desk/')
      ? JSON.stringify(event)
      : JSON.stringify({ category: 'pothole', description: 'Ein Loch.', ...asked.stage.plot.at })
    return { body, headers: { 'Content-Type': 'application/json' } }
  }
  if (route.startsWith('POST /open311/'))
    return { body: new URLSearchParams({ jurisdiction_id: asked.stage.own.town }) }
  const fields = await FIELDS[route]?.(asked)
  return { body: new URLSearchParams(fields ?? {}) }
}

const FIELDS: Record<string, (asked: Asked) => Fields | Promise<Fields>> = {
  'POST /amt/anmelden': ({ stage: { people }, role }) => ({
    email: (people[role] ?? people.colleague!).email,
    password: PASSWORD,
  }),
  'POST /amt/passwort': ({ role }) => ({ email: `${role}@post.example` }),
  'POST /amt/anmelden/code': () => ({ code: '123456' }),
  'POST /amt/passwort/:token': () => ({ password: 'ein langes neues Passwort' }),
  'POST /amt/einladung/:token': () => ({ password: 'ein langes neues Passwort' }),
  'POST /amt/konto/passwort': () => ({ current: 'falsch', newPassword: 'ein langes neues Passwort' }),
  'POST /amt/konto/wiederherstellung': () => ({ password: 'falsch' }),
  'POST /amt/konto/zweiter-faktor/code': () => ({ code: '123456' }),
  'POST /amt/konto/zweiter-faktor/ende': () => ({ removePassword: 'falsch', code: '123456' }),
  'POST /amt/konto/sitzungen': () => ({ session: 'others' }),
  'POST /amt/:town/schnittstellen': () => ({ name: 'Stadt-App', scopes: 'submit', perHour: '600' }),
  'POST /amt/:town/personen/neu': ({ role }) => ({
    email: `${role}@neu.example`,
    name: 'Neu',
    role: 'clerk',
    departments: 'depot',
  }),
  'POST /amt/:town/personen/:id/rolle': () => ({ role: 'clerk', departments: 'green' }),
  'POST /amt/:town/personen/:id/zweiter-faktor': () => ({ how: ASKED_HOW[0]! }),
  'POST /amt/:town/schnittstellen/webhooks/neu': ({ role }) => ({
    url: `https://127.0.0.1:9/${role}`,
    types: 'report.closed',
  }),
  'POST /amt/betreiber/:town/einladung': ({ role }) => ({ email: `${role}@leitung.example`, name: 'Neu' }),
  'POST /:town/anliegen/:number/beanstanden': () => ({ reason: 'other', text: 'Das gehört hier nicht hin.' }),
  'POST /:town/barrierefreiheit': () => ({ text: 'Der Knopf ist zu klein.' }),
  'POST /:town/anliegen/:number/folgen': ({ role }) => ({ email: `${role}@folgt.example` }),
  'POST /:town/melden': () => ({ description: 'Ein Loch in der Straße.' }),
  'POST /:town/melden/:draft/:step': () => ({ description: 'Ein anderes Loch.' }),
  'POST /:town/embed/melden': () => ({ description: 'Ein Loch in der Straße.' }),
  'POST /:town/embed/melden/:draft/:step': () => ({ description: 'Ein anderes Loch.' }),
  'POST /:town/verfolgen/:token/antwort': () => ({ text: 'Ja.' }),
  'POST /:town/verfolgen/:token/widerspruch': () => ({ text: 'Das stimmt nicht.' }),
  'POST /:town/verfolgen/:token/zufriedenheit': () => ({ score: '1' }),
  'POST /:town/abmelden/:token': () => ({ wunsch: 'keine-mails' }),
  'POST /:town/folgen/:token': () => ({ wunsch: 'nicht-folgen' }),
  'POST /:town/auftrag/:token/:noun': async ({ stage: { world, own } }) => {
    const citizen = await world.as(CITIZEN, own.town)
    // With ids of the neighbour there is no such report here.
    const order = await inTransaction(citizen, (ctx) => getReportRow(ctx, own.order.number)).catch(() => null)
    return { version: String(order?.version ?? 1) }
  },
  'POST /amt/:town/aufnehmen': ({ stage: { plot } }) => ({
    step: 'send-anyway',
    key: randomToken(),
    category: 'pothole',
    description: 'Ein Loch.',
    lat: String(plot.at.lat),
    lon: String(plot.at.lon),
  }),
  'POST /amt/:town/anliegen/:number/neighbour': ({ stage, expendable }) => ({
    version: String(expendable!.version),
    town: stage.other.town,
  }),
  'POST /amt/:town/anliegen/:number/vorschau': () => ({ version: '1', answer: 'Wir kommen.' }),
  'POST /amt/:town/anliegen/:number/:noun': () => ({ text: 'Ein Vermerk.' }),
  'POST /amt/:town/anliegen/sammel': ({ expendable }) => ({
    change: 'accept',
    picked: `${expendable!.number}:${expendable!.version}`,
  }),
  'POST /amt/:town/anliegen/rueckgaengig': ({ stage }) => ({ step: stage.own.press }),
  'POST /amt/:town/einstellungen/texte': () => ({ what: 'texts', seen: '0', 'news.de': 'Neues.' }),
  'POST /amt/:town/einstellungen/fachbereich/:key': () => ({ what: 'reach', seen: '0', phone: '030 23125 1' }),
  'POST /amt/:town/einstellungen/kategorie/:key': () => ({
    what: 'answer',
    seen: '0',
    'instantAnswer.de': 'Wir sehen nach.',
  }),
  'POST /amt/:town/einstellungen/stand': () => ({ seen: '0', version: '0' }),
}

async function photoForm(): Promise<FormData> {
  const form = new FormData()
  form.append('photo', new File([(await paintedPhoto(48, 32)) as Uint8Array<ArrayBuffer>], 'foto.jpg'))
  return form
}

/** Fields of every change a clerk can make, so that each is refused for who calls and not for what is in it. */
const CHANGE_FIELDS: Fields = {
  reason: 'repaired',
  answer: 'Das ist erledigt.',
  text: 'x',
  department: 'depot',
  category: 'tree',
  date: '2030-01-01',
  days: '3',
  partner: 'Stadtwerke',
  instruction: 'x',
  priority: 'urgent',
  what: 'report',
  visibility: 'shown',
  lat: '52.09',
  lon: '8.75',
}
const OTHER_FIELDS: Record<string, Fields> = {
  refusal: { reason: 'no_defect' },
  handover: { reason: 'county', partner: 'Kreis Lippe' },
  'partner-return': { reason: 'partner_done' },
  'notice-decision': { decision: 'kept' },
}

export async function changeCallOf(stage: Stage, noun: string, { number, version }: Expendable): Promise<Call> {
  const { own } = stage
  const numbers = noun === 'merging' ? String((await newExpendable(stage)).number) : String(own.shown.number)
  const fields = {
    ...CHANGE_FIELDS,
    version: String(version),
    numbers,
    photo: own.shown.photo.id,
    notice: own.shown.photo.id,
    ...OTHER_FIELDS[noun],
  }
  return { method: 'POST', path: `/amt/${own.town}/anliegen/${number}/${noun}`, body: new URLSearchParams(fields) }
}
