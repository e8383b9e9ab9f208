/** Every citizen page with invented content: the long, the short, the empty and the failed. */
import type { JSX } from 'preact'
import { AccessibilityPage } from '../../client/citizen/AccessibilityPage.tsx'
import { Document, type DocumentProps } from '../../client/citizen/Document.tsx'
import { EasyPage } from '../../client/citizen/EasyPage.tsx'
import { ErrorPage } from '../../client/citizen/ErrorPage.tsx'
import { FeedbackThanks } from '../../client/citizen/FeedbackThanks.tsx'
import { CategoryStep } from '../../client/citizen/form/CategoryStep.tsx'
import { CheckStep } from '../../client/citizen/form/CheckStep.tsx'
import { ContactStep } from '../../client/citizen/form/ContactStep.tsx'
import { DescribeStep } from '../../client/citizen/form/DescribeStep.tsx'
import { DraftKept, DraftOver, Followed } from '../../client/citizen/form/DraftPages.tsx'
import { ElsewhereStep } from '../../client/citizen/form/ElsewhereStep.tsx'
import { EmergencyStep } from '../../client/citizen/form/EmergencyStep.tsx'
import { PlaceStep } from '../../client/citizen/form/PlaceStep.tsx'
import { SimilarStep } from '../../client/citizen/form/SimilarStep.tsx'
import { ImprintPage } from '../../client/citizen/ImprintPage.tsx'
import { NotReachable } from '../../client/citizen/NotReachable.tsx'
import { OutsideDead } from '../../client/citizen/OutsideDead.tsx'
import { OutsideReport } from '../../client/citizen/OutsideReport.tsx'
import { PlatformAccessibility, PlatformImprint, PlatformPrivacy } from '../../client/citizen/PlatformLaw.tsx'
import { PlatformStart } from '../../client/citizen/PlatformStart.tsx'
import { PrivacyNotice } from '../../client/citizen/PrivacyNotice.tsx'
import { PrivacyPage } from '../../client/citizen/PrivacyPage.tsx'
import { PublicReport } from '../../client/citizen/PublicReport.tsx'
import type { FormQuestion } from '../../client/citizen/QuestionField.tsx'
import { ReportDone } from '../../client/citizen/ReportDone.tsx'
import { ReportList } from '../../client/citizen/ReportList.tsx'
import { RulesPage } from '../../client/citizen/RulesPage.tsx'
import { StopMails } from '../../client/citizen/StopMails.tsx'
import { TopicList } from '../../client/citizen/TopicList.tsx'
import { TopicPage } from '../../client/citizen/TopicPage.tsx'
import { TownStart } from '../../client/citizen/TownStart.tsx'
import { Tracking } from '../../client/citizen/Tracking.tsx'
import { words } from '../../client/i18n/index.ts'
import type { ReportRowData } from '../../client/ui/ReportRow.tsx'
import { STATUS_KEYS } from '../../client/ui/StatusGlyph.tsx'
import { LANGUAGES, type Language } from '../../tenants/languages.ts'

const town = {
  key: 'musterstadt',
  name: 'Musterstadt',
  forms: { in: 'in Musterstadt', of: 'der Stadt Musterstadt' },
  kind: 'town' as const,
  base: '/musterstadt',
  officialName: 'Stadt Musterstadt',
  email: 'anliegen@musterstadt.example',
}
const county = {
  ...town,
  name: 'Kreis Muster',
  forms: { in: 'im Kreis Muster', of: 'des Kreises Muster' },
  kind: 'county' as const,
  officialName: 'Kreis Muster',
}
const categories = [
  { key: 'pothole', name: 'Schlagloch', icon: 'road' },
  { key: 'other', name: 'Etwas anderes', icon: 'nobody-drew-this' },
]
const question = (key: string, type: FormQuestion['type'], more: Partial<FormQuestion> = {}): FormQuestion => ({
  key,
  type,
  label: `Frage ${key}`,
  required: false,
  effects: [],
  ...more,
})
const options = [
  { key: 'a', label: 'Eins' },
  { key: 'b', label: 'Zwei' },
]
const questions = [
  question('size', 'one_of', { options, required: true }),
  question('kinds', 'several_of', { options, hint: 'Mehrere möglich.' }),
  question('danger', 'yes_no', { showIf: { question: 'size', is: 'a' } }),
  question('since', 'date', { showIf: { question: 'danger', is: true } }),
  question('lamps', 'number'),
  question('mast', 'text'),
  question('more', 'long_text'),
]

