import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'
import { town as addresses } from '../paths.ts'
import { ButtonLink } from '../ui/Button.tsx'
import { EmergencyHint } from '../ui/EmergencyHint.tsx'
import { LawPage, LawPart, type LawTown, Points, TownContact } from './LawPage.tsx'

type Props = {
  language: Language
  town: LawTown
  /** Switches all pages to easy language, where they are not in it. */
  switchHref?: string
}

/** How to report, in easy German: one page to hand to somebody. */
export function EasyPage({ language, town, switchHref }: Props) {
  const { common, howTo } = words(language)
  const { what } = howTo
  const canReport = town.notJoined?.reachable !== false
  return (
    <LawPage language={language} town={town} title={howTo.title} lead={howTo.lead}>
      {switchHref && (
        <p>
          <a href={switchHref} hreflang="de-simple">
            {howTo.switch}
          </a>
        </p>
      )}
      <LawPart title={what.title}>
        <Points of={[what.broken, what.dirt, what.idea]} />
        <p>{howTo.danger}</p>
        <EmergencyHint words={common} />
      </LawPart>
      {canReport ? <Steps language={language} town={town} /> : <p>{howTo.unreachable}</p>}
      {!town.notJoined && (
        <LawPart title={howTo.help}>
          <TownContact language={language} town={town} />
        </LawPart>
      )}
    </LawPage>
  )
}

function Steps({ language, town }: Props) {
  const { common, howTo } = words(language)
  const { steps, after } = howTo
  return (
    <>
      <LawPart title={steps.title}>
        <ol class="law__points">
          {[steps.open, steps.write, steps.topic, steps.place, steps.contact, steps.send].map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <p>{howTo.data}</p>
        <div class="actions">
          <ButtonLink href={addresses(town.base).report()}>{common.report}</ButtonLink>
        </div>
      </LawPart>
      <LawPart title={after.title}>
        <Points of={[after.number, after.link, !town.notJoined && after.answer, after.mail]} />
        {town.notJoined && <p>{howTo.afterNotJoined}</p>}
      </LawPart>
    </>
  )
}
