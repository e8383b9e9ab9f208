import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'
import { Button } from '../ui/Button.tsx'
import { ChoiceRows } from '../ui/Choices.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { type FieldProblem, problemOf } from '../ui/field.ts'
import { Icon } from '../ui/Icon.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextField } from '../ui/TextField.tsx'

/** Why somebody holds public content to be wrong. */
const REASONS = ['personal', 'insult', 'unlawful', 'other'] as const

export type NoticePageProps = {
  language: Language
  number: number
  category: string
  action: string
  backHref: string
  values: { reason?: string; text?: string; email?: string }
  errors: FieldProblem[]
}

/** "Inhalt melden": what is wrong with a public report. Works without script; everything typed comes back. */
export function NoticePage({ language, number, category, action, backHref, values, errors }: NoticePageProps) {
  const { common, protection } = words(language)
  const { notice: w } = protection
  const field = (name: 'text' | 'email') => ({
    name,
    label: w[name],
    hint: w[`${name}Hint`],
    value: values[name],
    error: problemOf(errors, name),
  })
  return (
    <div class="page">
      <a class="back" href={backHref}>
        <Icon name="arrow-left" class="icon--along" />
        {w.back(number)}
      </a>
      <h1>{w.title}</h1>
      <p class="muted">
        {category} · #{number}
      </p>
      <ErrorSummary title={common.checkFields(errors.length)} errors={errors} />
      <p>{w.lead}</p>
      <form class="feedback" method="post" action={action} noValidate>
        <ChoiceRows
          name="reason"
          label={w.reason}
          value={values.reason}
          error={problemOf(errors, 'reason')}
          choices={REASONS.map((value) => ({ value, label: w.reasons[value] }))}
        />
        <TextArea {...field('text')} maxLength={1000} required />
        <TextField {...field('email')} type="email" autoComplete="email" maxLength={254} optional={common.optional} />
        <p class="muted small">{w.privacy}</p>
        <p>
          <Button busy={w.sending}>{w.send}</Button>
        </p>
      </form>
    </div>
  )
}

type Thanks = { language: Language; number: number; backHref: string; isAnswered: boolean }

export function NoticeThanks({ language, number, backHref, isAnswered }: Thanks) {
  const { notice: w } = words(language).protection
  return (
    <div class="page">
      <div role="status">
        <Icon name="check-circle" size="xl" />
        <h1>{w.thanks}</h1>
        <p>{isAnswered ? w.thanksAnswer : w.thanksNoAnswer}</p>
      </div>
      <p>
        <a href={backHref}>{w.back(number)}</a>
      </p>
    </div>
  )
}
