import type { ComponentChildren } from 'preact'
import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'
import { town as addresses } from '../paths.ts'
import { CopyButton } from '../ui/CopyButton.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Note } from '../ui/Note.tsx'
import { StatusBadge, type StatusLabel } from '../ui/StatusMark.tsx'
import { SummaryList } from '../ui/SummaryList.tsx'
import { Timeline, type TimelineStep } from '../ui/Timeline.tsx'
import { FollowBox, type FollowBoxProps } from './FollowBox.tsx'
import { Pictures, type ShownPhoto } from './Pictures.tsx'
import type { TownFace } from './town-face.ts'

export type PublicReportProps = {
  language: Language
  town: TownFace
  number: number
  category: string
  status: StatusLabel
  place?: string
  reportedOn: { words: string; dateTime: string }
  /** Absent as long as no clerk has released it. */
  text?: string
  /** It was there; its time is over. */
  isTextErased?: boolean
  /** Language of the text, if it is not the page's. */
  textLanguage?: string
  answers: { label: string; words: string }[]
  /** Those a clerk has released. */
  photos?: ShownPhoto[]
  timeline: TimelineStep[]
  map?: ComponentChildren
  /** The report that is worked on in its place. */
  merged?: { number: number; href: string }
  /** Where something public is said to be wrong. */
  noticeHref?: string
  follow?: Omit<FollowBoxProps, 'language'>
  /** Absolute: to share, and for paper. */
  pageUrl?: string
}

export function PublicReport(props: PublicReportProps) {
  const { language, town, number, category, status, place, reportedOn, text, answers, timeline, map } = props
  const { common, citizen } = words(language)
  return (
    // The policy allows no script in the page, so the data for search engines stands in the markup.
    <div class="report" itemscope itemtype="https://schema.org/Report">
      <a class="back" href={addresses(town.base).reports()}>
        <Icon name="arrow-left" class="icon--along" />
        {common.allReports}
      </a>
      <header class="report__head">
        <h1 itemprop="name">{category}</h1>
        <StatusBadge status={status} />
        <p class="muted small">
          {place && <>{place} · </>}#{number} ·{' '}
          <time dateTime={reportedOn.dateTime} itemprop="datePublished">
            {citizen.report.reportedOn(reportedOn.words)}
          </time>
        </p>
      </header>
      <div class="report__text">
        {props.photos && props.photos.length > 0 && <Pictures language={language} photos={props.photos} />}
        {props.merged && <Merged language={language} {...props.merged} />}
        {text ? (
          <p class="prose" lang={props.textLanguage} itemprop="text">
            {text}
          </p>
        ) : (
          <Note icon={props.isTextErased ? 'trash' : 'clock'}>
            <p>
              {props.isTextErased
                ? words(language).erasure.publicText
                : citizen.report.waiting(common.kind[town.kind].nominative)}
            </p>
          </Note>
        )}
        {answers.length > 0 && (
          <section aria-labelledby="angaben">
            <h2 id="angaben">{citizen.report.answers}</h2>
            <SummaryList flat items={answers.map((answer) => ({ term: answer.label, value: answer.words }))} />
          </section>
        )}
        {props.follow && <FollowBox language={language} {...props.follow} />}
        {props.noticeHref && (
          <p class="small no-print">
            <a href={props.noticeHref}>{words(language).protection.notice.link}</a>
          </p>
        )}
      </div>
      <div class="report__side">
        <section class="report__history" aria-labelledby="verlauf">
          <h2 id="verlauf">{citizen.report.history}</h2>
          <Timeline steps={timeline} />
        </section>
        <section class="report__place" aria-labelledby="ort">
          <h2 id="ort">{citizen.report.place}</h2>
          {map ? <div class="report__map">{map}</div> : <p class="muted small">{citizen.report.noPlace}</p>}
          {place && <p class="small">{place}</p>}
        </section>
        {props.pageUrl && <Share language={language} url={props.pageUrl} />}
      </div>
    </div>
  )
}

function Merged({ language, number, href }: { language: Language; number: number; href: string }) {
  const { merged } = words(language).after
  return (
    <Note tone="info" title={merged.note(number)}>
      <p>
        {merged.goesOn} <a href={href}>{merged.see(number)}</a>
      </p>
    </Note>
  )
}

function Share({ language, url }: { language: Language; url: string }) {
  const { share } = words(language).topics
  return (
    <>
      <CopyButton text={url} words={share} />
      <p class="print-only">
        {share.address}: {url}
      </p>
    </>
  )
}
