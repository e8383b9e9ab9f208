import { words } from '../i18n/index.ts'
import { clerk } from '../paths.ts'
import { Note } from '../ui/Note.tsx'
import { SummaryList } from '../ui/SummaryList.tsx'
import type { ClerkFrame } from './ClerkDocument.tsx'
import { SettingsFrame, SettingsSection } from './SettingsFrame.tsx'

type Part = 'contact' | 'text' | 'photos'
type Spans = Record<Part, number>

export type ErasuresPageProps = {
  frame: ClerkFrame
  town: string
  overdue: number
  hasFailed: boolean
  /** In words. */
  lastRun?: string
  nextRun?: string
  due: { part: Part; soon: number; overdue: number }[]
  /** Newest first. */
  months: { month: string; label: string; what: Part; erased: number; onTime: number; onRequest: number }[]
  retention: Spans
  /** Categories with spans of their own. */
  exceptions: { name: string; retention: Spans }[]
}

/** Whether everything that was to be erased is, and the numbers that prove it. */
export function ErasuresPage(page: ErasuresPageProps) {
  const { frame, town, due, retention, exceptions } = page
  const { proof: w } = words(frame.language)
  return (
    <SettingsFrame frame={frame} town={town} title={w.title} lead={w.lead}>
      <State {...page} />
      <SettingsSection id="demnaechst" title={w.soon.title}>
        <SummaryList
          items={due.map(({ part, soon, overdue }) => ({
            term: w.parts[part],
            value: [w.soon.count(soon + overdue), overdue > 0 && w.soon.overdue(overdue)].filter(Boolean).join(', '),
          }))}
        />
      </SettingsSection>
      <SettingsSection id="geloescht" title={w.done.title}>
        <Months {...page} />
      </SettingsSection>
      <SettingsSection id="fristen" title={w.spans.title}>
        <p>{w.spans.text(retention.contact, retention.text, retention.photos)}</p>
        {exceptions.map(({ name, retention: { contact, text, photos } }) => (
          <p key={name}>{w.spans.category(name, contact, text, photos)}</p>
        ))}
        <p class="muted">{w.spans.file}</p>
      </SettingsSection>
    </SettingsFrame>
  )
}

function State({ frame, overdue, hasFailed, lastRun, nextRun }: ErasuresPageProps) {
  const { proof: w } = words(frame.language)
  const { state } = w
  const runs = (
    <p>
      {lastRun ? w.last(lastRun) : w.never} {nextRun ? w.next(nextRun) : w.unplanned}
    </p>
  )
  if (hasFailed || overdue > 0) {
    return (
      <Note tone="bad" title={overdue > 0 ? state.overdue(overdue) : state.failed}>
        <p>{hasFailed ? state.failedText : state.overdueText}</p>
        {runs}
      </Note>
    )
  }
  return (
    <Note tone="ok" title={state.fine}>
      {runs}
    </Note>
  )
}

function Months({ frame, town, months }: ErasuresPageProps) {
  const { proof: w } = words(frame.language)
  const { done } = w
  if (months.length === 0) return <p class="muted">{done.none}</p>
  return (
    <>
      <table class="proof">
        <thead>
          <tr>
            <th scope="col">{done.month}</th>
            <th scope="col">{done.part}</th>
            <th scope="col" class="proof__number">
              {done.erased}
            </th>
            <th scope="col" class="proof__number">
              {done.onTime}
            </th>
            <th scope="col" class="proof__number">
              {done.onRequest}
            </th>
          </tr>
        </thead>
        <tbody>
          {months.map(({ month, label, what, erased, onTime, onRequest }) => (
            <tr key={`${month} ${what}`}>
              <th scope="row">{label}</th>
              <td>{w.parts[what]}</td>
              <td class="proof__number" data-label={done.erased}>
                {erased}
              </td>
              <td class={`proof__number${onTime < erased ? ' proof__late' : ''}`} data-label={done.onTime}>
                {onTime}
              </td>
              <td class="proof__number" data-label={done.onRequest}>
                {onRequest}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="muted">{done.hint}</p>
      <p>
        <a href={clerk.erasuresFile(town)}>{done.download}</a>
      </p>
    </>
  )
}
