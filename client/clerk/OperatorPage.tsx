import { words } from '../i18n/index.ts'
import { clerk } from '../paths.ts'
import { Chip } from '../ui/Chip.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Note } from '../ui/Note.tsx'
import { Pager } from '../ui/Pager.tsx'
import { SearchLine } from '../ui/SearchLine.tsx'
import { ClerkDocument } from './ClerkDocument.tsx'
import type { Badge, OperatorPageProps, OperatorRow } from './oversight-props.ts'
import { StaffHeader } from './StaffHeader.tsx'

/** Towns, versions, standards, queues. Nothing of what is in the reports. */
export function OperatorPage(page: OperatorPageProps) {
  const { frame, rows, view, q } = page
  const { operator } = words(frame.language).conformance
  return (
    <ClerkDocument frame={frame}>
      <StaffHeader frame={frame} />
      <main class="oversight oversight--wide" id="inhalt" tabIndex={-1}>
        <div class="oversight__head">
          <h1>{operator.title}</h1>
          <State {...page} />
          <form class="oversight__search" method="get" action={clerk.operator()}>
            {view !== 'all' && <input type="hidden" name="view" value={view} />}
            <SearchLine
              label={operator.search}
              value={q}
              placeholder={operator.searchHint}
              button={words(frame.language).common.search}
              kind="secondary"
            />
          </form>
          <nav aria-label={operator.viewsLabel}>
            <ul class="chips">
              {page.views.map((one) => (
                <li key={one.view}>
                  <Chip href={one.href} on={one.current}>
                    {operator.views[one.view]}
                  </Chip>
                </li>
              ))}
            </ul>
          </nav>
          <p class="oversight__total">{rows.length > 0 ? operator.results(page.total) : operator.none}</p>
        </div>
        {rows.length > 0 && <Towns {...page} />}
        <Pages {...page} />
        <p class="oversight__foot">{operator.noReports}</p>
      </main>
    </ClerkDocument>
  )
}

function State({ frame, totals, queue }: OperatorPageProps) {
  const { operator } = words(frame.language).conformance
  const isFine = !queue.isStuck && totals.failing === 0
  const waiting = [operator.waiting(queue.waiting), queue.oldest && operator.oldest(queue.oldest)]
  return (
    <Note tone={isFine ? 'ok' : 'warn'} title={isFine ? operator.fine : operator.notFine}>
      <ul class="oversight__facts">
        <li>{operator.totals(totals.live, totals.preview, totals.others)}</li>
        {totals.failing > 0 && <li>{operator.failingTowns(totals.failing)}</li>}
        <li>{queue.waiting > 0 ? waiting.filter(Boolean).join(', ') : operator.nothingWaits}</li>
        <li>{queue.givenUp > 0 ? operator.givenUp(queue.givenUp) : operator.noneGivenUp}</li>
      </ul>
    </Note>
  )
}

function Towns({ frame, rows }: OperatorPageProps) {
  const { operator } = words(frame.language).conformance
  return (
    <table class="watch">
      <caption class="sr">{operator.results(rows.length)}</caption>
      <thead>
        <tr>
          {[
            operator.town,
            operator.standing,
            operator.version,
            operator.conformance,
            operator.queue,
            operator.failed,
          ].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Town key={row.key} frame={frame} row={row} />
        ))}
      </tbody>
    </table>
  )
}

function Town({ frame, row }: { frame: OperatorPageProps['frame']; row: OperatorRow }) {
  const { operator } = words(frame.language).conformance
  return (
    <tr>
      <th scope="row">
        {row.name}
        <span class="watch__key">{row.key}</span>
      </th>
      <td data-label={operator.standing}>{operator.standings[row.standing]}</td>
      <td data-label={operator.version}>
        <a class="watch__link" href={row.href}>
          {operator.versionOf(row.version, row.settingsVersion)}
          <span class="sr"> ({operator.historyLink(row.name)})</span>
        </a>
        <span class="watch__more">{operator.by(row.applied, row.appliedBy)}</span>
      </td>
      <td data-label={operator.conformance}>
        <Standards frame={frame} row={row} />
      </td>
      <td data-label={operator.queue} class={row.isLate ? 'watch__bad' : undefined}>
        {row.isLate && <Icon name="alert" size="s" />}
        {operator.queueOf(row.waiting, row.oldest)}
      </td>
      <td data-label={operator.failed} class={row.givenUp > 0 ? 'watch__bad' : undefined}>
        {row.givenUp > 0 && <Icon name="alert" size="s" />}
        {row.givenUp}
      </td>
    </tr>
  )
}

const TONES: Record<Badge, { tone: string; icon: 'check-circle' | 'warn' | 'alert' | 'clock' }> = {
  met: { tone: 'norm--met', icon: 'check-circle' },
  grace: { tone: 'norm--hint', icon: 'warn' },
  withdrawn: { tone: 'norm--missing', icon: 'alert' },
  unchecked: { tone: 'norm--none', icon: 'clock' },
}

function Standards({ frame, row }: { frame: OperatorPageProps['frame']; row: OperatorRow }) {
  const { counts, register } = words(frame.language).conformance
  if (!row.conformance) return <>–</>
  const { badge, until, missing, href } = row.conformance
  // A preview has no mark to lose, only points that are missing.
  const isHeldBack = row.standing === 'preview' && missing > 0
  const { tone, icon } = TONES[isHeldBack ? 'withdrawn' : badge]
  const said = badge === 'grace' ? register.badge.grace(until) : register.badge[badge]
  return (
    <a class={`watch__norm ${tone}`} href={href}>
      <Icon name={icon} size="s" />
      <span>
        {isHeldBack ? counts.missing(missing) : said}
        <span class="sr"> ({row.name})</span>
      </span>
    </a>
  )
}

function Pages({ frame, previous, next }: OperatorPageProps) {
  const { register } = words(frame.language).conformance
  return <Pager class="oversight__pages" previous={previous} next={next} words={register} />
}
