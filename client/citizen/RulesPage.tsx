import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'
import { EmergencyHint } from '../ui/EmergencyHint.tsx'
import { LawPage, LawPart, type LawTown, Points } from './LawPage.tsx'

type Props = { language: Language; town: LawTown }

export function RulesPage({ language, town }: Props) {
  const { common, rules } = words(language)
  const { not, text, photos } = rules
  return (
    <LawPage language={language} town={town} title={rules.title} lead={rules.lead}>
      <LawPart id="nicht" title={not.title}>
        <EmergencyHint words={common} />
        <Points of={[not.emergency, not.applications, not.disputes, not.accusations, not.secrets]} />
      </LawPart>
      <LawPart title={text.title}>
        <Points of={[text.one, text.names, text.tone]} />
      </LawPart>
      <LawPart title={photos.title}>
        <Points of={[photos.matter, photos.people, photos.own, photos.danger]} />
      </LawPart>
      {!town.notJoined && <p>{rules.checked}</p>}
    </LawPage>
  )
}
