/** A tree of linked data, written once, sent as JSON-LD 1.1 or as RDF/XML. */
import { type Xml, xmlOf } from '../xml.ts'

export const NAMESPACES = {
  adms: 'http://www.w3.org/ns/adms#',
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  dcatap: 'http://data.europa.eu/r5r/',
  dcatde: 'http://dcat-ap.de/def/dcatde/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  geo: 'http://www.opengis.net/ont/geosparql#',
  hydra: 'http://www.w3.org/ns/hydra/core#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
}

type Literal = string | { '@value': string; '@language': string } | { '@value': string; '@type': string }
type Reference = { '@id': string }
type Value = Literal | Reference | Node
/** `@type` by its short name: `dcat:Dataset`. What is undefined is left out. */
export type Node = { '@id'?: string; '@type': string; [property: string]: Value | readonly Value[] | undefined }

export const iri = (id: string): Reference => ({ '@id': id })
export const german = (text: string) => ({ '@value': text, '@language': 'de' })
export const dateTime = (when: Date) => ({ '@value': when.toISOString(), '@type': 'xsd:dateTime' })

export const jsonLdOf = (nodes: readonly Node[]): string =>
  `${JSON.stringify({ '@context': NAMESPACES, '@graph': nodes }, null, 1)}\n`

export function rdfXmlOf(root: Node): string {
  const prefixes = Object.entries(NAMESPACES).map(([prefix, uri]) => [`@xmlns:${prefix}`, uri])
  return xmlOf({ 'rdf:RDF': { ...Object.fromEntries(prefixes), [root['@type']]: propertiesOf(root) } })
}

function propertiesOf({ '@id': id, '@type': _, ...properties }: Node): Xml {
  const set = Object.entries(properties).filter((entry) => entry[1] !== undefined)
  const elements = set.map(([name, values]) => [name, [values as Value].flat().map(elementOf)])
  return { ...(id ? { '@rdf:about': id } : {}), ...Object.fromEntries(elements) }
}

function elementOf(value: Value): string | Xml {
  if (typeof value === 'string') return value
  if ('@value' in value) return literalOf(value as Exclude<Literal, string>)
  if ('@type' in value) return { [value['@type'] as string]: propertiesOf(value as Node) }
  return { '@rdf:resource': value['@id']! }
}

const literalOf = (literal: Exclude<Literal, string>): Xml =>
  '@language' in literal
    ? { '@xml:lang': literal['@language'], '#text': literal['@value'] }
    : { '@rdf:datatype': wholeName(literal['@type']), '#text': literal['@value'] }

function wholeName(short: string): string {
  const [prefix = '', name = ''] = short.split(':')
  return NAMESPACES[prefix as keyof typeof NAMESPACES] + name
}
