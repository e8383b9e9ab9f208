import { FieldSet } from './FieldFrame.tsx'
import { type FieldProps, fieldId } from './field.ts'
import { Icon } from './Icon.tsx'

export type Choice = { value: string; label: string; hint?: string; icon?: string; isDisabled?: boolean }
type RadioProps = FieldProps & { choices: Choice[]; value?: string }
type CheckProps = FieldProps & { choices: Choice[]; values?: readonly string[] }

/** One of several, each a row that is its own target. */
export function ChoiceRows({ choices, value, ...field }: RadioProps) {
  return (
    <FieldSet {...field}>
      <div class="choices">
        {choices.map((choice) => (
          <ChoiceRow key={choice.value} name={field.name} choice={choice} checked={choice.value === value} />
        ))}
      </div>
    </FieldSet>
  )
}

/** One of two or three short answers. */
export function ChoiceTiles({ choices, value, ...field }: RadioProps) {
  return (
    <FieldSet {...field}>
      <div class="choices choices--tiles">
        {choices.map((choice) => (
          <ChoiceRow key={choice.value} name={field.name} choice={choice} checked={choice.value === value} />
        ))}
      </div>
    </FieldSet>
  )
}

/** Any number of several. */
export function CheckRows({ choices, values = [], ...field }: CheckProps) {
  return (
    <FieldSet {...field}>
      <div class="choices">
        {choices.map((choice) => (
          <ChoiceRow
            key={choice.value}
            type="checkbox"
            name={field.name}
            choice={choice}
            checked={values.includes(choice.value)}
          />
        ))}
      </div>
    </FieldSet>
  )
}

type RowProps = { name: string; choice: Choice; checked: boolean; type?: 'radio' | 'checkbox' }

/** The row alone, for sets that bring their own frame. */
export function ChoiceRow({ name, choice, checked, type = 'radio' }: RowProps) {
  const id = `${fieldId(name)}-${choice.value || 'none'}`
  return (
    <label class={`choice${choice.isDisabled ? ' choice--off' : ''}`} for={id}>
      <input
        class={`choice__input choice__input--${type}`}
        id={id}
        type={type}
        name={name}
        value={choice.value}
        checked={checked}
        disabled={choice.isDisabled}
      />
      <span class="choice__words">
        <span class="choice__label">{choice.label}</span>
        {choice.hint && <span class="choice__hint">{choice.hint}</span>}
      </span>
      {choice.icon && <Icon name={choice.icon} class="choice__icon" />}
    </label>
  )
}
