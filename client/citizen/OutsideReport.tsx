/** One report for somebody outside the town hall: what they need for the work, and what they can say about it. */
import type { ComponentChildren } from 'preact'
import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import type { FieldProblem } from '../ui/field.ts'
import { Note } from '../ui/Note.tsx'
import { StatusBadge, type StatusLabel } from '../ui/StatusMark.tsx'
import { SummaryList } from '../ui/SummaryList.tsx'
import { Timeline, type TimelineStep } from '../ui/Timeline.tsx'
import { OutsideForms } from './OutsideForms.tsx'

export type OutsideReportProps = {
  language: Language
  who: 'town_hall' | 'partner'
  /** Official name. */
  town: string
  partner?: string
  number: number
  category: string
  status: StatusLabel
  /** Formatted: last day of the link. */
  until: string
  /** Absent once the report is closed. */
  open?: {
    version: number
    description: string
    textLanguage?: string
    instruction?: string
    received: string
    address?: string
    coordinates?: { words: string; href: string }
    map?: ComponentChildren
    answers: { label: string; words: string }[]
    /** Formatted; absent as long as nobody has said that they take care. */
    acknowledgedOn?: string
    /** Answers are public, not only mailed. */
    isPublic: boolean
    actionHref: (noun: string) => string
    reasons: { done: string[]; declined: string[]; owners: string[] }
  }
  timeline: TimelineStep[]
  /** What was just done, as a sentence. */
  said?: string
  values: Record<string, string>
  errors: FieldProblem[]
  /** What happened since the page was opened. */
  stale?: TimelineStep[]
}

export function OutsideReport(props: OutsideReportProps) {
  const { language, who, town, number, open, errors, stale } = props
  const { common, outside: w } = words(language)
  const isPartner = who === 'partner'
  return (
    <div class="page outside">
      <ErrorSummary title={common.checkFields(errors.length)} errors={errors} />
      {props.said && (
        <Note tone="ok" role="status">
          <p>{props.said}</p>
        </Note>
      )}
      {stale && <Stale language={language} steps={stale} />}
      <header class="tracking__head">
        <p class="muted small">{isPartner ? w.orderFor(props.partner ?? '', number) : w.reportFor(town, number)}</p>
        <h1>{props.category}</h1>
        <StatusBadge status={props.status} />
        {open && <p>{isPartner ? w.partnerLead(town) : w.townHallLead(town)}</p>}
      </header>
      {open ? (
        <>
          <Facts language={language} open={open} />
          <OutsideForms {...props} open={open} />
        </>
      ) : (
        <Note tone="ok" title={w.closedTitle}>
          <p>{w.closedText}</p>
        </Note>
      )}
      <section aria-labelledby="verlauf">
        <h2 id="verlauf">{w.history}</h2>
        <Timeline steps={props.timeline} />
      </section>
      <p class="tracking__yours">{w.linkEnds(props.until)}</p>
    </div>
  )
}

function Stale({ language, steps }: { language: Language; steps: TimelineStep[] }) {
  const { outside: w } = words(language)
  return (
    <Note tone="warn" title={w.stale} role="alert">
      {steps.length > 0 ? <Timeline steps={steps} /> : <p>{w.staleInternal}</p>}
      <p>{w.staleText}</p>
    </Note>
  )
}

type Open = NonNullable<OutsideReportProps['open']>

function Facts({ language, open }: { language: Language; open: Open }) {
  const { outside: w } = words(language)
  const prose = (text: string, lang?: string) => (
    <span class="prose" lang={lang} dir="auto">
      {text}
    </span>
  )
  const { coordinates, address, map } = open
  const items = [
    ...(open.instruction ? [{ term: w.instruction, value: prose(open.instruction) }] : []),
    { term: w.description, value: prose(open.description, open.textLanguage) },
    ...open.answers.map((answer) => ({ term: answer.label, value: answer.words })),
    { term: w.received, value: open.received },
    ...(address ? [{ term: w.address, value: address }] : []),
  ]
  return (
    <>
      <section aria-labelledby="angaben">
        <h2 id="angaben">{w.report}</h2>
        <SummaryList items={items} />
      </section>
      <section class="report__place" aria-labelledby="ort">
        <h2 id="ort">{w.place}</h2>
        {map ? <div class="report__map">{map}</div> : <p class="muted small">{w.noPlace}</p>}
        {coordinates && (
          <p class="small">
            {w.coordinates}: {coordinates.words} · <a href={coordinates.href}>{w.openMap}</a>
          </p>
        )}
      </section>
    </>
  )
}
