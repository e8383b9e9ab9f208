/** One report for somebody outside the town hall: what they need for the work, and what they can say about it. */
import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { Note } from '../ui/Note.tsx'
import { StatusBadge } from '../ui/StatusMark.tsx'
import { SummaryList } from '../ui/SummaryList.tsx'
import { Timeline, type TimelineStep } from '../ui/Timeline.tsx'
import { OutsideForms } from './OutsideForms.tsx'
import type { OpenOrder, OutsideReportProps } from './outside-props.ts'
import { Pictures } from './Pictures.tsx'

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

function Facts({ language, open }: { language: Language; open: OpenOrder }) {
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
      {open.photos && open.photos.length > 0 && <Pictures language={language} photos={open.photos} />}
      <section class="outside__place" aria-labelledby="ort">
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