export function samplePages(language: Language): Record<string, JSX.Element> {
  const { status } = words(language)
  const reports: ReportRowData[] = STATUS_KEYS.map((key, n) => ({
    number: n + 1,
    href: `/musterstadt/anliegen/${n + 1}`,
    category: 'Schlagloch',
    icon: 'road',
    status: { key, label: status.label[key] },
    age: 'gestern',
    dateTime: '2026-11-21T10:00:00+01:00',
  }))
  const timeline = STATUS_KEYS.map((key) => ({ mark: key, title: status.label[key], text: 'Gut.', quoted: true }))
  const page = (children: JSX.Element, more: Partial<DocumentProps> = {}) => (
    <Document
      language={language}
      languages={LANGUAGES.map((one) => ({ language: one, href: `?lang=${one}`, current: one === language }))}
      title="Titel"
      assets={{ css: ['/assets/citizen.css'], js: ['/assets/citizen.js'] }}
      town={town}
      {...more}
    >
      {children}
    </Document>
  )
  const common = { language, town }
  const list = { ...common, filter: {}, categories }
  const step = { ...common, action: '/x/melden/y/ort', backHref: '/x', errors: [], hidden: { von: 'pruefen' } }
  const next = 'Weiter'
  const notice = { text: 'Vorsicht.', onCall: { phone: '0171 2', hours: 'nachts' } }
  const rows = categories.map((category) => ({ ...category, search: category.name }))
  const formGroups = [{ key: 'roads', name: 'Straßen und Wege', categories: rows }]
  const manyGroups = Array.from({ length: 5 }, (_, n) => ({
    key: `g${n}`,
    name: `Gruppe ${n}`,
    categories: rows.map((row) => ({ ...row, key: `${row.key}-${n}` })),
  }))
  const answers = [{ label: 'Wie groß?', words: 'Klein' }]
  const tracked = {
    ...common,
    number: 7,
    category: 'Schlagloch',
    status: reports[3]!.status,
    sentence: status.sentence.question,
    text: 'Loch',
    answers,
    timeline,
  }
  const authority = { name: 'Aufsicht', url: 'https://aufsicht.example' }
  const law = {
    language,
    town: { ...town, phone: '030 23125 100', has115: true, address: 'Markt 1', website: 'https://musterstadt.example' },
    retention: { contact: 1, text: 36, photos: 12 },
    date: '22. November 2026',
    enforcementListUrl: 'https://alle.example',
    operator: { name: 'Zweckverband', address: 'Weg 1', email: 'betrieb@zweckverband.example' },
    form: { action: '/x', values: { page: '/musterstadt/anliegen' }, errors: [] },
    sources: ['© Karte'],
  }
  const outsider = { ...law, town: { ...town, email: undefined, notJoined: { reachable: true } } }
  const unreachable = { ...law, town: { ...town, email: undefined, notJoined: { reachable: false } } }
  const order = {
    language,
    town: 'Stadt Musterstadt',
    number: 7,
    category: 'Schlagloch',
    status: reports[4]!.status,
    until: 'Freitag',
    open: {
      version: 3,
      description: 'Loch',
      received: 'gestern',
      address: 'Markt 1',
      coordinates: { words: '52, 8', href: 'geo:52,8' },
      answers,
      isPublic: true,
      actionHref: (noun: string) => `/x/${noun}`,
      reasons: { done: ['repaired'], declined: ['no_defect'], owners: ['county'] },
    },
    timeline,
    values: {},
    errors: [],
  }
  const topic = {
    ...common,
    officialName: town.officialName,
    topic: {
      key: 'pothole',
      name: 'Schlagloch',
      kind: 'defect' as const,
      disclosure: 'place_first' as const,
      contact: 'optional' as const,
      answerWithin: 2,
      notice: 'Gefahr: 110 oder 112 rufen.',
      isDangerous: true,
    },
    department: { name: 'Bauhof' },
    exceptions: [],
    durations: null,
    reports: [],
    total: 0,
  }
  const topicGroups = [{ key: 'roads', name: 'Straßen', topics: [{ ...categories[0]!, resting: 'Ab März.' }] }]
  return {
    platform: page(<PlatformStart language={language} towns={[{ name: 'Musterstadt', href: '/musterstadt/' }]} />, {
      town: undefined,
    }),
    'platform, found': page(
      <PlatformStart
        language={language}
        q="Mu"
        towns={[]}
        results={[{ name: 'Muster', href: '/m/' }, { name: 'Fern' }]}
      />,
    ),
    'platform, nothing found': page(<PlatformStart language={language} q="Mu" towns={[]} results={[]} />),
    start: page(
      <TownStart
        {...list}
        openCount={5}
        reports={reports}
        figures={{ medianDays: 1, solvedShare: 0.5, ended: 9 }}
        map="M"
      />,
      { list: true, demo: true, current: 'start' },
    ),
    'start of a county, empty': page(<TownStart {...list} town={county} openCount={0} reports={[]} figures={null} />, {
      town: county,
    }),
    'start of a town that has not joined': page(
      <TownStart {...list} openCount={0} reports={[]} notJoined={{ reachable: true }} />,
      { town: { ...town, notJoined: { reachable: true } } },
    ),
    'start of a town nobody can reach, wished for': page(
      <TownStart {...list} openCount={0} reports={[]} notJoined={{ reachable: false }} wished />,
      { town: { ...town, email: undefined, notJoined: { reachable: false } } },
    ),
    'form of a town nobody can reach': page(<NotReachable language={language} town={town} text="Eine Laterne." />),
    list: page(
      <ReportList {...list} filter={{ q: 'x', status: 'open' }} reports={reports} total={8} nextHref="?c=2" />,
    ),
    'list, empty': page(<ReportList {...list} reports={[]} />),
    'step, describe': page(<DescribeStep {...step} step="describe" next={next} notice={notice} />),
    'step, describe, refused': page(
      <DescribeStep {...step} step="describe" next={next} errors={[{ field: 'description', message: 'Zu kurz.' }]} />,
      { problem: true },
    ),
    'step, order': page(<DescribeStep {...step} step="describe" next={next} isOrder />),
    'step, place': page(
      <PlaceStep
        {...step}
        step="place"
        next={next}
        values={{ lat: 'x' }}
        map={<p>Karte</p>}
        switchHref="/x?karte=aus"
        errors={[{ field: 'lat', message: 'Keine Zahl.' }]}
      />,
    ),
    'step, place in words': page(
      <PlaceStep
        {...step}
        step="place"
        next={next}
        values={{}}
        errors={[{ field: 'address', message: 'Ort fehlt.' }]}
      />,
    ),
    'step, house': page(<PlaceStep {...step} step="place" next={next} values={{}} isAddressOnly />),
    'step, elsewhere': page(
      <ElsewhereStep {...step} step="place" name="Nachbarstadt" nearMetres={40} changeHref="/x" />,
    ),
    'step, county': page(<ElsewhereStep {...step} step="category" name="Kreis Muster" isCounty changeHref="/x" />),
    'step, category': page(
      <CategoryStep
        {...step}
        step="category"
        next={next}
        suggested={rows}
        groups={manyGroups}
        value="pothole"
        chosen={{ key: 'pothole', name: 'Schlagloch', notice, questions }}
        answers={{ size: 'b', kinds: ['a'] }}
        errors={[
          { field: 'category', message: 'Wählen Sie.' },
          { field: 'answers.size', message: 'Antwort fehlt.' },
        ]}
        aside={<p>Bisher</p>}
      />,
    ),
    'step, category, no idea': page(
      <CategoryStep {...step} step="category" next={next} suggested={[]} groups={formGroups} answers={{}} />,
    ),
    'step, emergency': page(
      <EmergencyStep
        {...step}
        step="category"
        stops={[{ phone: '112', text: 'Halten Sie bitte Abstand.', answer: 'Er fällt' }]}
        onCall={{ phone: '0171 2' }}
        changeHref="/x"
      />,
    ),
    'step, similar': page(
      <SimilarStep
        {...step}
        step="similar"
        next={next}
        reports={reports.map((report) => ({ ...report, metres: 24 }))}
      />,
    ),
    'step, contact': page(
      <ContactStep
        {...step}
        step="contact"
        next={next}
        values={{ email: 'anna', phone: '1' }}
        keepMonths={6}
        errors={[{ field: 'email', message: 'Falsch.' }]}
      />,
    ),
    'step, contact required': page(<ContactStep {...step} step="contact" next={next} values={{}} isRequired />),
    'step, check': page(
      <CheckStep
        {...step}
        step="check"
        disclosure="never"
        items={[{ term: 'Ort', value: <p>Markt 1</p>, change: { href: '/x', word: 'Ändern', hidden: 'Ort' } }]}
      />,
    ),
    'draft, kept': page(<DraftKept {...common} href="/x/melden/y" />),
    'draft, followed': page(<Followed {...common} number={7} />),
    'draft, over': page(<DraftOver {...common} text="Loch" />),
    done: page(
      <ReportDone
        {...common}
        number={7}
        department="Bauhof"
        answerBy="Mittwoch, 25. November"
        trackingHref="/musterstadt/verfolgen/x"
        trackingUrl="https://anliegen.example/musterstadt/verfolgen/x"
        usualDays={3}
      />,
      { noindex: true, noReferrer: true },
    ),
    report: page(
      <PublicReport
        {...common}
        number={7}
        category="Schlagloch"
        status={reports[5]!.status}
        reportedOn={{ words: '11. November', dateTime: '2026-11-11' }}
        pageUrl="https://anliegen.example/musterstadt/anliegen/7"
        text="Loch"
        photos={[false, true].map((isResult) => ({
          src: `/x/${isResult}.jpg`,
          thumb: `/x/${isResult}-klein.jpg`,
          width: 2048,
          height: 1536,
          alt: 'Schlagloch, Foto',
          caption: 'Foto',
          isResult,
        }))}
        answers={answers}
        timeline={timeline}
      />,
    ),
    'report, text not released': page(
      <PublicReport
        {...common}
        number={7}
        category="Schlagloch"
        status={reports[0]!.status}
        reportedOn={{ words: '11. November', dateTime: '2026-11-11' }}
        answers={[]}
        timeline={[]}
      />,
    ),
    tracking: page(
      <Tracking
        {...tracked}
        photos={[{ src: '/x/1', thumb: '/x/1/klein', alt: 'Schlagloch, Foto', isResult: false, visibility: 'waiting' }]}
        photoAction="/x/fotos"
        photoError="Das Foto ist beschädigt."
        published="part"
        question={{ text: 'Wo genau?', action: '/x/answer', until: 'Freitag' }}
      />,
    ),
    'tracking, answered': page(<Tracking {...tracked} published="all" publicHref="/x" answered />),
    'order of a town hall, refused': page(
      <OutsideReport
        {...order}
        who="town_hall"
        values={{ owner: 'Kreis' }}
        errors={[{ field: 'ownerKind', message: 'Wer fehlt.' }]}
        stale={timeline.slice(0, 1)}
      />,
    ),
    'order of a partner': page(
      <OutsideReport
        {...order}
        who="partner"
        partner="Stadtwerke"
        open={{ ...order.open, acknowledgedOn: 'Freitag', instruction: 'Bitte.', map: 'M' }}
        said="Danke."
      />,
    ),
    'order, closed': page(<OutsideReport {...order} who="partner" open={undefined} />),
    'order, link expired': page(<OutsideDead language={language} why="expired" town="Muster" renewHref="/x/neu" />),
    'mails to be stopped': page(
      <StopMails language={language} state="address" number={7} town="Muster" action="/x/abmelden/7-y" />,
      { noindex: true, noReferrer: true },
    ),
    'mails stopped': page(<StopMails language={language} state="rest" number={7} town="Muster" action="/x" />),
    'contact erased': page(<StopMails language={language} state="nothing" number={7} town="Muster" action="/x" />),
    'mails, unknown link': page(<StopMails language={language} state="unknown" town="Muster" action="/x" />),
    privacy: page(
      <PrivacyPage
        {...law}
        agreement="2. Februar 2026"
        isContactNeeded
        tileHost="karten.example"
        authority={authority}
        own={{ href: 'https://musterstadt.example/datenschutz', page: 'privacy' }}
      />,
    ),
    'privacy notice beside a form': page(
      <div class="page">
        <h1>Kontakt</h1>
        <PrivacyNotice language={language} town={law.town} keepMonths={6} privacyHref="/x" />
        <PrivacyNotice language={language} town={outsider.town} keepMonths={1} privacyHref="/x" />
      </div>,
    ),
    'privacy of a preview': page(<PrivacyPage {...law} town={{ ...county, isPreview: true }} />),
    'privacy of a town that has not joined': page(<PrivacyPage {...outsider} authority={authority} />),
    imprint: page(<ImprintPage {...law} own={{ href: 'https://musterstadt.example/impressum', page: 'imprint' }} />),
    'imprint of a town that has not joined': page(<ImprintPage {...outsider} />),
    accessibility: page(<AccessibilityPage {...law} enforcement={authority} />),
    'accessibility of a town that has not joined': page(<AccessibilityPage {...outsider} />),
    'accessibility, words refused': page(
      <AccessibilityPage
        {...law}
        form={{
          ...law.form,
          values: { email: 'x' },
          errors: [
            { field: 'text', message: 'Beschreiben.' },
            { field: 'email', message: 'Adresse.' },
          ],
        }}
      />,
    ),
    'thanks for words about a barrier': page(
      <FeedbackThanks {...common} isAnswered days={42} enforcement={authority} />,
    ),
    'thanks for words nobody can answer': page(<FeedbackThanks {...common} isAnswered={false} days={42} />),
    'imprint of the platform': page(<PlatformImprint {...law} />, { town: undefined }),
    'imprint of a platform nobody has named': page(<PlatformImprint {...law} operator={{}} />, { town: undefined }),
    'privacy of the platform': page(<PlatformPrivacy {...law} />, { town: undefined }),
    'accessibility of the platform': page(<PlatformAccessibility {...law} />, { town: undefined }),
    'privacy with a geocoder': page(<PrivacyPage {...law} geocoder="Adressdienst" />),
    rules: page(<RulesPage {...law} />),
    guide: page(<EasyPage {...law} switchHref="?lang=de-simple" />),
    'guide of a town that has not joined': page(<EasyPage {...outsider} />),
    'guide of a town nobody can reach': page(<EasyPage {...unreachable} />),
    topics: page(<TopicList {...common} groups={topicGroups} />),
    'topics, found': page(<TopicList {...common} q="Loch" groups={topicGroups} />),
    'topics, nothing found': page(<TopicList {...common} q="x" groups={[]} />),
    'topics of a town nobody can reach': page(<TopicList {...common} groups={[]} notJoined={{ reachable: false }} />),
    topic: page(
      <TopicPage
        {...topic}
        topic={{ ...topic.topic, onCall: { phone: '030 1', hours: 'nachts' }, instantAnswer: 'Dienstags.' }}
        department={{ name: 'Bauhof', phone: '030 2', hours: 'Mo' }}
        exceptions={[{ term: 'Im Bereich Park', name: 'Gärtner' }]}
        durations={{ medianDays: 6, nineOfTenDays: 19, done: 143 }}
        reports={reports.slice(0, 2)}
        total={2}
      />,
    ),
    'topic, resting, few done': page(
      <TopicPage
        {...topic}
        topic={{ ...topic.topic, resting: 'Ab März.', notice: undefined, contact: 'none', answerWithin: 1 }}
        durations={{ medianDays: 1, done: 5 }}
      />,
    ),
    'topic of an order': page(
      <TopicPage {...topic} topic={{ ...topic.topic, kind: 'service_order', disclosure: 'never' }} />,
    ),
    'topic of a town that has not joined': page(<TopicPage {...topic} notJoined={{ reachable: true }} />),
    'topic of a town nobody can reach': page(<TopicPage {...topic} notJoined={{ reachable: false }} />),
    'error 429': page(
      <ErrorPage
        language={language}
        status={429}
        town={town}
        sentence="Hier kommt gerade sehr viel auf einmal an. Es geht weiter: heute, 10:20 Uhr."
        phone="030 23125 100"
        typed={['Laterne ist aus']}
      />,
    ),
    'error 429 with a draft': page(<ErrorPage language={language} status={429} town={town} draftHref="/x/melden/d" />),
    'error 503': page(
      <ErrorPage language={language} status={503} town={town} phone="030 23125 100" typed={['Laterne ist aus']} />,
    ),
    'error 404': page(<ErrorPage language={language} status={404} town={town} requestId="7K2" />),
    'error 418': page(<ErrorPage language={language} status={418} />, { town: undefined }),
  }
}
