import { words } from '../i18n/index.ts'
import { clerk } from '../paths.ts'
import { Icon } from '../ui/Icon.tsx'
import { Note } from '../ui/Note.tsx'
import { WebhookFrame } from './WebhookFrame.tsx'
import type { WebhookSecretPageProps } from './webhooks-props.ts'

/** Shown once, right after it was made. */
export function WebhookSecretPage({ frame, town, id, host, secret, isNew }: WebhookSecretPageProps) {
  const { webhooks } = words(frame.language)
  const { secret: w } = webhooks
  return (
    <WebhookFrame frame={frame} town={town} title={w.title} lead={host}>
      <Note tone="ok" role="status" title={isNew ? webhooks.made : w.renewed} />
      <p>{w.text}</p>
      <ul class="webhook__secret" id="geheimnis" translate={false}>
        <li>{secret}</li>
      </ul>
      <p class="factor__tools">
        <button
          class="btn btn--primary btn--s"
          type="button"
          data-copy="geheimnis"
          data-copied={w.copied}
          data-needs-script
          hidden
        >
          <Icon name="copy" />
          <span data-label aria-live="polite">
            {w.copy}
          </span>
        </button>
        <a class="btn btn--secondary btn--s" href={clerk.webhook(town.key, id)}>
          {w.on}
        </a>
      </p>
    </WebhookFrame>
  )
}
