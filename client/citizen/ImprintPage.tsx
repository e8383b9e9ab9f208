import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'
import {
  LawPage,
  LawPart,
  type LawTown,
  type Operator,
  OperatorContact,
  type OwnPage,
  TownContact,
} from './LawPage.tsx'

export type ImprintPageProps = {
  language: Language
  town: LawTown
  /** Whose boundary and map pictures these are. */
  sources: string[]
  own?: OwnPage
  operator: Operator
}

export function ImprintPage({ language, town, sources, own, operator }: ImprintPageProps) {
  const { common, legal } = words(language)
  const { imprint } = legal
  return (
    <LawPage language={language} town={town} title={common.legal.imprint} own={own}>
      <LawPart title={imprint.provider}>
        {town.notJoined ? (
          <>
            <p>{imprint.notJoined(town.name)}</p>
            <OperatorContact language={language} operator={operator} />
          </>
        ) : (
          <>
            <p class="law__name">{town.officialName}</p>
            <TownContact language={language} town={town} />
            <p>{imprint.member(town.forms.of)}</p>
          </>
        )}
      </LawPart>
      <LawPart title={imprint.sources}>
        <p>{sources.join(' · ')}</p>
      </LawPart>
    </LawPage>
  )
}
