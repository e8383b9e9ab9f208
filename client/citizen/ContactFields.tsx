import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'
import { type FieldProblem, problemOf } from '../ui/field.ts'
import { Icon } from '../ui/Icon.tsx'
import { TextField } from '../ui/TextField.tsx'

type Props = {
  language: Language
  values: { name?: string; email?: string; phone?: string }
  errors: FieldProblem[]
  /** Months after closing for which the town keeps contact data. */
  keepMonths?: number
  privacyHref: string
  /** One of e-mail and phone must be given. */
  isRequired?: boolean
}

export function ContactFields({ language, values, errors, keepMonths, privacyHref, isRequired }: Props) {
  const { common, form } = words(language)
  const field = (name: 'email' | 'name' | 'phone') => ({
    name,
    label: form[name],
    value: values[name],
    error: problemOf(errors, name),
    optional: isRequired && name !== 'name' ? undefined : common.optional,
  })
  return (
    <>
      <TextField {...field('email')} type="email" autoComplete="email" />
      <TextField {...field('name')} autoComplete="name" />
      <TextField {...field('phone')} type="tel" autoComplete="tel" />
      <p class="aside-line">
        <Icon name="lock" />
        <span>
          {keepMonths ? form.privacyKept(keepMonths) : form.privacy} {form.privacyNotice}{' '}
          <a href={privacyHref}>{common.legal.privacy}</a>.
        </span>
      </p>
    </>
  )
}
