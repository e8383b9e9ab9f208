/** {base}/barrierefreiheit: the statement, the form for barriers below it, and the thanks. */
import { type Context, Hono } from 'hono'
import type { ZodError } from 'zod'
import { AccessibilityPage } from '../../../client/citizen/AccessibilityPage.tsx'
import type { FeedbackFormProps } from '../../../client/citizen/FeedbackForm.tsx'
import { FeedbackThanks } from '../../../client/citizen/FeedbackThanks.tsx'
import { formatFullDate, words } from '../../../client/i18n/index.ts'
import { town as townPaths } from '../../../client/paths.ts'
import { AppError } from '../../errors.ts'
import { SendFeedback, sendFeedback } from '../../notifications/send-feedback.ts'
import { ANSWER_WITHIN_DAYS } from '../../notifications/tell-feedback.ts'
import { authoritiesOf, ENFORCEMENT_BODIES_URL } from '../../towns/land-authorities.ts'
import type { AppEnv } from '../app-env.ts'
import { fieldErrorsOf, sentence } from '../field-errors.ts'
import { redirectTo, sendPage } from '../respond.ts'
import { documentOf, townFace } from './document-of.tsx'
import { lawTown, operatorOf, ownPage } from './law-town.ts'

type C = Context<AppEnv>
type Returned = Pick<FeedbackFormProps, 'values' | 'errors'>

/** Day on which the accessibility statement was last gone through. */
export const STATEMENT_OF = '2026-11-22'
const below = townPaths('')

export const feedback = new Hono<AppEnv>()
  .get(below.accessibility(), (c) => statement(c, { values: { page: pageAsked(c) }, errors: [] }))
  .post(below.accessibility(), async (c) => {
    const form = await c.req.parseBody()
    const said = (name: string) => (typeof form[name] === 'string' ? form[name].trim() || undefined : undefined)
    const values = { text: said('text'), page: said('page'), email: said('email') }
    const input = SendFeedback.safeParse(values)
    if (!input.success) return statement(c, { values, errors: problemsOf(c, input.error) }, 422)
    try {
      await sendFeedback(c.var.ctx, input.data)
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'too_many') throw error
      const { tooMany } = words(c.var.language).feedback
      return statement(c, { values, errors: [{ field: 'text', message: tooMany }] }, 429)
    }
    return redirectTo(c, townPaths(c.var.base).feedbackThanks({ antwort: input.data.email ? 'ja' : undefined }))
  })
  .get(below.feedbackThanks(), (c) => {
    const { language, town } = c.var
    const page = (
      <FeedbackThanks
        language={language}
        town={townFace(c)}
        isAnswered={c.req.query('antwort') === 'ja'}
        days={ANSWER_WITHIN_DAYS}
        enforcement={town.member ? authoritiesOf(town.ags)?.accessibility : undefined}
      />
    )
    return sendPage(c, documentOf(c, { title: words(language).feedback.thanks.title, noindex: true }, page))
  })

function statement(c: C, returned: Returned, status: 200 | 422 | 429 = 200) {
  const { language, town, base } = c.var
  const page = (
    <AccessibilityPage
      language={language}
      town={lawTown(c)}
      operator={operatorOf(c)}
      date={formatFullDate(language, STATEMENT_OF)}
      enforcement={authoritiesOf(town.ags)?.accessibility}
      enforcementListUrl={ENFORCEMENT_BODIES_URL}
      own={ownPage(c, 'accessibility')}
      form={{ ...returned, action: townPaths(base).accessibility() }}
    />
  )
  const { title } = words(language).legal.accessibility
  const problem = returned.errors.length > 0
  return sendPage(c, documentOf(c, { title, canonicalPath: below.accessibility(), problem }, page), { status })
}

/** `?seite=`: a path of ours and nothing else, so that no link can put other words into the form. */
function pageAsked(c: C): string | undefined {
  const asked = c.req.query('seite') ?? ''
  return /^\/[\w\-./]{0,200}$/.test(asked) && !asked.startsWith('//') ? asked : undefined
}

function problemsOf(c: C, { issues }: ZodError) {
  const { language } = c.var
  return fieldErrorsOf(issues).map(({ pointer, reason }) => {
    const field = pointer.slice(1)
    const isShort = field === 'text' && reason === 'field_missing'
    return { field, message: isShort ? words(language).feedback.textMissing : sentence(language, reason) }
  })
}
