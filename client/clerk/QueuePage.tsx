import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'
import { Chip } from '../ui/Chip.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Note } from '../ui/Note.tsx'
import { Pager } from '../ui/Pager.tsx'
import { BulkBar } from './BulkBar.tsx'
import { ClerkDocument } from './ClerkDocument.tsx'
import { KeyHints } from './KeyHints.tsx'
import { KeyList } from './KeyList.tsx'
import { QueueEmpty } from './QueueEmpty.tsx'
import { QueueFilter } from './QueueFilter.tsx'
import { QueueMap } from './QueueMap.tsx'
import { QueueRail } from './QueueRail.tsx'
import { QueueRow, rowKey } from './QueueRow.tsx'
import { queueAddress } from './queue-address.ts'
import type { Choice, QueuePageProps } from './queue-props.ts'
import { StaffHeader } from './StaffHeader.tsx'
import { Toast } from './Toast.tsx'

export function QueuePage(page: QueuePageProps) {
  const { language } = page.frame
  const { clerk: w } = words(language)
  return (
    <ClerkDocument frame={page.frame} skip={[{ href: '#liste', label: w.skipToList }]}>
      <StaffHeader frame={page.frame} search={{ action: addressOf(page), q: page.q, keep: keptBySearch(page) }} />
      <div class={`queue${page.map ? ' queue--map' : ''}`} data-split>
        <QueueRail language={language} heading={page.heading} views={page.views} />
        <main class="queue__main" id="inhalt" tabIndex={-1} data-queue>
          <QueueNotes {...page} />
          <QueueHead {...page} />
          <div class="queue__list" id="liste" tabIndex={-1}>
            {page.rows.length > 0 ? (
              <ol class="queue__rows" aria-label={w.queue.list}>
                {page.rows.map((row) => (
                  <QueueRow key={rowKey(row)} row={row} language={language} picked={page.bulk?.picked} />
                ))}
              </ol>
            ) : (
              <QueueEmpty {...page} />
            )}
            <Pager class="queue__pages" previous={page.previous} next={page.next} words={w.queue} />
            <KeyHints language={language} canSelect={page.bulk !== undefined} />
          </div>
          {page.bulk && page.rows.length > 0 && <BulkBar language={language} bulk={page.bulk} />}
          {page.map && <QueueMap language={language} map={page.map} />}
        </main>
      </div>
      {page.toast && <Toast language={language} toast={page.toast} />}
      <KeyList language={language} />
    </ClerkDocument>
  )
}

const addressOf = (page: QueuePageProps) => queueAddress(page).split('?')[0]!

/** Whoever searches stays in the view and in the filter. */
function keptBySearch({ view, filter, departments, shared }: QueuePageProps): Record<string, string | undefined> {
  const { category, district, department, urgent, sort } = filter?.values ?? {}
  const town = chosenOf(shared?.towns)
  return {
    view,
    category,
    district,
    sort,
    urgent: urgent ? '1' : undefined,
    department: department ?? chosenOf(departments),
    town,
  }
}

/** What is to be read before the list: what is new, what is missing, what was wrong in the form below. */
function QueueNotes({ frame, news, shared, bulk }: QueuePageProps) {
  const { common, clerk: w, desk } = words(frame.language)
  const missing = shared?.missing ?? []
  return (
    <div class="queue__notes">
      {bulk && bulk.errors.length > 0 && (
        <div class="queue__done">
          <ErrorSummary title={common.checkFields(bulk.errors.length)} errors={bulk.errors} />
        </div>
      )}
      {missing.length > 0 && (
        <div class="queue__done">
          <Note tone="warn" role="status" title={w.queue.missing(missing)} />
        </div>
      )}
      {news && (
        <p class="queue__news" role="status" data-news={news.href}>
          <a href={news.showHref} hidden data-one={desk.news.one} data-many={desk.news.many}>
            {desk.news.one}
          </a>
        </p>
      )}
    </div>
  )
}

function QueueHead(page: QueuePageProps) {
  const { frame, town, shared, view, departments, filter, q, total } = page
  const { clerk: w } = words(frame.language)
  return (
    <div class="queue__head">
      <h1>
        {w.views[view]} <span class="queue__total">{q ? w.queue.results(total, q) : total}</span>
      </h1>
      {page.map && <Tabs language={frame.language} />}
      {filter && <QueueFilter language={frame.language} action={addressOf(page)} filter={filter} />}
      {q && !filter && <a href={queueAddress({ town, shared }, { view })}>{w.queue.clearSearch}</a>}
      {departments.length > 0 && <Choices label={w.queue.departments} choices={departments} />}
      {shared && <Choices label={w.queue.towns} choices={shared.towns} />}
    </div>
  )
}

/** Where there is no room for both. */
function Tabs({ language }: { language: Language }) {
  const { map } = words(language).desk
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups inputs, these are two views
    <div class="queue__tabs" role="group" aria-label={map.show} data-needs-script>
      <button type="button" class="btn btn--quiet btn--staff" data-tab="list" aria-pressed="true">
        <Icon name="menu" />
        <span>{map.list}</span>
      </button>
      <button type="button" class="btn btn--quiet btn--staff" data-tab="map" aria-pressed="false">
        <Icon name="map-pin" />
        <span>{map.map}</span>
      </button>
    </div>
  )
}

function Choices({ label, choices }: { label: string; choices: Choice[] }) {
  return (
    <nav class="queue__departments" aria-label={label}>
      <ul class="chips">
        {choices.map(({ key, name, href, current }) => (
          <li key={key}>
            <Chip href={href} on={current}>
              {name}
            </Chip>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const chosenOf = (choices: Choice[] | undefined) => choices?.find(({ current }) => current)?.key
