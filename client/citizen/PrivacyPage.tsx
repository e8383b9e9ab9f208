import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'
import {
  LawPage,
  LawPart,
  type LawTown,
  type Operator,
  OperatorContact,
  Outward,
  type OwnPage,
  Points,
  TownContact,
} from './LawPage.tsx'

export type PrivacyPageProps = {
  language: Language
  town: LawTown
  /** Months after the end of a report. */
  retention: { contact: number; text: number; photos: number }
  /** Categories that differ. */
  exceptions?: { name: string; contact: number; text: number; photos: number }[]
  /** Day of the data processing agreement, in words. */
  agreement?: string
  /** Some category cannot do without contact data. */
  isContactNeeded?: boolean
  /** Whose server gives the map's pictures, where it is not ours. */
  tileHost?: string
  /** Who looks up addresses, where it is not us. */
  geocoder?: string
  authority?: { name: string; url: string }
  own?: OwnPage
  operator: Operator
}

/** The privacy notice of Art. 13 GDPR, made from the town's settings. */
export function PrivacyPage(props: PrivacyPageProps) {
  const { language, town, tileHost, geocoder, own } = props
  const { common, privacy, place } = words(language)
  return (
    <LawPage language={language} town={town} title={common.legal.privacy} lead={privacy.lead} own={own}>
      <Controller {...props} />
      <Data {...props} />
      <Keeping {...props} />
      <Readers {...props} />
      <LawPart title={privacy.map.title}>
        <p>
          {tileHost ? privacy.map.direct(tileHost) : privacy.map.none} {privacy.map.location}
        </p>
        <p>{geocoder ? place.privacy.geocoder(geocoder) : place.privacy.own}</p>
      </LawPart>
      <Rights {...props} />
    </LawPage>
  )
}

function Controller({ language, town, agreement, operator }: PrivacyPageProps) {
  const { controller, platform, purpose } = words(language).privacy
  const isMember = !town.notJoined
  return (
    <>
      <LawPart title={controller.title}>
        <p>{isMember ? controller.member(town.officialName) : controller.notJoined(town.name)}</p>
        {isMember ? (
          <TownContact language={language} town={town} />
        ) : (
          <OperatorContact language={language} operator={operator} />
        )}
        {isMember && <p>{controller.officer}</p>}
      </LawPart>
      {isMember && (
        <LawPart title={platform.title}>
          <p>
            {platform.member(town.forms.of)} {operator.name && platform.operator(operator.name)}{' '}
            {agreement && platform.agreement(agreement)}
          </p>
        </LawPart>
      )}
      <LawPart title={purpose.title}>
        <p>{purpose.text}</p>
        <p>{isMember ? purpose.member(town.forms.of) : purpose.notJoined}</p>
      </LawPart>
    </>
  )
}

function Data({ language, isContactNeeded }: PrivacyPageProps) {
  const { privacy, protection } = words(language)
  const { data } = privacy
  return (
    <LawPart title={data.title}>
      <Points
        of={[
          data.report,
          data.photos,
          data.contact,
          isContactNeeded && data.contactNeeded,
          data.follower,
          data.rating,
          data.feedback,
          data.account,
          data.tab,
          data.log,
          protection.privacy.notice,
          protection.privacy.limits,
          data.counts,
        ]}
      />
    </LawPart>
  )
}

function Keeping({ language, town, retention, exceptions = [] }: PrivacyPageProps) {
  const { keep } = words(language).privacy
  return (
    <LawPart title={keep.title}>
      <p>{town.notJoined ? keep.notJoined : keep.member(town.officialName)}</p>
      <Points of={[keep.contact(retention.contact), keep.text(retention.text), keep.photos(retention.photos)]} />
      {exceptions.length > 0 && <p>{keep.categories}</p>}
      {exceptions.length > 0 && (
        <Points of={exceptions.map(({ name, contact, text, photos }) => keep.category(name, contact, text, photos))} />
      )}
      <p>{keep.automatic}</p>
      <p>{keep.follower}</p>
      <p>{keep.feedback}</p>
      <p>{keep.draft}</p>
      <p>{keep.sendingKey}</p>
    </LawPart>
  )
}

function Readers({ language, town }: PrivacyPageProps) {
  const { seen } = words(language).privacy
  const readers = town.notJoined ? [seen.townHall] : [seen.department, seen.systems, seen.partner, seen.elsewhere]
  return (
    <LawPart title={seen.title}>
      <Points of={[...readers, seen.public, seen.mail]} />
    </LawPart>
  )
}

function Rights({ language, town, authority }: PrivacyPageProps) {
  const { rights } = words(language).privacy
  return (
    <LawPart title={rights.title}>
      <p>{rights.text}</p>
      <p>{rights.self}</p>
      {!town.notJoined && <p>{rights.how}</p>}
      <p>{rights.automatic}</p>
      {authority && (
        <p>
          {town.notJoined ? rights.complaintNotJoined : rights.complaint}{' '}
          <Outward href={authority.url} lang="de">
            {authority.name}
          </Outward>
        </p>
      )}
    </LawPart>
  )
}
