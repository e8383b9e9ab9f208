import { FieldFrame } from './FieldFrame.tsx'
import { described, type FieldProps, fieldId } from './field.ts'

export type TextAreaProps = FieldProps & { value?: string; rows?: number; maxLength?: number; required?: boolean }

export function TextArea({ value, rows = 4, maxLength, required, ...field }: TextAreaProps) {
  return (
    <FieldFrame {...field}>
      <textarea
        class="input input--area"
        id={fieldId(field.name)}
        name={field.name}
        rows={rows}
        maxLength={maxLength}
        required={required}
        value={value ?? ''}
        {...described(field)}
      />
    </FieldFrame>
  )
}
