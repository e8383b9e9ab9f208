import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'
import { Note } from '../ui/Note.tsx'
import { PhoneLink } from '../ui/PhoneLink.tsx'
import { StatusBadge, type StatusLabel } from '../ui/StatusMark.tsx'
import { SummaryList } from '../ui/SummaryList.tsx'
import { Timeline, type TimelineStep } from '../ui/Timeline.tsx'
import { AfterEnd, type AfterEndProps } from './AfterEnd.tsx'
import { OpenQuestion, type OpenQuestionProps } from './OpenQuestion.tsx'
import { OwnAffairs, type OwnAffairsProps, Withdrawn, type WithdrawnProps } from './OwnAffairs.tsx'
import { type OwnPhoto, OwnPhotos } from './OwnPhotos.tsx'
import type { TownFace } from './town-face.ts'

export type TrackingProps = {
  language: Language
  town: TownFace
  number: number
  category: string
  place?: string
  status: StatusLabel
  /** What the status means for this report, as a sentence. */
  sentence: string
  /** Formatted; only while the report is open. */
  answerBy?: string
  department?: string
  /** How to reach it. */
  departmentContact?: { phone?: string; hours?: string }
  /** Absent once it was erased. */
  text?: string
  answers: { label: string; words: string }[]
  timeline: TimelineStep[]
  /** What strangers see: all, the report without its text, or nothing. */
  published: 'all' | 'part' | 'nothing'
  publicHref?: string
  question?: OpenQuestionProps['question']
  /** The answer has just been sent. */
  answered?: boolean
  photos?: OwnPhoto[]
  /** Where one more photo is sent. */
  photoAction?: string
  photoError?: string
  /** A photo has just arrived. */
  photoAdded?: boolean
  /** Nobody answered in time, and that was the last thing to happen. */
  isQuestionOver?: boolean
  /** Number of the report into which it was merged. */
  mergedInto?: number
  withdrawn?: Omit<WithdrawnProps, 'language'>
  /** A withdrawal has just been undone, or something else was just changed by somebody. */
  notice?: 'undone' | 'changed' | 'contactErased' | 'allErased'
  /** Sentences about what was erased. */
  erased?: string[]
  end?: Omit<AfterEndProps, 'language'>
  affairs?: Omit<OwnAffairsProps, 'language'>
}

export function Tracking(props: TrackingProps) {
  const { language, town, number, category, place, question } = props
  const { common, citizen } = words(language)
  const text = citizen.tracking
  return (
    <div class="page tracking">
      <header class="tracking__head">
        <p class="muted small">{text.title(number)}</p>
        <h1>{category}</h1>
        {place && <p class="muted small">{place}</p>}
      </header>
      {props.answered && (
        <Note tone="ok" role="status">
          <p>{text.answered[town.kind]}</p>
        </Note>
      )}
      <Notices {...props} />
      {question && <OpenQuestion language={language} town={town} question={question} />}
      <section class="tracking__status" aria-labelledby="stand">
        <h2 class="sr" id="stand">
          {text.status}
        </h2>
        <StatusBadge status={props.status} />
        <p>{props.sentence}</p>
        {props.answerBy && <p class="muted small">{text.answerBy(props.answerBy)}</p>}
      </section>
      {props.end && <AfterEnd language={language} {...props.end} />}
      <section aria-labelledby="verlauf">
        <h2 id="verlauf">{text.history}</h2>
        <Timeline steps={props.timeline} />
      </section>
      <OwnWords {...props} />
      <OwnPhotos
        language={language}
        photos={props.photos ?? []}
        action={props.photoAction}
        error={props.photoError}
        added={props.photoAdded}
      />
      <section aria-labelledby="oeffentlich">
        <h2 id="oeffentlich">{text.publicTitle}</h2>
        <p class="small">{publication(props, common.kind[town.kind].nominative)}</p>
        {props.publicHref && (
          <p class="small">
            <a href={props.publicHref}>{text.publicLink}</a>
          </p>
        )}
      </section>
      <OwnAffairs language={language} {...props.affairs} />
      <p class="tracking__yours">{text.yours}</p>
    </div>
  )
}

function Notices({ language, notice, isQuestionOver, mergedInto, withdrawn, erased = [] }: TrackingProps) {
  const { after, erasure } = words(language)
  const said = {
    undone: after.withdraw.undone,
    changed: after.affairs.changedMind,
    contactErased: erasure.contact.done,
    allErased: erasure.all.done,
  }
  return (
    <>
      {notice && (
        <Note tone={notice === 'changed' ? 'info' : 'ok'} role="status">
          <p>{said[notice]}</p>
        </Note>
      )}
      {erased.length > 0 && (
        <Note icon="trash" title={erasure.own.title}>
          {erased.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <p>{erasure.own.stays}</p>
        </Note>
      )}
      {isQuestionOver && (
        <Note tone="info" icon="clock" title={after.expired.title}>
          <p>{after.expired.text}</p>
        </Note>
      )}
      {mergedInto !== undefined && (
        <Note tone="info">
          <p>{after.merged.own(mergedInto)}</p>
        </Note>
      )}
      {withdrawn && <Withdrawn language={language} {...withdrawn} />}
    </>
  )
}

function OwnWords({ language, text, answers, department, departmentContact }: TrackingProps) {
  const { citizen, form } = words(language)
  const items = [
    ...(text ? [{ term: citizen.tracking.yourText, value: <span class="prose">{text}</span> }] : []),
    ...answers.map((answer) => ({ term: answer.label, value: answer.words })),
    ...(department
      ? [{ term: form.department, value: <DepartmentReach name={department} {...departmentContact} /> }]
      : []),
  ]
  return (
    <section aria-labelledby="angaben">
      <h2 id="angaben">{citizen.tracking.yourAnswers}</h2>
      <SummaryList items={items} />
    </section>
  )
}

function DepartmentReach({ name, phone, hours }: { name: string; phone?: string; hours?: string }) {
  return (
    <>
      {name}
      {phone && (
        <>
          <br />
          <PhoneLink number={phone} />
        </>
      )}
      {hours && (
        <>
          <br />
          <span class="muted">{hours}</span>
        </>
      )}
    </>
  )
}

function publication({ language, published }: TrackingProps, theTown: string): string {
  const text = words(language).citizen.tracking
  if (published === 'all') return text.publicAll
  return published === 'part' ? text.publicPart(theTown) : text.publicNothing
}
