import { fieldId } from './field.ts'
import { Icon } from './Icon.tsx'

export function FieldError({ name, message }: { name: string; message?: string }) {
  if (!message) return null
  return (
    <p class="field__error" id={`${fieldId(name)}-error`}>
      <Icon name="alert" />
      <span>{message}</span>
    </p>
  )
}
