import { words } from '../i18n/index.ts'
import { clerk } from '../paths.ts'
import { Note } from '../ui/Note.tsx'
import { SecretShown } from './SecretShown.tsx'
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
      <SecretShown language={frame.language} secret={secret} on={{ href: clerk.webhook(town.key, id), label: w.on }} />
    </WebhookFrame>
  )
}
