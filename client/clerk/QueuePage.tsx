import { words } from '../i18n/index.ts'
import { clerk } from '../paths.ts'
import { ButtonLink } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { Note } from '../ui/Note.tsx'
import { ClerkDocument, type ClerkFrame } from './ClerkDocument.tsx'
import { KeyHints } from './KeyHints.tsx'
import { KeyList } from './KeyList.tsx'
import { QueueEmpty } from './QueueEmpty.tsx'
import { QueueRail, type QueueView, type ViewKey } from './QueueRail.tsx'
import { QueueRow, type QueueRowData } from './QueueRow.tsx'
import { StaffHeader } from './StaffHeader.tsx'

export type QueuePageProps = {
  frame: ClerkFrame
  town: { key: string; name: string }
  /** Name of the department or departments. */
  heading: string
  views: QueueView[]
  /** Filter; empty where there is nothing to choose. */
  departments: { key: string; name: string; href: string; current: boolean }[]
  q: string
  view: ViewKey
  total: number
  rows: QueueRowData[]
  previous?: string
  next?: string
  /** Said once after a change. */
  done?: string
}

export function QueuePage(page: QueuePageProps) {
  const { language } = page.frame
  const { clerk: w } = words(language)
  const department = page.departments.find(({ current }) => current)?.key
  return (
    <ClerkDocument frame={page.frame} skip={[{ href: '#liste', label: w.skipToList }]}>
      <StaffHeader frame={page.frame} search={{ town: page.town.key, q: page.q, view: page.view, department }} />
      <div class="queue">
        <QueueRail language={language} heading={page.heading} views={page.views} />
        <main class="queue__main" id="inhalt" tabIndex={-1} data-queue>
          {page.done && (
            <div class="queue__done" data-done>
              <Note tone="ok" role="status" title={page.done} />
            </div>
          )}
          <QueueHead {...page} />
          <div id="liste" tabIndex={-1}>
            {page.rows.length > 0 ? (
              <ol class="queue__rows" aria-label={w.queue.list}>
                {page.rows.map((row) => (
                  <QueueRow key={row.number} row={row} language={language} />
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

function QueueHead({ frame, town, view, departments, q, total }: QueuePageProps) {
  const { clerk: w } = words(frame.language)
  return (
    <div class="queue__head">
      <h1>
        {w.views[view]} <span class="queue__total">{q ? w.queue.results(total, q) : total}</span>
      </h1>
      {q && <a href={clerk.queue(town.key, { view })}>{w.queue.clearSearch}</a>}
      {departments.length > 0 && (
        <nav class="queue__departments" aria-label={w.queue.departments}>
          <ul class="chips">
            {departments.map(({ key, name, href, current }) => (
              <li key={key}>
                <Chip href={href} on={current}>
                  {name}
                </Chip>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </div>
  )
}

function QueuePages({ frame, previous, next }: QueuePageProps) {
  const { queue } = words(frame.language).clerk
  if (!previous && !next) return null
  return (
    <nav class="queue__pages actions" aria-label={queue.pages}>
      {previous && (
        <ButtonLink href={previous} kind="secondary" size="s" rel="prev">
          {queue.previous}
        </ButtonLink>
      )}
      {next && (
        <ButtonLink href={next} kind="secondary" size="s" rel="next">
          {queue.next}
        </ButtonLink>
      )}
    </nav>
  )
}
