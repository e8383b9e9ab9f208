import type { ComponentChildren } from 'preact'
import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'
import { town as addresses } from '../paths.ts'
import { ButtonLink } from '../ui/Button.tsx'
import { SummaryList } from '../ui/SummaryList.tsx'
import { LawPage, LawPart, Outward } from './LawPage.tsx'
import type { TownFace } from './town-face.ts'

export type OpenDataProps = {
  language: Language
  town: TownFace
  officialName: string
  /** The town's address, absolute: for what is copied into another program. */
  url: string
  /** How many public reports there are. */
  count: string
  /** West, south, east, north: a part of the town, as an example. */
  section: string
  licence: { name: string; href: string; wantsAttribution: boolean }
  lastChange?: string
}

/** Public reports as files and by interfaces, and what may be done with them. */
export function OpenDataPage(props: OpenDataProps) {
  const { language, town, officialName, licence, lastChange } = props
  const { openData } = words(language)
  const { changes } = openData
  return (
    <LawPage language={language} title={openData.title} lead={openData.lead(town)}>
      <Files {...props} />
      <Interfaces {...props} />
      <LawPart title={openData.licence.title}>
        <p>
          {openData.licence.text} <Outward href={licence.href}>{licence.name}</Outward>
        </p>
        <p>{licence.wantsAttribution ? openData.licence.attribution(officialName) : openData.licence.noAttribution}</p>
      </LawPart>
      <LawPart title={changes.title}>
        <p>{changes.text}</p>
        <p>{changes.gone}</p>
        {lastChange && <p class="muted small">{changes.last(lastChange)}</p>}
      </LawPart>
      <Columns language={language} />
    </LawPage>
  )
}

function Files({ language, town, url, count, section }: OpenDataProps) {
  const { files } = words(language).openData
  const to = addresses(town.base)
  const csv = addresses(url).openDataFile('meldungen.csv')
  const filters = [
    ['?status=open', files.filterStatus],
    ['?category=pothole', files.filterCategory],
    [`?bbox=${section}`, files.filterBbox],
    ['?since=2026-01-01T00:00:00Z', files.filterSince],
  ] as const
  return (
    <LawPart title={files.title}>
      <p>{files.all(count)}</p>
      <SummaryList
        items={[
          {
            term: files.geojsonText,
            value: (
              <ButtonLink href={to.openDataFile('meldungen.geojson')} kind="secondary" size="s">
                {files.geojson}
              </ButtonLink>
            ),
          },
          {
            term: files.csvText,
            value: (
              <ButtonLink href={to.openDataFile('meldungen.csv')} kind="secondary" size="s">
                {files.csv}
              </ButtonLink>
            ),
          },
        ]}
      />
      <p>{files.filter}</p>
      <SummaryList flat items={filters.map(([query, text]) => ({ term: text, value: <code>{query}</code> }))} />
      <p class="muted small">
        {files.example} <code>{csv}?status=open</code>
      </p>
    </LawPart>
  )
}

function Columns({ language }: { language: Language }) {
  const { columns, privacy } = words(language).openData
  const named: [string, string][] = [
    ['number', columns.number],
    ['category, categoryName', columns.category],
    ['status, statusLabel', columns.status],
    ['receivedAt', columns.receivedAt],
    ['changedAt', columns.changedAt],
    ['closedAt', columns.closedAt],
    ['district, districtName', columns.district],
    ['department', columns.department],
    ['address', columns.address],
    ['description', columns.description],
    ['lat, lon', columns.place],
    ['photos', columns.photos],
    ['url', columns.url],
  ]
  return (
    <LawPart title={columns.title}>
      <SummaryList flat items={named.map(([term, value]) => ({ term, value }))} />
      <p>{privacy}</p>
    </LawPart>
  )
}

function Interfaces({ language, town, url }: OpenDataProps) {
  const { live } = words(language).openData
  const to = addresses(town.base)
  const shown = addresses(url)
  return (
    <LawPart title={live.title}>
      <SummaryList
        items={[
          { term: live.ogc, value: <Address text={live.ogcText} href={to.ogc()} shown={shown.ogc()} /> },
          { term: live.feed, value: <Address text={live.feedText} href={to.feed()} shown={shown.feed()} /> },
          {
            term: live.calendar,
            value: <Address text={live.calendarText} href={to.calendar()} shown={shown.calendar()} />,
          },
          {
            term: live.dcat,
            value: (
              <Address text={live.dcatText} href={to.openDataFile('dcat.jsonld')} shown={live.jsonld}>
                {' · '}
                <a href={to.openDataFile('dcat.rdf')}>{live.rdf}</a>
              </Address>
            ),
          },
        ]}
      />
    </LawPart>
  )
}

type AddressProps = { text: string; href: string; shown: string; children?: ComponentChildren }

function Address({ text, href, shown, children }: AddressProps) {
  return (
    <>
      {text}
      <br />
      <a href={href}>{shown}</a>
      {children}
    </>
  )
}
