import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'
import { FieldFrame } from '../ui/FieldFrame.tsx'
import { fieldId } from '../ui/field.ts'
import { PHOTO_KINDS } from '../ui/photo-kinds.ts'

/** A picture of the work that is done. */
export function ResultPhotoField({
  language,
  error,
  id = 'photo',
}: {
  language: Language
  error?: string
  id?: string
}) {
  const { photos: w } = words(language)
  return (
    <FieldFrame name={id} label={w.result} hint={w.resultHint} error={error}>
      <input
        id={fieldId(id)}
        class="file file--staff"
        type="file"
        name="photo"
        accept={PHOTO_KINDS}
        aria-describedby={`${fieldId(id)}-hint${error ? ` ${fieldId(id)}-error` : ''}`}
      />
    </FieldFrame>
  )
}
