import { FieldFrame } from './FieldFrame.tsx'
import { described, type FieldProps, fieldId } from './field.ts'

export type TextAreaProps = FieldProps & {
  /** Has the focus when the page opens: the one thing to do on it. */
  value?: string
  rows?: number
  maxLength?: number
  required?: boolean
  isFirst?: boolean
}

export function TextArea({ value, rows = 4, maxLength, required, isFirst, ...field }: TextAreaProps) {
  return (
    <FieldFrame {...field}>
      <textarea
        class="input input--area"
        id={fieldId(field.name)}
        name={field.name}
        rows={rows}
        maxLength={maxLength}
        required={required}
        // biome-ignore lint/a11y/noAutofocus: a step of one question, whose title the page's name has just said
        autoFocus={isFirst}
        value={value ?? ''}
        {...described(field)}
      />
    </FieldFrame>
  )
}
