/** What helps to fill a panel: text modules, the one most likely meant, and the mail that goes out. */
import type { Context } from 'hono'
import type { PanelHelp, PreviewData } from '../../../client/clerk/report-props.ts'
import { languageName, words } from '../../../client/i18n/index.ts'
import { clerk as clerkPaths } from '../../../client/paths.ts'
import { isPreviewed, PreviewMail, previewMail } from '../../notifications/preview-mail.ts'
import type { ClerkAction } from '../../reports/actions.ts'
import type { ReportForClerk } from '../../reports/read-report.ts'
import { DATE_GAP, dayInText, modulesFor, type ReadyModule } from '../../reports/text-modules.ts'
import type { AppEnv } from '../app-env.ts'

type C = Context<AppEnv>
type Values = Record<string, string>

const modulesOf = (c: C, { report, text }: ReportForClerk, action: ClerkAction) =>
  modulesFor({ town: c.var.town, report, text, action, now: c.var.deps.now() })

/** What a panel begins with: only what closes a report has an answer that is nearly always the same. */
export function proposedValues(c: C, data: ReportForClerk, action: ClerkAction): Values {
  const [first] = modulesOf(c, data, action)
  return action === 'close' && first ? withModule({}, { action, module: first }) : {}
}

/** The panel's values with a module in them, chosen without script. */
export function valuesWithModule(c: C, data: ReportForClerk, given: Values & { action: ClerkAction }): Values {
  const { action, baustein, ...values } = given
  const module = modulesOf(c, data, action).find(({ key }) => key === baustein)
  if (!module) return values
  const filled = withModule(values, { action, module })
  return values.date ? { ...filled, answer: dated(filled.answer ?? '', data, values.date) } : filled
}

const dated = (text: string, { report }: ReportForClerk, day: string) =>
  /^\d{4}-\d\d-\d\d$/.test(day) ? text.replaceAll(DATE_GAP, dayInText(report.language, day)) : text

type Chosen = { action: ClerkAction; module: ReadyModule }

function withModule(values: Values, { action, module }: Chosen): Values {
  const field = action === 'ask' ? 'text' : 'answer'
  return { ...values, [field]: module.text, ...(module.reason ? { reason: module.reason } : {}) }
}

type Open = { action: ClerkAction; values: Values; isProposed: boolean }

export async function helpFor(c: C, data: ReportForClerk, { action, values, isProposed }: Open): Promise<PanelHelp> {
  const { town } = c.var
  return {
    modules: modulesOf(c, data, action),
    isProposed,
    previewHref: `${clerkPaths.action(town.key, data.report.number, 'vorschau')}?aktion=${action}`,
    preview: isPreviewed(action) ? await previewOf(c, data.report.number, { action, values }) : undefined,
  }
}

/** The mail in words, or why there is none. */
export async function previewOf(
  c: C,
  number: number,
  { action, values }: Pick<Open, 'action' | 'values'>,
): Promise<PreviewData | undefined> {
  const input = PreviewMail.safeParse({ number, action, typed: values })
  if (!input.success) return undefined
  const { language } = c.var
  const { preview } = words(language).desk
  const mail = await previewMail(c.var.ctx, input.data)
  if ('nobody' in mail) return { nobody: preview.nobody[mail.nobody] }
  const to = preview.to(mail.to, languageName(language, mail.language) ?? mail.language)
  return { to, language: mail.language, subject: mail.subject, text: mail.text }
}
