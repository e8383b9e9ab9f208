import { words } from '../i18n/index.ts'
import { clerk } from '../paths.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Note } from '../ui/Note.tsx'
import { Pager } from '../ui/Pager.tsx'
import { ClerkDocument } from './ClerkDocument.tsx'
import type { DeliveriesPageProps, DeliveryLine } from './deliveries-props.ts'
import { StaffHeader } from './StaffHeader.tsx'

/** Whether a town's mails arrive: the answer, then what waits or failed, each with its reason and what can be done. */
export function DeliveriesPage(page: DeliveriesPageProps) {
  const { frame, town, list, queued } = page
  const { deliveries } = words(frame.language)
  return (
    <ClerkDocument frame={frame}>
      <StaffHeader frame={frame} />
      <main class="oversight oversight--wide" id="inhalt" tabIndex={-1}>
        <div class="oversight__head">
          <p class="oversight__town">{town.name}</p>
          <h1>{deliveries.title}</h1>
          {queued !== undefined && (
            <Note tone="info" role="status" title={queued > 0 ? deliveries.queued(queued) : deliveries.queuedNone} />
          )}
          <Figures {...page} />
        </div>
        {list ? <Lists {...page} list={list} /> : <p class="oversight__foot">{deliveries.operator}</p>}
      </main>
    </ClerkDocument>
  )
}

function Figures({ frame, counts }: DeliveriesPageProps) {
  const { deliveries } = words(frame.language)
  const { waiting, late, failed, bounced, givenUp } = counts
  const isFine = late === 0 && failed === 0 && givenUp === 0
  const notFine = failed + givenUp > 0 ? deliveries.notFine : deliveries.late
  return (
    <Note tone={isFine ? 'ok' : 'warn'} title={isFine ? deliveries.fine : notFine}>
      <ul class="oversight__facts">
        <li>{deliveries.counts.waiting(waiting)}</li>
        {failed > 0 && (
          <li>
            {[deliveries.counts.failed(failed), bounced > 0 && deliveries.counts.bounced(bounced)]
              .filter(Boolean)
              .join(', ')}
          </li>
        )}
        {givenUp > 0 && <li>{deliveries.counts.givenUp(givenUp)}</li>}
      </ul>
      {bounced > 0 && <p>{deliveries.ask}</p>}
    </Note>
  )
}

type ListProps = DeliveriesPageProps & { list: NonNullable<DeliveriesPageProps['list']> }

function Lists(page: ListProps) {
  const { frame, town, list, counts } = page
  const { deliveries } = words(frame.language)
  const canRetry = counts.failed > counts.bounced || counts.givenUp > 0
  return (
    <>
      <section aria-labelledby="mails">
        <div class="oversight__head">
          <h2 id="mails">{deliveries.mails}</h2>
          <p class="oversight__total">{list.lines.length > 0 ? deliveries.since : deliveries.none}</p>
          {canRetry && (
            <form method="post" action={clerk.deliveries(town.key)}>
              <Button kind="secondary" size="s">
                {deliveries.allAgain}
              </Button>
            </form>
          )}
        </div>
        {list.lines.length > 0 && <Mails {...page} />}
        <Pager class="oversight__pages" previous={list.previous} next={list.next} words={deliveries.pages} />
      </section>
      {list.givenUp.length > 0 && <GivenUp {...page} />}
    </>
  )
}

function Mails({ frame, town, list }: ListProps) {
  const { deliveries: w } = words(frame.language)
  return (
    <table class="watch">
      <caption class="sr">{w.mails}</caption>
      <thead>
        <tr>
          {[w.report, w.to, w.state, w.reason, w.attempts, w.next].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {list.lines.map((line) => (
          <Mail key={line.id} language={frame.language} town={town.key} line={line} />
        ))}
      </tbody>
    </table>
  )
}

type MailProps = { language: DeliveriesPageProps['frame']['language']; town: string; line: DeliveryLine }

function Mail({ language, town, line }: MailProps) {
  const { deliveries: w } = words(language)
  return (
    <tr>
      <th scope="row">
        <a class="watch__link" href={line.href}>
          #{line.number}
        </a>
      </th>
      <td data-label={w.to}>{line.recipient}</td>
      <td data-label={w.state} class={line.state === 'failed' ? 'watch__bad' : undefined}>
        {line.state === 'failed' && <Icon name="alert" size="s" />}
        {w.states[line.state]}
        <span class="watch__more">{w.changed(line.changed)}</span>
      </td>
      <td data-label={w.reason}>{line.reason ?? '–'}</td>
      <td data-label={w.attempts}>{line.attempts}</td>
      <td data-label={w.next}>
        {line.canRetry ? (
          <form method="post" action={clerk.deliveries(town)}>
            <input type="hidden" name="delivery" value={line.id} />
            <Button kind="secondary" size="s">
              {w.again}
              <span class="sr"> ({w.againFor(line.number)})</span>
            </Button>
          </form>
        ) : (
          (line.next ?? '–')
        )}
      </td>
    </tr>
  )
}

function GivenUp({ frame, town, list }: ListProps) {
  const { givenUp: w } = words(frame.language).deliveries
  return (
    <section aria-labelledby="aufgegeben">
      <div class="oversight__head">
        <h2 id="aufgegeben">{w.title}</h2>
        <p class="oversight__total">{w.text}</p>
        <ul class="given-up">
          {list.givenUp.map(({ id, kind, attempts, when }) => (
            <li key={id}>
              <form method="post" action={clerk.deliveries(town.key)}>
                <input type="hidden" name="work" value={id} />
                <span>
                  <strong>{when}</strong> {w.line(w.kinds[kind] ?? kind, attempts)}
                </span>
                <Button kind="secondary" size="s">
                  {w.again}
                  <span class="sr">
                    {' '}
                    ({w.kinds[kind] ?? kind}, {when})
                  </span>
                </Button>
              </form>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}
