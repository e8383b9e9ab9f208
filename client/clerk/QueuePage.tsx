import { words } from '../i18n/index.ts'
import { Chip } from '../ui/Chip.tsx'
import { Note } from '../ui/Note.tsx'
import { Pager } from '../ui/Pager.tsx'
import { ClerkDocument } from './ClerkDocument.tsx'
import { KeyHints } from './KeyHints.tsx'
import { KeyList } from './KeyList.tsx'
import { QueueEmpty } from './QueueEmpty.tsx'
import { QueueRail } from './QueueRail.tsx'
import { QueueRow, rowKey } from './QueueRow.tsx'
import { queueAddress } from './queue-address.ts'
import type { Choice, QueuePageProps } from './queue-props.ts'
import { StaffHeader } from './StaffHeader.tsx'

export function QueuePage(page: QueuePageProps) {
  const { language } = page.frame
  const { clerk: w } = words(language)
  const keep = { view: page.view, department: chosenOf(page.departments), town: chosenOf(page.shared?.towns) }
  return (
    <ClerkDocument frame={page.frame} skip={[{ href: '#liste', label: w.skipToList }]}>
      <StaffHeader frame={page.frame} search={{ action: queueAddress(page).split('?')[0]!, q: page.q, keep }} />
      <div class="queue">
        <QueueRail language={language} heading={page.heading} views={page.views} />
        <main class="queue__main" id="inhalt" tabIndex={-1} data-queue>
          {page.done && (
            <div class="queue__done" data-done>
              <Note tone="ok" role="status" title={page.done} />
            </div>
          )}
          {page.shared && page.shared.missing.length > 0 && (
            <div class="queue__done">
              <Note tone="warn" role="status" title={w.queue.missing(page.shared.missing)} />
            </div>
          )}
          <QueueHead {...page} />
          <div id="liste" tabIndex={-1}>
            {page.rows.length > 0 ? (
              <ol class="queue__rows" aria-label={w.queue.list}>
                {page.rows.map((row) => (
                  <QueueRow key={rowKey(row)} row={row} language={language} />
                ))}
              </ol>
            ) : (
              <QueueEmpty {...page} />
            )}
          </div>
          <QueuePages {...page} />
          <KeyHints language={language} />
        </main>
      </div>
      <KeyList language={language} />
    </ClerkDocument>
  )
}

function QueueHead({ frame, town, shared, view, departments, q, total }: QueuePageProps) {
  const { clerk: w } = words(frame.language)
  return (
    <div class="queue__head">
      <h1>
        {w.views[view]} <span class="queue__total">{q ? w.queue.results(total, q) : total}</span>
      </h1>
      {q && <a href={queueAddress({ town, shared }, { view })}>{w.queue.clearSearch}</a>}
      {departments.length > 0 && <Choices label={w.queue.departments} choices={departments} />}
      {shared && <Choices label={w.queue.towns} choices={shared.towns} />}
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

function QueuePages({ frame, previous, next }: QueuePageProps) {
  const { queue } = words(frame.language).clerk
  return <Pager class="queue__pages" previous={previous} next={next} words={queue} />
}
