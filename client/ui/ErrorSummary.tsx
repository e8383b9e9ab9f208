import { type FieldProblem, fieldId } from './field.ts'
import { Icon } from './Icon.tsx'

/** First in main when a form comes back. Takes the focus without script; each line leads to its field. */
export function ErrorSummary({ title, errors }: { title: string; errors: FieldProblem[] }) {
  if (errors.length === 0) return null
  return (
    // biome-ignore lint/a11y/noAutofocus: the person has just sent the form and must hear why it came back
    <div class="error-summary" role="alert" tabIndex={-1} autoFocus>
      <h2 class="error-summary__title">
        <Icon name="alert" size="l" />
        <span>{title}</span>
      </h2>
      <ul>
        {errors.map(({ field, message }) => (
          <li key={field}>
            <a href={`#${fieldId(field)}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
