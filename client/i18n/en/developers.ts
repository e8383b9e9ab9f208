import type { developers as german } from '../de/developers.ts'

export const developers: typeof german = {
  link: 'Interfaces',
  title: ({ name }) => `Interfaces of ${name}`,
  platformTitle: 'Interfaces',
  description: 'Open data and interfaces: JSON, Open311, OGC API, feeds, widgets, webhooks and MCP.',
  lead: 'Whatever is public here a program can read too: without an account, without a key. For more, the town gives you one.',
  example: (name) => `The examples take ${name}. Every town has the same addresses with its own key.`,
  towns: 'All towns with their keys',
  contents: 'What there is',
  address: 'Address',
  addresses: { webhooks: 'The address is yours to name.' },
  try: 'Try it',
  sample: 'How a message arrives',
  limit: 'Limits',
  spec: 'Specified in',
  copy: 'Copy address',
  copyExample: 'Copy example',
  attributes: {
    title: 'Attributes',
    of: {
      town: 'key of the town',
      category: 'key of a category, for form, map and list',
      lang: 'de, de-simple or en, otherwise the language of the page',
      limit: 'rows of the list, at most 20',
    },
  },
  licence: 'Licence',
  licenceText: 'The public data is under this licence:',
  licences: 'Each town chooses its own licence. It stands in the answer to this call:',
  rules: {
    title: 'Good to know',
    numbers: 'Coordinates are degrees in WGS84. Times follow ISO 8601 with offset.',
    unchanged: 'Answers have an ETag. Send it as If-None-Match, and 304 comes as long as nothing changes.',
    limits: (n) =>
      `One address may read ${n} times a minute. The header RateLimit says how often still. After that comes 429 with Retry-After.`,
    origins: 'Every website may read (CORS). There are no cookies.',
    languages: 'Texts come in the language of ?lang= (de, de-simple, en) or of Accept-Language.',
    errors: 'Errors follow RFC 9457: a sentence, a fixed reason, and for each field what is wrong.',
    keys: 'Keys are made by the town’s admin. They stand in the header: Authorization: Bearer aw_…',
  },
  ways: {
    api: {
      title: 'JSON API',
      what: 'Submit, search and read from your own app. With a key also for back offices: read what is not public, accept, schedule, answer, close.',
      limit: 'What is public without a key. Submitting without a key up to 120 times an hour from one address.',
      spec: 'OpenAPI 3.1',
    },
    open311: {
      title: 'Open311 GeoReport v2',
      what: 'For portals and apps that exchange reports by this standard already. XML and JSON.',
      limit:
        'Reading without a key, at most 1000 reports a call. What becomes of reports that are not public is read only by the system that filed them, with its key.',
      spec: 'wiki.open311.org',
    },
    ogc: {
      title: 'OGC API – Features',
      what: 'For QGIS and other geographic systems: a layer that is always up to date.',
      limit:
        'Read only. Coordinates in CRS84, EPSG:4326, EPSG:25832 or EPSG:25833. In QGIS: add layer, WFS / OGC API – Features, this address.',
      spec: 'ogcapi.ogc.org/features',
    },
    feed: {
      title: 'Atom, GeoRSS and calendar',
      what: 'New reports in a feed reader, on the intranet, or on a map; planned work in a calendar.',
      limit:
        'The 50 reports that changed last, with their places. With category, district and bbox only a part of them.',
      spec: 'RFC 4287 and RFC 5545',
    },
    opendata: {
      title: 'GeoJSON and CSV',
      what: 'All public reports as a file, for tables, maps and analysis, and the catalogue entry by DCAT-AP.de for data portals.',
      limit: 'What is public: never names or contacts.',
      spec: 'RFC 7946 and RFC 4180',
    },
    widgets: {
      title: 'Widgets',
      what: 'Form, map, list and status on your own website: one script, and a line for each element.',
      limit:
        'List and status work everywhere, form and map on websites that the town has entered. Systems with oEmbed need only the address of the page.',
      spec: 'Custom elements',
    },
    webhooks: {
      title: 'Webhooks',
      what: 'Your system hears at once when a report comes in or changes.',
      limit: 'Only to addresses with HTTPS that the town’s admin has entered. Each message is signed.',
      spec: 'standardwebhooks.com',
    },
    mcp: {
      title: 'MCP for chatbots',
      what: 'An assistant finds the town in charge and similar reports, says how one stands and prepares a new one.',
      limit: 'Only what is public. It never sends: it gives a link that the person opens, checks and sends.',
      spec: 'modelcontextprotocol.io',
    },
  },
  reference: {
    title: 'JSON API: all calls',
    lead: 'In English, as in the OpenAPI file, from which programs also make clients.',
    file: 'OpenAPI file',
    tags: { towns: 'Towns', reports: 'Reports', desk: 'Desk (with a key)' },
    parameters: 'Parameters',
    body: 'Body',
    answers: 'Answers',
    needsKey: (scope) => `Needs a key: ${scope}`,
    mayKey: (scope) => `Also with a key: ${scope}`,
    required: 'required',
    shapes: 'Shapes',
    shapesLead: 'What bodies and answers are made of.',
  },
}
