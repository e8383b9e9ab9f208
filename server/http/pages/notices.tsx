/** {base}/anliegen/{number}/beanstanden: something public is wrong, hurtful or unlawful. */
import { type Context, Hono } from 'hono'
import type { ZodError } from 'zod'
import { NoticePage, type NoticePageProps, NoticeThanks } from '../../../client/citizen/NoticePage.tsx'
import { words } from '../../../client/i18n/index.ts'
import { town as townPaths } from '../../../client/paths.ts'
import { notFound } from '../../errors.ts'
import { getPublicReport } from '../../reports/get-public-report.ts'
import { SendNotice, sendNotice } from '../../reports/send-notice.ts'
import type { AppEnv } from '../app-env.ts'
import { fieldErrorsOf, sentence } from '../field-errors.ts'
import { categoryName } from '../names.ts'
import { reportNumber } from '../report-number.ts'
import { redirectTo, sendPage } from '../respond.ts'
import { documentOf } from './document-of.tsx'

type C = Context<AppEnv>
type Returned = Pick<NoticePageProps, 'values' | 'errors'>

export const notices = new Hono<AppEnv>()
  .get('/:number/beanstanden', (c) => form(c, { values: {}, errors: [] }))
  .post('/:number/beanstanden', async (c) => {
    if (!c.var.town.member) throw notFound()
    const sent = await c.req.parseBody()
    const said = (name: string) => (typeof sent[name] === 'string' ? sent[name].trim() || undefined : undefined)
    const values = { reason: said('reason'), text: said('text'), email: said('email') }
    const number = reportNumber(c)
    const input = SendNotice.safeParse({ ...values, number })
    if (!input.success) return form(c, { values, errors: problemsOf(c, input.error) })
    await sendNotice(c.var.ctx, input.data)
    return redirectTo(c, townPaths(c.var.base).noticeThanks(number, { antwort: input.data.email ? 'ja' : undefined }))
  })
  .get('/:number/beanstanden/danke', async (c) => {
    const { language, base } = c.var
    const number = reportNumber(c)
    await getPublicReport(c.var.ctx, number)
    const page = (
      <NoticeThanks
        language={language}
        number={number}
        backHref={townPaths(base).publicReport(number)}
        isAnswered={c.req.query('antwort') === 'ja'}
      />
    )
    return sendPage(c, documentOf(c, { title: words(language).protection.notice.thanks, noindex: true }, page))
  })

async function form(c: C, returned: Returned) {
  const { language, base, ctx, town } = c.var
  // A town that has not joined has nobody here who could decide.
  if (!town.member) throw notFound()
  const number = reportNumber(c)
  const report = await getPublicReport(ctx, number)
  const paths = townPaths(base)
  const page = (
    <NoticePage
      {...returned}
      language={language}
      number={number}
      category={categoryName(c, report.category)}
      action={paths.notice(number)}
      backHref={paths.publicReport(number)}
    />
  )
  const problem = returned.errors.length > 0
  const { title } = words(language).protection.notice
  return sendPage(c, documentOf(c, { title, noindex: true, problem }, page), { status: problem ? 422 : 200 })
}

const MISSING = new Set(['field_missing', 'field_wrong'])

function problemsOf(c: C, { issues }: ZodError) {
  const { language } = c.var
  const { missing } = words(language).protection.notice
  return fieldErrorsOf(issues).map(({ pointer, reason }) => {
    const field = pointer.slice(1)
    const own = field === 'reason' || field === 'text' ? missing[field] : undefined
    return { field, message: own && MISSING.has(reason) ? own : sentence(language, reason) }
  })
}
