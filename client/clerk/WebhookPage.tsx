import { words } from '../i18n/index.ts'
import { clerk } from '../paths.ts'
import { Button, type ButtonKind } from '../ui/Button.tsx'
import { Note } from '../ui/Note.tsx'
import { SummaryList } from '../ui/SummaryList.tsx'
import { SettingsSection } from './SettingsFrame.tsx'
import { WatchMore } from './WatchTable.tsx'
import { WebhookFrame } from './WebhookFrame.tsx'
import { WebhookLog } from './WebhookLog.tsx'
import type { RemoveWebhookPageProps, WebhookPageProps } from './webhooks-props.ts'

/** One other system: whether it hears us, what can be done, and what was sent. */
export function WebhookPage(page: WebhookPageProps) {
  const { frame, town, webhook, said } = page
  const { webhooks: w } = words(frame.language)
  return (
    <WebhookFrame frame={frame} town={town} title={webhook.host} class="settings--log">
      {said && (
        <Note tone={said.tone} role="status" title={said.sentence}>
          {said.more && <p>{said.more}</p>}
        </Note>
      )}
      <SummaryList
        items={[
          { term: w.address, value: <span class="webhook__host">{webhook.url}</span> },
          { term: w.state, value: <State {...page} /> },
          { term: w.department, value: webhook.department },
          { term: w.types, value: webhook.typeNames.join(', ') },
        ]}
      />
      <WebhookLog {...page} />
      <Presses {...page} />
    </WebhookFrame>
  )
}

const State = ({ webhook }: WebhookPageProps) => (
  <>
    <span class={webhook.isBad ? 'watch__bad' : undefined}>{webhook.state}</span>
    <WatchMore lines={webhook.more} />
  </>
)

function Presses({ frame, town, webhook }: WebhookPageProps) {
  const { webhooks: w, account } = words(frame.language)
  const to = (noun: Parameters<typeof clerk.webhookAction>[2]) => clerk.webhookAction(town.key, webhook.id, noun)
  return (
    <>
      <SettingsSection id="probe" title={w.test.title}>
        <Press action={to('probe')} text={w.test.text} label={w.test.send} busy={account.busy} />
      </SettingsSection>
      <SettingsSection id="geheimnis" title={w.secret.title}>
        {webhook.bothUntil && <p>{w.secret.bothUntil(webhook.bothUntil)}</p>}
        <Press action={to('geheimnis')} text={w.secret.explain} label={w.secret.renew} />
      </SettingsSection>
      <SettingsSection id="senden" title={webhook.isStopped ? w.start.title : w.stop.title}>
        {webhook.isStopped ? (
          <Press action={to('start')} text={w.start.text} label={w.start.do} kind="primary" />
        ) : (
          <Press action={to('halt')} text={w.stop.text} label={w.stop.do} />
        )}
      </SettingsSection>
      <SettingsSection id="entfernen" title={w.remove.title}>
        <div class="press">
          <p>{w.remove.text}</p>
          <a class="btn btn--secondary btn--s" href={to('entfernen')}>
            {w.remove.do}
          </a>
        </div>
      </SettingsSection>
    </>
  )
}

type PressProps = { action: string; text: string; label: string; kind?: ButtonKind; busy?: string }

const Press = ({ action, text, label, kind = 'secondary', busy }: PressProps) => (
  <form class="press" method="post" action={action} data-busy={busy}>
    <p>{text}</p>
    <Button kind={kind} size="s">
      {label}
    </Button>
  </form>
)

/** Asked before it goes, since the log goes too. */
export function RemoveWebhookPage({ frame, town, id, host }: RemoveWebhookPageProps) {
  const { remove: w } = words(frame.language).webhooks
  return (
    <WebhookFrame frame={frame} town={town} title={w.ask(host)}>
      <p>{w.askText}</p>
      <form class="factor__tools" method="post" action={clerk.webhookAction(town.key, id, 'entfernen')}>
        <Button kind="danger" size="s">
          {w.sure}
        </Button>
        <a class="btn btn--secondary btn--s" href={clerk.webhook(town.key, id)}>
          {w.keep}
        </a>
      </form>
    </WebhookFrame>
  )
}
