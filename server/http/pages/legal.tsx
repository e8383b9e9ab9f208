/** {base}/impressum, /datenschutz, /regeln, /einfache-sprache: made from the town's settings. */
import { type Context, Hono } from 'hono'
import type { VNode } from 'preact'
import { EasyPage } from '../../../client/citizen/EasyPage.tsx'
import { ImprintPage } from '../../../client/citizen/ImprintPage.tsx'
import { PrivacyPage } from '../../../client/citizen/PrivacyPage.tsx'
import { RulesPage } from '../../../client/citizen/RulesPage.tsx'
import { formatFullDate, words } from '../../../client/i18n/index.ts'
import { town as townPaths } from '../../../client/paths.ts'
import { retentionExceptions } from '../../../tenants/retention.ts'
import { authoritiesOf } from '../../towns/land-authorities.ts'
import type { AppEnv } from '../app-env.ts'
import { languageLink } from '../language-link.ts'
import { categoryName } from '../names.ts'
import { sendPage } from '../respond.ts'
import { documentOf } from './document-of.tsx'
import { lawTown, operatorOf, ownPage } from './law-town.ts'

type C = Context<AppEnv>

const below = townPaths('')

export const legal = new Hono<AppEnv>()
  .get(below.imprint(), (c) => {
    const { map, attribution } = c.var.town
    const sources = [attribution, ...(map.tiles === 'direct' ? [map.attribution] : [])]
    const { imprint } = words(c.var.language).common.legal
    const head = { title: imprint, path: below.imprint() }
    return lawPage(
      c,
      head,
      <ImprintPage {...common(c)} operator={operatorOf(c)} sources={sources} own={ownPage(c, 'imprint')} />,
    )
  })
  .get(below.privacy(), (c) => {
    const { privacy } = words(c.var.language).common.legal
    return lawPage(c, { title: privacy, path: below.privacy() }, privacyPage(c))
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
      operator={operatorOf(c)}
      retention={town.retention}
      exceptions={retentionExceptions(town).map(({ key, ...spans }) => ({ name: categoryName(c, key), ...spans }))}
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

const lawPage = (c: C, { title, path }: { title: string; path: string }, page: VNode) =>
  sendPage(c, documentOf(c, { title, canonicalPath: path }, page))
