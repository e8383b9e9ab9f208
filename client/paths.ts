/** Every address of the product, built in one place. `base` is `/{town}`, or empty on a town's own host. */

type Query = Record<string, string | undefined>

/** Steps of the report form, in their order, as its addresses call them. */
export const STEP_PATHS = {
  describe: 'beschreiben',
  place: 'ort',
  category: 'kategorie',
  similar: 'schon-gemeldet',
  contact: 'kontakt',
  check: 'pruefen',
} as const
export type FormStep = keyof typeof STEP_PATHS

type TrackingNoun = 'rueckzug' | 'rueckgaengig' | 'widerspruch' | 'zufriedenheit' | 'kontaktloeschung' | 'loeschung'

/** The chosen language is kept by the server in every link (server/http/respond.ts), so no address here carries it. */
export const town = (base: string) => ({
  start: (filter: Query = {}) => `${base}/${query(filter)}`,
  report: (prefill: Query = {}) => `${base}/melden${query(prefill)}`,
  /** A begun report: leads to what is still missing. */
  draft: (draft: string) => `${base}/melden/${draft}`,
  step: (draft: string, step: FormStep, how: Query = {}) => `${base}/melden/${draft}/${STEP_PATHS[step]}${query(how)}`,
  /** Kept for later; not sent, because it is one that the town knows. */
  laterDraft: (draft: string) => `${base}/melden/${draft}/spaeter`,
  followed: (draft: string, number: number) => `${base}/melden/${draft}/gefolgt/${number}`,
  /** POST; without a draft it begins one. */
  draftPhotos: (draft?: string) => (draft ? `${base}/melden/${draft}/fotos` : `${base}/melden/fotos`),
  draftPhoto: (draft: string, id: string, size?: 'klein') => photo(`${base}/melden/${draft}`, id, size),
  removeDraftPhoto: (draft: string, id: string) => `${base}/melden/${draft}/fotos/${id}/entfernen`,
  reports: (filter: Query = {}) => `${base}/anliegen${query(filter)}`,
  /** The list of a part of the map, as a piece of a page. */
  section: () => `${base}/anliegen/ausschnitt`,
  publicReport: (number: number) => `${base}/anliegen/${number}`,
  publicPhoto: (number: number, { id, ending }: { id: string; ending: string }, size?: 'klein') =>
    `${base}/anliegen/${number}/fotos/${id}${size ? `-${size}` : ''}.${ending}`,
  tracking: (token: string) => `${base}/verfolgen/${token}`,
  trackingPhotos: (token: string) => `${base}/verfolgen/${token}/fotos`,
  trackingPhoto: (token: string, id: string, size?: 'klein') => photo(`${base}/verfolgen/${token}`, id, size),
  answer: (token: string) => `${base}/verfolgen/${token}/antwort`,
  /** What else reporters do with their own report: nouns below its address. */
  trackingAction: (token: string, noun: TrackingNoun) => `${base}/verfolgen/${token}/${noun}`,
  /** What is kept about the reporter; the same as a file. */
  ownData: (token: string) => `${base}/verfolgen/${token}/daten`,
  ownDataFile: (token: string) => `${base}/verfolgen/${token}/daten.json`,
  /** A report for somebody outside; what they do with it are nouns below it. */
  outside: (token: string) => `${base}/auftrag/${token}`,
  outsidePhoto: (token: string, id: string, size?: 'klein') => photo(`${base}/auftrag/${token}`, id, size),
  outsideAction: (token: string, noun: string) => `${base}/auftrag/${token}/${noun}`,
  /** Where mails about a report are stopped: a page and, at the same address, the POST. */
  stopMails: (token: string) => `${base}/abmelden/${token}`,
  /** POST: "that concerns me too", and to hear of it by mail. */
  concern: (number: number) => `${base}/anliegen/${number}/betrifft-mich`,
  /** Something public is wrong: a page and, at the same address, the POST. */
  notice: (number: number) => `${base}/anliegen/${number}/beanstanden`,
  noticeThanks: (number: number, done: Query = {}) => `${base}/anliegen/${number}/beanstanden/danke${query(done)}`,
  follow: (number: number) => `${base}/anliegen/${number}/folgen`,
  /** Where a follower confirms and ends: a page and, at the same address, the POST. */
  following: (token: string) => `${base}/folgen/${token}`,
  /** All that can be reported; one of it. */
  topics: (search: Query = {}) => `${base}/themen${query(search)}`,
  topic: (category: string) => `${base}/themen/${category}`,
  sitemap: (page: Query = {}) => `${base}/sitemap.xml${query(page)}`,
  /** Addresses by words (`q`) or around a place (`lat`, `lon`), as JSON. */
  places: (search: Query = {}) => `${base}/orte${query(search)}`,
  /** A proof of work to be done before sending, as JSON. */
  challenge: () => `${base}/aufgabe`,
  wish: () => `${base}/wunsch`,
  imprint: () => `${base}/impressum`,
  privacy: () => `${base}/datenschutz`,
  accessibility: () => `${base}/barrierefreiheit`,
  /** The form for barriers, about a page. */
  feedback: (about: Query = {}) => `${base}/barrierefreiheit${query(about)}#rueckmeldung`,
  feedbackThanks: (done: Query = {}) => `${base}/barrierefreiheit/danke${query(done)}`,
  /** What messengers show of a shared page. */
  picture: () => `${base}/bild.png`,
  reportPicture: (number: number) => `${base}/anliegen/${number}/bild.png`,
  easy: () => `${base}/einfache-sprache`,
  rules: () => `${base}/regeln`,
  /** What other systems can do here, for those who build them. */
  developers: () => `${base}/schnittstellen`,
  theme: (version: string) => `${base}/theme.css?v=${version}`,
  logo: () => `${base}/logo.svg`,
  /** Pages for the frame of another website; without a name, what its form's addresses begin with. */
  embed: (what?: Widget, how: Query = {}) => `${base}/embed${what ? `/${what}` : ''}${query(how)}`,
  /** OGC API – Features; `path` below its landing page. */
  ogc: (path = '', params: Query = {}) => `${base}/ogc${path}${query(params)}`,
  /** GeoReport v2: public reports as JSON. */
  open311Reports: () => `${base}/open311/v2/requests.json`,
  /** Public data to take along, and the files of it. */
  openData: () => `${base}/opendata`,
  openDataFile: (file: OpenDataFile, filter: Query = {}) => `${base}/opendata/${file}${query(filter)}`,
  feed: (filter: Query = {}) => `${base}/feed.atom${query(filter)}`,
  /** What is planned for a day, for calendars. */
  calendar: (filter: Query = {}) => `${base}/termine.ics${query(filter)}`,
})

