import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'
import { LawPage, LawPart, type LawTown, Outward, type OwnPage, Points, TownContact } from './LawPage.tsx'

export type AccessibilityPageProps = {
  language: Language
  town: LawTown
  /** Day of the statement, in words. */
  date: string
  enforcement?: { name: string; url: string }
  /** List of the bodies of all Länder. */
  enforcementListUrl: string
  own?: OwnPage
}

/** The statement that Directive (EU) 2016/2102 asks for, by the model of Implementing Decision (EU) 2018/1523. */
export function AccessibilityPage(props: AccessibilityPageProps) {
  const { language, town, date, own } = props
  const { accessibility } = words(language).legal
  const { standard, limits, how, feedback } = accessibility
  return (
    <LawPage language={language} town={town} title={accessibility.title} lead={accessibility.lead(town)} own={own}>
      <LawPart title={standard.title}>
        <p>{standard.text}</p>
      </LawPart>
      <LawPart title={limits.title}>
        <Points of={[limits.map, limits.words, limits.simple, limits.signs, limits.people]} />
      </LawPart>
      <LawPart title={how.title}>
        <p>{how.text}</p>
        <p>{how.date(date)}</p>
      </LawPart>
      <LawPart title={feedback.title}>
        <p>{town.notJoined ? feedback.notJoined : feedback.text}</p>
        <TownContact language={language} town={town} subject={feedback.subject} />
      </LawPart>
      {!town.notJoined && <Enforcement {...props} />}
    </LawPage>
  )
}

function Enforcement({ language, enforcement, enforcementListUrl }: AccessibilityPageProps) {
  const { title, text, list } = words(language).legal.accessibility.enforcement
  return (
    <LawPart title={title}>
      <p>
        {text}{' '}
        {enforcement && (
          <Outward href={enforcement.url} lang="de">
            {enforcement.name}
          </Outward>
        )}
      </p>
      <p>
        <Outward href={enforcementListUrl}>{list}</Outward>
      </p>
    </LawPart>
  )
}
