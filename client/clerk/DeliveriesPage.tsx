import { words } from '../i18n/index.ts'
import { clerk } from '../paths.ts'
import { Button } from '../ui/Button.tsx'
import { Note } from '../ui/Note.tsx'
import { Pager } from '../ui/Pager.tsx'
import { AgainForm } from './AgainForm.tsx'
import type { DeliveriesPageProps, DeliveryLine } from './deliveries-props.ts'
import { OverviewFrame, TownOver } from './OverviewFrame.tsx'
import { WatchCell, WatchTable } from './WatchTable.tsx'

/** Whether a town's mails arrive: the answer, then what waits or failed, each with its reason and what can be done. */
export function DeliveriesPage(page: DeliveriesPageProps) {
  const { frame, town, list, queued } = page
  const { deliveries } = words(frame.language)
  const head = (
    <>
      {queued !== undefined && (
        <Note tone="info" role="status" title={queued > 0 ? deliveries.queued(queued) : deliveries.queuedNone} />
      )}
      <Figures {...page} />
    </>
  )
  return (
    <OverviewFrame frame={frame} over={<TownOver name={town.name} />} title={deliveries.title} head={head}>
      {list ? <Lists {...page} list={list} /> : <p class="oversight__foot">{deliveries.operator}</p>}
    </OverviewFrame>
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
    <WatchTable caption={w.mails} heads={[w.report, w.to, w.state, w.reason, w.attempts, w.next]}>
      {list.lines.map((line) => (
        <Mail key={line.id} language={frame.language} town={town.key} line={line} />
      ))}
    </WatchTable>
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
      <WatchCell label={w.to}>{line.recipient}</WatchCell>
      <WatchCell label={w.state} isBad={line.state === 'failed'} more={[w.changed(line.changed)]}>
        {w.states[line.state]}
      </WatchCell>
      <WatchCell label={w.reason}>{line.reason ?? '–'}</WatchCell>
      <WatchCell label={w.attempts}>{line.attempts}</WatchCell>
      <WatchCell label={w.next}>
        {line.canRetry ? (
          <AgainForm
            action={clerk.deliveries(town)}
            delivery={line.id}
            label={w.again}
            about={w.againFor(line.number)}
          />
        ) : (
          (line.next ?? '–')
        )}
      </WatchCell>
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
