import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'
import { town as addresses } from '../paths.ts'
import type { AddressComboboxProps } from './address-combobox.ts'
import { Island } from './Island.tsx'
import { TextField } from './TextField.tsx'

const MOST = 200

type Props = {
  language: Language
  base: string
  name: string
  value?: string
  error?: string
  label: string
  hint?: string
  /** The word for "optional" in the page's language. */
  optional?: string
  autoComplete?: string
}

/**
 * A place in words. With script it suggests addresses and keeps `lat` and `lon` of its form in step; without, it is a
 * plain text field.
 */
export function AddressField({ language, base, autoComplete = 'off', ...field }: Props) {
  const props: AddressComboboxProps = { url: addresses(base).places(), words: words(language).place.field }
  return (
    <Island name="AddressField" class="combobox" props={props}>
      <TextField {...field} autoComplete={autoComplete} maxLength={MOST} icon="search" />
    </Island>
  )
}
