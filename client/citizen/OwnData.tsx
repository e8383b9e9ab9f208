import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'
import { ButtonLink } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { SummaryList } from '../ui/SummaryList.tsx'
import { Points } from './LawPage.tsx'
import { TrackingHead } from './TrackingHead.tsx'

export type OwnDataProps = {
  language: Language
  number: number
  category: string
  /** What is kept, in words. */
  items: { term: string; value: string }[]
  /** Until when. */
  kept: string[]
  downloadHref: string
  eraseContactHref?: string
  eraseAllHref?: string
  backHref: string
}

/** What is kept about a reporter, to see, to take along, to erase. */
export function OwnData({ language, number, category, items, kept, downloadHref, backHref, ...erase }: OwnDataProps) {
  const { erasure } = words(language)
  const w = erasure.data
  return (
    <div class="page tracking">
      <TrackingHead language={language} number={number} category={category} title={w.title} />
      <p>{w.lead}</p>
      <SummaryList items={items.map(({ term, value }) => ({ term, value: <span class="prose">{value}</span> }))} />
      {kept.length > 0 && (
        <section aria-labelledby="frist">
          <h2 id="frist">{w.kept}</h2>
          <Points of={kept} />
        </section>
      )}
      <section class="own-data__part" aria-labelledby="mitnehmen">
        <h2 id="mitnehmen">{w.download}</h2>
        <p class="small">{w.downloadHint}</p>
        <ButtonLink kind="secondary" href={downloadHref}>
          {w.download}
        </ButtonLink>
        <p class="muted small">{w.linkIsYours}</p>
      </section>
      {(erase.eraseContactHref || erase.eraseAllHref) && (
        <nav class="affairs" aria-labelledby="loeschen">
          <h2 id="loeschen">{w.erase}</h2>
          <ul>
            {erase.eraseContactHref && <Way href={erase.eraseContactHref}>{w.eraseContact}</Way>}
            {erase.eraseAllHref && <Way href={erase.eraseAllHref}>{w.eraseAll}</Way>}
          </ul>
        </nav>
      )}
      <p>
        <a href={backHref}>{w.back}</a>
      </p>
    </div>
  )
}

function Way({ href, children }: { href: string; children: string }) {
  return (
    <li>
      <a href={href}>
        <Icon name="trash" />
        <span>{children}</span>
        <Icon name="chevron-right" class="icon--along" />
      </a>
    </li>
  )
}
