import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'
import { Button } from '../ui/Button.tsx'
import { type FieldProblem, problemOf } from '../ui/field.ts'
import { TextArea } from '../ui/TextArea.tsx'
import { TextField } from '../ui/TextField.tsx'

export type FeedbackFormProps = {
  action: string
  values: { text?: string; page?: string; email?: string }
  errors: FieldProblem[]
}

/** Words about a barrier. Everything typed comes back when something is missing. */
export function FeedbackForm({ language, action, values, errors }: FeedbackFormProps & { language: Language }) {
  const { common, feedback } = words(language)
  const field = (name: 'text' | 'page' | 'email') => ({
    name,
    label: feedback[name],
    hint: feedback[`${name}Hint`],
    value: values[name],
    error: problemOf(errors, name),
  })
  return (
    <form class="feedback" method="post" action={action} novalidate>
      <TextArea {...field('text')} maxLength={4000} required />
      <TextField {...field('page')} maxLength={300} optional={common.optional} />
      <TextField {...field('email')} type="email" autoComplete="email" maxLength={254} optional={common.optional} />
      <p class="muted small">{feedback.privacy}</p>
      <p>
        <Button busy={feedback.sending}>{feedback.send}</Button>
      </p>
    </form>
  )
}
