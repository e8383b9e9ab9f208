import { words } from '../i18n/index.ts'
import { clerk } from '../paths.ts'
import { Chip } from '../ui/Chip.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Note } from '../ui/Note.tsx'
import { Pager } from '../ui/Pager.tsx'
import { SearchLine } from '../ui/SearchLine.tsx'
import { OverviewFrame } from './OverviewFrame.tsx'
import type { Badge, OperatorPageProps, OperatorRow } from './oversight-props.ts'
import { WatchCell, WatchTable } from './WatchTable.tsx'

/** Towns, versions, standards, queues. Nothing of what is in the reports. */
export function OperatorPage(page: OperatorPageProps) {
  const { frame, rows, view, q } = page
  const { operator } = words(frame.language).conformance
  const head = (
    <>
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
    </>
  )
  return (
    <OverviewFrame frame={frame} title={operator.title} head={head}>
      {rows.length > 0 && <Towns {...page} />}
      <Pages {...page} />
      <p class="oversight__foot">{operator.noReports}</p>
    </OverviewFrame>
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
    <WatchTable
      caption={operator.results(rows.length)}
      heads={[
        operator.town,
        operator.standing,
        operator.version,
        operator.conformance,
        operator.queue,
        operator.failed,
      ]}
    >
      {rows.map((row) => (
        <Town key={row.key} frame={frame} row={row} />
      ))}
    </WatchTable>
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
      <WatchCell label={operator.standing}>{operator.standings[row.standing]}</WatchCell>
      <WatchCell label={operator.version} more={[operator.by(row.applied, row.appliedBy)]}>
        <a class="watch__link" href={row.href}>
          {operator.versionOf(row.version, row.settingsVersion)}
          <span class="sr"> ({operator.historyLink(row.name)})</span>
        </a>
      </WatchCell>
      <WatchCell label={operator.conformance}>
        <Standards frame={frame} row={row} />
      </WatchCell>
      <WatchCell label={operator.queue} isBad={row.isLate}>
        {operator.queueOf(row.waiting, row.oldest)}
      </WatchCell>
      <WatchCell label={operator.failed} isBad={row.givenUp > 0}>
        {row.givenUp}
      </WatchCell>
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
