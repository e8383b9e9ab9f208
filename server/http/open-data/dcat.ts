/** What a town offers, for data portals: DCAT-AP.de 3.0 with the conventions of GovData. In German, as they are. */
import { words } from '../../../client/i18n/index.ts'
import { town as townPaths } from '../../../client/paths.ts'
import type { RegisteredTown } from '../../context.ts'
import { LICENCES, licenceUri } from '../licences.ts'
import { townUrl } from '../urls.ts'
import { dateTime, german, iri, type Node } from './rdf.ts'

const THEMES = ['GOVE', 'REGI', 'TRAN']
const EU = 'http://publications.europa.eu/resource/authority'
const CONTINUOUSLY = `${EU}/frequency/UPDATE_CONT`
const GEOCODING = 'http://dcat-ap.de/def/politicalGeocoding'
const STABLE = `${EU}/planned-availability/STABLE`
const OGC_API = 'http://www.opengis.net/spec/ogcapi-features-1/1.0'
/** Longitude first, as the corners of a town stand here. */
const CRS84 = 'http://www.opengis.net/def/crs/OGC/1.3/CRS84'

const { catalogue, files, live } = words('de').openData

export type Offered = { town: RegisteredTown; publicUrl: string; first: Date | null; changed: Date | null }

const below = (offered: Offered) => townPaths(townUrl(offered.publicUrl, offered.town))
const datasetId = (offered: Offered) => `${below(offered).openData()}#meldungen`

/** The catalogue of one town with all that is in it. */
export function catalogueOf(offered: Offered): Node {
  const { town } = offered
  const to = below(offered)
  return {
    '@id': `${to.openData()}#katalog`,
    '@type': 'dcat:Catalog',
    'dct:title': german(catalogue.title(town)),
    'dct:description': german(catalogue.text(town)),
    'dct:publisher': publisherOf(offered),
    'dct:language': iri(`${EU}/language/DEU`),
    'dct:license': iri(licenceUri(town.openData.licence)),
    'foaf:homepage': iri(to.openData()),
    'dcat:themeTaxonomy': iri(`${EU}/data-theme`),
    'dct:spatial': spatialOf(town),
    'dct:modified': offered.changed ? dateTime(offered.changed) : undefined,
    'dcat:dataset': datasetOf(offered),
    'dcat:service': serviceOf(offered),
  }
}

export function datasetOf(offered: Offered): Node {
  const { town, first, changed } = offered
  const { contributor } = town.openData
  return {
    '@id': datasetId(offered),
    '@type': 'dcat:Dataset',
    'dct:title': german(catalogue.dataset(town)),
    'dct:description': german(catalogue.text(town)),
    'dct:identifier': datasetId(offered),
    'dct:publisher': publisherOf(offered),
    'dcat:contactPoint': contactOf(town),
    'dcat:theme': THEMES.map((theme) => iri(`${EU}/data-theme/${theme}`)),
    'dcat:keyword': catalogue.keywords.map(german),
    'dct:language': iri(`${EU}/language/DEU`),
    'dct:accessRights': iri(`${EU}/access-right/PUBLIC`),
    'dct:modified': changed ? dateTime(changed) : undefined,
    'dct:accrualPeriodicity': iri(CONTINUOUSLY),
    'dcat:landingPage': iri(below(offered).openData()),
    'dcatap:availability': iri(STABLE),
    'dct:temporal': first ? { '@type': 'dct:PeriodOfTime', 'dcat:startDate': dateTime(first) } : undefined,
    'dct:spatial': spatialOf(town),
    'dcatde:politicalGeocodingLevelURI': iri(
      `${GEOCODING}/Level/${isCounty(town) ? 'administrativeDistrict' : 'municipality'}`,
    ),
    'dcatde:politicalGeocodingURI': iri(geocodeOf(town)),
    'dcatde:contributorID': contributor ? iri(`http://dcat-ap.de/def/contributors/${contributor}`) : undefined,
    'dcat:distribution': distributionsOf(offered),
  }
}

/** A county's key has five digits. */
const isCounty = ({ ags }: RegisteredTown) => ags.length === 5

const geocodeOf = (town: RegisteredTown) =>
  `${GEOCODING}/${isCounty(town) ? 'districtKey' : 'municipalityKey'}/${town.ags}`

/** By name for Germany, and once more for Europe, which does not know the keys: conventions 4, 5 and 11. */
const spatialOf = (town: RegisteredTown) => [
  iri(geocodeOf(town)),
  { '@type': 'dct:Location', 'dcat:bbox': boxOf(town) },
]

