/** /impressum, /datenschutz, /barrierefreiheit: the platform's own, from the settings of whoever runs it. */
import { type Context, Hono } from 'hono'
import type { VNode } from 'preact'
import { PlatformAccessibility, PlatformImprint, PlatformPrivacy } from '../../../client/citizen/PlatformLaw.tsx'
import { formatFullDate, words } from '../../../client/i18n/index.ts'
import { platform } from '../../../client/paths.ts'
import { ENFORCEMENT_BODIES_URL } from '../../towns/land-authorities.ts'
import type { AppEnv } from '../app-env.ts'
import { sendPage } from '../respond.ts'
import { documentOf } from './document-of.tsx'
import { STATEMENT_OF } from './feedback.tsx'
import { operatorOf } from './law-town.ts'

type C = Context<AppEnv>

export const platformLaw = new Hono<AppEnv>()
  .get(platform.imprint(), (c) => {
    const { language } = c.var
    return page(
      c,
      words(language).common.legal.imprint,
      <PlatformImprint language={language} operator={operatorOf(c)} />,
    )
  })
  .get(platform.privacy(), (c) => {
    const { language } = c.var
    return page(
      c,
      words(language).common.legal.privacy,
      <PlatformPrivacy language={language} operator={operatorOf(c)} />,
    )
  })
  .get(platform.accessibility(), (c) => {
    const { language } = c.var
    const statement = (
      <PlatformAccessibility
        language={language}
        operator={operatorOf(c)}
        date={formatFullDate(language, STATEMENT_OF)}
        enforcementListUrl={ENFORCEMENT_BODIES_URL}
      />
    )
    return page(c, words(language).legal.accessibility.title, statement)
  })

const page = (c: C, title: string, content: VNode) => sendPage(c, documentOf(c, { title }, content))
