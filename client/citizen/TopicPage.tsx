import type { Category } from '../../tenants/catalogue-schema.ts'
import type { Language } from '../../tenants/languages.ts'
import { formatNumber, words } from '../i18n/index.ts'
import { town as addresses } from '../paths.ts'
import { ButtonLink } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Note } from '../ui/Note.tsx'
import { PhoneLink } from '../ui/PhoneLink.tsx'
import { type ReportRowData, ReportRows } from '../ui/ReportRow.tsx'
import { SummaryList } from '../ui/SummaryList.tsx'
import { Timeline, type TimelineStep } from '../ui/Timeline.tsx'
import { HowLong, type TopicDurations } from './HowLong.tsx'
import { NotJoinedNote } from './NotJoined.tsx'
import type { NotJoinedTown, TownFace } from './town-face.ts'

export type TopicPageProps = {
  language: Language
  town: TownFace
  officialName: string
  topic: Pick<Category, 'key' | 'kind' | 'disclosure' | 'contact' | 'answerWithin'> & {
    name: string
    notice?: string
    instantAnswer?: string
    /** Somebody may be hurt: the notice says so in red. */
    isDangerous: boolean
    onCall?: { phone: string; hours?: string }
    /** Why nobody can choose it today. */
    resting?: string
  }
  department: { name: string; phone?: string; hours?: string }
  /** Where, or for which answers, somebody else is in charge. */
  exceptions: { term: string; name: string }[]
  /** Null: too few to say. */
  durations: TopicDurations | null
  reports: ReportRowData[]
  /** All public reports of the category. */
  total: number
  notJoined?: NotJoinedTown
}

/** "Schlagloch melden in Bad Salzuflen": what happens, how long it takes, who is in charge. */
export function TopicPage(props: TopicPageProps) {
  const { language, town, topic, durations, notJoined } = props
  const { topics: text } = words(language)
  const title = topic.kind === 'service_order' ? text.orderTitle : text.reportTitle
  return (
    // Words for search engines stand in the markup: a script of data would be an inline script.
    <div class="topic page" itemscope itemtype="https://schema.org/GovernmentService">
      <a class="back" href={addresses(town.base).topics()}>
        <Icon name="arrow-left" class="icon--along" />
        {text.all}
      </a>
      <header class="topic__head">
        <h1 itemprop="name">{title(topic.name, town)}</h1>
        <p class="lead" itemprop="description">
          {topic.kind === 'service_order' ? text.orderLead : text.topicLead}
        </p>
        <ReportButton {...props} />
      </header>
      <Danger language={language} topic={topic} />
      {!notJoined && <HowLong language={language} durations={durations} isSecret={topic.disclosure === 'never'} />}
      {notJoined?.reachable !== false && <Next {...props} />}
      {!notJoined && <InCharge {...props} />}
      {notJoined?.reachable !== false && <WhatIsPublic {...props} />}
    </div>
  )
}

function ReportButton({ language, town, topic, notJoined }: TopicPageProps) {
  const { topics: text } = words(language)
  const to = addresses(town.base)
  const note = notJoined && <NotJoinedNote language={language} town={town} {...notJoined} />
  if (notJoined?.reachable === false) return note
  if (topic.resting)
    return (
      <>
        <Note tone="warn" icon="clock" title={text.restingTitle}>
          <p>{topic.resting}</p>
        </Note>
        <ButtonLink href={to.report()} kind="secondary" wide>
          {text.reportOther}
        </ButtonLink>
      </>
    )
  return (
    <>
      {note}
      <ButtonLink href={to.report({ kategorie: topic.key })} size="l" icon="plus" wide>
        {topic.kind === 'service_order' ? text.order : text.report}
      </ButtonLink>
    </>
  )
}

const EMERGENCY_NUMBER = /\b(11[02])\b/

