/** /kommunen: who takes part, and who keeps to the shared standard. */
import { Hono } from 'hono'
import { RegisterPage } from '../../../client/citizen/RegisterPage.tsx'
import { formatAge, formatDay, words } from '../../../client/i18n/index.ts'
import { platform as platformPaths } from '../../../client/paths.ts'
import { ListRegister, listRegister, REGISTER_PAGE } from '../../towns/list-register.ts'
import type { AppEnv } from '../app-env.ts'
import { sendPage } from '../respond.ts'
import { townUrl } from '../urls.ts'
import { documentOf } from './document-of.tsx'

export const register = new Hono<AppEnv>().get('/', async (c) => {
  const { language, deps } = c.var
  const parsed = ListRegister.safeParse(c.req.query())
  const { q, page } = parsed.success ? parsed.data : ListRegister.parse({})
  const now = deps.now()
  const { items, total } = await listRegister(deps.database, { q, page }, now)
  const hrefOf = (to: number) => platformPaths.register({ q, page: to > 1 ? String(to) : undefined })
  const shown = (
    <RegisterPage
      language={language}
      q={q || undefined}
      total={total}
      entries={items.map(({ key, name, host, since, catalogueVersion, badge, until, checkedAt }) => ({
        key,
        name,
        href: host ? `${townUrl(deps.publicUrl, { key, host })}/` : `/${key}/`,
        since: formatDay(language, since, now),
        catalogueVersion,
        badge,
        until: until ? formatDay(language, until, now) : undefined,
        checked: checkedAt ? formatAge(language, checkedAt, now) : undefined,
      }))}
      previous={page > 1 ? hrefOf(page - 1) : undefined}
      next={page * REGISTER_PAGE < total ? hrefOf(page + 1) : undefined}
    />
  )
  const { title, description } = words(language).conformance.register
  return sendPage(c, documentOf(c, { title, description, noindex: Boolean(q) }, shown))
})
