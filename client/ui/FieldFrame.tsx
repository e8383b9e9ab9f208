import type { ComponentChildren } from 'preact'
import { FieldError } from './FieldError.tsx'
import { type FieldProps, fieldId } from './field.ts'

type Props = FieldProps & { children: ComponentChildren; width?: 'short' }

/** Label above, hint between, error right above the input. */
export function FieldFrame({ name, label, hint, error, optional, width, children }: Props) {
  return (
    <div class={`field${error ? ' field--error' : ''}${width ? ` field--${width}` : ''}`}>
      <label class="field__label" for={fieldId(name)}>
        {label}
        {optional && <span class="field__optional"> ({optional})</span>}
      </label>
      <FieldHint name={name} hint={hint} />
      <FieldError name={name} message={error} />
      {children}
    </div>
  )
}

/** The same around a set of choices. */
export function FieldSet({ name, label, hint, error, optional, children }: Omit<Props, 'width'>) {
  return (
    <fieldset
      class={`field${error ? ' field--error' : ''}`}
      id={fieldId(name)}
      tabIndex={error ? -1 : undefined}
      aria-describedby={error ? `${fieldId(name)}-error` : undefined}
    >
      <legend class="field__label">
        {label}
        {optional && <span class="field__optional"> ({optional})</span>}
      </legend>
      <FieldHint name={name} hint={hint} />
      <FieldError name={name} message={error} />
      {children}
    </fieldset>
  )
}

function FieldHint({ name, hint }: Pick<FieldProps, 'name' | 'hint'>) {
  if (!hint) return null
  return (
    <p class="field__hint" id={`${fieldId(name)}-hint`}>
      {hint}
    </p>
  )
}
