/** What becomes of a begun report besides being sent: kept for later, followed instead, over. */
import type { Language } from '../../../tenants/languages.ts'
import { words } from '../../i18n/index.ts'
import { town as addresses } from '../../paths.ts'
import { ButtonLink } from '../../ui/Button.tsx'
import { Island } from '../../ui/Island.tsx'
import type { TownFace } from '../town-face.ts'
import { YourText } from '../YourText.tsx'

type Props = { language: Language; town: TownFace }

export function DraftKept({ language, town, href, isFramed }: Props & { href: string; isFramed?: boolean }) {
  const { steps, embed } = words(language)
  return (
    <div class="page">
      <Island name="DraftKeeper" props={{ town: town.key, href }} />
      <h1>{steps.kept}</h1>
      <p>{steps.keptText}</p>
      <p class="muted">{isFramed ? embed.keptLink : steps.keptLink}</p>
      <div class="actions">
        <ButtonLink href={href}>{isFramed ? embed.openDraft : steps.goOn}</ButtonLink>
        <ButtonLink href={addresses(town.base).start()} kind="secondary">
          {steps.toOverview}
        </ButtonLink>
      </div>
    </div>
  )
}

/** In another website's frame: the neighbour's form opens in a window of its own. */
export function DraftMoved({ language, town, to, href }: Props & { to: string; href: string }) {
  const { embed } = words(language)
  return (
    <div class="page">
      <Island name="DraftKeeper" props={{ town: town.key }} />
      <h1>{embed.moved.title(to)}</h1>
      <p>{embed.moved.text}</p>
      <div class="actions">
        <ButtonLink href={href}>{embed.moved.goOn(to)}</ButtonLink>
      </div>
    </div>
  )
}

export function Followed({ language, town, number }: Props & { number: number }) {
  const { steps } = words(language)
  const to = addresses(town.base)
  return (
    <div class="page">
      <Island name="DraftKeeper" props={{ town: town.key }} />
      <h1>{steps.followed}</h1>
      <p>{steps.followedText(number)}</p>
      <div class="actions">
        <ButtonLink href={to.publicReport(number)}>{steps.seeReport}</ButtonLink>
        <ButtonLink href={to.start()} kind="secondary">
          {steps.toOverview}
        </ButtonLink>
      </div>
    </div>
  )
}

export function DraftOver({ language, town, text }: Props & { text?: string }) {
  const { steps } = words(language)
  return (
    <div class="page">
      <Island name="DraftKeeper" props={{ town: town.key }} />
      <h1>{steps.over}</h1>
      <p>{steps.overText}</p>
      <YourText language={language} texts={text ? [text] : []} />
      <div class="actions">
        <ButtonLink href={addresses(town.base).report()}>{steps.again}</ButtonLink>
        <ButtonLink href={addresses(town.base).start()} kind="secondary">
          {steps.toOverview}
        </ButtonLink>
      </div>
    </div>
  )
}
