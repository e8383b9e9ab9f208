import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'
import { Icon } from '../ui/Icon.tsx'
import { Note } from '../ui/Note.tsx'
import { StatusBadge } from '../ui/StatusMark.tsx'
import { ActionRow } from './ActionRow.tsx'
import { opensPanel } from './actions.ts'
import { ClerkDocument } from './ClerkDocument.tsx'
import { DirectForm } from './DirectForm.tsx'
import { DueMark } from './DueMark.tsx'
import { HistoryList } from './HistoryList.tsx'
import { KeyCap } from './KeyCap.tsx'
import { KeyList } from './KeyList.tsx'
import { NoteForm } from './NoteForm.tsx'
import { NoticePanel } from './NoticePanel.tsx'
import { ObjectionMark } from './ObjectionMark.tsx'
import { Panel } from './Panel.tsx'
import { ReportFacts } from './ReportFacts.tsx'
import { ReportPhotos } from './ReportPhotos.tsx'
import { ReportPlace } from './ReportPlace.tsx'
import type { ClerkReportPageProps } from './report-props.ts'
import { StaffHeader } from './StaffHeader.tsx'
import { StaleNote } from './StaleNote.tsx'
import { Toast } from './Toast.tsx'
import { UrgentMark } from './UrgentMark.tsx'
import { VisibilityLine } from './VisibilityLine.tsx'

export type { ClerkReportPageProps } from './report-props.ts'

export function ClerkReportPage(page: ClerkReportPageProps) {
  const { language } = page.frame
  const { clerk: w } = words(language)
  const isOpen = page.panel !== undefined && opensPanel(page.panel.action)
  const skip = isOpen ? [{ href: '#panel', label: w.skipToPanel }] : []
  return (
    <ClerkDocument frame={page.frame} skip={skip}>
      <StaffHeader frame={page.frame} search={{ action: page.back.href, keep: { view: 'open' } }} />
      <main class={`matter${isOpen ? ' matter--panel' : ''}`} id="inhalt" tabIndex={-1} data-report={page.number}>
        <div class="matter__bar">
          <a class="btn btn--quiet btn--staff" href={page.back.href} data-back>
            <Icon name="arrow-left" class="icon--along" />
            <span>{page.back.label}</span>
          </a>
          <Position language={language} />
        </div>
        <ReportHead {...page} />
        <NoticePanel {...page} />
        <Panel {...page} />
        <div class="matter__body">
          <div class="matter__main">
            <ReportText {...page} />
            <ReportPhotos {...page} />
            <ReportFacts {...page} />
            <section class="matter__history" aria-labelledby="verlauf">
              <h2 id="verlauf" tabIndex={-1}>
                {w.report.history}
              </h2>
              <HistoryList language={language} steps={page.timeline} />
              <NoteForm {...page} />
            </section>
          </div>
          <ReportPlace {...page} />
        </div>
      </main>
      {page.toast && <Toast language={language} toast={page.toast} />}
      <KeyList language={language} />
    </ClerkDocument>
  )
}

/** Filled in by the browser, which knows the list one comes from. */
function Position({ language }: { language: Language }) {
  const { clerk: w, desk } = words(language)
  return (
    <nav class="matter__position" aria-label={desk.neighbours} data-position={desk.position} hidden>
      <span data-position-words />
      <a class="btn btn--quiet btn--staff" href="#inhalt" data-step="previous">
        <span>{w.queue.previous}</span>
        <KeyCap>p</KeyCap>
      </a>
      <a class="btn btn--quiet btn--staff" href="#inhalt" data-step="next">
        <span>{w.queue.next}</span>
        <KeyCap>n</KeyCap>
      </a>
    </nav>
  )
}

function ReportHead(page: ClerkReportPageProps) {
  const { clerk: w } = words(page.frame.language)
  const { panel, stale } = page
  const isStray = panel && panel.errors.length > 0 && !opensPanel(panel.action) && panel.action !== 'note'
  return (
    <div class="matter__head">
      {page.undo && <UndoNote {...page} undo={page.undo} />}
      {isStray && (
        <Note tone="bad" role="alert">
          {panel.errors.map(({ field, message }) => (
            <p key={field}>{message}</p>
          ))}
        </Note>
      )}
      {stale && !(panel && opensPanel(panel.action)) && <StaleNote language={page.frame.language} stale={stale} />}
      <h1>{w.report.title(page.number, page.category)}</h1>
      <div class="matter__marks">
        <StatusBadge status={page.status} />
        {page.isUrgent && <UrgentMark language={page.frame.language} />}
        {page.due && <DueMark due={page.due} />}
        {page.objection && <ObjectionMark label={page.objection} />}
        <VisibilityLine of="report" {...page} />
      </div>
      {page.merged && (
        <p class="meta">
          {page.merged.label}:{' '}
          {page.merged.reports.map(({ number, href }) => (
            <a key={number} class="merged-link" href={href}>
              #{number}
            </a>
          ))}
        </p>
      )}
      <ActionRow {...page} />
    </div>
  )
}

function UndoNote({
  frame,
  version,
  undo,
}: ClerkReportPageProps & { undo: { title: string; href: string; fields: Record<string, string> } }) {
  const { busy, merge } = words(frame.language).clerk
  return (
    <div data-done>
      <Note tone="ok" role="status" title={undo.title}>
        <p>{merge.undoHint}</p>
        <DirectForm action="separate" href={undo.href} version={version} busy={busy} fields={undo.fields}>
          <button type="submit" class="btn btn--quiet btn--staff" data-key="z">
            <Icon name="undo" />
            <span>{merge.undo}</span>
          </button>
        </DirectForm>
      </Note>
    </div>
  )
}

function ReportText(page: ClerkReportPageProps) {
  const { clerk: w } = words(page.frame.language)
  return (
    <section class="matter__text" aria-labelledby="meldung">
      <h2 class="sr" id="meldung">
        {w.report.description}
      </h2>
      {page.erased.text ? (
        <p class="muted">{page.erased.text}</p>
      ) : (
        <>
          <p class="prose" dir="auto">
            {page.description}
          </p>
          <VisibilityLine of="text" {...page} />
        </>
      )}
    </section>
  )
}
