/** Imprint, privacy notice and accessibility statement of the platform's own pages: the start, the register, sign-in. */
import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'
import { LawPage, LawPart, type Operator, OperatorContact, Outward, Points } from './LawPage.tsx'

type Props = { language: Language; operator: Operator }

export function PlatformImprint({ language, operator }: Props) {
  const { common, legal } = words(language)
  return (
    <LawPage language={language} title={common.legal.imprint}>
      <LawPart title={legal.imprint.provider}>
        <OperatorContact language={language} operator={operator} />
        <p>{legal.imprint.operator}</p>
      </LawPart>
    </LawPage>
  )
}

export function PlatformPrivacy({ language, operator }: Props) {
  const { common, privacy } = words(language)
  const { controller, platform, data, map, rights } = privacy
  return (
    <LawPage language={language} title={common.legal.privacy} lead={platform.lead}>
      <LawPart title={controller.title}>
        <p>{platform.controller}</p>
        <OperatorContact language={language} operator={operator} />
        <p>{platform.towns}</p>
      </LawPart>
      <LawPart title={data.title}>
        <Points of={[data.account, data.log, data.counts, platform.search, platform.staff]} />
        <p>{platform.basis}</p>
      </LawPart>
      <LawPart title={map.locationTitle}>
        <p>{map.location}</p>
      </LawPart>
      <LawPart title={rights.title}>
        <p>{rights.text}</p>
        <p>{platform.complaint}</p>
      </LawPart>
    </LawPage>
  )
}

type Statement = Props & {
  /** Day of the statement, in words. */
  date: string
  /** List of the bodies of all Länder. */
  enforcementListUrl: string
}

export function PlatformAccessibility({ language, operator, date, enforcementListUrl }: Statement) {
  const { accessibility } = words(language).legal
  const { standard, limits, how, feedback, enforcement } = accessibility
  return (
    <LawPage language={language} title={accessibility.title} lead={accessibility.leadPlatform}>
      <LawPart title={standard.title}>
        <p>{standard.text}</p>
      </LawPart>
      <LawPart title={limits.title}>
        <Points of={[limits.simple, limits.signs, limits.people]} />
      </LawPart>
      <LawPart title={how.title}>
        <p>{how.text}</p>
        <p>{how.date(date)}</p>
      </LawPart>
      <LawPart title={feedback.title}>
        <p>{feedback.platform}</p>
        <OperatorContact language={language} operator={operator} subject={feedback.subject} />
      </LawPart>
      <LawPart title={enforcement.title}>
        <p>
          <Outward href={enforcementListUrl}>{enforcement.list}</Outward>
        </p>
      </LawPart>
    </LawPage>
  )
}
