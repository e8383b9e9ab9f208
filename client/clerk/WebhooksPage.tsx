import { words } from '../i18n/index.ts'
import { clerk } from '../paths.ts'
import { Icon } from '../ui/Icon.tsx'
import { Note } from '../ui/Note.tsx'
import { BackToInterfaces } from './BackToInterfaces.tsx'
import { ClerkDocument } from './ClerkDocument.tsx'
import { StaffHeader } from './StaffHeader.tsx'
import type { WebhookLine, WebhooksPageProps } from './webhooks-props.ts'

/** Which other systems are told, and whether it arrives there. */
export function WebhooksPage({ frame, town, webhooks: lines, said }: WebhooksPageProps) {
  const { webhooks: w } = words(frame.language)
  return (
    <ClerkDocument frame={frame}>
      <StaffHeader frame={frame} />
      <main class="oversight oversight--wide" id="inhalt" tabIndex={-1}>
        <div class="oversight__head">
          {said && <Note tone="ok" role="status" title={said} />}
          <BackToInterfaces frame={frame} town={town.key} />
          <h1>{w.title}</h1>
          <p class="muted">{w.lead}</p>
          <p>
            <a class="btn btn--primary btn--s" href={clerk.newWebhook(town.key)}>
              <Icon name="plus" />
              <span>{w.add}</span>
            </a>
          </p>
          {lines.length === 0 && <p>{w.none}</p>}
        </div>
        {lines.length > 0 && (
          <table class="watch">
            <caption class="sr">{w.title}</caption>
            <thead>
              <tr>
                {[w.address, w.department, w.types, w.state].map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <Line key={line.id} language={frame.language} line={line} />
              ))}
            </tbody>
          </table>
        )}
      </main>
    </ClerkDocument>
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
      <td data-label={w.department}>{line.department}</td>
      <td data-label={w.types}>{line.types}</td>
      <td data-label={w.state} class={line.isBad ? 'watch__bad' : undefined}>
        {line.isBad && <Icon name="alert" size="s" />}
        {line.state}
        {line.more.map((one) => (
          <span key={one} class="watch__more">
            {one}
          </span>
        ))}
      </td>
    </tr>
  )
}
