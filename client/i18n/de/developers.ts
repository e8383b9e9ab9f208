import type { TownInWords } from '../town-words.ts'

/** The page for those who build other systems. */
export const developers = {
  link: 'Schnittstellen',
  title: ({ forms }: TownInWords) => `Schnittstellen ${forms.of}`,
  platformTitle: 'Schnittstellen',
  description: 'Offene Daten und Schnittstellen: JSON, Open311, OGC API, Feeds, Widgets, Webhooks und MCP.',
  lead: 'Alles, was hier öffentlich ist, können Sie auch mit einem Programm lesen: ohne Anmeldung und ohne Schlüssel. Für mehr gibt die Kommune Ihnen einen.',
  example: (name: string) => `Die Beispiele nehmen ${name}. Jede Kommune hat dieselben Adressen mit ihrem Kurznamen.`,
  towns: 'Alle Kommunen mit Kurznamen',
  contents: 'Was es gibt',
  address: 'Adresse',
  addresses: { webhooks: 'Die Adresse nennen Sie.' },
  try: 'Ausprobieren',
  sample: 'So kommt eine Nachricht an',
  limit: 'Grenzen',
  spec: 'Genau beschrieben',
  copy: 'Adresse kopieren',
  copyExample: 'Beispiel kopieren',
  attributes: {
    title: 'Angaben',
    of: {
      town: 'Kurzname der Kommune',
      category: 'Schlüssel einer Kategorie, für Formular, Karte und Liste',
      lang: 'de, de-simple oder en, sonst die Sprache der Seite',
      limit: 'Zeilen der Liste, höchstens 20',
    },
  },
  licence: 'Lizenz',
  licenceText: 'Die öffentlichen Daten stehen unter dieser Lizenz:',
  licences: 'Die Lizenz wählt jede Kommune selbst. Sie steht in der Antwort dieses Aufrufs:',
  rules: {
    title: 'Gut zu wissen',
    numbers: 'Koordinaten sind Grad in WGS84. Zeiten folgen ISO 8601 mit Zeitzone.',
    unchanged:
      'Antworten haben ein ETag. Schicken Sie es als If-None-Match mit, kommt 304, solange sich nichts ändert.',
    limits: (n: string) =>
      `Von einer Adresse gehen ${n} Abrufe in der Minute. Wie viele noch gehen, steht im Header RateLimit. Danach kommt 429 mit Retry-After.`,
    origins: 'Jede Website darf lesen (CORS). Cookies gibt es nicht.',
    languages: 'Texte kommen in der Sprache aus ?lang= (de, de-simple, en) oder aus Accept-Language.',
    errors: 'Fehler folgen RFC 9457: ein Satz, ein fester Grund und je Feld, was nicht passt.',
    keys: 'Schlüssel gibt die Verwaltung der Kommune aus. Sie stehen im Header: Authorization: Bearer aw_…',
  },
  ways: {
    api: {
      title: 'JSON-API',
      what: 'Melden, suchen und lesen aus der eigenen App. Mit Schlüssel auch für Fachverfahren: lesen, was nicht öffentlich ist, annehmen, planen, antworten, abschließen.',
      limit: 'Öffentliches ohne Schlüssel. Melden ohne Schlüssel bis 120-mal in der Stunde von einer Adresse.',
      spec: 'OpenAPI 3.1',
    },
    open311: {
      title: 'Open311 GeoReport v2',
      what: 'Für Portale und Apps, die Anliegen schon nach diesem Standard austauschen. XML und JSON.',
      limit:
        'Lesen ohne Schlüssel, höchstens 1000 Anliegen je Abruf. Was aus nicht öffentlichen wird, liest nur das System, das sie eingereicht hat, mit seinem Schlüssel.',
      spec: 'wiki.open311.org',
    },
    ogc: {
      title: 'OGC API – Features',
      what: 'Für QGIS und andere Geoinformationssysteme: als Ebene, die immer aktuell ist.',
      limit:
        'Nur lesen. Koordinaten in CRS84, EPSG:4326, EPSG:25832 oder EPSG:25833. In QGIS: Ebene hinzufügen, WFS / OGC API – Features, diese Adresse.',
      spec: 'ogcapi.ogc.org/features',
    },
    feed: {
      title: 'Atom, GeoRSS und Kalender',
      what: 'Neue Anliegen im Feedreader, im Intranet oder auf einer Karte; geplante Arbeiten im Kalender.',
      limit: 'Die 50 zuletzt geänderten Anliegen, mit Ort. Mit category, district und bbox nur ein Teil davon.',
      spec: 'RFC 4287 und RFC 5545',
    },
    opendata: {
      title: 'GeoJSON und CSV',
      what: 'Alle öffentlichen Anliegen als Datei, für Tabellen, Karten und Auswertungen, und der Katalogeintrag nach DCAT-AP.de für Datenportale.',
      limit: 'Was öffentlich ist: nie Namen oder Kontakt.',
      spec: 'RFC 7946 und RFC 4180',
    },
    widgets: {
      title: 'Widgets',
      what: 'Formular, Karte, Liste und Stand auf der eigenen Website: ein Script und eine Zeile für jeden Baustein.',
      limit:
        'Liste und Stand gehen überall, Formular und Karte auf Websites, die die Kommune eingetragen hat. Systemen mit oEmbed genügt die Adresse der Seite.',
      spec: 'Custom Elements',
    },
    webhooks: {
      title: 'Webhooks',
      what: 'Ihr System erfährt sofort, wenn ein Anliegen eingeht oder sich ändert.',
      limit: 'Nur an Adressen mit HTTPS, die die Verwaltung der Kommune einträgt. Jede Nachricht ist unterschrieben.',
      spec: 'standardwebhooks.com',
    },
    mcp: {
      title: 'MCP für Chatbots',
      what: 'Ein Assistent findet die zuständige Kommune, sucht ähnliche Anliegen, sagt den Stand und bereitet eine Meldung vor.',
      limit:
        'Nur, was öffentlich ist. Er sendet nie selbst: Er gibt einen Link, den die Person öffnet, prüft und absendet.',
      spec: 'modelcontextprotocol.io',
    },
  },
  reference: {
    title: 'JSON-API: alle Aufrufe',
    lead: 'Beschrieben auf Englisch, wie in der OpenAPI-Datei, aus der Programme auch Clients erzeugen.',
    file: 'OpenAPI-Datei',
    tags: { towns: 'Kommunen', reports: 'Anliegen', desk: 'Schreibtisch (mit Schlüssel)' } as Record<string, string>,
    parameters: 'Parameter',
    body: 'Inhalt',
    answers: 'Antworten',
    needsKey: (scope: string) => `Braucht einen Schlüssel: ${scope}`,
    mayKey: (scope: string) => `Auch mit Schlüssel: ${scope}`,
    required: 'Pflicht',
    shapes: 'Formen',
    shapesLead: 'Woraus Anfragen und Antworten bestehen.',
  },
}
