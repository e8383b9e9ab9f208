import type { Language } from '../../../tenants/languages.ts'
import { words } from '../../i18n/index.ts'
import { Note } from '../../ui/Note.tsx'
import { PhoneLink } from '../../ui/PhoneLink.tsx'

/** What a category says before anything else, and who answers at any hour. */
export type Notice = { text: string; onCall?: { phone: string; hours?: string } }

export function CategoryNotice({ language, text, onCall }: Notice & { language: Language }) {
  const { form } = words(language)
  return (
    <Note tone="warn" icon="siren" title={form.danger}>
      <p>{text}</p>
      {onCall && (
        <p>
          {form.onCall}: <PhoneLink number={onCall.phone} />
          {onCall.hours && `, ${onCall.hours}`}
        </p>
      )}
    </Note>
  )
}
