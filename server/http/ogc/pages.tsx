/** The same resources as pages: what they show, from what the request knows. */
import {
  type CollectionInWords,
  type ItemInWords,
  OgcApi,
  OgcCollections,
  OgcConformance,
  OgcFeature,
  OgcItems,
  OgcLanding,
} from '../../../client/citizen/OgcPages.tsx'
import { formatDateTime, formatNumber, words } from '../../../client/i18n/index.ts'
import { plainWord } from '../../../client/i18n/plain-word.ts'
import { town as townPaths } from '../../../client/paths.ts'
import { LICENCES } from '../licences.ts'
import { townFace } from '../pages/document-of.tsx'
import { townUrl } from '../urls.ts'
import type { ApiDocument } from './api-document.ts'
import type { C, Collection, CollectionId, Feature, Page, PropertyName } from './collection.ts'
import { SYSTEMS } from './crs.ts'
import { below } from './links.ts'

const to = (c: C) => townPaths(c.var.base).ogc

/** This page as JSON. */
function jsonHref(c: C, path: string): string {
  const { lang: _, ...asked } = Object.fromEntries(new URL(c.req.url).searchParams)
  return to(c)(path, { ...asked, f: 'json' })
}

const common = (c: C, path: string) => ({
  language: c.var.language,
  jsonHref: jsonHref(c, path),
  landingHref: to(c)(),
})

export function landingPage(c: C, ids: readonly CollectionId[]) {
  const { deps, town, base, language } = c.var
  const licence = LICENCES[town.openData.licence]
  return (
    <OgcLanding
      {...common(c, below.landing)}
      language={language}
      town={townFace(c)}
      address={`${townUrl(deps.publicUrl, town)}/ogc`}
      hrefs={{
        api: to(c)(below.api),
        conformance: to(c)(below.conformance),
        openData: townPaths(base).openData(),
      }}
      collections={ids.map((id) => collectionInWords(c, id))}
      systems={SYSTEMS.map(({ name, uri }) => ({ name, uri }))}
      licence={{ name: licence.name, href: licence.url }}
    />
  )
}

export function collectionsPage(c: C, ids: readonly CollectionId[]) {
  const path = ids.length === 1 ? below.collection(ids[0]!) : below.collections
  return <OgcCollections {...common(c, path)} collections={ids.map((id) => collectionInWords(c, id))} />
}

function collectionInWords(c: C, id: CollectionId): CollectionInWords {
  const { ogc } = words(c.var.language).openData
  return { id, title: ogc[id], text: ogc[`${id}Text`], itemsHref: to(c)(below.items(id)) }
}

export function conformancePage(c: C, parts: readonly string[]) {
  return <OgcConformance {...common(c, below.conformance)} parts={parts} />
}

export function apiPage(c: C, { paths, components }: ApiDocument) {
  const shared: Record<string, { name: string; description: string }> = components.parameters
  const named = ({ name, description }: { name: string; description: string }) => ({ name, text: description })
  const everywhere = [shared.f!, shared.lang!].map(named)
  const operations = Object.entries(paths).map(([path, { get }]) => ({
    path,
    summary: get.summary,
    parameters: get.parameters
      .map((one) => named('$ref' in one ? shared[one.$ref.split('/').at(-1)!]! : one))
      .filter(({ name }) => everywhere.every((one) => one.name !== name)),
  }))
  return <OgcApi {...common(c, below.api)} operations={operations} everywhere={everywhere} />
}

export function itemsPage(c: C, { id }: Collection, { features, matched, next, previous }: Page) {
  const { language } = c.var
  const { ogc } = words(language).openData
  const path = below.items(id)
  const { lang: _, ...asked } = Object.fromEntries(new URL(c.req.url).searchParams)
  return (
    <OgcItems
      {...common(c, path)}
      title={ogc[id]}
      count={ogc.found(formatNumber(language, matched))}
      items={features.map((feature) => itemInWords(c, id, feature))}
      previous={previous === null ? undefined : to(c)(path, { ...asked, cursor: previous })}
      next={next === null ? undefined : to(c)(path, { ...asked, cursor: next })}
    />
  )
}

function itemInWords(c: C, id: CollectionId, { id: feature, properties }: Feature): ItemInWords {
  const href = to(c)(below.item(id, feature))
  if (id === 'bezirke') return { id: String(feature), href, title: String(properties.name) }
  const { categoryName, statusLabel, address } = properties
  const detail = [`#${feature}`, statusLabel, address].filter(Boolean).join(' · ')
  return { id: String(feature), href, title: plainWord(String(categoryName)), detail }
}

export function featurePage(c: C, { id, properties: known }: Collection, feature: Feature) {
  const { language, deps, base } = c.var
  const { ogc, properties } = words(language).openData
  const inWords = (name: PropertyName, value: string | number | null) => {
    if (value === null) return ogc.empty
    const { format, type } = known[name]!
    if (format === 'date-time') return formatDateTime(language, String(value), deps.now())
    if (format === 'uri') return <a href={String(value)}>{value}</a>
    return type === 'number' ? formatNumber(language, Number(value)) : String(value)
  }
  const items = Object.entries(feature.properties).map(([name, value]) => ({
    term: properties[name as PropertyName],
    value: inWords(name as PropertyName, value),
  }))
  return (
    <OgcFeature
      {...common(c, below.item(id, feature.id))}
      title={itemInWords(c, id, feature).title}
      items={items}
      mapHref={id === 'meldungen' ? townPaths(base).publicReport(Number(feature.id)) : undefined}
      collectionHref={to(c)(below.items(id))}
    />
  )
}
