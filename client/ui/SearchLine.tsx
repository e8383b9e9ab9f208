import { Button, type ButtonKind } from './Button.tsx'
import { fieldId } from './field.ts'
import { Icon } from './Icon.tsx'

type Props = { label: string; value?: string; placeholder: string; button: string; kind: ButtonKind }

/** One field and its button, sending `q` with the form it stands in. */
export function SearchLine({ label, value, placeholder, button, kind }: Props) {
  return (
    <>
      <label class="field__label" for={fieldId('q')}>
        {label}
      </label>
      <div class="search-line">
        <span class="input-icon">
          <Icon name="search" />
          <input
            class="input"
            id={fieldId('q')}
            name="q"
            type="search"
            value={value}
            placeholder={placeholder}
            autoComplete="off"
          />
        </span>
        <Button kind={kind}>{button}</Button>
      </div>
    </>
  )
}