/** The town's notice, with the numbers to tap. */
function Danger({ language, topic }: Pick<TopicPageProps, 'language' | 'topic'>) {
  const { common, topics: text } = words(language)
  if (!topic.notice && !topic.onCall) return null
  const names: Record<string, string> = { '110': common.police, '112': common.fireBrigade }
  return (
    <Note tone={topic.isDangerous ? 'bad' : 'info'} icon={topic.isDangerous ? 'siren' : 'info'}>
      {topic.notice && (
        <p>
          {topic.notice.split(EMERGENCY_NUMBER).map((part) =>
            names[part] ? (
              <a key={part} href={`tel:${part}`} aria-label={names[part]}>
                {part}
              </a>
            ) : (
              part
            ),
          )}
        </p>
      )}
      {topic.onCall && (
        <p>
          {text.onCall}: <PhoneLink number={topic.onCall.phone} />
          {topic.onCall.hours && `, ${topic.onCall.hours}`}
        </p>
      )}
    </Note>
  )
}

function Next(props: TopicPageProps) {
  const { topics: text } = words(props.language)
  return (
    <section class="topic__part" aria-labelledby="danach">
      <h2 id="danach">{text.next}</h2>
      {props.topic.instantAnswer && (
        <Note tone="info">
          <p class="prose">{props.topic.instantAnswer}</p>
        </Note>
      )}
      <Timeline steps={stepsOf(props)} />
    </section>
  )
}

function stepsOf({ language, topic, department, notJoined }: TopicPageProps): TimelineStep[] {
  const { topics: text, citizen } = words(language)
  // Nobody there has promised anything.
  if (notJoined) return [{ mark: { icon: 'mail' }, title: citizen.notJoined.forwarded, text: citizen.notJoined.byMail }]
  return [
    { mark: 'received', title: text.check, text: text.checkText(topic.answerWithin) },
    { mark: 'in_progress', title: text.care, text: text.careText(department.name) },
    { mark: 'done', title: text.tell, text: topic.contact === 'none' ? text.tellByLink : text.tellText },
  ]
}

function InCharge({ language, officialName, department, exceptions }: TopicPageProps) {
  const { common, topics: text } = words(language)
  const value = (
    <span itemprop="provider" itemscope itemtype="https://schema.org/GovernmentOrganization">
      <strong itemprop="name">{department.name}</strong>
      <meta itemprop="parentOrganization" content={officialName} />
    </span>
  )
  const contact = department.phone && (
    <>
      <PhoneLink number={department.phone} />
      {department.hours && <span class="topic__hours">{department.hours}</span>}
    </>
  )
  return (
    <section class="topic__part" aria-labelledby="zustaendig">
      <h2 id="zustaendig">{text.inCharge}</h2>
      <SummaryList
        flat
        items={[
          { term: text.usually, value },
          ...(contact ? [{ term: common.phone, value: contact }] : []),
          ...exceptions.map(({ term, name }) => ({ term, value: <strong>{name}</strong> })),
        ]}
      />
      {exceptions.length > 0 && <p class="muted small">{text.noNeedToKnow}</p>}
    </section>
  )
}

function WhatIsPublic(props: TopicPageProps) {
  const { language, town, topic, reports, total } = props
  const { common, form, topics: text } = words(language)
  const isSecret = topic.disclosure === 'never'
  const secret = topic.kind === 'service_order' ? text.orderNeverPublic : text.neverPublic
  return (
    <>
      <section class="topic__part" aria-labelledby="oeffentlich">
        <h2 id="oeffentlich">{text.publicTitle}</h2>
        <p>{isSecret ? secret : form.publication[topic.disclosure](common.kind[town.kind].nominative)}</p>
      </section>
      {!isSecret && (
        <section class="topic__part" aria-labelledby="zuletzt">
          <h2 id="zuletzt">{text.latest}</h2>
          {reports.length > 0 ? <ReportRows reports={reports} /> : <p class="muted small">{text.noneYet}</p>}
          {total > 0 && (
            <ButtonLink href={addresses(town.base).reports({ category: topic.key })} kind="secondary" wide>
              {text.allOf(formatNumber(language, total))}
            </ButtonLink>
          )}
        </section>
      )}
    </>
  )
}
