import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'
import { Button, ButtonLink } from '../ui/Button.tsx'
import { Note } from '../ui/Note.tsx'

/** Somebody may be in danger: first this number, then the report. */
export type Stop = { phone: string; text: string }

export function EmergencyStop({ language, stops }: { language: Language; stops: Stop[] }) {
  const { form } = words(language)
  const phones = [...new Set(stops.map(({ phone }) => phone))]
  return (
    <Note tone="bad" icon="siren" title={form.stop} role="alert">
      {stops.map(({ text }) => (
        <p key={text}>{text}</p>
      ))}
      <div class="actions">
        {phones.map((phone) => (
          <ButtonLink key={phone} href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`} icon="phone">
            {form.call(phone)}
          </ButtonLink>
        ))}
        <Button name="step" value="send-anyway" kind="secondary" busy={form.sending}>
          {form.sendAnyway}
        </Button>
      </div>
      <p class="field__hint">{form.stopHint}</p>
    </Note>
  )
}