/** Checkers look for the class itself and know none of its kinds. */
const publisherOf = ({ town, publicUrl }: Offered): Node => ({
  '@id': `${townUrl(publicUrl, town)}/#kommune`,
  '@type': 'foaf:Agent',
  'dct:type': iri('http://purl.org/adms/publishertype/LocalAuthority'),
  'foaf:name': town.officialName,
  'foaf:mbox': iri(`mailto:${town.contact.email}`),
  'foaf:homepage': town.contact.website ? iri(town.contact.website) : undefined,
})

const contactOf = ({ officialName, contact }: RegisteredTown): Node => ({
  '@type': 'vcard:Kind',
  'vcard:fn': officialName,
  'vcard:hasEmail': iri(`mailto:${contact.email}`),
  'vcard:hasURL': contact.website ? iri(contact.website) : undefined,
})

function boxOf({ bounds: [west, south, east, north] }: RegisteredTown) {
  const corners = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
  const ring = corners.map(([lon, lat]) => `${lon} ${lat}`).join(', ')
  return { '@value': `<${CRS84}> POLYGON((${ring}))`, '@type': 'geo:wktLiteral' }
}

function distributionsOf(offered: Offered): Node[] {
  const to = below(offered)
  const geojson = to.openDataFile('meldungen.geojson')
  const csv = to.openDataFile('meldungen.csv')
  return [
    distribution(offered, { id: 'geojson', title: files.geojson, url: geojson, isFile: true, ...TYPES.geojson }),
    distribution(offered, { id: 'csv', title: files.csv, url: csv, isFile: true, ...TYPES.csv }),
    {
      ...distribution(offered, { id: 'ogc', title: live.ogc, url: to.ogc(), ...TYPES.geojson }),
      'dct:conformsTo': iri(OGC_API),
      'dcat:accessService': iri(serviceId(offered)),
    },
    distribution(offered, { id: 'open311', title: 'Open311 GeoReport v2', url: to.open311Reports(), ...TYPES.json }),
    distribution(offered, { id: 'atom', title: live.feed, url: to.feed(), ...TYPES.atom }),
  ]
}

const TYPES = {
  geojson: { format: 'GEOJSON', media: 'application/geo+json' },
  csv: { format: 'CSV', media: 'text/csv' },
  json: { format: 'JSON', media: 'application/json' },
  atom: { format: 'ATOM', media: 'application/atom+xml' },
}

type Way = { id: string; title: string; url: string; isFile?: boolean; format: string; media: string }

function distribution(offered: Offered, { id, title, url, isFile, format, media }: Way): Node {
  const { licence } = offered.town.openData
  const attribution = LICENCES[licence].wantsAttribution ? offered.town.officialName : undefined
  return {
    '@id': `${below(offered).openData()}#${id}`,
    '@type': 'dcat:Distribution',
    'dct:title': german(title),
    'dcat:accessURL': iri(url),
    'dcat:downloadURL': isFile ? iri(url) : undefined,
    'dct:format': iri(`${EU}/file-type/${format}`),
    'dcat:mediaType': iri(`https://www.iana.org/assignments/media-types/${media}`),
    'dct:license': iri(licenceUri(licence)),
    'dcatde:licenseAttributionByText': attribution && german(attribution),
    'dcatap:availability': iri(STABLE),
    'adms:status': iri(`${EU}/distribution-status/COMPLETED`),
    'dct:modified': offered.changed ? dateTime(offered.changed) : undefined,
  }
}

const serviceId = (offered: Offered) => `${below(offered).openData()}#ogc-dienst`

export function serviceOf(offered: Offered): Node {
  const to = below(offered)
  return {
    '@id': serviceId(offered),
    '@type': 'dcat:DataService',
    'dct:title': german(live.ogc),
    'dct:description': german(catalogue.text(offered.town)),
    'dct:publisher': publisherOf(offered),
    'dcat:contactPoint': contactOf(offered.town),
    'dcat:theme': THEMES.map((theme) => iri(`${EU}/data-theme/${theme}`)),
    'dcat:keyword': catalogue.keywords.map(german),
    'dct:conformsTo': iri(OGC_API),
    'dct:format': iri(`${EU}/file-type/${TYPES.geojson.format}`),
    'dct:accessRights': iri(`${EU}/access-right/PUBLIC`),
    'dcatap:availability': iri(STABLE),
    'dcat:landingPage': iri(to.openData()),
    'dcat:endpointURL': iri(to.ogc()),
    'dcat:endpointDescription': iri(to.ogc('/api', { f: 'json' })),
    'dct:license': iri(licenceUri(offered.town.openData.licence)),
    'dcat:servesDataset': iri(datasetId(offered)),
  }
}
