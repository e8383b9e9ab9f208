import { words } from '../i18n/index.ts'
import { clerk } from '../paths.ts'
import { Button } from '../ui/Button.tsx'
import { Pager } from '../ui/Pager.tsx'
import { AgainForm } from './AgainForm.tsx'
import { SettingsSection } from './SettingsFrame.tsx'
import { WatchCell, WatchTable } from './WatchTable.tsx'
import type { LogLine, WebhookPageProps } from './webhooks-props.ts'

/** What was sent to another system, and sent once more where it did not arrive. */
export function WebhookLog({ frame, town, webhook, log, previous, next }: WebhookPageProps) {
  const { webhooks } = words(frame.language)
  const { log: w } = webhooks
  const again = webhook.stopped ? undefined : clerk.webhookAction(town.key, webhook.id, 'wiederholung')
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
        <WatchTable
          class="webhook__log"
          caption={w.title}
          heads={[w.type, w.report, w.state, w.status, w.attempts, w.next]}
        >
          {log.map((line) => (
            <Line key={line.id} language={frame.language} line={line} again={again} />
          ))}
        </WatchTable>
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
      <WatchCell label={w.report}>
        <a class="watch__link" href={line.href}>
          #{line.number}
        </a>
      </WatchCell>
      <WatchCell label={w.state} isBad={line.state === 'failed'} more={line.reason ? [line.reason] : []}>
        {w.states[line.state]}
      </WatchCell>
      <WatchCell label={w.status}>{line.status ?? '–'}</WatchCell>
      <WatchCell label={w.attempts}>{line.attempts}</WatchCell>
      <WatchCell label={w.next}>
        {line.next ??
          (again ? (
            <AgainForm action={again} delivery={line.id} label={w.again} about={w.againFor(line.number, line.type)} />
          ) : (
            '–'
          ))}
      </WatchCell>
    </tr>
  )
}
