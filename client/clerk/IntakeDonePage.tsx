import { words } from '../i18n/index.ts'
import { clerk } from '../paths.ts'
import { Icon } from '../ui/Icon.tsx'
import { Note } from '../ui/Note.tsx'
import { SummaryList } from '../ui/SummaryList.tsx'
import { ClerkDocument, type ClerkFrame } from './ClerkDocument.tsx'
import type { CallerChannel } from './intake-props.ts'
import { StaffHeader } from './StaffHeader.tsx'

export type IntakeDoneProps = {
  frame: ClerkFrame
  town: string
  number: number
  category: string
  place?: string
  department: string
  until: string
  trackingUrl: string
  /** In which language the confirmation goes out; absent without an address. */
  mailIn?: string
  channel: CallerChannel
  isOwn: boolean
}

/** What to say, and ready for the next call. */
export function IntakeDonePage(page: IntakeDoneProps) {
  const { frame, town, number, category, place, department, until, trackingUrl, mailIn } = page
  const { intake: w } = words(frame.language)
  const rows = [
    { term: w.what, value: category },
    ...(place ? [{ term: w.place, value: place }] : []),
    { term: w.department, value: department },
    { term: w.until, value: until },
  ]
  return (
    <ClerkDocument frame={frame}>
      <StaffHeader frame={frame} search={{ action: clerk.queue(town), keep: { view: 'open' } }} />
      <main class="intake-done" id="inhalt" tabIndex={-1} data-done data-intake-done={town}>
        <h1>
          <span class="intake-done__what">{w.done}</span> <span class="sr">{w.number}: </span>
          <span class="intake-done__number">#{number}</span>
        </h1>
        <p class="meta" aria-hidden="true">
          {w.number}
        </p>
        <SummaryList items={rows} />
        <Note tone="info" icon={mailIn ? 'mail' : 'info'} title={mailIn ? w.mailSoon(mailIn) : w.noMail} />
        <p class="intake-done__link">
          <Icon name="link" />
          <span>
            <strong>{w.tracking}:</strong> <span class="intake-done__url">{trackingUrl}</span>
            <br />
            <span class="meta">{w.trackingHint}</span>
          </span>
        </p>
        <div class="actions">
          <NextLink {...page} />
          <a class="btn btn--secondary" href={clerk.receipt(town, number)}>
            <Icon name="print" size="l" />
            <span>{w.receipt}</span>
          </a>
          {page.isOwn && (
            <a class="btn btn--quiet" href={clerk.report(town, number)}>
              <span>{w.open}</span>
            </a>
          )}
        </div>
        {!page.isOwn && <p class="meta">{w.notYours}</p>}
      </main>
    </ClerkDocument>
  )
}

/** Has the focus: Enter, and the next caller can speak. */
function NextLink({ frame, town, channel }: IntakeDoneProps) {
  return (
    // biome-ignore lint/a11y/noAutofocus: the report is saved and the next call is what comes
    <a class="btn btn--primary" href={clerk.intake(town, { weg: channel })} autoFocus>
      <Icon name="plus" size="l" />
      <span>{words(frame.language).intake.next}</span>
    </a>
  )
}
