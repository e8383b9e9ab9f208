/** OGC API – Features for people: the same resources, calm and readable. */
import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'
import { ButtonLink } from '../ui/Button.tsx'
import { Pager } from '../ui/Pager.tsx'
import { type SummaryItem, SummaryList } from '../ui/SummaryList.tsx'
import { LawPage, LawPart, Outward, Points } from './LawPage.tsx'
import type { TownFace } from './town-face.ts'

export type Licence = { name: string; href: string }
export type CollectionInWords = { id: string; title: string; text: string; itemsHref: string }

type Common = { language: Language; jsonHref: string }

export function OgcLanding({
  language,
  town,
  address,
  hrefs,
  collections,
  licence,
  jsonHref,
}: Common & {
  town: TownFace
  /** Absolute: what a client is given. */
  address: string
  hrefs: { api: string; conformance: string; openData: string }
  collections: CollectionInWords[]
  licence: Licence
}) {
  const { openData } = words(language)
  const { ogc } = openData
  return (
    <LawPage language={language} title={ogc.title} lead={ogc.lead(town)}>
      <p>
        <code>{address}</code>
      </p>
      <Collections language={language} collections={collections} />
      <LawPart title={openData.licence.title}>
        <p>
          {openData.licence.text} <Outward href={licence.href}>{licence.name}</Outward>
        </p>
      </LawPart>
      <div class="actions">
        <ButtonLink href={hrefs.api} kind="secondary" size="s">
          {ogc.api}
        </ButtonLink>
        <ButtonLink href={hrefs.conformance} kind="secondary" size="s">
          {ogc.conformance}
        </ButtonLink>
        <ButtonLink href={hrefs.openData} kind="secondary" size="s">
          {openData.link}
        </ButtonLink>
      </div>
      <ForMachines language={language} jsonHref={jsonHref} />
    </LawPage>
  )
}

export function OgcCollections({ language, jsonHref, collections }: Common & { collections: CollectionInWords[] }) {
  const { ogc } = words(language).openData
  return (
    <LawPage language={language} title={ogc.collections}>
      <Collections language={language} collections={collections} />
      <ForMachines language={language} jsonHref={jsonHref} />
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

export function OgcItems({
  language,
  jsonHref,
  title,
  count,
  items,
  first,
  next,
}: Common & {
  title: string
  /** "12 Objekte" */
  count: string
  items: ItemInWords[]
  /** To the beginning, where this page is not it. */
  first?: string
  next?: string
}) {
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
      <Pager previous={first} next={next} words={{ pages: ogc.pages, previous: ogc.first, next: ogc.next }} />
      <ForMachines language={language} jsonHref={jsonHref} />
    </LawPage>
  )
}

export function OgcFeature({
  language,
  jsonHref,
  title,
  items,
  mapHref,
  collectionHref,
}: Common & { title: string; items: SummaryItem[]; mapHref?: string; collectionHref: string }) {
  const { ogc } = words(language).openData
  return (
    <LawPage language={language} title={title}>
      <SummaryList items={items} />
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
      <ForMachines language={language} jsonHref={jsonHref} />
    </LawPage>
  )
}

export function OgcConformance({ language, jsonHref, parts }: Common & { parts: readonly string[] }) {
  const { ogc } = words(language).openData
  return (
    <LawPage language={language} title={ogc.conformance}>
      <Points of={[...parts]} />
      <ForMachines language={language} jsonHref={jsonHref} />
    </LawPage>
  )
}

export type OperationInWords = {
  path: string
  summary: string
  parameters: { name: string; text: string }[]
}

export function OgcApi({ language, jsonHref, operations }: Common & { operations: OperationInWords[] }) {
  const { ogc } = words(language).openData
  return (
    <LawPage language={language} title={ogc.api} lead={ogc.apiText}>
      {operations.map(({ path, summary, parameters }) => (
        <section key={path} class="law__part" lang="en">
          <h2>
            <code>{path}</code>
          </h2>
          <p>{summary}</p>
          <SummaryList flat items={parameters.map(({ name, text }) => ({ term: name, value: text }))} />
        </section>
      ))}
      <ForMachines language={language} jsonHref={jsonHref} />
    </LawPage>
  )
}

function ForMachines({ language, jsonHref }: Common) {
  return (
    <p class="small">
      <a href={jsonHref}>{words(language).openData.ogc.forMachines}</a>
    </p>
  )
}
