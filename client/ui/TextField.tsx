import { FieldFrame } from './FieldFrame.tsx'
import { described, type FieldProps, fieldId } from './field.ts'
import { Icon } from './Icon.tsx'
import type { IconName } from './icons.ts'

export type TextFieldProps = FieldProps & {
  value?: string
  type?: 'text' | 'email' | 'tel' | 'search' | 'number' | 'date' | 'password' | 'url'
  inputMode?: 'text' | 'decimal' | 'numeric' | 'email' | 'tel'
  autoComplete?: string
  maxLength?: number
  placeholder?: string
  required?: boolean
  icon?: IconName
  width?: 'short'
}

export function TextField({ width, icon, ...field }: TextFieldProps) {
  return (
    <FieldFrame {...field} width={width}>
      {icon ? (
        <span class="input-icon">
          <Icon name={icon} />
          <Input {...field} />
        </span>
      ) : (
        <Input {...field} />
      )}
    </FieldFrame>
  )
}

/** The type is narrowed only for the compiler: it wants one literal per element, the page decides at run time. */
function Input({
  name,
  hint,
  error,
  value,
  type = 'text',
  inputMode,
  autoComplete,
  maxLength,
  placeholder,
  required,
}: TextFieldProps) {
  return (
    <input
      class="input"
      id={fieldId(name)}
      name={name}
      type={type as 'text'}
      value={value}
      inputMode={inputMode}
      autoComplete={autoComplete}
      maxLength={maxLength}
      placeholder={placeholder}
      required={required}
      {...described({ name, hint, error })}
    />
  )
}