/** What the town's own website can show. */
export const WIDGETS = ['melden', 'karte', 'liste', 'status'] as const
export type Widget = (typeof WIDGETS)[number]

type OpenDataFile = 'meldungen.geojson' | 'meldungen.csv' | 'dcat.jsonld' | 'dcat.rdf'

export const platform = {
  start: () => '/',
  search: (q: string) => `/${query({ q })}`,
  register: (filter: Query = {}) => `/kommunen${query(filter)}`,
  imprint: () => '/impressum',
  privacy: () => '/datenschutz',
  accessibility: () => '/barrierefreiheit',
  /** The elements for other websites; with the beginning of its hash the same for ever. */
  embedScript: (version?: string) => (version ? `/embed/${version}.js` : '/embed.js'),
  /** What all towns offer as open data, a page of it from 1. */
  catalogue: (page = 1) => `/opendata/dcat.jsonld${query({ page: page > 1 ? String(page) : undefined })}`,
  developers: () => '/schnittstellen',
  /** What another website's system shows of a page. */
  oembed: (url: string) => `/oembed${query({ url })}`,
}

export const clerk = {
  signIn: (said: Query = {}) => `/amt/anmelden${query(said)}`,
  /** The second page of a sign-in. */
  signInCode: () => '/amt/anmelden/code',
  /** With the button of a town's own accounts; POST: on to where they are. */
  signInTown: (town: string, said: Query = {}) => `/amt/anmelden/${town}${query(said)}`,
  /** Where the town's own sign-in sends people back to: written down there, never changed. */
  signInReturn: () => '/amt/anmelden/rueckkehr',
  signOut: () => '/amt/abmelden',
  /** "Password forgotten", and where its link leads. */
  reset: (said: Query = {}) => `/amt/passwort${query(said)}`,
  resetLink: (token: string) => `/amt/passwort/${token}`,
  invitation: (token: string) => `/amt/einladung/${token}`,
  /** One's own access; what is changed about it are nouns below it. */
  account: (said: Query = {}) => `/amt/konto${query(said)}`,
  accountAction: (noun: 'passwort' | 'sitzungen' | 'wiederherstellung' | 'verknuepfung') => `/amt/konto/${noun}`,
  secondFactor: (said: Query = {}) => `/amt/konto/zweiter-faktor${query(said)}`,
  secondFactorAction: (noun: 'code' | 'ende') => `/amt/konto/zweiter-faktor/${noun}`,
  /** Who works for the town. */
  people: (town: string, said: Query = {}) => `/amt/${town}/personen${query(said)}`,
  invite: (town: string) => `/amt/${town}/personen/neu`,
  person: (town: string, id: string, said: Query = {}) => `/amt/${town}/personen/${id}${query(said)}`,
  personAction: (
    town: string,
    id: string,
    noun: 'rolle' | 'sperre' | 'freigabe' | 'sitzungen' | 'einladung' | 'zweiter-faktor',
  ) => `/amt/${town}/personen/${id}/${noun}`,
  home: () => '/amt',
  /** Proof of what was erased, for the admin; the same as a table. */
  erasures: (town: string) => `/amt/${town}/loeschnachweis`,
  erasuresFile: (town: string) => `/amt/${town}/loeschnachweis.csv`,
  queue: (town: string, filter: Query = {}) => `/amt/${town}/anliegen${query(filter)}`,
  /** One queue over all towns that a department works for. */
  shared: ({ lender, department }: { lender: string; department: string }, filter: Query = {}) =>
    `/amt/gemeinsam/${lender}/${department}${query(filter)}`,
  /** Pins of the same filter, for the map beside the list. */
  queueMap: (town: string) => `/amt/${town}/anliegen/karte`,
  /** POST: one change of several reports; and what the last change did, taken back. */
  bulk: (town: string) => `/amt/${town}/anliegen/sammel`,
  undo: (town: string) => `/amt/${town}/anliegen/rueckgaengig`,
  /** Whether there is anything new; asked again and again. */
  news: (town: string, filter: Query = {}) => `/amt/${town}/neu${query(filter)}`,
  sharedNews: ({ lender, department }: { lender: string; department: string }, filter: Query = {}) =>
    `/amt/gemeinsam/${lender}/${department}/neu${query(filter)}`,
  report: (town: string, number: number) => `/amt/${town}/anliegen/${number}`,
  /** A matter taken down for somebody: form, then what to say; `base` of the town's addresses for its staff. */
  base: (town: string) => `/amt/${town}`,
  intake: (town: string, said: Query = {}) => `/amt/${town}/aufnehmen${query(said)}`,
  /** Open reports around a place, as JSON. */
  nearby: (town: string) => `/amt/${town}/aufnehmen/nahe`,
  taken: (town: string, number: number) => `/amt/${town}/aufnehmen/${number}`,
  receipt: (town: string, number: number) => `/amt/${town}/anliegen/${number}/beleg`,
  photo: (town: string, number: number, { id, size }: { id: string; size?: 'klein' }) =>
    photo(`/amt/${town}/anliegen/${number}`, id, size),
  /** How to put form, map and list into the town's own website. */
  embedding: (town: string, chosen: Query = {}) => `/amt/${town}/schnittstellen/einbetten${query(chosen)}`,
  conformance: (town: string, done: Query = {}) => `/amt/${town}/konformitaet${query(done)}`,
  /** Mails of a town that wait or did not arrive; POST: once more. */
  deliveries: (town: string, filter: Query = {}) => `/amt/${town}/zustellungen${query(filter)}`,
  /** Addresses of other systems that are told of events; what is done with one are nouns below it. */
  webhooks: (town: string, said: Query = {}) => `/amt/${town}/schnittstellen/webhooks${query(said)}`,
  newWebhook: (town: string) => `/amt/${town}/schnittstellen/webhooks/neu`,
  webhook: (town: string, id: string, said: Query = {}) => `/amt/${town}/schnittstellen/webhooks/${id}${query(said)}`,
  webhookAction: (
    town: string,
    id: string,
    noun: 'probe' | 'geheimnis' | 'halt' | 'start' | 'entfernen' | 'wiederholung',
  ) => `/amt/${town}/schnittstellen/webhooks/${id}/${noun}`,
  operator: (filter: Query = {}) => `/amt/betreiber${query(filter)}`,
  operatorTown: (town: string, said: Query = {}) => `/amt/betreiber/${town}${query(said)}`,
  /** POST: an admin for the town. */
  inviteAdmin: (town: string) => `/amt/betreiber/${town}/einladung`,
  /** State changes are nouns below the report: `closure`, `assignment`, … */
  action: (town: string, number: number, noun: string) => `/amt/${town}/anliegen/${number}/${noun}`,
  /** Keys of other systems, and how else they learn of things. POST: a new key. */
  interfaces: (town: string, said: Query = {}) => `/amt/${town}/schnittstellen${query(said)}`,
  /** Asks before a key ends; POST: it ends. */
  endKey: (town: string, id: string) => `/amt/${town}/schnittstellen/schluessel/${id}/ende`,
  /** What the town hall changes without a file. Forms go where their page is. */
  settings: (town: string, done: Query = {}) => `/amt/${town}/einstellungen${query(done)}`,
  settingsTexts: (town: string) => `/amt/${town}/einstellungen/texte`,
  settingsDepartment: (town: string, key: string) => `/amt/${town}/einstellungen/fachbereich/${key}`,
  settingsCategory: (town: string, key: string) => `/amt/${town}/einstellungen/kategorie/${key}`,
  /** POST: an earlier version of the settings again. */
  settingsVersion: (town: string) => `/amt/${town}/einstellungen/stand`,
}

export const api = {
  reports: (town: string, filter: Query = {}) => `/api/v1/towns/${town}/reports${query(filter)}`,
  report: (town: string, number: number) => `/api/v1/towns/${town}/reports/${number}`,
  document: () => '/api/openapi.json',
  /** Behind a key. */
  deskPhoto: (town: string, number: number, id: string) => `/api/v1/towns/${town}/desk/reports/${number}/photos/${id}`,
  map: (town: string) => `/api/v1/towns/${town}/map`,
  towns: (params: Query = {}) => `/api/v1/towns${query(params)}`,
}

const photo = (of: string, id: string, size?: 'klein') => `${of}/fotos/${id}${size ? `/${size}` : ''}`

/** `?a=1&b=2` of what is set, or nothing. */
function query(params: Query): string {
  const set = Object.entries(params).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '',
  )
  return set.length > 0 ? `?${new URLSearchParams(set)}` : ''
}
