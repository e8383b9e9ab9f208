import type { Language } from '../../tenants/languages.ts'
import { direction, words } from '../i18n/index.ts'
import { Icon } from '../ui/Icon.tsx'
import { QrCode } from '../ui/QrCode.tsx'
import { SummaryList } from '../ui/SummaryList.tsx'
import { ClerkDocument, type ClerkFrame } from './ClerkDocument.tsx'

export type ReceiptPageProps = {
  frame: ClerkFrame
  /** The reporter's; the buttons beside the paper speak the clerk's. */
  language: Language
  number: number
  town: { officialName: string; phone?: string; logoHref?: string }
  category: string
  text?: string
  answers: { label: string; words: string }[]
  place?: string
  receivedAt: string
  department: string
  until: string
  trackingUrl: string
  backHref: string
}

/** One sheet for whoever came to the counter, in their language. */
export function ReceiptPage(page: ReceiptPageProps) {
  const { frame, language, number, town, trackingUrl } = page
  const { receipt: ours } = words(frame.language)
  const { receipt: w } = words(language)
  return (
    <ClerkDocument frame={frame} class="receipt-page">
      <nav class="receipt__tools" aria-label={ours.title(number)}>
        <a class="btn btn--quiet btn--staff" href={page.backHref}>
          <Icon name="arrow-left" class="icon--along" />
          <span>{ours.back}</span>
        </a>
        <button class="btn btn--primary btn--staff" type="button" data-print data-needs-script>
          <Icon name="print" />
          <span>{ours.print}</span>
        </button>
      </nav>
      <main class="receipt" id="inhalt" tabIndex={-1} lang={language} dir={direction(language)}>
        <div class="receipt__head">
          {town.logoHref && <img src={town.logoHref} alt="" width="48" height="48" />}
          <p>{town.officialName}</p>
        </div>
        <h1>{w.title(number)}</h1>
        <p class="receipt__number">
          <span>{w.number}</span> <strong>#{number}</strong>
        </p>
        <SummaryList items={linesOf(page)} />
        <section class="receipt__follow" aria-labelledby="stand">
          <QrCode text={trackingUrl} label={w.code} />
          <div>
            <h2 id="stand">{w.follow}</h2>
            <p>{w.followText}</p>
            <p class="receipt__url">{trackingUrl}</p>
            <p>{w.secret}</p>
          </div>
        </section>
        <p>{[w.reach(number), town.phone].filter(Boolean).join(' ')}</p>
      </main>
    </ClerkDocument>
  )
}

function linesOf({ language, category, text, answers, place, receivedAt, department, until }: ReceiptPageProps) {
  const { receipt: w } = words(language)
  return [
    { term: w.what, value: category },
    ...(text ? [{ term: w.text, value: text }] : []),
    ...answers.map(({ label, words }) => ({ term: label, value: words })),
    ...(place ? [{ term: w.place, value: place }] : []),
    { term: w.when, value: receivedAt },
    { term: w.department, value: department },
    { term: w.until, value: until },
  ]
}
