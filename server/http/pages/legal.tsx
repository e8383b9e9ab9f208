/** {base}/impressum, /datenschutz, /barrierefreiheit, /regeln, /einfache-sprache: made from the town's settings. */
import { type Context, Hono } from 'hono'
import type { VNode } from 'preact'
import { AccessibilityPage } from '../../../client/citizen/AccessibilityPage.tsx'
import { EasyPage } from '../../../client/citizen/EasyPage.tsx'
import { ImprintPage } from '../../../client/citizen/ImprintPage.tsx'
import type { LawTown, OwnPage } from '../../../client/citizen/LawPage.tsx'
import { PrivacyPage } from '../../../client/citizen/PrivacyPage.tsx'
import { RulesPage } from '../../../client/citizen/RulesPage.tsx'
import { formatFullDate, words } from '../../../client/i18n/index.ts'
import { town as townPaths } from '../../../client/paths.ts'
import { authoritiesOf, ENFORCEMENT_BODIES_URL } from '../../towns/land-authorities.ts'
import type { AppEnv } from '../app-env.ts'
import { languageLink } from '../language-link.ts'
import { sendPage } from '../respond.ts'
import { documentOf, pageTown } from './document-of.tsx'

type C = Context<AppEnv>

/** Day on which the accessibility statement was last gone through. */
const STATEMENT_OF = '2026-11-22'
const below = townPaths('')

export const legal = new Hono<AppEnv>()
  .get(below.imprint(), (c) => {
    const { map, attribution } = c.var.town
    const sources = [attribution, ...(map.tiles === 'direct' ? [map.attribution] : [])]
    const { imprint } = words(c.var.language).common.legal
    const head = { title: imprint, path: below.imprint() }
    return lawPage(c, head, <ImprintPage {...common(c)} sources={sources} own={ownPage(c, 'imprint')} />)
  })
  .get(below.privacy(), (c) => {
    const { privacy } = words(c.var.language).common.legal
    return lawPage(c, { title: privacy, path: below.privacy() }, privacyPage(c))
  })
  .get(below.accessibility(), (c) => {
    const { language, town } = c.var
    const page = (
      <AccessibilityPage
        {...common(c)}
        date={formatFullDate(language, STATEMENT_OF)}
        enforcement={authoritiesOf(town.ags)?.accessibility}
        enforcementListUrl={ENFORCEMENT_BODIES_URL}
        own={ownPage(c, 'accessibility')}
      />
    )
    return lawPage(c, { title: words(language).legal.accessibility.title, path: below.accessibility() }, page)
  })
  .get(below.rules(), (c) => {
    const { title } = words(c.var.language).rules
    return lawPage(c, { title, path: below.rules() }, <RulesPage {...common(c)} />)
  })
  .get(below.easy(), (c) => {
    const { language, town } = c.var
    const canSwitch = language === 'de' && town.languages.includes('de-simple')
    const switchHref = canSwitch ? languageLink(c, 'de-simple') : undefined
    const head = { title: words(language).howTo.title, path: below.easy() }
    return lawPage(c, head, <EasyPage {...common(c)} switchHref={switchHref} />)
  })

function privacyPage(c: C) {
  const { language, town } = c.var
  const { processingAgreement } = town.legal
  return (
    <PrivacyPage
      {...common(c)}
      retention={town.retention}
      agreement={processingAgreement && formatFullDate(language, processingAgreement)}
      isContactNeeded={town.categories.some(({ contact }) => contact === 'required')}
      tileHost={town.map.tiles === 'direct' ? new URL(town.map.url).host : undefined}
      geocoder={c.var.deps.geocoder?.provider}
      authority={authoritiesOf(town.ags)?.dataProtection}
      own={ownPage(c, 'privacy')}
    />
  )
}

const common = (c: C) => ({ language: c.var.language, town: lawTown(c) })

function lawTown(c: C): LawTown {
  const { contact, live } = c.var.town
  return { ...pageTown(c), address: contact.address, website: contact.website, isPreview: !live }
}

function ownPage(c: C, page: OwnPage['page']): OwnPage | undefined {
  const href = c.var.town.legal[page]
  return href ? { href, page } : undefined
}

const lawPage = (c: C, { title, path }: { title: string; path: string }, page: VNode) =>
  sendPage(c, documentOf(c, { title, canonicalPath: path }, page))
