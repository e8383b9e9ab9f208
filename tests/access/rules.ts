/**
 * Who may call which route: written by hand, nothing is derived from the code. Every route of the application stands
 * here exactly once; the pages of a town on its own host (`/~/:town/…`) follow the line of the same page below `/:town`.
 *
 * A new route: write its line below whoever may call it. A POST, or a new name in the address, may need a line in
 * requests.ts too.
 */
export const ROLES = [
  'anonymous',
  'reporter',
  'clerk',
  'colleague',
  'dispatcher',
  'admin',
  'neighbour',
  'operator',
  'partner',
] as const
export type Role = (typeof ROLES)[number]

/** `sign in`: sent to the sign-in page. `unchanged`: let in, and nothing of the town is other than before. */
export type Outcome = 'yes' | 'unchanged' | 'sign in' | 403 | 404 | 410

type Outcomes = Record<Role, Outcome>

const same = (outcome: Outcome) => Object.fromEntries(ROLES.map((role) => [role, outcome])) as Outcomes

/** The staff pages of a town: strangers sign in first, the neighbour and the operator find nothing. */
const staff: Outcomes = {
  ...same('sign in'),
  clerk: 'yes',
  colleague: 'yes',
  dispatcher: 'yes',
  admin: 'yes',
  neighbour: 404,
  operator: 404,
}
const admin: Outcomes = { ...staff, clerk: 403, colleague: 403, dispatcher: 403 }

export const WHO = {
  everyone: same('yes'),
  nobody: same(404),
  'whoever has the report’s link': { ...same(410), reporter: 'yes' },
  'whoever has the link of their mails': { ...same(404), reporter: 'yes' },
  /** Nobody here; tests/http/accounts.test.ts walks this way. */
  'whoever gave a password': same('sign in'),
  /** Nobody here: invited and forgetful people are in tests/http/accounts.test.ts. */
  'whoever got the link by mail': same(410),
  /** Comes last: what they erase is gone for the others. */
  'whoever has the report’s link and ends it': { ...same(410), reporter: 'yes' },
  'whoever has begun the draft': { ...same(410), reporter: 'yes' },
  'whoever has the order’s link': { ...same(404), partner: 'yes' },
  'whoever is signed in': { ...staff, neighbour: 'yes', operator: 'yes' },
  'staff of the town': staff,
  'staff of the department': { ...staff, colleague: 403 },
  /** Each report is asked for by itself. */
  'staff, for reports of their department': { ...staff, colleague: 'unchanged' },
  'whoever pressed': { ...staff, colleague: 404, dispatcher: 404, admin: 404 },
  'the town’s admin': admin,
  'the town’s admin and the operator': { ...admin, operator: 'yes' },
  'the operator': { ...staff, clerk: 404, colleague: 404, dispatcher: 404, admin: 404, operator: 'yes' },
  /** Its own page is asked for in shared-department.test.ts. */
  'clerks of the shared department': { ...staff, clerk: 404, colleague: 404, dispatcher: 404, admin: 404 },
} satisfies Record<string, Outcomes>
export type Who = keyof typeof WHO

/** What runs before the routes below it, and the API's own "not found". No answer of its own may hide here. */
export const BEFORE_ROUTES = [
  '/*',
  '/api/*',
  '/api/v1/towns/:town/*',
  '/amt/*',
  '/amt/:town/*',
  '/amt/:town/einstellungen/*',
  '/amt/:town/personen/*',
  '/:town/*',
  '/healthz',
  '/readyz',
  '/metrics',
  '/api/v1/towns/:town/challenge/*',
  '/amt/:town/orte/*',
  '/:town/orte/*',
  '/:town/aufgabe/*',
  '/embed.js',
  '/embed/*',
  '/:town/embed/*',
]

