import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'
import { FieldFrame } from '../ui/FieldFrame.tsx'
import { described, type FieldProps, fieldId } from '../ui/field.ts'
import { Icon } from '../ui/Icon.tsx'

type Props = FieldProps & { language: Language; autoComplete: 'current-password' | 'new-password' }

/** Never comes back filled. With script it can be shown while it is typed. */
export function PasswordField({ language, autoComplete, ...field }: Props) {
  const id = fieldId(field.name)
  return (
    <FieldFrame {...field}>
      <span class="password">
        <input
          class="input"
          id={id}
          name={field.name}
          type="password"
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellcheck={false}
          required
          {...described(field)}
        />
        <button
          type="button"
          class="password__show"
          aria-pressed="false"
          aria-controls={id}
          data-show-password
          data-needs-script
        >
          <Icon name="eye" />
          <span class="sr">{words(language).account.signIn.show}</span>
        </button>
      </span>
    </FieldFrame>
  )
}
