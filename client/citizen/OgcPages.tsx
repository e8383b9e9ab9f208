/** OGC API – Features for people: the same resources, calm and readable. */
import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'
import { ButtonLink } from '../ui/Button.tsx'
import { Pager } from '../ui/Pager.tsx'
import { type SummaryItem, SummaryList } from '../ui/SummaryList.tsx'
import { LawPage, LawPart, Outward, Points } from './LawPage.tsx'
import type { TownFace } from './town-face.ts'

export type CollectionInWords = { id: string; title: string; text: string; itemsHref: string }

type Common = {
  language: Language
  /** This page for machines, and where all begins. */
  jsonHref: string
  landingHref: string
}

type LandingProps = Common & {
  town: TownFace
  /** Absolute: what a client is given. */
  address: string
  hrefs: { api: string; conformance: string; openData: string }
  collections: CollectionInWords[]
  /** By name and address, the usual one first. */
  systems: { name: string; uri: string }[]
  licence: { name: string; href: string }
}

export function OgcLanding(props: LandingProps) {
  const { language, town, address, hrefs, collections, systems, licence, jsonHref } = props
  const { openData } = words(language)
  const { ogc } = openData
  const further = [
    [hrefs.api, ogc.api],
    [hrefs.conformance, ogc.conformance],
    [hrefs.openData, openData.link],
  ] as const
  return (
    <LawPage language={language} title={ogc.title} lead={ogc.lead(town)}>
      <p class="law__part">
        <code>{address}</code>
      </p>
      <Collections language={language} collections={collections} />
      <LawPart title={ogc.systems}>
        <p>{ogc.systemsText}</p>
        <SummaryList flat items={systems.map(({ name, uri }) => ({ term: name, value: <code>{uri}</code> }))} />
      </LawPart>
      <LawPart title={openData.licence.title}>
        <p>
          {openData.licence.text} <Outward href={licence.href}>{licence.name}</Outward>
        </p>
      </LawPart>
      <div class="actions">
        {further.map(([href, label]) => (
          <ButtonLink key={href} href={href} kind="secondary" size="s">
            {label}
          </ButtonLink>
        ))}
      </div>
      <p class="small">
        <a href={jsonHref}>{ogc.forMachines}</a>
      </p>
    </LawPage>
  )
}

export function OgcCollections(props: Common & { collections: CollectionInWords[] }) {
  const { language, collections } = props
  return (
    <LawPage language={language} title={words(language).openData.ogc.collections}>
      <Collections language={language} collections={collections} />
      <Elsewhere {...props} />
    </LawPage>
  )
}

function Collections({ language, collections }: { language: Language; collections: CollectionInWords[] }) {
  const { ogc } = words(language).openData
  return collections.map(({ id, title, text, itemsHref }) => (
    <LawPart key={id} title={title}>
      <p>{text}</p>
      <div class="actions">
        <ButtonLink href={itemsHref} kind="secondary" size="s">
          {ogc.items}
          <span class="sr">: {title}</span>
        </ButtonLink>
      </div>
    </LawPart>
  ))
}

export type ItemInWords = { id: string; href: string; title: string; detail?: string }

type ItemsProps = Common & {
  title: string
  /** "12 Objekte" */
  count: string
  items: ItemInWords[]
  previous?: string
  next?: string
}

export function OgcItems(props: ItemsProps) {
  const { language, title, count, items, previous, next } = props
  const { ogc } = words(language).openData
  return (
    <LawPage language={language} title={title} lead={count}>
      {items.length > 0 ? (
        <ul class="register__towns card">
          {items.map(({ id, href, title, detail }) => (
            <li key={id} class="register__town">
              <a href={href}>{title}</a>
              {detail && <p class="register__facts">{detail}</p>}
            </li>
          ))}
        </ul>
      ) : (
        <p>{ogc.none}</p>
      )}
      <Pager previous={previous} next={next} words={{ pages: ogc.pages, previous: ogc.previous, next: ogc.next }} />
      <Elsewhere {...props} />
    </LawPage>
  )
}

type FeatureProps = Common & { title: string; items: SummaryItem[]; mapHref?: string; collectionHref: string }

export function OgcFeature(props: FeatureProps) {
  const { language, title, items, mapHref, collectionHref } = props
  const { ogc } = words(language).openData
  return (
    <LawPage language={language} title={title}>
      <div class="law__part">
        <SummaryList items={items} />
      </div>
      <div class="actions">
        {mapHref && (
          <ButtonLink href={mapHref} size="s">
            {ogc.onMap}
          </ButtonLink>
        )}
        <ButtonLink href={collectionHref} kind="secondary" size="s">
          {ogc.back}
        </ButtonLink>
      </div>
      <Elsewhere {...props} />
    </LawPage>
  )
}

export function OgcConformance(props: Common & { parts: readonly string[] }) {
  const { language, parts } = props
  return (
    <LawPage language={language} title={words(language).openData.ogc.conformance}>
      <div class="law__part">
        <Points of={[...parts]} />
      </div>
      <Elsewhere {...props} />
    </LawPage>
  )
}

type ParameterInWords = { name: string; text: string }
type ApiProps = Common & {
  operations: { path: string; summary: string; parameters: ParameterInWords[] }[]
  /** Parameters of all operations. */
  everywhere: ParameterInWords[]
}

export function OgcApi(props: ApiProps) {
  const { language, operations, everywhere } = props
  const { api, ogc } = words(language).openData
  return (
    <LawPage language={language} title={ogc.api} lead={ogc.apiText}>
      {operations.map(({ path, summary, parameters }) => (
        <section key={path} class="law__part">
          <h2>
            <code>{path}</code>
          </h2>
          <p>{summary}</p>
          <Parameters of={parameters} />
        </section>
      ))}
      <LawPart title={api.everywhere}>
        <Parameters of={everywhere} />
      </LawPart>
      <Elsewhere {...props} />
    </LawPage>
  )
}

function Parameters({ of }: { of: ParameterInWords[] }) {
  if (of.length === 0) return null
  return <SummaryList flat items={of.map(({ name, text }) => ({ term: name, value: text }))} />
}

function Elsewhere({ language, jsonHref, landingHref }: Common) {
  const { ogc } = words(language).openData
  return (
    <p class="small">
      <a href={jsonHref}>{ogc.forMachines}</a> · <a href={landingHref}>{ogc.title}</a>
    </p>
  )
}
