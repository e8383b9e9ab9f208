import { words } from '../i18n/index.ts'
import { clerk } from '../paths.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Pager } from '../ui/Pager.tsx'
import { SettingsSection } from './SettingsFrame.tsx'
import type { LogLine, WebhookPageProps } from './webhooks-props.ts'

/** What was sent to another system, and sent once more where it did not arrive. */
export function WebhookLog({ frame, town, webhook, log, previous, next }: WebhookPageProps) {
  const { webhooks } = words(frame.language)
  const { log: w } = webhooks
  const again = webhook.isStopped ? undefined : clerk.webhookAction(town.key, webhook.id, 'wiederholung')
  return (
    <SettingsSection id="protokoll" title={w.title}>
      <p class="muted">{log.length > 0 ? w.text : w.none}</p>
      {webhook.failed > 0 && again && (
        <form method="post" action={again}>
          <Button kind="secondary" size="s">
            {w.allAgain}
          </Button>
        </form>
      )}
      {log.length > 0 && (
        <table class="watch webhook__log">
          <caption class="sr">{w.title}</caption>
          <thead>
            <tr>
              {[w.type, w.report, w.state, w.status, w.attempts, w.next].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {log.map((line) => (
              <Line key={line.id} language={frame.language} line={line} again={again} />
            ))}
          </tbody>
        </table>
      )}
      <Pager previous={previous} next={next} words={webhooks.pages} />
    </SettingsSection>
  )
}

type LineProps = { language: WebhookPageProps['frame']['language']; line: LogLine; again: string | undefined }

function Line({ language, line, again }: LineProps) {
  const { log: w } = words(language).webhooks
  return (
    <tr>
      <th scope="row">
        {line.type}
        <span class="watch__key">{line.when}</span>
      </th>
      <td data-label={w.report}>
        <a class="watch__link" href={line.href}>
          #{line.number}
        </a>
      </td>
      <td data-label={w.state} class={line.state === 'failed' ? 'watch__bad' : undefined}>
        {line.state === 'failed' && <Icon name="alert" size="s" />}
        {w.states[line.state]}
        {line.reason && <span class="watch__more">{line.reason}</span>}
      </td>
      <td data-label={w.status}>{line.status ?? '–'}</td>
      <td data-label={w.attempts}>{line.attempts}</td>
      <td data-label={w.next}>{line.next ?? (again ? <Again {...line} language={language} action={again} /> : '–')}</td>
    </tr>
  )
}

function Again({ id, number, type, language, action }: LogLine & { language: LineProps['language']; action: string }) {
  const { log: w } = words(language).webhooks
  return (
    <form method="post" action={action}>
      <input type="hidden" name="delivery" value={id} />
      <Button kind="secondary" size="s">
        {w.again}
        <span class="sr"> ({w.againFor(number, type)})</span>
      </Button>
    </form>
  )
}
