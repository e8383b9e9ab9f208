import { FieldFrame } from './FieldFrame.tsx'
import { described, type FieldProps, fieldId } from './field.ts'
import { Icon } from './Icon.tsx'

export type Option = { value: string; label: string }
export type SelectProps = FieldProps & {
  value?: string
  options?: Option[]
  groups?: { label: string; options: Option[] }[]
  /** Words of the choice that chooses nothing. */
  empty?: string
  required?: boolean
}

export function Select({ value = '', options = [], groups = [], empty, required, ...field }: SelectProps) {
  return (
    <FieldFrame {...field}>
      <span class="select">
        <select class="input" id={fieldId(field.name)} name={field.name} required={required} {...described(field)}>
          {empty !== undefined && <option value="">{empty}</option>}
          {listed(options, value)}
          {groups.map((group) => (
            <optgroup key={group.label} label={group.label}>
              {listed(group.options, value)}
            </optgroup>
          ))}
        </select>
        <Icon name="chevron-down" />
      </span>
    </FieldFrame>
  )
}

const listed = (options: Option[], value: string) =>
  options.map((option) => (
    <option key={option.value} value={option.value} selected={option.value === value}>
      {option.label}
    </option>
  ))