export const RULES: Record<Who, readonly string[]> = {
  everyone: [
    'GET /healthz',
    'GET /readyz',
    'GET /favicon.ico',
    'GET /robots.txt',
    'GET /sitemap.xml',
    'GET /',
    'GET /kommunen',
    'GET /impressum',
    'GET /datenschutz',
    'GET /barrierefreiheit',

    'GET /api/openapi.json',
    'GET /api/v1/towns',
    'GET /api/v1/register',
    'GET /api/v1/towns/:town/categories',
    'GET /api/v1/towns/:town/reports',
    'POST /api/v1/towns/:town/reports',
    'GET /api/v1/towns/:town/reports/:number',
    'GET /api/v1/towns/:town/map',

    'GET /amt/anmelden',
    'GET /amt/anmelden/rueckkehr',
    'GET /amt/anmelden/:town',
    'POST /amt/anmelden/:town',
    'POST /amt/anmelden',
    'POST /amt/abmelden',
    'GET /amt/anmelden/code',
    'GET /amt/passwort',
    'POST /amt/passwort',

    'GET /:town',
    'GET /:town/theme.css',
    'GET /:town/logo.svg',
    'GET /:town/bild.png',
    'GET /:town/sitemap.xml',
    'GET /:town/orte',
    'GET /:town/themen',
    'GET /:town/themen/:category',
    'GET /:town/impressum',
    'GET /:town/datenschutz',
    'GET /:town/regeln',
    'GET /:town/einfache-sprache',
    'GET /:town/barrierefreiheit',
    'POST /:town/barrierefreiheit',
    'GET /:town/barrierefreiheit/danke',

    'GET /:town/anliegen',
    'GET /:town/anliegen/ausschnitt',
    'GET /:town/anliegen/:number',
    'GET /:town/anliegen/:number/bild.png',
    'GET /:town/anliegen/:number/fotos/:file',
    'POST /:town/anliegen/:number/betrifft-mich',
    'POST /:town/anliegen/:number/folgen',
    'GET /:town/anliegen/:number/beanstanden',
    'POST /:town/anliegen/:number/beanstanden',
    'GET /:town/anliegen/:number/beanstanden/danke',

    'GET /embed.js',
    'GET /:town/embed/karte',
    'GET /:town/embed/liste',
    'GET /:town/embed/status',
    'GET /:town/embed/melden',
    'POST /:town/embed/melden',
    'POST /:town/embed/melden/fotos',
    'GET /:town/melden',
    'POST /:town/melden',
    'POST /:town/melden/fotos',
  ],
  nobody: [
    // Only in the demo, with the hash of the script of today, by whoever has the token, on a town's own host, where proof of work is asked for, where a town
    // has not joined.
    'GET /bausteine',
    'GET /embed/:file',
    'GET /metrics',
    'GET /:town/robots.txt',
    'GET /:town/aufgabe',
    'GET /api/v1/towns/:town/challenge',
    'POST /:town/wunsch',
  ],
  'whoever has begun the draft': [
    'GET /:town/embed/melden/:draft',
    'GET /:town/embed/melden/:draft/:step',
    'GET /:town/embed/melden/:draft/spaeter',
    'GET /:town/embed/melden/:draft/gefolgt/:number',
    'GET /:town/embed/melden/:draft/fotos/:id',
    'GET /:town/embed/melden/:draft/fotos/:id/klein',
    'POST /:town/embed/melden/:draft/fotos',
    'POST /:town/embed/melden/:draft/:step',
    'GET /:town/melden/:draft',
    'GET /:town/melden/:draft/:step',
    'GET /:town/melden/:draft/spaeter',
    'GET /:town/melden/:draft/gefolgt/:number',
    'GET /:town/melden/:draft/fotos/:id',
    'GET /:town/melden/:draft/fotos/:id/klein',
    'POST /:town/melden/:draft/fotos',
    'POST /:town/melden/:draft/:step',
    'POST /:town/melden/:draft/fotos/:id/entfernen',
    'POST /:town/embed/melden/:draft/fotos/:id/entfernen',
  ],
  'whoever has the report’s link': [
    'GET /:town/verfolgen/:token',
    'GET /:town/verfolgen/:token/danke',
    'GET /:town/embed/verfolgen/:token/danke',
    'GET /:town/verfolgen/:token/daten',
    'GET /:town/verfolgen/:token/daten.json',
    'GET /:town/verfolgen/:token/kontaktloeschung',
    'GET /:town/verfolgen/:token/loeschung',
    'GET /:town/verfolgen/:token/fotos/:id',
    'GET /:town/verfolgen/:token/fotos/:id/klein',
    'POST /:town/verfolgen/:token/fotos',
    'POST /:town/verfolgen/:token/antwort',
    'POST /:town/verfolgen/:token/widerspruch',
    'POST /:town/verfolgen/:token/zufriedenheit',
    'GET /:town/verfolgen/:token/rueckzug',
    'POST /:town/verfolgen/:token/rueckzug',
    'POST /:town/verfolgen/:token/rueckgaengig',
  ],
  'whoever has the link of their mails': [
    'GET /:town/abmelden/:token',
    'POST /:town/abmelden/:token',
    'GET /:town/folgen/:token',
    'POST /:town/folgen/:token',
  ],
  'whoever has the order’s link': [
    'GET /:town/auftrag/:token',
    'GET /:town/auftrag/:token/fotos/:id',
    'GET /:town/auftrag/:token/fotos/:id/klein',
    'POST /:town/auftrag/:token/neuer-link',
    'POST /:town/auftrag/:token/:noun',
  ],
  'whoever is signed in': [
    'GET /amt',
    'GET /amt/konto',
    'POST /amt/konto/passwort',
    'POST /amt/konto/sitzungen',
    'POST /amt/konto/wiederherstellung',
    'GET /amt/konto/zweiter-faktor',
    'POST /amt/konto/zweiter-faktor',
    'POST /amt/konto/zweiter-faktor/code',
    'POST /amt/konto/zweiter-faktor/ende',
    'POST /amt/konto/verknuepfung',
  ],
  'staff of the town': [
    'GET /amt/:town/neu',
    'GET /amt/:town/orte',
    'GET /amt/:town/schnittstellen/einbetten',
    'GET /amt/:town/anliegen',
    'GET /amt/:town/anliegen/karte',
    'GET /amt/:town/aufnehmen',
    'POST /amt/:town/aufnehmen',
    'GET /amt/:town/aufnehmen/nahe',
  ],
  'staff of the department': [
    'GET /amt/:town/anliegen/:number',
    'GET /amt/:town/anliegen/:number/beleg',
    'GET /amt/:town/anliegen/:number/fotos/:id',
    'GET /amt/:town/anliegen/:number/fotos/:id/klein',
    'GET /amt/:town/aufnehmen/:number',
    'POST /amt/:town/anliegen/:number/neighbour',
    'POST /amt/:town/anliegen/:number/vorschau',
    'POST /amt/:town/anliegen/:number/photo',
    'POST /amt/:town/anliegen/:number/:noun',
  ],
  'staff, for reports of their department': ['POST /amt/:town/anliegen/sammel'],
  'whoever pressed': ['POST /amt/:town/anliegen/rueckgaengig'],
  'the town’s admin': [
    'GET /amt/:town/einstellungen',
    'GET /amt/:town/einstellungen/texte',
    'POST /amt/:town/einstellungen/texte',
    'GET /amt/:town/einstellungen/fachbereich/:key',
    'POST /amt/:town/einstellungen/fachbereich/:key',
    'GET /amt/:town/einstellungen/kategorie/:key',
    'POST /amt/:town/einstellungen/kategorie/:key',
    'POST /amt/:town/einstellungen/stand',
    'POST /amt/:town/zustellungen',
    'GET /amt/:town/loeschnachweis',
    'GET /amt/:town/loeschnachweis.csv',
    'GET /amt/:town/personen',
    'GET /amt/:town/personen/neu',
    'POST /amt/:town/personen/neu',
    'GET /amt/:town/personen/:id',
    'POST /amt/:town/personen/:id/rolle',
    'POST /amt/:town/personen/:id/einladung',
    'POST /amt/:town/personen/:id/sitzungen',
    'GET /amt/:town/personen/:id/zweiter-faktor',
    'POST /amt/:town/personen/:id/zweiter-faktor',
    'POST /amt/:town/personen/:id/sperre',
    'POST /amt/:town/personen/:id/freigabe',
  ],
  'the town’s admin and the operator': [
    'GET /amt/:town/konformitaet',
    'POST /amt/:town/konformitaet',
    'GET /amt/:town/zustellungen',
  ],
  'the operator': ['GET /amt/betreiber', 'GET /amt/betreiber/:town', 'POST /amt/betreiber/:town/einladung'],
  'whoever gave a password': ['POST /amt/anmelden/code'],
  'whoever got the link by mail': [
    'GET /amt/passwort/:token',
    'POST /amt/passwort/:token',
    'GET /amt/einladung/:token',
    'POST /amt/einladung/:token',
  ],
  'clerks of the shared department': [
    'GET /amt/gemeinsam/:lender/:department',
    'GET /amt/gemeinsam/:lender/:department/neu',
  ],
  'whoever has the report’s link and ends it': [
    'POST /:town/verfolgen/:token/kontaktloeschung',
    'POST /:town/verfolgen/:token/loeschung',
  ],
}

export const RULED = Object.entries(RULES).flatMap(([who, routes]) =>
  routes.map((route) => ({ route, who: who as Who })),
)
