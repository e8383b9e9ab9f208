import { words } from '../i18n/index.ts'
import { clerk } from '../paths.ts'
import { ButtonLink } from '../ui/Button.tsx'
import { BackLink } from './BackLink.tsx'
import { OverviewFrame } from './OverviewFrame.tsx'
import { WatchCell, WatchTable } from './WatchTable.tsx'
import type { WebhookLine, WebhooksPageProps } from './webhooks-props.ts'

/** Which other systems are told, and whether it arrives there. */
export function WebhooksPage({ frame, town, webhooks: lines, said }: WebhooksPageProps) {
  const { keys, webhooks: w } = words(frame.language)
  const head = (
    <>
      <p class="muted">{w.lead}</p>
      <p>
        <ButtonLink href={clerk.newWebhook(town.key)} size="s" icon="plus">
          {w.add}
        </ButtonLink>
      </p>
      {lines.length === 0 && <p>{w.none}</p>}
    </>
  )
  const over = <BackLink href={clerk.interfaces(town.key)} label={keys.back} />
  return (
    <OverviewFrame frame={frame} over={over} title={w.title} said={said} head={head}>
      {lines.length > 0 && (
        <WatchTable caption={w.title} heads={[w.address, w.department, w.types, w.state]}>
          {lines.map((line) => (
            <Line key={line.id} language={frame.language} line={line} />
          ))}
        </WatchTable>
      )}
    </OverviewFrame>
  )
}

type LineProps = { language: WebhooksPageProps['frame']['language']; line: WebhookLine }

function Line({ language, line }: LineProps) {
  const { webhooks: w } = words(language)
  return (
    <tr>
      <th scope="row">
        <a class="watch__link webhook__host" href={line.href}>
          {line.host}
        </a>
        <span class="watch__key webhook__host">{line.url}</span>
      </th>
      <WatchCell label={w.department}>{line.department}</WatchCell>
      <WatchCell label={w.types}>{line.types}</WatchCell>
      <WatchCell label={w.state} isBad={line.isBad} more={line.more}>
        {line.state}
      </WatchCell>
    </tr>
  )
}
