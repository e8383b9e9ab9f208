import { words } from '../i18n/index.ts'
import { clerk } from '../paths.ts'
import { Button } from '../ui/Button.tsx'
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
      {webhook.stopped && <Start {...page} since={webhook.stopped} />}
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
        <Press
          action={to('geheimnis')}
          text={w.secret.explain}
          label={w.secret.renew}
          hidden={{ mark: webhook.mark }}
        />
      </SettingsSection>
      {!webhook.stopped && (
        <SettingsSection id="anhalten" title={w.stop.title}>
          <Press action={to('halt')} text={w.stop.text} label={w.stop.do} />
        </SettingsSection>
      )}
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

type PressProps = { action: string; text: string; label: string; busy?: string; hidden?: Record<string, string> }

const Press = ({ action, text, label, busy, hidden = {} }: PressProps) => (
  <form class="press" method="post" action={action} data-busy={busy}>
    {Object.entries(hidden).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} autoComplete="off" />
    ))}
    <p>{text}</p>
    <Button kind="secondary" size="s">
      {label}
    </Button>
  </form>
)

/** Above the log: whoever comes here from the mail wants to know why, and go on. */
function Start({ frame, town, webhook, since }: WebhookPageProps & { since: string }) {
  const { start: w } = words(frame.language).webhooks
  return (
    <SettingsSection id="senden" title={w.title}>
      <form class="settings__form" method="post" action={clerk.webhookAction(town.key, webhook.id, 'start')}>
        <p class="muted">{w.text(since)}</p>
        <div class="factor__tools">
          <Button size="s" name="nachholen" value="ja">
            {w.catchUp}
          </Button>
          <Button kind="secondary" size="s">
            {w.onlyNew}
          </Button>
        </div>
      </form>
    </SettingsSection>
  )
}

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
