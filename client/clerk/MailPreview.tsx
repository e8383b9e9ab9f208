import type { Language } from '../../tenants/languages.ts'
import { direction, words } from '../i18n/index.ts'
import { Icon } from '../ui/Icon.tsx'
import type { PanelHelp } from './report-props.ts'

type Props = { language: Language; help: PanelHelp }

/** The real mail in the reporter's language, below the words that become part of it. */
export function MailPreview({ language, help }: Props) {
  const { preview: w } = words(language).desk
  const { preview } = help
  if (!preview) return null
  const mail = 'nobody' in preview ? undefined : preview
  return (
    <section class="preview" aria-labelledby="vorschau-titel">
      <h3 class="preview__title" id="vorschau-titel">
        <Icon name="mail" />
        <span>{w.title}</span>
      </h3>
      <p class="preview__nobody" data-preview-nobody hidden={mail !== undefined}>
        {'nobody' in preview ? preview.nobody : ''}
      </p>
      <div class="preview__mail" data-preview-mail hidden={mail === undefined}>
        <p class="meta" data-preview-to>
          {mail?.to}
        </p>
        <p class="preview__subject" data-preview-subject lang={mail?.language} dir={mail && direction(mail.language)}>
          {mail?.subject}
        </p>
        <p class="preview__text" data-preview-text lang={mail?.language} dir="auto">
          {mail?.text}
        </p>
      </div>
      <button type="submit" class="btn btn--quiet btn--staff" formAction={help.previewHref} data-preview-button>
        <span>{w.show}</span>
      </button>
    </section>
  )
}
