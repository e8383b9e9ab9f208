import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { FeedbackForm, type FeedbackFormProps } from './FeedbackForm.tsx'
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

export type AccessibilityPageProps = {
  language: Language
  town: LawTown
  /** Day of the statement, in words. */
  date: string
  enforcement?: { name: string; url: string }
  /** List of the bodies of all Länder. */
  enforcementListUrl: string
  own?: OwnPage
  operator: Operator
  form: FeedbackFormProps
}

/** The statement that Directive (EU) 2016/2102 asks for, by the model of Implementing Decision (EU) 2018/1523. */
export function AccessibilityPage(props: AccessibilityPageProps) {
  const { language, town, date, own, operator, form } = props
  const { common, legal } = words(language)
  const { accessibility } = legal
  const { standard, limits, how, feedback } = accessibility
  return (
    <LawPage
      language={language}
      town={town}
      title={accessibility.title}
      lead={accessibility.lead(town)}
      own={own}
      problem={<ErrorSummary title={common.checkFields(form.errors.length)} errors={form.errors} />}
    >
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
      <LawPart id="rueckmeldung" title={feedback.title}>
        <p>{town.notJoined ? feedback.notJoined : feedback.text}</p>
        <FeedbackForm language={language} {...form} />
        <p>{feedback.otherwise}</p>
        {town.notJoined ? (
          <OperatorContact language={language} operator={operator} subject={feedback.subject} />
        ) : (
          <TownContact language={language} town={town} subject={feedback.subject} />
        )}
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
