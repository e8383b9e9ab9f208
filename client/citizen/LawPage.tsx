/** The frame of imprint, privacy notice, accessibility statement, rules and guide. */
import type { ComponentChildren } from 'preact'
import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'
import { Icon } from '../ui/Icon.tsx'
import { Note } from '../ui/Note.tsx'
import { PhoneLink } from '../ui/PhoneLink.tsx'
import { type SummaryItem, SummaryList } from '../ui/SummaryList.tsx'
import type { PageTown } from './town-face.ts'

/** What law pages know of their town. */
export type LawTown = PageTown & {
  address?: string
  website?: string
  /** Not in operation yet: nothing here binds it. */
  isPreview?: boolean
}
/** An own page of the town about the same. */
export type OwnPage = { href: string; page: 'imprint' | 'privacy' | 'accessibility' }
/** Who runs the platform, as its settings say. */
export type Operator = { name?: string; address?: string; email?: string }
type Props = {
  language: Language
  /** Absent on the platform's own pages. */
  town?: LawTown
  title: string
  lead?: string
  own?: OwnPage
  /** Said first: a form on the page came back. */
  problem?: ComponentChildren
  children: ComponentChildren
}

export function LawPage({ language, town, title, lead, own, problem, children }: Props) {
  const { common, legal } = words(language)
  return (
    <div class="page law">
      {problem}
      <div class="law__part">
        <h1>{title}</h1>
        {lead && <p class="lead">{lead}</p>}
        {town?.isPreview && (
          <Note tone="warn">
            <p>{legal.preview}</p>
          </Note>
        )}
      </div>
      {children}
      {own && town && (
        <LawPart title={legal.ownPages}>
          <p>
            <Outward href={own.href}>{legal.ownPage(common.legal[own.page], common.kind[town.kind].genitive)}</Outward>
          </p>
        </LawPart>
      )}
    </div>
  )
}

export function LawPart({ id, title, children }: { id?: string; title: string; children: ComponentChildren }) {
  return (
    <section class="law__part">
      <h2 id={id} tabIndex={id ? -1 : undefined}>
        {title}
      </h2>
      {children}
    </section>
  )
}

export function Points({ of }: { of: (string | false | undefined)[] }) {
  return <ul class="law__points">{of.map((point) => point && <li key={point}>{point}</li>)}</ul>
}

/** @param lang where the words are not in the page's language, such as names of German authorities */
export function Outward({ href, lang, children }: { href: string; lang?: string; children: ComponentChildren }) {
  return (
    <a href={href} lang={lang}>
      {children} <Icon name="external" size="s" />
    </a>
  )
}

/** How to reach the town hall; nothing for one that has not joined. */
export function TownContact({ language, town, subject }: { language: Language; town: LawTown; subject?: string }) {
  const { common, legal } = words(language)
  if (town.notJoined) return null
  const { address, phone, has115, email, website } = town
  const items: (SummaryItem | false | undefined | '')[] = [
    address && { term: legal.address, value: address },
    phone && { term: common.phone, value: <PhoneLink number={phone} /> },
    has115 && { term: common.phone115, value: <PhoneLink number="115" /> },
    email && { term: common.email, value: <a href={mailTo(email, subject)}>{email}</a> },
    website && { term: legal.website, value: <a href={website}>{website.replace(/^https?:\/\//, '')}</a> },
  ]
  return <SummaryList items={items.filter((item) => typeof item === 'object')} />
}

/** How to reach whoever runs the platform. */
export function OperatorContact({
  language,
  operator,
  subject,
}: {
  language: Language
  operator: Operator
  subject?: string
}) {
  const { common, legal } = words(language)
  const { name, address, email } = operator
  const items: (SummaryItem | false | undefined | '')[] = [
    name && { term: legal.imprint.operatorName, value: name },
    address && { term: legal.address, value: address },
    email && { term: common.email, value: <a href={mailTo(email, subject)}>{email}</a> },
  ]
  const known = items.filter((item) => typeof item === 'object')
  return known.length > 0 ? <SummaryList items={known} /> : <p>{legal.imprint.operatorUnknown}</p>
}

const mailTo = (email: string, subject?: string) =>
  `mailto:${email}${subject ? `?subject=${encodeURIComponent(subject)}` : ''}`
